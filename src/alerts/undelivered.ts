// Alerts that will not reach an open channel: its people are told, in one message an hour for each channel and reason. It must never tell of what was said
// another way, of what nobody subscribed to, nor of its own notices.
import type { Alert, AlertOf } from "../domain/alert.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { EdgeGroup } from "../domain/edge-group.ts";
import { groupBy } from "../domain/group.ts";
import { hash, mark } from "../domain/id.ts";
import { isForChannel, type Reason } from "../domain/reason.ts";
import { DAY, HOUR, type Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import { carersOf, noticeRow, type Where } from "./channel-plan.ts";
import type { Unheard } from "./channel-rows.ts";
import type { Ledger } from "./ledger.ts";

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
  log: Logger;
  /** Where a post goes; throws when Discord does not answer. */
  places: (one: Subscribed) => Promise<Where[]>;
}

export async function undeliveredRows(
  parts: Parts,
  { now, clock }: { now: Millis; clock: Pick<Clock, "wall"> },
): Promise<Delivery[]> {
  const { ledger, subscriptions, log, places } = parts;
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
    const where = await places(to).catch((error: unknown) => {
      log.warn({ channel, why: String(error) }, "Discord does not say where a server takes its own notices");
      return undefined;
    });
    if (where === undefined) continue;
    const alert = alertOf(
      first,
      others.map(({ key }) => key),
      to,
      { channel, reason, now },
    );
    const people = [...(alert.owners ?? []), ...(alert.contacts ?? [])].map((dm) => ({ dm }));
    rows.push(...[...people, ...where].map((one) => noticeRow(alert, one, to.destination, { now, clock })));
  }
  return rows;
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
  { subscriptions }: Subscribed,
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
    ...carersOf(subscriptions),
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
