// The small country of the scenarios: two provinces with two cantons each, by their names, and decrees over them. Shapes only.
import type { Area } from "../../src/domain/area.ts";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import type { Strike } from "../../src/domain/strike.ts";
import { instant, type Millis } from "../../src/domain/time.ts";
import { area, covered, curfew } from "../domain/fixtures.ts";

/** `2026-03-15T22:00`, Ecuador's time. */
export const ec = (text: string): Millis => instant(`${text}:00-05:00`);

const named = (id: string, kind: Area["kind"], name: string, more: Parameters<typeof area>[2] = {}): Area =>
  area(id, kind, { name: { en: name, es: name }, ...more });

export const places = (): Area[] => [
  named("EC", "country", "Ecuador", { zone: "America/Guayaquil", complete: true }),
  named("EC-G", "province", "Guayas", { parent: "EC", complete: true }),
  named("EC-0901", "canton", "Guayaquil", { parent: "EC-G" }),
  named("EC-0902", "canton", "Durán", { parent: "EC-G" }),
  named("EC-R", "province", "Los Ríos", { parent: "EC", complete: true }),
  named("EC-1201", "canton", "Babahoyo", { parent: "EC-R" }),
  named("EC-1202", "canton", "Quevedo", { parent: "EC-R" }),
];

/** A part of Guayaquil that becomes a canton of its own on that day. */
export const splitOff = (validFrom: string): Area =>
  named("EC-0903", "canton", "Posorja", { parent: "EC-G", validFrom, splitFrom: "EC-0901" });

/** Nightly 23:00 to 05:00, 15 to 18 March, unless said otherwise: each night more is compared and worded at each kill. */
export const decree = (
  more: Partial<Curfew> = {},
  areas: [string, ...string[]] = ["EC-G"],
  hours = "23:00-05:00",
): Curfew => {
  const [start = "", end = ""] = hours.split("-");
  return {
    ...curfew("d1", [{ start, end, areas }], { lastNight: "2026-03-18" }),
    decree: "Decreto 1",
    title: { en: "Decree 1", es: "Decreto 1" },
    authority: { en: "the president", es: "la Presidencia" },
    ...more,
  };
};

export const known = (from: string, to: string, areas: string[] = ["EC"], id = "known"): Coverage =>
  covered(areas, from, to, { id, checkedAt: `${from}:00-05:00` });

export const strike = (killed: number, more: Partial<Strike> = {}): Strike => ({
  id: "s1",
  target: "vessel",
  date: "2026-03-17",
  dateBasis: "announcement",
  region: "eastern-pacific",
  announcedBy: { en: "SOUTHCOM", es: "SOUTHCOM" },
  orgIds: [],
  figures: [{ measure: "killed", low: killed, atLeast: false, by: { en: "SOUTHCOM", es: "SOUTHCOM" } }],
  disputed: [],
  sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date: "2026-03-17" }],
  ...more,
});
