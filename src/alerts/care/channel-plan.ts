// Rows for those who look after a channel: a direct message each, a post in the place of last resort, and later the edits of both and the word that it is
// open. Pure; every id follows from the channel and when it closed, so that planning twice makes the same rows. It must never plan one for the channel itself.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash, mark } from "../../domain/id.ts";
import type { Carers } from "../../domain/duty.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Closure, ClosedAlert, ClosureRow } from "./channel-rows.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import { isLoud } from "../loud.ts";
import { standingParts } from "../changes/standing.ts";

/** Where one of them reads it. */
export type Where = { dm: string } | { place: string };

/** Its queue of its own: a notice never waits behind a channel's alerts. */
export const queueOf = (where: Where): string => ("dm" in where ? `dm-${where.dm}` : `notices-${where.place}`);

type About = Pick<Destination, "guildId" | "language">;
type Times = { now: Millis; clock: Pick<Clock, "wall"> };

export function noticeRow(alert: Alert, where: Where, about: About, { now, clock }: Times): Delivery {
  const at = "dm" in where ? { channelId: "", dm: where.dm } : { channelId: where.place };
  const to = { destination: queueOf(where), ...at, guildId: about.guildId, language: about.language };
  return freshRow(alert, to, { now, wall: clock.wall() }, { loud: isLoud(alert, undefined) });
}

export function closedAlert(
  { id: channel, paused }: Destination,
  { owners, contacts }: Carers,
  missing: readonly string[] | undefined,
): ClosedAlert | undefined {
  if (paused === undefined) return undefined;
  const kind = "channel.closed";
  const { at: since, reason, name } = paused;
  return {
    kind,
    id: closedId(channel, since),
    at: since,
    channel,
    reason,
    since,
    owners,
    contacts,
    ...(name === undefined ? {} : { name }),
    ...(missing === undefined ? {} : { missing: [...missing] }),
  };
}

/** The same for the next in line: a word of its own, as it may go where the first one stands. */
export function nextAlert(first: ClosedAlert): ClosedAlert {
  const { channel, since } = first;
  return { ...first, id: nextId(channel, since), next: true };
}

export const closedId = (channel: string, since: Millis): string => hash({ kind: "channel.closed", channel, since });
export const nextId = (channel: string, since: Millis): string =>
  hash({ kind: "channel.closed", channel, since, next: true });

export interface Turn {
  is: NonNullable<ClosedAlert["turn"]>;
  /** What makes it one of its kind: when it closed again, who has it. */
  of: string;
}

const turnId = ({ channel, since }: Closure, { is, of }: Turn): string =>
  hash({ kind: "channel.closed", channel, since, turn: is, of });

export const isTurned = (closure: Closure, turn: Turn): boolean =>
  closure.later.some(({ alert }) => alert.id === turnId(closure, turn));

/** Each notice that stands, or may, is put right. It is worded as things are when its turn comes. */
export function turnRows(closure: Closure, turn: Turn, times: Times): Delivery[] {
  return closure.closed.filter(mayStand).map(({ alert, delivery }) => {
    const own: ClosedAlert = { ...alert, id: turnId(closure, turn), at: times.now, turn: turn.is };
    const [part] = standingParts(delivery);
    return {
      ...again(own, delivery, times),
      id: hash({ alert: own.id, destination: delivery.destination, edits: delivery.id }),
      loud: false,
      edits: {
        of: delivery.id,
        mark: mark(alert.id),
        ...(part?.messageId === undefined ? {} : { messageId: part.messageId }),
      },
    };
  });
}

/** Of what waited for a channel when it opened: what goes on, what was over. */
export interface Counted {
  goes: number;
  missed: number;
}

/** The word that it is open, as an answer to each notice that it was not. */
export function openRows(closure: Closure, counted: Counted | undefined, times: Times): Delivery[] {
  const kind = "channel.open";
  return closure.closed.filter(mayStand).map(({ alert, delivery }) => {
    const { channel, reason, since, name, owners, contacts } = alert;
    const open: AlertOf<"channel.open"> = {
      kind,
      id: hash({ kind, channel, since }),
      at: times.now,
      channel,
      reason,
      since,
      ...(name === undefined ? {} : { name }),
      ...(owners === undefined ? {} : { owners }),
      ...(contacts === undefined ? {} : { contacts }),
      ...counted,
    };
    const replyTo = delivery.parts[0]?.messageId;
    // After the notice was put right.
    const row = { ...again(open, delivery, times), loud: false, dueAt: times.now + 1 };
    return replyTo === undefined ? row : { ...row, replyTo };
  });
}

export const hasWord = ({ later }: Closure): boolean => later.some(({ alert }) => alert.kind === "channel.open");

/** To whoever got the other row. */
function again(alert: Alert, to: Delivery, times: Times): Delivery {
  const where: Where = to.dm === undefined ? { place: to.channelId } : { dm: to.dm };
  // The channel of a direct message is known once something was posted there.
  return { ...noticeRow(alert, where, to, times), channelId: to.channelId };
}

const UNSEEN: ReadonlySet<Delivery["state"]> = new Set(["failed", "skipped", "expired"]);
export const mayStand = ({ delivery }: Pick<ClosureRow, "delivery">): boolean =>
  !UNSEEN.has(delivery.state) || standingParts(delivery).length > 0;

/** Nobody reads it, nor will by itself. */
export const isLost = ({ delivery }: Pick<ClosureRow, "delivery">): boolean =>
  UNSEEN.has(delivery.state) || delivery.state === "parked";
