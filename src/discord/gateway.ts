// The gateway: discord.js' Client, logged in, hearing interactions and what is gone. Nothing outside this folder reads its cache, and inside
// nothing does either: packets are taken as Discord sent them, also in the seconds in which discord.js still waits for its guilds.
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
} from "discord.js";
import { z } from "zod";
import type { Language } from "../domain/text.ts";
import type { Logger } from "../logger.ts";
import { languageOf } from "../text/index.ts";
import { answersOver, type Answers } from "./answers.ts";
import { faultAt, faultOf } from "./fault.ts";
import { forgetPace } from "./rest.ts";

/** The token is wrong or was reset: trying again cannot help. One sentence for whoever runs the bot. */
export class TokenRefused extends Error {
  override name = "TokenRefused";
  constructor() {
    super(
      "DISCORD_TOKEN was refused by Discord: it is wrong or was reset. Make a new one in the developer portal (Bot, Reset Token) and set it.",
    );
  }
}

/** Nobody is logged in for another reason, which the sentence names. `mayPass`: trying again later can help. */
export class NotConnected extends Error {
  override name = "NotConnected";
  readonly mayPass: boolean;
  constructor(sentence: string, mayPass: boolean) {
    super(sentence);
    this.mayPass = mayPass;
  }
}

/** What the gateway tells. What a handler throws is logged; the next packet is heard all the same. */
export interface Heard {
  /** As Discord sent it, unchecked: what router() returns. */
  interaction(packet: unknown, answers: Answers): Promise<void>;
  /** A channel or thread was deleted. `name`: where Discord still says it. */
  channelGone?(channelId: string, name?: string): void;
  /** The bot was removed, or the server deleted; an outage of Discord is neither. */
  guildGone?(guildId: string): void;
  /** What the bot may do there may be otherwise now: a channel or role was changed, the bot itself was, or it came into a server. */
  changed?(what: Changed): void;
  /** A server that the bot is in came into reach: at each connection, and when it was let in. */
  guildHere?(guild: GuildHere): void;
  /** What a server is called: at each connection, and when that changes. */
  guildNamed?(guild: GuildNamed): void;
  /** The connection is over for good: nothing is heard until somebody acts. */
  lost?(fault: TokenRefused | NotConnected): void;
}

/** `joinedAt`: by Discord's clock. */
export interface GuildHere {
  guildId: string;
  joinedAt: number;
  language: Language;
}

export interface GuildNamed {
  guildId: string;
  name: string;
}

/** `channelId`: that channel alone, and threads in it; else the whole server. */
export interface Changed {
  guildId?: string | undefined;
  channelId?: string | undefined;
}

export interface LoginOptions {
  token: string;
  /** Without /v10; absent: Discord's own. */
  apiUrl?: string | undefined;
  log: Logger;
  heard: Heard;
}

export interface Gateway {
  applicationId: string;
  botId: string;
  /** `lost`: refused by Discord, it does not come back by itself. */
  state(): "connected" | "reconnecting" | "lost";
  /** As the sender's: waits that were reckoned by a wrong clock. */
  forgetPace(): void;
  close(): Promise<void>;
}

const REFUSED: number = GatewayCloseCodes.AuthenticationFailed;

/** Resolves when Discord knows the bot and its servers were announced. Throws TokenRefused or NotConnected, with everything closed again. */
export async function login({ token, apiUrl, log, heard }: LoginOptions): Promise<Gateway> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits(CACHE),
    waitGuildTimeout: 5_000,
    rest: {
      ...(apiUrl === undefined ? {} : { api: apiUrl, cdn: new URL(apiUrl).origin }),
      /** Discord does not count answers to interactions; discord.js does. */
      globalRequestsPerSecond: 10_000,
      /** What may be repeated is repeated in answers.ts, where it is known what that means. */
      retries: 0,
      timeout: 10_000,
      /** A handler object stays for each interaction otherwise. */
      handlerSweepInterval: 60_000,
    },
  });
  const watch = watchState(client, log, heard);
  hear(client, log, heard);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    const fault = loginFault(error, watch.closedWith());
    log.error(fault instanceof TokenRefused ? {} : faultOf(error), fault.message);
    await client.destroy();
    throw fault;
  }
  const { application, user } = await ready;
  log.info(
    { bot: user.username, applicationId: application.id, guilds: client.guilds.cache.size },
    "Logged in to Discord",
  );
  return {
    applicationId: application.id,
    botId: user.id,
    state: watch.state,
    forgetPace: () => forgetPace(client.rest),
    close: async () => {
      watch.closing();
      await client.destroy();
      log.info({}, "Logged out of Discord");
    },
  };
}

/** Nothing of what discord.js may leave out is kept. Servers, channels and roles it cannot do without. */
const CACHE = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;

const Gone = z.object({ id: z.string(), name: z.string().optional() });
const ChannelChanged = z.object({ id: z.string(), guild_id: z.string().optional() });
const OfGuild = z.object({ guild_id: z.string() });
/** A server that Discord cannot reach tells nothing but its id. */
const Here = z
  .object({ id: z.string(), joined_at: z.iso.datetime({ offset: true }), preferred_locale: z.string().optional() })
  .transform(({ id, joined_at, preferred_locale }) => ({
    guildId: id,
    joinedAt: Date.parse(joined_at),
    language: languageOf(preferred_locale ?? ""),
  }));
/** One that is out of reach tells no name. */
const Named = z
  .object({ id: z.string(), name: z.string().min(1) })
  .transform(({ id, name }): GuildNamed => ({ guildId: id, name }));
const GuildGone = z.object({ id: z.string(), unavailable: z.boolean().optional() });

/** A handler that throws would end the process: it is caught, logged, and the next packet is heard. */
function hear(client: Client, log: Logger, heard: Heard): void {
  const answers = answersOver(client.rest);
  const on = (event: GatewayDispatchEvents, handle: (packet: unknown) => void | Promise<void>) =>
    client.ws.on(event, (packet: unknown) => {
      const handled = async () => handle(packet);
      handled().catch((error: unknown) =>
        log.error({ event, ...faultAt(error) }, "What Discord sent was not understood"),
      );
    });
  const channelGone = (packet: unknown) => {
    const { id, name } = Gone.parse(packet);
    heard.channelGone?.(id, name);
  };
  const channelChanged = (packet: unknown) => {
    const { id, guild_id: guildId } = ChannelChanged.parse(packet);
    heard.changed?.({ channelId: id, guildId });
  };
  const guildChanged = (packet: unknown) => heard.changed?.({ guildId: OfGuild.parse(packet).guild_id });
  on(GatewayDispatchEvents.InteractionCreate, (packet) => heard.interaction(taken(packet), answers));
  on(GatewayDispatchEvents.ChannelDelete, channelGone);
  on(GatewayDispatchEvents.ThreadDelete, channelGone);
  on(GatewayDispatchEvents.ChannelCreate, channelChanged);
  on(GatewayDispatchEvents.ChannelUpdate, channelChanged);
  on(GatewayDispatchEvents.ThreadUpdate, channelChanged);
  on(GatewayDispatchEvents.GuildRoleUpdate, guildChanged);
  on(GatewayDispatchEvents.GuildRoleDelete, guildChanged);
  // Without the intent for members it comes for the bot alone.
  on(GatewayDispatchEvents.GuildMemberUpdate, guildChanged);
  const guildNamed = (packet: unknown) => {
    const named = Named.safeParse(packet).data;
    if (named !== undefined) heard.guildNamed?.(named);
  };
  on(GatewayDispatchEvents.GuildUpdate, guildNamed);
  on(GatewayDispatchEvents.GuildCreate, (packet) => {
    guildNamed(packet);
    heard.changed?.({ guildId: GuildGone.parse(packet).id });
    const here = Here.safeParse(packet).data;
    if (here !== undefined) heard.guildHere?.(here);
  });
  on(GatewayDispatchEvents.GuildDelete, (packet) => {
    const guild = GuildGone.parse(packet);
    if (guild.unavailable !== true) heard.guildGone?.(guild.id);
  });
}

/**
 * The packet's content, leaving discord.js an empty one, which it ignores. It would build objects of its own from it, which nobody uses;
 * and there a single field that Discord one day leaves out is thrown where nobody catches it, and ends the process.
 */
function taken(packet: unknown): unknown {
  if (typeof packet !== "object" || packet === null) return packet;
  const content = { ...packet };
  for (const key of Object.keys(packet)) Reflect.deleteProperty(packet, key);
  return content;
}

/** Logs what becomes of the connection: each change once, however often discord.js tries. */
function watchState(client: Client, log: Logger, heard: Heard) {
  let state: ReturnType<Gateway["state"]> = "reconnecting";
  let closed: number | undefined;
  let isClosing = false;
  const connected = () => {
    if (state === "reconnecting") log.info({}, "Connected to Discord's gateway");
    state = "connected";
  };
  client.on(Events.ShardReady, connected);
  client.on(Events.ShardResume, connected);
  client.on(Events.ShardReconnecting, () => {
    if (state === "connected" && !isClosing)
      log.warn({}, "The connection to Discord's gateway broke; connecting again");
    if (state === "connected") state = "reconnecting";
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    closed = code;
    const wasIn = client.isReady();
    state = "lost";
    if (!wasIn || isClosing) return;
    const fault =
      code === REFUSED
        ? new TokenRefused()
        : new NotConnected(`Discord ended the connection for good (code ${code}).`, false);
    log.error({ code }, fault.message);
    heard.lost?.(fault);
  });
  client.on(Events.ShardError, (error) => log.warn(faultOf(error), "An error on the connection to Discord's gateway"));
  client.on(Events.Error, (error) => log.error(faultAt(error), "An error in discord.js"));
  client.on(Events.Warn, (text) => log.warn({ text }, "A warning of discord.js"));
  return { state: () => state, closedWith: () => closed, closing: () => (isClosing = true) };
}

function loginFault(error: unknown, closedWith: number | undefined): TokenRefused | NotConnected {
  const refused =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    closedWith === REFUSED ||
    /** Not even a header can be made of it. */
    (error instanceof Error && Reflect.get(error, "code") === "UND_ERR_INVALID_ARG");
  if (refused) return new TokenRefused();
  if (closedWith !== undefined)
    return new NotConnected(`Discord refused the connection to its gateway (code ${closedWith}).`, false);
  const { error: name, message } = faultOf(error);
  return new NotConnected(`Discord could not be reached (${name}: ${message}).`, true);
}
