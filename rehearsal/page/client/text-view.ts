// Draws the marks of a message's text. Text of others only ever becomes text nodes and checked web addresses, never HTML.
import { html } from "lit-html";
import type { TemplateResult } from "lit-html";
import { customEmojiView, emojiView } from "./emoji-view.ts";
import type { Mark } from "./inline-marks.ts";
import { isJumbo, marks } from "./marks.ts";
import { guideView, mention, named } from "./mention-view.ts";
import type { Scene } from "./scene.ts";
import { formatStamp } from "./stamps.ts";

type Drawn = TemplateResult | string | Drawn[];

function stamp(scene: Scene, mark: Extract<Mark, { kind: "stamp" }>): TemplateResult {
  const text = formatStamp(mark.unix, mark.style, scene.reader, scene.nowMs);
  return html`<time class="stamp" title=${formatStamp(mark.unix, "F", scene.reader, scene.nowMs)}>${text}</time>`;
}

function reveal(event: Event): void {
  const spoiler = event.currentTarget;
  if (!(spoiler instanceof HTMLElement)) return;
  if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  spoiler.classList.add("open");
  spoiler.removeAttribute("role");
  spoiler.removeAttribute("tabindex");
  spoiler.removeAttribute("aria-label");
}

function spoiler(scene: Scene, inner: Drawn): TemplateResult {
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label=${scene.words.spoiler}
    @click=${reveal}
    @keydown=${reveal}
    ><span>${inner}</span></span
  >`;
}

function list(mark: Extract<Mark, { kind: "list" }>, scene: Scene): TemplateResult {
  const items = mark.items.map((entry) => html`<li>${draw(entry, scene)}</li>`);
  return mark.start === undefined
    ? html`<ul>
        ${items}
      </ul>`
    : html`<ol start=${mark.start}>
        ${items}
      </ol>`;
}

/** Discord's three sizes. They are no headings of this page's outline, so they are not announced as such. */
function heading(level: number, inner: Drawn): TemplateResult {
  return html`<div class="heading level-${level}">${inner}</div>`;
}

/** What only wraps other marks. */
function wrapped(mark: Extract<Mark, { kind: Wrapper }>, scene: Scene): TemplateResult {
  const inner = draw(mark.inner, scene);
  const tags = {
    bold: () => html`<strong>${inner}</strong>`,
    italic: () => html`<em>${inner}</em>`,
    underline: () => html`<u>${inner}</u>`,
    strike: () => html`<s>${inner}</s>`,
    spoiler: () => spoiler(scene, inner),
    quote: () => html`<blockquote>${inner}</blockquote>`,
    small: () => html`<div class="small">${inner}</div>`,
  };
  return tags[mark.kind]();
}

type Wrapper = "bold" | "italic" | "underline" | "strike" | "spoiler" | "quote" | "small";

function one(mark: Mark, scene: Scene): Drawn {
  switch (mark.kind) {
    case "text":
      return mark.text;
    case "code":
      return html`<code>${mark.text}</code>`;
    case "block":
      return html`<pre tabindex="0" class="code"><code data-language=${mark.language}>${mark.text}</code></pre>`;
    case "break":
      return html`<br />`;
    case "heading":
      return heading(mark.level, draw(mark.inner, scene));
    case "list":
      return list(mark, scene);
    case "link":
      return html`<a href=${mark.href} target="_blank" rel="noopener noreferrer">${draw(mark.inner, scene)}</a>`;
    case "user":
    case "role":
    case "channel":
      return named(scene, mark.kind, mark.id);
    case "everyone":
    case "command":
      return mention(mark.kind === "command" ? `/${mark.name}` : mark.name);
    case "stamp":
      return stamp(scene, mark);
    case "emoji":
      return emojiView(mark.text);
    case "custom":
      return customEmojiView(mark.name);
    case "guide":
      return guideView(mark.to, scene);
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "spoiler":
    case "quote":
    case "small":
    default:
      return wrapped(mark, scene);
  }
}

function draw(list: Mark[], scene: Scene): Drawn[] {
  return list.map((mark) => one(mark, scene));
}

/** Some text with Discord's marks, as the acting reader sees it. */
export function textView(text: string, scene: Scene): Drawn {
  return draw(marks(text), scene);
}

/** The text of a message, whose emoji are big where there is nothing else. */
export function contentView(text: string, scene: Scene): TemplateResult {
  return html`<span class=${isJumbo(text) ? "jumbo" : "content"}>${textView(text, scene)}</span>`;
}
