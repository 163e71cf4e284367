// A Message as the body that Discord's REST takes. Must never cut and never mention anybody but the roles and people named: over a limit it throws.
import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIAllowedMentions,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIStringSelectComponent,
} from "discord-api-types/v10";
import type { RawFile } from "discord.js";
import type { Button, Embed, Menu, Message, Row, Tone } from "../views/message.ts";
import { customId, type LongArgs } from "./custom-id.ts";
import { rawFiles } from "./files.ts";
import { checkBody, OverLimit } from "./limits.ts";

/** What create-message, an answer to an interaction and an edit have in common. Lists are always there: an edit keeps what is left out. */
export interface Body {
  content: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  allowed_mentions: APIAllowedMentions;
  flags?: MessageFlags;
  /** They go beside the body, never in it. */
  files?: readonly RawFile[];
}

/** What stands in the request itself. `attachments` names the files beside it, by their place in the list. */
export type Json = Omit<Body, "files"> & { attachments?: { id: number; filename: string }[]; files?: never };

/** A message that is made with files, or without. */
export function made({ files = [], ...body }: Body): { json: Json; files: readonly RawFile[] } {
  return { json: files.length === 0 ? body : { ...body, attachments: named(files) }, files };
}

/** In place of another: its flags cannot be changed, and of its files only those named stay. */
export function replacing({ files = [], flags: _flags, ...body }: Body): { json: Json; files: readonly RawFile[] } {
  return { json: { ...body, attachments: named(files) }, files };
}

const named = (files: readonly RawFile[]) => files.map(({ name }, id) => ({ id, filename: name }));

/** `silent`: no push notification. `private`: only who asked sees it (answers to interactions only). */
export interface Manner {
  silent?: boolean;
  private?: boolean;
}

/** Never green, which readers would take for safety. */
const COLOURS: Record<Tone, number> = {
  curfew: 0x9b1c1c,
  none: 0x8a8f98,
  unknown: 0xe0a100,
  strike: 0x6b2d5c,
  info: 0x3b5f9e,
  trouble: 0xd9480f,
};

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** Throws OverLimit where Discord would refuse the message. Arguments of buttons that do not fit are kept before it returns. */
export async function payload(message: Message, manner: Manner, longArgs: LongArgs): Promise<Body> {
  const flags = flagsOf(manner, message);
  const body: Body = {
    content: message.signature === undefined ? message.content : `${message.content}\n${message.signature}`,
    embeds: message.embed === undefined ? [] : [embedOf(message.embed)],
    components: await Promise.all((message.rows ?? []).map((row) => rowOf(row, longArgs))),
    allowed_mentions: {
      parse: [],
      roles: [...new Set(message.roles)],
      ...(message.users === undefined ? {} : { users: [...new Set(message.users)] }),
    },
    ...(flags === undefined ? {} : { flags }),
    ...(message.files === undefined || message.files.length === 0 ? {} : { files: rawFiles(message.files) }),
  };
  if (body.files !== undefined && manner.private !== true) throw new OverLimit("files go only to who asked for them");
  checkBody(body);
  return body;
}

/** Discord wants no key at all rather than no flags on an edit. SUPPRESS_EMBEDS is never set beside an embed: it holds the sources. */
function flagsOf(manner: Manner, { embed, noPreviews }: Message): MessageFlags | undefined {
  const flags = [
    ...(manner.silent ? [MessageFlags.SuppressNotifications] : []),
    ...(manner.private ? [MessageFlags.Ephemeral] : []),
    ...(noPreviews && embed === undefined ? [MessageFlags.SuppressEmbeds] : []),
  ];
  return flags.length === 0 ? undefined : flags.reduce((all, flag) => all | flag);
}

function embedOf(embed: Embed): APIEmbed {
  return {
    color: COLOURS[embed.tone],
    ...(embed.title === undefined ? {} : { title: embed.title }),
    ...(embed.url === undefined ? {} : { url: embed.url }),
    ...(embed.description === undefined ? {} : { description: embed.description }),
    ...(embed.fields === undefined ? {} : { fields: embed.fields.map((field) => ({ ...field })) }),
    ...(embed.footer === undefined ? {} : { footer: { text: embed.footer } }),
  };
}

async function rowOf(row: Row, longArgs: LongArgs): Promise<APIActionRowComponent<APIComponentInMessageActionRow>> {
  const components =
    "menu" in row
      ? [await menuOf(row.menu, longArgs)]
      : await Promise.all(row.buttons.map((button) => buttonOf(button, longArgs)));
  return { type: ComponentType.ActionRow, components };
}

async function buttonOf(button: Button, longArgs: LongArgs): Promise<APIButtonComponent> {
  const common = {
    type: ComponentType.Button as const,
    label: button.label,
    ...(button.disabled ? { disabled: true } : {}),
  };
  const { press } = button;
  if ("url" in press) return { ...common, style: ButtonStyle.Link, url: press.url };
  const style = STYLES[button.style ?? "secondary"];
  return { ...common, style, custom_id: await customId(press.action, longArgs) };
}

async function menuOf(menu: Menu, longArgs: LongArgs): Promise<APIStringSelectComponent> {
  return {
    type: ComponentType.StringSelect,
    custom_id: await customId(menu.action, longArgs),
    placeholder: menu.placeholder,
    options: menu.options.map((option) => ({ ...option })),
  };
}
