// Notices that a decree was declared, changed, lifted, struck down or withdrawn, word for word, in both languages: on the record of March 2026 and October 2025.
import { describe, expect, it } from "vitest";
import type { Curfew } from "../../src/domain/curfew.ts";
import type { Known } from "../../src/domain/known.ts";
import { changes, groupChanges } from "../../src/domain/outlook.ts";
import type { Language } from "../../src/domain/text.ts";
import { type ChangeAlert, changeAlert, corrected } from "../../src/views/notices/change.ts";
import type { Message } from "../../src/views/message.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { englishIn, mustFit, wordsOf } from "./reading.ts";

const DECREE = "ec-2026-03-15-decreto-329";
const FOUR = "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas";

interface Case {
  at?: string;
  /** When it is posted, where that is later. */
  posted?: string;
  kind?: ChangeAlert["kind"];
  was?: (real: Curfew) => Curfew | undefined;
  is: (real: Curfew) => Curfew | undefined;
  follow?: string[];
  id?: string;
  lateBy?: number;
}

function withCurfew(known: Known, id: string, curfew: Curfew | undefined, withdrawn?: Curfew): Known {
  const curfews = [...known.curfews.filter((one) => one.id !== id), ...(curfew === undefined ? [] : [curfew])];
  return {
    ...known,
    curfews,
    withdrawn: [...known.withdrawn, ...(withdrawn === undefined ? [] : [withdrawn])],
    curfewsById: new Map([
      ...known.curfewsById,
      ...[curfew ?? withdrawn].flatMap((one) => (one ? [[one.id, one] as const] : [])),
    ]),
  };
}

function prepare({
  at = "2026-03-18T12:00",
  posted = at,
  kind = "curfew.changed",
  was = (one) => one,
  is,
  follow = ["EC"],
  id = DECREE,
  lateBy,
}: Case) {
  const real = knownAt(at).curfewsById.get(id);
  if (real === undefined) throw new Error(id);
  const [before, now] = [was(real), is(real)];
  const gone = kind === "curfew.withdrawn" ? real : undefined;
  const after = withCurfew(knownAt(at), id, now, gone);
  const of = [before, now, gone].filter((one) => one !== undefined);
  const list = changes(
    { before: withCurfew(knownAt(at), id, before), after, country: "EC", of, at: ec(at) },
    () => kind === "curfew.declared",
  );
  const [first, ...others] = groupChanges(list, after, follow, ec(at));
  if (first === undefined) throw new Error("nothing changed");
  const alert: ChangeAlert = {
    kind,
    id: "a".repeat(64),
    at: ec(at),
    country: "EC",
    fact: "f",
    subject: id,
    changes: [first, ...others],
  };
  const scene = (language: Language) => ({
    known: withCurfew(knownAt(posted), id, now, gone),
    language,
    now: ec(posted),
    mark: "7K3Q-9M2D",
    versions: {
      is: now,
      was: before,
      ...(gone === undefined ? {} : { reason: { en: "recorded twice", es: "registrado dos veces" } }),
    },
    ...(lateBy === undefined ? {} : { lateBy, late: "delivery" as const }),
  });
  return { alert, scene };
}

function told(one: Case, language: Language): Message {
  const { alert, scene } = prepare(one);
  const message = changeAlert(alert, scene(language));
  if (message === undefined) throw new Error("nothing left to tell");
  return message;
}

const rule = (start: string, end: string, areas: [string, ...string[]]) => ({ start, end, areas, areasPartial: false });
const lifted = (from: string, language = "Decreto Ejecutivo 330") => ({
  by: { en: language, es: language },
  date: from.slice(0, 10),
  from: `${from}:00-05:00`,
});
const none = () => undefined;

/** Guayas without two of its cantons. */
const [firstCanton = "", ...otherCantons] = knownAt("2026-03-18T12:00")
  .areas.children("EC-G", ec("2026-03-18T12:00"))
  .filter(({ name }) => !(name.en === "Balao" || name.en === "Playas"))
  .map(({ id }) => id);
const MOST: [string, ...string[]] = [firstCanton, ...otherCantons];

const CASES: [string, Case, string, string][] = [
  [
    "declared, days before",
    { at: "2026-03-13T12:00", kind: "curfew.declared", was: none, is: (one) => one },
    `⚠️ NEW CURFEW from Sun 15 Mar 23:00 in 4 provinces: ${FOUR}. Daily 23:00-05:00 until Tue 31 Mar 05:00 (Ecuador time). ❔ From then on: NOT KNOWN.`,
    `⚠️ NUEVO TOQUE DE QUEDA desde el domingo 15 mar. 23:00 en 4 provincias: ${FOUR}. Todos los días 23:00-05:00 hasta el martes 31 mar. 05:00 (hora de Ecuador). ❔ Desde esa hora: NO SE SABE.`,
  ],
  [
    "declared, while it runs",
    { at: "2026-03-16T00:30", kind: "curfew.declared", was: none, is: (one) => one, follow: ["EC-G"] },
    "🔴 NEW: CURFEW NOW until Mon 16 Mar 05:00: Guayas. Daily 23:00-05:00 until Tue 31 Mar 05:00 (Ecuador time). ❔ From then on: NOT KNOWN.",
    "🔴 NUEVO: TOQUE DE QUEDA AHORA hasta el lunes 16 mar. 05:00: Guayas. Todos los días 23:00-05:00 hasta el martes 31 mar. 05:00 (hora de Ecuador). ❔ Desde esa hora: NO SE SABE.",
  ],
  [
    "shortened",
    { is: (one) => ({ ...one, lastNight: "2026-03-25" }) },
    `⚠️ CHANGED in 4 provinces: curfew now ends Thu 26 Mar 05:00 (was Tue 31 Mar): ${FOUR}. Until then still 23:00-05:00, also tonight (Ecuador time).`,
    `⚠️ CAMBIO en 4 provincias: el toque termina el jueves 26 mar. 05:00 (antes martes 31 mar.): ${FOUR}. Hasta entonces sigue 23:00-05:00, también hoy (hora de Ecuador).`,
  ],
  [
    "extended, where nothing was checked",
    { is: (one) => ({ ...one, lastNight: "2026-04-10" }), follow: ["EC-G"] },
    "⚠️ CHANGED: curfew now ends Sat 11 Apr 05:00 (was Tue 31 Mar): Guayas. Until then still 23:00-05:00, also tonight (Ecuador time). ❔ From then on: NOT KNOWN.",
    "⚠️ CAMBIO en Guayas: el toque termina el sábado 11 abr. 05:00 (antes martes 31 mar.). Hasta entonces sigue 23:00-05:00, también hoy (hora de Ecuador). ❔ Desde esa hora: NO SE SABE.",
  ],
  [
    "other hours in most of a province, the rest of it taken out",
    {
      is: (one) => ({
        ...one,
        rules: [rule("23:00", "05:00", ["EC-R", "EC-SD", "EC-O"]), rule("21:00", "05:00", MOST)],
      }),
    },
    "⚠️ CHANGED: Guayas except Balao, Playas: hours now 21:00-05:00 (were 23:00-05:00); Balao, Playas: no further curfew announced (was daily 23:00-05:00 until Tue 31 Mar 05:00). Now: Guayas except Balao, Playas: no curfew; next today 21:00. Balao, Playas: no curfew; NOT KNOWN from Tue 31 Mar 05:00 (Ecuador time).",
    "⚠️ CAMBIO: Guayas excepto Balao, Playas: nuevo horario 21:00-05:00 (antes 23:00-05:00); Balao, Playas: ya no hay más toque anunciado (antes todos los días 23:00-05:00 hasta el martes 31 mar. 05:00). Ahora: Guayas excepto Balao, Playas: sin toque; próximo hoy 21:00. Balao, Playas: sin toque; NO SE SABE desde el martes 31 mar. 05:00 (hora de Ecuador).",
  ],
  [
    "no longer confirmed",
    { is: (one) => ({ ...one, lastConfirmed: "2026-03-20" }), follow: ["EC-G"] },
    "⚠️ CHANGED in Guayas: curfew confirmed only until Sat 21 Mar 05:00 (was Tue 31 Mar). Until then still 23:00-05:00, also tonight (Ecuador time). ❔ From then on: NOT KNOWN.",
    "⚠️ CAMBIO en Guayas: toque confirmado solo hasta el sábado 21 mar. 05:00 (antes martes 31 mar.). Hasta entonces sigue 23:00-05:00, también hoy (hora de Ecuador). ❔ Desde esa hora: NO SE SABE.",
  ],
  [
    "other hours in one province, another taken out",
    {
      is: (one) => ({ ...one, rules: [rule("23:00", "05:00", ["EC-R", "EC-SD"]), rule("21:00", "05:00", ["EC-G"])] }),
    },
    "⚠️ CHANGED: Guayas: hours now 21:00-05:00 (were 23:00-05:00); El Oro: no further curfew announced (was daily 23:00-05:00 until Tue 31 Mar 05:00). Now: Guayas: no curfew; next today 21:00. El Oro: no curfew; NOT KNOWN from Tue 31 Mar 05:00 (Ecuador time).",
    "⚠️ CAMBIO: Guayas: nuevo horario 21:00-05:00 (antes 23:00-05:00); El Oro: ya no hay más toque anunciado (antes todos los días 23:00-05:00 hasta el martes 31 mar. 05:00). Ahora: Guayas: sin toque; próximo hoy 21:00. El Oro: sin toque; NO SE SABE desde el martes 31 mar. 05:00 (hora de Ecuador).",
  ],
  [
    "tonight suspended",
    { is: (one) => ({ ...one, exceptions: [{ night: "2026-03-18", off: true }] }), follow: ["EC-G"] },
    "⚠️ CHANGED: no curfew today, Wed 18 Mar 23:00 -> Thu 05:00: Guayas. Now: no curfew; next tomorrow 23:00 (Ecuador time).",
    "⚠️ CAMBIO: sin toque hoy miércoles 18 mar. 23:00 -> jueves 05:00: Guayas. Ahora: sin toque; próximo mañana 23:00 (hora de Ecuador).",
  ],
  [
    "a night suspended of which nobody checked whether there is another curfew",
    {
      is: (one) => ({ ...one, lastNight: "2026-04-10", exceptions: [{ night: "2026-04-02", off: true }] }),
      was: (one) => ({ ...one, lastNight: "2026-04-10" }),
      follow: ["EC-G"],
    },
    "⚠️ CHANGED: NOT KNOWN Thu 2 Apr 23:00 -> Fri 05:00 (was curfew): Guayas. Now: no curfew; next today 23:00 (Ecuador time).",
    "⚠️ CAMBIO en Guayas: NO SE SABE el jueves 2 abr. 23:00 -> viernes 05:00 (antes había toque). Ahora: sin toque; próximo hoy 23:00 (hora de Ecuador).",
  ],
  [
    "lifted in the middle of a night, told late",
    {
      at: "2026-03-18T00:30",
      posted: "2026-03-18T02:30",
      lateBy: 2 * 3_600_000,
      kind: "curfew.lifted",
      is: (one) => ({ ...one, lifted: lifted("2026-03-18T00:15") }),
      follow: ["EC-G"],
    },
    "⚠️ CHANGED: curfew over since 00:15 (was until Wed 18 Mar 05:00): Guayas. Lifted by: Decreto Ejecutivo 330. Now: no curfew; NOT KNOWN from Tue 31 Mar 05:00 (Ecuador time). (This notice is 2 h late.)",
    "⚠️ CAMBIO en Guayas: el toque terminó a las 00:15 (antes hasta el miércoles 18 mar. 05:00). Lo levantó: Decreto Ejecutivo 330. Ahora: sin toque; NO SE SABE desde el martes 31 mar. 05:00 (hora de Ecuador). (Aviso con 2 h de atraso.)",
  ],
  [
    "struck down by the court, with a last night that nobody is sure of",
    {
      at: "2025-10-03T12:00",
      kind: "curfew.annulled",
      id: "ec-2025-09-18-decreto-146",
      follow: ["EC-I"],
      was: (real) => {
        const { annulled, ...one } = real;
        expect(annulled).toBeDefined();
        return { ...one, lastConfirmed: "2025-10-10", lastNight: "2025-10-10" };
      },
      is: (one) => one,
    },
    "⚠️ CHANGED in Imbabura: no longer confirmed: curfew daily 22:00-05:00 until Sat 11 Oct 05:00. Struck down by: Constitutional Court. Now: no curfew; NOT KNOWN from Fri 3 Oct 22:00 (Ecuador time).",
    "⚠️ CAMBIO en Imbabura: ya no está confirmado: toque todos los días 22:00-05:00 hasta el sábado 11 oct. 05:00. Lo anuló: Corte Constitucional. Ahora: sin toque; NO SE SABE desde el viernes 3 oct. 22:00 (hora de Ecuador).",
  ],
  [
    "withdrawn",
    { kind: "curfew.withdrawn", is: none, follow: ["EC-G", "EC-R"] },
    "⚠️ WITHDRAWN, do not use · in Guayas, Los Ríos: curfew daily 23:00-05:00 until Tue 31 Mar 05:00. Reason: recorded twice. Now: no curfew; NOT KNOWN from Wed 18 Mar 23:00 (Ecuador time).",
    "⚠️ RETIRADO, no usar · en Guayas, Los Ríos: toque de queda todos los días 23:00-05:00 hasta el martes 31 mar. 05:00. Motivo: registrado dos veces. Ahora: sin toque; NO SE SABE desde el miércoles 18 mar. 23:00 (hora de Ecuador).",
  ],
];

describe("the first line of a change", () => {
  it.each(CASES)("%s", (_, one, en, es) => {
    expect(told(one, "en").content).toBe(en);
    expect(told(one, "es").content).toBe(es);
  });
});

describe("every notice of a change", () => {
  it.each(CASES)("%s: fits Discord, has its mark, no English in Spanish, and no word that misleads", async (_, one) => {
    for (const language of ["en", "es"] as const) {
      const { alert, scene } = prepare(one);
      const message = told(one, language);
      const edited = corrected(alert, scene(language), {
        text: "🔴 old line <@&123456789012345678>",
        mark: "AAAA-BBBB",
      });
      if (edited === undefined) throw new Error("no edit");
      for (const shown of [message, edited]) {
        await mustFit(shown);
        expect(wordsOf(shown).replaceAll("safe-conducts", "")).not.toMatch(
          /\b(safe|all clear|in force|undefined|NaN|seguro|en vigor)\b/i,
        );
        if (language === "es") expect(englishIn(wordsOf(shown), scene(language).known)).toEqual([]);
      }
      expect(message.embed?.footer).toMatch(/(not permission to travel|no permiso para circular) · #7K3Q-9M2D$/);
      expect(edited.content).toMatch(/^⚠️ (CHANGED|CAMBIO|WITHDRAWN|RETIRADO).*\n~~🔴 old line~~$/);
      expect(edited.embed?.footer).toMatch(/#AAAA-BBBB$/);
      expect(wordsOf(edited)).not.toMatch(/\b(NOW|AHORA|tonight|today|hoy|mañana|tomorrow)\b/);
      // No time of day free is promised without saying until when, or that nobody knows.
      expect(message.content).toMatch(/NOT KNOWN|NO SE SABE|next|próximo|tonight|today|hoy|NOW|AHORA/);
    }
  });
});

describe("the embed of a change", () => {
  it("shows old struck through beside new, what stays, by whom, and each reader's own time", () => {
    const one: Case = {
      is: (real) => ({
        ...real,
        lastNight: "2026-03-25",
        amendments: [
          {
            date: "2026-03-18",
            instrument: { en: "Decreto Ejecutivo 330", es: "Decreto Ejecutivo 330" },
            effect: { en: "shortened", es: "acortado" },
          },
        ],
      }),
    };
    expect(wordsOf(told(one, "en")).split("\n").slice(1)).toEqual([
      "[What changed]",
      `• ${FOUR}: last night ~~Mon 30 -> Tue 31 Mar, 05:00~~ Wed 25 -> Thu 26 Mar, 05:00`,
      "[Not changed]",
      "hours, places, exemptions, penalty",
      "[Now]",
      `⚪ no curfew; next today 23:00: ${FOUR}`,
      "[By]",
      "Decreto Ejecutivo 329, President Daniel Noboa",
      "• 18 Mar, Decreto Ejecutivo 330: shortened",
      "• [Qué Noticias], 16 Mar 2026",
      "[Your time]",
      "<t:1773892800:f> - <t:1773914400:f>; the last night ends <t:1774519200:f>",
      "Newest source 16 Mar 2026 · information, not permission to travel · #7K3Q-9M2D",
    ]);
  });

  it("calls what is gone none only where that is known: of a record taken back nobody knows what holds", () => {
    const hours = {
      en: "~~daily 23:00-05:00 until Tue 31 Mar 05:00~~",
      es: "~~todos los días 23:00-05:00 hasta el martes 31 mar. 05:00~~",
    };
    const gone: Case = { kind: "curfew.withdrawn", is: none, follow: ["EC-G"] };
    const ended: Case = { kind: "curfew.lifted", is: (one) => ({ ...one, lifted: lifted("2026-03-18T11:00") }) };
    expect(wordsOf(told(gone, "en"))).toContain(`${hours.en} NOT KNOWN\n`);
    expect(wordsOf(told(gone, "es"))).toContain(`${hours.es} NO SE SABE\n`);
    expect(wordsOf(told(ended, "en"))).toContain(`${hours.en} none\n`);
    expect(wordsOf(told(ended, "es"))).toContain(`${hours.es} ninguno\n`);
  });

  it("tells who may be out where that is new or another, and what is no longer so", () => {
    const press = { en: "press", es: "prensa" };
    const message = told(
      {
        is: (one) => ({
          ...one,
          lastNight: "2026-03-25",
          exempt: [...(one.exempt ?? []).slice(1), press],
          notExempt: [],
        }),
      },
      "en",
    );
    const words = wordsOf(message);
    expect(words).toContain("exempt now: press");
    expect(words).toContain("no longer exempt: ~~health services~~");
    expect(words).toContain("no longer named as NOT exempt: ~~productive chain (Diario Extra)");
    expect(words).toMatch(/\[Exempt\]\npolice/);
    expect(message.content).toContain("Exemptions changed too.");
    expect(wordsOf(told({ kind: "curfew.declared", was: none, is: (one) => one }, "es"))).toMatch(
      /\[Exentos\]\nservicios de salud/,
    );
  });

  it("of an old message that no longer fits beside the new line holds it whole", async () => {
    const { alert, scene } = prepare({ is: (one) => ({ ...one, lastNight: "2026-03-25" }) });
    const long = "x ".repeat(950);
    const edited = corrected(alert, scene("en"), { text: long, mark: "AAAA-BBBB" });
    if (edited === undefined) throw new Error("no edit");
    await mustFit(edited);
    expect(edited.content).not.toContain("~~");
    expect(wordsOf(edited).replaceAll("\n", " ")).toContain(long.trim().slice(0, 1000));
  });
});
