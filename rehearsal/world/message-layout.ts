// The components of a message as Discord gives them back: numbered, with their files resolved. Must never give two components one number.
import type { APIMessage, APIMessageTopLevelComponent, APIUnfurledMediaItem } from "discord-api-types/v10";
import { ComponentType as C } from "discord-api-types/v10";
import { walk, type AnyComponent, type Layout, type TopLevel } from "../rest/form-layout.ts";
import { mediaOf, type FindFile } from "./message-files.ts";

type Path = (string | number)[];
type Of<T extends C> = Extract<AnyComponent, { type: T }>;

export function laidOut(components: Layout, find: FindFile): APIMessageTopLevelComponent[] {
  const number = numbering(components);
  return components.map((part, index) => topLevel(part, ["components", index], { find, number }));
}

interface Drawing {
  find: FindFile;
  number: (part: { id?: number }) => number;
}

function topLevel(part: TopLevel, path: Path, drawing: Drawing): APIMessageTopLevelComponent {
  const id = drawing.number(part);
  if (part.type !== C.Container) return { ...child(part, path, drawing), id };
  const components = part.components.map((one, index) => {
    const own = drawing.number(one);
    return { ...child(one, [...path, "components", index], drawing), id: own };
  });
  // Discord says of these also what was left out.
  return { accent_color: null, spoiler: false, ...part, id, components };
}

function child(part: Exclude<TopLevel, { type: C.Container }>, path: Path, drawing: Drawing) {
  switch (part.type) {
    case C.ActionRow:
      return row(part, drawing);
    case C.Section:
      return section(part, path, drawing);
    case C.MediaGallery:
      return {
        ...part,
        items: part.items.map((one, index) => ({
          description: null,
          spoiler: false,
          ...one,
          media: media(one.media.url, [...path, "items", index, "media", "url"], drawing),
        })),
      };
    case C.File:
      return file(part, path, drawing);
    case C.TextDisplay:
    case C.Separator:
      return part;
  }
}

function row(part: Of<C.ActionRow>, { number }: Drawing) {
  return { ...part, components: part.components.map((one) => ({ ...counted(one), id: number(one) })) };
}

/** Of a menu Discord always says how many can be chosen. */
function counted<P extends { type: C }>(part: P): P {
  return part.type === C.Button ? part : { min_values: 1, max_values: 1, ...part };
}

function section(part: Of<C.Section>, path: Path, drawing: Drawing) {
  const components = part.components.map((one) => ({ ...one, id: drawing.number(one) }));
  const { accessory } = part;
  const id = drawing.number(accessory);
  if (accessory.type === C.Button) return { ...part, components, accessory: { ...accessory, id } };
  const shown = media(accessory.media.url, [...path, "accessory", "media", "url"], drawing);
  return { ...part, components, accessory: { description: null, spoiler: false, ...accessory, id, media: shown } };
}

function file(part: Of<C.File>, path: Path, { find }: Drawing) {
  const found = find(part.file.url, [...path, "file", "url"]);
  if (!found) return { spoiler: false, ...part };
  return { spoiler: false, ...part, file: unfurled(found), name: found.filename, size: found.size };
}

function media(url: string, path: Path, { find }: Drawing): APIUnfurledMediaItem {
  const found = find(url, path);
  return found ? unfurled(found) : { url, proxy_url: url };
}

function unfurled(found: NonNullable<ReturnType<FindFile>>): APIUnfurledMediaItem {
  const { description: _description, ...rest } = mediaOf(found);
  return { ...rest, attachment_id: found.id };
}

/** Discord counts up from 1 and steps over numbers that the bot gave itself; 0 counts as none. */
function numbering(components: Layout): Drawing["number"] {
  const given = new Set(walk(components, []).map(({ part }) => part.id ?? 0));
  let last = 0;
  return ({ id }) => {
    if (id) return id;
    do last += 1;
    while (given.has(last));
    return last;
  };
}

type MessageParts = NonNullable<APIMessage["components"]>;

/** Everything that is written in texts, for mentions. */
export function wordsOf(components: MessageParts): string[] {
  return components.flatMap((part) => {
    if (part.type === C.TextDisplay) return [part.content];
    if (part.type === C.Container) return wordsOf(part.components);
    return part.type === C.Section ? part.components.map((one) => one.content) : [];
  });
}

/** Addresses of the files and pictures that components show. */
export function mediaUrls(components: MessageParts): string[] {
  return components.flatMap((part) => {
    if (part.type === C.MediaGallery) return part.items.map((one) => one.media.url);
    if (part.type === C.File) return [part.file.url];
    if (part.type === C.Container) return mediaUrls(part.components);
    return part.type === C.Section && part.accessory.type === C.Thumbnail ? [part.accessory.media.url] : [];
  });
}

/** Buttons and menus, wherever they stand. */
export function pressable(components: MessageParts) {
  return components.flatMap((part): PressablePart[] => {
    if (part.type === C.ActionRow) return part.components;
    if (part.type === C.Container) return pressable(part.components);
    return part.type === C.Section && part.accessory.type === C.Button ? [part.accessory] : [];
  });
}
type PressablePart = Extract<MessageParts[number], { type: C.ActionRow }>["components"][number];
