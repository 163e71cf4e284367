// What commands may know and do about who looks after a server's alerts. It asks nobody for leave: that is the commands'.
import type { Handover } from "../../domain/duty.ts";
import { caredBy, type CaredBy, isActive, owns } from "../../domain/duty.ts";
import type { Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { StoredDuties } from "../../store/stored-duties.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { carersOf } from "./channel-rows.ts";
import { channelsOf } from "./duty-notices.ts";
import type { Sender } from "../courier/sender.ts";

interface Parts {
  subscriptions: {
    list: (guildId: string) => readonly Subscribed[];
    of: (guildId: string, channelId: string) => Subscribed | undefined;
  };
  duties: StoredDuties;
  sender: Pick<Sender, "isMember">;
  clock: Pick<Clock, "now">;
  review: string | undefined;
}

export interface Wanted {
  guildId: string;
  from: string;
  to: string;
  by: string;
  until?: Millis;
  language: Language;
}

export class DutyDesk {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Channels that this person looks after, or would if they had handed nothing over. */
  channelsOf(guildId: string, person: string): readonly string[] {
    const { subscriptions, duties, clock } = this.#parts;
    return channelsOf(person, { listed: subscriptions.list(guildId), duties: duties.of(guildId), now: clock.now() });
  }

  /** Who is told first of a channel's trouble, by now. */
  ownersOf(guildId: string, channelId: string): readonly string[] {
    const { subscriptions, duties, clock } = this.#parts;
    return carersOf(subscriptions.of(guildId, channelId)?.subscriptions ?? [], duties, clock.now()).owners;
  }

  /** Whether this person may do with it what its owner may, by now. */
  owns(person: string, one: Subscription): boolean {
    const { duties, clock } = this.#parts;
    return owns(person, one, duties.of(one.guildId), clock.now());
  }

  /** Who looks after it, by now. */
  caredBy(one: Subscription): CaredBy {
    const { duties, clock } = this.#parts;
    return caredBy(one, duties.of(one.guildId), clock.now());
  }

  isReview(channelId: string): boolean {
    return this.#parts.review === channelId;
  }

  /** What this person has handed over and not got back. */
  running(guildId: string, person: string): Handover | undefined {
    const { duties, clock } = this.#parts;
    const now = clock.now();
    return duties.of(guildId).handovers.find((one) => one.from === person && isActive(one, now));
  }

  find(guildId: string, id: string): Handover | undefined {
    return this.#parts.duties.find(guildId, id);
  }

  /** It holds once this resolves; those concerned are told by themselves. */
  async handOver(wanted: Wanted): Promise<Handover> {
    const { duties, clock } = this.#parts;
    return (await duties.handOver({ ...wanted, at: clock.now() })).made;
  }

  /** Undefined: it did not hold any more. */
  takeBack(guildId: string, id: string): Promise<Handover | undefined> {
    const { duties, clock } = this.#parts;
    return duties.end(guildId, id, clock.now());
  }

  isMember(guildId: string, person: string): Promise<boolean | undefined> {
    return this.#parts.sender.isMember(guildId, person);
  }
}
