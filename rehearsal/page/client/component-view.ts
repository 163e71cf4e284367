// The components of a message: rows of buttons and menus, and the layouts of Components V2. It draws; what is pressed goes through actions.
// Guess: where a part names a file or picture from outside, its address stands in words instead.
import type {
  APIActionRowComponent,
  APIAttachment,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIFileComponent,
  APIMediaGalleryComponent,
  APIMessage,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISeparatorComponent,
  APIUnfurledMediaItem,
} from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { buttonView, isBusy } from "./button-view.ts";
import type { Place } from "./button-view.ts";
import { fileView } from "./file-view.ts";
import { Kind, wideSeparator } from "./kinds.ts";
import { attachmentFor, galleryView, pictureView } from "./media-view.ts";
import type { Picture } from "./media-view.ts";
import { paint } from "./paint.ts";
import type { Scene } from "./scene.ts";
import { selectView } from "./select-view.ts";
import { covered } from "./spoiler-view.ts";
import { textView } from "./text-view.ts";

/** What every part of one message's layout needs. */
interface Part {
  place: Place;
  files: APIAttachment[];
  scene: Scene;
}

/** An element's id cannot hold a custom_id itself: that may be any text. */
function hashed(text: string): number {
  let sum = 0;
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}

function rowView(row: APIActionRowComponent<APIComponentInMessageActionRow>, { place, scene }: Part): TemplateResult {
  return html`<div class="row">
    ${row.components.map((part) => {
      if (part.type === Kind.button) return buttonView(part, place, scene);
      const id = `menu-${place.messageId}-${hashed(part.custom_id)}`;
      return selectView(part, { ...place, id, busy: isBusy(part.custom_id, place, scene) }, scene);
    })}
  </div>`;
}

function pictureOf(
  media: APIUnfurledMediaItem,
  description: string | null | undefined,
  hidden: boolean | undefined,
  { files }: Part,
): Omit<Picture, "look"> {
  const file = attachmentFor(media.url, files);
  return {
    url: file?.url ?? media.url,
    alt: description ?? file?.description ?? undefined,
    width: media.width ?? file?.width,
    height: media.height ?? file?.height,
    hidden: hidden === true,
  };
}

function galleryPart({ items }: APIMediaGalleryComponent, part: Part): TemplateResult {
  return galleryView(
    items.map((item) => pictureOf(item.media, item.description, item.spoiler, part)),
    part.scene,
  );
}

function filePart({ file, spoiler, name, size }: APIFileComponent, part: Part): TemplateResult {
  const kept = attachmentFor(file.url, part.files);
  const shown: APIAttachment = kept ?? {
    id: "",
    filename: name ?? file.url.replace(/^.*\//u, ""),
    size: size ?? 0,
    url: file.url,
    proxy_url: file.url,
  };
  const view = fileView(shown, part.scene);
  return spoiler === true ? covered(view, part.scene) : view;
}

function sectionPart({ components, accessory }: APISectionComponent, part: Part): TemplateResult {
  const { place, scene } = part;
  return html`<div class="section">
    <div class="section-text">
      ${components.map((text) => html`<div class="text">${textView(text.content, scene)}</div>`)}
    </div>
    <div class="accessory">
      ${
        accessory.type === Kind.button
          ? buttonView(accessory, place, scene)
          : pictureView(
              { ...pictureOf(accessory.media, accessory.description, accessory.spoiler, part), look: "thumbnail" },
              scene,
            )
      }
    </div>
  </div>`;
}

function separatorPart({ divider, spacing }: APISeparatorComponent): TemplateResult {
  const classes = `${divider === false ? "no-line" : "line"} ${spacing === wideSeparator ? "wide" : "narrow"}`;
  return html`<hr class="separator ${classes}" aria-hidden=${divider === false ? "true" : "false"} />`;
}

function containerPart(container: APIContainerComponent, part: Part): TemplateResult {
  const barred = typeof container.accent_color === "number";
  const view = html`<div class=${barred ? "container barred" : "container"} ${paint(container.accent_color)}>
    ${container.components.map((inner) => one(inner, part))}
  </div>`;
  return container.spoiler === true ? covered(view, part.scene) : view;
}

function one(component: APIMessageTopLevelComponent, part: Part): TemplateResult {
  switch (component.type) {
    case Kind.row:
      return rowView(component, part);
    case Kind.text:
      return html`<div class="text">${textView(component.content, part.scene)}</div>`;
    case Kind.separator:
      return separatorPart(component);
    case Kind.container:
      return containerPart(component, part);
    case Kind.section:
      return sectionPart(component, part);
    case Kind.gallery:
      return galleryPart(component, part);
    case Kind.file:
      return filePart(component, part);
    default:
      (component) satisfies never;
      return html`<div class="faint">${part.scene.words.notShown}</div>`;
  }
}

/** All components of a message. */
export function componentsView(
  { components, attachments, id }: Pick<APIMessage, "components" | "attachments" | "id">,
  channelId: string,
  scene: Scene,
): TemplateResult | typeof nothing {
  if (components === undefined || components.length === 0) return nothing;
  const part: Part = { place: { channelId, messageId: id }, files: attachments, scene };
  return html`<div class="components">${components.map((component) => one(component, part))}</div>`;
}
