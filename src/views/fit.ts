// Makes texts fit Discord's limits without losing a word: long lists become more fields, too many fields become more messages. Never cuts.
import type { Embed, Field, Message } from "./message.ts";

const FIELD_VALUE = 1024;
const FIELDS = 25;
/** Discord's 6,000 over all embeds of a message, with room for page marks. */
const EMBED = 5800;

/** Lines as one field, or as many as needed; a single line over the limit is broken at a space. Empty lists give no field. */
export function fieldOf(name: string, lines: readonly string[], inline = false): Field[] {
  const values: string[] = [];
  for (const line of lines.flatMap((text) => breakLine(text, FIELD_VALUE))) {
    const last = values.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= FIELD_VALUE)
      values[values.length - 1] = `${last}\n${line}`;
    else values.push(line);
  }
  return values.map((value, i) => ({
    name: i === 0 ? name : `${name} (${i + 1}/${values.length})`,
    value,
    ...(inline ? { inline } : {}),
  }));
}

/** Breaks at spaces into pieces of at most `limit` characters; a word longer than that is broken where it must. */
export function breakLine(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(" ", limit);
    const end = space > limit / 2 ? space : limit;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? pieces : [...pieces, rest];
}

/** One message, or several where the embed is over Discord's limits: the fields go on in the next, buttons stay on the last. */
export function split(message: Message): readonly Message[] {
  const { embed } = message;
  if (embed?.fields === undefined) return [message];
  const batches: Field[][] = [[]];
  let size = headSize(embed);
  for (const field of embed.fields) {
    const weight = field.name.length + field.value.length;
    const current = batches.at(-1) ?? [];
    if (current.length > 0 && (size + weight > EMBED || current.length >= FIELDS)) {
      batches.push([field]);
      size = weight + (embed.footer?.length ?? 0);
    } else {
      current.push(field);
      size += weight;
    }
  }
  if (batches.length === 1) return [message];
  return batches.map((fields, i) => page(message, embed, fields, i, batches.length));
}

function page(message: Message, embed: Embed, fields: Field[], i: number, count: number): Message {
  const mark = `(${i + 1}/${count})`;
  const footer = [embed.footer, mark].filter(Boolean).join(" · ");
  if (i === 0)
    return {
      content: message.content,
      embed: { ...embed, fields, footer },
      ...(message.roles ? { roles: message.roles } : {}),
    };
  const rest: Embed = { tone: embed.tone, fields, footer };
  return { content: mark, embed: rest, ...(i === count - 1 && message.rows ? { rows: message.rows } : {}) };
}

function headSize(embed: Embed): number {
  return (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.length ?? 0);
}
