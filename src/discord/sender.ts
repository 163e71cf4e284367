// Posts alerts and looks after them, over connections of its own: answers to people never wait behind alerts. One attempt is one request.
// Must never decide what happens next: that is the courier's.
import { RateLimitError, Routes, type RateLimitData, type REST } from "discord.js";
import { z } from "zod";
import type { EventChanges, EventFields, Manner, Outcome, Search, Sender } from "../alerts/courier/sender.ts";
import type { Millis } from "../domain/time.ts";
import type { Message } from "../views/message.ts";
import type { LongArgs } from "./custom-id.ts";
import { Desk, type DeskOptions, Identified, waitOf } from "./desk.ts";
import { faultOf } from "./fault.ts";
import { changeEvent, listedEvents, makeEvent, ofEvent, ofThread, openThread, removeEvent } from "./guild-events.ts";
import { outcomeOf } from "./outcome.ts";
import { type Body, payload } from "./payload.ts";
import { forgetPace, limitedBy, restOf, type Reader, type RestSettings } from "./rest.ts";
import { findMark } from "./search.ts";
import { WayOut, type WhoAsks } from "./way-out.ts";

export interface SenderOptions extends DeskOptions {
  /** Where long arguments of buttons are kept; without it an alert that needs it is refused as a fault of ours. */
  longArgs?: LongArgs;
}

/** The courier's: the pace is its own (alerts/courier/pace.ts) and the way out's. A post or an edit is never repeated here; a page that is read may wait its turn. */
const COURIER = {
  perSecond: 50,
  retries: 0,
  timeoutMs: 15_000,
  rejects: (limit: RateLimitData, answered: boolean) =>
    limit.method !== "GET" ? answered || !isOwnPace(limit) : waitOf(limit) > 10_000,
};

const NOWHERE: LongArgs = {
  keep: async () => {
    throw new Error("An alert's button has arguments that do not fit, and no place to keep them was given");
  },
  find: async () => undefined,
};

const Posted = Identified.extend({ content: z.string().optional() });

export function sender(options: SenderOptions): Sender {
  return new DiscordSender(options);
}

class DiscordSender extends Desk implements Sender {
  readonly #options: SenderOptions;
  readonly #courier: REST;

  constructor(options: SenderOptions) {
    const { clock, timeoutMs } = options;
    const way = clock === undefined ? undefined : new WayOut(clock);
    const leaving = (who: WhoAsks): Pick<RestSettings, "leave"> =>
      way === undefined ? {} : { leave: (ask) => way.leave(who, ask) };
    super({ ...options, ...leaving("desk") });
    this.#options = options;
    const timing = timeoutMs === undefined ? {} : { timeoutMs };
    this.#courier = restOf({ ...options, ...leaving("courier") }, { ...COURIER, ...timing });
  }

  async post(channelId: string, message: Message, { nonce, silent, replyTo }: Manner): Promise<Outcome> {
    /** What was deleted meanwhile is no reason to say nothing. */
    const answer =
      replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
    /** `enforce_nonce`: Discord gives back the first message for a nonce it has seen in the last minutes. */
    return this.#send(channelId, message, silent, (body) =>
      this.#courier.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true, ...answer },
      }),
    );
  }

  async edit(channelId: string, messageId: string, message: Message): Promise<Outcome> {
    return this.#send(channelId, message, false, (body) =>
      this.#courier.patch(Routes.channelMessage(channelId, messageId), { body }),
    );
  }

  async pin(channelId: string, messageId: string, on: boolean): ReturnType<Sender["pin"]> {
    const route = Routes.channelMessagesPin(channelId, messageId);
    try {
      await (on ? this.rest.put(route) : this.rest.delete(route));
      return "done";
    } catch (error) {
      const { is, why } = this.#outcome(error);
      this.#options.log.info({ channelId, why, ...faultOf(error) }, "A message could not be pinned, or unpinned");
      return is === "never" ? "refused" : "again";
    }
  }

  async #send(
    channelId: string,
    message: Message,
    silent: boolean,
    send: (body: Body) => Promise<unknown>,
  ): Promise<Outcome> {
    const { log, longArgs = NOWHERE } = this.#options;
    const body = await payload(message, { silent }, longArgs).catch((error: unknown) => {
      log.error({ channelId, ...faultOf(error) }, "An alert cannot be sent as it is");
      return undefined;
    });
    if (body === undefined) return { is: "never", why: "refused-form", closes: false };
    try {
      const sent = Posted.safeParse(await send(body));
      if (!sent.success) return { is: "unsure", why: "odd-answer", answer: "200" };
      const { id: messageId, content } = sent.data;
      // Discord trims what is posted; anything else is an earlier attempt's wording.
      const other = content !== undefined && content.trim() !== body.content.trim();
      return { is: "sent", messageId, ...(other ? { stands: content } : {}) };
    } catch (error) {
      const outcome = this.#outcome(error);
      log.warn({ channelId, outcome: outcome.is, why: outcome.why, ...faultOf(error) }, "A post did not go through");
      return outcome;
    }
  }

  #outcome(error: unknown): Exclude<Outcome, { is: "sent" }> {
    return outcomeOf(error, error instanceof RateLimitError ? limitedBy(this.#courier, error) : undefined);
  }

  async find(channelId: string, mark: string, since: Millis, turn = async () => {}): Promise<Search> {
    const reader = inTurn(this.#courier, turn);
    try {
      const looked = await findMark(reader, { channelId, botId: await this.own(), mark, since });
      if (looked.found !== undefined) return { is: "found", ...looked.found };
      /** Without "Read message history" Discord gives an empty list and no error: absent would be a guess. */
      return looked.seen > 0 ? { is: "absent" } : searched(await this.missing(channelId, reader));
    } catch (error) {
      this.#options.log.warn({ channelId, ...faultOf(error) }, "A channel could not be searched");
      return { is: "cannot", why: this.#outcome(error).why };
    }
  }

  async direct(userId: string): ReturnType<Sender["direct"]> {
    try {
      const opened = await this.#courier.post(Routes.userChannels(), { body: { recipient_id: userId } });
      return { is: "open", channelId: Identified.parse(opened).id };
    } catch (error) {
      const outcome = this.#outcome(error);
      this.#options.log.warn({ why: outcome.why, ...faultOf(error) }, "A direct message could not be opened");
      return outcome;
    }
  }

  async events(guildId: string): ReturnType<Sender["events"]> {
    try {
      return { is: "listed", events: await listedEvents(this.#courier, guildId, await this.own()) };
    } catch (error) {
      return ofEvent(this.#failed(error, { guildId }, "A server's list of events could not be read"));
    }
  }

  makeEvent(guildId: string, event: EventFields): Promise<Outcome> {
    return this.#event(guildId, () => makeEvent(this.#courier, guildId, event));
  }

  changeEvent(guildId: string, eventId: string, changes: EventChanges): Promise<Outcome> {
    return this.#event(guildId, () => changeEvent(this.#courier, guildId, eventId, changes));
  }

  removeEvent(guildId: string, eventId: string): Promise<Outcome> {
    return this.#event(guildId, () => removeEvent(this.#courier, guildId, eventId));
  }

  async #event(guildId: string, ask: () => Promise<string>): Promise<Outcome> {
    try {
      return { is: "sent", messageId: await ask() };
    } catch (error) {
      return ofEvent(this.#failed(error, { guildId }, "An entry of a list of events did not go through"));
    }
  }

  async openThread(channelId: string, messageId: string, name: string): Promise<Outcome> {
    try {
      return { is: "sent", messageId: await openThread(this.#courier, channelId, messageId, name) };
    } catch (error) {
      return ofThread(this.#failed(error, { channelId }, "A thread was not opened"), messageId);
    }
  }

  #failed(error: unknown, about: object, words: string): Exclude<Outcome, { is: "sent" }> {
    const outcome = this.#outcome(error);
    this.#options.log.warn({ ...about, outcome: outcome.is, why: outcome.why, ...faultOf(error) }, words);
    return outcome;
  }

  override forgetPace(): void {
    forgetPace(this.#courier);
    super.forgetPace();
  }
}

/** Each request waits for its turn; the first has had it. */
function inTurn(rest: REST, turn: () => Promise<void>): Reader {
  let first = true;
  return {
    get: async (...asked) => {
      if (!first) await turn();
      first = false;
      return rest.get(...asked);
    },
  };
}

function searched(missing: readonly string[] | "no such channel"): Search {
  if (missing === "no such channel") return { is: "cannot", why: "no-such-channel" };
  if (missing.includes("ViewChannel")) return { is: "cannot", why: "forbidden" };
  if (missing.includes("ReadMessageHistory")) return { is: "cannot", why: "no-history" };
  return { is: "absent" };
}

/** Our own limit a second, not Discord's word: nothing was sent yet, and waiting that second is cheaper than a failed attempt in the ledger. */
function isOwnPace(limit: RateLimitData): boolean {
  return limit.global && limit.scope === "user" && waitOf(limit) <= 1_100;
}
