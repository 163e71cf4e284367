// An embed as Discord lays it out: bar, author, title, text, fields in rows of three, picture, foot. It asks for nothing from outside.
import type { APIAttachment, APIEmbed, APIEmbedField } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { withEmoji } from "./emoji-view.ts";
import { attachmentFor, pictureView } from "./media-view.ts";
import type { Picture } from "./media-view.ts";
import { ownAddress, webAddress } from "./own-address.ts";
import { paint } from "./paint.ts";
import type { Scene } from "./scene.ts";
import { formatterFor } from "./stamps.ts";
import { textView } from "./text-view.ts";

type Part = TemplateResult | typeof nothing;

/** Fields side by side share a row, three at most; a field that is not inline has a row of its own. */
function rows(fields: APIEmbedField[]): APIEmbedField[][] {
  const out: APIEmbedField[][] = [];
  for (const field of fields) {
    const last = out.at(-1);
    const fits = field.inline === true && last?.[0]?.inline === true && last.length < 3;
    if (fits) last.push(field);
    else out.push([field]);
  }
  return out;
}

function fieldView(field: APIEmbedField, scene: Scene): TemplateResult {
  return html`<div class="field">
    <div class="field-name">${textView(field.name, scene)}</div>
    <div class="field-value">${textView(field.value, scene)}</div>
  </div>`;
}

function titleView(embed: APIEmbed, scene: Scene): Part {
  if (embed.title === undefined) return nothing;
  const href = webAddress(embed.url);
  const title = textView(embed.title, scene);
  if (href === undefined) return html`<div class="embed-title">${title}</div>`;
  return html`<div class="embed-title"><a href=${href} target="_blank" rel="noopener noreferrer">${title}</a></div>`;
}

/** A little picture beside a name, only where our own server has it: it adds nothing that is not also said in words. */
function iconView(url: string | undefined, files: APIAttachment[]): Part {
  if (url === undefined) return nothing;
  const own = ownAddress(attachmentFor(url, files)?.url ?? url);
  return own === undefined ? nothing : html`<img class="embed-icon" src=${own} alt="" />`;
}

function authorView(embed: APIEmbed, files: APIAttachment[]): Part {
  const { author } = embed;
  if (author === undefined) return nothing;
  const href = webAddress(author.url);
  const name = withEmoji(author.name);
  return html`<div class="embed-author">
    ${iconView(author.icon_url, files)}${
      href === undefined
        ? html`<span>${name}</span>`
        : html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>`
    }
  </div>`;
}

function footView(embed: APIEmbed, files: APIAttachment[], scene: Scene): Part {
  const { footer, timestamp } = embed;
  if (footer === undefined && timestamp === undefined) return nothing;
  const look = { dateStyle: "medium", timeStyle: "short" } as const;
  const time = timestamp === undefined ? nothing : formatterFor(scene.reader, look).format(Date.parse(timestamp));
  return html`<div class="embed-foot">
    ${iconView(footer?.icon_url, files)}<span
      >${footer === undefined ? nothing : withEmoji(footer.text)}${footer === undefined || time === nothing ? nothing : " • "}${
        time === nothing ? nothing : html`<time datetime=${timestamp ?? ""}>${time}</time>`
      }</span
    >
  </div>`;
}

interface Media {
  url: string;
  width?: number;
  height?: number;
  /** Discord gives an attached picture's alternative text here too. */
  description?: string;
}

function imageView(media: Media | undefined, files: APIAttachment[], look: Picture["look"], scene: Scene): Part {
  if (media === undefined) return nothing;
  const file = attachmentFor(media.url, files);
  const { url, width, height, description } = { ...media, ...file };
  return pictureView({ url, alt: description ?? undefined, width, height, look }, scene);
}

/** The addresses of attachments that a message's embeds show, so that they are not shown twice. */
export function picturesInEmbeds(embeds: APIEmbed[], files: APIAttachment[]): Set<string> {
  const urls = embeds
    .flatMap((embed) => [embed.image?.url, embed.thumbnail?.url, embed.author?.icon_url, embed.footer?.icon_url])
    .filter((url) => url !== undefined);
  return new Set(urls.map((url) => attachmentFor(url, files)?.url ?? url));
}

/** One embed. */
export function embedView(embed: APIEmbed, files: APIAttachment[], scene: Scene): TemplateResult {
  const fields = rows(embed.fields ?? []);
  return html`<div class=${embed.thumbnail === undefined ? "embed" : "embed with-thumbnail"} ${paint(embed.color)}>
    <div class="embed-body">
      ${embed.provider?.name === undefined ? nothing : html`<div class="faint">${embed.provider.name}</div>`}
      ${authorView(embed, files)} ${titleView(embed, scene)}
      ${embed.description === undefined ? nothing : html`<div class="embed-text">${textView(embed.description, scene)}</div>`}
      ${fields.map(
        (row) => html`<div class="fields of-${row.length}">${row.map((field) => fieldView(field, scene))}</div>`,
      )}
      ${imageView(embed.image, files, "in-embed", scene)} ${footView(embed, files, scene)}
    </div>
    ${imageView(embed.thumbnail, files, "thumbnail", scene)}
  </div>`;
}
