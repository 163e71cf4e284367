// Draws emoji: Unicode ones with Twemoji's graphics from our own server, custom ones by name. It never fetches a picture from outside.
import { html } from "lit-html";
import type { TemplateResult } from "lit-html";
import { emojiCode, emojiParts, faintOn } from "./emoji.ts";

/** One emoji. The graphic's alternative text is the emoji itself, so that copied text and screen readers keep it. */
export function emojiView(text: string): TemplateResult {
  const code = emojiCode(text);
  const faint = faintOn(code);
  const classes = faint === undefined ? "emoji" : `emoji faint-on-${faint}`;
  return html`<img class=${classes} src="emoji/${code}.svg" alt=${text} draggable="false" />`;
}

/** A custom emoji: its picture lies on Discord's servers, so its name stands for it. */
export function customEmojiView(name: string): TemplateResult {
  return html`<span class="emoji-name" title=":${name}:">:${name}:</span>`;
}

/** The emoji of a button or of a menu's entry. */
export function partialEmojiView(emoji: { id?: string | null; name?: string | null }): TemplateResult {
  const name = emoji.name ?? "emoji";
  return typeof emoji.id === "string" && emoji.id !== "" ? customEmojiView(name) : emojiView(name);
}

/** A label with its emoji drawn. */
export function withEmoji(label: string): (TemplateResult | string)[] {
  return emojiParts(label).map((part) => (part.kind === "emoji" ? emojiView(part.text) : part.text));
}
