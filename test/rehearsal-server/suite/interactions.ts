// The suite, part two: what people type, press, pick and fill in, and what they are shown for it.
import { expect } from "vitest";
import type { ShownMessage } from "../../../rehearsal/contract.ts";
import { LATE } from "./client.ts";
import { shownBy, textOf, type Behaviours, type Scene } from "./scene.ts";

const customIds = ({ message }: ShownMessage): string[] =>
  (message.components ?? []).flatMap((row) =>
    "components" in row ? row.components.flatMap((part) => ("custom_id" in part ? [part.custom_id] : [])) : [],
  );
const LOADING = 128;
const isLoading = ({ message }: ShownMessage): boolean => ((message.flags ?? 0) & LOADING) !== 0;

export function interactions(behaviours: Behaviours): void {
  typed(behaviours);
  slow(behaviours);
  pressed(behaviours);
}

function typed({ always }: Behaviours): void {
  always("answers what is typed in either language, under the same names", async ({ ask }) => {
    expect(textOf(await ask("Luis", "curfew", { place: "Guayas" }))).toBe("place=Guayas lang=en");
    expect(textOf(await ask("Ana", "toque-de-queda", { lugar: "Guayas" }))).toBe("place=Guayas lang=es");
    expect(textOf(await ask("Ana", "curfew", { place: "Guayas" }))).toBe("place=Guayas lang=es");
  });

  always("is given numbers, channels and subcommands as what they are", async ({ ask, channel }) => {
    expect(textOf(await ask("Luis", "strikes", { "min-killed": 3 }))).toBe("min-killed=3");
    const alertas = channel("alertas");
    expect(textOf(await ask("Ana", "alertas", { canal: alertas }, "suscribir"))).toBe(`channel=${alertas}`);
    expect(textOf(await ask("Ana", "registrar", { enlace: "hoy" }, "ataque"))).toBe("noted");
  });

  always("suggests while one types", async ({ discord, channel }) => {
    const asked = { readerId: discord.reader("Ana").id, channelId: channel("redaccion"), options: {} };
    const suggest = (value: string) =>
      discord.autocomplete({ ...asked, name: "toque-de-queda", focused: "lugar", value });
    expect(await suggest("Los")).toEqual({ kind: "choices", choices: [{ name: "Los Ríos", value: "Los Ríos" }] });
    expect(await suggest("Narnia")).toEqual({ kind: "choices", choices: [] });
  });

  always("answers for the asker alone, or for all", async ({ discord, ask }) => {
    const alone = await ask("Luis", "curfew", { place: "x" });
    expect(alone).toMatchObject({ kind: "message", ephemeral: true, deferred: false });
    expect(shownBy(alone).ephemeralFor).toBe(discord.reader("Luis").id);
    const all = await ask("Luis", "curfew", { place: "public" });
    expect(all).toMatchObject({ kind: "message", ephemeral: false, shown: { message: { content: "for all" } } });
    expect(shownBy(all).ephemeralFor).toBeUndefined();
  });

  always("says more than one thing, in order and as privately", async ({ discord, ask, channel, texts }) => {
    await ask("Luis", "curfew", { place: "many" });
    const redaccion = channel("redaccion");
    const last = await discord.waitForMessage(redaccion, ({ message }) => message.content === "three");
    expect(texts("redaccion")).toEqual(["one", "two", "three"]);
    expect(discord.messages(redaccion).map((shown) => shown.ephemeralFor)).toEqual(Array(3).fill(last.ephemeralFor));
    expect(last.ephemeralFor).toBe(discord.reader("Luis").id);
  });
}

function slow({ always, where }: Behaviours): void {
  for (const [place, isPrivate] of [
    ["slow", true],
    ["slow-public", false],
  ] as const)
    always(`lets the reader wait and then puts the answer there: ${place}`, async (scene) => {
      const { discord, play, ask, channel } = scene;
      const outcome = ask("Luis", "curfew", { place });
      await discord.waitForMessage(channel("redaccion"), isLoading);
      play.letGo();
      const done = await discord.waitForMessage(channel("redaccion"), ({ message }) => message.content === "done");
      expect(done.ephemeralFor !== undefined).toBe(isPrivate);
      expect(isLoading(done)).toBe(false);
      await outcome;
      await expect.poll(() => discord.messages(channel("redaccion")).filter(isLoading)).toEqual([]);
    });

  always(
    "leaves the reader with Discord's own line after three seconds, and is refused what comes later",
    async (scene) => {
      const { ask, play, texts } = scene;
      const began = performance.now();
      const outcome = await ask("Luis", "curfew", { place: "never" });
      expect(outcome).toMatchObject({ kind: "failed", why: expect.stringContaining("did not respond") });
      expect(performance.now() - began).toBeGreaterThan(2_900);
      play.letGo();
      await expect.poll(() => play.heard).toContain(LATE);
      expect(play.heard.at(-1)).toMatch(/10062|Unknown interaction/u);
      expect(texts("redaccion")).toEqual([]);
      expect(textOf(await ask("Luis", "curfew", { place: "x" }))).toBe("place=x lang=en");
    },
  );

  where("second", "may not answer a second time: 40060", async ({ ask, play, texts }, second) => {
    expect(textOf(await ask("Luis", "curfew", { place: "twice" }))).toBe("once");
    await expect.poll(() => play.heard).toContain("refused");
    expect(await second()).toBe(40060);
    expect(texts("redaccion")).toEqual(["once"]);
  });
}

async function pageOne({ ask }: Scene): Promise<{ messageId: string; button: string; menu: string }> {
  const shown = shownBy(await ask("Luis", "curfew", { place: "buttons" }));
  const [button = "", menu = ""] = customIds(shown);
  return { messageId: shown.message.id, button, menu };
}

function pressed({ always, where }: Behaviours): void {
  always("changes the message of a button in place", async (scene) => {
    const { messageId, button: customId } = await pageOne(scene);
    const readerId = scene.discord.reader("Luis").id;
    const outcome = await scene.discord.press({ readerId, messageId, customId });
    expect(outcome).toMatchObject({ kind: "update", messageId, shown: { message: { content: "page 2" } } });
    expect(scene.texts("redaccion")).toEqual(["page 2"]);
  });

  always("answers what is picked from a menu, for all", async (scene) => {
    const { messageId, menu: customId } = await pageOne(scene);
    const readerId = scene.discord.reader("Luis").id;
    const outcome = await scene.discord.select({ readerId, messageId, customId, values: ["EC-G"] });
    expect(outcome).toMatchObject({
      kind: "message",
      ephemeral: false,
      shown: { message: { content: "picked EC-G" } },
    });
  });

  where("form", "opens a form and is given what was filled in", async ({ ask, discord }) => {
    const opened = await ask("Luis", "curfew", { place: "form" });
    if (opened.kind !== "modal") throw new Error(JSON.stringify(opened));
    const values = { what: "hello" };
    const { interactionId } = opened;
    const outcome = await discord.submit({ readerId: discord.reader("Luis").id, interactionId, values });
    expect(textOf(outcome)).toBe("form=hello");
  });

  where("onMessage", "is used on a message, and is given that message", async ({ ask, discord }) => {
    const { id: messageId } = shownBy(await ask("Luis", "curfew", { place: "public" })).message;
    const use = { readerId: discord.reader("Ana").id, messageId };
    expect(textOf(await discord.useOnMessage({ ...use, name: "¿Por qué?" }))).toBe("why=for all");
  });
}
