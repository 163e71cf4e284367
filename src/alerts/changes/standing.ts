// What stands of a row in its channel, and how a notice puts it right: it answers the newest such message, and each of them is edited after it.
// It must never leave out a message that may stand there unseen, nor decide whether one is false.
import type { Alert } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import { type Delivery, mayStand, rowKey } from "../../domain/delivery.ts";
import { hash, mark } from "../../domain/id.ts";
import { unasks } from "../../domain/seen.ts";
import type { Language } from "../../domain/text.ts";

export interface StandingPart {
  part: number;
  messageId?: string | undefined;
  text?: string | undefined;
}

/** Messages that stand in the channel, and those that may: an attempt of which nobody knows how it ended. What waits untried is worded anew anyway. */
export function standingParts({ parts, attempts }: Pick<Delivery, "parts" | "attempts">): StandingPart[] {
  return parts.filter(
    ({ part, messageId }) =>
      messageId !== undefined || attempts.some((one) => (one.part ?? 1) === part && mayStand(one)),
  );
}

/** What an older message is edited with. */
export interface Edited {
  alert: Alert;
  shown: readonly PlaceId[];
  /** Of the older message, where the channel has another one by now. */
  language?: Language;
}

/** Whether a message is known to have been deleted. `of`: the row that posted it. */
export interface Gone {
  isGone: (of: string, part?: number) => boolean;
}

/**
 * The notice, as an answer where there is something to answer, and after it one row for each message to edit. `edited`: undefined where nothing is to be
 * said there. What was deleted is neither answered nor edited; what is deleted and nobody knows of it yet, Discord leaves out.
 */
export function answering(
  row: Delivery,
  wrong: readonly Delivery[],
  edited: (told: Delivery) => Edited | undefined,
  gone: Gone,
): Delivery[] {
  const edits = wrong.flatMap((told) => {
    const right = edited(told);
    return right === undefined ? [] : editsOf(row, told, right, gone, unasks(row));
  });
  const newest = wrong.flatMap((told) => (gone.isGone(told.id) ? [] : (told.parts[0]?.messageId ?? []))).at(-1);
  // The note after quiet hours keeps its button: it asks about other things, too.
  const asking = wrong.filter(({ seen, alert }) => seen !== undefined && alert.kind !== "quiet.over");
  const over = unasks(row) ? asking.map(rowKey) : [];
  const notice = over.length === 0 ? row : { ...row, unasks: over };
  return [newest === undefined ? notice : { ...notice, replyTo: newest }, ...edits];
}

/** One row for each part of an older message, in the words that this notice says. `isOver`: nobody is asked to press Seen there any more. */
export function editsOf(
  row: Delivery,
  told: Delivery,
  { alert, shown, language = row.language }: Edited,
  gone: Gone,
  isOver = false,
): Delivery[] {
  const left = standingParts(told).filter(({ part }) => !gone.isGone(told.id, part));
  const last = Math.max(...told.parts.map(({ part }) => part));
  const { seen: _own, ...notice } = row;
  return left.map(({ part, messageId, text }) => ({
    ...notice,
    // An edit takes away the buttons that it does not have itself.
    ...(part !== last || told.seen === undefined || isOver ? {} : { seen: { ...told.seen, of: rowKey(told) } }),
    id: hash({ alert: row.alert.id, destination: row.destination, edits: told.id, part }),
    alert,
    language,
    shown: [...shown],
    roles: [],
    loud: false,
    // After the notice, which says why.
    dueAt: row.dueAt + 1,
    edits: {
      of: told.id,
      part,
      mark: mark(told.alert.id) + (part > 1 ? `.${part}` : ""),
      ...(messageId === undefined ? {} : { messageId }),
      ...(text === undefined ? {} : { text }),
    },
  }));
}
