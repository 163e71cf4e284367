// Everything that an answer about curfews rests on: every source, newest first, what they disagree on, and who checked what. Nothing is left out
// here, so that the answer itself can be short. Must never show a source that nobody could have read by then.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { newestDate, type Source } from "../../domain/source.ts";
import type { Language, Text } from "../../domain/text.ts";
import { instant, type Millis } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { sourceLines } from "../as-known.ts";
import { changeLines, decreeName, enforcement, titleLines } from "./decree.ts";
import { partsOfAll } from "./part.ts";
import { known } from "./parts.ts";
import { asOf, bullet, checkedWords, checks, leastChecked, known as readable, newestFirst } from "./sources.ts";
import { type CurfewRecord, type Scene, sceneOf, shortList, when } from "./words.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { newestLine, sourceLine } from "../sources.ts";

export interface SourcesQuestion {
  record: CurfewRecord;
  places: readonly PlaceId[];
  at: Millis;
  now: Millis;
  language: Language;
  /** Read at another time, pasted somewhere. */
  dated?: true;
}

interface Basis {
  scene: Scene;
  curfews: readonly Curfew[];
  entries: readonly Coverage[];
  sources: readonly Source[];
  content: string;
}

export function curfewSources(question: SourcesQuestion): readonly Message[] {
  const { scene, curfews, entries, sources, content } = basisOf(question);
  const { common, curfew: t } = texts(scene.language);
  const fields = [
    ...curfews.flatMap((curfew) => decreeFields(scene, curfew)),
    ...fieldOf(t.field.checked, entries.flatMap((entry) => entryLines(scene, entry)).map(bullet)),
    ...fieldOf(
      common.notes,
      entries.flatMap((entry) => entry.notes).map((note) => bullet(told(scene, note))),
    ),
  ];
  const footer = `${asOf(scene, sources, leastChecked(question.record, question.places, question.at), question.places)} · ${t.permission}`;
  return split({ content, embed: { tone: "info", fields, footer } });
}

/** The same as bare lines, each source with its address. */
export function curfewSourceLines(question: SourcesQuestion): string[] {
  const { scene, curfews, entries, sources, content } = basisOf({ ...question, dated: true });
  const { common, curfew: t } = texts(scene.language);
  return [
    content,
    ...sourceLines(sources, scene.language, sources.length),
    ...curfews.flatMap((curfew) => curfew.disputed.map((one) => sentence(`${common.disputed}: ${told(scene, one)}`))),
    ...entries.map((entry) => sentence(`${t.field.checked}: ${periodOf(scene, entry)}`)),
    sentence(checkedWords(scene, leastChecked(question.record, question.places, question.at), question.places)),
  ];
}

function basisOf({ record, places, at, now, language, dated }: SourcesQuestion): Basis {
  const scene: Scene = { ...sceneOf(record, places, now, language, at), ...(dated ? { dated } : {}) };
  const t = texts(language).nights;
  const entries = checks(scene, places, at);
  const curfews = known(
    scene,
    partsOfAll(record, places, at).flatMap((part) => part.state.curfews),
  ).sort((a, b) => (a.firstNight < b.firstNight ? 1 : -1));
  const sources = distinct(
    readable(
      scene,
      [...curfews, ...entries].flatMap((one) => one.sources),
    ),
  );
  const where = shortList(scene, places);
  const moment = at === now && !dated ? "" : `, ${t.at(`${when(scene, at)} ${scene.clock}`)}`;
  const count = curfews.reduce((sum, one) => sum + one.disputed.length, 0);
  const head = sources.length === 0 ? t.noSources(where) : t.sources(sources.length, where);
  return {
    scene,
    curfews,
    entries,
    sources,
    content: [
      sentence(`${head}${moment}`),
      ...(newestDate(sources) === undefined ? [] : [sentence(newestWords(scene, sources))]),
      ...(count === 0 ? [] : [sentence(t.points(count))]),
    ].join(" "),
  };
}

function newestWords(scene: Scene, sources: readonly Source[]): string {
  return newestLine(sources, scene.language);
}

const told = ({ language }: Scene, text: Text) => escape(say(text, language));

function decreeFields(scene: Scene, curfew: Curfew): Field[] {
  const { common, nights: t, curfew: words } = texts(scene.language);
  const name = decreeName(curfew, scene);
  const sources = newestFirst(readable(scene, curfew.sources));
  const short = (title: string) => (title.length > 200 ? common.sources : title);
  return [
    ...fieldOf(name.length > 200 ? words.field.decree : name, titleLines(curfew, scene)),
    ...fieldOf(
      short(t.sourcesOf(name)),
      sources.map((one) => bullet(sourceLine(one, scene.language))),
    ),
    ...fieldOf(
      short(t.disputedOf(name)),
      curfew.disputed.map((one) => bullet(told(scene, one))),
    ),
    ...fieldOf(words.field.changes, changeLines(curfew, scene).map(bullet)),
    ...fieldOf(
      common.notes,
      [...enforcement(curfew, scene), ...curfew.notes.map((one) => told(scene, one))].map(bullet),
    ),
    ...fieldOf(words.field.confidence, [common.confidence[curfew.confidence]]),
  ];
}

/** From when to when it says that all curfews are known, on what grounds, and where that was read. */
function entryLines(scene: Scene, entry: Coverage): string[] {
  const sources = newestFirst(readable(scene, entry.sources)).map((one) => sourceLine(one, scene.language));
  return [[periodOf(scene, entry), ...sources].join("; ")];
}

function periodOf(scene: Scene, { from, to, basis }: Coverage): string {
  const at = (moment: string) => when({ ...scene, dated: true }, instant(moment));
  return texts(scene.language).nights.period(at(from), at(to), told(scene, basis));
}

function distinct(sources: readonly Source[]): Source[] {
  const seen = new Map(sources.map((one) => [JSON.stringify(one), one]));
  return newestFirst([...seen.values()]);
}
