// A record in one line, as suggestions, buttons and questions name it. Plain words: a suggestion shows no markdown.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { Known } from "../../domain/known.ts";
import type { Org } from "../../domain/org.ts";
import type { Strike, Tally } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import { instant } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { bare } from "../bare.ts";
import type { Version } from "./differences.ts";
import { type Scene, sceneOf, shortList, when } from "../curfew/words.ts";
import { killed, place } from "../strikes/strike.ts";

export interface Named {
  noun: "strike" | "curfew" | "org" | "tally" | "coverage";
  content: Strike | Curfew | Org | Tally | Coverage;
  withdrawn?: true;
}

/** Places in the line; the record has them all. */
const PLACES = 4;

export function subjectName({ content, withdrawn }: Named, record: Known, language: Language): string {
  const t = texts(language).record.what;
  const name = bare(nameOf(content, record, language));
  return withdrawn === true ? t.withdrawn(name) : name;
}

function nameOf(content: Named["content"], record: Known, language: Language): string {
  const t = texts(language).record.what;
  if ("figures" in content)
    return [t.strike(day(content.date, language)), place(content, record, language), killed(content, language)].join(
      ", ",
    );
  if ("designations" in content) {
    const { name, acronym } = content;
    return t.org(acronym === undefined || name.includes(acronym) ? name : `${name} (${acronym})`);
  }
  if ("quotedBy" in content)
    return t.tally(
      say(content.quotedBy, language),
      day(content.date, language),
      texts(language).strikes.total(content.strikes, content.vessels, content.killed, content.atLeast),
    );
  if ("rules" in content) {
    const places = content.rules.flatMap((rule) => rule.areas);
    const nights = [content.firstNight, content.lastNight ?? content.lastConfirmed].flatMap((one) =>
      one === undefined ? [] : [day(one, language)],
    );
    return [
      t.curfew(content.decree ?? say(content.title, language), nights.join(" - ")),
      shortList(sceneFor(record, places, language), places, PLACES),
    ].join(", ");
  }
  const scene = sceneFor(record, content.areas, language);
  return t.coverage(
    shortList(scene, content.areas, PLACES),
    when(scene, instant(content.checkedAt ?? content.from)),
    when(scene, instant(content.to)),
  );
}

function sceneFor(record: Known, places: readonly PlaceId[], language: Language): Scene {
  return { ...sceneOf(record, places, record.knownAt, language), dated: true };
}

/** The name by the first of these versions that says something of the subject itself; undefined where none does. */
export function namedBy(versions: readonly Version[], record: Known, language: Language): string | undefined {
  for (const { kind, content } of versions) {
    const own = contentOf({ kind, content });
    if (own !== undefined) return subjectName(own, record, language);
  }
  return undefined;
}

/** The same as it stands today: what the newest version withdrew is named as withdrawn. `versions`: newest first. */
export function namedToday(versions: readonly Version[], record: Known, language: Language): string | undefined {
  const name = namedBy(versions, record, language);
  const [newest] = versions;
  const gone = newest !== undefined && contentOf(newest) === undefined;
  return name !== undefined && gone ? texts(language).record.what.withdrawn(name) : name;
}

/** Undefined for a withdrawal, and for what no suggestion names. */
export function contentOf({ content }: Version): Named | undefined {
  if ("figures" in content) return { noun: "strike", content };
  if ("designations" in content) return { noun: "org", content };
  if ("quotedBy" in content) return { noun: "tally", content };
  if ("rules" in content) return { noun: "curfew", content };
  return "completes" in content ? { noun: "coverage", content } : undefined;
}
