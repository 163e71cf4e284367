// What a command may know and do when somebody asks: built anew for each interaction from who asks, where and when. Decides no answer.
import type { Accounts } from "./alerts/ledger/accounts.ts";
import { announcedLately } from "./alerts/last-days/announced.ts";
import { followed } from "./alerts/followed.ts";
import type { People } from "./alerts/ledger/people.ts";
import type { Sender } from "./alerts/courier/sender.ts";
import type { Proof } from "./alerts/ledger/proof.ts";
import type { Context } from "./command.ts";
import type { Clock } from "./clock.ts";
import type { Environment } from "./config.ts";
import type { Asked } from "./discord/router.ts";
import type { Alert } from "./domain/alert.ts";
import type { AreaId } from "./domain/area.ts";
import type { Proposal } from "./domain/proposal.ts";
import { HOUR } from "./domain/time.ts";
import { hearsCurfews } from "./domain/topic.ts";
import { isFull } from "./engines/faults.ts";
import { lookBack } from "./looking-back.ts";
import type { FactStore } from "./store/store.ts";
import type { Proposals } from "./store/proposals.ts";
import type { ReaderLanguages } from "./store/reader-languages.ts";
import type { SpokenLanguages } from "./store/spoken-languages.ts";
import type { Subscriptions } from "./store/subscriptions.ts";

export interface Given {
  config: Pick<Environment, "HOME_GUILD_IDS" | "RECORDER_ROLE_IDS" | "DEFAULT_AREA" | "FRESHNESS_HOURS">;
  clock: Clock;
  store: FactStore;
  subscriptions: Subscriptions;
  channels: Context["channels"];
  seen: Context["seen"];
  pauses: Context["pauses"];
  narrowing: Context["narrowing"];
  duty: Context["duty"];
  forgetting: Context["forgetting"];
  readers: Pick<ReaderLanguages, "remember" | "forget">;
  spoken: Pick<SpokenLanguages, "note">;
  people: Pick<People, "remember" | "name">;
  missingPermissions: Context["missingPermissions"];
  sender: Pick<Sender, "ground" | "managed" | "direct">;
  serverName: Context["serverName"];
  share: Context["share"];
  drill: Context["drill"];
  proposals: Proposals;
  askSecond: (proposal: Proposal) => ReturnType<Context["askSecond"]>;
  /** By message, in one guild. */
  alertIn: (guildId: string, messageId: string) => Promise<Alert | undefined>;
  toldIn: Context["toldIn"];
  proof: Proof;
  /** Of one guild. */
  accounts?: ((guildId: string) => Accounts) | undefined;
}

export function contextFor({
  config,
  clock,
  store,
  subscriptions,
  channels,
  seen,
  pauses,
  narrowing,
  duty,
  forgetting,
  readers,
  spoken,
  people,
  missingPermissions,
  sender,
  serverName,
  share,
  drill,
  proposals,
  askSecond,
  alertIn,
  toldIn,
  proof,
  accounts,
}: Given): (asked: Asked) => Context {
  const directs = remembered(sender);
  const contextOf = (asked: Asked, direct = false): Context => {
    const now = clock.now();
    const known = store.known();
    // Names of who recorded are read in the team's own servers alone.
    const home = !direct && asked.guildId !== undefined && config.HOME_GUILD_IDS.includes(asked.guildId);
    const recorder = asked.user.manageGuild || asked.user.roles.some((role) => config.RECORDER_ROLE_IDS.includes(role));
    return {
      ...asked,
      now,
      home,
      mayRecord: home && recorder,
      known,
      names: store.names(known),
      recording: store,
      subscriptions,
      channels,
      seen,
      pauses,
      narrowing,
      duty,
      forgetting,
      followed: () => followedIn(asked, subscriptions),
      defaultArea: config.DEFAULT_AREA,
      freshness: config.FRESHNESS_HOURS * HOUR,
      recorder: () => people.remember(asked.guildId ?? "", asked.user),
      nameOf: (recorder) => people.name(asked.guildId ?? "", recorder),
      missingPermissions,
      within: (guildId) => contextOf({ ...asked, guildId, user: { ...asked.user, ...NO_RIGHTS } }, true),
      // Of the channel asked in the interaction itself tells what the person may.
      ground: (channelId) => sender.ground(channelId, channelId === asked.channelId ? undefined : asked.user.id),
      managed: async () =>
        direct || asked.guildId === undefined
          ? { server: false, channels: [] }
          : sender.managed(asked.guildId, asked.user.id),
      direct: () => directs(asked.user.id),
      serverName,
      // Back to what their Discord speaks: nothing needs to be kept for that.
      remember: async (language) =>
        language === asked.discordLanguage
          ? void (await readers.forget(asked.user.id))
          : readers.remember(asked.user.id, language),
      // No reason to refuse what was asked: it is noted the next time.
      speaks: (guildId) =>
        spoken.note(guildId, asked.user.id, asked.language).catch((error: unknown) => {
          if (!isFull(error)) throw error;
        }),
      forgetLanguage: () => readers.forget(asked.user.id),
      share,
      drill,
      lastDays: (to) => lookBack(to, now, { store, clock }),
      announced: () =>
        announcedLately({
          becameKnown: (from, until) => store.becameKnown(from, until),
          versions: (noun, subject) => store.versions(noun, subject),
          known,
          now,
        }),
      knownAt: (at) => store.known(at),
      versions: (noun, subject) => store.versions(noun, subject),
      proposals,
      askSecond,
      alertIn: (messageId) =>
        asked.guildId === undefined ? Promise.resolve(undefined) : alertIn(asked.guildId, messageId),
      toldIn,
      proof,
      accounts: asked.guildId === undefined ? undefined : accounts?.(asked.guildId),
    };
  };
  return (asked) => contextOf(asked);
}

const NO_RIGHTS = { roles: [], manageGuild: false, manageChannels: false };

/** As many people as set up alerts of their own within a run; beyond it all are asked for again. */
const DIRECTS = 10_000;

/** A person's channel of direct messages never becomes another, and Discord lets a bot open few a minute: each is asked for once. */
function remembered(sender: Pick<Sender, "direct">): (userId: string) => Promise<string | undefined> {
  const known = new Map<string, string>();
  return async (userId) => {
    const before = known.get(userId);
    if (before !== undefined) return before;
    const opened = await sender.direct(userId);
    if (opened.is !== "open") return undefined;
    if (known.size >= DIRECTS) known.clear();
    known.set(userId, opened.channelId);
    return opened.channelId;
  };
}

/** Of this very channel, and only what it hears of curfews. */
function followedIn({ guildId, channelId }: Asked, subscriptions: Subscriptions): readonly AreaId[] {
  const listed = guildId === undefined ? [] : subscriptions.list(guildId);
  const here = listed.find(({ destination }) => destination.id === channelId);
  const curfews = here?.subscriptions.filter(({ topics }) => hearsCurfews(topics)) ?? [];
  return here === undefined ? [] : followed({ ...here, subscriptions: curfews });
}
