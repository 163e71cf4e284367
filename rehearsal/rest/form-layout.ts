// Components V2: containers, sections, texts, media, files and separators. Must never accept one where Discord does not: what may stand in what is here.
import { ComponentType as C, SeparatorSpacingSize } from "discord-api-types/v10";
import { z } from "zod";
import { text } from "./errors.ts";
import { button, componentId as id, row } from "./form-components.ts";

const url = (schemes: string[]) =>
  z
    .string()
    .max(2048)
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
      params: { code: "URL_TYPE_INVALID_SCHEME" },
      message: `Scheme must be one of (${schemes.map((one) => one.slice(0, -1)).join(", ")}).`,
    });
const media = z.strictObject({ url: url(["http:", "https:", "attachment:"]) });
const spoiler = z.boolean().exactOptional();
const description = text(1, 1024).nullable().exactOptional();

export const textDisplay = z.strictObject({ type: z.literal(C.TextDisplay), id, content: text(1, 4000) });
const thumbnail = z.strictObject({ type: z.literal(C.Thumbnail), id, media, description, spoiler });
const section = z.strictObject({
  type: z.literal(C.Section),
  id,
  components: z
    .array(z.discriminatedUnion("type", [textDisplay]))
    .min(1)
    .max(3),
  accessory: z.discriminatedUnion("type", [button, thumbnail]),
});
const gallery = z.strictObject({
  type: z.literal(C.MediaGallery),
  id,
  items: z.array(z.strictObject({ media, description, spoiler })).min(1).max(10),
});
const file = z.strictObject({
  type: z.literal(C.File),
  id,
  file: z.strictObject({ url: url(["attachment:"]) }),
  spoiler,
});
const separator = z.strictObject({
  type: z.literal(C.Separator),
  id,
  divider: z.boolean().exactOptional(),
  spacing: z.enum(SeparatorSpacingSize).exactOptional(),
});
const inner = [row, textDisplay, section, gallery, separator, file] as const;
const container = z.strictObject({
  type: z.literal(C.Container),
  id,
  accent_color: z.int().min(0).max(0xffffff).nullable().exactOptional(),
  spoiler,
  components: z.array(z.discriminatedUnion("type", inner)).min(1).max(40),
});

/** What may stand at the top of a message, with and without the flag for Components V2: layout-rules.ts tells them apart. */
export const layout = z.array(z.discriminatedUnion("type", [...inner, container])).max(40);

export type Layout = z.infer<typeof layout>;
export type TopLevel = Layout[number];
type Button = z.infer<typeof button>;
type RowPart = z.infer<typeof row>["components"][number];
export type AnyComponent = TopLevel | RowPart | Button | z.infer<typeof thumbnail>;

export interface Placed {
  part: AnyComponent;
  path: (string | number)[];
}

/** Every component with its place, parents first, as Discord numbers them. */
export function walk(list: readonly AnyComponent[], at: (string | number)[]): Placed[] {
  return list.flatMap((part, index) => {
    const path = [...at, index];
    const below = "components" in part ? walk(part.components, [...path, "components"]) : [];
    const beside = "accessory" in part ? [{ part: part.accessory, path: [...path, "accessory"] }] : [];
    return [{ part, path }, ...below, ...beside];
  });
}
