// /alerts subscribe: three presets, a card, and Save. A channel is promised only what it can get, and nothing before Save.
import { describe, expect, it } from "vitest";
import type { Ground } from "../../src/domain/ground.ts";
import { ec } from "../views/ecuador-known.ts";
import {
  ANA,
  change,
  first,
  GUILD,
  OPEN,
  HERE,
  press,
  refusal,
  run,
  scene,
  subscribed,
  words,
} from "./alerts-scene.ts";

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
      "Lugares: Ecuador, y todo lo que hay dentro. Sin importar el lugar: ataques militares.",
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

  it("gathers the places of which all is known until the same hour in one line", async () => {
    const { context } = await scene("2026-03-16T01:30", "es");
    const told = words(await subscribed(context, { place: "guayas, los rios, tungurahua, azuay" }));
    const lines = told.split("\n").filter((line) => line.startsWith("Lo que sabemos de"));
    expect(lines).toHaveLength(new Set(lines.map((line) => /vale hasta el (.*?)\./.exec(line)?.[1])).size);
    expect(lines.join("\n")).toMatch(/Tungurahua, Azuay|Azuay, Tungurahua/);
    for (const place of ["Guayas", "Los Ríos", "Tungurahua", "Azuay"])
      expect(lines.filter((line) => line.includes(place))).toHaveLength(1);
    const dark = words(await subscribed((await scene("2026-06-01T12:00")).context, { place: "guayas, el oro" }));
    expect(dark).toMatch(/For (Guayas, El Oro|El Oro, Guayas) nothing is known since Tue 31 Mar 05:00/);
    expect(dark.match(/nothing is known since/g)).toHaveLength(1);
    expect(dark.match(/Until then ask the authorities/g)).toHaveLength(1);
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
