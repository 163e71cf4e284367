// Subscribes channels in a new store by the real road, StoredSubscriptions over the SQLite engine. A process of its own, so that its memory is not counted.
// Must never write into a store that somebody uses: the file is the bench's own.
import { readFile } from "node:fs/promises";
import { instant } from "../src/domain/time.ts";
import { openEngine } from "../src/engines/open.ts";
import { StoredSubscriptions } from "../src/store/stored-subscriptions.ts";
import { RESULTS } from "./orders.ts";

const [url = "", file = "", at = ""] = process.argv.slice(2);
const { owner, guilds } = RESULTS.guilds.parse(JSON.parse(await readFile(file, "utf8")));
const engine = await openEngine(url, { stamp: "rehearsed" });
const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), { now: () => instant(at) });
for (const { guildId, channels } of guilds)
  for (const [i, channelId] of channels.entries())
    await subscriptions.subscribe({
      guildId,
      channelId,
      kind: "channel",
      language: i % 2 === 0 ? "es" : "en",
      zone: "America/Guayaquil",
      topics: ["curfews"],
      areas: ["EC"],
      owner,
    });
await engine.close();
