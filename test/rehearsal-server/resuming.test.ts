// A real discord.js client loses its gateway in every way there is, with events in flight. Must never count fewer, more, or others than were sent.
import { Client, Events, GatewayIntentBits } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import type { GatewayCut } from "../../rehearsal/gateway/gateway.ts";
import { emptyRehearsal } from "./bot.ts";

async function stage(): Promise<{ rename: () => void; seen: string[]; sent: () => number; rehearsal: Rehearsal }> {
  const rehearsal = await emptyRehearsal({ rates: "roomy" });
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${rehearsal.url}/api`, retries: 0 } });
  onTestFinished(async () => {
    await client.destroy();
    await rehearsal.close();
  });
  const seen: string[] = [];
  client.on(Events.ChannelUpdate, (_before, now) => seen.push("name" in now ? (now.name ?? "") : ""));
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(rehearsal.token);
  await ready;
  const { id } = rehearsal.channel("alertas");
  let count = 0;
  const rename = () => rehearsal.renameChannel(id, `n${count++}`);
  return { rename, seen, sent: () => count, rehearsal };
}
type Rehearsal = Awaited<ReturnType<typeof emptyRehearsal>>;

const breath = () => new Promise((resolve) => setImmediate(resolve));

describe("a session that is resumed", () => {
  it("replays each event once and in order, whatever broke it, 2,000 events long", async () => {
    const { rename, seen, sent, rehearsal } = await stage();
    const cuts: GatewayCut[] = ["cut", "reconnect", "invalid-session-resumable", "cut", "invalid-session-resumable"];
    for (const [index, how] of cuts.entries()) {
      for (let n = 0; n < 200; n += 1) rename();
      // discord.js 14.28.1 resumes at once, from the number it had before it got through what came in the same breath.
      if (how === "invalid-session-resumable") await expect.poll(() => seen.length).toBe(sent());
      rehearsal.cutGateway(how);
      for (let n = 0; n < 200; n += 1) {
        rename();
        if (n % 20 === 0) await breath();
      }
      await expect.poll(() => rehearsal.gatewayVisits.length).toBe(index + 2);
    }
    await expect.poll(() => seen.length).toBe(sent());
    expect(seen).toEqual(Array.from({ length: 2_000 }, (_, n) => `n${n}`));
    expect(rehearsal.gatewayVisits.map((one) => one.how)).toEqual(["identify", ...cuts.map(() => "resume")]);
  }, 60_000);

  it("has lost nothing to a silence either", async () => {
    const { rename, seen, sent, rehearsal } = await stage();
    for (let round = 0; round < 5; round += 1) {
      rename();
      rehearsal.silenceGateway(true);
      for (let n = 0; n < 50; n += 1) rename();
      await breath();
      if (round % 2 === 1) rehearsal.cutGateway();
      rehearsal.silenceGateway(false);
    }
    await expect.poll(() => seen.length).toBe(sent());
    expect(seen).toEqual(Array.from({ length: sent() }, (_, n) => `n${n}`));
  });
});
