// A log of curfews as long as asked for, the same each time, over the places of the data set that ships: invented, and never part of it. Most name some cantons, some
// whole provinces, a few the country; some lists are known in part, some ends not at all. Must never use chance that cannot be repeated.
import { join } from "node:path";
import { Coverage } from "../src/domain/coverage.ts";
import { Curfew } from "../src/domain/curfew.ts";
import type { Draft } from "../src/domain/fact.ts";
import { DAY, instant, isoOf, type Millis } from "../src/domain/time.ts";
import { openEngine } from "../src/engines/open.ts";
import { dataset } from "../src/importers/dataset/index.ts";
import { FactStore } from "../src/store/store.ts";

export const FIRST = instant("2015-12-01T00:00:00-05:00");
export const LAST = instant("2026-11-15T00:00:00-05:00");
const RANGES = [
  ["23:00", "05:00"],
  ["22:00", "05:00"],
  ["00:00", "05:00"],
  ["21:30", "04:30"],
  ["20:00", "06:00"],
  ["19:00", "05:00"],
] as const;
const BATCH = 500;

/** A store in memory, filled by the road that every fact takes. The program runs in the repository's root, as npm has it. */
export async function curfewStore(count: number, chance: () => number): Promise<FactStore> {
  const engine = await openEngine("memory:", { stamp: "rehearsed" });
  const store = await FactStore.open(engine.namespace("facts"), { now: () => LAST }, { rewinds: true });
  const shipped = await dataset(join(process.cwd(), "data")).read();
  const areas = shipped
    .flatMap(({ versions }) => versions)
    .flatMap((one) => (one.kind === "area.recorded" ? [one] : []));
  await record(store, areas);
  const cantons = areas.flatMap(({ content }) => (content.kind === "canton" ? [content.id] : []));
  const provinces = areas.flatMap(({ content }) => (content.parent === "EC" ? [content.id] : []));
  const curfews = Array.from({ length: count }, (_, i) => invented(i, { cantons, provinces }, chance));
  await record(store, [...curfews, confirmed()]);
  return store;
}

async function record(store: FactStore, drafts: readonly Draft[]): Promise<void> {
  for (let i = 0; i < drafts.length; i += BATCH) {
    const { is } = await store.record(drafts.slice(i, i + BATCH), "bench");
    if (is !== "recorded") throw new Error(`The log of the bench was not written: ${is}.`);
  }
}

interface Places {
  cantons: readonly string[];
  provinces: readonly string[];
}

export function invented(i: number, { cantons, provinces }: Places, chance: () => number): Draft {
  const some = (list: readonly string[], most: number) =>
    Array.from({ length: 1 + Math.floor(chance() * most) }, () => list[Math.floor(chance() * list.length)] ?? "EC");
  const luck = chance();
  const areas = [...new Set(luck < 0.02 ? ["EC"] : luck < 0.2 ? some(provinces, 4) : some(cantons, 20))];
  const begin = FIRST + Math.floor(chance() * (LAST - FIRST));
  const day = (at: Millis) => isoOf(at).slice(0, 10);
  const last = day(begin + Math.floor(chance() * 60) * DAY);
  const [start, end] = RANGES[Math.floor(chance() * RANGES.length)] ?? RANGES[0];
  const open = chance() < 0.03;
  const content = Curfew.parse({
    id: `bench-${String(i).padStart(6, "0")}`,
    country: "EC",
    title: { en: `Invented for measuring, number ${i}`, es: `Inventado para medir, número ${i}` },
    authority: { en: "nobody", es: "nadie" },
    declared: day(begin - DAY),
    firstNight: day(begin),
    ...(open ? { lastConfirmed: last, endsBy: day(instant(`${last}T00:00:00Z`) + 20 * DAY) } : { lastNight: last }),
    zone: "America/Guayaquil",
    rules: [{ start, end, areas, areasPartial: chance() < 0.01, ...(chance() < 0.1 ? { weekdays: [5, 6, 7] } : {}) }],
    exceptions: chance() < 0.1 ? [{ night: day(begin + DAY), off: true }] : [],
    sources: [{ publisher: "Example", url: `https://example.org/curfews/${i}` }],
    confidence: "low",
  });
  return { kind: "curfew.declared", subject: content.id, content };
}

function confirmed(): Draft {
  const content = Coverage.parse({
    id: "bench-checked",
    areas: ["EC"],
    from: isoOf(FIRST),
    to: isoOf(LAST),
    basis: { en: "invented", es: "inventado" },
  });
  return { kind: "coverage.confirmed", subject: content.id, content };
}
