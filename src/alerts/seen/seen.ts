// What commands may do with Seen: press, ask who has pressed, have those who have not called again. Who pressed stands in presses.ts, who was asked in the
// row of the notice. It must never count whoever was not asked, nor call anybody who has pressed.
import type { Clock } from "../../clock.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";
import type { Count } from "../../domain/seen.ts";
import type { Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import { noticeRow } from "../care/channel-plan.ts";
import { carersOf } from "../care/channel-rows.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Presses } from "./presses.ts";
import { type AskedRow, askedOf } from "./seen-rows.ts";
import { oneByOne } from "../../engines/one-by-one.ts";

/** People are called again no more often than this, world time. */
export const REMIND_APART = 15 * MINUTE;

export interface Pressing {
  /** Key of the notice's row, as a button carries it. */
  key: string;
  user: string;
  guildId: string | undefined;
  messageId: string | undefined;
}

export type Pressed =
  | { is: "unknown" }
  | { is: "not-asked"; count: () => Count }
  /**
   * `at`: the first press, world time. `over`: a newer notice stands in its place, and its button may be gone. `language`: the channel's, whoever presses.
   */
  | { is: "counted" | "already"; at: Millis; over: boolean; language: Language; count: () => Count };

/** How it stands with one notice. `pressed`: in the order of their presses. */
export interface SeenState {
  pressed: readonly { id: string; at: Millis }[];
  missing: readonly string[];
  after: number;
  over: boolean;
  /** Somebody was told of those who have not. */
  told: boolean;
}

export type Reminded =
  | { is: "unknown" | "may-not" | "all" | "over" }
  | { is: "lately"; at: Millis }
  | { is: "called"; people: readonly string[]; channel: string };

interface Parts {
  ledger: Ledger;
  presses: Presses;
  subscriptions: Pick<StoredSubscriptions, "of">;
  duties: Pick<StoredDuties, "of">;
  clock: Pick<Clock, "now" | "wall">;
}

export class Seen {
  readonly #parts: Parts;
  readonly #inTurn = oneByOne();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Kept once it resolves. Throws what the store throws. */
  async press({ key, user, guildId, messageId }: Pressing): Promise<Pressed> {
    const { presses, clock, ledger } = this.#parts;
    const row = await this.#asked(key);
    // A forged press: of another server, or of a message that has no such button.
    if (row === undefined || row.guildId !== guildId || row.messageId !== messageId) return { is: "unknown" };
    const count = () => countOf(presses, row);
    if (!row.people.includes(user)) return { is: "not-asked", count };
    const { is, press } = await presses.press(row, user, { at: clock.now(), wall: clock.wall() });
    const over = ledger.seen.isOver(key);
    return { is: is === "first" ? "counted" : "already", at: press.at, over, language: row.language, count };
  }

  /** Undefined where nobody was asked. */
  of(delivery: Delivery, key: string): SeenState | undefined {
    const { ledger, presses } = this.#parts;
    const row = askedOf(key, delivery);
    if (row === undefined) return undefined;
    const all = presses.of(row);
    const pressed = row.people.flatMap((id) => {
      const at = all.get(id)?.at;
      return at === undefined ? [] : [{ id, at }];
    });
    return {
      pressed: pressed.toSorted((a, b) => a.at - b.at),
      missing: missingOf(presses, row),
      after: row.after,
      over: ledger.seen.isOver(key),
      told: ledger.seen.missing(key).length > 0,
    };
  }

  /** Whether this person looks after one of the subscriptions that the notice was posted for. */
  isCarer(row: PostedFor, user: string): boolean {
    const { owners, contacts } = carersOf(
      subscriptionsOf(row, this.#parts.subscriptions),
      this.#parts.duties,
      this.#parts.clock.now(),
    );
    return [...owners, ...contacts].includes(user);
  }

  /** Calls those who have not pressed, in one answer to the notice. `manages`: who asks may change the channels of this server. */
  remind(of: string, by: { user: string; guildId: string | undefined; manages: boolean }): Promise<Reminded> {
    return this.#inTurn(() => this.#remind(of, by));
  }

  /** One at a time: two presses must not both find that nobody was called lately. */
  async #remind(of: string, by: { user: string; guildId: string | undefined; manages: boolean }): Promise<Reminded> {
    const { ledger, presses, clock } = this.#parts;
    const row = await this.#asked(of);
    if (row === undefined || (by.guildId !== undefined && by.guildId !== row.guildId)) return { is: "unknown" };
    // In a direct message nobody manages anything.
    const mayCall = (by.guildId !== undefined && by.manages) || this.isCarer(row, by.user);
    if (!mayCall) return { is: "may-not" };
    if (ledger.seen.isOver(of)) return { is: "over" };
    const [first, ...others] = missingOf(presses, row);
    if (first === undefined) return { is: "all" };
    const now = clock.now();
    const before = ledger.seen.reminders(of);
    const lately = before.findLast((at) => at <= now && now < at + REMIND_APART);
    if (lately !== undefined) return { is: "lately", at: lately };
    const kind = "seen.reminder";
    const alert: AlertOf<"seen.reminder"> = {
      kind,
      id: hash({ kind, of, at: now }),
      at: now,
      ...aboutOf(row),
    };
    // A lane of its own: it waits behind no alert, and no alert behind it.
    const place = noticeRow(alert, { place: row.channelId }, row, { now, clock });
    await ledger.plan([{ ...place, replyTo: row.messageId }]);
    return { is: "called", people: [first, ...others], channel: row.channelId };
  }

  async #asked(key: string): Promise<AskedRow | undefined> {
    const entry = await this.#parts.ledger.read(key);
    return entry === undefined ? undefined : askedOf(key, entry.delivery);
  }
}

type PostedFor = Pick<Delivery, "guildId" | "channelId" | "subscriptions">;

/** Those for which a notice was posted, as they are now: the owner is another after a handover. A drill is nobody's: there it is those who ask. */
export function subscriptionsOf(
  { guildId, channelId, subscriptions }: PostedFor,
  all: Pick<StoredSubscriptions, "of">,
): readonly Subscription[] {
  const running = all.of(guildId, channelId)?.subscriptions ?? [];
  return running.filter(({ id, seen }) =>
    subscriptions.length === 0 ? seen !== undefined : subscriptions.includes(id),
  );
}

/** What an alert about a notice says of it. */
export function aboutOf({ key, channelId, people, posted, after, messageId, text }: AskedRow) {
  return { channel: channelId, of: key, people, posted, after, messageId, ...(text === undefined ? {} : { text }) };
}

export function missingOf(presses: Pick<Presses, "of">, row: Pick<AskedRow, "guildId" | "key" | "people">): string[] {
  const pressed = presses.of(row);
  return row.people.filter((one) => !pressed.has(one));
}

export function countOf(presses: Pick<Presses, "of">, row: Pick<AskedRow, "guildId" | "key" | "people">): Count {
  return { have: row.people.length - missingOf(presses, row).length, asked: row.people.length };
}
