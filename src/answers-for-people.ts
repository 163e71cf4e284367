// What the gateway is given: the commands with all that they may know, and whom to tell of what Discord says by itself. It decides no answer.
import { COMMANDS } from "../commands/index.ts";
import { channelsTold } from "./alerts/changes/channels-told.ts";
import { timeOf } from "./alerts/clock-trust.ts";
import type { Sender } from "./alerts/courier/sender.ts";
import { accountsOf } from "./alerts/ledger/accounts.ts";
import { proofOf } from "./alerts/ledger/proof.ts";
import type { Clock } from "./clock.ts";
import type { Context } from "./command.ts";
import type { Environment } from "./config.ts";
import { contextFor } from "./context.ts";
import type { ConnectOptions } from "./discord/client.ts";
import type { LongArgs } from "./discord/custom-id.ts";
import type { PatientEngine } from "./engines/patience.ts";
import type { Logger } from "./logger.ts";
import type { Road } from "./road.ts";
import type { ReaderLanguages } from "./store/reader-languages.ts";
import type { FactStore } from "./store/store.ts";
import { clockWrong } from "./views/clock-wrong.ts";

interface Parts {
  config: Environment & { DISCORD_TOKEN: string };
  clock: Clock;
  log: Logger;
  broken: (error: unknown) => void;
  engine: PatientEngine;
  store: FactStore;
  post: Sender;
  road: Road;
  readers: ReaderLanguages;
  longArgs: LongArgs;
  /** Nobody is answered from a record that is not read yet. */
  caughtUp: Promise<void>;
}

export function answersForPeople(parts: Parts): ConnectOptions {
  const { config, clock, log, broken, engine, post, road, readers, longArgs, caughtUp } = parts;
  const { closures, clockwork, joining } = road;
  // Discord says them at each connection: they are kept nowhere else.
  const serverNames = new Map<string, string>();
  return {
    token: config.DISCORD_TOKEN,
    apiUrl: config.DISCORD_API_URL,
    log,
    commands: COMMANDS,
    homeGuilds: config.HOME_GUILD_IDS,
    longArgs,
    chosen: (user) => readers.of(user),
    context: contextOf(parts, (guildId) => serverNames.get(guildId)),
    instead: async (id, language) => {
      const doubt = await clockwork.trust.heard(timeOf(id));
      if (doubt !== undefined) return clockWrong(doubt.off, language);
      await caughtUp;
      return undefined;
    },
    clock,
    asked: (work) => engine.asked(work),
    lost: broken,
    gone: (what) => {
      if ("guildId" in what) serverNames.delete(what.guildId);
      void closures.gone(what).catch(broken);
    },
    named: ({ guildId, name }) => serverNames.set(guildId, name),
    here: ({ guildId, joinedAt: at, language }) => joining.heard({ guildId, at, language }),
    changed: (what) => {
      post.changed();
      closures.changed(what);
    },
  };
}

function contextOf(
  { config, clock, store, post, road, readers }: Parts,
  serverName: Context["serverName"],
): ConnectOptions["context"] {
  const { ledger, shown, sharing, drills, pausing } = road;
  return contextFor({
    ...road,
    config,
    clock,
    store,
    pauses: pausing,
    readers,
    missingPermissions: (channelId) => post.missingPermissions(channelId),
    sender: post,
    serverName,
    share: (wanted) => sharing.share(wanted),
    drill: (wanted) => drills.drill(wanted),
    toldIn: (noun, subject) => channelsTold(ledger, noun, subject),
    ...proofOf({ ledger, store, shown }),
    accounts: accountsOf(road),
  });
}
