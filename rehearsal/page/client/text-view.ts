// Draws the marks of a message's text. Text of others only ever becomes text nodes and checked web addresses, never HTML.
import { html } from "lit-html";
import type { TemplateResult } from "lit-html";
import { roleTitle } from "./guild.ts";
import type { Mark } from "./inline-marks.ts";
import { marks } from "./marks.ts";
import { paint } from "./paint.ts";
import type { Scene } from "./scene.ts";
import { formatStamp } from "./stamps.ts";

type Drawn = TemplateResult | string | Drawn[];

function mention(label: string): TemplateResult {
  return html`<span class="mention">${label}</span>`;
}

function named(scene: Scene, kind: "user" | "role" | "channel", id: string): TemplateResult {
  const { snapshot, words, actions } = scene;
  if (kind === "user") {
    const known = snapshot.readers.find((reader) => reader.id === id)?.name ?? botName(scene, id);
    return mention(`@${known ?? words.unknownUser}`);
  }
  if (kind === "role") {
    const role = snapshot.roles.find((known) => known.id === id);
    return html`<span class="mention role" ${paint(role?.color)}>${roleTitle(role?.name ?? words.unknownRole)}</span>`;
  }
  const channel = snapshot.channels.find((known) => known.id === id);
  if (channel === undefined) return mention(`#${words.unknownChannel}`);
  return html`<button type="button" class="mention" @click=${() => actions.open(id)}>#${channel.name}</button>`;
}

/** The bot is no reader; its name stands in what it wrote. */
function botName(scene: Scene, id: string): string | undefined {
  for (const list of Object.values(scene.snapshot.messages)) {
    const author = list.find((shown) => shown.message.author.id === id)?.message.author;
    if (author !== undefined) return author.global_name ?? author.username;
  }
  return undefined;
}

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
      return html`<pre tabindex="0"><code>${mark.text}</code></pre>`;
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
