// Small places and decrees for the tests of the curfew rules, parsed by the same schemas as the real data.
import { Area } from "../../src/domain/area.ts";
import { areaTree, type AreaTree } from "../../src/domain/area-tree.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import type { Segment, Situation } from "../../src/domain/situation.ts";
import { instant, type Interval, type Millis } from "../../src/domain/time.ts";
import type { z } from "zod";

export const ms = (text: string): Millis => instant(text);
/** Guayaquil, all year. */
export const ec = (text: string): Millis => instant(`${text}:00-05:00`);
export const span = (from: string, to: string): Interval => ({ start: ec(from), end: ec(to) });

type AreaInput = z.input<typeof Area>;
export const area = (id: string, kind: AreaInput["kind"], more: Partial<AreaInput> = {}): Area =>
  Area.parse({ id, kind, name: { en: id, es: id }, ...more });

/** A small Ecuador with its hard places: Galápagos' zone, Tenguel inside Guayaquil, Sevilla Don Bosco cut out of Morona. */
export const ecuadorAreas = (): Area[] => [
  area("EC", "country", { zone: "America/Guayaquil", complete: true }),
  area("EC-G", "province", { parent: "EC", complete: true }),
  area("EC-0901", "canton", { parent: "EC-G" }),
  area("EC-090158", "parish", { parent: "EC-0901" }),
  area("EC-0902", "canton", { parent: "EC-G" }),
  area("EC-R", "province", { parent: "EC", complete: true }),
  area("EC-1201", "canton", { parent: "EC-R" }),
  area("EC-1202", "canton", { parent: "EC-R" }),
  area("EC-S", "province", { parent: "EC", complete: true }),
  area("EC-1401", "canton", { parent: "EC-S" }),
  area("EC-1402", "canton", { parent: "EC-S" }),
  area("EC-1413", "canton", { parent: "EC-S", validFrom: "2024-11-05", splitFrom: "EC-1401" }),
  area("EC-W", "province", { parent: "EC", zone: "Pacific/Galapagos", complete: true }),
  area("EC-2001", "canton", { parent: "EC-W" }),
  area("HT", "country", { zone: "America/Port-au-Prince" }),
  area("HT-OU", "department", { parent: "HT" }),
];
export const ecuador = (): AreaTree => areaTree(ecuadorAreas());

type CurfewInput = z.input<typeof Curfew>;
type RuleInput = CurfewInput["rules"][number];
const SOURCE = { publisher: "test" };

export const curfew = (id: string, rules: RuleInput[], more: Partial<CurfewInput> = {}): Curfew =>
  Curfew.parse({
    id,
    country: "EC",
    title: { en: id },
    authority: { en: "test" },
    declared: more.firstNight ?? "2026-03-13",
    firstNight: "2026-03-15",
    ...(more.lastConfirmed === undefined ? { lastNight: "2026-03-30" } : {}),
    zone: "America/Guayaquil",
    rules,
    sources: [SOURCE],
    confidence: "high",
    ...more,
  });

export const coverage = (
  areas: string[],
  from: string,
  to: string,
  more: Partial<z.input<typeof Coverage>> = {},
): Coverage => Coverage.parse({ id: `${areas.join()} ${from}`, areas, from, to, basis: { en: "test" }, ...more });

/** `from` and `to` in Guayaquil's time. */
export const covered = (
  areas: string[],
  from: string,
  to: string,
  more: Partial<z.input<typeof Coverage>> = {},
): Coverage => coverage(areas, `${from}:00-05:00`, `${to}:00-05:00`, more);

export const situation = (more: Partial<Situation> = {}): Situation => ({
  knownAt: ec("2027-01-01T00:00"),
  areas: ecuador(),
  curfews: [],
  withdrawn: [],
  coverage: [],
  ...more,
});

/** `2026-03-15T23:00 inForce a,b` lines, for reading a failure at a glance. */
export const told = (list: readonly Segment[]): string[] =>
  list.map((one) => [stamp(one.start), one.is, one.why, one.curfews.join()].filter(Boolean).join(" "));

export const stamp = (at: Millis): string => new Intl.DateTimeFormat("sv-SE", STAMP).format(at).replace(" ", "T");
const STAMP = { timeZone: "America/Guayaquil", dateStyle: "short", timeStyle: "short" } as const;
