// What changed between two versions of a decree, or of what is known of a place: hours by place, nights, who may be out, what ended it.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew, CurfewRule, Ending, NightException } from "../../domain/curfew.ts";
import { groupBy } from "../../domain/group.ts";
import { type Day, instant } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { ruleLine } from "../curfew/decree.ts";
import { fullList, type Scene, sceneOf, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import {
  cameAndWent,
  dayWords,
  field,
  lineOf,
  listField,
  nameOf,
  type Part,
  sourceLines,
  type Telling,
  told,
  toldAll,
} from "./parts-of.ts";

/** Years are always told: a history is read at any time. */
function sceneFor({ record, language }: Telling, places: readonly PlaceId[]): Scene {
  const known = places.filter((place) => record.areasById.has(place.split("/")[0] ?? ""));
  const [country = "EC"] = record.areasById.keys();
  return { ...sceneOf(record, known.length === 0 ? [country] : known, record.knownAt, language), dated: true };
}

const curfewScene = (curfew: Curfew, telling: Telling) => sceneFor(telling, [curfew.country]);

const nightDay =
  (pick: (one: Curfew) => Day | undefined) =>
  (one: Curfew, telling: Telling): string | undefined =>
    dayWords(pick(one), telling);

export const CURFEW_PARTS: readonly Part<Curfew>[] = [
  {
    of: ["rules"],
    tell: (was, is, telling) => ruleLines(was, is, telling),
  },
  { of: ["exceptions"], tell: (was, is, telling) => exceptionLines(was, is, telling) },
  field(
    "firstNight",
    "firstNight",
    nightDay(({ firstNight }) => firstNight),
  ),
  {
    of: ["lastNight"],
    tell: (was, is, telling) =>
      lineOf(
        nameOf("lastNight", telling),
        dayWords(was.lastNight, telling),
        dayWords(is.lastNight, telling),
        telling,
        texts(telling.language).differences.endOpen,
      ),
  },
  field(
    "lastConfirmed",
    "lastConfirmed",
    nightDay(({ lastConfirmed }) => lastConfirmed),
  ),
  field(
    "endsBy",
    "endsBy",
    nightDay(({ endsBy }) => endsBy),
  ),
  listField("lifted", "lifted", (one, telling) =>
    endingWords(one, one.lifted === undefined ? [] : [one.lifted], telling),
  ),
  listField("annulled", "annulled", (one, telling) =>
    endingWords(one, one.annulled === undefined ? [] : [one.annulled], telling),
  ),
  listField("furtherEndings", "endedInPart", (one, telling) => endingWords(one, one.furtherEndings ?? [], telling)),
  listField("exempt", "exempt", (one, telling) => toldAll(one.exempt, telling)),
  listField("notExempt", "notExempt", (one, telling) => toldAll(one.notExempt, telling)),
  listField("sourcesDiffer", "differ", (one, telling) => toldAll(one.sourcesDiffer, telling)),
  field("penalty", "penalty", (one, telling) => told(one.penalty, telling)),
  field("title", "title", (one, telling) => told(one.title, telling)),
  field("decree", "decree", ({ decree }) => (decree === undefined ? undefined : escape(decree))),
  field("authority", "authority", (one, telling) => told(one.authority, telling)),
  field("legalBasis", "legalBasis", (one, telling) => told(one.legalBasis, telling)),
  field(
    "announced",
    "announced",
    nightDay(({ announced }) => announced),
  ),
  field(
    "declared",
    "declared",
    nightDay(({ declared }) => declared),
  ),
  listField("amendments", "amendments", (one, telling) =>
    one.amendments.map((amendment) =>
      texts(telling.language).curfew.change(
        dayWords(amendment.date, telling) ?? "",
        amendment.instrument === undefined ? "" : `, ${told(amendment.instrument, telling) ?? ""}`,
        told(amendment.effect, telling) ?? "",
      ),
    ),
  ),
  listField("enforcement", "enforcement", (one, telling) =>
    one.enforcement.map(({ date, detail }) => `${dayWords(date, telling) ?? ""}, ${told(detail, telling) ?? ""}`),
  ),
  listField("disputed", "disputed", (one, telling) => toldAll(one.disputed, telling)),
  listField("notes", "notes", (one, telling) => toldAll(one.notes, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources, is.sources, telling) },
  field("confidence", "confidence", ({ confidence }, { language }) => texts(language).common.confidence[confidence]),
];

export const COVERAGE_PARTS: readonly Part<Coverage>[] = [
  {
    of: ["areas"],
    tell: (was, is, telling) => {
      const list = (one: Coverage) => one.areas.map((place) => fullList(sceneFor(telling, one.areas), [place]));
      return cameAndWent(nameOf("places", telling), list(was), list(is), telling);
    },
  },
  field("from", "from", (one, telling) => moment(one.areas, one.from, telling)),
  field("to", "to", (one, telling) => moment(one.areas, one.to, telling)),
  field("checkedAt", "checkedAt", (one, telling) => moment(one.areas, one.checkedAt, telling)),
  field("basis", "basis", (one, telling) => told(one.basis, telling)),
  listField("notes", "notes", (one, telling) => toldAll(one.notes, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources, is.sources, telling) },
];

function moment(places: readonly PlaceId[], at: string | undefined, telling: Telling): string | undefined {
  if (at === undefined) return undefined;
  const scene = sceneFor(telling, places);
  return `${when(scene, instant(at))} ${scene.clock}`;
}

/** By leaves: a province that is named canton by canton from now on has not changed. Places with the same old and new hours share a line. */
function ruleLines(was: Curfew, is: Curfew, telling: Telling): string[] {
  const t = texts(telling.language).differences;
  const scene = curfewScene(is, telling);
  const [before, after] = [hoursByLeaf(was, scene), hoursByLeaf(is, scene)];
  const leaves = [...new Set([...before.keys(), ...after.keys()])];
  const changed = leaves.filter((leaf) => before.get(leaf) !== after.get(leaf));
  return groupBy(changed, (leaf) => `${before.get(leaf) ?? ""}\n${after.get(leaf) ?? ""}`).flatMap((group) => {
    const [first = ""] = group;
    const [old, now] = [before.get(first), after.get(first)];
    const places = fullList(scene, group);
    if (old === undefined) return [t.in(t.added(nameOf("places", telling), places), now ?? "")];
    if (now === undefined) return [t.in(t.gone(nameOf("places", telling), places), old)];
    return lineOf(nameOf("hours", telling), old, now, telling).map((line) => t.in(line, places));
  });
}

function hoursByLeaf({ rules }: Curfew, scene: Scene): Map<PlaceId, string> {
  const { areas } = scene.record;
  const leavesOf = (places: readonly PlaceId[]) =>
    places.flatMap((place) => (areas.get(place) === undefined ? [place] : areas.leaves(place, scene.at)));
  const hours = new Map<PlaceId, string>();
  for (const { except = [], ...rule } of rules) {
    const out = new Set(leavesOf(except));
    const words = hourWords(rule, scene);
    for (const leaf of new Set(leavesOf(rule.areas)))
      if (!out.has(leaf)) hours.set(leaf, [hours.get(leaf), words].filter((one) => one !== undefined).join("; "));
  }
  return hours;
}

const hourWords = (rule: CurfewRule, scene: Scene): string => ruleLine(rule, scene, []);

function exceptionLines(was: Curfew, is: Curfew, telling: Telling): string[] {
  const t = texts(telling.language).differences;
  const scene = curfewScene(is, telling);
  const keyOf = (one: NightException) => [one.night, (one.areas ?? []).join(), (one.rules ?? []).join()].join("\n");
  const byKey = (list: readonly NightException[]) => new Map(list.map((one) => [keyOf(one), one]));
  const [before, after] = [byKey(was.exceptions), byKey(is.exceptions)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    const one = now ?? old;
    if (one === undefined) return [];
    const name = t.night(dayWords(one.night, telling) ?? "");
    const labelled = one.areas === undefined ? name : t.of(name, fullList(scene, one.areas));
    return lineOf(labelled, nightWords(old, telling), nightWords(now, telling), telling, t.asUsual);
  });
}

function nightWords(one: NightException | undefined, { language }: Telling): string | undefined {
  if (one === undefined) return undefined;
  return one.off ? texts(language).differences.noCurfew : `${one.start ?? "…"}-${one.end ?? "…"}`;
}

function endingWords(curfew: Curfew, endings: readonly Ending[], telling: Telling): string[] {
  const t = texts(telling.language).curfew;
  const scene = curfewScene(curfew, telling);
  return endings.map((ending) => {
    const places = ending.areas === undefined ? "" : `: ${fullList(scene, ending.areas)}`;
    const [by, from] = [told(ending.by, telling) ?? "", when(scene, instant(ending.from))];
    return ending.until === undefined
      ? t.endedBy(by, from, places)
      : t.restedBy(by, from, when(scene, instant(ending.until)), places);
  });
}
