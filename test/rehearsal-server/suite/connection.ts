// The suite, part one: logging in, the commands, and a connection that breaks.
import { expect } from "vitest";
import { textOf, type Behaviours, type Scene } from "./scene.ts";

const connected = ({ discord, client }: Scene) =>
  expect.poll(() => discord.botOnline && client.isConnected()).toBe(true);

export function connection({ always, where }: Behaviours): void {
  always("logs in and is seen there until it leaves", async ({ discord, client }) => {
    expect(client.isConnected()).toBe(true);
    expect(discord.botOnline).toBe(true);
    await client.stop();
    await expect.poll(() => discord.botOnline).toBe(false);
  });

  always("is refused with a wrong token", async ({ another }) => {
    await expect(another("wrong").start()).rejects.toThrow();
  });

  where("guilds", "is told of the server it is in", async (_, guilds) => {
    expect(guilds()).toBe(1);
  });

  always("has its commands offered in each reader's language", async ({ discord }) => {
    const offered = (reader: string) => {
      const all = discord.commands(discord.reader(reader).id).filter((one) => one.kind !== "message");
      return all.map((one) => one.name).toSorted();
    };
    expect(offered("Luis")).toEqual(["curfew", "strikes"]);
    expect(offered("Ana")).toEqual(["alertas", "ataques", "registrar", "toque-de-queda"]);
    // Mei manages channels and not the server.
    expect(offered("Mei")).toEqual(["alerts", "curfew", "strikes"]);
  });

  where("listed", "reads its commands back, with their other names", async (_, listed) => {
    const all = await listed();
    expect(all.map(({ name, spanish }) => [name, spanish])).toEqual([
      ["curfew", "toque-de-queda"],
      ["strikes", "ataques"],
      ["alerts", "alertas"],
      ["Why?", "¿Por qué?"],
    ]);
  });

  always("registers the same commands again without new ids", async ({ discord, another }) => {
    const ids = () => discord.commands(discord.reader("Ana").id).map((one) => one.id);
    const before = ids();
    const second = another(discord.token);
    await second.start();
    await second.stop();
    expect(ids()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  always("resumes after a cut, and nothing that was asked meanwhile is lost or comes twice", async (scene) => {
    await scene.ask("Luis", "curfew", { place: "before" });
    scene.discord.cutGateway("cut");
    const words = ["a", "b", "c", "d"];
    const outcomes = await Promise.all(words.map((place) => scene.ask("Luis", "curfew", { place })));
    expect(outcomes.map(textOf)).toEqual(words.map((place) => `place=${place} lang=en`));
    await connected(scene);
    expect(scene.play.heard).toEqual(["before", ...words]);
  });

  always("comes back when it is asked to reconnect", async (scene) => {
    scene.discord.cutGateway("reconnect");
    const outcome = await scene.ask("Luis", "curfew", { place: "x" });
    expect(textOf(outcome)).toBe("place=x lang=en");
    await connected(scene);
    expect(scene.play.heard).toEqual(["x"]);
  });

  always("identifies anew when its session is forgotten", async (scene) => {
    scene.discord.cutGateway("forget");
    await expect.poll(() => scene.discord.botOnline).toBe(false);
    await connected(scene);
    expect(textOf(await scene.ask("Luis", "curfew", { place: "x" }))).toBe("place=x lang=en");
  });

  always(
    "hears that a channel was deleted, and that it was put out of the server",
    async ({ discord, client, channel }) => {
      const alertas = channel("alertas");
      discord.deleteChannel(alertas);
      await expect.poll(() => client.gone()).toEqual([alertas]);
      discord.removeBot();
      await expect.poll(() => client.gone()).toEqual([alertas, discord.guildId]);
    },
  );
}
