// Alerts that will not reach an open channel: its people are told, in one message an hour for each channel and reason. It must never tell of what was said
// another way, of what nobody subscribed to, nor of its own notices.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { EdgeGroup } from "../../domain/edge-group.ts";
import { groupBy } from "../../domain/group.ts";
import { hash, mark } from "../../domain/id.ts";
import { isForChannel, type Reason } from "../../domain/reason.ts";
import { DAY, HOUR, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Carers } from "../../domain/duty.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { mayStand, noticeRow, queueOf, type Where } from "./channel-plan.ts";
import { boardAlert } from "../boards/board-rows.ts";
import { carersOf, type Unheard, type UndeliveredAlert, type UndeliveredRow } from "./channel-rows.ts";
import type { HaveIt } from "./have-it.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { nextInLine } from "./next-in-line.ts";
import { standingParts } from "../changes/standing.ts";

/** One message for a channel and a reason in so long. */
const APART = HOUR;
/** What a server's list of events or a thread lacks is no alert that was missed: its people are told once, not each time it is met. */
const ONCE: ReadonlySet<string> = new Set<Reason>(["no-leave-for-events", "no-leave-for-threads", "too-many-events"]);
const APART_ONCE = 30 * DAY;
/** What a start finds that is older is history: nobody is called for it. */
const FRESH = DAY;

interface Parts {
  ledger: Ledger;
  subscriptions: { of: (guildId: string, channelId: string) => Subscribed | undefined };
  duties: Pick<StoredDuties, "of">;
  haveIt: HaveIt;
  /** Where a post goes; undefined: Discord did not say. */
  places: (one: Subscribed) => Promise<Where[] | undefined>;
  askMembers: (guildId: string, people: readonly string[]) => Promise<void>;
}

type Times = { now: Millis; clock: Pick<Clock, "wall"> };

export async function undeliveredRows(parts: Parts, { now, clock }: Times): Promise<Delivery[]> {
  const { ledger, subscriptions, places } = parts;
  const told = ledger.channels.undelivered();
  const known = new Set(told.flatMap((one) => [one.of, ...(one.also ?? [])]));
  const groups = groupBy(
    ledger.channels.unheard().filter((one) => !isForChannel(one.reason) || one.state !== "expired"),
    ({ channel, reason }) => `${channel} ${reason}`,
  );
  const rows: Delivery[] = [];
  for (const group of groups) {
    const [one] = group;
    if (one === undefined) continue;
    const { guildId, channel, reason } = one;
    const last = told.filter((one) => one.channel === channel && one.reason === reason).map(({ at }) => at);
    if (ONCE.has(reason) && last.some((at) => at <= now && now < at + APART_ONCE)) {
      ledger.channels.settled(
        channel,
        group.map(({ key }) => key),
      );
      continue;
    }
    if (last.some((at) => at <= now && now < at + APART)) continue;
    const to = subscriptions.of(guildId, channel);
    const own = to === undefined ? [] : await deserving(group, known, ledger, now);
    const [first, ...others] = own;
    if (to === undefined || first === undefined) {
      ledger.channels.settled(
        channel,
        group.map(({ key }) => key),
      );
      continue;
    }
    // Paused meanwhile: its people are told of that, and of this when it is open.
    if (to.destination.paused !== undefined) continue;
    const where = await places(to);
    if (where === undefined) continue;
    const alert = alertOf(
      first,
      others.map(({ key }) => key),
      await carersNow(to, parts, now),
      { channel, reason, now },
    );
    const people = (alert.owners ?? []).map((dm) => ({ dm }));
    rows.push(...[...people, ...where].map((one) => noticeRow(alert, one, to.destination, { now, clock })));
  }
  return rows;
}

/** The reason of a board that was deleted twice in a day. */
const OFF = "board-deleted";

/** A message that was kept up to date is kept no more: once, to whoever may have counted on it. */
export async function boardOffRows(parts: Parts, running: readonly Subscribed[], times: Times): Promise<Delivery[]> {
  const { now } = times;
  const told = new Set(parts.ledger.channels.undelivered().map(({ id }) => id));
  const rows: Delivery[] = [];
  for (const to of running) {
    const { id: channel, boardOff } = to.destination;
    if (boardOff === undefined || now < boardOff.at || boardOff.at < now - FRESH) continue;
    const { at, since } = boardOff;
    const kind = "alert.undelivered";
    const own = boardAlert(to.destination, since);
    const id = hash({ kind, channel, of: own.id });
    if (told.has(id)) continue;
    const where = await parts.places(to);
    if (where === undefined) continue;
    const carers = await carersNow(to, parts, now);
    const lost = { kind: own.kind, at: since, mark: mark(own.id) };
    const alert: UndeliveredAlert = { kind, id, at, channel, reason: OFF, since: at, ...carers, of: own.id, lost };
    const people = carers.owners.map((dm) => ({ dm }));
    rows.push(...[...people, ...where].map((one) => noticeRow(alert, one, to.destination, times)));
  }
  return rows;
}

/** Nobody is written to who is in the server no more. */
async function carersNow({ destination, subscriptions }: Subscribed, { duties, askMembers }: Parts, now: Millis) {
  const { owners, contacts } = carersOf(subscriptions, duties, now);
  await askMembers(destination.guildId, [...owners, ...contacts]);
  return carersOf(subscriptions, duties, now);
}

/** Notices that nobody has taken for an hour go to the next in line; those that somebody has say so. */
export async function untakenRows(parts: Parts, times: Times): Promise<Delivery[]> {
  const rows: Delivery[] = [];
  for (const alert of parts.ledger.channels.undelivered()) {
    // What a start finds that is older is history.
    if (times.now < alert.at || alert.at < times.now - FRESH) continue;
    const own = parts.ledger.channels.undeliveredRows(alert.id);
    const isHeld = parts.haveIt.of(alert.channel, alert.id) !== undefined;
    rows.push(...(isHeld ? heldRows(own, times) : await nextRows(alert, own, parts, times)));
  }
  return rows;
}

async function nextRows(
  alert: UndeliveredAlert,
  own: readonly UndeliveredRow[],
  parts: Parts,
  { now, clock }: Times,
): Promise<Delivery[]> {
  const { subscriptions, duties, places } = parts;
  const posts = own.filter(({ delivery }) => delivery.edits === undefined);
  const to = subscriptions.of(posts[0]?.delivery.guildId ?? "", alert.channel);
  if (to === undefined || (alert.reason === OFF && to.destination.boardOff === undefined)) return [];
  const { contacts } = carersOf(to.subscriptions, duties, now);
  // Discord is asked only once somebody is due.
  if (nextInLine(posts, { contacts, places: [{ place: "any" }] }, now).length === 0) return [];
  const where = await places(to);
  if (where === undefined) return [];
  const carers = await carersNow(to, parts, now);
  const next: UndeliveredAlert = {
    ...alert,
    ...carers,
    id: hash({ about: alert.id, next: true }),
    next: true,
    about: alert.id,
  };
  return nextInLine(posts, { contacts: carers.contacts, places: where }, now).map((one) =>
    noticeRow(next, one, to.destination, { now, clock }),
  );
}

/** Each notice that stands, or may, says who has it. */
function heldRows(own: readonly UndeliveredRow[], { now, clock }: Times): Delivery[] {
  const posts = own.filter(({ delivery }) => delivery.edits === undefined && mayStand({ delivery }));
  const edited = new Set(own.flatMap(({ delivery }) => delivery.edits?.of ?? []));
  return posts.flatMap(({ alert, delivery }) => {
    if (edited.has(delivery.id)) return [];
    const has: UndeliveredAlert = {
      ...alert,
      id: hash({ about: alert.about ?? alert.id, of: alert.id, turn: "has" }),
      turn: "has",
      about: alert.about ?? alert.id,
    };
    const where: Where = delivery.dm === undefined ? { place: delivery.channelId } : { dm: delivery.dm };
    const [part] = standingParts(delivery);
    return [
      {
        ...noticeRow(has, where, delivery, { now, clock }),
        id: hash({ alert: has.id, destination: queueOf(where), edits: delivery.id }),
        channelId: delivery.channelId,
        loud: false,
        edits: {
          of: delivery.id,
          mark: mark(alert.id),
          ...(part?.messageId === undefined ? {} : { messageId: part.messageId }),
        },
      },
    ];
  });
}

type Row = { key: string; delivery: Delivery };

/** Those that nobody was told of, oldest first. */
async function deserving(
  group: readonly Unheard[],
  known: ReadonlySet<string>,
  ledger: Ledger,
  now: Millis,
): Promise<Row[]> {
  const fresh = group.filter(
    (one) =>
      !known.has(one.key) &&
      (one.live || Math.max(one.plannedAt, one.state === "expired" ? one.expiresAt : 0) > now - FRESH),
  );
  const rows: Row[] = [];
  for (const { key } of fresh.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const row = await ledger.read(key);
    if (row !== undefined && isMissed(row.delivery, (channel) => ledger.told.of(channel))) rows.push(row);
  }
  return rows;
}

/** Whether somebody misses it who was told nothing in its stead. */
export function isMissed(delivery: Delivery, toldIn: (channel: string) => readonly { delivery: Delivery }[]): boolean {
  const { alert, state, edits, destination } = delivery;
  if (state === "failed" || state === "parked") return true;
  if (state !== "expired" || edits !== undefined) return false;
  const windows = windowsOf(alert);
  if (windows.length === 0) return true;
  const instead = toldIn(destination)
    .filter(({ delivery: other }) => other.id !== delivery.id && stage(other.alert) > stage(alert))
    .flatMap(({ delivery: other }) => windowsOf(other.alert));
  return !windows.every((window) => instead.some((other) => other.since === window.since));
}

/** A notice of a later stage says what an earlier one would have. */
function stage({ kind }: Alert): number {
  if (kind === "curfew.soon") return 1;
  if (kind === "curfew.began") return 2;
  if (kind === "curfew.ending") return 3;
  return kind === "curfew.ended" || kind === "vigia.down" ? 4 : 0;
}

function windowsOf(alert: Alert): readonly EdgeGroup[] {
  if ("groups" in alert) return alert.groups;
  return alert.kind === "vigia.down" ? alert.missed.flatMap(({ groups }) => groups) : [];
}

function alertOf(
  { key, delivery }: Row,
  also: string[],
  carers: Carers,
  { channel, reason, now }: { channel: string; reason: string; now: Millis },
): AlertOf<"alert.undelivered"> {
  const kind = "alert.undelivered";
  const { alert, edits, parts } = delivery;
  const text = parts[0]?.text;
  return {
    kind,
    id: hash({ kind, channel, of: key }),
    at: now,
    channel,
    reason,
    since: alert.at,
    ...carers,
    of: key,
    ...(also.length === 0 ? {} : { also }),
    lost: {
      kind: alert.kind,
      at: alert.at,
      mark: mark(alert.id),
      ...(text === undefined ? {} : { text }),
      ...(edits === undefined ? {} : { edits: true }),
    },
  };
}
