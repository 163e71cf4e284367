// That a strike is another now than channels were told: each hears it once, as an answer, and what stands there is edited. However long ago it was told,
// and whether or not its subscription still runs, asked for such strikes still, or the strike is still one of those. It must never tell of a change to whoever has
// not read the strike; to whom it has only now become one of those they asked for, it is new.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { type Fact, knownAt, noun } from "../../domain/fact.ts";
import { isFresh } from "../../domain/fresh.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { mismatch } from "../../domain/match.ts";
import { type StrikeVersion, strikeVersion } from "../../domain/strike-version.ts";
import type { Strike } from "../../domain/strike.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { instant, type Millis } from "../../domain/time.ts";
import { hears } from "../../domain/topic.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { differs } from "../../views/notices/strike-change.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Announcer } from "./news.ts";
import { type Plan, plan, planAgain, wanting } from "../planner.ts";
import { answering, type Edited, editsOf } from "./standing.ts";
import { alertOf as newsOf, strikeAlert } from "./strike-news.ts";
import { MERGED, type Note } from "../ledger/told-of.ts";
import { LATE } from "../watches/watch.ts";

interface Parts {
  /** What is known now, with the facts that are being announced. */
  known: () => Known;
  /** Every version of a strike, in the order of the log. */
  versions: (subject: string) => readonly Fact[];
  ledger: Pick<Ledger, "toldOf" | "read">;
  clock: Pick<Clock, "wall">;
}

type ChangeAlert = AlertOf<"strike.changed" | "strike.withdrawn">;

interface Change {
  fact: Fact;
  all: readonly Fact[];
  is: StrikeVersion;
  at: Millis;
  now: Millis;
  how: Plan;
}

export function strikeChanges(parts: Parts): Announcer {
  return async (fact, audience, now, pending) => {
    if (noun(fact.kind) !== "strike" || fact.prev === undefined || knownAt(fact) > now) return [];
    if (pending.some((one) => one.seq > fact.seq && one.subject === fact.subject && noun(one.kind) === "strike"))
      return [];
    const all = parts.versions(fact.subject);
    const is = strikeVersion(all, fact.id);
    if (is === undefined) return [];
    // Versions of one instant keep their order in a channel's queue, edits between them.
    const at = instant(fact.recordedAt) + 2 * all.findIndex(({ id }) => id === fact.id);
    const late = now - at > LATE ? { lateBy: now - at } : {};
    const change: Change = { fact, all, is, at, now, how: { now, ...late } };
    const running = hearing(audience({ kind: "strike.changed", at: now }));
    const told = parts.ledger.toldOf.strike(fact.subject);
    const rows = await Promise.all(told.map((notes) => changeFor(parts, change, notes, running)));
    return [...rows.flat(), ...anew(parts, change, told, running, pending)];
  };
}

/** Channels that hear of strikes, each with those of its subscriptions that do. */
function hearing(audience: readonly Subscribed[]): ReadonlyMap<string, Subscribed> {
  return new Map(
    audience.flatMap(({ destination, subscriptions }) => {
      const own = subscriptions.filter(({ topics }) => hears(topics, "strike.changed"));
      return own.length === 0 ? [] : [[destination.id, { destination, subscriptions: own }] as const];
    }),
  );
}

/** What one channel is owed: nothing, a notice with its edits, edits alone; or that its notice which still waits tells of it. */
async function changeFor(
  { known, ledger, clock }: Parts,
  change: Change,
  notes: readonly Note[],
  running: ReadonlyMap<string, Subscribed>,
): Promise<readonly Delivery[]> {
  const { all, is, now, how } = change;
  const read = readBy(notes);
  const last = read.at(-1);
  const told = last === undefined ? undefined : (await ledger.read(last.note.key))?.delivery;
  if (last === undefined || told === undefined) return [];
  const { orgsById } = known();
  const own = running.get(told.destination);
  // Those that brought it here, and those that ask for what it is now: nobody else is called because of it.
  const [concerned] = wanting(
    own === undefined ? [] : [own],
    (one) => told.subscriptions.includes(one.id) || mismatch(one, is.strike, orgsById) === undefined,
  );
  const row = (before: string, planned: Plan) => planAgain(alertOf(change, before), told, concerned, planned, clock);
  if (last.note.is === "waits") return [row(last.version, { ...how, state: "skipped", reason: MERGED })];
  const was = strikeVersion(all, last.version);
  if (was === undefined) return [];
  const notice = row(last.version, how);
  const which = differs({ was, is, known: known(), language: notice.language, now });
  if (which === "no") return [];
  const standing = await Promise.all(
    read
      .filter(({ note }) => note.is === "stands")
      .map(async ({ note, version }) => ({ version, told: (await ledger.read(note.key))?.delivery })),
  );
  const versions = new Map(standing.map((one) => [one.told?.id, one.version]));
  const wrong = standing.flatMap((one) => one.told ?? []);
  // The note after quiet hours tells of other things, too: it is answered, and stays.
  const edited = (one: Delivery): Edited | undefined =>
    one.alert.kind === "quiet.over"
      ? undefined
      : { alert: alertOf(change, versions.get(one.id) ?? last.version), shown: [], language: one.language };
  return which === "words"
    ? answering(notice, wrong, edited, ledger.toldOf)
    : wrong.flatMap((one) => {
        const right = edited(one);
        return right === undefined ? [] : editsOf(notice, one, right, ledger.toldOf);
      });
}

function alertOf({ fact, is, at }: Change, before: string): ChangeAlert {
  const kind = is.withdrawn === undefined ? "strike.changed" : "strike.withdrawn";
  return { kind, id: hash({ kind, fact: fact.id }), at, fact: fact.id, subject: fact.subject, before };
}

/** Of one channel, what it read or will read, each with the version that it was told by it. `notes`: in the order of versions. */
export function readBy(notes: readonly Note[]): { note: Note; version: string }[] {
  const read: { note: Note; version: string }[] = [];
  let waited = false;
  for (const note of notes) {
    const last = read.at(-1);
    if (note.is === "stands" || note.is === "waits") {
      read.push({ note, version: note.fact });
    }
    if (note.is === "merged" && waited && last !== undefined) last.version = note.fact;
    else waited = note.is === "stands" || note.is === "waits";
  }
  return read;
}

/** What was withdrawn and stands again is new to channels that never heard of it; what has become one of those that somebody asked for, to them. */
function anew(
  { known, clock }: Parts,
  { fact, all, is, at, now, how }: Change,
  told: readonly (readonly Note[])[],
  running: ReadonlyMap<string, Subscribed>,
  pending: readonly Fact[],
): readonly Delivery[] {
  const first = pending.find((one) => one.subject === fact.subject && noun(one.kind) === "strike") ?? fact;
  // Where its whole life came at once, what it was at first was announced to whoever asked for that.
  const before = strikeVersion(all, first.prev ?? first.id);
  if (before === undefined || is.withdrawn !== undefined || is.strike.target !== "vessel") return [];
  if (!isFresh(is.strike, now) && fact.announce !== true) return [];
  const { orgsById } = known();
  const asks = (one: Subscription, strike: Strike) => mismatch(one, strike, orgsById) === undefined;
  // History was announced to nobody; what becomes of it is no news to somebody who asked for less.
  const wasNews = all[0] !== undefined && newsOf(all[0]) !== undefined;
  const isNew = (one: Subscription) =>
    asks(one, is.strike) && (before.withdrawn !== undefined || (wasNews && !asks(one, before.strike)));
  const heard = new Set(
    told.flatMap((notes) => (readBy(notes).length > 0 ? notes.slice(0, 1).map((note) => note.destination) : [])),
  );
  const others = wanting([...running.values()], isNew).filter(({ destination }) => !heard.has(destination.id));
  return plan(() => strikeAlert(fact, at), "strike.recorded", others, how, clock);
}

/** The version that a row is to tell: the one that the next is compared with; undefined where it tells the newest. */
export function spokenOf(
  { toldOf }: Pick<Ledger, "toldOf">,
  { id, alert, destination, edits }: Delivery,
): string | undefined {
  if (edits !== undefined) return undefined;
  const notes = toldOf.story(alert, destination);
  const next = notes.slice(notes.findIndex((note) => note.id === id) + 1);
  const after = next.find((note) => note.is === "stands" || note.is === "waits");
  return after === undefined || after.before === "" ? undefined : after.before;
}

/** Where readers of an older message find the newest: its id, where it is another one. */
export function newestOf(
  { toldOf }: Pick<Ledger, "toldOf">,
  { alert, destination, edits }: Delivery,
): string | undefined {
  if (edits === undefined || (alert.kind !== "strike.changed" && alert.kind !== "strike.withdrawn")) return undefined;
  const newest = toldOf.newestOf(alert, destination);
  return newest === undefined || newest.id === edits.of ? undefined : newest.messageId;
}
