// Our Discord layer alone: one command without work behind the program's own gateway, router and REST. What it takes longer than the floor, every
// answer takes longer. Must never ask the record anything.
import { action, answer, type Command, type Context } from "../src/command.ts";
import { connect } from "../src/discord/client.ts";
import type { Asked } from "../src/discord/router.ts";
import { systemClock } from "../src/clock.ts";
import { logger } from "../src/logger.ts";
import { FactStore } from "../src/store/store.ts";
import { openEngine } from "../src/engines/open.ts";

const { DISCORD_TOKEN: token = "", DISCORD_API_URL: apiUrl } = process.env;
const clock = systemClock();
const rows = (await openEngine("memory:", { stamp: "rehearsed" })).namespace("facts");
const store = await FactStore.open(rows, clock);
const none = () => Promise.reject(new Error("The bench's command needs none of this."));

const empty: Command = {
  name: "curfew",
  where: "everywhere",
  action: action({ options: {}, run: () => answer({ content: "Nothing to do here." }) }),
};

function contextOf(asked: Asked): Context {
  const known = store.known();
  return {
    ...asked,
    now: clock.now(),
    home: false,
    serverName: () => undefined,
    mayRecord: false,
    known,
    names: store.names(known),
    recording: store,
    subscriptions: {
      subscribe: none,
      save: none,
      ended: () => [],
      list: () => [],
      end: none,
      setDestination: none,
      setSubscription: none,
      at: () => [],
    },
    followed: () => [],
    defaultArea: "EC",
    freshness: 24 * 3_600_000,
    versions: () => [],
    proposals: { find: () => undefined, open: () => undefined, save: none, alone: none },
    askSecond: none,
    alertIn: none,
    knownAt: () => known,
    within: (guildId) => contextOf({ ...asked, guildId }),
    toldIn: none,
    accounts: undefined,
    seen: { press: none, of: () => undefined, isCarer: () => false, remind: none },
    narrowing: { during: none },
    pauses: { begin: none, end: none },
    channels: {
      at: () => undefined,
      of: () => undefined,
      isCarer: () => false,
      take: none,
      undelivered: () => undefined,
      isCarerOf: () => false,
      takeUndelivered: none,
    },
    duty: {
      channelsOf: () => [],
      owns: (person, one) => one.owner === person,
      caredBy: ({ owner }) => ({ person: owner }),
      isReview: () => false,
      running: () => undefined,
      find: () => undefined,
      handOver: none,
      takeBack: none,
      isMember: none,
    },
    forgetting: {
      kept: () => ({ channels: 0, subscriptions: 0, pauses: 0, handovers: 0, seenLists: 0, names: 0, notices: 0 }),
      forget: none,
    },
    speaks: async () => undefined,
    forgetLanguage: none,
    proof: { messages: none, facts: () => [] },
    recorder: none,
    nameOf: () => undefined,
    missingPermissions: none,
    ground: none,
    managed: none,
    direct: none,
    remember: none,
    drill: none,
    announced: async () => [],
    lastDays: none,
    share: none,
  };
}

await connect({
  token,
  apiUrl,
  log: logger("warn"),
  commands: [empty],
  homeGuilds: [],
  longArgs: { keep: none, find: none },
  context: contextOf,
  clock,
  lost: () => process.exit(1),
});
process.once("disconnect", () => process.exit());
