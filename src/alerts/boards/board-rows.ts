// The two rows of a board: one posts it, the other edits it and is planned anew each time. However often that happens, the ledger holds these two.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash, mark } from "../../domain/id.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { freshRow } from "../ledger/fresh-row.ts";
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

function firstEdit(post: Delivery): Delivery {
  const { alert, destination, channelId, guildId, language, subscriptions, dueAt, plannedAt, plannedMachine } = post;
  const messageId = post.parts[0]?.messageId;
  const to = { destination, channelId, guildId, language };
  return freshRow(
    alert,
    to,
    { now: plannedAt, wall: plannedMachine },
    {
      id: hash({ alert: alert.id, destination, edits: post.id, part: 1 }),
      subscriptions,
      dueAt: dueAt + 1,
      edits: { of: post.id, part: 1, mark: mark(alert.id), ...(messageId === undefined ? {} : { messageId }) },
    },
  );
}
