// Files of a message: name, size, download, and the first lines of texts. It reads files of its own server only, and never runs them.
import type { APIAttachment } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { until } from "lit-html/directives/until.js";
import { fileKind, fileSize, firstLines, isSpoilerFile } from "./file-kinds.ts";
import { chevron, download, paper } from "./icons.ts";
import { galleryView } from "./media-view.ts";
import { ownAddress } from "./own-address.ts";
import type { Scene } from "./scene.ts";
import { covered } from "./spoiler-view.ts";

/** Lines shown at once, and after unfolding. */
const fewLines = 6;
const manyLines = 200;
/** Bigger texts are only handed over, bytes. */
const biggestText = 256 * 1024;

// A text is read once, however often its message is drawn. Files never change under their address.
const texts = new Map<string, Promise<string | undefined>>();

function readText(address: string): Promise<string | undefined> {
  const known = texts.get(address);
  if (known !== undefined) return known;
  const reading = fetch(address)
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined);
  texts.set(address, reading);
  return reading;
}

function unfold(event: Event): void {
  const button = event.currentTarget;
  if (!(button instanceof HTMLElement)) return;
  const preview = button.closest(".preview");
  const open = preview?.classList.toggle("open") === true;
  button.setAttribute("aria-expanded", String(open));
}

function linesView(name: string, text: string | undefined, scene: Scene): TemplateResult {
  const { words } = scene;
  if (text === undefined) return html`<p class="faint">${words.previewFailed}</p>`;
  const few = firstLines(text, fewLines);
  const rest = firstLines(text.replace(/\r\n?/gu, "\n").split("\n").slice(fewLines).join("\n"), manyLines - fewLines);
  return html`<pre class="code" tabindex="0" role="region" aria-label=${words.previewOf(name)}><code>${few.shown}<span
        class="folded"
        >${few.more > 0 ? `\n${rest.shown}` : ""}${rest.more > 0 ? `\n… ${words.moreLines(rest.more)}` : ""}</span
      ></code></pre>
    ${
      few.more === 0
        ? nothing
        : html`<button type="button" class="unfold-lines" aria-expanded="false" @click=${unfold}>
            ${chevron()} <span class="when-folded">${words.moreLines(few.more)}</span
            ><span class="when-open">${words.collapse}</span>
          </button>`
    }`;
}

function previewView(file: APIAttachment, address: string, scene: Scene): TemplateResult {
  const lines = readText(address).then((text) => linesView(file.filename, text, scene));
  return html`<div class="preview">${until(lines, html`<p class="faint">…</p>`)}</div>`;
}

/** One file that is no picture. */
export function fileView(file: APIAttachment, scene: Scene): TemplateResult {
  const { words } = scene;
  const own = ownAddress(file.url);
  const reads = own !== undefined && fileKind(file) === "text" && file.size <= biggestText;
  const row = html`<div class=${reads ? "file with-preview" : "file"}>
    ${reads ? previewView(file, own, scene) : nothing}
    <div class="file-row">
      ${paper()}
      <div class="file-name">
        ${own === undefined ? html`<b>${file.filename}</b>` : html`<a href=${own} download=${file.filename}>${file.filename}</a>`}
        <div class="faint">${fileSize(file.size, scene.reader.locale)}</div>
        ${
          file.description === undefined || file.description === null || file.description === ""
            ? nothing
            : html`<div class="faint">${file.description}</div>`
        }
      </div>
      ${
        own === undefined
          ? nothing
          : html`<a
              class="file-download"
              href=${own}
              download=${file.filename}
              aria-label=${words.download(file.filename)}
              title=${words.download(file.filename)}
              >${download()}</a
            >`
      }
    </div>
  </div>`;
  return isSpoilerFile(file) ? covered(row, scene) : row;
}

/** A message's files, without those an embed already shows: pictures first, in one gallery, as Discord does. */
export function filesView(
  files: APIAttachment[],
  shownElsewhere: Set<string>,
  scene: Scene,
): TemplateResult | typeof nothing {
  const rest = files.filter((file) => !shownElsewhere.has(file.url));
  if (rest.length === 0) return nothing;
  const pictures = rest.filter((file) => fileKind(file) === "picture");
  const others = rest.filter((file) => fileKind(file) !== "picture");
  const tiles = pictures.map(({ url, width, height, description, ...file }) => ({
    url,
    width,
    height,
    alt: description ?? undefined,
    hidden: isSpoilerFile(file),
  }));
  return html`<div class="files">
    ${tiles.length === 0 ? nothing : galleryView(tiles, scene)} ${others.map((file) => fileView(file, scene))}
  </div>`;
}
