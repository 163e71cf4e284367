// A thread below a notice, to talk about it. Its row is planned with the notice's and waits for it: a crash in between leaves nothing undone. Discord opens one thread
// at a message and refuses a second, so it is never looked for. It must never hold up, repeat or take back the notice itself.
import type { Alert } from "../../domain/alert.ts";
import { type Delivery, rowKey } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import { DAY } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { bare } from "../../views/bare.ts";
import { shortened } from "../../views/notices/guild-event.ts";
import { ended, settle, type Tools, trimmed, type Turn } from "../courier/attempts.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import type { Entry } from "../ledger/ledger.ts";

/** Of a strike its first notice, of curfews every change: later news of a strike answers there. */
const TALKED_OF: ReadonlySet<Alert["kind"]> = new Set([
  "strike.recorded",
  "curfew.declared",
  "curfew.changed",
  "curfew.lifted",
  "curfew.annulled",
  "curfew.withdrawn",
]);

/** Discord's limit. */
const NAME = 100;
/** It waits for its notice, however long that waits. */
const AFTER = 30 * DAY;

/** Its own lane: what goes wrong with a thread holds up no notice. */
export const threadsOf = (channel: string): string => `threads-${channel}`;

/** For those of these rows whose channel wants a thread. */
export function threadRows(rows: readonly Delivery[], audience: () => readonly Subscribed[]): Delivery[] {
  const talked = rows.filter(
    ({ alert, edits, state }) => TALKED_OF.has(alert.kind) && edits === undefined && state !== "skipped",
  );
  if (talked.length === 0) return [];
  const wanting = new Map<string, readonly string[]>();
  for (const { destination, subscriptions } of audience()) {
    // There is no thread in a thread, nor in a direct message.
    if (destination.kind !== "channel") continue;
    const ids = subscriptions.filter(({ thread }) => thread === true).map(({ id }) => id);
    if (ids.length > 0) wanting.set(destination.id, ids);
  }
  return talked.flatMap((row) => threadRow(row, wanting.get(row.destination) ?? []) ?? []);
}

function threadRow(row: Delivery, wanting: readonly string[]): Delivery | undefined {
  const [first, ...others] = row.subscriptions.filter((id) => wanting.includes(id));
  if (first === undefined) return undefined;
  const kind = "thread.opened";
  const { channelId, guildId, language, dueAt, plannedAt, plannedMachine } = row;
  const alert = { kind, id: hash({ kind, alert: row.alert.id }), at: row.alert.at, of: rowKey(row) } as const;
  const to = { destination: threadsOf(row.destination), channelId, guildId, language };
  const when = { now: plannedAt, wall: plannedMachine };
  return freshRow(alert, to, when, { subscriptions: [first, ...others], dueAt, expiresAt: row.expiresAt + AFTER });
}

/** Tried once the notice is decided. */
export async function openThread(tools: Tools, entry: Entry, turn: Turn): Promise<void> {
  const { ledger, sender, clock, told, endings } = tools;
  const { delivery } = entry;
  const { alert, channelId, attempts } = delivery;
  const notice = alert.kind === "thread.opened" ? (await ledger.read(alert.of))?.delivery : undefined;
  const [part] = notice?.state === "sent" ? notice.parts : [];
  if (part?.messageId === undefined)
    return void (await ledger.move(entry, { state: "skipped", reason: "never-posted" }));
  await turn();
  const startedAt = clock.wall();
  const sending = await ledger.move(entry, {
    state: "sending",
    reason: "posting",
    attempts: [...attempts, { part: 1, startedAt }],
  });
  const outcome = await sender.openThread(channelId, part.messageId, threadName(part.text ?? ""));
  told(channelId, outcome.is === "sent" ? {} : outcome);
  const all = [...attempts, { part: 1, ...ended(startedAt, clock.wall(), outcome) }];
  if (outcome.is === "sent")
    await ledger.move(sending, { state: "sent", reason: "thread-opened", attempts: trimmed(all) });
  else if (outcome.is !== "never") await settle(tools, sending, outcome, all);
  else if (outcome.why === "message-deleted" || outcome.why === "no-such-channel")
    await ledger.move(sending, { state: "skipped", reason: outcome.why, attempts: all });
  else await endings.end(sending, { state: "failed", reason: outcome.why, attempts: all });
}

/** The notice's first line, without whom it calls. Never empty. */
export function threadName(line: string): string {
  const plain = bare(line.replaceAll(/<@[&!]?\d+>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();
  return shortened(plain, NAME) || "Vigía";
}
