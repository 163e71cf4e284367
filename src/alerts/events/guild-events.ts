// Brings one entry of a server's list of events to where it should stand. Such an entry has no nonce: before each try the list is read and looked through for it,
// by its id or by the mark in its description. It must never make a second one, nor one again that somebody of the server removed.
import type { Delivery } from "../../domain/delivery.ts";
import { mark } from "../../domain/id.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { ended, type NotSent, settle, type Tools, trimmed, type Turn } from "../courier/attempts.ts";
import type { EventForm } from "../../views/notices/guild-event.ts";
import type { EventWanted } from "./event-wanted.ts";
import type { Entry } from "../ledger/ledger.ts";
import { nonceOf } from "../ledger/nonce.ts";
import type { EventChanges, ListedEvent, Outcome } from "../courier/sender.ts";

/** Discord takes no begin in the past: what runs already begins in the list so much from now. */
const A_LITTLE = 2 * MINUTE;

/** What is to be asked of Discord, or what became of the row without. */
type Step =
  | { do: "make"; event: EventForm; reason: "event-made" }
  | { do: "change"; id: string; changes: EventChanges; end?: Millis; reason: Delivery["reason"] }
  | { do: "remove"; id: string; reason: Delivery["reason"] }
  | { do: "nothing"; state: "sent" | "skipped"; reason: Delivery["reason"]; event?: Delivery["event"] };

/** One attempt: the list is read, and one request is made if there is need. `wanted`: as of when it is asked. */
export async function bringEvent(tools: Tools, entry: Entry, wanted: () => EventWanted, turn: Turn): Promise<void> {
  const { ledger, sender, clock, told } = tools;
  const { delivery } = entry;
  const { guildId, destination, attempts } = delivery;
  await turn();
  const startedAt = clock.wall();
  const sending = await ledger.move(entry, {
    state: "sending",
    reason: "posting",
    attempts: [...attempts, { part: 1, startedAt }],
  });
  const listed = await sender.events(guildId);
  told(destination, listed.is === "listed" ? {} : listed);
  const done = (outcome: Outcome) => [...attempts, { part: 1, ...ended(startedAt, clock.wall(), outcome) }];
  // Nothing was made for certain, whatever became of the question.
  if (listed.is !== "listed") return refused(tools, sending, asked(listed), done(asked(listed)));
  const [own, ...doubles] = ownOf(delivery, listed.events);
  // An earlier try that Discord finished after it was looked for.
  for (const { id } of doubles) {
    await turn();
    await sender.removeEvent(guildId, id);
  }
  const step = stepTo(wanted(), own, delivery, clock.now());
  if (step.do === "nothing") {
    const { state, reason, event } = step;
    const stood: Outcome = { is: "sent", messageId: own?.id ?? "" };
    return void (await ledger.move(sending, { state, reason, event, attempts: trimmed(done(stood)) }));
  }
  await turn();
  const outcome = await request(tools, guildId, step);
  told(destination, outcome.is === "sent" ? {} : outcome);
  if (outcome.is !== "sent")
    return refused(tools, sending, outcome, done(outcome), step.do === "make" ? undefined : step.id);
  const end = step.do === "make" ? step.event.end : step.do === "change" ? step.end : undefined;
  await ledger.move(sending, {
    state: "sent",
    reason: step.reason,
    event: end === undefined ? undefined : { id: outcome.messageId, end },
    attempts: trimmed(done(outcome)),
    parts: step.do === "make" ? [partOf(delivery, step.event.name, tools)] : [],
  });
}

function request({ sender, clock }: Tools, guildId: string, step: Exclude<Step, { do: "nothing" }>): Promise<Outcome> {
  if (step.do === "change") return sender.changeEvent(guildId, step.id, step.changes);
  if (step.do === "remove") return sender.removeEvent(guildId, step.id);
  const { name, location, end } = step.event;
  const start = beginOf(step.event, clock.now());
  const description = start > step.event.start ? step.event.late : step.event.description;
  return sender.makeEvent(guildId, { name, location, description, start, end });
}

const partOf = (delivery: Delivery, name: string, { clock }: Tools) => ({
  part: 1,
  nonce: nonceOf(delivery, 1),
  text: name,
  postedAt: clock.wall(),
  shownAt: clock.now(),
});

const asked = (outcome: NotSent): NotSent => (outcome.is === "unsure" ? { ...outcome, is: "again" } : outcome);
const beginOf = ({ start }: EventForm, now: Millis) => Math.max(start, now + A_LITTLE);

/** Those of this entry, the one that was known first. Somebody may have taken the mark out of its description. */
function ownOf({ alert, event }: Delivery, events: readonly ListedEvent[]): ListedEvent[] {
  if (alert.kind !== "guild.event") return [];
  const sign = `#${mark(alert.entry)}`;
  const marked = events.filter(
    ({ id, isOwn, description }) => id === event?.id || (isOwn && description.includes(sign)),
  );
  return marked.sort((a, b) => Number(b.id === event?.id) - Number(a.id === event?.id) || (a.id < b.id ? -1 : 1));
}

function stepTo(wanted: EventWanted, own: ListedEvent | undefined, { event }: Delivery, now: Millis): Step {
  if (wanted.is === "none") return own === undefined ? gone(wanted, event) : away(wanted, own);
  const { form } = wanted;
  if (own !== undefined) {
    const changes = differences(form, own, now);
    const { end } = form;
    return Object.keys(changes).length === 0
      ? { do: "nothing", state: "sent", reason: "event-stands", event: { id: own.id, end } }
      : { do: "change", id: own.id, changes, end, reason: "event-changed" };
  }
  // It stood and would not be over: somebody of the server wants it gone. The row remembers that.
  if (event !== undefined && event.end > now)
    return { do: "nothing", state: "skipped", reason: "event-deleted", event };
  if (wanted.is === "far") return { do: "nothing", state: "skipped", reason: "event-too-far" };
  // Over before Discord would let it begin.
  if (form.end <= beginOf(form, now)) return { do: "nothing", state: "skipped", reason: "event-ended" };
  return { do: "make", event: form, reason: "event-made" };
}

function gone({ why }: Extract<EventWanted, { is: "none" }>, event: Delivery["event"]): Step {
  return { do: "nothing", state: event === undefined ? "skipped" : "sent", reason: why };
}

/** One that runs can only be ended, one that does not yet is called off: whoever opens its link reads that. What nobody wants there is taken away. */
function away({ why }: Extract<EventWanted, { is: "none" }>, { id, isOn }: ListedEvent): Step {
  if (why === "event-removed") return { do: "remove", id, reason: why };
  return { do: "change", id, changes: { status: isOn ? "over" : "cancelled" }, reason: why };
}

/** What is otherwise in the list. The begin of one that runs cannot be changed, and need not be. */
function differences(form: EventForm, own: ListedEvent, now: Millis): EventChanges {
  const start = own.isOn || (form.start <= now && own.start <= now + A_LITTLE) ? own.start : beginOf(form, now);
  const description = start > form.start ? form.late : form.description;
  return {
    ...(form.name === own.name ? {} : { name: form.name }),
    ...(form.location === own.location ? {} : { location: form.location }),
    ...(description === own.description ? {} : { description }),
    ...(start === own.start ? {} : { start }),
    ...(form.end === own.end ? {} : { end: form.end }),
  };
}

/** Only waits are tried again: what is refused for good ends the row, and concerns no channel. `id`: of the entry that was to be changed. */
async function refused(
  tools: Tools,
  entry: Entry,
  outcome: NotSent,
  attempts: Delivery["attempts"],
  id?: string,
): Promise<void> {
  if (outcome.is !== "never") return settle(tools, entry, outcome, attempts);
  // Between the look and the request somebody removed it, or it was over.
  if (id !== undefined && outcome.why === "message-deleted")
    return settle(tools, entry, { is: "again", why: outcome.why }, attempts);
  return tools.endings.end(entry, { state: "failed", reason: outcome.why, attempts: trimmed(attempts) });
}
