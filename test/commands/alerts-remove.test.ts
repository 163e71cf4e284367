// /alerts list and remove: what ended is said, and put back exactly as it was.
import { describe, expect, it } from "vitest";
import { DAY } from "../../src/domain/time.ts";
import type { Context } from "../../src/command.ts";
import { said } from "../support.ts";
import { change, first, GUILD, pick, press, run, scene, subscribed, THERE, words } from "./alerts-scene.ts";

describe("/alerts list and remove", () => {
  it("lists channels with what they hear", async () => {
    const { context } = await scene();
    expect(first(await run("list", context))).toBe(
      "No channel of this server gets alerts. “/alerts subscribe” starts them.",
    );
    await subscribed(context);
    await subscribed(context, { channel: THERE });
    const listed = await run("list", context);
    expect(first(listed)).toBe("2 channels get alerts:");
    expect(words(listed)).toContain(
      "**<#100000000000000009>**: curfews, military strikes; Ecuador; 2 h before a curfew begins\nin English\nlooked after by <@100000000000000003>",
    );
  });

  it("says what ended, puts it back exactly as it was within 30 days, and says when it is too late", async () => {
    const { context, subscriptions } = await scene("2026-03-15T22:58", "es");
    await subscribed(context);
    const before = subscriptions.list(GUILD);
    const removed = await run("remove", context);
    expect(first(removed)).toBe(
      "A <#100000000000000002> ya no llegan avisos: ese silencio no dice nada sobre los toques de queda. Ya no llega:\n• toques de queda, ataques militares; Ecuador, suscrito desde el domingo 15 mar. 22:58",
    );
    expect(first(await run("remove", context))).toBe("A <#100000000000000002> no llegan avisos; no se cambió nada.");
    const late = { ...context, now: context.now + 31 * DAY };
    expect(first(await press(removed, "Deshacer", late))).toMatch(/^Fue hace más de 30 días/);
    expect(subscriptions.list(GUILD)).toEqual([]);
    expect(first(await press(removed, "Deshacer", context))).toMatch(/^Deshecho/);
    expect(JSON.parse(JSON.stringify(subscriptions.list(GUILD)))).toEqual(before);
    expect(first(await press(removed, "Deshacer", context))).toMatch(/no se deshizo nada/);
  });

  it("says that the channel is told, of an end and of a Save by which less comes, and nothing where it is not", async () => {
    const told = { is: true };
    const narrowing: Context["narrowing"] = {
      during: async (_act, _after, work) => ({ done: await work(), told: told.is }),
    };
    const { context } = await scene(undefined, "en", { narrowing });
    told.is = false;
    expect(first(await subscribed(context))).not.toContain("A message in");
    told.is = true;
    const card = await change(await run("edit", context), "kinds", { kinds: "strikes", loud: "", silent: "" }, context);
    const saved = await press(card, "Save", context);
    expect(first(saved)).toContain(
      "\nLess comes than before: a message in <#100000000000000002> says what comes no more, and by whom it was changed.\n",
    );
    const ended = await run("remove", context);
    expect(first(ended)).toMatch(/\nA message in <#100000000000000002> says so, and by whom it was ended\.$/);
    await press(ended, "Undo", context);
    told.is = false;
    expect(first(await run("remove", context))).not.toContain("A message in");
  });

  it("ends one of several sets, or all", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context);
    await subscribed(context, { preset: "newsroom" });
    const asked = await run("remove", context);
    const id = subscriptions.list(GUILD)[0]?.subscriptions[0]?.id ?? "";
    expect(first(await said(pick(asked, id, context)))).toMatch(
      /^Not all alerts come to <#100000000000000002> any more; others still do\. Ended:\n• curfews, military strikes; Ecuador/,
    );
    expect(subscriptions.list(GUILD)[0]?.subscriptions.map(({ topics }) => topics[0])).toEqual(["changes"]);
    await said(pick(asked, "all", context));
    expect(subscriptions.list(GUILD)).toEqual([]);
  });

  it("reaches a channel that is gone, which nobody can name", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context, { channel: THERE });
    await subscriptions.pause({ channelId: THERE, name: "turnos" }, "no-such-channel");
    const gone = {
      ...context,
      ground: async () => "no such channel" as const,
      managed: async () => ({ server: true, channels: [] }),
    };
    expect(words(await run("list", gone))).toContain("#turnos (deleted channel)");
    const menu = await run("remove", gone);
    expect(words(menu)).toContain("1. #turnos (deleted channel)");
    expect(first(await said(pick(menu, THERE, gone)))).toContain("No more alerts come to");
    expect(subscriptions.list(GUILD)).toEqual([]);
  });
});
