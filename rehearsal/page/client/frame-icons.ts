// Signs of the kinds of channels and of the page's tools, our own drawings. Decoration only: what they mean is always said in words beside them.
import { svg } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ChannelKind } from "../../contract.ts";
import { hash, icon } from "./icons.ts";

const megaphone = (): TemplateResult =>
  icon(svg`<path d="M4 10v4h4l9 5V5l-9 5H4Z"></path><path d="M20 9.5a4 4 0 0 1 0 5M8 14v5h3v-4"></path>`);
const bubbles = (): TemplateResult =>
  icon(svg`<path d="M3 4h13v9H9l-4 3v-3H3V4Z"></path><path d="M19 9h2v9h-2v3l-4-3h-4"></path>`);
const branch = (): TemplateResult => icon(svg`<path d="M5 4v9a3 3 0 0 0 3 3h11M15 12l4 4-4 4"></path>`);
const at = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="4"></circle><path d="M16 8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5"></path>`);

const signs: Record<ChannelKind, () => TemplateResult> = {
  text: hash,
  announcement: megaphone,
  forum: bubbles,
  thread: branch,
  dm: at,
};

export const kindSign = (kind: ChannelKind): TemplateResult => signs[kind]();

export const gear = (): TemplateResult =>
  icon(
    svg`<circle cx="12" cy="12" r="3"></circle><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2"></path>`,
  );
export const bolt = (): TemplateResult => icon(svg`<path d="M13 3 5 14h6l-1 7 8-11h-6l1-7Z"></path>`);
export const clapper = (): TemplateResult =>
  icon(
    svg`<rect x="3" y="10" width="18" height="10" rx="1"></rect><path d="M3 10 20 5.5M8 8.7l2-4M14 7l2-4M4 6.5l1 3"></path>`,
  );
export const bars = (): TemplateResult => icon(svg`<path d="M4 6h16M4 12h16M4 18h16"></path>`);
export const calendar = (): TemplateResult =>
  icon(svg`<rect x="4" y="5" width="16" height="15" rx="2"></rect><path d="M4 10h16M8 3v4M16 3v4"></path>`);
export const clip = (): TemplateResult =>
  icon(svg`<path d="m8 12 6.5-6.5a3 3 0 0 1 4.2 4.2L10 18.5a5 5 0 0 1-7-7L11 3.5"></path>`);
