// The two rows of a board: one posts it, the other edits it and is planned anew each time. However often that happens, the ledger holds these two.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash, mark } from "../../domain/id.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { expiry } from "../kinds.ts";
import type { Entry, Ledger } from "../ledger/ledger.ts";
import { laneOf } from "../ledger/lanes.ts";

export type BoardAlert = AlertOf<"board">;

export function boardAlert({ id: channel }: Pick<Destination, "id">, since: Millis): BoardAlert {
  const kind = "board";
  return { kind, id: hash({ kind, channel, since }), at: since };
}

/** What an edit says of the channel that it is for: it may have another language and other subscriptions by now. */
export interface Edit {
  now: Millis;
  clock: Pick<Clock, "wall">;
  /** Left out: as it was, because nobody is subscribed any more. */
  to?: Subscribed;
  /** It is kept up to date no more. */
  ended?: Millis;
}

/** Plans the edit, in its own row where there is one. Never called for a row that is undecided: that is the courier's. */
export async function planEdit(ledger: Ledger, post: Entry, edit: Entry | undefined, how: Edit): Promise<void> {
  const changes = changesOf(post.delivery, how);
  if (edit === undefined) return ledger.plan([{ ...firstEdit(post.delivery), ...changes }]);
  await ledger.move(edit, { ...changes, attempts: [], againAt: undefined, untold: undefined });
  ledger.planned([laneOf(edit.delivery)]);
}

function changesOf({ alert, language, subscriptions }: Delivery, { now, clock, to, ended }: Edit) {
  return {
    state: "planned" as const,
    reason: "in-time" as const,
    alert: {
      kind: "board" as const,
      id: alert.id,
      at: alert.at,
      ...(ended === undefined ? {} : { ended }),
    },
    language: to?.destination.language ?? language,
    subscriptions: to?.subscriptions.map(({ id }) => id) ?? subscriptions,
    plannedAt: now,
    plannedMachine: clock.wall(),
  };
}

function firstEdit(post: Delivery): Omit<Delivery, "alert"> {
  const { v, destination, channelId, guildId, language, subscriptions, dueAt, plannedAt, plannedMachine, id } = post;
  const messageId = post.parts[0]?.messageId;
  return {
    v,
    id: hash({ alert: post.alert.id, destination, edits: id, part: 1 }),
    destination,
    channelId,
    guildId,
    language,
    subscriptions,
    shown: [],
    roles: [],
    loud: false,
    state: "planned",
    reason: "in-time",
    dueAt: dueAt + 1,
    plannedAt,
    expiresAt: expiry(post.alert, plannedAt),
    plannedMachine,
    parts: [],
    attempts: [],
    edits: {
      of: id,
      part: 1,
      mark: mark(post.alert.id),
      ...(messageId === undefined ? {} : { messageId }),
    },
  };
}
