// Pictures of messages, embeds and galleries. It fetches nothing from outside: only what the rehearsal's own server serves is shown.
import type { APIAttachment } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { ownAddress } from "./own-address.ts";
import type { Scene } from "./scene.ts";
import { covered } from "./spoiler-view.ts";

export interface Picture {
  url: string;
  alt: string | undefined;
  width?: number | null | undefined;
  height?: number | null | undefined;
  look: "attached" | "in-embed" | "thumbnail" | "tile";
  hidden?: boolean;
}

/** Room for a picture in CSS pixels. Its size is fixed before it has arrived, so that nothing below it jumps. */
const room = { width: 480, height: 360 };

function fitted({ width, height }: Picture): { width: string; height: string } | undefined {
  if (typeof width !== "number" || typeof height !== "number" || width <= 0 || height <= 0) return undefined;
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: String(Math.round(width * scale)), height: String(Math.round(height * scale)) };
}

/** Discord's marker on pictures that have a description, which it opens. */
function altView(alt: string, scene: Scene): TemplateResult {
  return html`<details class="alt">
    <summary title=${scene.words.altText}>ALT<span class="unseen">: ${scene.words.altText}</span></summary>
    <div>${alt}</div>
  </details>`;
}

/** A picture with its description; the description alone where the picture would have to be fetched from outside. */
export function pictureView(picture: Picture, scene: Scene): TemplateResult {
  const { words } = scene;
  const own = ownAddress(picture.url);
  const described = picture.alt !== undefined && picture.alt !== "";
  const alt = described ? (picture.alt ?? "") : words.noAlt;
  if (own === undefined) return html`<div class="outside ${picture.look}">${words.outside}: ${alt}</div>`;
  const size = fitted(picture);
  const image = html`<img
    class="picture"
    src=${own}
    alt=${alt}
    title=${alt}
    loading="lazy"
    width=${ifDefined(size?.width)}
    height=${ifDefined(size?.height)}
  />`;
  const frame = html`<div class="frame ${picture.look}">
    ${image}${described && picture.look !== "thumbnail" ? altView(alt, scene) : nothing}
  </div>`;
  return picture.hidden === true ? covered(frame, scene) : frame;
}

/** Several pictures side by side, as Discord tiles them; one alone keeps its own shape. */
export function galleryView(pictures: Omit<Picture, "look">[], scene: Scene): TemplateResult {
  const [first] = pictures;
  if (pictures.length === 1 && first !== undefined) return pictureView({ ...first, look: "attached" }, scene);
  return html`<div class="gallery of-${Math.min(pictures.length, 3)}">
    ${pictures.map((picture) => pictureView({ ...picture, look: "tile" }, scene))}
  </div>`;
}

/** The attachment an `attachment://name` or an address points at. */
export function attachmentFor(url: string, files: APIAttachment[]): APIAttachment | undefined {
  const name = /^attachment:\/\/(.+)$/u.exec(url)?.[1];
  return files.find((file) => (name === undefined ? file.url === url : file.filename === name));
}
