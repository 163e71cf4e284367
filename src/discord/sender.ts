// Posts alerts and looks after them, over connections of its own: answers to people never wait behind alerts. One attempt is one request.
// Must never decide what happens next: that is the courier's.
import { DiscordAPIError, RateLimitError, RequestMethod, Routes, type RateLimitData, type REST } from "discord.js";
import { z } from "zod";
import type { EventChanges, EventFields, Manner, Outcome, Search, Sender } from "../alerts/courier/sender.ts";
import type { Ground, Managed } from "../domain/ground.ts";
import type { Clock } from "../clock.ts";
import type { Millis } from "../domain/time.ts";
import type { Message } from "../views/message.ts";
import type { LongArgs } from "./custom-id.ts";
import { faultOf } from "./fault.ts";
import { changeEvent, listedEvents, makeEvent, ofEvent, ofThread, openThread, removeEvent } from "./guild-events.ts";
import { AskedLately } from "./asked-lately.ts";
import { outcomeOf } from "./outcome.ts";
import { type Body, payload } from "./payload.ts";
import { groundIn, managedIn, missingIn, postableIn } from "./permissions.ts";
import { forgetPace, limitedBy, restOf, type Reader, type RestSettings } from "./rest.ts";
import { findMark } from "./search.ts";
import { WayOut, type WhoAsks } from "./way-out.ts";

export interface SenderOptions extends RestSettings {
  /** Where long arguments of buttons are kept; without it an alert that needs it is refused as a fault of ours. */
  longArgs?: LongArgs;
  /** For tests; a request without an answer is given up after 15 s. */
  timeoutMs?: number;
  /** For what is counted a second, and for how long an answer holds that is asked for again; left out: neither is looked at. */
  clock?: Pick<Clock, "machine" | "after">;
}

/** The courier's: the pace is its own (alerts/courier/pace.ts) and the way out's. A post or an edit is never repeated here; a page that is read may wait its turn. */
const COURIER = {
  perSecond: 50,
  retries: 0,
  timeoutMs: 15_000,
  rejects: (limit: RateLimitData, answered: boolean) =>
    limit.method !== "GET" ? answered || !isOwnPace(limit) : waitOf(limit) > 10_000,
};
/** For what people and the clock ask: never behind a night of alerts, and repeated where that helps. */
const ASKED = {
  perSecond: 5,
  retries: 2,
  timeoutMs: 15_000,
  rejects: (limit: RateLimitData) => waitOf(limit) > 10_000,
};

const NOWHERE: LongArgs = {
  keep: async () => {
    throw new Error("An alert's button has arguments that do not fit, and no place to keep them was given");
  },
  find: async () => undefined,
};

const Identified = z.object({ id: z.string().regex(/^\d{17,20}$/) });
const Server = z.object({ system_channel_id: z.string().nullish() });
const Member = z.object({ user: z.object({ bot: z.boolean().optional() }) });
const Posted = Identified.extend({ content: z.string().optional() });

export function sender(options: SenderOptions): Sender {
  return new DiscordSender(options);
}

class DiscordSender implements Sender {
  readonly #options: SenderOptions;
  readonly #courier: REST;
  readonly #desk: REST;
  /** What people's presses ask. */
  readonly #lately: AskedLately;
  #botId: Promise<string> | undefined;
  /** Of the desk's last answer. */
  #date: Millis | undefined;
  readonly #time = () => this.#date;

  constructor(options: SenderOptions) {
    const timing = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
    this.#options = options;
    const { clock } = options;
    const way = clock === undefined ? undefined : new WayOut(clock);
    const leaving = (who: WhoAsks): Pick<RestSettings, "leave"> =>
      way === undefined ? {} : { leave: (ask) => way.leave(who, ask) };
    this.#courier = restOf({ ...options, ...leaving("courier") }, { ...COURIER, ...timing });
    const onAnswer = (headers: Headers) => {
      const time = Date.parse(headers.get("date") ?? "");
      this.#date = Number.isNaN(time) ? undefined : time;
    };
    this.#desk = restOf({ ...options, ...leaving("desk"), onAnswer }, { ...ASKED, ...timing });
    let asked = 0;
    this.#lately = new AskedLately(this.#desk, () => clock?.machine() ?? (asked += 60_000));
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
      await (on ? this.#desk.put(route) : this.#desk.delete(route));
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
      const looked = await findMark(reader, { channelId, botId: await this.#own(), mark, since });
      if (looked.found !== undefined) return { is: "found", ...looked.found };
      /** Without "Read message history" Discord gives an empty list and no error: absent would be a guess. */
      return looked.seen > 0 ? { is: "absent" } : searched(await this.#missing(channelId, reader));
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
      return { is: "listed", events: await listedEvents(this.#courier, guildId, await this.#own()) };
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

  async systemChannel(guildId: string): Promise<string | undefined> {
    try {
      return Server.parse(await this.#desk.get(Routes.guild(guildId))).system_channel_id ?? undefined;
    } catch (error) {
      if (noAccess(error) === undefined) throw error;
      return undefined;
    }
  }

  async postable(guildId: string): Promise<readonly string[]> {
    try {
      return await postableIn(this.#desk, guildId, await this.#own(), this.#time);
    } catch (error) {
      // Put out again already.
      if (noAccess(error) === undefined) throw error;
      return [];
    }
  }

  async isMember(guildId: string, userId: string): Promise<boolean | undefined> {
    try {
      return Member.parse(await this.#desk.get(Routes.guildMember(guildId, userId))).user.bot !== true;
    } catch (error) {
      /** Unknown member, unknown user. */
      if (error instanceof DiscordAPIError && (error.code === 10007 || error.code === 10013)) return false;
      this.#options.log.warn(faultOf(error), "Discord does not say whether somebody is a member of a server");
      return undefined;
    }
  }

  async isIn(guildId: string): Promise<boolean | undefined> {
    try {
      Server.parse(await this.#desk.get(Routes.guild(guildId)));
      return true;
    } catch (error) {
      /** Unknown guild, missing access. */
      if (error instanceof DiscordAPIError && (error.code === 10004 || error.code === 50001)) return false;
      this.#options.log.warn(faultOf(error), "Discord does not say whether the bot is in a server");
      return undefined;
    }
  }

  async serverTime(): Promise<Millis | undefined> {
    this.#date = undefined;
    try {
      await this.#desk.queueRequest({ method: RequestMethod.Get, fullRoute: Routes.user() });
    } catch (error) {
      // A refusal has its date, too.
      if (this.#date === undefined) this.#options.log.warn(faultOf(error), "Discord does not tell its time");
    }
    return this.#date;
  }

  changed(): void {
    this.#lately.forget();
  }

  forgetPace(): void {
    forgetPace(this.#courier);
    forgetPace(this.#desk);
  }

  missingPermissions(channelId: string): Promise<readonly string[] | "no such channel"> {
    return this.#missing(channelId, this.#desk);
  }

  async ground(channelId: string, userId: string | undefined): Promise<Ground | "no such channel"> {
    try {
      return await groundIn(this.#lately, channelId, await this.#own(), userId, this.#time);
    } catch (error) {
      const known = noAccess(error);
      if (known === undefined) throw error;
      return known === "no such channel" ? known : { kind: "channel", lacks: known, mentionable: [], manages: false };
    }
  }

  managed(guildId: string, userId: string): Promise<Managed> {
    return managedIn(this.#lately, guildId, userId, this.#time);
  }

  async #missing(channelId: string, rest: Reader): Promise<readonly string[] | "no such channel"> {
    try {
      return await missingIn(rest, channelId, await this.#own(), this.#time);
    } catch (error) {
      const known = noAccess(error);
      if (known === undefined) throw error;
      return known;
    }
  }

  /** The bot's id does not change; a question that failed is asked again. */
  #own(): Promise<string> {
    this.#botId ??= this.#desk.get(Routes.user()).then(
      (answer) => Identified.parse(answer).id,
      (error: unknown) => {
        this.#botId = undefined;
        throw error;
      },
    );
    return this.#botId;
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

function noAccess(error: unknown): readonly string[] | "no such channel" | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  if (error.code === 10003) return "no such channel";
  /** The bot cannot see the channel, or is no longer in its server. */
  return error.code === 50001 || error.code === 10004 || error.code === 10007 ? ["ViewChannel"] : undefined;
}

const waitOf = (limit: RateLimitData) => Math.max(limit.timeToReset, limit.retryAfter, limit.sublimitTimeout);

/** Our own limit a second, not Discord's word: nothing was sent yet, and waiting that second is cheaper than a failed attempt in the ledger. */
function isOwnPace(limit: RateLimitData): boolean {
  return limit.global && limit.scope === "user" && waitOf(limit) <= 1_100;
}
