// What channels are told before a curfew begins and ends, word for word, in both languages, over the shipped data and the hard cases.
import { describe, expect, it } from "vitest";
import type { AlertOf } from "../../src/domain/alert.ts";
import type { EdgeGroup } from "../../src/domain/edge-group.ts";
import { edges, groupEdges } from "../../src/domain/edges.ts";
import { instant, HOUR, MINUTE, type Millis } from "../../src/domain/time.ts";
import type { Language } from "../../src/domain/text.ts";
import { soonAlert } from "../../src/views/notices/soon.ts";
import { split } from "../../src/views/fit.ts";
import type { Message } from "../../src/views/message.ts";
import { ec, shipped } from "./ecuador-known.ts";
import { englishIn, mustFit, wordsOf } from "./reading.ts";

type Kind = "curfew.soon" | "curfew.ending";
const FOUR = "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas";
const GROUP = { since: ec("2026-03-15T23:00"), until: ec("2026-03-16T05:00"), curfews: [] };

/** As the record has it, `lead` minutes before. */
function alertAt(kind: Kind, edge: Millis, lead: number, follow: readonly string[], country = "EC"): AlertOf<Kind> {
  const known = shipped(edge - lead * MINUTE);
  const list = edges(known, country, { after: edge - 1, until: edge }).filter(
    (one) => one.kind === (kind === "curfew.soon" ? "began" : "ended"),
  );
  const [first, ...others] = groupEdges(list, known.areas, follow, edge);
  if (first === undefined) throw new Error(`nothing at ${edge}`);
  return made(kind, edge, lead, [first, ...others], country);
}
const made = (
  kind: Kind,
  edge: Millis,
  lead: number,
  groups: [EdgeGroup, ...EdgeGroup[]],
  country = "EC",
): AlertOf<Kind> => ({
  kind,
  id: "a".repeat(64),
  at: edge - lead * MINUTE,
  country,
  lead,
  groups,
});

function told(
  alert: AlertOf<Kind>,
  language: Language,
  late: { lateBy?: number; late?: "vigia" | "clock" | "delivery" } = {},
): Message {
  const now = alert.at + (late.lateBy ?? 0);
  return soonAlert(alert, { known: shipped(now), language, now, mark: "7K3Q-9M2D", ...late });
}
const soon = (at: string, lead: number, follow = ["EC"]) => alertAt("curfew.soon", ec(at), lead, follow);
const ending = (at: string, lead: number, follow = ["EC"]) => alertAt("curfew.ending", ec(at), lead, follow);

describe("the first line before a begin", () => {
  it.each<[string, Message, string]>([
    [
      "tonight",
      told(soon("2026-03-15T23:00", 120), "en"),
      `⏰ Curfew at 23:00 tonight, Sun 15 Mar, until Mon 05:00 in 4 provinces (Ecuador time): ${FOUR}.`,
    ],
    [
      "tonight",
      told(soon("2026-03-15T23:00", 120), "es"),
      `⏰ Toque de queda hoy domingo 15 mar. 23:00 -> lunes 05:00 en 4 provincias (hora de Ecuador): ${FOUR}.`,
    ],
    [
      "in the afternoon",
      told(soon("2026-03-16T23:00", 480, ["EC-G"]), "en"),
      "⏰ Curfew at 23:00 today, Mon 16 Mar: Guayas. Until Tue 05:00 (Ecuador time).",
    ],
    [
      "the day before",
      told(soon("2026-03-16T23:00", 1440, ["EC-G"]), "en"),
      "⏰ Curfew at 23:00 tomorrow, Mon 16 Mar: Guayas. Until Tue 05:00 (Ecuador time).",
    ],
    [
      "the day before",
      told(soon("2026-03-16T23:00", 1440, ["EC-G"]), "es"),
      "⏰ Toque de queda mañana lunes 16 mar. a las 23:00: Guayas. Hasta el martes 05:00 (hora de Ecuador).",
    ],
    [
      "late: the hour stays the hour, and what is late is the notice",
      told(soon("2026-03-15T23:00", 120, ["EC-G"]), "en", { lateBy: 95 * MINUTE, late: "vigia" }),
      "⏰ Curfew at 23:00 tonight, Sun 15 Mar: Guayas. Until Mon 05:00 (Ecuador time). (This notice is 1 h 35 min late; Vigía was down.)",
    ],
    [
      "late",
      told(soon("2026-03-15T23:00", 120, ["EC-G"]), "es", { lateBy: 95 * MINUTE, late: "delivery" }),
      "⏰ Toque de queda hoy domingo 15 mar. a las 23:00: Guayas. Hasta el lunes 05:00 (hora de Ecuador). (Aviso con 1 h 35 min de atraso.)",
    ],
    [
      "late by its own clock",
      told(soon("2026-03-15T23:00", 120, ["EC-G"]), "en", { lateBy: 95 * MINUTE, late: "clock" }),
      "⏰ Curfew at 23:00 tonight, Sun 15 Mar: Guayas. Until Mon 05:00 (Ecuador time). (This notice is 1 h 35 min late; Vigía's clock was wrong.)",
    ],
    [
      "late by its own clock",
      told(soon("2026-03-15T23:00", 120, ["EC-G"]), "es", { lateBy: 95 * MINUTE, late: "clock" }),
      "⏰ Toque de queda hoy domingo 15 mar. a las 23:00: Guayas. Hasta el lunes 05:00 (hora de Ecuador). (Aviso con 1 h 35 min de atraso; el reloj de Vigía estaba mal.)",
    ],
    [
      "the last night that is known",
      told(soon("2026-03-30T23:00", 120), "en"),
      `⏰ Curfew at 23:00 tonight, Mon 30 Mar, until Tue 05:00 in 4 provinces (Ecuador time): ${FOUR}. ❔ After that: NOT KNOWN.`,
    ],
    [
      "the last night that is known",
      told(soon("2026-03-30T23:00", 120), "es"),
      `⏰ Toque de queda hoy lunes 30 mar. 23:00 -> martes 05:00 en 4 provincias (hora de Ecuador): ${FOUR}. ❔ Después: NO SE SABE.`,
    ],
    [
      "a list of which sources name only some places",
      told(soon("2024-03-25T01:00", 60, ["EC-0907"]), "en"),
      "⏰ Curfew at 01:00 today, Mon 25 Mar: Durán. Until Mon 05:00 (Ecuador time). ❔ Other places: NOT KNOWN, no source lists them all.",
    ],
    [
      "a list of which sources name only some places, at one o'clock",
      told(soon("2024-03-25T01:00", 60, ["EC-0907"]), "es"),
      "⏰ Toque de queda hoy lunes 25 mar. a la 01:00: Durán. Hasta el lunes 05:00 (hora de Ecuador). ❔ Otros lugares: NO SE SABE, ninguna fuente los nombra todos.",
    ],
    [
      "more places than a line holds, at midnight",
      told(soon("2024-02-02T00:00", 60), "en"),
      "⏰ Curfew at 00:00 tomorrow, Fri 2 Feb, until Fri 05:00 in 36 places (Ecuador time): Santa Elena (province), Guayaquil, Portoviejo, Machala, Babahoyo and 31 more. ❔ After that: NOT KNOWN.",
    ],
  ])("%s", (_, message, expected) => {
    expect(message.content).toBe(expected);
  });

  const differing = made("curfew.soon", GROUP.since, 120, [
    { ...GROUP, areas: ["EC-G"], followedBy: "unknown" },
    { ...GROUP, areas: ["EC-1701", "EC-0101"], until: ec("2026-03-16T06:00") },
    { areas: ["EC-R"], since: GROUP.since, curfews: [] },
  ]);
  it("names each group's own end where they differ, also where none is known and where nothing is known from there", () => {
    expect(told(differing, "en").content).toBe(
      "⏰ Curfew at 23:00 tonight, Sun 15 Mar, in 4 places: Guayas until Mon 05:00, ❔ After that: NOT KNOWN; 2 until Mon 06:00 (Cuenca, Quito); Los Ríos no end announced (Ecuador time).",
    );
    expect(told(differing, "es").content).toBe(
      "⏰ Toque de queda hoy domingo 15 mar. a las 23:00, en 4 lugares: Guayas hasta el lunes 05:00, ❔ Después: NO SE SABE; 2 hasta el lunes 06:00 (Cuenca, Quito); Los Ríos sin fin anunciado (hora de Ecuador).",
    );
  });

  it("says the date of an end that is more than a day off: a curfew of whole days", () => {
    const days = made("curfew.soon", ec("2026-03-21T00:00"), 120, [
      { ...GROUP, areas: ["EC-G"], since: ec("2026-03-21T00:00"), until: ec("2026-03-23T05:00") },
    ]);
    expect(told(days, "en").content).toBe(
      "⏰ Curfew at 00:00 tomorrow, Sat 21 Mar: Guayas. Until Mon 23 Mar 05:00 (Ecuador time).",
    );
    expect(told(days, "es").content).toBe(
      "⏰ Toque de queda mañana sábado 21 mar. 00:00 -> lunes 23 mar. 05:00 en Guayas (hora de Ecuador).",
    );
    const open = made("curfew.soon", GROUP.since, 120, [{ areas: ["EC-G"], since: GROUP.since, curfews: [] }]);
    expect(told(open, "en").content).toBe(
      "⏰ Curfew at 23:00 tonight, Sun 15 Mar: Guayas. No end announced (Ecuador time).",
    );
  });

  it("is on the place's own clock, with its name", () => {
    const islands = made("curfew.soon", ec("2026-03-16T00:00"), 60, [
      { ...GROUP, areas: ["EC-W"], since: ec("2026-03-16T00:00"), until: ec("2026-03-16T06:00") },
    ]);
    expect(told(islands, "en").content).toBe(
      "⏰ Curfew at 23:00 tonight, Sun 15 Mar: Galápagos. Until Mon 05:00 (Galápagos time).",
    );
    // Haiti put its clocks forward that night: a day before in real time.
    const haiti = alertAt("curfew.soon", instant("2024-03-10T22:00:00Z"), 1440, ["HT"], "HT");
    expect(told(haiti, "en").content).toMatch(/^⏰ Curfew at 18:00 tomorrow, Sun 10 Mar: .* \(Haiti time\)/);
  });
});

describe("the first line before an end", () => {
  it.each<[string, Message, string]>([
    [
      "with the next",
      told(ending("2026-03-16T05:00", 60), "en"),
      `⏰ Curfew ends at 05:00, Mon 16 Mar, in 4 provinces: ${FOUR}. Next: today 23:00 (Ecuador time).`,
    ],
    [
      "with the next",
      told(ending("2026-03-16T05:00", 60), "es"),
      `⏰ El toque termina a las 05:00 del lunes 16 mar., en 4 provincias: ${FOUR}. Próximo: hoy 23:00 (hora de Ecuador).`,
    ],
    [
      "the evening before",
      told(ending("2026-03-16T05:00", 345, ["EC-G"]), "en"),
      "⏰ Curfew ends at 05:00, Mon 16 Mar: Guayas. Next: tomorrow 23:00 (Ecuador time).",
    ],
    [
      "of the last night",
      told(ending("2026-03-31T05:00", 60), "en"),
      `⏰ Last announced night ends at 05:00, Tue 31 Mar. ❔ NOT KNOWN from then on in 4 provinces (Ecuador time): ${FOUR}.`,
    ],
    [
      "of the last night",
      told(ending("2026-03-31T05:00", 60), "es"),
      `⏰ La última noche anunciada termina el martes 31 mar. 05:00. ❔ NO SE SABE desde esa hora en 4 provincias (hora de Ecuador): ${FOUR}.`,
    ],
    [
      "of the last confirmed night",
      told(ending("2025-03-03T05:00", 60, ["EC-0907"]), "en"),
      "⏰ Curfew ends at 05:00, Mon 3 Mar (Ecuador time): Durán. ❔ NOT KNOWN from today 22:00.",
    ],
    [
      "late",
      told(ending("2026-03-16T05:00", 60, ["EC-G"]), "en", { lateBy: 40 * MINUTE, late: "vigia" }),
      "⏰ Curfew ends at 05:00, Mon 16 Mar: Guayas. Next: today 23:00 (Ecuador time). (This notice is 40 min late; Vigía was down.)",
    ],
  ])("%s", (_, message, expected) => {
    expect(message.content).toBe(expected);
  });

  it("says of each group what follows where that differs", () => {
    expect(told(ending("2024-09-19T06:00", 60), "en").content).toMatch(
      /^⏰ Curfew ends at 06:00, Thu 19 Sep, in 35 places\. ❔ NOT KNOWN from tomorrow 00:00: .*; next today 22:00: .* \(Ecuador time\)\.$/,
    );
  });

  it("never says of an end that only what runs is over", () => {
    for (const language of ["en", "es"] as const)
      expect(told(ending("2026-03-16T05:00", 60), language).content).not.toMatch(/over|terminó/i);
  });
});

describe("what stands below", () => {
  const fieldsOf = (message: Message) =>
    Object.fromEntries((message.embed?.fields ?? []).map((one) => [one.name, one.value]));

  it("before a begin: places with decree and night, the reader's own time with a countdown, who is exempt, the newest source, and no leave to travel", () => {
    const { embed, ...message } = told(soon("2026-03-15T23:00", 120), "en");
    expect(embed?.tone).toBe("info");
    expect(fieldsOf({ ...message, ...(embed === undefined ? {} : { embed }) })).toEqual({
      Places: `• ${FOUR} (Decreto Ejecutivo 329, night 1 of 16)`,
      "Your time": "<t:1773633600:f> - <t:1773655200:f>\n<t:1773633600:R>",
      Exempt:
        "health services; police; armed forces; complementary security bodies; staff of emergency services; people with a flight, who must carry the boarding pass or other proof",
      "Expressly NOT exempt":
        "productive chain (Diario Extra); logistics chain (Diario Extra); no safe-conducts were issued (Diario Extra)",
    });
    expect(embed?.footer).toBe("Newest source 14 Mar 2026 · information, not permission to travel · #7K3Q-9M2D");
  });

  it("before an end: the night that runs, when the next one begins, and the colour of what runs or of what nobody knows", () => {
    const message = told(ending("2026-03-16T05:00", 60), "en");
    expect(fieldsOf(message)).toMatchObject({
      Places: `• ${FOUR} (Decreto Ejecutivo 329, night 1 of 16)`,
      "Your time": "<t:1773633600:f> - <t:1773655200:f>\n<t:1773655200:R>",
      "Next night, your time": "<t:1773720000:f> - <t:1773741600:f>",
    });
    expect(message.embed?.tone).toBe("curfew");
    expect(told(ending("2026-03-31T05:00", 60), "en").embed?.tone).toBe("unknown");
  });

  it("fits Discord in both languages, and the Spanish is Spanish", async () => {
    const all = [
      soon("2024-09-18T22:00", 120),
      soon("2024-02-02T00:00", 120),
      soon("2024-02-02T02:00", 120),
      ending("2024-02-02T05:00", 60),
      ending("2024-09-19T06:00", 60),
      soon("2024-03-25T01:00", 60),
    ];
    for (const alert of all)
      for (const language of ["en", "es"] as const) {
        const message = told(alert, language, { lateBy: HOUR / 2, late: "vigia" });
        expect(message.content.length).toBeLessThan(700);
        for (const part of split(message)) await mustFit(part);
        if (language === "es") expect(englishIn(wordsOf(message), shipped(alert.at))).toEqual([]);
      }
  });
});
