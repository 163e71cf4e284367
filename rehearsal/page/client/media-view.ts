// Pictures and files of a message. It fetches nothing from outside: only what the rehearsal's own server serves is shown as a picture.
import type { APIAttachment } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { paper } from "./icons.ts";
import type { Scene } from "./scene.ts";

interface Picture {
  url: string;
  alt: string | undefined;
  width?: number | null | undefined;
  height?: number | null | undefined;
  look: string;
}

/** The address as this page may load it: Discord's stand-in may name itself by another of its loopback names. */
function ownAddress(url: string): string | undefined {
  if (!URL.canParse(url, location.href)) return undefined;
  const found = new URL(url, location.href);
  const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);
  if (found.origin === location.origin) return found.href;
  const sameServer = loopback.has(found.hostname) && loopback.has(location.hostname) && found.port === location.port;
  return sameServer ? found.pathname + found.search : undefined;
}

/** Room for a picture in CSS pixels. Its size is fixed before it has arrived, so that nothing below it jumps. */
const room = { width: 480, height: 360 };

function fitted({ width, height }: Picture): { width: string; height: string } | undefined {
  if (typeof width !== "number" || typeof height !== "number" || width <= 0 || height <= 0) return undefined;
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: String(Math.round(width * scale)), height: String(Math.round(height * scale)) };
}

/** A picture with its description; the description alone where the picture would have to be fetched from outside. */
export function pictureView(picture: Picture, scene: Scene): TemplateResult {
  const { words } = scene;
  const own = ownAddress(picture.url);
  const alt = picture.alt === undefined || picture.alt === "" ? words.noAlt : picture.alt;
  if (own === undefined) return html`<div class="outside ${picture.look}">${words.outside}: ${alt}</div>`;
  const size = fitted(picture);
  return html`<img
    class="picture ${picture.look}"
    src=${own}
    alt=${alt}
    title=${alt}
    width=${ifDefined(size?.width)}
    height=${ifDefined(size?.height)}
  />`;
}

const isPicture = (file: APIAttachment): boolean =>
  file.content_type?.startsWith("image/") ?? /\.(png|jpe?g|gif|webp|svg)$/iu.test(file.filename);

function fileSize(bytes: number, locale: string): string {
  const kilo = bytes / 1024;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return kilo < 1024 ? `${format.format(kilo)} KB` : `${format.format(kilo / 1024)} MB`;
}

function fileView(file: APIAttachment, scene: Scene): TemplateResult {
  return html`<div class="file">
    ${paper()}
    <div>
      <a href=${ownAddress(file.url) ?? "#"} download=${file.filename}>${file.filename}</a>
      <div class="faint">${fileSize(file.size, scene.reader.locale)}</div>
    </div>
  </div>`;
}

/** A message's files, without those an embed already shows. */
export function filesView(
  files: APIAttachment[],
  shownInEmbeds: Set<string>,
  scene: Scene,
): TemplateResult | typeof nothing {
  const rest = files.filter((file) => !shownInEmbeds.has(file.url));
  if (rest.length === 0) return nothing;
  return html`<div class="files">
    ${rest.map((file) =>
      isPicture(file)
        ? pictureView({ ...file, alt: file.description ?? undefined, look: "attached" }, scene)
        : fileView(file, scene),
    )}
  </div>`;
}

/** The attachment an embed's `attachment://name` or address points at. */
export function attachmentFor(url: string, files: APIAttachment[]): APIAttachment | undefined {
  const name = /^attachment:\/\/(.+)$/u.exec(url)?.[1];
  return files.find((file) => (name === undefined ? file.url === url : file.filename === name));
}
