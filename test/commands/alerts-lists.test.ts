// More sets and more channels than one menu holds: each is reached by pages, and by what it brings.
import { describe, expect, it } from "vitest";
import { alerts } from "../../commands/alerts/index.ts";
import type { Topic } from "../../src/domain/topic.ts";
import type { Answer, Context } from "../../src/command.ts";
import { said } from "../support.ts";
import { ANA, first, GUILD, HERE, pick, press, refusal, run, scene } from "./alerts-scene.ts";

describe("more than one menu holds", () => {
  const wanted = (channelId: string, areas: readonly string[], topics: readonly Topic[] = ["curfews"]) => ({
    guildId: GUILD,
    channelId,
    kind: "channel" as const,
    language: "en" as const,
    zone: "America/Guayaquil",
    topics,
    areas,
    owner: ANA,
  });
  const menuOf = ({ messages }: Answer) =>
    messages.flatMap(({ rows = [] }) => rows.flatMap((row) => ("menu" in row ? [row.menu] : [])))[0]?.options ?? [];
  /** Values of all pages, from the first to the last. */
  async function paged(answer: Answer, context: Context): Promise<string[]> {
    const buttons = answer.messages.flatMap(({ rows = [] }) =>
      rows.flatMap((row) => ("buttons" in row ? row.buttons : [])),
    );
    const own = menuOf(answer).map(({ value }) => value);
    const next = buttons.find(({ label }) => label === "Next");
    if (next === undefined || next.disabled === true) return own;
    return [...own, ...(await paged(await press(answer, "Next", context), context))];
  }
  const known = (context: Context) => [...context.known.areasById.keys()].filter((id) => /^EC-[A-Z]+$/.test(id));

  it("reaches each of twenty-eight sets of one channel by pages, and by its place or kind", async () => {
    const { context, subscriptions } = await scene();
    const provinces = known(context).slice(0, 14);
    expect(provinces).toContain("EC-G");
    for (const area of provinces)
      for (const topics of [["orgs"], ["strikes"]] as const)
        await subscriptions.subscribe(wanted(HERE, [area], topics));
    const ids = subscriptions.list(GUILD).flatMap((one) => one.subscriptions.map(({ id }) => id));
    expect(ids.length).toBe(28);
    expect(await paged(await run("edit", context), context)).toEqual(ids);
    const ending = await paged(await run("remove", context), context);
    expect(ending.filter((one) => one !== "all")).toEqual(ids);
    const complete = alerts.subcommands?.["edit"]?.options["set"]?.complete;
    const suggested = complete?.("strikes guay", context) ?? [];
    expect(suggested.map(({ name }) => name)).toEqual(["military strikes; Guayas"]);
    expect(complete?.("", context)).toHaveLength(ids.length);
    for (const set of [suggested[0]?.value ?? "", "strikes guayas"])
      expect(first(await run("edit", context, { set }))).toMatch(
        /each newly recorded military strike[^]*Places: Guayas/,
      );
    expect(await refusal(run("edit", context, { set: "guayas" }))).toMatch(
      /^No set of alerts is called “guayas” here\./,
    );
    expect(first(await run("remove", context, { set: "strikes guayas" }))).toContain("• military strikes; Guayas");
    expect(subscriptions.list(GUILD)[0]?.subscriptions).toHaveLength(ids.length - 1);
  });

  it("reaches the thirtieth of forty channels, to change it and to end it", async () => {
    const { context, subscriptions } = await scene();
    const channels = Array.from({ length: 40 }, (_, i) => `1000000000000002${String(i).padStart(2, "0")}`);
    for (const channel of channels) await subscriptions.subscribe(wanted(channel, ["EC"]));
    const editing = await run("edit", context);
    expect(first(editing)).toMatch(/^This channel gets no alerts; [^]*\n25\\. <#100000000000000224>$/);
    expect(await paged(editing, context)).toEqual(channels);
    const thirtieth = channels[29] ?? "";
    const second = await press(await run("remove", context), "Next", context);
    expect(first(second)).toContain(`\n30\\. <#${thirtieth}>`);
    expect(first(await said(pick(second, thirtieth, context)))).toContain(`No more alerts come to <#${thirtieth}>`);
    expect(first(await said(pick(editing, channels[3] ?? "", context)))).toContain(`<#${channels[3]}>`);
  });
});
