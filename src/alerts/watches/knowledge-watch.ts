// Tells channels that nobody knows any more whether there is a curfew, and that it is known again. It must never tell a lapse that is over, nor
// two notices where the end of a curfew has said it already.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { AreaId, LeafId } from "../../domain/area.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import {
  checkedCountries,
  isKnown,
  knowledgeOf,
  type Lapse,
  lapses,
  leavesOf,
  turnsOfKnowledge,
} from "../../domain/knowledge.ts";
import { profile, sameKnowledge } from "../../domain/profile.ts";
import { segmentsOf } from "../../domain/segments.ts";
import { DAY, HOUR, type Millis } from "../../domain/time.ts";
import { hears, hearsCurfews } from "../../domain/topic.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { followed } from "../followed.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { Lull } from "./lull.ts";
import { plan, type Tailor, wanting } from "../planner.ts";
import { lapseOf } from "../ledger/told.ts";
import { LATE, type Look, type Watch } from "./watch.ts";

/** A lapse shorter than this is nobody's concern while no curfew is near: the team has been asked, and may answer. */
export const PATIENCE = 2 * HOUR;
/** A curfew that begins within this makes a lapse urgent. */
const NEAR = DAY;

interface Parts {
  ledger: Pick<Ledger, "told">;
  clock: Pick<Clock, "wall">;
}

export function knowledgeWatch(parts: Parts): Watch {
  const countries = new Map<AreaId, Still>();
  return (look) => {
    const { known, now } = look;
    const rows = checkedCountries(known).flatMap((country) => {
      // What lapsed longer ago was told then, or was not told on purpose.
      const fresh = lapses(known, country, now, look.after - PATIENCE);
      const still = countries.get(country) ?? { lull: new Lull(), again: new Map() };
      countries.set(country, still);
      if (!still.lull.lasts(now, [sameKnowledge(known), JSON.stringify(fresh)])) begin(still, known);
      // Many channels follow the same places: it is worked out once for all of them.
      const scene = { ...parts, country, look, still, back: remembered<readonly Open[]>() };
      const news = fresh.map((lapse) => freshLapse(country, lapse));
      return look.audience.flatMap((to) => {
        const told = parts.ledger.told.of(to.destination.id);
        if (still.lull.has(to, told)) return [];
        const found = [...news.flatMap((lapse) => lapsed(scene, lapse, to)), ...restored(scene, to)];
        if (found.length === 0) still.lull.note(to, told);
        return found;
      });
    });
    return Promise.resolve(rows);
  };
}

type Lapsed = AlertOf<"knowledge.lapsed">;
type Restored = AlertOf<"knowledge.restored">;
/** What lasts from one minute to the next, in one country. */
interface Still {
  lull: Lull;
  /** Leaves that are told as known, and those that are not. */
  again: Map<LeafId, boolean>;
}
interface Nearby {
  leaves: ReadonlySet<LeafId>;
  /** Where it hears of ends. */
  ends: ReadonlySet<LeafId>;
}
interface Fresh extends Lapse {
  id: string;
  nearby: Memory<Nearby>;
  /** Of each area that somebody follows. */
  urgent: Memory<boolean>;
}
interface CountryScene extends Parts {
  country: AreaId;
  look: Look;
  still: Still;
  back: Memory<readonly Open[]>;
}
/** A leaf that a channel believes not to be known, and since when. */
type Open = [leaf: LeafId, since: Millis];
type Memory<Value> = (key: string, make: () => Value) => Value;

function remembered<Value>(): Memory<Value> {
  const made = new Map<string, { value: Value }>();
  return (key, make) => {
    const kept = made.get(key) ?? { value: make() };
    made.set(key, kept);
    return kept.value;
  };
}

/** A map that is drawn anew has other leaves. */
function begin({ lull, again }: Still, { areas }: Known): void {
  again.clear();
  lull.turns(...areas.dated.flatMap(({ from, to }) => [from, to]));
}

function freshLapse(country: AreaId, lapse: Lapse): Fresh {
  const id = hash({ kind: "knowledge.lapsed", country, since: lapse.at });
  return { ...lapse, id, nearby: remembered(), urgent: remembered() };
}

/** The channel by its subscriptions to curfews alone, those that ran at `at`. */
function hearing(to: Subscribed, at: Millis): Subscribed {
  return { ...to, subscriptions: to.subscriptions.filter((one) => hearsCurfews(one.topics) && one.since <= at) };
}

function lapsed({ ledger, clock, country, look, still }: CountryScene, lapse: Fresh, to: Subscribed): Delivery[] {
  const { known, now } = look;
  const { at: since, id, nearby } = lapse;
  const kind = "knowledge.lapsed";
  // Who subscribed later was told in the answer to that.
  const then = hearing(to, since);
  const told = ledger.told.of(to.destination.id).map(({ delivery }) => delivery.alert);
  if (then.subscriptions.length === 0 || told.some((alert) => alert.id === id)) return [];
  const follows = followed(then);
  const urgent = follows.some((area) => lapse.urgent(area, () => isUrgent(known, area, { since, now })));
  const due = urgent ? since : since + PATIENCE;
  still.lull.turns(due, since + LATE + 1);
  if (now < due) return [];
  const toEnds = wanting([then], (one) => hears(one.topics, "curfew.ended")).flatMap(followed);
  const { leaves, ends } = nearby(`${follows.join()} ${toEnds.join()}`, () => ({
    leaves: new Set(leavesOf(known.areas, follows, now)),
    ends: new Set(leavesOf(known.areas, toEnds, now)),
  }));
  const said = (leaf: LeafId) => saidByEnd({ known, leaf, since, told, now, awaited: ends.has(leaf) });
  const dark = lapse.leaves.filter((leaf) => leaves.has(leaf) && !said(leaf));
  const [first, ...others] = known.areas.compress(dark, now);
  if (first === undefined) return [];
  const alert: Lapsed = { kind, id, at: since, country, areas: [first, ...others], since };
  // Late is only what an outage delayed: a decree that makes an older lapse urgent has just come.
  const late = due > look.after && now - due > LATE ? { lateBy: now - due } : {};
  return plan(forPlaces(known, alert, now), alert.kind, [then], { now, urgent, ...late }, clock);
}

/** The notice, for whoever follows any of its places. */
function forPlaces(known: Known, alert: Lapsed | Restored, now: Millis): Tailor {
  const told = new Set(leavesOf(known.areas, alert.areas, now));
  return (to) => (leavesOf(known.areas, followed(to), now).some((leaf) => told.has(leaf)) ? alert : undefined);
}

/** Whether a curfew runs, or is declared to begin within a day, anywhere in an area: then every hour of not knowing counts. */
function isUrgent(known: Known, area: AreaId, { since, now }: { since: Millis; now: Millis }): boolean {
  const range = { start: since, end: since + NEAR };
  const profiles = new Set(leavesOf(known.areas, [area], now).map((leaf) => profile(known, leaf)));
  return [...profiles].some((own) => segmentsOf(own, range).some(({ is }) => is === "inForce"));
}

interface Ending {
  known: Known;
  leaf: LeafId;
  since: Millis;
  told: readonly Alert[];
  now: Millis;
  /** The channel hears of ends there: one will be planned for it. */
  awaited: boolean;
}

/**
 * Whether knowledge ended where a curfew did, and the channel hears of that end: it says that nothing is known from there. Until it stands in the ledger (both
 * are planned in one minute) it is waited for; one that an outage swallowed never will.
 */
function saidByEnd({ known, leaf, since, told, now, awaited }: Ending): boolean {
  const [before, from] = segmentsOf(profile(known, leaf), { start: since - 1, end: since + 1 });
  if (before?.is !== "inForce" || from?.is !== "unknown") return false;
  if (now - since <= LATE) return awaited;
  return told.some((alert) => {
    const lapse = alert.kind === "curfew.ended" && alert.at === since ? lapseOf(alert) : undefined;
    return lapse !== undefined && leavesOf(known.areas, lapse.areas, now).includes(leaf);
  });
}

function restored(scene: CountryScene, to: Subscribed): Delivery[] {
  const { ledger, clock, look, still, back } = scene;
  const told = ledger.told
    .of(to.destination.id)
    .map(({ delivery }) => delivery.alert)
    .filter((alert) => alert.kind === "knowledge.restored" || lapseOf(alert) !== undefined);
  if (told.length === 0) return [];
  // A clock that went back: what is of a later time counts when it comes.
  still.lull.turns(
    ...to.subscriptions.map((one) => one.since),
    ...told.flatMap((alert) => lapseOf(alert)?.since ?? []),
  );
  const key = JSON.stringify(told.map((alert) => [alert.id, lapseOf(alert)?.areas]));
  const alert = restoredAlert(
    scene,
    back(key, () => knownAgain(scene, told)),
    followed(hearing(to, look.now)),
  );
  if (alert === undefined) return [];
  return plan(forPlaces(look.known, alert, look.now), alert.kind, [to], { now: look.now }, clock);
}

/** Of what a channel was told not to be known: what is by now. */
function knownAgain({ country, look: { known, now }, still }: CountryScene, told: readonly Alert[]): readonly Open[] {
  return [...openLapses(known, told, now)].filter(
    ([leaf]) => known.areas.country(leaf) === country && isKnownAgain(still, known, leaf, now),
  );
}

function restoredAlert(
  { country, look: { known, now } }: CountryScene,
  again: readonly Open[],
  follows: readonly AreaId[],
): Restored | undefined {
  if (again.length === 0) return undefined;
  const own = new Set(leavesOf(known.areas, follows, now));
  const open = again.filter(([leaf]) => own.has(leaf));
  const [first, ...others] = known.areas.compress(
    open.map(([leaf]) => leaf),
    now,
  );
  if (first === undefined) return undefined;
  // Places that lapsed one after the other and are known again together are one notice.
  const since = Math.max(...open.map(([, one]) => one));
  const from = Math.max(...open.map(([leaf, one]) => knownFrom(known, leaf, one, now)));
  const areas: Restored["areas"] = [first, ...others];
  const kind = "knowledge.restored";
  // By its places too: those of one lapse may come back one after the other. After the lapse, in the channel's queue as in time.
  return {
    kind,
    id: hash({ kind, country, since, areas }),
    at: Math.max(from, since + 1),
    country,
    areas,
    since,
    from,
  };
}

/** Of what the channel was told: the leaves that it believes not to be known, each with since when. */
function openLapses(known: Known, told: readonly Alert[], now: Millis): Map<LeafId, Millis> {
  const open = new Map<LeafId, Millis>();
  for (const alert of told) {
    const lapse = lapseOf(alert);
    // A clock that went back: what was told of a later time is not taken back.
    if (lapse !== undefined && lapse.since <= now)
      for (const leaf of leavesOf(known.areas, lapse.areas, now)) open.set(leaf, lapse.since);
    if (alert.kind === "knowledge.restored")
      for (const leaf of leavesOf(known.areas, alert.areas, now)) open.delete(leaf);
  }
  return open;
}

/** The same for as long as it lasts. */
function isKnownAgain({ lull, again }: Still, known: Known, leaf: LeafId, now: Millis): boolean {
  const kept = again.get(leaf);
  if (kept !== undefined) return kept;
  const is = isToldAsKnown(known, leaf, now);
  again.set(leaf, is);
  const today = segmentsOf(profile(known, leaf), { start: now, end: (Math.floor(now / DAY) + 1) * DAY });
  lull.turns(...today.map(({ end }) => end), ...turnsOfKnowledge(known, leaf));
  return is;
}

/** Checked, and without any other doubt: a list known only in part stays one. */
function isToldAsKnown(known: Known, leaf: LeafId, now: Millis): boolean {
  if (!isKnown(known, leaf, now)) return false;
  return segmentsOf(profile(known, leaf), { start: now, end: now + 1 })[0]?.is !== "unknown";
}

function knownFrom(known: Known, leaf: LeafId, since: Millis, now: Millis): Millis {
  const own = knowledgeOf(known, leaf, now);
  return own.is === "known" ? Math.max(own.since, since) : now;
}

/** What of a lapse, or of a return, is so at this moment: a notice that waited tells of those places alone. */
export function stillSo(
  known: Known,
  { kind, areas }: AlertOf<"knowledge.lapsed" | "knowledge.restored">,
  now: Millis,
): readonly string[] {
  const holds = (leaf: LeafId) =>
    kind === "knowledge.lapsed" ? !isKnown(known, leaf, now) : isToldAsKnown(known, leaf, now);
  return known.areas.compress(leavesOf(known.areas, areas, now).filter(holds), now);
}
