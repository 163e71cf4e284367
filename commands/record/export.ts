// /record export: what a channel was shown, or every fact, as files. For members of the team, of their own server's channels only; it changes nothing.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { DAY, type Day, dayOf, dayStart, instant, type Millis, nextDay } from "../../src/domain/time.ts";
import { factRows, type FactRow } from "../../src/proof/facts.ts";
import { csvFiles, jsonFiles } from "../../src/proof/files.ts";
import { messageRows, type MessageRow, nameOf } from "../../src/proof/messages.ts";
import { readDays } from "../../src/text/day.ts";
import { texts } from "../../src/text/index.ts";
import { day } from "../../src/text/time.ts";
import { exportedView } from "../../src/views/record/exported.ts";
import { typedBack } from "../../src/views/orgs/list.ts";
import { mayRecord } from "./allowed.ts";

export const WHAT = ["messages", "facts"] as const;

export interface TypedExport {
  what: string;
  channel: string | undefined;
  since: string | undefined;
  until: string | undefined;
}

/** Days, inclusive, on the clock of the place that a bare question is about. */
interface Period {
  since: Day;
  until: Day;
  from: Millis;
  to: Millis;
}

export async function exported(typed: TypedExport, context: Context): Promise<Answer> {
  mayRecord(context);
  const { language } = context;
  const t = texts(language).proof;
  if (typed.what !== "messages" && typed.what !== "facts") throw new Refusal(t.badWhat);
  const period = periodOf(typed, context);
  const files = typed.what === "messages" ? await messages(typed, period, context) : facts(period, context);
  const { since, until } = period;
  const messagesOf = exportedView({ what: typed.what, ...files, since, until, language });
  if (messagesOf === undefined) throw new Refusal(t.tooMuch);
  return answer(messagesOf);
}

async function messages({ channel }: TypedExport, { since, until, from, to }: Period, context: Context) {
  const { guildId, channelId: here, versions, proof } = context;
  if (guildId === undefined) throw new Refusal(texts(context.language).alerts.onlyServer);
  const channelId = channel ?? here;
  const shown = await proof.messages({ guildId, channelId, from, to });
  const rows = messageRows(shown, { versions, nameOf: context.nameOf });
  const name = `messages-${channelId}-${since}-${until}`;
  return { count: rows.length, channelId, files: [...csvFiles(name, rows, MESSAGE_COLUMNS), ...jsonFiles(name, rows)] };
}

function facts({ since, until, from, to }: Period, context: Context) {
  const within = (at: Millis) => at >= from && at < to;
  const list = context.proof.facts().filter(({ recordedAt }) => within(instant(recordedAt)));
  const rows = factRows(list, context);
  // Word for word as they stand in the log, so that their ids can be computed again; only whose opaque ids they hold is said beside.
  const whole = list.map((fact) => ({ ...fact, recorderName: nameOf(fact.recorder, context) }));
  const name = `facts-${since}-${until}`;
  return {
    count: rows.length,
    channelId: undefined,
    files: [...csvFiles(name, rows, FACT_COLUMNS), ...jsonFiles(name, whole)],
  };
}

/** Without days: messages of the last thirty, facts from the first to the last. */
function periodOf({ what, since, until }: TypedExport, context: Context): Period {
  const { now, language, known, defaultArea } = context;
  const zone = known.areas.zone(defaultArea);
  const today = dayOf(now, zone);
  const t = texts(language);
  const read = (text: string | undefined) => {
    if (text === undefined) return undefined;
    const days = readDays(text, today);
    if (days === undefined) throw new Refusal(t.strikes.badDay(typedBack(text)));
    return days;
  };
  const first = what === "facts" ? earliest(context, zone, today) : dayOf(now - 30 * DAY, zone);
  const [from, to] = [read(since)?.from ?? first, read(until)?.to ?? today];
  if (from > to) throw new Refusal(t.strikes.badOrder(day(from, language), day(to, language)));
  return { since: from, until: to, from: dayStart(from, zone), to: dayStart(nextDay(to), zone) };
}

function earliest({ proof }: Context, zone: string, today: Day): Day {
  const [first] = proof.facts();
  return first === undefined ? today : dayOf(instant(first.recordedAt), zone);
}

const MESSAGE_COLUMNS = [
  "mark",
  "kind",
  "did",
  "posted",
  "due",
  "lateBySeconds",
  "text",
  "title",
  "description",
  "fields",
  "footer",
  "language",
  "part",
  "messageId",
  "link",
  "answersMessage",
  "state",
  "reason",
  "planned",
  "recordedBy",
  "confirmedBy",
  "sharedBy",
  "newestSource",
  "sources",
  "subjects",
  "facts",
  "digest",
  "channelId",
] as const satisfies readonly (keyof MessageRow)[];

const FACT_COLUMNS = [
  "seq",
  "kind",
  "subject",
  "recordedAt",
  "knownFrom",
  "recordedBy",
  "confirmedBy",
  "why",
  "reason",
  "saysWho",
  "whySource",
  "sources",
  "origin",
  "id",
  "prev",
  "content",
] as const satisfies readonly (keyof FactRow)[];
