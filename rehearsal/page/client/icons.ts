// The page's few drawings, our own. Decoration only: what they mean is always said in words beside them.
import { html, svg } from "lit-html";
import type { TemplateResult } from "lit-html";

export const icon = (inner: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${inner}</svg>`;

export const hash = (): TemplateResult => icon(svg`<path d="M9 4 7 20M17 4l-2 16M4 9h17M3 15h17"></path>`);
export const eye = (): TemplateResult =>
  icon(svg`<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z"></path><circle cx="12" cy="12" r="3"></circle>`);
export const quietBell = (): TemplateResult =>
  icon(svg`<path d="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5L6 17Z"></path><path d="M10.5 20h3M4 4l16 16"></path>`);
export const bell = (): TemplateResult =>
  icon(svg`<path d="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5L6 17Z"></path><path d="M10.5 20h3"></path>`);
export const chevron = (): TemplateResult => icon(svg`<path d="m6 9 6 6 6-6"></path>`);
export const away = (): TemplateResult =>
  icon(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"></path>`);
export const columns = (): TemplateResult =>
  icon(svg`<rect x="3" y="4" width="18" height="16" rx="2"></rect><path d="M12 4v16"></path>`);
export const clock = (): TemplateResult =>
  icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 7v5l3 3"></path>`);
export const dots = (): TemplateResult => icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3.5"></path>`);
export const arrow = (): TemplateResult => icon(svg`<path d="M4 12h15M13 6l6 6-6 6"></path>`);
export const cross = (): TemplateResult => icon(svg`<path d="m6 6 12 12M18 6 6 18"></path>`);
export const paper = (): TemplateResult => icon(svg`<path d="M6 3h8l4 4v14H6V3Z"></path><path d="M14 3v4h4"></path>`);
export const megaphone = (): TemplateResult =>
  icon(svg`<path d="M4 10v4h3l8 4V6L7 10H4ZM18 9.5a3.5 3.5 0 0 1 0 5M8 14l1 5h2"></path>`);
export const speech = (): TemplateResult =>
  icon(svg`<path d="M4 5h16v11H10l-4 4v-4H4V5Z"></path><path d="M8 9h8M8 12.5h5"></path>`);
export const forum = (): TemplateResult =>
  icon(svg`<path d="M3 4h13v9H8l-3 3v-3H3V4Z"></path><path d="M19 8h2v9h-2v3l-3-3h-5"></path>`);
export const padlock = (): TemplateResult =>
  icon(svg`<rect x="5" y="11" width="14" height="9" rx="2"></rect><path d="M8 11V8a4 4 0 0 1 8 0v3"></path>`);
export const box = (): TemplateResult =>
  icon(svg`<path d="M4 8h16v12H4V8ZM3 4h18v4H3V4Z"></path><path d="M9.5 12h5"></path>`);
export const phone = (): TemplateResult =>
  icon(svg`<rect x="7" y="2.5" width="10" height="19" rx="2"></rect><path d="M11 18.5h2"></path>`);
export const pin = (): TemplateResult => icon(svg`<path d="M9 3h6l-1 6 3 3v2H7v-2l3-3-1-6ZM12 14v7"></path>`);
export const published = (): TemplateResult =>
  icon(svg`<path d="M5 12.5 10 17 19 7"></path><path d="M3 21h18" stroke-width="1.5"></path>`);
export const download = (): TemplateResult => icon(svg`<path d="M12 4v11M7 11l5 5 5-5M5 20h14"></path>`);
/** The watch's own mark: a warning triangle, as in the bot's picture. */
export const watch = (): TemplateResult =>
  html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M12 5 3.8 19h16.4L12 5Z"></path>
    <path class="cut" d="M12 10v4.2M12 16.6v.1"></path>
  </svg>`;
