// What the ledger says of notices below which people were asked to press Seen: which stand, which are over, of which somebody was told. Kept in memory, taken
// from the ledger's rows. It knows nothing of presses, and must never hold a whole row that may be large.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Millis } from "../../domain/time.ts";

type Entry = { key: string; delivery: Delivery };
type Asked = NonNullable<Delivery["seen"]>;

/** One notice that stands in its channel, with its button. */
export interface AskedRow extends Pick<Delivery, "guildId" | "channelId" | "language"> {
  key: string;
  people: Asked["people"];
  after: Asked["after"];
  subscriptions: string[];
  /** World time at which the part with the button was there. */
  posted: Millis;
  messageId: string;
  text: string | undefined;
}

/** A row that tells of those who have not pressed. */
export interface MissingRow {
  alert: AlertOf<"seen.missing">;
  destination: string;
  state: Delivery["state"];
}

export class SeenRows {
  readonly #asked = new Map<string, AskedRow>();
  /** By the notice that took their place. */
  readonly #over = new Map<string, readonly string[]>();
  /** By the notice that they are about, then by their own key. */
  readonly #missing = new Map<string, Map<string, MissingRow>>();
  readonly #reminders = new Map<string, Map<string, Millis>>();

  /** Every row as it is planned and each time it moves. */
  note({ key, delivery }: Entry): void {
    const { alert, destination, state, unasks } = delivery;
    if (alert.kind === "seen.missing")
      got(this.#missing, alert.of, () => new Map<string, MissingRow>()).set(key, { alert, destination, state });
    else if (alert.kind === "seen.reminder")
      got(this.#reminders, alert.of, () => new Map<string, Millis>()).set(key, alert.at);
    if (state !== "sent") return;
    const row = askedOf(key, delivery);
    if (row !== undefined) this.#asked.set(key, row);
    if (unasks !== undefined) this.#over.set(key, unasks);
  }

  /** The row is no longer in the store. */
  forget(key: string, { alert }: Pick<Delivery, "alert">): void {
    this.#asked.delete(key);
    this.#over.delete(key);
    if (!("of" in alert)) return;
    this.#missing.get(alert.of)?.delete(key);
    this.#reminders.get(alert.of)?.delete(key);
  }

  /** Those of which it is not settled yet whether anybody is to be told. */
  asked(): readonly AskedRow[] {
    return [...this.#asked.values()];
  }

  /** Nothing more is to be told of it. */
  settled(key: string): void {
    this.#asked.delete(key);
  }

  /** Whether a newer notice stands in its place. */
  isOver(key: string): boolean {
    return [...this.#over.values()].some((keys) => keys.includes(key));
  }

  missing(of: string): readonly MissingRow[] {
    return [...(this.#missing.get(of)?.values() ?? [])];
  }

  /** World times at which people were called again, oldest first. */
  reminders(of: string): readonly Millis[] {
    return [...(this.#reminders.get(of)?.values() ?? [])].sort((a, b) => a - b);
  }
}

/** Undefined where nobody is asked, or its button is nowhere to be seen. */
export function askedOf(key: string, delivery: Delivery): AskedRow | undefined {
  const { guildId, channelId, language, subscriptions, seen, edits, parts, plannedAt } = delivery;
  const last = parts.reduce<Delivery["parts"][number] | undefined>(
    (one, other) => (one === undefined || other.part > one.part ? other : one),
    undefined,
  );
  if (seen === undefined || edits !== undefined || last?.messageId === undefined) return undefined;
  const { people, after } = seen;
  return {
    key,
    guildId,
    channelId,
    language,
    people,
    after,
    subscriptions,
    posted: last.shownAt ?? plannedAt,
    messageId: last.messageId,
    text: parts[0]?.text,
  };
}

function got<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
