// The message that an entry of Apps was used on, in our own words. Everything in it is text of others; must never lose what readers saw of it.
import { ComponentType } from "discord-api-types/v10";
import { z } from "zod";
import type { Target } from "../command.ts";
import { instant, type Millis } from "../domain/time.ts";

const Id = z.string().regex(/^\d{17,20}$/);
const Words = z.string().nullish();
const Embed = z.object({
  url: Words,
  title: Words,
  description: Words,
  author: z.object({ name: Words, url: Words }).nullish(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  footer: z.object({ text: Words }).nullish(),
});
type Embed = z.infer<typeof Embed>;

/** Components are read only for their texts: a message of the newer kind has no content and no embeds. */
const Shown = z.object({
  content: Words,
  embeds: z.array(Embed).nullish(),
  components: z.array(z.unknown()).nullish(),
});
const Message = Shown.extend({
  id: Id,
  channel_id: Id,
  author: z.object({ id: Id, username: z.string(), global_name: z.string().nullish() }),
  timestamp: z.string().optional(),
  /** A forwarded message is empty itself and carries what it forwards. */
  message_snapshots: z.array(z.object({ message: Shown })).nullish(),
});

const AppData = z.object({
  name: z.string(),
  target_id: Id,
  resolved: z.object({ messages: z.record(z.string(), z.unknown()) }),
});

/** Throws a ZodError on what is no use of an entry. */
export function usedOn(
  data: unknown,
  { guildId, applicationId }: { guildId: string | undefined; applicationId: string },
): { name: string; target: Target } {
  const { name, target_id: id, resolved } = AppData.parse(data);
  const message = Message.parse(resolved.messages[id]);
  const shown = [message, ...(message.message_snapshots ?? []).map((snapshot) => snapshot.message)];
  const { author, channel_id: channelId } = message;
  return {
    name,
    target: {
      id,
      channelId,
      url: `https://discord.com/channels/${guildId ?? "@me"}/${channelId}/${id}`,
      content: shown.flatMap(({ content, components }) => [...some(content), ...textsIn(components)]).join("\n"),
      embeds: shown.flatMap(({ embeds }) => (embeds ?? []).map(embedOf)),
      author: { id: author.id, name: author.global_name ?? author.username },
      // A bot's user has the id of its application (all that were made since 2016).
      own: author.id === applicationId,
      at: timeOf(message),
    },
  };
}

function embedOf({ url, title, description, author, fields, footer }: Embed): Target["embeds"][number] {
  const parts = [
    author?.name,
    title,
    description,
    ...(fields ?? []).flatMap((field) => [field.name, field.value]),
    footer?.text,
  ];
  const [address] = [...some(url), ...some(author?.url)];
  return { text: parts.flatMap(some).join("\n"), ...(address === undefined ? {} : { url: address }) };
}

const TextPart = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const Holder = z.object({ components: z.array(z.unknown()) });
/** Discord nests three deep; deeper is none of its messages. */
const DEEPEST = 5;

function textsIn(components: readonly unknown[] | null | undefined, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  return (components ?? []).flatMap((part) => {
    const text = TextPart.safeParse(part).data;
    if (text !== undefined) return some(text.content);
    return textsIn(Holder.safeParse(part).data?.components, depth + 1);
  });
}

const some = (text: string | null | undefined): string[] =>
  text === null || text === undefined || text === "" ? [] : [text.toWellFormed()];

/** Discord's ids count from here (API reference, "Snowflakes"). */
const EPOCH = 1_420_070_400_000n;

function timeOf({ id, timestamp }: { id: string; timestamp?: string | undefined }): Millis {
  const read = z.iso.datetime({ offset: true }).safeParse(timestamp);
  return read.success ? instant(read.data) : Number((BigInt(id) >> 22n) + EPOCH);
}
