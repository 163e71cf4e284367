// The page's few drawings, our own. Decoration only: what they mean is always said in words beside them.
import { html, svg } from "lit-html";
import type { TemplateResult } from "lit-html";

const icon = (inner: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${inner}</svg>`;

export const hash = (): TemplateResult => icon(svg`<path d="M9 4 7 20M17 4l-2 16M4 9h17M3 15h17"></path>`);
export const eye = (): TemplateResult =>
  icon(svg`<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z"></path><circle cx="12" cy="12" r="3"></circle>`);
export const quietBell = (): TemplateResult =>
  icon(svg`<path d="M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5L6 17Z"></path><path d="M10.5 20h3M4 4l16 16"></path>`);
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
/** The watch's own mark: a warning triangle, as in the bot's picture. */
export const watch = (): TemplateResult =>
  html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M12 5 3.8 19h16.4L12 5Z"></path>
    <path class="cut" d="M12 10v4.2M12 16.6v.1"></path>
  </svg>`;
