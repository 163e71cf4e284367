// What a lock screen shows of a notice, for 1 to 24 provinces in both languages: 80 letters that hold what happens, the hour, and of how many places.
// Long lists of names, Wednesdays in September and dates of another day must never push them off.
import { describe, expect, it } from "vitest";
import type { AlertOf } from "../../src/domain/alert.ts";
import type { PlaceId } from "../../src/domain/area.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import type { EdgeGroup } from "../../src/domain/edge-group.ts";
import { changes, groupChanges } from "../../src/domain/outlook.ts";
import type { Language } from "../../src/domain/text.ts";
import { HOUR, type Millis } from "../../src/domain/time.ts";
import { changeAlert } from "../../src/views/notices/change.ts";
import { curfewAlert } from "../../src/views/notices/edge.ts";
import { soonAlert } from "../../src/views/notices/soon.ts";
import { placeName } from "../../src/views/curfew/words.ts";
import { ec, shipped } from "./ecuador-known.ts";

const LANGUAGES: readonly Language[] = ["en", "es"];
/** Of another night each, so that the longest weekday and month are among them. */
const NIGHTS = ["2026-09-22", "2026-09-23"];
const known = shipped(ec("2026-03-14T12:00"));
/** Without Galápagos, which has a clock of its own: what begins there is another moment. */
const PROVINCES = known.areas
  .children("EC", ec("2026-03-15T12:00"))
  .map(({ id }) => id)
  .filter((place) => place !== "EC-W");
const COUNTS = PROVINCES.map((_, i) => i + 1);
/** A change is compared night by night, which takes its time. */
const CHANGED = [1, 2, 4, 9, PROVINCES.length];

interface Shown {
  line: string;
  must: readonly string[];
  /** Where what follows is not known, that is shown rather than their number. */
  uncounted?: true;
}
interface Asked {
  areas: readonly [PlaceId, ...PlaceId[]];
  /** A night's evening and its morning. */
  begin: Millis;
  end: Millis;
  language: Language;
}

const mark = "7K3Q-9M2D";
const id = "a".repeat(64);
const group = ({ areas, begin, end }: Asked, more: Partial<EdgeGroup> = {}): EdgeGroup => ({
  areas: [...areas],
  since: begin,
  until: end,
  curfews: [],
  ...more,
});

const edge = (
  kind: "curfew.began" | "curfew.ended",
  asked: Asked,
  groups: [EdgeGroup, ...EdgeGroup[]],
  late: Millis = 0,
) => {
  const at = kind === "curfew.began" ? asked.begin : asked.end;
  return curfewAlert(
    { kind, id, at, country: "EC", groups },
    { known, language: asked.language, now: at + late, mark, ...(late > 0 ? { lateBy: late, late: "vigia" } : {}) },
  ).content;
};
const ahead = (
  kind: "curfew.soon" | "curfew.ending",
  asked: Asked,
  groups: [EdgeGroup, ...EdgeGroup[]],
  lead = 120,
) => {
  const at = (kind === "curfew.soon" ? asked.begin : asked.end) - lead * 60_000;
  const alert: AlertOf<"curfew.soon" | "curfew.ending"> = { kind, id, at, country: "EC", lead, groups };
  return soonAlert(alert, { known, language: asked.language, now: at, mark }).content;
};
const dark = { followedBy: "unknown" } as const;
const next = ({ begin, end }: Asked) => ({ next: { start: begin + 24 * HOUR, end: end + 24 * HOUR } });

/** A decree over these provinces, ended five days before it was to end, or new. */
function change(asked: Asked, kind: "curfew.declared" | "curfew.changed"): string {
  const at = ec("2026-03-18T12:00");
  const record = shipped(at);
  const real = record.curfewsById.get("ec-2026-03-15-decreto-329");
  if (real === undefined) throw new Error("no decree");
  const was: Curfew = { ...real, rules: real.rules.map((rule) => ({ ...rule, areas: [...asked.areas] })) };
  const is: Curfew = kind === "curfew.changed" ? { ...was, lastNight: "2026-03-25" } : was;
  const others = record.curfews.filter((one) => one.id !== real.id);
  const withOne = (one: Curfew | undefined) => ({
    ...record,
    curfews: [...others, ...(one === undefined ? [] : [one])],
    curfewsById: new Map([...record.curfewsById, ...(one === undefined ? [] : [[one.id, one] as const])]),
  });
  const before = kind === "curfew.changed" ? was : undefined;
  const list = changes(
    { before: withOne(before), after: withOne(is), country: "EC", of: [is], at },
    () => kind === "curfew.declared",
  );
  const [first, ...rest] = groupChanges(list, withOne(is), ["EC"], at);
  if (first === undefined) throw new Error("nothing changed");
  const told = changeAlert(
    { kind, id, at, country: "EC", fact: "f", subject: real.id, changes: [first, ...rest] },
    { known: withOne(is), language: asked.language, now: at, mark, versions: { is, was: before } },
  );
  if (told === undefined) throw new Error("nothing told");
  return told.content;
}

const NOTICES: Record<string, (asked: Asked) => Shown> = {
  "before a begin": (a) => ({ line: ahead("curfew.soon", a, [group(a)]), must: ["⏰", curfew(a), "23:00", "05:00"] }),
  "a day before a begin": (a) => ({ line: ahead("curfew.soon", a, [group(a)], 1440), must: ["⏰", "23:00", "05:00"] }),
  "before a begin without an end": (a) => ({
    line: ahead("curfew.soon", a, [group(a, { until: undefined })]),
    must: ["⏰", curfew(a), "23:00"],
  }),
  "before an end": (a) => ({ line: ahead("curfew.ending", a, [group(a, next(a))]), must: ["⏰", ends(a), "05:00"] }),
  "before an end after which nothing is known": (a) => ({
    line: ahead("curfew.ending", a, [group(a, dark)]),
    must: [a.language === "en" ? "night ends" : "termina", "05:00", unknown(a)],
    uncounted: true,
  }),
  "a begin": (a) => ({ line: edge("curfew.began", a, [group(a)]), must: [now(a), "05:00"] }),
  "a begin, late": (a) => ({ line: edge("curfew.began", a, [group(a)], HOUR), must: [now(a), "05:00"] }),
  "a begin, late by a day": (a) => {
    const long = { ...a, end: a.end + 48 * HOUR };
    return { line: edge("curfew.began", long, [group(long)], 20 * HOUR), must: [now(a), "05:00"] };
  },
  "an end": (a) => ({ line: edge("curfew.ended", a, [group(a, next(a))]), must: [over(a), "05:00"] }),
  "an end, and none announced": (a) => ({ line: edge("curfew.ended", a, [group(a)]), must: [over(a), "05:00"] }),
  "an end after which nothing is known": (a) => ({
    line: edge("curfew.ended", a, [group(a, dark)]),
    must: ["05:00", unknown(a)],
    uncounted: true,
  }),
  "an end after which nothing is known until the next": (a) => ({
    line: edge("curfew.ended", a, [group(a, { ...dark, ...next(a) })]),
    must: ["05:00", unknown(a)],
    uncounted: true,
  }),
  "another end": (a) => ({
    line: change(a, "curfew.changed"),
    must: [a.language === "en" ? "CHANGED" : "CAMBIO", "26 ", "05:00"],
  }),
  "a new curfew": (a) => ({
    line: change(a, "curfew.declared"),
    must: [a.language === "en" ? "NEW" : "NUEVO", "23:00"],
  }),
};

const curfew = ({ language }: Asked) => (language === "en" ? "Curfew" : "Toque de queda");
const now = ({ language }: Asked) => (language === "en" ? "CURFEW NOW" : "TOQUE DE QUEDA AHORA");
const ends = ({ language }: Asked) => (language === "en" ? "Curfew ends" : "El toque termina");
const over = ({ language }: Asked) => (language === "en" ? "Curfew over" : "Terminó el toque");
const unknown = ({ language }: Asked) => (language === "en" ? "NOT KNOWN" : "NO SE SABE");

/** Written anew from what readers are promised: all names begin on the lock screen, or their number stands there. */
function tellsPlaces(shown: string, { areas, language, begin }: Asked): boolean {
  // All of them, or all but a few, have one name: "Ecuador except Azuay, Galápagos".
  if (shown.includes("Ecuador ex") && areas.length > PROVINCES.length / 2) return true;
  const names = areas.map((place) => placeName(known, place, language, begin));
  const noun = language === "en" ? "province" : "provincia";
  return (
    names.every((name) => shown.includes(name.slice(0, 5))) || shown.includes(`${areas.length} ${noun}`.slice(0, 6))
  );
}

const isChange = (name: string) => ["another end", "a new curfew"].includes(name);

describe("the 80 letters of a lock screen", () => {
  for (const [name, made] of Object.entries(NOTICES))
    it(`hold what happens, the hour and the number of places: ${name}`, () => {
      for (const language of LANGUAGES)
        for (const count of isChange(name) ? CHANGED : COUNTS) {
          const night = NIGHTS[count % NIGHTS.length] ?? "";
          const from = count % 2 === 0 ? 0 : PROVINCES.length - count;
          const [first, ...others] = PROVINCES.slice(from, from + count);
          if (first === undefined) throw new Error("no province");
          const begin = ec(`${night}T23:00`);
          const asked: Asked = { areas: [first, ...others], begin, end: begin + 6 * HOUR, language };
          const { line, must, uncounted } = made(asked);
          const shown = line.slice(0, 80);
          expect(
            must.filter((word) => !shown.includes(word)),
            `${shown}|${line.slice(80)}`,
          ).toEqual([]);
          if (uncounted === undefined) expect(tellsPlaces(shown, asked), `${shown}|${line.slice(80)}`).toBe(true);
        }
    });
});
