// What a form of /record must be able to do; flow.ts drives every form the same way. A form writes nothing and asks no leave.
import type { Context, ModalField } from "../../src/command.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import type { Button, Message } from "../../src/views/message.ts";

/** What a form was opened with (a subject, the version that was seen), and what was typed, by the fields' keys. */
export interface Given {
  args: readonly string[];
  typed: Readonly<Record<string, string>>;
}

export interface Card {
  /** What readers will get if it is confirmed: the alert where there is one, else the answer to a command. */
  preview: Message;
  /** Said first of all: a record of the same event, a version that is no longer the newest. */
  warnings: readonly string[];
  /** What confirming does: the count as it will be, whether it is announced and where, whom it waits for. */
  lines: readonly string[];
  /**
   * What whoever confirms has relied on, as plain JSON beside the drafts: duplicates, heads, whether it is announced. Another value by the time of Confirm
   * shows the card anew.
   */
  rests: readonly (string | number | boolean)[];
  /** Beside Confirm, Edit and Cancel. */
  more?: readonly Button[];
  /** In a row of their own: "add this source to that record", "announce anyway". The form's `turned` is asked what comes of one that is pressed. */
  turns?: readonly { label: string; to: readonly string[] }[];
  /** What Confirm is called where more has to be said than that; it begins with the usual word. */
  confirm?: string;
  /** Rule 15: it relaxes and names no official source, so that a second person has to confirm it. */
  needsSecond?: boolean;
}

/** A further form over the same proposal, behind a button of its card: what did not fit into the first five fields. Its keys are its own. */
export interface MoreFields {
  key: string;
  label: (context: Context) => string;
  title: (given: Given, context: Context) => string;
  fields: (given: Given, context: Context) => readonly ModalField[];
}

export interface RecordForm {
  /** As rows and custom ids name it. */
  name: string;
  title: (given: Given, context: Context) => string;
  /** One to five, filled in with what was typed before; none where it is `pressed`. */
  fields: (given: Given, context: Context) => readonly ModalField[];
  /** Facts as they would be recorded. The subject's id stands in `args` from the beginning. Throws a Refusal that names the first thing that cannot be read. */
  read: (given: Given, context: Context) => readonly [Draft, ...Draft[]];
  card: (drafts: readonly Draft[], given: Given, context: Context) => Card;
  more?: readonly MoreFields[];
  /** Nobody fills it in: a button begins it, and there is nothing in it to edit. */
  pressed?: true;
  /** What was typed, without words that mean another day tomorrow ("yesterday"). A form that has it is read once more at Confirm, upon what stands by then. */
  settled?: (given: Given, context: Context) => Given["typed"];
  /** The arguments that the form goes on with after one of the card's `turns`; undefined for what no button of ours can have carried. */
  turned?: (given: Given, turn: readonly string[], context: Context) => readonly string[] | undefined;
  /** The sentence after Confirm: what was recorded, and what comes of it. */
  recorded: (facts: readonly Fact[], context: Context) => string;
}
