// Whether those who look after a server's alerts are still its members: asked of Discord one by one, before they are told of trouble and once a day. What it
// says is noted (stored-duties.ts), and those concerned are told. It must never take silence of Discord for an answer.
import { DAY, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Logger } from "../../logger.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Where } from "./channel-plan.ts";
import { dutyRows } from "./duty-notices.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Bookmark } from "../ledger/marks.ts";
import type { Sender } from "../courier/sender.ts";

interface Parts {
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  duties: StoredDuties;
  sender: Pick<Sender, "isMember">;
  clock: Pick<Clock, "now" | "wall">;
  log: Logger;
  /** When everybody was asked for, world time. */
  swept: Bookmark;
}

export class Membership {
  readonly #parts: Parts;
  #sweeping: Promise<void> | undefined;
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Asks for each of them. Never throws because Discord does not answer. */
  async ask(guildId: string, people: readonly string[]): Promise<void> {
    const { sender, duties, clock, log } = this.#parts;
    for (const person of new Set(people)) {
      if (this.#stopped) return;
      const isMember = await sender.isMember(guildId, person);
      if (isMember === undefined) continue;
      const news = await duties.seen(guildId, person, isMember, clock.now());
      if (news !== undefined) log.info({ guild: guildId, news }, "Somebody who looks after alerts left, or came back");
    }
  }

  /** Rows for everybody who is to hear that duty moved. Harmless however often. `places` as for trouble. */
  async tell(now: Millis, places: (one: Subscribed) => Promise<Where[] | undefined>): Promise<void> {
    const { ledger, subscriptions, duties, clock } = this.#parts;
    for (const one of duties.untold(now)) {
      const { guildId } = "handover" in one ? one.handover : one.left;
      const scene = { listed: subscriptions.list(guildId), duties: duties.of(guildId), now, clock, places };
      const rows = await dutyRows(one, scene);
      if (rows === undefined) continue;
      await ledger.plan(rows);
      await duties.told(one);
    }
  }

  /** Once a day of world time, one after another; a first start asks for nobody at once. Called after each tick whose clock is trusted. */
  async step(): Promise<void> {
    const { swept, clock } = this.#parts;
    const now = clock.now();
    if (swept.at === undefined || now < swept.at) return swept.move(now);
    if (now < swept.at + DAY || this.#sweeping !== undefined) return;
    await swept.move(now);
    this.#sweeping = this.#sweep().finally(() => {
      this.#sweeping = undefined;
    });
    // Who is asked for takes minutes where there are many: no tick waits for it.
    this.#sweeping.catch((error: unknown) =>
      this.#parts.log.error({ why: String(error) }, "Not everybody was asked for"),
    );
  }

  async #sweep(): Promise<void> {
    const { subscriptions, duties } = this.#parts;
    const byGuild = new Map<string, Set<string>>();
    for (const { destination, subscriptions: own } of subscriptions.running()) {
      // Of a server that the bot is not in Discord says nothing.
      if (destination.paused?.reason === "bot-removed") continue;
      const people = byGuild.get(destination.guildId) ?? new Set();
      byGuild.set(destination.guildId, people);
      for (const { owner, secondContact } of own) {
        people.add(owner);
        if (secondContact !== undefined) people.add(secondContact);
      }
    }
    for (const [guildId, people] of byGuild) {
      for (const { to } of duties.of(guildId).handovers.filter(({ endedAt }) => endedAt === undefined)) people.add(to);
      await this.ask(guildId, [...people]);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#sweeping?.catch(() => undefined);
  }

  /** Resolves when nobody is being asked for. For tests. */
  async idle(): Promise<void> {
    await this.#sweeping?.catch(() => undefined);
  }
}
