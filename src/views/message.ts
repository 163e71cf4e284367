// What a reader gets, before any messenger's shapes. `content` stands alone on a lock screen; the embed repeats and adds. Knows nothing of Discord.

/** What the coloured bar says; never green. */
export type Tone = "curfew" | "none" | "unknown" | "strike" | "info" | "trouble";

export interface Field {
  name: string;
  value: string;
  inline?: boolean;
}

export interface Embed {
  tone: Tone;
  title?: string;
  url?: string;
  description?: string;
  fields?: readonly Field[];
  footer?: string;
}

/** Name and arguments of a declared button or menu; they survive restarts in the custom id. */
export interface Action {
  name: string;
  args: readonly string[];
}

export interface Button {
  label: string;
  /** A link has `url`, all others an `action`. */
  press: { action: Action } | { url: string };
  style?: "primary" | "secondary" | "danger";
  disabled?: boolean;
}

export interface Menu {
  action: Action;
  placeholder: string;
  options: readonly { label: string; value: string; description?: string }[];
}

export type Row = { buttons: readonly Button[] } | { menu: Menu };

/** `name` with its ending; text alone, in UTF-8. */
export interface File {
  name: string;
  text: string;
}

export interface Message {
  content: string;
  /** A line after `content` that names a person. It is shown there and kept nowhere: names can be erased. */
  signature?: string;
  embed?: Embed;
  rows?: readonly Row[];
  /** Addresses in `content` show no preview: text to paste must be nothing but itself. Only without an embed. */
  noPreviews?: true;
  /** Attached, in this order. Only in answers to who asked. */
  files?: readonly File[];
  /** Roles to mention, and nobody else. */
  roles?: readonly string[];
  /** People whose mention in the text reaches them. */
  users?: readonly string[];
}
