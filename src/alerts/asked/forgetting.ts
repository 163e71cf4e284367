// Erases what is kept of a server: by who may manage it, or once the bot was out of it for 30 days. What it began it finishes, also after a crash. It must never
// erase a fact, nor post anything there; messages that stand in Discord stay.
import { z } from "zod";
import { DAY, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { oneByOne } from "../../engines/one-by-one.ts";
import type { Store as Rows } from "../../engines/store.ts";
import type { Logger } from "../../logger.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredProposals } from "../../store/proposals.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Courier } from "../courier/courier.ts";
import type { HaveIt } from "../care/have-it.ts";
import { type Entry, isDecided, type Ledger } from "../ledger/ledger.ts";
import type { People } from "../ledger/people.ts";
import { BATCH, type Prune } from "../ledger/prune.ts";
import type { Sender } from "../courier/sender.ts";

/** A server that puts the bot out and takes it back within so long finds all as it was. */
export const KEPT_FOR: Millis = 30 * DAY;

const Mark = z.strictObject({ v: z.literal(1), guildId: z.string(), at: z.int() });
/** Shares its namespace with others. */
const PREFIX = "forget-";

/** What is kept of a server, as far as people know of it. */
export interface Kept {
  channels: number;
  subscriptions: number;
  pauses: number;
  handovers: number;
  seenLists: number;
  names: number;
  notices: number;
}

interface Parts {
  marks: Rows;
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  duties: StoredDuties;
  people: People;
  haveIt: HaveIt;
  proposals: StoredProposals;
  courier: Pick<Courier, "leave">;
  prune: Pick<Prune, "owe">;
  sender: Pick<Sender, "isIn">;
  clock: Pick<Clock, "now">;
  log: Logger;
  /** What other parts keep of a server. Harmless when repeated. */
  others?: readonly ((guildId: string) => Promise<void>)[];
}

export class Forgetting {
  readonly #parts: Parts;
  /** When Discord was last asked whether the bot is in a server that it was put out of, world time. */
  readonly #asked = new Map<string, Millis>();
  readonly #inTurn = oneByOne();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  kept(guildId: string): Kept {
    const { subscriptions, duties, people, ledger } = this.#parts;
    const own = subscriptions.places().filter((one) => one.guildId === guildId);
    const ever = own.flatMap(({ id }) => subscriptions.ever(guildId, id)?.subscriptions ?? []);
    return {
      channels: own.length,
      subscriptions: ever.length,
      pauses: own.filter(({ pause }) => pause !== undefined).length,
      handovers: duties.of(guildId).handovers.length,
      seenLists: ever.filter(({ seen }) => seen !== undefined).length,
      names: people.count(guildId),
      notices: ledger.lately.count(guildId),
    };
  }

  /** Resolves once its rows are gone; texts that nothing shows any more go within minutes. */
  forget(guildId: string): Promise<void> {
    return this.#inTurn(() => this.#forget(guildId));
  }

  /** What was begun when the program ended. */
  async finish(): Promise<void> {
    const begun: string[] = [];
    for await (const { key, value } of this.#parts.marks.scan(PREFIX)) {
      if (!key.startsWith(PREFIX)) break;
      begun.push(Mark.parse(value).guildId);
    }
    for (const guildId of begun) await this.forget(guildId);
  }

  /** Servers that the bot was out of for too long, after a tick whose clock is trusted. Discord is asked first, at most once a day. */
  async step(): Promise<void> {
    const { subscriptions, clock, sender, log } = this.#parts;
    const now = clock.now();
    for (const guildId of awayFor(subscriptions.places(), now)) {
      const asked = this.#asked.get(guildId) ?? -Infinity;
      if (asked <= now && now < asked + DAY) continue;
      this.#asked.set(guildId, now);
      if ((await sender.isIn(guildId)) !== false) continue;
      log.info({ guild: guildId }, "The bot was out of this server for 30 days: what was kept of it is erased");
      await this.forget(guildId);
    }
  }

  async #forget(guildId: string): Promise<void> {
    const {
      marks,
      ledger,
      subscriptions,
      duties,
      people,
      haveIt,
      proposals,
      courier,
      prune,
      others = [],
    } = this.#parts;
    const key = `${PREFIX}${guildId}`;
    await marks.add([{ key, value: { v: 1, guildId, at: this.#parts.clock.now() } }]);
    ledger.erasing.add(guildId);
    const goOn = await courier.leave(guildId);
    try {
      await subscriptions.forget(guildId);
      duties.forgotten(guildId);
      // Until a whole look finds none: one may have been planned, or let go of by another hand, meanwhile.
      while (await this.#rows(guildId));
      for (const forget of [people, haveIt].map((one) => (guild: string) => one.forget(guild))) await forget(guildId);
      await proposals.forgetGuild(guildId);
      for (const forget of others) await forget(guildId);
    } finally {
      ledger.erasing.delete(guildId);
      goOn();
    }
    prune.owe(async () => {
      const mark = await marks.read(key);
      if (mark !== undefined) await marks.remove([{ key, expect: mark.version }]);
    });
  }

  /** @returns whether any was found. */
  async #rows(guildId: string): Promise<boolean> {
    const { ledger } = this.#parts;
    let own: Entry[] = [];
    let found = false;
    for await (const entry of ledger.entries()) {
      if (entry.delivery.guildId !== guildId) continue;
      found = true;
      own.push(isDecided(entry.delivery) ? entry : await ledger.move(entry, { state: "skipped", reason: "forgotten" }));
      if (own.length < BATCH) continue;
      await ledger.forget(own);
      own = [];
    }
    if (own.length > 0) await ledger.forget(own);
    return found;
  }
}

/** Servers all of whose channels say that the bot was put out, the last of them so long ago. */
export function awayFor(
  places: readonly {
    guildId: string;
    paused?: { at: Millis; reason: string; goneAt?: Millis | undefined } | undefined;
  }[],
  now: Millis,
): string[] {
  const back = new Map<string, Millis>();
  for (const { guildId, paused } of places) {
    const gone = paused?.reason === "bot-removed" ? (paused.goneAt ?? paused.at) : Infinity;
    back.set(guildId, Math.max(back.get(guildId) ?? -Infinity, gone));
  }
  return [...back].flatMap(([guildId, gone]) => (gone + KEPT_FOR <= now ? [guildId] : []));
}
