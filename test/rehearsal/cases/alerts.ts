// /alerts in the whole bot, in both languages: who may, what is promised, what is missing, what a card changes, and that all of it can be taken back.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../rehearsal/contract.ts";
import { wordsOf } from "../bot.ts";
import { BOTH, firstLine, isPrivate, labels, READERS, type Walk } from "../walk.ts";

const SAYS = {
  en: {
    none: "No channel of this server gets alerts. “/alerts subscribe” starts them.",
    presets: ["Drivers", "Newsroom", "Management"],
    notSaved: "NOT SAVED YET.",
    subscribed: (channel: string) =>
      `Alerts come to ${channel} from now on.\nWhat comes, in English: 2 h before a curfew begins (with sound); when a curfew begins (silent);`,
    next: "Next notice: curfew begins tonight 23:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
    already: /^Exactly these alerts come to <#\d+> already; nothing was changed\./,
    before: ["1 h 30, 3 min", "half an hour"],
    comes: "1 h 30 min and 3 min before a curfew begins (with sound)",
    first: "Next notice: tonight 22:57, that curfew begins tonight 23:00 (Ecuador time)",
    list: "1 h 30 min and 3 min before a curfew begins; 30 min before it ends",
    unread: ["later", /^I could not read “later” as times before\. Write for example “2h, 30m”/],
    listed: "1 channel gets alerts:",
    removed: (channel: string) =>
      `No more alerts come to ${channel}: silence there says nothing about curfews. Ended:\n• curfews, military strikes; Ecuador, subscribed since Sun 15 Mar 22:55\nA message in ${channel} says so, and by whom it was ended.`,
    nothing: (channel: string) => `No alerts come to ${channel}; nothing was changed.`,
    missing: "MISSING: Send Messages, without it no alert can be posted.",
    place: ["guay", /Guayas/, "Places: Guayas"],
    mine: "your direct messages",
    mayNot: /^Only people with “Manage Channels” in/,
    button: {
      save: /^Save$/,
      cancel: /^Cancel$/,
      undo: /^Undo$/,
      again: /^Check again$/,
      mend: /^Correct it$/,
      back: /^Back$/,
    },
    another: /^Add another set$/,
    thing: {
      kinds: /^What it is told/,
      places: /^Places/,
      leads: /^How long before/,
      strikes: /^Which strikes/,
      speech: /^Language and clock/,
      role: /^Role to mention/,
      quiet: /^Quiet hours/,
      digest: /^Summary/,
      extras: /^Board/,
      seen: /^Seen/,
      carers: /^Who looks after it/,
    },
    card: [
      "organisations newly recorded, listed or taken off a list, only Tren de Aragua (silent)",
      "Places: Guayas, Los Ríos, and all that lies within.",
      "1 h before a curfew begins",
      "only region: Caribbean, naming Tren de Aragua, at least 3 killed",
      "Written in Spanish. Clock: Galápagos time (Pacific/Galapagos).",
      "on: Changes of curfews",
      "Quiet from 22:00 to 06:00",
      "Every Friday at 07:00: a summary",
      "Keeps one message there up to date",
      "Opens a thread below",
      "server's list of events",
      "after 20 min the owner is told who has not",
    ],
    badZone: /^I do not know the clock of “nowhere”/,
    changed: /^Changed: /,
    undone: /^Undone: /,
    all: /^All of it$/,
    gone: "deleted channel",
    first1: /^1\. /,
    strikesSet: /military strikes/,
  },
  es: {
    none: "Ningún canal de este servidor recibe avisos. Con «/alertas suscribir» empiezan.",
    presets: ["Choferes", "Redacción", "Dirección"],
    notSaved: "TODAVÍA SIN GUARDAR.",
    subscribed: (channel: string) =>
      `Desde ahora llegan avisos a ${channel}.\nQué llegará, en español: 2 h antes de que empiece un toque de queda (con sonido); cuando empieza un toque de queda (sin sonido);`,
    next: "Próximo aviso: el toque empieza hoy 23:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
    already: /ya llegan exactamente estos avisos; no se cambió nada\./,
    before: ["hora y media, 3 minutos", "30 min antes"],
    comes: "1 h 30 min y 3 min antes de que empiece un toque de queda (con sonido)",
    first: "Próximo aviso: hoy 22:57, para avisar que el toque empieza hoy 23:00 (hora de Ecuador)",
    list: "1 h 30 min y 3 min antes de que empiece un toque; 30 min antes de que termine",
    unread: ["luego", /^No pude leer «luego» como anticipación\. Escribe por ejemplo «2h, 30m»/],
    listed: "1 canal recibe avisos:",
    removed: (channel: string) =>
      `A ${channel} ya no llegan avisos: ese silencio no dice nada sobre los toques de queda. Ya no llega:\n• toques de queda, ataques militares; Ecuador, suscrito desde el domingo 15 mar. 22:55\nUn mensaje en ${channel} lo dice, y también quién lo cambió.`,
    nothing: (channel: string) => `A ${channel} no llegan avisos; no se cambió nada.`,
    missing: "FALTA: Enviar mensajes, sin eso no se puede publicar ningún aviso.",
    place: ["guay", /Guayas/, "Lugares: Guayas"],
    mine: "tus mensajes directos",
    mayNot: /^Solo quien tiene «Gestionar canales» en/,
    button: {
      save: /^Guardar$/,
      cancel: /^Cancelar$/,
      undo: /^Deshacer$/,
      again: /^Revisar otra vez$/,
      mend: /^Corregir$/,
      back: /^Volver$/,
    },
    another: /^Añadir otro grupo$/,
    thing: {
      kinds: /^Qué recibe/,
      places: /^Lugares/,
      leads: /^Con cuánta/,
      strikes: /^Qué ataques/,
      speech: /^Idioma y reloj/,
      role: /^Rol que se menciona/,
      quiet: /^Horas de silencio/,
      digest: /^Resumen/,
      extras: /^Tablero/,
      seen: /^Visto/,
      carers: /^Quién está a cargo/,
    },
    card: [
      "organizaciones que se registran, entran en una lista o salen de ella, solo Tren de Aragua (sin sonido)",
      "Lugares: Guayas, Los Ríos, y todo lo que hay dentro.",
      "1 h antes de que empiece un toque de queda",
      "solo región: Caribe, que nombren a Tren de Aragua, con 3 muertos o más",
      "Escrito en español. Reloj: hora de Galápagos (Pacific/Galapagos).",
      "en: Cambios de toques de queda",
      "Silencio de 22:00 a 06:00",
      "Cada viernes a las 07:00: un resumen",
      "Mantiene allí un mensaje al día",
      "Abre un hilo debajo",
      "lista de eventos del servidor",
      "después de 20 min se le dice",
    ],
    badZone: /^No conozco el reloj de «nowhere»/,
    changed: /^Cambiado: /,
    undone: /^Deshecho: /,
    all: /^Todo$/,
    gone: "canal borrado",
    first1: /^1\. /,
    strikesSet: /ataques militares/,
  },
} as const;

/** What is typed into each form; ids stand in the test. */
const FILLED: Record<string, Record<string, string | string[]>> = {
  kinds: { kinds: ["soon", "begins", "ends", "changes", "strikes", "orgs"], silent: ["orgs"] },
  places: { places: "guayas y los rios" },
  leads: { before: "1h", "before-end": "" },
  strikes: { regions: ["caribbean"], organisations: "tren de aragua", killed: "3" },
  speech: { language: ["es"], zone: "galapagos" },
  quiet: { quiet: "22-6" },
  digest: { every: ["week"], at: "7 am", form: ["full"], weekday: ["5"] },
  extras: { extras: ["board", "thread", "events"] },
};

export function alertsCases(walk: () => Walk): void {
  describe.each(BOTH)("/alerts (%s)", (language) => {
    const t = SAYS[language];
    const { team, plain } = READERS[language];
    const type = (subcommand: string, options: Record<string, string> = {}, reader: string = team) =>
      walk().type(language, reader, "alerts", options, subcommand);
    const press = (outcome: Outcome, label: RegExp, reader: string = team) =>
      walk().press(language, reader, outcome, label);
    const save = async (options: Record<string, string> = {}, reader: string = team) =>
      press(await type("subscribe", { preset: "plain", ...options }, reader), t.button.save, reader);
    const change = async (card: Outcome, thing: keyof typeof t.thing, values: Record<string, string | string[]>) =>
      walk().fill(language, team, await walk().pick(language, team, card, t.thing[thing]), values);

    it("offers presets for the channel it is typed in, subscribes it, lists it, removes it and takes that back", async () => {
      const here = `<#${walk().bot.discord.channel("redaccion").id}>`;
      expect(firstLine(await type("list"))).toBe(t.none);
      const offered = await type("subscribe");
      expect(labels(offered)).toEqual([...t.presets]);
      const card = await press(offered, new RegExp(t.presets[0]));
      expect(firstLine(card).startsWith(t.notSaved)).toBe(true);
      expect(isPrivate(card)).toBe(true);
      await press(card, t.button.cancel);
      expect(firstLine(await type("list"))).toBe(t.none);
      const saved = firstLine(await save());
      expect(saved.startsWith(t.subscribed(here))).toBe(true);
      expect(saved).toContain(t.next);
      expect(firstLine(await save())).toMatch(t.already);
      const list = await type("list");
      expect(firstLine(list)).toBe(t.listed);
      expect(wordsOf(list)).toContain(here);
      const removed = await type("remove");
      expect(firstLine(removed)).toBe(t.removed(here));
      expect(firstLine(await press(removed, t.button.undo))).toMatch(t.undone);
      expect(firstLine(await type("remove"))).toBe(t.removed(here));
      expect(firstLine(await type("remove"))).toBe(t.nothing(here));
    });

    it("takes how long before and places, changes it when asked again, lists it, and refuses what it cannot read", async () => {
      await save();
      const [start, end] = t.before;
      const changed = firstLine(await save({ "before-start": start, "before-end": end }));
      expect(changed).toMatch(t.changed);
      expect(changed).toContain(t.comes);
      expect(changed).toContain(t.first);
      expect(wordsOf(await type("list"))).toContain(t.list);
      const [typed, sentence] = t.unread;
      expect(firstLine(await type("subscribe", { "before-start": typed }))).toMatch(sentence);
      const [letters, name, places] = t.place;
      const suggested = await walk().suggestions(language, team, "alerts", "place", letters, "subscribe");
      expect(suggested.some((one) => name.test(one))).toBe(true);
      expect(firstLine(await type("subscribe", { preset: "drivers", place: "guayas" }))).toContain(places);
      await type("remove");
    });

    it("takes another channel, names what is missing there, and looks again", async () => {
      const { discord } = walk().bot;
      const channel = discord.channel("alertas").id;
      discord.setBotPermissions(channel, 1024n);
      const card = await type("subscribe", { channel, preset: "plain" });
      expect(wordsOf(card)).toContain(t.missing);
      discord.setBotPermissions(channel, 274_877_991_936n);
      const open = await press(card, t.button.again);
      expect(firstLine(await press(open, t.button.save))).toContain(`<#${channel}>`);
      expect(firstLine(await type("remove", { channel }))).toBe(t.removed(`<#${channel}>`));
    });

    it("changes one thing after another on the card, and takes all of it back", async () => {
      const { discord } = walk().bot;
      const channel = discord.channel("alertas").id;
      const me = discord.reader(team).id;
      await save({ channel });
      let card = await type("edit", { channel });
      const people: typeof FILLED = {
        role: { role: [discord.reader("Ana").roles[0] ?? ""], mention: ["changes"] },
        seen: { people: [me], after: "20m" },
        carers: { owner: [me], second: [discord.reader(plain).id], last: [discord.channel("redaccion").id] },
      };
      for (const [thing, values] of Object.entries({ ...FILLED, ...people }))
        for (const name of [
          "kinds",
          "places",
          "leads",
          "strikes",
          "speech",
          "role",
          "quiet",
          "digest",
          "extras",
          "seen",
          "carers",
        ] as const)
          if (name === thing) card = await change(card, name, values);
      for (const part of t.card) expect(wordsOf(card)).toContain(part);
      const wrong = await change(card, "speech", { zone: "nowhere" });
      expect(firstLine(wrong)).toMatch(t.badZone);
      const again = await press(wrong, t.button.mend);
      card = await walk().fill(language, team, again, { zone: "galapagos" });
      const saved = await press(card, t.button.save);
      expect(firstLine(saved)).toMatch(t.changed);
      // What the channel hears no more is said there, and put right by Undo.
      const stands = (fits: RegExp) =>
        expect
          .poll(() =>
            walk()
              .bot.shown("alertas")
              .some(({ message }) => fits.test(message.content ?? "")),
          )
          .toBe(true);
      await stands(/^🔕 /u);
      expect(firstLine(await press(saved, t.button.undo))).toMatch(t.undone);
      await stands(/^🔔 .*\n~~🔕 /u);
      expect(firstLine(await type("remove", { channel }))).toBe(t.removed(`<#${channel}>`));
    });

    it("keeps several sets of one channel, each to be picked, and ends one or all", async () => {
      await save();
      const own = await type("edit");
      const more = await press(own, t.another);
      const second = await press(more, new RegExp(t.presets[1]));
      await press(second, t.button.save);
      const which = await type("edit");
      const picked = await walk().pick(language, team, which, t.strikesSet);
      expect(firstLine(picked)).toContain("•");
      const ending = await type("remove");
      expect(firstLine(await walk().pick(language, team, ending, t.all))).toContain("•");
    });

    it("reaches a channel that was deleted", async () => {
      const { discord, settled } = walk().bot;
      const { id } = discord.addChannel(discord.guildId, { name: `turno-${language}` });
      await save({ channel: id });
      discord.change({ change: "channel-deleted", channelId: id });
      await settled();
      await expect.poll(async () => wordsOf(await type("list"))).toContain(t.gone);
      const menu = await type("remove");
      expect(firstLine(menu)).toContain(t.gone);
      await walk().pick(language, team, menu, t.first1);
      expect(firstLine(await type("list"))).toBe(t.none);
    });

    it("goes to whoever asks alone, and nobody else sees it", async () => {
      const card = await type("subscribe", { me: "yes", preset: "plain" }, plain);
      expect(firstLine(card)).toContain(t.mine);
      expect(firstLine(await press(card, t.button.save, plain))).toContain(t.mine);
      expect(firstLine(await type("edit", { me: "yes" }, plain))).toContain(t.mine);
      expect(firstLine(await type("list"))).toBe(t.none);
      expect(wordsOf(await type("list", {}, plain))).toContain(t.mine);
      expect(firstLine(await type("remove", { me: "yes" }, plain))).toContain(t.mine);
    });

    it("changes no channel for who may not manage it", async () => {
      const { discord } = walk().bot;
      expect(firstLine(await type("subscribe", {}, plain))).toMatch(t.mayNot);
      expect(firstLine(await type("subscribe", { channel: discord.channel("alertas").id }, plain))).toMatch(t.mayNot);
    });
  });
}
