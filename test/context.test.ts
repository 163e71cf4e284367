// What a command may know of the channel it was asked in: the places whose curfews that very channel follows, and no other's.
import { someSender } from "./alerts/stand-ins.ts";
import { expect, it } from "vitest";
import { People } from "../src/alerts/ledger/people.ts";
import { contextFor } from "../src/context.ts";
import { StoredSubscriptions } from "../src/store/stored-subscriptions.ts";
import { FactStore } from "../src/store/store.ts";
import { ReaderLanguages } from "../src/store/reader-languages.ts";
import { handClock, memoryEngine, unasked } from "./support.ts";

const GUILD = "100000000000000001";
const HERE = "100000000000000002";
const OTHER = "100000000000000003";

it("follows the places of this channel's own curfews, in its own guild", async () => {
  const { clock } = handClock("2026-03-15T22:58:00-05:00");
  const engine = await memoryEngine();
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
  const context = contextFor({
    config: { HOME_GUILD_IDS: [], RECORDER_ROLE_IDS: [], DEFAULT_AREA: "EC", FRESHNESS_HOURS: 24 },
    clock,
    store: await FactStore.open(engine.namespace("facts"), clock),
    subscriptions,
    people: await People.open(engine.namespace("marks")),
    readers: await ReaderLanguages.open(engine.namespace("marks")),
    spoken: { note: async () => undefined },
    missingPermissions: async () => [],
    sender: someSender(),
    share: async () => ({ is: "posted" }),
    ...unasked,
  });
  const base = {
    guildId: GUILD,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
    owner: "100000000000000009",
  } as const;
  await subscriptions.subscribe({ ...base, channelId: HERE, topics: ["curfews"], areas: ["EC-G"] });
  await subscriptions.subscribe({ ...base, channelId: OTHER, topics: ["strikes"], areas: ["EC-R"] });
  const asked = {
    language: "en",
    inThread: false,
    messageId: undefined,
    user: { id: "1", name: "Ana", roles: [], manageGuild: false, manageChannels: false, sendMessages: true },
  } as const;
  const followed = (channelId: string, guildId: string | undefined = GUILD) =>
    context({ ...asked, guildId, channelId }).followed();
  expect(followed(HERE)).toEqual(["EC-G"]);
  expect(followed(OTHER)).toEqual([]);
  expect(followed(HERE, "100000000000000008")).toEqual([]);
  expect(context({ ...asked, guildId: undefined, channelId: HERE }).followed()).toEqual([]);
});
