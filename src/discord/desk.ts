// What people and the clock ask of Discord: who may do what, who is where, what time it is. It must never wait behind alerts, and posts nothing.
import { DiscordAPIError, RequestMethod, Routes, type RateLimitData, type REST } from "discord.js";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Ground, Managed } from "../domain/ground.ts";
import type { Millis } from "../domain/time.ts";
import type { Logger } from "../logger.ts";
import { AskedLately } from "./asked-lately.ts";
import { faultOf } from "./fault.ts";
import { groundIn, managedIn, missingIn, postableIn } from "./permissions.ts";
import { forgetPace, restOf, type Reader, type RestSettings } from "./rest.ts";

/** Never behind a night of alerts, and repeated where that helps. */
const ASKED = {
  perSecond: 5,
  retries: 2,
  timeoutMs: 15_000,
  rejects: (limit: RateLimitData) => waitOf(limit) > 10_000,
};

export const Identified = z.object({ id: z.string().regex(/^\d{17,20}$/) });
const Server = z.object({ system_channel_id: z.string().nullish() });
const Member = z.object({ user: z.object({ bot: z.boolean().optional() }) });

export interface DeskOptions extends RestSettings {
  /** For tests; a request without an answer is given up after 15 s. */
  timeoutMs?: number;
  /** For what is counted a second, and for how long an answer holds that is asked for again; left out: neither is looked at. */
  clock?: Pick<Clock, "machine" | "after">;
}

export class Desk {
  readonly #log: Logger;
  protected readonly rest: REST;
  /** What people's presses ask. */
  readonly #lately: AskedLately;
  #botId: Promise<string> | undefined;
  /** Of the last answer. */
  #date: Millis | undefined;
  readonly #time = () => this.#date;

  constructor({ timeoutMs, clock, ...options }: DeskOptions) {
    const onAnswer = (headers: Headers) => {
      const time = Date.parse(headers.get("date") ?? "");
      this.#date = Number.isNaN(time) ? undefined : time;
    };
    this.#log = options.log;
    this.rest = restOf({ ...options, onAnswer }, { ...ASKED, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
    let asked = 0;
    this.#lately = new AskedLately(this.rest, () => clock?.machine() ?? (asked += 60_000));
  }

  async systemChannel(guildId: string): Promise<string | undefined> {
    try {
      return Server.parse(await this.rest.get(Routes.guild(guildId))).system_channel_id ?? undefined;
    } catch (error) {
      if (noAccess(error) === undefined) throw error;
      return undefined;
    }
  }

  async postable(guildId: string): Promise<readonly string[]> {
    try {
      return await postableIn(this.rest, guildId, await this.own(), this.#time);
    } catch (error) {
      // Put out again already.
      if (noAccess(error) === undefined) throw error;
      return [];
    }
  }

  async isMember(guildId: string, userId: string): Promise<boolean | undefined> {
    try {
      return Member.parse(await this.rest.get(Routes.guildMember(guildId, userId))).user.bot !== true;
    } catch (error) {
      /** Unknown member, unknown user. */
      if (error instanceof DiscordAPIError && (error.code === 10007 || error.code === 10013)) return false;
      this.#log.warn(faultOf(error), "Discord does not say whether somebody is a member of a server");
      return undefined;
    }
  }

  async isIn(guildId: string): Promise<boolean | undefined> {
    try {
      Server.parse(await this.rest.get(Routes.guild(guildId)));
      return true;
    } catch (error) {
      /** Unknown guild, missing access. */
      if (error instanceof DiscordAPIError && (error.code === 10004 || error.code === 50001)) return false;
      this.#log.warn(faultOf(error), "Discord does not say whether the bot is in a server");
      return undefined;
    }
  }

  async serverTime(): Promise<Millis | undefined> {
    this.#date = undefined;
    try {
      await this.rest.queueRequest({ method: RequestMethod.Get, fullRoute: Routes.user() });
    } catch (error) {
      // A refusal has its date, too.
      if (this.#date === undefined) this.#log.warn(faultOf(error), "Discord does not tell its time");
    }
    return this.#date;
  }

  changed(): void {
    this.#lately.forget();
  }

  forgetPace(): void {
    forgetPace(this.rest);
  }

  missingPermissions(channelId: string): Promise<readonly string[] | "no such channel"> {
    return this.missing(channelId, this.rest);
  }

  async ground(channelId: string, userId: string | undefined): Promise<Ground | "no such channel"> {
    try {
      return await groundIn(this.#lately, channelId, await this.own(), userId, this.#time);
    } catch (error) {
      const known = noAccess(error);
      if (known === undefined) throw error;
      return known === "no such channel" ? known : { kind: "channel", lacks: known, mentionable: [], manages: false };
    }
  }

  managed(guildId: string, userId: string): Promise<Managed> {
    return managedIn(this.#lately, guildId, userId, this.#time);
  }

  protected async missing(channelId: string, rest: Reader): Promise<readonly string[] | "no such channel"> {
    try {
      return await missingIn(rest, channelId, await this.own(), this.#time);
    } catch (error) {
      const known = noAccess(error);
      if (known === undefined) throw error;
      return known;
    }
  }

  /** The bot's id does not change; a question that failed is asked again. */
  protected own(): Promise<string> {
    this.#botId ??= this.rest.get(Routes.user()).then(
      (answer) => Identified.parse(answer).id,
      (error: unknown) => {
        this.#botId = undefined;
        throw error;
      },
    );
    return this.#botId;
  }
}

function noAccess(error: unknown): readonly string[] | "no such channel" | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  if (error.code === 10003) return "no such channel";
  /** The bot cannot see the channel, or is no longer in its server. */
  return error.code === 50001 || error.code === 10004 || error.code === 10007 ? ["ViewChannel"] : undefined;
}

/** The longest of the waits that Discord names. */
export const waitOf = (limit: RateLimitData) => Math.max(limit.timeToReset, limit.retryAfter, limit.sublimitTimeout);
