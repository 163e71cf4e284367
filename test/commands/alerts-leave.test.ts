// Who may change a channel's alerts: by who looks after what stands, asked at every press.
import { describe, expect, it } from "vitest";
import { DutyDesk } from "../../src/alerts/care/duty-desk.ts";
import { StoredDuties } from "../../src/store/stored-duties.ts";
import type { Ground } from "../../src/domain/ground.ts";
import type { Context } from "../../src/command.ts";
import { memoryEngine } from "../support.ts";
import {
  ANA,
  change,
  first,
  GUILD,
  OPEN,
  press,
  refusal,
  run,
  scene,
  subscribed,
  THERE,
  words,
} from "./alerts-scene.ts";

describe("who may", () => {
  it("is who has Manage Channels there, or its owner; of what stands, not of what a card says", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context, { channel: THERE });
    const nobody = {
      ...context,
      user: { ...context.user, id: "100000000000000004", manageChannels: false, manageGuild: true },
      ground: async (): Promise<Ground> => ({ ...OPEN, manages: false }),
    };
    for (const [name, typed] of [
      ["subscribe", { channel: THERE }],
      ["subscribe", {}],
      ["edit", { channel: THERE }],
      ["remove", { channel: THERE }],
    ] as const)
      expect(await refusal(run(name, nobody, typed))).toMatch(
        /^Only people with “Manage Channels” in <#\d+>, or who look after its alerts/,
      );
    const card = await run("edit", context, { channel: THERE });
    const mine = await change(card, "carers", { owner: nobody.user.id }, context);
    expect(await refusal(press(mine, "Save", nobody))).toMatch(/^Only people/);
    await press(mine, "Save", context);
    // Now it is theirs, without any right in the server.
    expect(first(await run("edit", nobody, { channel: THERE }))).toContain("This comes to");
    expect(first(await run("list", { ...nobody, user: { ...nobody.user, manageGuild: false } }))).toBe(
      "You look after 1 channel:",
    );
    expect(first(await run("remove", nobody, { channel: THERE }))).toContain("No more alerts come to");
    expect(subscriptions.list(GUILD)).toEqual([]);
  });

  it("refuses a channel of another server, and a card that was made for one", async () => {
    const { context } = await scene();
    const card = await run("subscribe", context, { preset: "plain" });
    const elsewhere = { ...context, ground: async (): Promise<Ground> => ({ ...OPEN, guildId: "100000000000000099" }) };
    expect(await refusal(run("subscribe", elsewhere, { channel: THERE }))).toMatch(/is not a channel of this server/);
    expect(await refusal(press(card, "Save", { ...context, guildId: "100000000000000099" }))).toMatch(/older version/);
  });
});

describe("while somebody stands in for the owner", () => {
  const LUIS = "100000000000000005";
  const EVA = "100000000000000006";

  /** Ana owns what comes here and has handed it over. */
  async function handed(until: number | undefined) {
    const own = await scene();
    await subscribed(own.context);
    const duties = await StoredDuties.open((await memoryEngine()).namespace("subs"));
    const now = { at: own.context.now + 1 };
    const sender = { isMember: async () => true };
    const clock = { now: () => now.at };
    const duty = new DutyDesk({ subscriptions: own.subscriptions, duties, sender, clock, review: undefined });
    const made = await duty.handOver({ guildId: GUILD, from: ANA, to: LUIS, by: ANA, language: "en", ...(until === undefined ? {} : { until }) }); // prettier-ignore
    const as = (id: string): Context => ({
      ...own.context,
      duty,
      user: { ...own.context.user, id, manageChannels: false, manageGuild: false },
      ground: async () => ({ ...OPEN, manages: false }),
      managed: async () => ({ server: false, channels: [] }),
    });
    const may = async (id: string) => {
      const done: string[] = [];
      for (const name of ["edit", "pause", "resume", "test", "subscribe"] as const) {
        const typed = name === "subscribe" ? { preset: "plain" } : {};
        const said = await run(name, as(id), typed).then(first, (error: unknown) => String(error));
        if (!/Only people with/u.test(said)) done.push(name);
      }
      return done;
    };
    return { ...own, as, may, now, duty, made };
  }
  const ALL = ["edit", "pause", "resume", "test", "subscribe"];

  it("both may do what the owner may, nobody else may, and it is over with the handover", async () => {
    const until = Date.parse("2026-03-20T18:00:00-05:00");
    const { as, may, now } = await handed(until);
    expect([await may(ANA), await may(LUIS), await may(EVA)]).toEqual([ALL, ALL, []]);
    const card = await run("edit", as(LUIS));
    expect(first(card)).toContain(`• If alerts do not arrive, <@${LUIS}> is told`);
    expect(first(card)).toContain(`• Looked after by <@${LUIS}> until Fri 20 Mar 18:00, in place of <@${ANA}>.`);
    expect(words(await run("list", as(LUIS)))).toContain(`looked after by <@${LUIS}> until Fri 20 Mar 18:00, in place`);
    expect(first(await run("list", as(EVA)))).toMatch(/^You look after no alerts/u);
    const changed = await change(card, "leads", { before: "30m" }, as(LUIS));
    const saved = await press(changed, "Save", as(LUIS));
    expect(first(saved)).toMatch(/^Changed/u);
    expect(first(await press(saved, "Undo", as(ANA)))).toMatch(/^Undone/u);
    const removed = await run("remove", as(LUIS));
    expect(await refusal(press(removed, "Undo", as(EVA)))).toMatch(/^Only people/u);
    expect(first(await press(removed, "Undo", as(LUIS)))).toMatch(/^Undone/u);
    now.at = until;
    expect([await may(ANA), await may(LUIS)]).toEqual([ALL, []]);
    expect(await refusal(press(card, "Save", as(LUIS)))).toMatch(/^Only people/u);
    expect(words(await run("list", as(ANA)))).toContain(`looked after by <@${ANA}>`);
  });

  it("who handed it over for good takes it back before changing it", async () => {
    const { may, duty, made } = await handed(undefined);
    expect([await may(ANA), await may(LUIS)]).toEqual([[], ALL]);
    await duty.takeBack(GUILD, made.id);
    expect([await may(ANA), await may(LUIS)]).toEqual([ALL, []]);
  });
});
