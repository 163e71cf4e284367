// Notices of curfews as channels get them, word for word, in both languages: March 2026, and the hard nights of the record.
import { describe, expect, it } from "vitest";
import type { EdgeGroup } from "../../src/domain/edge-group.ts";
import { edges, groupEdges } from "../../src/domain/edges.ts";
import type { Language } from "../../src/domain/text.ts";
import { HOUR } from "../../src/domain/time.ts";
import { curfewAlert, type CurfewAlert } from "../../src/views/notices/edge.ts";
import { split } from "../../src/views/fit.ts";
import type { Message } from "../../src/views/message.ts";
import { ec, knownAt } from "./ecuador-known.ts";

const ID = "a".repeat(64);
const FOUR = "Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas";

function groupsAt(at: string, kind: "began" | "ended", follow: readonly string[]): [EdgeGroup, ...EdgeGroup[]] {
  const record = knownAt(at);
  const list = edges(record, "EC", { after: ec(at) - 1, until: ec(at) }).filter((one) => one.kind === kind);
  const [first, ...others] = groupEdges(list, record.areas, follow, ec(at));
  if (first === undefined) throw new Error(`nothing ${kind} at ${at}`);
  return [first, ...others];
}

const edgeAt = (at: string, kind: "began" | "ended", follow = ["EC"]): CurfewAlert => ({
  id: ID,
  at: ec(at),
  country: "EC",
  kind: `curfew.${kind}`,
  groups: groupsAt(at, kind, follow),
});

function told(
  alert: CurfewAlert,
  now: string,
  language: Language,
  lateBy?: number,
  cause?: "vigia" | "delivery",
): Message {
  const late = { ...(lateBy === undefined ? {} : { lateBy }), ...(cause === undefined ? {} : { late: cause }) };
  return curfewAlert(alert, { known: knownAt(now), language, now: ec(now), mark: "7K3Q-9M2D", ...late });
}

const began = edgeAt("2026-03-15T23:00", "began");
const ended = edgeAt("2026-03-16T05:00", "ended");
const last = edgeAt("2026-03-31T05:00", "ended");
const blackout = edgeAt("2024-09-18T22:00", "began");
const blackoutOver = edgeAt("2024-09-19T06:00", "ended");
const lastConfirmed = edgeAt("2025-03-03T05:00", "ended", ["EC-0907"]);
const missed = (kind: "began" | "ended", at: string) =>
  ({ kind: `curfew.${kind}`, at: ec(at), groups: groupsAt(at, kind, ["EC"]) }) as const;
const down: CurfewAlert = {
  id: ID,
  at: ec("2026-03-16T06:30"),
  country: "EC",
  kind: "vigia.down",
  from: ec("2026-03-16T03:30"),
  to: ec("2026-03-16T06:30"),
  missed: [missed("ended", "2026-03-16T05:00")],
};
const downForDays: CurfewAlert = {
  ...down,
  from: ec("2026-03-16T20:00"),
  to: ec("2026-03-18T23:30"),
  missed: [
    missed("began", "2026-03-16T23:00"),
    missed("ended", "2026-03-17T05:00"),
    missed("began", "2026-03-17T23:00"),
    missed("ended", "2026-03-18T05:00"),
  ],
};

describe("the first line of a notice", () => {
  it.each<[string, Message, string]>([
    [
      "began",
      told(began, "2026-03-15T23:00", "en"),
      `🔴 CURFEW NOW until Mon 16 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}.`,
    ],
    [
      "began",
      told(began, "2026-03-15T23:00", "es"),
      `🔴 TOQUE DE QUEDA AHORA hasta el lunes 16 mar. 05:00 en 4 provincias (hora de Ecuador): ${FOUR}.`,
    ],
    [
      "began, late",
      told(began, "2026-03-16T01:30", "en", 2.5 * HOUR, "vigia"),
      `🔴 CURFEW NOW since 23:00, until Mon 16 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}. (This notice is 2 h 30 min late; Vigía was down.)`,
    ],
    [
      "began, late",
      told(began, "2026-03-16T01:30", "es", 2.5 * HOUR, "vigia"),
      `🔴 TOQUE DE QUEDA AHORA hasta el lunes 16 mar. 05:00 en 4 provincias, desde las 23:00 (hora de Ecuador): ${FOUR}. (Aviso con 2 h 30 min de atraso; falla de Vigía.)`,
    ],
    [
      "ended",
      told(ended, "2026-03-16T05:00", "en"),
      `⚪ Curfew over at 05:00, Mon 16 Mar, in 4 provinces: ${FOUR}. Next: today 23:00 (Ecuador time).`,
    ],
    [
      "ended",
      told(ended, "2026-03-16T05:00", "es"),
      `⚪ Terminó el toque, 05:00 del lunes 16 mar., en 4 provincias: ${FOUR}. Próximo: hoy 23:00 (hora de Ecuador).`,
    ],
    [
      "ended, told after the next has begun",
      told(ended, "2026-03-16T23:30", "en", 18.5 * HOUR),
      `🔴 CURFEW NOW until Tue 17 Mar 05:00 in 4 provinces (Ecuador time): ${FOUR}. The one before was over Mon 16 Mar 05:00. (This notice is 18 h 30 min late.)`,
    ],
    [
      "ended, told after the next has begun",
      told(ended, "2026-03-16T23:30", "es", 18.5 * HOUR),
      `🔴 TOQUE DE QUEDA AHORA hasta el martes 17 mar. 05:00 en 4 provincias (hora de Ecuador): ${FOUR}. El anterior terminó el lunes 16 mar. 05:00. (Aviso con 18 h 30 min de atraso.)`,
    ],
    [
      "ended, told after the next is over as well",
      told(ended, "2026-03-17T12:00", "en", 31 * HOUR, "delivery"),
      `⚪ Curfew over at 05:00, Mon 16 Mar, in 4 provinces: ${FOUR}. Now: no curfew; next today 23:00 (Ecuador time). (This notice is 1 d 7 h late.)`,
    ],
    [
      "began, told when it is over",
      told(began, "2026-03-16T05:00", "en", 6 * HOUR),
      `⚪ Curfew over at 05:00, Mon 16 Mar, in 4 provinces: ${FOUR}. Next: today 23:00 (Ecuador time). (This notice is 6 h late.)`,
    ],
    [
      "the last announced night",
      told(last, "2026-03-31T05:00", "en"),
      `⚪ Last announced night over at 05:00, Tue 31 Mar. ❔ NOT KNOWN from then on in 4 provinces (Ecuador time): ${FOUR}.`,
    ],
    [
      "the last announced night",
      told(last, "2026-03-31T05:00", "es"),
      `⚪ Terminó la última noche anunciada, 05:00 del martes 31 mar. ❔ NO SE SABE desde esa hora en 4 provincias (hora de Ecuador): ${FOUR}.`,
    ],
    [
      "the last confirmed night",
      told(lastConfirmed, "2025-03-03T05:00", "en"),
      "⚪ Curfew over at 05:00, Mon 3 Mar (Ecuador time): Durán. ❔ NOT KNOWN from today 22:00.",
    ],
    [
      "the last confirmed night",
      told(lastConfirmed, "2025-03-03T05:00", "es"),
      "⚪ Terminó el toque, 05:00 del lunes 3 mar. (hora de Ecuador): Durán. ❔ NO SE SABE desde hoy 22:00.",
    ],
    [
      "more places than a line holds",
      told(blackout, "2024-09-18T22:00", "en"),
      "🔴 CURFEW NOW until Thu 19 Sep 06:00 in 7 places (Ecuador time): Guayas, Manabí, El Oro, Los Ríos, Orellana and 2 more.",
    ],
    [
      "places that go on differently",
      told(blackoutOver, "2024-09-19T06:00", "en"),
      "⚪ Curfew over at 06:00, Thu 19 Sep, in 35 places. ❔ NOT KNOWN from tomorrow 00:00: Manabí, El Oro, Santa Elena (province), Guayaquil except Tenguel, Alfredo Baquerizo Moreno and 22 more; next today 22:00: Los Ríos, Francisco de Orellana, Balao, Durán, Camilo Ponce Enríquez and 3 more (Ecuador time).",
    ],
    [
      "an outage",
      told(down, "2026-03-16T06:30", "en"),
      "🛠️ Vigía was down Mon 16 Mar 03:30-06:30 (Ecuador time). Now: no curfew; next today 23:00 (Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas). 1 notice missed: curfew over at 05:00.",
    ],
    [
      "an outage",
      told(down, "2026-03-16T06:30", "es"),
      "🛠️ Vigía no funcionó el lunes 16 mar. 03:30-06:30 (hora de Ecuador). Ahora: sin toque; próximo hoy 23:00 (Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas). 1 aviso perdido: terminó el toque, 05:00.",
    ],
    [
      "an outage of days, with a curfew running",
      told(downForDays, "2026-03-18T23:30", "en"),
      "🛠️ Vigía was down Mon 16 Mar 20:00 -> Wed 18 Mar 23:30 (Ecuador time). Now: CURFEW until Thu 19 Mar 05:00 (Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas). 4 notices missed: curfew from 23:00; curfew over at Tue 17 Mar 05:00; and 2 more.",
    ],
    [
      "an outage until nothing is known",
      told(
        {
          ...down,
          from: ec("2026-03-31T03:00"),
          to: ec("2026-03-31T07:00"),
          missed: [missed("ended", "2026-03-31T05:00")],
        },
        "2026-03-31T07:00",
        "es",
      ),
      "🛠️ Vigía no funcionó el martes 31 mar. 03:00-07:00 (hora de Ecuador). Ahora: NO SE SABE (Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas). 1 aviso perdido: terminó el toque, 05:00.",
    ],
  ])("tells what %s", (_, message, expected) => {
    expect(message.content).toBe(expected);
  });

  it("names each group's own end where hours differ", () => {
    const alert: CurfewAlert = {
      ...began,
      kind: "curfew.began",
      groups: [
        { areas: ["EC-G"], since: ec("2026-03-15T23:00"), until: ec("2026-03-16T05:00"), curfews: [] },
        { areas: ["EC-1701", "EC-0101"], since: ec("2026-03-15T23:00"), until: ec("2026-03-16T06:00"), curfews: [] },
        { areas: ["EC-R"], since: ec("2026-03-15T23:00"), curfews: [] },
      ],
    };
    expect(told(alert, "2026-03-15T23:00", "en").content).toBe(
      "🔴 CURFEW NOW in 4 places: Guayas until Mon 16 Mar 05:00; 2 until Mon 16 Mar 06:00 (Cuenca, Quito); Los Ríos no end announced (Ecuador time).",
    );
    expect(told(alert, "2026-03-16T01:00", "es", 2 * HOUR, "vigia").content).toBe(
      "🔴 TOQUE DE QUEDA AHORA en 4 lugares: Guayas hasta el lunes 16 mar. 05:00; 2 hasta el lunes 16 mar. 06:00 (Cuenca, Quito); Los Ríos sin fin anunciado, desde las 23:00 (hora de Ecuador). (Aviso con 2 h de atraso; falla de Vigía.)",
    );
  });

  it("says CURFEW NOW only of the groups that still have one", () => {
    const group = (area: string, until: string): EdgeGroup => ({
      areas: [area],
      since: ec("2026-03-15T23:00"),
      until: ec(until),
      next: { start: ec("2026-03-16T23:00"), end: ec("2026-03-17T05:00") },
      followedBy: "notInForce",
      curfews: ["ec-2026-03-15-decreto-329"],
    });
    // Quito and Cuenca: nothing runs there by the record, so that only the notice itself could say so.
    const alert: CurfewAlert = {
      ...began,
      kind: "curfew.began",
      groups: [
        group("EC-1701", "2026-03-16T01:00"),
        group("EC-0101", "2026-03-16T02:00"),
        group("EC-G", "2026-03-16T05:00"),
      ],
    };
    const late = told(alert, "2026-03-16T02:00", "en", 3 * HOUR);
    expect(late.content).toBe(
      "🔴 CURFEW NOW since 23:00, until Mon 16 Mar 05:00 (Ecuador time): Guayas. ⚪ Curfew over at 02:00, Mon 16 Mar: Cuenca. Next declared: today 23:00 (Ecuador time). 1 more place at other hours. (This notice is 3 h late.)",
    );
    expect(late.embed?.fields?.map((one) => [one.name, one.value]).slice(0, 2)).toEqual([
      ["Places", "• Guayas (Decreto Ejecutivo 329, night 1 of 16)"],
      ["Ended", "• Quito (Decreto Ejecutivo 329)\n• Cuenca (Decreto Ejecutivo 329)"],
    ]);
    expect(late.embed?.tone).toBe("curfew");
    expect(
      told({ ...alert, groups: [group("EC-1701", "2026-03-16T01:00")] }, "2026-03-16T02:00", "es").embed?.tone,
    ).toBe("none");
  });

  it("of an outage tells first where nothing is known of what the channel follows, also where nothing was missed", () => {
    for (const language of ["en", "es"] as const) {
      const scene = { known: knownAt("2026-03-16T06:30"), language, now: ec("2026-03-16T06:30"), mark: "7K3Q-9M2D" };
      const { content } = curfewAlert(down, { ...scene, follows: ["EC", "HT", "XX-1"] });
      expect(content).toMatch(
        language === "en"
          ? /Now: NOT KNOWN \(Ecuador except Guayas.*\); no curfew; next today 23:00 \(Guayas/
          : /Ahora: NO SE SABE \(Ecuador excepto Guayas.*\); sin toque; próximo hoy 23:00 \(Guayas/,
      );
      expect(content).not.toMatch(/Haiti|Haití/);
      expect(curfewAlert(down, { ...scene, follows: ["EC-G"] })).toEqual(curfewAlert(down, scene));
    }
  });

  it("is on the place's own clock", () => {
    const islands: CurfewAlert = {
      ...began,
      kind: "curfew.began",
      groups: [{ areas: ["EC-W"], since: ec("2026-03-16T00:00"), until: ec("2026-03-16T06:00"), curfews: [] }],
    };
    expect(told(islands, "2026-03-16T00:00", "en").content).toBe(
      "🔴 CURFEW NOW until Mon 16 Mar 05:00 (Galápagos time): Galápagos.",
    );
    expect(told(islands, "2026-03-16T00:00", "es").content).toContain("(hora de Galápagos)");
  });

  it("still names a place that the record no longer holds", () => {
    const gone: CurfewAlert = {
      ...began,
      kind: "curfew.began",
      groups: [{ areas: ["EC-9999"], since: ec("2026-03-15T23:00"), until: ec("2026-03-16T05:00"), curfews: ["gone"] }],
    };
    expect(told(gone, "2026-03-15T23:00", "en").content).toBe(
      "🔴 CURFEW NOW until Mon 16 Mar 05:00 (Ecuador time): EC-9999.",
    );
  });
});

describe("what stands below a notice", () => {
  const fieldsOf = (message: Message) =>
    Object.fromEntries((message.embed?.fields ?? []).map((one) => [one.name, one.value]));

  it("names places, decree and night, the reader's own zone, who is exempt, and the mark in the foot", () => {
    const message = told(began, "2026-03-15T23:00", "en");
    expect(message.embed?.tone).toBe("curfew");
    expect(fieldsOf(message)).toEqual({
      Places: `• ${FOUR} (Decreto Ejecutivo 329, night 1 of 16)`,
      "Your time": "<t:1773633600:f> - <t:1773655200:f>",
      Exempt:
        "health services; police; armed forces; complementary security bodies; staff of emergency services; people with a flight, who must carry the boarding pass or other proof",
      "Expressly NOT exempt":
        "productive chain (Diario Extra); logistics chain (Diario Extra); no safe-conducts were issued (Diario Extra)",
    });
    expect(message.embed?.footer).toBe(
      "Newest source 14 Mar 2026 · information, not permission to travel · #7K3Q-9M2D",
    );
  });

  it("keeps the exemptions of two decrees apart", () => {
    const fields = fieldsOf(told(blackout, "2024-09-18T22:00", "en"));
    expect(fields["Exempt"]).toContain("Decreto Ejecutivo 351: health services;");
    expect(fields["Exempt"]).toContain("\nDecreto Ejecutivo 392: staff of health services;");
  });

  it("lists every place that the first line leaves out", () => {
    const places = fieldsOf(told(blackout, "2024-09-18T22:00", "en"))["Places"];
    for (const name of ["Camilo Ponce Enríquez", "Santa Elena (province)", "Isidro Ayora", "Tenguel", "Loreto"])
      expect(places).toContain(name);
  });

  it("is the colour of the unknown where nothing is known from then on", () => {
    expect(told(last, "2026-03-31T05:00", "en").embed?.tone).toBe("unknown");
    expect(told(ended, "2026-03-16T05:00", "en").embed?.tone).toBe("none");
    expect(told(down, "2026-03-16T06:30", "en").embed?.tone).toBe("trouble");
  });

  it.each<[string, string, number]>([
    ["2024-02-01T12:00", "2024-03-12T12:00", 120],
    ["2024-12-20T12:00", "2025-01-29T12:00", 80],
  ])("is one message after an outage from %s to %s", (from, to, count) => {
    const list = edges(knownAt(to), "EC", { after: ec(from), until: ec(to) });
    const turns = [...new Map(list.map(({ at, kind }) => [`${at}${kind}`, { at, kind }])).values()];
    const [first, ...others] = turns.map(({ at, kind }) =>
      missed(kind, new Date(at - 5 * HOUR).toISOString().slice(0, 16)),
    );
    if (first === undefined) throw new Error("nothing was missed");
    const alert: CurfewAlert = { ...down, from: ec(from), to: ec(to), at: ec(to), missed: [first, ...others] };
    for (const [language, between, name] of [
      ["en", `• and ${count - 6} more between`, "Missed"],
      ["es", `• y ${count - 6} más en el medio`, "Avisos perdidos"],
    ] as const) {
      const message = told(alert, to, language);
      expect(split(message)).toHaveLength(1);
      expect(message.content.length).toBeLessThan(1000);
      const lines = message.embed?.fields
        ?.filter((one) => one.name.startsWith(name))
        .flatMap((one) => one.value.split("\n"));
      expect(lines).toHaveLength(7);
      expect(lines?.[3]).toBe(between);
    }
  });

  it("tells every missed notice with its places", () => {
    const fields = fieldsOf(told(downForDays, "2026-03-18T23:30", "es"));
    expect(fields["Avisos perdidos"]?.split("\n")).toHaveLength(4);
    expect(fields["Ahora"]).toBe(`🔴 TOQUE DE QUEDA hasta el jueves 19 mar. 05:00: ${FOUR}`);
  });
});
