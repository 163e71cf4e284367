// /alerts subscribe, edit, list and remove over real rows: a channel is promised only what it can get, by who may promise it, and nothing before Save.
import { describe, expect, it } from "vitest";
import { alerts } from "../../commands/alerts/index.ts";
import type { Ground } from "../../src/domain/ground.ts";
import { type Answer, type Context, type Filled, type Handled, Refusal } from "../../src/command.ts";
import { DutyDesk } from "../../src/alerts/care/duty-desk.ts";
import type { Topic } from "../../src/domain/topic.ts";
import { DAY } from "../../src/domain/time.ts";
import type { Language } from "../../src/domain/text.ts";
import { StoredDuties } from "../../src/store/stored-duties.ts";
import { StoredSubscriptions } from "../../src/store/stored-subscriptions.ts";
import { handClock, memoryEngine, said } from "../support.ts";
import { ec, knownAt } from "../views/ecuador-known.ts";
import { actionOf, mustFit, wordsOf } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";

const GUILD = "100000000000000001";
const HERE = "100000000000000002";
const ANA = "100000000000000003";
const THERE = "100000000000000009";
const OPEN: Ground = { guildId: GUILD, kind: "channel", lacks: [], mentionable: [], manages: true };

async function scene(now = "2026-03-15T22:58", language: Language = "en", more: Partial<Context> = {}) {
  const { clock, set } = handClock(`${now}:00-05:00`);
  const engine = await memoryEngine();
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock);
  const { context } = asking({ known: knownAt(now), language, now: `${now}:00-05:00` });
  const user = { ...context.user, manageChannels: true };
  const ground = async () => OPEN;
  return {
    set,
    subscriptions,
    context: { ...context, knownAt: () => context.known, subscriptions, user, ground, ...more },
  };
}

/** One person in a server and in the direct message with the bot, over the same rows. */
async function directScene() {
  const { context, subscriptions } = await scene();
  const dm = "100000000000000077";
  const own = { ...context, direct: async () => dm };
  const server = (guildId: string): Context => ({ ...own, guildId });
  const direct: Context = {
    ...own,
    guildId: undefined,
    channelId: dm,
    user: { ...context.user, manageChannels: false },
    within: (guildId) => ({ ...direct, guildId }),
  };
  return { server, direct, subscriptions };
}

type Name = "subscribe" | "edit" | "list" | "remove" | "pause" | "resume" | "test";
const run = async (name: Name, context: Context, typed: Record<string, string> = {}): Promise<Answer> => {
  const subcommand = alerts.subcommands?.[name];
  if (subcommand === undefined) throw new Error(name);
  const options: Parameters<typeof subcommand.run>[0] = {};
  return fitting(said(subcommand.run({ ...options, ...typed }, context)));
};

async function fitting(given: Promise<Answer>): Promise<Answer> {
  const answer = await given;
  for (const message of answer.messages) await mustFit(message);
  return answer;
}

const press = async (answer: Answer, label: string, context: Context): Promise<Answer> => {
  const { name, args } = actionOf(answer, label);
  const button = alerts.buttons?.[name];
  if (button === undefined) throw new Error(name);
  return fitting(said(button(args, context)));
};

const pick = (answer: Answer, value: string, context: Context): Handled => {
  const menu = answer.messages.flatMap(({ rows = [] }) => rows.flatMap((row) => ("menu" in row ? [row.menu] : [])))[0];
  const handler = menu === undefined ? undefined : alerts.menus?.[menu.action.name];
  if (menu === undefined || handler === undefined) throw new Error("no menu");
  return handler(menu.action.args, [value], context);
};

/** Opens one thing's form on a card and sends it; what is not named stays as the form showed it. */
async function change(card: Answer, thing: string, values: Filled, context: Context): Promise<Answer> {
  const opened = await pick(card, thing, context);
  if (opened.to !== "modal") throw new Error("no form");
  const held = Object.fromEntries(opened.modal.fields.map(({ key, value = "" }) => [key, value]));
  const modal = alerts.modals?.[opened.modal.action.name];
  if (modal === undefined) throw new Error("no form");
  return fitting(Promise.resolve(modal(opened.modal.action.args, { ...held, ...values }, context)));
}

const words = (answer: Answer) => answer.messages.map(wordsOf).join("\n");
const first = (answer: Answer) => answer.messages[0]?.content ?? "";

async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((error: unknown) => error);
  if (thrown instanceof Refusal) return thrown.message;
  throw new Error("was not refused");
}
const subscribed = async (context: Context, typed: Record<string, string> = {}) =>
  press(
    await run("subscribe", context, { preset: "plain", ...typed }),
    context.language === "en" ? "Save" : "Guardar",
    context,
  );

describe("/alerts subscribe", () => {
  it("offers three presets, shows a card, and stores nothing before Save", async () => {
    const { context, subscriptions } = await scene();
    const offered = await run("subscribe", context);
    expect(words(offered)).toMatch(/Drivers[\s\S]*Newsroom[\s\S]*Management/);
    const card = await press(offered, "Drivers", context);
    expect(first(card).split("\n")).toEqual([
      "NOT SAVED YET. This would come to <#100000000000000002>:",
      "• 2 h before a curfew begins (with sound)",
      "• when a curfew begins (silent)",
      "• when a curfew ends (silent)",
      "• when a curfew is declared, changed or lifted, or our information on it ends (with sound)",
      "• Places: Ecuador, and all that lies within.",
      "• Written in English. Clock: Ecuador time (America/Guayaquil).",
      "• Every day at 18:00: one line with what holds and what comes.",
      "• If alerts do not arrive, <@100000000000000003> is told.",
    ]);
    expect(words(card)).toContain("Everything these alerts need is allowed.");
    expect(subscriptions.list(GUILD)).toEqual([]);
    expect(first(await press(card, "Cancel", context))).toBe("Nothing was saved.");
    expect(subscriptions.list(GUILD)).toEqual([]);
    await press(card, "Save", context);
    const [one] = subscriptions.list(GUILD);
    expect(one?.destination).toEqual({
      v: 1,
      id: HERE,
      guildId: GUILD,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
    });
    expect(one?.subscriptions).toMatchObject([
      {
        topics: ["soon", "begins", "ends", "changes"],
        areas: ["EC"],
        leads: [120],
        endLeads: [],
        sounds: { soon: "loud", begins: "silent", ends: "silent", changes: "loud" },
        digest: { every: "day", at: "18:00", form: "line" },
        owner: ANA,
        since: ec("2026-03-15T22:58"),
      },
    ]);
  });

  it("says when saved what will come, the next notice, and from when silence means nothing", async () => {
    const { context } = await scene("2026-03-16T01:30", "es");
    const saved = await subscribed(context);
    expect(first(saved).split("\n")).toEqual([
      "Desde ahora llegan avisos a <#100000000000000002>.",
      "Qué llegará, en español: 2 h antes de que empiece un toque de queda (con sonido); cuando empieza un toque de queda (sin sonido); cuando termina un toque de queda (sin sonido); cuando se declara, cambia o levanta un toque de queda, o ya no se sabe si lo hay (con sonido); cada ataque militar que se registre, y lo que se corrija de él (con sonido).",
      "Lugares: Ecuador, y todo lo que hay dentro.",
      "Próximo aviso: el toque termina hoy 05:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
      "Lo que sabemos de Ecuador excepto Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas vale hasta el lunes 16 mar. 06:00 (hora de Ecuador). Si nadie vuelve a revisar antes, desde esa hora NO SE SABRÁ si hay toque, y llegará un aviso que lo diga.",
    ]);
  });

  it("says since when nothing is known where nothing is", async () => {
    const { context } = await scene("2026-06-01T12:00");
    const told = words(await subscribed(context));
    expect(told).toContain(
      "nothing is known since Tue 31 Mar 05:00 (Ecuador time): until somebody checks or records newer facts, no notice will come",
    );
    expect(told).toContain("Until then ask the authorities of the place.");
    expect(told).not.toContain("No notice lies ahead");
  });

  it("never promises a begin to whom only changes are told", async () => {
    const { context } = await scene();
    const saved = await subscribed(context, { preset: "management" });
    expect(words(saved)).not.toMatch(/Next notice|No notice lies ahead/);
  });

  it("takes times before and places as typed, and says what it cannot read before anything else", async () => {
    const { context } = await scene("2026-03-15T20:00");
    const typed = { "before-start": "30m, 2 hours", "before-end": "1 h 30", place: "guayas y los rios" };
    const card = await run("subscribe", context, { preset: "plain", ...typed });
    expect(first(card)).toContain("2 h and 30 min before a curfew begins (with sound)");
    expect(first(card)).toContain("1 h 30 min before a curfew ends (silent if it was told before, else with sound)");
    expect(first(card)).toMatch(/Places: (Guayas, Los Ríos|Los Ríos, Guayas), and all that lies within\./);
    expect(await refusal(run("subscribe", context, { "before-start": "*soon*" }))).toMatch(
      /^I could not read “\\\*soon\\\*” as times before/,
    );
    expect(await refusal(run("subscribe", context, { "before-end": "25h" }))).toMatch(/each time before must be from/);
    expect(await refusal(run("subscribe", context, { place: "atlantis" }))).toMatch(
      /^I do not know the place “atlantis”/,
    );
  });

  it("changes what has the same kinds and places, and adds a set with others", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context);
    expect(first(await subscribed(context))).toBe(
      "Exactly these alerts come to <#100000000000000002> already; nothing was changed.",
    );
    expect(first(await subscribed(context, { "before-start": "none" }))).toMatch(/^Changed: /);
    expect(subscriptions.list(GUILD)[0]?.subscriptions.map(({ leads }) => leads)).toEqual([[]]);
    const card = await run("subscribe", context, { preset: "newsroom" });
    expect(first(card)).toContain("There is 1 other set of alerts for it; both make one message.");
    await press(card, "Save", context);
    expect(subscriptions.list(GUILD)[0]?.subscriptions).toHaveLength(2);
  });

  it("names one by one what Discord does not allow, with what to grant, and forbids Save for what posting needs", async () => {
    const lacks = ["SendMessages", "PinMessages", "MentionEveryone", "CreatePublicThreads", "CreateEvents"];
    const ground = async (): Promise<Ground> => ({ ...OPEN, lacks });
    const { context, subscriptions } = await scene(undefined, "es", { ground });
    const card = await run("subscribe", context, { preset: "plain" });
    expect(words(card)).toContain("FALTA: Enviar mensajes, sin eso no se puede publicar ningún aviso.");
    expect(words(card)).toContain("añadir Vigía");
    // What nothing of it needs is not asked for.
    expect(words(card)).not.toMatch(/Fijar mensajes|Mencionar todos|Crear hilos|Crear eventos/);
    expect(first(await press(card, "Guardar", context))).toMatch(/^No se guardó: Vigía todavía no puede publicar/);
    expect(subscriptions.list(GUILD)).toEqual([]);
    const open = { ...context, ground: async (): Promise<Ground> => ({ ...OPEN, lacks: lacks.slice(1) }) };
    const again = await press(card, "Revisar otra vez", open);
    const more = await change(again, "extras", { extras: "board,thread,events" }, open);
    const mentioned = await change(more, "role", { role: "100000000000000077" }, open);
    for (const part of [
      "Fijar mensajes, para fijar",
      "Crear hilos públicos, para abrir",
      "Crear eventos, para crear",
      "Mencionar todos los roles, para mencionar",
    ])
      expect(words(mentioned)).toContain(`FALTA: ${part}`);
    expect(first(await press(mentioned, "Guardar", open))).toMatch(/^Desde ahora llegan avisos a/);
  });

  it("goes to who asks alone, whoever that is", async () => {
    const direct = async () => "100000000000000055";
    const { context, subscriptions } = await scene(undefined, "es", { direct });
    const plain = {
      ...context,
      user: { ...context.user, manageChannels: false },
      ground: async (): Promise<Ground> => ({ ...OPEN, manages: false }),
    };
    const saved = await subscribed(plain, { me: "yes" });
    expect(first(saved)).toMatch(/^Desde ahora llegan avisos a tus mensajes directos\./);
    expect(subscriptions.list(GUILD)[0]?.destination).toMatchObject({
      id: "100000000000000055",
      kind: "dm",
      guildId: GUILD,
    });
    expect(words(await run("edit", plain, { me: "yes" }))).toContain("tus mensajes directos");
    const other = {
      ...context,
      user: { ...context.user, id: "100000000000000004" },
      direct: async () => "100000000000000056",
    };
    expect(words(await run("list", other))).not.toContain("100000000000000055");
    expect(await refusal(run("edit", other, { channel: "100000000000000055" }))).toMatch(/versión anterior/);
    const closed = { ...plain, direct: async () => undefined };
    expect(await refusal(run("subscribe", closed, { me: "yes" }))).toMatch(/^No puedo escribirte directamente/);
  });
});

describe("who may", () => {
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

  it("is asked of which server where several bring alerts to one direct message", async () => {
    const { server, direct, subscriptions } = await directScene();
    const OTHER = "100000000000000088";
    await subscribed(server(GUILD), { me: "yes" });
    await subscribed(server(OTHER), { me: "yes", place: "Guayas" });
    const asked = await run("remove", direct);
    expect(first(asked)).toBe("Alerts of several servers come to you here. Which of them?");
    const card = await said(pick(await run("edit", direct), OTHER, direct));
    expect(first(card)).toContain("Places: Guayas");
    expect(words(await run("list", direct)).match(/\*\*your direct messages\*\*/g)).toHaveLength(2);
    await said(pick(asked, OTHER, direct));
    expect([subscriptions.list(GUILD).length, subscriptions.list(OTHER).length]).toEqual([1, 0]);
  });

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
  expect(await refusal(run("subscribe", context, { place: "Nowhereland", "before-start": "later" }))).toMatch(
    /“Nowhereland”[^]*“later”/,
  );
});

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

  it("ends one of several sets, or all", async () => {
    const { context, subscriptions } = await scene();
    await subscribed(context);
    await subscribed(context, { preset: "newsroom" });
    const asked = await run("remove", context);
    const id = subscriptions.list(GUILD)[0]?.subscriptions[0]?.id ?? "";
    await said(pick(asked, id, context));
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
