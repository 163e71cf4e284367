// "I have it", below a notice that a channel takes no alerts. Leave is asked at every press, for months: who subscribed, the second contact, or who may manage
// the server. Two who press at once: the first has it, and both read so.
import { z } from "zod";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { hash, mark } from "../../src/domain/id.ts";
import { texts } from "../../src/text/index.ts";
import { undelivered } from "../../src/views/notices/undelivered.ts";
import { channelNotice } from "../../src/views/notices/channel.ts";

/** As the button carries it: which channel, when it closed, in which language and where it is read, whoever presses. */
const Asked = z.tuple([
  z.string().regex(/^\d{17,20}$/),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  z.enum(LANGUAGES),
  z.enum(["dm", "place"]),
  z.literal("next").optional(),
]);
/** The same, of alerts that did not arrive. */
const AskedOf = z.tuple([
  z.string().regex(/^[0-9a-f]{64}$/),
  z.enum(LANGUAGES),
  z.enum(["dm", "place"]),
  z.literal("next").optional(),
]);

export async function haveIt(args: readonly string[], context: Context): Promise<Answer> {
  const { channels, guildId, user, known: record, defaultArea: home } = context;
  const { common, closures: t } = texts(context.language);
  const asked = Asked.safeParse(args).data;
  if (asked === undefined) throw new Refusal(common.brokenButton);
  const [channel, since, language, where, next] = asked;
  const before = channels.at(channel, since);
  if (before === undefined) throw new Refusal(t.unknown);
  // In a direct message nobody has roles: there only who was told may press.
  const manages = guildId === before.guildId && user.manageGuild;
  if (guildId !== undefined && guildId !== before.guildId) throw new Refusal(common.brokenButton);
  if (!manages && !channels.isCarer(channel, since, user.id)) throw new Refusal(t.mayNot);
  await context.speaks(before.guildId);
  const state = (await channels.take(channel, since, user)) ?? before;
  const own = mark(hash({ kind: "channel.closed", channel, since, ...(next && { next: true }) }));
  const scene = { record, home, language, mark: own, where, ...(next && { next: true as const }) };
  return answer(channelNotice(state, scene), "update");
}

export async function haveUndelivered(args: readonly string[], context: Context): Promise<Answer> {
  const { channels, guildId, user, known: record, defaultArea: home } = context;
  const { common, closures: t } = texts(context.language);
  const asked = AskedOf.safeParse(args).data;
  if (asked === undefined) throw new Refusal(common.brokenButton);
  const [id, language, where, next] = asked;
  const before = channels.undelivered(id);
  if (before === undefined) throw new Refusal(t.unknown);
  if (guildId !== undefined && guildId !== before.guildId) throw new Refusal(common.brokenButton);
  const manages = guildId === before.guildId && user.manageGuild;
  if (!manages && !channels.isCarerOf(before, user.id)) throw new Refusal(t.mayNot);
  await context.speaks(before.guildId);
  const { alert, held } = (await channels.takeUndelivered(id, user)) ?? before;
  const own = mark(next ? hash({ about: id, next: true }) : id);
  return answer(undelivered({ ...alert, held }, { record, home, language, mark: own, where }), "update");
}
