// The sentences of what a channel's settings would have brought and bring next, in both languages: "nothing" never reads as safety.
import { describe, expect, it } from "vitest";
import { lastDays } from "../../src/alerts/last-days/last-days.ts";
import { coming } from "../../src/domain/next-notice.ts";
import type { Subscription } from "../../src/domain/subscription.ts";
import { wouldBring } from "../../src/views/settings/would-bring.ts";
import { shippedRecord } from "../alerts/last-days/shipped-record.ts";
import { subscribed } from "../alerts/ticking.ts";

const ROLE = "900000000000000077";

async function lines(
  at: string,
  own: Partial<Subscription> & Pick<Subscription, "areas">,
  quietHours?: { start: string; end: string },
) {
  const { store, clock } = await shippedRecord(`${at}:00-05:00`);
  const made = subscribed("1", own);
  const to = quietHours === undefined ? made : { ...made, destination: { ...made.destination, quietHours } };
  const [now, record] = [clock.now(), store.known()];
  const last = await lastDays({
    to,
    learned: (after, until) => store.learned(after, until),
    knownAt: (when) => store.known(when),
    versions: (noun, subject) => store.versions(noun, subject),
    now,
    breathe: async () => undefined,
  });
  const next = coming(record, to, now);
  const told = (language: "en" | "es") => wouldBring({ record, to, last, next, now, language });
  return { en: told("en"), es: told("es") };
}

describe("what a channel's settings would bring", () => {
  it("is counted by kind and sound, with the loudest night, mentions and what comes next", async () => {
    const found = await lines("2026-03-20T10:00", { areas: ["EC-G"], leads: [120], role: ROLE });
    expect(found.en).toEqual([
      "In the last 30 days: 20 notices, 10 with sound: 5 before a curfew, 5 begins (silent), 5 ends (silent), 1 change of curfews, 4 on strikes.",
      "The loudest night: Thu 19 -> Fri 20 Mar, 2 with sound.",
      `Mentions: <@&${ROLE}> 10×.`,
      "Next: today 21:00 (Ecuador time), before the curfew at 23:00 in Guayas.",
    ]);
    expect(found.es).toEqual([
      "En los últimos 30 días: 20 avisos, 10 con sonido: 5 antes de un toque, 5 inicios (sin sonido), 5 finales (sin sonido), 1 cambio de toques de queda, 4 de ataques.",
      "La noche con más sonido: jueves 19 -> viernes 20 mar., 2 con sonido.",
      `Menciones: <@&${ROLE}> 10×.`,
      "Próximo: hoy 21:00 (hora de Ecuador), antes del toque de las 23:00 en Guayas.",
    ]);
  });

  it("says what quiet hours would have held, and counts no sound of that", async () => {
    const own = { areas: ["EC-G"], leads: [120], topics: ["curfews"] } satisfies Partial<Subscription>;
    const found = await lines(
      "2026-03-20T10:00",
      { ...own, areas: ["EC-G"], topics: ["curfews"] },
      { start: "20:00", end: "06:00" },
    );
    expect(found.en[0]).toContain("16 notices, 1 with sound: 5 before a curfew (silent)");
    expect(found.en).toContain(
      "15 of them fall into the quiet hours: a note at their end would have said what still holds.",
    );
    expect(found.es).toContain(
      "15 de esos avisos caen en las horas de silencio: una nota al final habría dicho qué sigue vigente.",
    );
    expect(found.en.at(-1)).toBe(
      "Next: today 21:00 (Ecuador time), before the curfew at 23:00 in Guayas. That is in the quiet hours: it waits until 06:00, and does not come if it is over by then.",
    );
    expect(found.es.at(-1)).toMatch(
      / A esa hora hay silencio: espera hasta las 06:00, y no llega si para entonces ya terminó\.$/,
    );
  });

  it("names a place that the record holds no more, and the summary that comes all the same", async () => {
    const digest = { every: "day", at: "18:00", form: "full" } as const;
    for (const areas of [["XX"], ["XX", "EC-G"]] as const) {
      const found = await lines("2026-03-20T10:00", { areas: [...areas], topics: ["curfews"], leads: [], digest });
      expect(found.en.join(" ")).toMatch(/XX.*Next: today 18:00, the summary/);
      expect(found.es.join(" ")).toMatch(/XX.*Próximo: hoy 18:00, /);
    }
  });

  it("says of which days nobody knows, where nothing would have come and nothing is planned", async () => {
    const found = await lines("2026-11-22T12:00", { areas: ["EC"], topics: ["curfews"] });
    expect(found.en).toEqual([
      "In the last 30 days: no notice would have come.",
      "Of these days Vigía does not know all curfews of these places: more may have come, and silence says nothing about curfews.",
      "Nothing is planned, and what holds in these places now is NOT KNOWN: silence does not mean that there is no curfew.",
    ]);
    expect(found.es[2]).toBe(
      "No hay nada previsto, y NO SE SABE qué rige ahora en estos lugares: el silencio no significa que no haya toque de queda.",
    );
    const partly = await lines("2026-04-02T10:00", { areas: ["EC-G"], topics: ["ends"] });
    expect(partly.en[1]).toBe(
      "All curfews of these places are known to Vigía only from Tue 3 Mar 10:00 to Tue 31 Mar 05:00: at other times more may have come.",
    );
  });

  it("promises no hour where nothing has one, and names the next digest", async () => {
    const strikes = await lines("2026-11-22T12:00", { areas: ["EC"], topics: ["strikes"] });
    expect(strikes.en).toEqual([
      "In the last 30 days: no notice would have come. That is what was recorded, not a forecast.",
      "Nothing has a fixed time: notices come when something is recorded.",
    ]);
    // A curfew stands announced for that night: whoever hears of changes alone is not told that none is.
    const changes = await lines("2026-03-20T10:00", { areas: ["EC-G"], topics: ["changes", "strikes"] });
    expect(changes.en.at(-1)).toBe("Nothing has a fixed time: notices come when something is recorded.");
    const digest = { every: "week", weekday: 1, at: "08:00", form: "full" } as const;
    const weekly = await lines("2026-03-20T10:00", { areas: ["EC-G"], topics: ["strikes"], digest });
    expect(weekly.en).toContain("4 summaries in these 30 days.");
    expect(weekly.en.at(-1)).toBe("Next: Mon 08:00, the summary.");
    expect(weekly.es.at(-1)).toBe("Próximo: lunes 08:00, el resumen.");
  });

  it("names the places of which nothing is known, also where a summary or a curfew elsewhere comes next", async () => {
    const digest = { every: "day", at: "18:00", form: "line" } as const;
    const alone = await lines("2026-03-20T10:00", { areas: ["HT"], topics: ["curfews"], digest });
    expect(alone.en.slice(-2)).toEqual([
      "NOT KNOWN which curfews hold now in Haiti: silence there does not mean that there is none.",
      "Next: today 18:00, the summary.",
    ]);
    expect(alone.es.at(-2)).toBe(
      "NO SE SABE qué toques de queda rigen ahora en Haití: el silencio ahí no significa que no haya ninguno.",
    );
    const beside = await lines("2026-03-20T10:00", { areas: ["EC-G", "HT"], topics: ["curfews"], leads: [120] });
    expect(beside.en.at(-2)).toContain("now in Haiti: silence there");
    expect(beside.en.at(-1)).toMatch(/^Next: today 21:00 .*Guayas/);
    // Who asks for no curfew is told nothing of them, nor is who asks for what is known.
    const strikes = await lines("2026-03-20T10:00", { areas: ["HT"], topics: ["strikes"], digest });
    expect(strikes.en.join()).not.toContain("NOT KNOWN");
    const known = await lines("2026-03-20T10:00", { areas: ["EC-G"], topics: ["curfews"], digest });
    expect(known.en.join()).not.toContain("NOT KNOWN");
  });
});
