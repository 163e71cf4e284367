// What became of an organisation: who asked for it hears of a new record, of a listing and of its end; whoever was told is told when that is no longer so, and
// what stands in a channel is put right. It must never announce history, nor a note or a spelling, nor say of an organisation what a government said.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { type Fact, knownAt, noun } from "../../domain/fact.ts";
import { isRecent } from "../../domain/fresh.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { names } from "../../domain/match.ts";
import {
  orgEvent,
  orgNews,
  type OrgVersion,
  orgVersion,
  tells,
  versionsSince,
  zoneIn,
} from "../../domain/org-event.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { instant, type Millis } from "../../domain/time.ts";
import { hears } from "../../domain/topic.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { orgDiffers } from "../../views/notices/org.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Announcer } from "./news.ts";
import { type Plan, plan, planAgain, wanting } from "../planner.ts";
import { answering, editsOf } from "./standing.ts";
import { readBy } from "./strike-changes.ts";
import { MERGED, type Note } from "../ledger/told-of.ts";
import { LATE } from "../watches/watch.ts";

export type OrgAlert = AlertOf<"org.recorded" | "org.changed" | "org.listed" | "org.delisted" | "org.withdrawn">;

interface Parts {
  /** What is known now, with the facts that are being announced. */
  known: () => Known;
  /** Every version of an organisation, in the order of the log. */
  versions: (subject: string) => readonly Fact[];
  ledger: Pick<Ledger, "toldOf" | "read">;
  clock: Pick<Clock, "wall">;
}

interface Change {
  fact: Fact;
  /** The first of the versions that came at once. */
  first: Fact;
  all: readonly Fact[];
  is: OrgVersion;
  at: Millis;
  now: Millis;
  how: Plan;
  record: Known;
}

/** Several versions at once are told as one: what became of it. */
export function orgAnnouncer(parts: Parts): Announcer {
  return async (fact, audience, now, pending) => {
    if (noun(fact.kind) !== "org" || knownAt(fact) > now) return [];
    const same = pending.filter((one) => noun(one.kind) === "org" && one.subject === fact.subject);
    if (same.some((one) => one.seq > fact.seq)) return [];
    const all = parts.versions(fact.subject);
    const is = orgVersion(all, fact.id);
    if (is === undefined) return [];
    // Versions of one instant keep their order in a channel's queue, edits between them.
    const at = instant(fact.recordedAt) + 2 * all.findIndex(({ id }) => id === fact.id);
    const how = { now, ...(now - at > LATE ? { lateBy: now - at } : {}) };
    const change: Change = { fact, first: same[0] ?? fact, all, is, at, now, how, record: parts.known() };
    const running = new Map(
      wanting(audience({ kind: "org.listed", at: now }), (one) => hears(one.topics, "org.listed")).map(
        (to) => [to.destination.id, to] as const,
      ),
    );
    const told = parts.ledger.toldOf.org(fact.subject).filter((notes) => readBy(notes).length > 0);
    const rows = await Promise.all(
      told.map((notes) => toTold(parts, change, notes, running.get(notes[0]?.destination ?? ""))),
    );
    const heard = new Set(told.map((notes) => notes[0]?.destination));
    const others = [...running.values()].filter(({ destination }) => !heard.has(destination.id));
    return [...rows.flat(), ...toOthers(parts, change, others)];
  };
}

/** Who asked for this organisation, or for one that it goes on as. */
const asksFor =
  ({ is, record }: Change) =>
  (one: Subscription): boolean =>
    names(one, [is.org.id], record.orgsById);

function newsSince(was: OrgVersion | undefined, { fact, first, is, now, record }: Change) {
  return orgNews(orgEvent(was, is), {
    now,
    zone: zoneIn(record.areas, (country) => record.areasById.has(country)),
    isHistory: fact.knownFrom !== undefined || (was === undefined && first.knownFrom !== undefined),
    announce: fact.announce === true,
  });
}

/** A channel that never heard of it. */
function toOthers({ clock }: Parts, change: Change, others: readonly Subscribed[]): readonly Delivery[] {
  const { all, first, how, now } = change;
  const before = orgVersion(all, first.prev);
  // Withdrawn before they heard of it, and back: new to them, unless it is an old record.
  const isBack = before?.withdrawn !== undefined;
  if (isBack && !(all[0] !== undefined && isRecent(knownAt(all[0]), now))) return [];
  const was = isBack ? undefined : before;
  const kind = newsSince(was, change);
  if (kind === undefined) return [];
  const alert = alertOf(change, kind, was?.fact);
  return plan(() => alert, kind, wanting(others, asksFor(change)), how, clock);
}

/** A channel that was told of it: what it read is put right; news comes to it as to any other. */
async function toTold(
  { ledger, clock }: Parts,
  change: Change,
  notes: readonly Note[],
  running: Subscribed | undefined,
): Promise<readonly Delivery[]> {
  const { all, first, is, now, how, record } = change;
  const read = readBy(notes);
  const last = read.at(-1);
  const told = last === undefined ? undefined : (await ledger.read(last.note.key))?.delivery;
  if (last === undefined || told === undefined) return [];
  const asks = asksFor(change);
  const [own] = wanting(
    running === undefined ? [] : [running],
    (one) => told.subscriptions.includes(one.id) || asks(one),
  );
  const was = orgVersion(all, last.version);
  if (was === undefined) return [];
  const event = orgEvent(was, is);
  const kind = kindOf(event);
  const row = (planned: Plan) => planAgain(alertOf(change, kind, last.version), told, own, planned, clock);
  const notice = row(how);
  const stand = await standing(ledger, all, read);
  const scene = { record, now, language: notice.language };
  const before = orgVersion(all, first.prev) ?? was;
  const differing = stand.map((one) => ({
    ...one,
    by: orgDiffers({ ...scene, was: one.was, told: one.told, since: versionsSince(all, one.told, is) }, before),
  }));
  const wrong = differing.filter(({ by }) => by === "words");
  // The notice that waits tells of it; what stands there already, it would leave as it is.
  if (last.note.is === "waits" && wrong.length === 0) return [row({ ...how, state: "skipped", reason: MERGED })];
  const edited = (one: Delivery) => {
    const found = differing.find(({ row: other }) => other.id === one.id);
    return { alert: asRead(one.alert, found?.told.fact), shown: [], language: one.language };
  };
  const mended = (list: readonly Stands[]) =>
    list.flatMap(({ row: one }) => editsOf(notice, one, edited(one), ledger.toldOf));
  const isNews = newsSince(was, change) !== undefined && own !== undefined && own.subscriptions.some(asks);
  const isTold = tells(event) && (wrong.length > 0 || isNews);
  if (!isTold) return mended(differing.filter(({ by }) => by !== "no"));
  const answered = answering(
    notice,
    wrong.map(({ row: one }) => one),
    edited,
    ledger.toldOf,
  );
  return [...answered, ...mended(differing.filter(({ by }) => by === "quietly"))];
}

interface Stands {
  row: Delivery;
  was: OrgVersion | undefined;
  told: OrgVersion;
}

/** What a channel finds there, each message with what it told. */
async function standing(
  ledger: Pick<Ledger, "read">,
  all: readonly Fact[],
  read: ReturnType<typeof readBy>,
): Promise<Stands[]> {
  const found = await Promise.all(
    read
      .filter(({ note }) => note.is === "stands")
      .map(async ({ note, version }) => ({ note, version, row: (await ledger.read(note.key))?.delivery })),
  );
  return found.flatMap(({ note, version, row }) => {
    const told = orgVersion(all, version);
    return row === undefined || told === undefined ? [] : [{ row, was: orgVersion(all, note.before), told }];
  });
}

/** Of an edit: what the older message told, so that it is told again as things are by now. */
function asRead(alert: Delivery["alert"], fact: string | undefined): Delivery["alert"] {
  return isOrgAlert(alert) && fact !== undefined ? { ...alert, fact } : alert;
}

export function isOrgAlert(alert: Delivery["alert"]): alert is OrgAlert {
  return alert.kind.startsWith("org.");
}

function kindOf({ is, added, ended }: ReturnType<typeof orgEvent>): OrgAlert["kind"] {
  if (is === "withdrawn") return "org.withdrawn";
  if (is === "new") return "org.recorded";
  if (is === undefined && added.length > 0) return "org.listed";
  return is === undefined && ended.length > 0 ? "org.delisted" : "org.changed";
}

function alertOf({ fact, at }: Change, kind: OrgAlert["kind"], before: string | undefined): OrgAlert {
  return {
    kind,
    id: hash({ kind, fact: fact.id }),
    at,
    fact: fact.id,
    subject: fact.subject,
    ...(before === undefined ? {} : { before }),
  };
}
