// /alerts handover: what one looks after goes to another, for a while or for good, and comes back. Asked before it holds, and leave is asked at every press.
import { z } from "zod";
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { DAY, dayOf, dayStart, type Millis, nextDay } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { day } from "../../src/text/time.ts";
import { afterLength } from "../../src/text/until.ts";
import { readWhen } from "../../src/text/when/index.ts";
import { asKnown } from "../../src/views/as-known.ts";
import { escape } from "../../src/views/escape.ts";
import { handoverAsked, handoverDone, person } from "../../src/views/notices/duty.ts";

/** What was typed and could not be read is repeated only so far. */
const TYPED = 60;
const FURTHEST = 366 * DAY;

const Id = z.string().regex(/^\d{17,20}$/);
const Time = z.string().regex(/^\d{1,15}$/);
const Asked = z.tuple([Id, Id, z.union([z.literal("-"), Time.transform(Number)])]);
const Back = z.tuple([Id, z.string().max(40)]);

interface Typed {
  to: string;
  until: string | undefined;
  from: string | undefined;
}

export async function handover(typed: Typed, context: Context): Promise<Answer> {
  const { duty, user, language } = context;
  const guildId = serverOf(context);
  const { duty: t } = texts(language);
  const from = typed.from ?? user.id;
  mayFor(from, context);
  // To oneself: it comes back, whatever else was typed.
  if (typed.to === from) return backTo(from, guildId, context);
  const until = typed.until === undefined ? undefined : readUntil(typed.until, context);
  const channels = await mayMove({ from, to: typed.to }, guildId, context);
  const before = duty.running(guildId, from);
  if (before !== undefined && before.to === typed.to && before.until === until)
    throw new Refusal(t.already(person(typed.to)));
  return answer(
    handoverAsked({
      from,
      to: typed.to,
      own: from === user.id,
      until,
      channels,
      review: channels.find((one) => duty.isReview(one)),
      before: before?.to,
      ...scene(context),
    }),
  );
}

export async function handoverConfirmed(args: readonly string[], context: Context): Promise<Answer> {
  const { duty, user, language } = context;
  const guildId = serverOf(context);
  const asked = Asked.safeParse(args).data;
  if (asked === undefined) throw new Refusal(texts(language).common.brokenButton);
  const [from, to, end] = asked;
  const until = end === "-" ? undefined : end;
  mayFor(from, context);
  if (until !== undefined) checkUntil(until, context);
  const channels = await mayMove({ from, to }, guildId, context);
  await context.speaks(guildId);
  const running = duty.running(guildId, from);
  // Pressed twice.
  const same = running !== undefined && running.to === to && running.until === until ? running : undefined;
  const made =
    same ??
    (await duty.handOver({ guildId, from, to, by: user.id, language, ...(until === undefined ? {} : { until }) }));
  return answer(handoverDone(made, channels.length, scene(context)), "update");
}

export function handoverLeft(_args: readonly string[], { language }: Context): Answer {
  return answer({ content: texts(language).duty.card.left }, "update");
}

/** "Take it back", in the server or in a direct message: by either of the two, by who asked for it, or by who may manage the server. */
export async function handoverBack(args: readonly string[], context: Context): Promise<Answer> {
  const { duty, user, language, guildId } = context;
  const { common, duty: t } = texts(language);
  const asked = Back.safeParse(args).data;
  const one = asked === undefined ? undefined : duty.find(asked[0], asked[1]);
  if (asked === undefined || (guildId !== undefined && guildId !== asked[0])) throw new Refusal(common.brokenButton);
  if (one === undefined) throw new Refusal(t.card.overAlready);
  const isConcerned = [one.from, one.to, one.by].includes(user.id);
  if (!isConcerned && !(guildId === one.guildId && user.manageGuild)) throw new Refusal(t.onlyConcerned);
  const ended = await duty.takeBack(one.guildId, one.id);
  return answer({ content: ended === undefined ? t.card.overAlready : t.card.over });
}

async function backTo(from: string, guildId: string, { duty, language }: Context): Promise<Answer> {
  const { duty: t } = texts(language);
  const running = duty.running(guildId, from);
  const ended = running === undefined ? undefined : await duty.takeBack(guildId, running.id);
  if (ended === undefined) throw new Refusal(t.oneself);
  return answer({ content: t.card.over });
}

function serverOf({ guildId, language }: Context): string {
  if (guildId === undefined) throw new Refusal(texts(language).settings.direct.handover);
  return guildId;
}

function mayFor(from: string, { user, language }: Context): void {
  if (from !== user.id && !user.manageGuild) throw new Refusal(texts(language).duty.onlyManager);
}

/** What moves. Throws a Refusal where nothing can, or where the other cannot take it. */
async function mayMove(
  { from, to }: { from: string; to: string },
  guildId: string,
  { duty, user, language }: Context,
): Promise<readonly string[]> {
  const { duty: t } = texts(language);
  const channels = duty.channelsOf(guildId, from);
  if (channels.length === 0) throw new Refusal(from === user.id ? t.nothingYours : t.nothing(person(from)));
  const isMember = await duty.isMember(guildId, to);
  if (isMember === undefined) throw new Refusal(t.notAsked);
  if (!isMember) throw new Refusal(t.notHere(person(to)));
  return channels;
}

/** A length is counted from now; a day without an hour means until that day is over. */
function readUntil(typed: string, context: Context): Millis {
  const { now, known, defaultArea, language } = context;
  const zone = known.areas.zone(defaultArea);
  const length = afterLength(typed, now);
  if (length !== undefined) return checkUntil(length, context);
  const read = readWhen(typed, { now, zone });
  const until =
    read.is === "moment"
      ? read.at
      : read.is === "span"
        ? read.span.end
        : read.is === "night"
          ? dayStart(nextDay(read.day), zone)
          : undefined;
  if (until !== undefined) return checkUntil(until, context);
  const { duty: t } = texts(language);
  const friday = day(dayOf(now + 5 * DAY, zone), language);
  throw new Refusal(t.unreadable(escape(typed.slice(0, TYPED)), `“${friday} 18:00”`));
}

function checkUntil(until: Millis, { now, language, ...context }: Context): Millis {
  const { duty: t } = texts(language);
  const moment = asKnown({ record: context.known, place: context.defaultArea, at: until, language });
  if (until <= now) throw new Refusal(t.past(moment));
  if (until > now + FURTHEST) throw new Refusal(t.far);
  return until;
}

function scene({ known: record, defaultArea: home, language }: Context) {
  return { record, home, language };
}
