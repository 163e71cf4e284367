// /alerts edit: one thing at a time, its form and its mistakes; what somebody changed meanwhile is never written over.
import { describe, expect, it } from "vitest";
import { alerts } from "../../commands/alerts/index.ts";
import type { Filled } from "../../src/command.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { texts } from "../../src/text/index.ts";
import { said } from "../support.ts";
import { actionOf } from "../views/reading.ts";
import {
  ANA,
  change,
  first,
  GUILD,
  HERE,
  pick,
  press,
  refusal,
  run,
  scene,
  subscribed,
  words,
} from "./alerts-scene.ts";

describe("/alerts edit", () => {
  it("changes one thing at a time, stores it with Save, and takes it back", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context);
    const [before] = subscriptions.list(GUILD);
    const card = await run("edit", context);
    expect(first(card)).toMatch(/^This comes to <#\d+> now\. Nothing changes before you press Save:/);
    const quiet = await change(card, "quiet", { quiet: "de 22 a 6" }, context);
    expect(first(quiet)).toMatch(/^CHANGED, NOT SAVED YET/);
    expect(first(quiet)).toContain("Quiet from 22:00 to 06:00");
    const seen = await change(quiet, "seen", { people: `${ANA},100000000000000004`, after: "20m" }, context);
    expect(subscriptions.list(GUILD)).toEqual([before]);
    const saved = await press(seen, "Save", context);
    expect(subscriptions.list(GUILD)[0]).toMatchObject({
      destination: { quietHours: { start: "22:00", end: "06:00" } },
      subscriptions: [{ seen: { people: [ANA, "100000000000000004"], after: 20 } }],
    });
    expect(first(await press(saved, "Undo", context))).toMatch(/^Undone/);
    expect(JSON.parse(JSON.stringify(subscriptions.list(GUILD)))).toEqual([before]);
    expect(first(await press(saved, "Undo", context))).toMatch(/nothing was undone/);
  });

  it("never writes over what somebody changed meanwhile", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context);
    const card = await run("edit", context);
    const mine = await change(card, "leads", { before: "1h" }, context);
    await press(await change(card, "leads", { before: "3h" }, context), "Save", context);
    const told = await press(mine, "Save", context);
    expect(first(told)).toMatch(/^Somebody changed or ended these alerts in the meantime\./);
    expect(first(told)).toContain("3 h before");
    expect(subscriptions.list(GUILD)[0]?.subscriptions[0]?.leads).toEqual([180]);
    await run("remove", context);
    expect(first(await press(mine, "Save", context))).toMatch(/were ended in the meantime/);
    expect(subscriptions.list(GUILD)).toEqual([]);
  });

  it("says a mistake in a sentence and gives the form back with what was typed", async () => {
    const { context } = await scene(undefined, "es");
    await subscribed(context);
    const card = await run("edit", context);
    const wrong = await change(card, "digest", { every: "week", at: "tempranito", weekday: "5" }, context);
    expect(first(wrong)).toMatch(/^No pude leer «tempranito» como hora\./);
    const { name, args } = actionOf(wrong, "Corregir");
    const again = await alerts.buttons?.[name]?.(args, context);
    if (again?.to !== "modal") throw new Error("no form");
    expect(Object.fromEntries(again.modal.fields.map(({ key, value }) => [key, value]))).toEqual({
      every: "week",
      at: "tempranito",
      form: "line",
      weekday: "5",
    });
    expect(first(await press(wrong, "Volver", context))).toMatch(/^Esto llega ahora/);
  });

  it("asks which of several sets, and offers another", async () => {
    const { context } = await scene();
    await subscribed(context);
    await subscribed(context, { preset: "newsroom" });
    const which = await run("edit", context);
    expect(first(which)).toMatch(/^Several sets of alerts come to/);
    expect(words(await press(which, "Add another set", context))).toContain("Management");
    const id = context.subscriptions.list(GUILD)[0]?.subscriptions[1]?.id ?? "";
    expect(first(await said(pick(which, id, context)))).toContain("organisations newly recorded");
  });
});

describe.each(LANGUAGES)("a form with several mistakes (%s)", (language) => {
  const { settings: t, soon } = texts(language);
  const id = "100000000000000004";
  const FORMS: [keyof typeof t.thing, Filled, string[]][] = [
    ["kinds", { kinds: "", loud: "soon,strikes", silent: "strikes" }, [t.bad.kinds, t.bad.both(t.kind.strikes)]],
    ["leads", { before: "later", "before-end": "25h" }, [soon.unreadable("later"), soon.outOfRange("25h")]],
    [
      "places",
      { places: "Guayas, Qqqqland, Zzzzshire" },
      [t.bad.place("Qqqqland", undefined), t.bad.place("Zzzzshire", undefined)],
    ],
    [
      "strikes",
      { organisations: "qqqq, zzzz", killed: "many" },
      [t.bad.organisation("qqqq", undefined), t.bad.organisation("zzzz", undefined), t.bad.killed("many")],
    ],
    [
      "digest",
      { every: "week", at: "tempranito", form: "nothing", weekday: "5" },
      [t.bad.at("tempranito"), t.bad.broken],
    ],
    ["seen", { people: `${id},nobody`, after: "" }, [t.bad.broken, t.bad.afterNeeded]],
    ["speech", { language: "fr", zone: "Qqqqland" }, [t.bad.broken, t.bad.zone("Qqqqland")]],
    ["role", { role: GUILD, mention: "nothing" }, [t.bad.everyone, t.bad.broken]],
    ["carers", { owner: "", second: "nobody", last: id }, [t.bad.owner, t.bad.broken]],
  ];

  it.each(FORMS)(
    "of %s names them all in its fields' order, and keeps all that was filled in",
    async (thing, values, mistakes) => {
      const { context } = await scene(undefined, language);
      const card = await run("subscribe", context, { preset: "plain" });
      const told = await change(card, thing, values, context);
      // Places and organisations say what may have been meant, too.
      const lines = first(told).split("\n");
      expect(lines).toHaveLength(mistakes.length);
      for (const [i, one] of mistakes.entries()) expect(lines[i]?.startsWith(`• ${one}`)).toBe(true);
      const { name, args } = actionOf(told, t.mend);
      const again = await alerts.buttons?.[name]?.(args, context);
      if (again?.to !== "modal") throw new Error("no form");
      expect(again.modal.title).toBe(t.thing[thing].label);
      expect(Object.fromEntries(again.modal.fields.map(({ key, value }) => [key, value]))).toMatchObject(values);
      expect(first(await press(told, t.back, context))).toBe(first(card));
    },
  );

  it("asks for no hour of what was turned off", async () => {
    const { context } = await scene(undefined, language);
    const card = await run("subscribe", context, { preset: "drivers" });
    const off = await change(card, "digest", { every: "none", at: "qqqq" }, context);
    expect(first(off)).not.toContain("18:00");
    expect(first(await change(off, "seen", { people: "", after: "qqqq" }, context))).toBe(first(off));
  });
});

it("tells every mistake of a form at once, and opens it again with what was typed", async () => {
  const { context } = await scene();
  const card = await run("subscribe", context, { preset: "plain" });
  const leads = await change(card, "leads", { before: "later", "before-end": "25h" }, context);
  expect(first(leads)).toMatch(/^• I could not read “later” [^]*\n• “25h”: each time before/);
  const places = await change(card, "places", { places: "Guayas, Nowhereland, Elsewhereshire" }, context);
  expect(first(places)).toMatch(/^• [^]*“Nowhereland”[^]*\n• [^]*“Elsewhereshire”/);
  const strikes = await change(card, "strikes", { organisations: "qqqq, zzzz", killed: "many" }, context);
  for (const one of ["“qqqq”", "“zzzz”", "“many”"]) expect(first(strikes)).toContain(one);
  const { name, args } = actionOf(strikes, "Correct it");
  const opened = await alerts.buttons?.[name]?.(args, context);
  if (opened?.to !== "modal") throw new Error("no form");
  expect(opened.modal.fields.map(({ value }) => value)).toEqual(["", "qqqq, zzzz", "many"]);
  expect(
    await refusal(
      run("subscribe", context, { channel: HERE, me: "yes", place: "Nowhereland", "before-start": "later" }),
    ),
  ).toMatch(/^• Either a channel or you[^\n]*\n• [^\n]*“Nowhereland”[^\n]*\n• [^\n]*“later”[^\n]*$/);
});
