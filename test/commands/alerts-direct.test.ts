// /alerts for oneself: typed in the direct message itself. It gives nobody a right, and tells of nobody else's.
import { describe, expect, it } from "vitest";
import { alerts } from "../../commands/alerts/index.ts";
import type { Answer, Context } from "../../src/command.ts";
import { said } from "../support.ts";
import {
  change,
  directScene,
  first,
  GUILD,
  HERE,
  OPEN,
  pick,
  press,
  refusal,
  run,
  scene,
  subscribed,
  words,
  type Name,
} from "./alerts-scene.ts";

describe("in the direct message itself, /alerts", () => {
  it.each<Name>(["subscribe", "edit", "remove"])(
    "%s in a direct message to which nothing comes says where alerts begin; a channel is named in its server",
    async (name) => {
      const { context } = await scene(undefined, "en", { guildId: undefined });
      expect(await refusal(run(name, context))).toMatch(
        /^No alerts of your own come here yet\. .*“\/alerts subscribe” in one of its channels, with “me”/,
      );
      expect(await refusal(run(name, context, { channel: HERE }))).toMatch(/^Channels belong to a server: please type/);
      expect(first(await run("list", context))).toMatch(/^No alerts of your own come here yet\./);
    },
  );

  it("changes their own alerts from the direct message itself, ends them there and takes that back", async () => {
    const { server, direct, subscriptions } = await directScene();
    await subscribed(server(GUILD), { me: "yes" });
    // What comes to somebody else is nobody's here.
    const stranger = { owner: "100000000000000055", channelId: "100000000000000078", guildId: "100000000000000099" };
    const same = { kind: "dm", language: "en", zone: "UTC", topics: ["strikes"], areas: ["EC"] } as const;
    await subscriptions.subscribe({ ...stranger, ...same });
    const card = await run("edit", direct);
    expect(first(card)).toMatch(/^This comes to your direct messages now\./);
    const changed = await change(card, "quiet", { quiet: "22-6" }, direct);
    expect(first(changed)).toContain("Quiet from 22:00 to 06:00");
    const mistaken = await change(changed, "quiet", { quiet: "later" }, direct);
    const saved = await press(await press(mistaken, "Back", direct), "Save", direct);
    expect(first(saved)).toContain("Quiet from 22:00 to 06:00");
    expect(subscriptions.list(GUILD)[0]?.destination.quietHours).toEqual({ start: "22:00", end: "06:00" });
    expect(words(await run("list", direct))).toContain("**your direct messages**: curfews, military strikes; Ecuador");
    const removed = await run("remove", direct);
    expect(subscriptions.list(GUILD)).toEqual([]);
    expect(first(await press(removed, "Undo", direct))).toMatch(/^Undone: alerts come to your direct messages again/);
    const more = await press(await press(await run("edit", direct), "Add another set", direct), "Newsroom", direct);
    await press(more, "Save", direct);
    expect(first(await run("edit", direct))).toMatch(/^Several sets of alerts come to your direct messages/);
  });

  it("means one's own from within the server, too, with “me”: whoever asks, and nobody else's", async () => {
    const { server } = await directScene();
    const none = /your direct messages/;
    const plain: Context = {
      ...server(GUILD),
      user: { ...server(GUILD).user, manageChannels: false },
      ground: async () => ({ ...OPEN, manages: false }),
      within: (guildId) => ({ ...plain, guildId }),
    };
    for (const name of ["pause", "resume", "edit", "status", "why"] as const)
      expect(await refusal(run(name, plain, { me: "yes" }))).toMatch(none);
    expect(first(await run("remove", plain, { me: "yes" }))).toMatch(none);
    for (const name of ["subscribe", "edit", "remove", "pause", "resume", "test"] as const)
      expect(await refusal(run(name, plain, { me: "yes", channel: HERE }))).toMatch(/^Either a channel or you/);
    const asked: string[] = [];
    const drill: Context["drill"] = async ({ channelId }) => {
      asked.push(channelId);
      return { is: "waiting" };
    };
    expect(first(await run("test", { ...plain, drill }, { me: "yes" }))).toMatch(none);
    expect(asked).toEqual(["100000000000000077"]);
    await subscribed(plain, { me: "yes" });
    const paused: string[] = [];
    const pauses: Context["pauses"] = {
      begin: async ({ channelId }) => void paused.push(channelId),
      end: async ({ channelId }) => void paused.push(channelId),
    };
    for (const name of ["pause", "resume"] as const)
      expect(await refusal(run(name, { ...plain, pauses }, { me: "yes" }))).toMatch(none);
    expect(paused).toEqual(["100000000000000077", "100000000000000077"]);
  });

  it("is asked of which server where several bring alerts to one direct message", async () => {
    const { server, direct, subscriptions } = await directScene();
    const OTHER = "100000000000000088";
    await subscribed(server(GUILD), { me: "yes" });
    await subscribed(server(OTHER), { me: "yes", place: "Guayas" });
    const menu = (answer: Answer) =>
      answer.messages.flatMap(({ rows = [] }) => rows.flatMap((row) => ("menu" in row ? row.menu.options : [])));
    const named = (names: Record<string, string>) => ({ ...direct, serverName: (id: string) => names[id] });
    const labels = async (names: Record<string, string>) =>
      menu(await run("remove", named(names))).map(({ label }) => label);
    expect(await labels({})).toEqual(["1. curfews, military strikes", "2. curfews, military strikes"]);
    expect(await labels({ [GUILD]: "Redacción", [OTHER]: "Flota" })).toEqual(["Redacción", "Flota"]);
    expect(await labels({ [GUILD]: "Flota", [OTHER]: "Flota" })).toEqual(["1. Flota", "2. Flota"]);
    expect(await labels({ [OTHER]: "x".repeat(120) })).toEqual(["1. curfews, military strikes", `${"x".repeat(99)}…`]);
    const list = words(await run("list", named({ [GUILD]: "*Casa*", [OTHER]: "Flota" })));
    expect(list).toContain("**your direct messages, from \\*Casa\\***");
    expect(list).toContain("**your direct messages, from Flota**");
    const asked = await run("remove", direct);
    expect(first(asked)).toBe("Alerts of several servers come to you here. Which of them?");
    const own = subscriptions.list(OTHER)[0]?.subscriptions[0]?.id ?? "";
    expect(first(await run("edit", direct, { set: own }))).toContain("Places: Guayas");
    const suggest = alerts.subcommands?.["edit"]?.options["set"]?.complete;
    expect(suggest?.("guay", named({ [OTHER]: "Flota" }))).toEqual([
      { name: "Flota · curfews, military strikes; Guayas", value: own },
    ]);
    const card = await said(pick(await run("edit", direct), OTHER, direct));
    expect(first(card)).toContain("Places: Guayas");
    expect(words(await run("list", direct)).match(/\*\*your direct messages\*\*/g)).toHaveLength(2);
    await said(pick(asked, OTHER, direct));
    expect([subscriptions.list(GUILD).length, subscriptions.list(OTHER).length]).toEqual([1, 0]);
  });
});
