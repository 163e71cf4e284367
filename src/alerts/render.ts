// From a row of the ledger to what its channel reads. Knows the views and nothing of Discord or the store.
import type { Delivery } from "../domain/alert.ts";
import { mark } from "../domain/id.ts";
import { MINUTE, type Millis } from "../domain/time.ts";
import type { Known } from "../domain/known.ts";
import { curfewAlert } from "../views/curfew-alert.ts";
import { split } from "../views/fit.ts";
import type { Message } from "../views/message.ts";
import { strikeAlert } from "../views/strike-alert.ts";

export interface Scene {
  known: Known;
  /** World time. */
  now: Millis;
  /** How late the notice is by now, ms; absent when it is in time. */
  lateBy?: Millis;
}

/** Remembers what it rendered last: thousands of channels are told the same thing in the same minute. */
export function renderer(): typeof render {
  const last = new Map<string, readonly Message[] | undefined>();
  let of: Known["areasById"] | undefined;
  return (delivery, scene) => {
    if (of !== scene.known.areasById || last.size > 100) last.clear();
    of = scene.known.areasById;
    const minute = Math.floor(scene.now / MINUTE);
    const key = JSON.stringify([
      delivery.alert,
      delivery.language,
      delivery.roles,
      delivery.lateBy,
      scene.lateBy,
      minute,
    ]);
    if (!last.has(key)) last.set(key, render(delivery, scene));
    return last.get(key);
  };
}

/** The parts to post, in order; undefined when what it told of is no longer in the record. */
export function render(delivery: Delivery, { known, now, lateBy }: Scene): readonly Message[] | undefined {
  const { alert, language, roles } = delivery;
  const own = mark(alert.id);
  // Planned late: nobody was there to plan it. Otherwise it waited on the way: a channel or Discord.
  const late = delivery.lateBy === undefined ? "delivery" : "vigia";
  const common = { known, now, language, mark: own, ...(lateBy === undefined ? {} : { lateBy }) };
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.ended":
    case "vigia.down":
      return marked(split(withRoles(curfewAlert(alert, { ...common, late }), roles)), own);
    case "strike.recorded": {
      const strike = known.strikesById.get(alert.subject);
      return strike === undefined
        ? undefined
        : marked(split(withRoles(strikeAlert({ ...common, strike }), roles)), own);
    }
  }
}

/** The second part carries `#7K3Q-9M2D.2`: each part can be found in the channel by itself. */
function marked(messages: readonly Message[], own: string): readonly Message[] {
  return messages.map((message, i) => {
    if (i === 0 || message.embed === undefined) return message;
    const footer = (message.embed.footer ?? "").replace(`#${own}`, `#${own}.${i + 1}`);
    return { ...message, embed: { ...message.embed, footer } };
  });
}

/** A mention comes last, after all that has to fit on a lock screen. */
const withRoles = (message: Message, roles: readonly string[]): Message =>
  roles.length === 0
    ? message
    : { ...message, content: `${message.content} ${roles.map((role) => `<@&${role}>`).join(" ")}`, roles };
