// From a row of the ledger to what its channel reads. Knows the views and nothing of Discord or the store.
import type { Delivery } from "../domain/alert.ts";
import { mark } from "../domain/id.ts";
import type { Millis } from "../domain/time.ts";
import type { Known } from "../store/known.ts";
import { curfewAlert } from "../views/curfew-alert.ts";
import { split } from "../views/fit.ts";
import type { Message } from "../views/message.ts";
import { strikeAlert } from "../views/strike-alert.ts";

export interface Scene {
  known: Known;
  /** World time. */
  now: Millis;
  zone: string;
  /** How late the notice is by now, ms; absent when it is in time. */
  lateBy?: Millis;
}

/** The parts to post, in order; undefined when what it told of is no longer in the record. */
export function render({ alert, language, roles }: Delivery, scene: Scene): readonly Message[] | undefined {
  const common = { ...scene, language, mark: mark(alert.id), loud: true };
  const { lateBy } = scene;
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.ended":
    case "vigia.down":
      return marked(split(withRoles(curfewAlert(alert, { ...common, ...(lateBy === undefined ? {} : { lateBy }) }), roles)), common.mark);
    case "strike.recorded": {
      const strike = scene.known.strikesById.get(alert.subject);
      if (strike === undefined) return undefined;
      return marked(split(withRoles(strikeAlert({ ...common, strike, ...(lateBy === undefined ? {} : { lateBy }) }), roles)), common.mark);
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

const withRoles = (message: Message, roles: readonly string[]): Message => (roles.length === 0 ? message : { ...message, roles });
