// What a version of a record says that the one before did not, in readers' words: old -> new, one line a field. Never JSON: what has no words is said to be
// further details.
import type { Area } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { Draft } from "../../domain/fact.ts";
import type { Known } from "../../domain/known.ts";
import type { Instrument } from "../../domain/org.ts";
import type { Gap } from "../../domain/strike.ts";
import type { Language, Text } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { escape } from "../escape.ts";
import { COVERAGE_PARTS, CURFEW_PARTS } from "./curfew-differences.ts";
import { ORG_PARTS } from "./org-differences.ts";
import {
  dayWords,
  differing,
  field,
  listField,
  type Part,
  sourceLines,
  type Telling,
  told,
  toldAll,
} from "./parts-of.ts";
import { orgName, STRIKE_PARTS, TALLY_PARTS } from "./strike-differences.ts";

/** A fact, or one that is not recorded yet. */
export type Version = Pick<Draft, "kind" | "content">;

/** `record`: for names, as of now. Two versions that say the same give one line that says so. */
export function differences(was: Version, is: Version, record: Known, language: Language): string[] {
  const t = texts(language).differences;
  const telling = { record, language };
  const reason = reasonOf(is);
  if (reason !== undefined) return [t.withdrawn(told(reason, telling) ?? "")];
  if (reasonOf(was) !== undefined) return [t.again];
  const lines = linesOf(was, is, telling);
  return lines.length === 0 ? [t.nothing] : lines;
}

function reasonOf({ content }: Version): Text | undefined {
  return "reason" in content ? content.reason : undefined;
}

function linesOf({ content: was }: Version, { content: is }: Version, telling: Telling): string[] {
  if (isCurfew(was) && isCurfew(is)) return differing(was, is, CURFEW_PARTS, telling);
  if ("figures" in was && "figures" in is) return differing(was, is, STRIKE_PARTS, telling);
  if ("designations" in was && "designations" in is) return differing(was, is, ORG_PARTS, telling);
  if ("quotedBy" in was && "quotedBy" in is) return differing(was, is, TALLY_PARTS, telling);
  if ("completes" in was && "completes" in is) return differing(was, is, COVERAGE_PARTS, telling);
  if ("spellings" in was && "kind" in was && "spellings" in is && "kind" in is)
    return differing(was, is, AREA_PARTS, telling);
  if ("orgs" in was && "orgs" in is) return differing(was, is, INSTRUMENT_PARTS, telling);
  if ("why" in was && "why" in is) return differing(was, is, GAP_PARTS, telling);
  return differing<object>(was, is, [], telling);
}

const isCurfew = (content: Version["content"]): content is Curfew => "rules" in content;

const AREA_PARTS: readonly Part<Area>[] = [
  field("name", "name", (one, telling) => told(one.name, telling)),
  field("kind", "kind", ({ kind }, { language }) => texts(language).common.areaKind[kind]),
  listField("spellings", "spellings", ({ spellings }) => spellings.map(escape)),
  field("validFrom", "validFrom", (one, telling) => dayWords(one.validFrom, telling)),
  field("validTo", "validTo", (one, telling) => dayWords(one.validTo, telling)),
  listField("notes", "notes", (one, telling) => toldAll(one.notes, telling)),
  listField("disputed", "disputed", (one, telling) => toldAll(one.disputed, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources ?? [], is.sources ?? [], telling) },
];

const INSTRUMENT_PARTS: readonly Part<Instrument>[] = [
  field("name", "name", ({ name }) => escape(name)),
  field("date", "when", (one, telling) => dayWords(one.date, telling)),
  listField("orgs", "orgs", (one, telling) => one.orgs.map((id: string) => orgName(id, telling))),
  listField("disputed", "disputed", (one, telling) => toldAll(one.disputed, telling)),
  { of: ["sources"], tell: (was, is, telling) => sourceLines(was.sources, is.sources, telling) },
];

const GAP_PARTS: readonly Part<Gap>[] = [
  field("from", "from", (one, telling) => dayWords(one.from, telling)),
  field("to", "to", (one, telling) => dayWords(one.to, telling)),
  field("killedAtLeast", "missing", ({ killedAtLeast }) =>
    killedAtLeast === undefined ? undefined : String(killedAtLeast),
  ),
  field("vessels", "vessels", ({ vessels }) => (vessels === undefined ? undefined : String(vessels))),
  field("why", "why", (one, telling) => told(one.why, telling)),
];
