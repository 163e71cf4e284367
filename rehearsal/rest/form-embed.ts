// What Discord accepts as an embed. Must never be more generous than Discord.
import { z } from "zod";
import { needed, text } from "./errors.ts";

const webUrl = z
  .string()
  .max(2048)
  .refine((url) => isUrl(url, ["http:", "https:"]), scheme("http, https"));
const mediaUrl = z
  .string()
  .max(2048)
  .refine((url) => isUrl(url, ["http:", "https:", "attachment:"]), scheme("http, https, attachment"))
  .refine((url) => !url.startsWith("attachment:") || /\.(?:jpe?g|png|webp|gif)$/iu.test(url), {
    params: { code: "ATTACHMENT_TYPE_INVALID" },
    message: "Only .jpg, .jpeg, .png, .webp and .gif can be shown in an embed.",
  });

function scheme(allowed: string) {
  return { params: { code: "URL_TYPE_INVALID_SCHEME" }, message: `Scheme must be one of (${allowed}).` };
}

function isUrl(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const media = z.strictObject({
  url: mediaUrl,
  proxy_url: z.string().exactOptional(),
  width: z.number().exactOptional(),
  height: z.number().exactOptional(),
  content_type: z.string().exactOptional(),
  placeholder: z.string().exactOptional(),
  placeholder_version: z.number().exactOptional(),
  description: text(0, 1024).exactOptional(),
  flags: z.number().exactOptional(),
});

const embed = z
  .strictObject({
    title: text(0, 256).exactOptional(),
    type: z.literal("rich").exactOptional(),
    description: text(0, 4096).exactOptional(),
    url: webUrl.exactOptional(),
    timestamp: z.iso.datetime({ offset: true }).exactOptional(),
    color: z.int().min(0).max(0xffffff).exactOptional(),
    footer: z
      .strictObject({
        text: needed(2048),
        icon_url: mediaUrl.exactOptional(),
        proxy_icon_url: z.string().exactOptional(),
      })
      .exactOptional(),
    image: media.exactOptional(),
    thumbnail: media.exactOptional(),
    author: z
      .strictObject({
        name: needed(256),
        url: webUrl.exactOptional(),
        icon_url: mediaUrl.exactOptional(),
        proxy_icon_url: z.string().exactOptional(),
      })
      .exactOptional(),
    fields: z
      .array(z.strictObject({ name: needed(256), value: needed(1024), inline: z.boolean().exactOptional() }))
      .max(25)
      .exactOptional(),
  })
  .refine((one) => weight(one) > 0 || one.image !== undefined || one.thumbnail !== undefined, {
    path: ["description"],
    params: { code: "BASE_TYPE_REQUIRED" },
    message: "This field is required",
  });

/** Characters that count towards 6,000 over all embeds of a message. */
function weight(one: {
  title?: string;
  description?: string;
  footer?: { text: string };
  author?: { name: string };
  fields?: { name: string; value: string }[];
}): number {
  const fields = (one.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  const rest = [one.title, one.description, one.footer?.text, one.author?.name];
  return rest.reduce((sum, part) => sum + (part?.length ?? 0), fields);
}

export const embeds = z
  .array(embed)
  .max(10)
  .refine((list) => list.reduce((sum, one) => sum + weight(one), 0) <= 6000, {
    params: { code: "MAX_EMBED_SIZE_EXCEEDED" },
    message: "Embed size exceeds maximum size of 6000",
  });
