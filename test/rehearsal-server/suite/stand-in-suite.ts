// Everything a Discord client relies on, as one suite that any client can be put through: what passes here with two clients that share no code is
// not an agreement of one client with itself. Must never skip in silence: what a client cannot is listed with its reason.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWatched } from "../watched.ts";
import { Play, type Abilities, type ClientUnderTest } from "./client.ts";
import { connection } from "./connection.ts";
import { interactions } from "./interactions.ts";
import { messages } from "./messages.ts";
import type { Behaviours, Scene } from "./scene.ts";

const START = "2026-03-15T22:58:30-05:00";

export function standInSuite(name: string, under: ClientUnderTest): void {
  describe(`the stand-in, under ${name}`, () => {
    let scene: Scene;
    const asked = new Set<keyof Abilities>();
    beforeEach(async () => {
      scene = await sceneOf(under);
      await scene.client.start();
    });
    afterEach(async () => {
      scene.play.letGo();
      await scene.client.stop();
      await scene.discord.close();
      expect(scene.discord.unknownRoutes).toEqual([]);
      expect(scene.discord.faultsPending).toBe(0);
    });

    const behaviours: Behaviours = {
      always: (title, act) => it(title, () => act(scene)),
      where: (ability, title, act) => {
        asked.add(ability);
        const reason = under.cannot[ability];
        if (reason !== undefined)
          return it(`${title} — cannot: ${reason}`, () => expect(scene.client.can[ability]).toBeUndefined());
        it(title, async () => {
          const can = scene.client.can[ability];
          if (can === undefined) throw new Error(`The client says nowhere why it cannot: ${ability}.`);
          await act(scene, can);
        });
      },
    };
    connection(behaviours);
    interactions(behaviours);
    messages(behaviours);

    it("names nothing it cannot that is not asked for here", () => {
      expect(Object.keys(under.cannot).filter((one) => ![...asked].some((known) => known === one))).toEqual([]);
    });
  });
}

async function sceneOf(under: ClientUnderTest): Promise<Scene> {
  const discord = await startWatched({ startAt: START });
  discord.clock.pause();
  const play = new Play();
  const channel = (name: string) => discord.channel(name).id;
  return {
    discord,
    play,
    channel,
    client: under.make(discord, play),
    another: (token) => under.make(discord, new Play(), token),
    ask: (reader, name, options = {}, subcommand) =>
      discord.type({
        readerId: discord.reader(reader).id,
        channelId: channel("redaccion"),
        name,
        options,
        ...(subcommand === undefined ? {} : { subcommand }),
      }),
    texts: (name = "alertas") => discord.messages(channel(name)).map(({ message }) => message.content),
  };
}
