// An embed as Discord lays it out: bar, author, title, text, fields in rows of three, picture, foot. It asks for nothing from outside.
import type { APIAttachment, APIEmbed, APIEmbedField } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { attachmentFor, pictureView } from "./media-view.ts";
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

function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//iu.test(url) ? url : undefined;
}

function titleView(embed: APIEmbed, scene: Scene): Part {
  if (embed.title === undefined) return nothing;
  const href = webAddress(embed.url);
  const title = textView(embed.title, scene);
  if (href === undefined) return html`<div class="embed-title">${title}</div>`;
  return html`<div class="embed-title"><a href=${href} target="_blank" rel="noopener noreferrer">${title}</a></div>`;
}

function footView(embed: APIEmbed, scene: Scene): Part {
  const { footer, timestamp } = embed;
  const parts = [footer?.text];
  if (timestamp !== undefined) {
    const look = { dateStyle: "medium", timeStyle: "short" } as const;
    parts.push(formatterFor(scene.reader, look).format(Date.parse(timestamp)));
  }
  const text = parts.filter((part) => part !== undefined).join(" · ");
  return text === "" ? nothing : html`<div class="embed-foot">${text}</div>`;
}

interface Media {
  url: string;
  width?: number;
  height?: number;
  /** Discord gives an attached picture's alternative text here too. */
  description?: string;
}

function imageView(media: Media | undefined, files: APIAttachment[], look: string, scene: Scene): Part {
  if (media === undefined) return nothing;
  const file = attachmentFor(media.url, files);
  const { url, width, height, description } = { ...media, ...file };
  return pictureView({ url, alt: description ?? undefined, width, height, look }, scene);
}

/** The addresses of attachments that a message's embeds show, so that they are not shown twice. */
export function picturesInEmbeds(embeds: APIEmbed[], files: APIAttachment[]): Set<string> {
  const urls = embeds.flatMap((embed) => [embed.image?.url, embed.thumbnail?.url]).filter((url) => url !== undefined);
  return new Set(urls.map((url) => attachmentFor(url, files)?.url ?? url));
}

/** One embed. */
export function embedView(embed: APIEmbed, files: APIAttachment[], scene: Scene): TemplateResult {
  const fields = rows(embed.fields ?? []);
  return html`<div class="embed" ${paint(embed.color)}>
    <div class="embed-body">
      ${embed.author === undefined ? nothing : html`<div class="embed-author">${embed.author.name}</div>`}
      ${titleView(embed, scene)}
      ${embed.description === undefined ? nothing : html`<div class="embed-text">${textView(embed.description, scene)}</div>`}
      ${fields.map(
        (row) =>
          html`<div class="fields of-${row[0]?.inline === true ? 3 : 1}">
            ${row.map((field) => fieldView(field, scene))}
          </div>`,
      )}
      ${imageView(embed.image, files, "in-embed", scene)} ${footView(embed, scene)}
    </div>
    ${imageView(embed.thumbnail, files, "thumbnail", scene)}
  </div>`;
}
