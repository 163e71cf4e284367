// Before a part is posted again: does it stand in its channel already? Asked of every attempt of the part that may have put it there, never of the last one
// alone. It must never call something absent on a guess, nor post.
import { type Delivery, isUnsubscribed } from "../../domain/delivery.ts";
import { mark } from "../../domain/id.ts";
import { isClosed } from "../../domain/reason.ts";
import { MINUTE } from "../../domain/time.ts";
import { standsFrom, type Doubt } from "./doubts.ts";
import type { Entry } from "../ledger/ledger.ts";
import { nonceOf } from "../ledger/nonce.ts";
import type { Tools, Turn } from "./attempts.ts";
import type { Reason, Search } from "./sender.ts";

/** Ids of messages are made of Discord's clock, ours may be off by as much as it may step without being asked (alerts/clockwork.ts), and a little. */
const LOOKED_BACK = 15 * MINUTE;

/** `patient`: a nonce that Discord still knows will do. @returns the row as it stands then, or why nobody can say. */
export async function looked(
  tools: Tools,
  entry: Entry,
  part: number,
  turn: Turn,
  patient = true,
): Promise<Entry | { why: Reason }> {
  const { ledger, sender, doubts, told } = tools;
  const { delivery } = entry;
  const doubt = doubts.of(delivery, part);
  if (doubt === undefined || (patient && doubt.nonceHolds)) return entry;
  await turn();
  const found = await sender.find(delivery.channelId, partMark(delivery, part), delivery.plannedAt - LOOKED_BACK, turn);
  told(delivery.channelId, found.is === "cannot" ? found : {});
  if (found.is === "found") return ledger.move(entry, { parts: withFound(tools, entry, part, doubt, found) });
  if (found.is === "absent") {
    const attempts = delivery.attempts.map((one) =>
      doubt.attempts.includes(one) ? { ...one, cleared: true as const } : one,
    );
    return ledger.move(entry, { attempts });
  }
  if (found.why === "no-history" && patient && doubt.nonceMayHold) return entry;
  return { why: found.why };
}

/** In the words of the attempt that put it there: those are what readers see. */
function withFound(
  { clock }: Tools,
  { delivery }: Entry,
  part: number,
  { attempts }: Doubt,
  { messageId, stands }: Extract<Search, { is: "found" }>,
): Delivery["parts"] {
  const before = delivery.parts[part - 1];
  const from = standsFrom(attempts, stands);
  const text = from?.text ?? stands ?? before?.text;
  // Rows of before attempts kept their words: those of the part, if they are what stands there.
  const shown = from?.text === undefined && before?.text?.trim() === text?.trim() ? before?.shown : from?.shown;
  const own = {
    part,
    nonce: nonceOf(delivery, part),
    messageId,
    postedAt: clock.wall(),
    shownAt: clock.now(),
    ...(text === undefined ? {} : { text }),
    ...(shown === undefined ? {} : { shown }),
  };
  return [...delivery.parts.slice(0, part - 1), own, ...delivery.parts.slice(part)];
}

/** Only a missing permission is final: then nobody can say what stands there, and it is not posted again. All else passes. */
export async function cannot(tools: Tools, entry: Entry, why: Reason): Promise<void> {
  const { ledger, endings, waits } = tools;
  const { delivery } = entry;
  if (why === "no-history") return endings.end(entry, { state: "parked", reason: why });
  if (isClosed(why)) {
    // No subscription that could be paused and taken up again: whoever shared it presses once more, what is due comes again.
    if (isUnsubscribed(delivery)) return endings.end(entry, { state: "failed", reason: why });
    if (await endings.closed(entry, why)) return;
  }
  const { againAt } = waits.after(delivery.id, why);
  await ledger.move(entry, { state: "unsure", reason: why, againAt });
}

const partMark = (delivery: Delivery, part: number) => `#${mark(delivery.alert.id)}${part > 1 ? `.${part}` : ""}`;
