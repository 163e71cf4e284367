// /record checked and the answers to the question of the review channel over a real store: what is written, what is not, and by whom it says it was.
import { beforeEach, describe, expect, it } from "vitest";
import { record } from "../../commands/record/index.ts";
import type { Answer, Context } from "../../src/command.ts";
import { Refusal } from "../../src/command.ts";
import type { AlertOf } from "../../src/domain/alert.ts";
import { mark, subjectOf } from "../../src/domain/id.ts";
import { stateAt } from "../../src/domain/state.ts";
import { HOUR, isoOf } from "../../src/domain/time.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import { FactStore } from "../../src/store/store.ts";
import { checkDue } from "../../src/views/notices/check-due.ts";
import { ec } from "../views/ecuador-known.ts";
import { actionOf, allWords, press, wordsOf } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";
import { handClock, memoryEngine, said } from "../support.ts";

const NOW = "2026-06-01T09:00";
const people = new Map<string, string>();

async function team() {
  const engine = await memoryEngine();
  const hand = handClock(`${NOW}:30-05:00`);
  const open = () => FactStore.open(engine.namespace("facts"), hand.clock, { rewinds: true });
  let store = await open();
  await take(dataset("data"), store, [], hand.clock.now());
  const context = (name = "Ana", more: Partial<Context> = {}): Context => {
    const known = store.known();
    const { context: asked } = asking({ known, mayRecord: true });
    return {
      ...asked,
      now: hand.clock.now(),
      recording: store,
      user: { ...asked.user, name },
      recorder: () => {
        people.set(`id-of-${name}`, name);
        return Promise.resolve(`id-of-${name}`);
      },
      nameOf: (id) => people.get(id),
      ...more,
    };
  };
  return {
    context,
    set: (to: string) => hand.set(`${to}:00-05:00`),
    checks: () =>
      store.after(0).filter((fact) => fact.kind === "coverage.confirmed" && fact.recorder.startsWith("id-of-")),
    state: (place: string) => {
      const state = stateAt(store.known(), place, hand.clock.now());
      const all = "whole" in state ? [state.whole.is] : state.partly.map((part) => part.state.is);
      return [...new Set(all)].join();
    },
    async restart() {
      store = await open();
    },
    store: () => store,
  };
}

const type = async (context: Context, typed: { place?: string; since?: string } = {}): Promise<Answer> => {
  const checked = record.subcommands?.["checked"];
  if (checked === undefined) throw new Error("no /record checked");
  return said(checked.run({ place: undefined, since: undefined, ...typed }, context));
};
const first = (answer: Answer) => answer.messages[0]?.content;

describe("/record checked", () => {
  let bot: Awaited<ReturnType<typeof team>>;
  beforeEach(async () => {
    bot = await team();
  });

  it("records from the minute of the card, for as long as a check holds, who looked when; before that it was not known", async () => {
    const card = await type(bot.context(), { place: "EC-A" });
    expect(bot.state("EC-A")).toBe("unknown");
    expect(bot.checks()).toEqual([]);
    bot.set("2026-06-01T09:10");
    await press(record, actionOf(card, "Confirm"), bot.context());
    const [fact] = bot.checks();
    expect(fact?.kind === "coverage.confirmed" && fact.content).toMatchObject({
      areas: ["EC-A"],
      from: isoOf(ec(NOW)),
      to: isoOf(ec(NOW) + 24 * HOUR),
      checkedAt: isoOf(ec(NOW)),
    });
    expect(fact?.recorder).toBe("id-of-Ana");
    expect(bot.state("EC-A")).toBe("notInForce");
    expect(bot.state("EC-P")).toBe("unknown");
    bot.set("2026-06-02T09:00");
    expect(bot.state("EC-A")).toBe("unknown");
  });

  it.each([
    ["08:15", "2026-06-01T08:15"],
    ["23:00", "2026-05-31T23:00"],
    ["yesterday 18:00", "2026-05-31T18:00"],
    ["ayer", "2026-05-31T00:00"],
    ["now", NOW],
  ])("reads “%s” as a time that has passed", async (since, from) => {
    await press(record, actionOf(await type(bot.context(), { place: "EC-A", since }), "Confirm"), bot.context());
    const [fact] = bot.checks();
    expect(fact?.kind === "coverage.confirmed" && fact.content.from).toBe(isoOf(ec(from)));
  });

  it("shows a new card where what is known there changed meanwhile, and records only that one", async () => {
    const card = await type(bot.context(), { place: "EC-A" });
    const other = await type(bot.context("Luis"), { place: "EC" });
    await press(record, actionOf(other, "Confirm"), bot.context("Luis"));
    const again = await press(record, actionOf(card, "Confirm"), bot.context());
    expect(first(again)).toMatch(/^⚠️ What is known there has changed since\. Nothing was recorded yet\./);
    expect(again.to).toBe("update");
    expect(bot.checks()).toHaveLength(1);
    expect(first(await press(record, actionOf(again, "Confirm"), bot.context()))).toMatch(/^Recorded: /);
    expect(bot.checks()).toHaveLength(2);
  });

  it("shows a new card where the old one is older than a quarter of an hour", async () => {
    const card = await type(bot.context(), { place: "EC-A" });
    bot.set("2026-06-01T09:16");
    const again = await press(record, actionOf(card, "Confirm"), bot.context());
    expect(first(again)).toMatch(/^⚠️ This card was more than 15 minutes old\./);
    await press(record, actionOf(again, "Confirm"), bot.context());
    const [fact] = bot.checks();
    expect(fact?.kind === "coverage.confirmed" && fact.content.checkedAt).toBe(isoOf(ec("2026-06-01T09:16")));
  });

  it("records once, pressed twice and after a restart", async () => {
    const card = await type(bot.context(), { place: "EC-A" });
    await press(record, actionOf(card, "Confirm"), bot.context());
    await bot.restart();
    bot.set("2026-06-01T10:00");
    expect(first(await press(record, actionOf(card, "Confirm"), bot.context("Luis")))).toBe(
      "Recorded already, nothing was written twice: Azuay, until Tue 2 Jun 09:00 (Ecuador time).",
    );
    expect(bot.checks()).toHaveLength(1);
  });

  it("is refused to who may not record, at every press, and for what no card of ours carries", async () => {
    const card = await type(bot.context(), { place: "EC-A" });
    const nobody = bot.context("Sol", { mayRecord: false });
    await expect(type(nobody)).rejects.toThrow(Refusal);
    for (const name of ["check.confirm", "check.done", "check.changed"])
      await expect(press(record, { name, args: actionOf(card, "Confirm").args }, nobody)).rejects.toThrow(
        /Only members of the team/,
      );
    for (const name of ["check.confirm", "check.done", "check.changed"])
      await expect(press(record, { name, args: ["coverage-0000000000", "nonsense"] }, bot.context())).rejects.toThrow(
        /older version/,
      );
    expect(bot.checks()).toEqual([]);
  });
});

describe("the answer to the question of the review channel", () => {
  const due: AlertOf<"check.due"> = {
    kind: "check.due",
    id: "c0ffee".padEnd(64, "7"),
    at: ec("2026-06-01T08:00"),
    country: "EC",
    areas: ["EC-A", "EC-P"],
    until: ec("2026-06-01T12:00"),
  };
  const question = (bot: Awaited<ReturnType<typeof team>>, language: "en" | "es" = "en"): Answer => ({
    to: "channel",
    messages: [checkDue(due, { known: bot.store().known(), now: ec(NOW), language, mark: "XXXX-XXXX" })],
  });

  it("confirms exactly these places from now on, and says by whom", async () => {
    const bot = await team();
    const done = await press(record, actionOf(question(bot), "Nothing new: checked"), bot.context());
    expect(done.to).toBe("update");
    expect(first(done)).toBe(
      "Checked, nothing new: Azuay, Pichincha (province). Holds until Tue 2 Jun 09:00 (Ecuador time).",
    );
    expect(done.messages[0]?.signature).toBe("By Ana, Mon 1 Jun 09:00.");
    const [fact] = bot.checks();
    expect(fact?.subject).toBe(subjectOf("coverage", due.id));
    expect(fact?.kind === "coverage.confirmed" && [fact.content.areas, fact.content.from]).toEqual([
      ["EC-A", "EC-P"],
      isoOf(ec(NOW)),
    ]);
    expect([bot.state("EC-A"), bot.state("EC-P"), bot.state("EC-L")]).toEqual(["notInForce", "notInForce", "unknown"]);
  });

  it("says who it was when the bot was killed between the press and its answer, and writes nothing again", async () => {
    const bot = await team();
    await press(record, actionOf(question(bot), "Nothing new: checked"), bot.context());
    await bot.restart();
    bot.set("2026-06-01T11:00");
    const second = await press(
      record,
      actionOf(question(bot, "es"), "Nada nuevo: revisado"),
      bot.context("Luis", { language: "en" }),
    );
    expect(second.messages[0]?.signature).toBe("Por Ana, lunes 1 jun. 09:00.");
    expect(first(second)).toContain("Vale hasta el martes 2 jun. 09:00");
    expect(bot.checks()).toHaveLength(1);
    people.delete("id-of-Ana");
    const third = await press(record, actionOf(question(bot), "Nothing new: checked"), bot.context("Luis"));
    expect(third.messages[0]?.signature).toBe("By a member of the team, Mon 1 Jun 09:00.");
  });

  it("is one record when two people press at once", async () => {
    const bot = await team();
    const action = actionOf(question(bot), "Nothing new: checked");
    const both = await Promise.all(["Ana", "Luis"].map((name) => press(record, action, bot.context(name))));
    expect(bot.checks()).toHaveLength(1);
    expect(new Set(both.map((one) => one.messages[0]?.signature)).size).toBe(1);
  });

  it("pressed late records from then on; a day after the end it is too old to be an answer", async () => {
    const bot = await team();
    const action = actionOf(question(bot), "Nothing new: checked");
    bot.set("2026-06-02T12:01");
    await expect(press(record, action, bot.context())).rejects.toThrow(/more than a day old/);
    bot.set("2026-06-01T15:00");
    await press(record, action, bot.context());
    const [fact] = bot.checks();
    expect(fact?.kind === "coverage.confirmed" && fact.content.from).toBe(isoOf(ec("2026-06-01T15:00")));
  });

  it("writes nothing where somebody has confirmed all of it another way", async () => {
    const bot = await team();
    bot.set("2026-06-01T11:00");
    await press(record, actionOf(await type(bot.context("Luis"), { place: "EC" }), "Confirm"), bot.context("Luis"));
    const done = await press(record, actionOf(question(bot), "Nothing new: checked"), bot.context());
    expect(first(done)).toBe(
      "Checked meanwhile, nothing was written: Azuay, Pichincha (province). What is known holds until Tue 2 Jun 11:00 (Ecuador time).",
    );
    expect(bot.checks()).toHaveLength(1);
  });

  it("keeps the mark by which its message is found", async () => {
    const bot = await team();
    const done = await press(record, actionOf(question(bot), "Nothing new: checked"), bot.context());
    expect(allWords(done)).toContain(`#${mark(due.id)}`);
    expect(wordsOf(done.messages[0] ?? expect.fail())).not.toContain("Nothing new: checked");
  });
});
