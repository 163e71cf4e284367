// Where a decree should stand in a server's list of events, by the record and the subscriptions of this moment. It asks nobody and plans nothing.
import { calendar } from "../../domain/calendar.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { AHEAD, eventSpan, type EventSpan } from "../../domain/event-span.ts";
import { hash, mark } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { DAY, type Millis } from "../../domain/time.ts";
import { hearsCurfews } from "../../domain/topic.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { type EventForm, guildEvent } from "../../views/notices/guild-event.ts";
import { followed } from "../followed.ts";

/** Whoever of a server wants its decrees in the list. The first to have asked gives the language. */
export interface EventAudience {
  guildId: string;
  channelId: string;
  language: "en" | "es";
  subscriptions: [string, ...string[]];
  /** Of all of them together. */
  places: readonly string[];
}

export type EventWanted =
  | { is: "shown" | "far"; form: EventForm }
  | { is: "none"; why: "event-ended" | "event-removed" | "event-without-end" };

const made = new WeakMap<readonly Subscribed[], ReadonlyMap<string, EventAudience>>();

/** By server. The same for the same audience: each minute asks, and each entry that is to be written. */
export function eventAudiences(audience: readonly Subscribed[]): ReadonlyMap<string, EventAudience> {
  const known = made.get(audience) ?? audiencesOf(audience);
  made.set(audience, known);
  return known;
}

function audiencesOf(audience: readonly Subscribed[]): Map<string, EventAudience> {
  const asking = audience.flatMap(({ destination, subscriptions }) =>
    subscriptions
      .filter((one) => one.events === true && hearsCurfews(one.topics))
      .map((subscription) => ({ destination, subscription })),
  );
  const found = new Map<string, EventAudience>();
  for (const { destination, subscription } of asking.sort((a, b) => order(a.subscription, b.subscription))) {
    const { guildId, id: channelId, language } = destination;
    const own = found.get(guildId);
    const ids: [string, ...string[]] = own === undefined ? [subscription.id] : [...own.subscriptions, subscription.id];
    const places = followed({ destination, subscriptions: [subscription] });
    found.set(guildId, {
      ...(own ?? { guildId, channelId, language }),
      subscriptions: ids,
      places: [...new Set([...(own?.places ?? []), ...places])].sort(),
    });
  }
  return found;
}

const order = (a: { since: Millis; id: string }, b: { since: Millis; id: string }) =>
  a.since - b.since || (a.id < b.id ? -1 : 1);

/** The id that every row of this entry bears, and its mark. */
export const entryOf = (guildId: string, subject: string): string => hash({ kind: "guild.event", guildId, subject });

/** Remembers what it worked out: it is asked each minute, and hardly anything changes. */
export class EventWants {
  #of: readonly unknown[] = [];
  readonly #spans = new Map<string, EventSpan | undefined>();
  readonly #forms = new Map<string, EventForm>();

  /** Decrees that may stand in somebody's list now: not those that were over long ago. */
  living(record: Known, now: Millis): readonly Curfew[] {
    return record.curfews.filter((curfew) => calendar(curfew).span.end > now - DAY);
  }

  of(record: Known, subject: string, to: EventAudience | undefined, now: Millis): EventWanted {
    if (to === undefined) return { is: "none", why: "event-removed" };
    // By its id one is found that was withdrawn, too.
    const curfew = record.curfews.find(({ id }) => id === subject);
    const span = curfew === undefined ? undefined : this.#span(record, curfew, to, now);
    if (curfew === undefined || span === undefined || span.end <= now) return { is: "none", why: "event-ended" };
    if (span.doubtedUntil > now) return { is: "none", why: "event-without-end" };
    return { is: span.start > now + AHEAD ? "far" : "shown", form: this.#form(record, curfew, span, to) };
  }

  #span(record: Known, curfew: Curfew, to: EventAudience, now: Millis): EventSpan | undefined {
    const { areas, areasById, curfews } = record;
    const of = [areas, areasById, curfews, Math.floor(now / DAY)];
    if (of.some((one, i) => one !== this.#of[i])) {
      this.#spans.clear();
      this.#forms.clear();
      this.#of = of;
    }
    const key = `${curfew.id} ${to.places.join()}`;
    if (!this.#spans.has(key)) this.#spans.set(key, eventSpan(areas, curfew, to.places, now));
    return this.#spans.get(key);
  }

  #form(record: Known, curfew: Curfew, span: EventSpan, { guildId, language, places }: EventAudience): EventForm {
    const key = `${curfew.id} ${guildId} ${language} ${places.join()}`;
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    const form = guildEvent(curfew, span, { record, language, mark: mark(entryOf(guildId, curfew.id)) });
    this.#forms.set(key, form);
    return form;
  }
}

/** Another one, another state of the entry. */
export function wantedHash(wanted: EventWanted): string {
  return wanted.is === "none" ? wanted.why : hash({ is: wanted.is, ...wanted.form });
}
