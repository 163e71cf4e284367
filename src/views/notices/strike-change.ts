// That a strike which channels were told of is another now, or not to be used: old beside new and who says so, exactly as channels get it; and older messages
// put right by it. It must never send a reader to an older message for what was said there.
import type { StrikeRecord } from "../../domain/count.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { StrikeVersion } from "../../domain/strike-version.ts";
import type { Language } from "../../domain/text.ts";
import type { Day, Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { fieldOf } from "../fit.ts";
import type { Embed, Field, Message } from "../message.ts";
import { newestLine, sourceLine } from "../sources.ts";
import { countLine } from "../strikes/count.ts";
import { sourceFields } from "../strikes/strike.ts";
import { putRight, struck } from "./put-right.ts";
import { dated, strikeAlert } from "./strike.ts";
import { differences, readsOtherwise, takenBack } from "./strike-differences.ts";
import { headline, isMixed } from "./strike-line.ts";
import { fullSteps, shortSteps, stepsOf } from "./strike-steps.ts";
import { byFields, reasonFields } from "./why-fields.ts";

export interface StrikeChange {
  /** The version that the channel was told, and the one to tell. */
  was: StrikeVersion;
  is: StrikeVersion;
  known: StrikeRecord;
  language: Language;
  now: Millis;
  lateBy?: Millis;
  /** Of the message that is posted, or of the one that is put right; a preview has none. */
  mark?: string;
  /** Address of the older message that it cannot answer. */
  earlier?: string;
  /** Of what is put right: where the newest notice stands. */
  newest?: string;
  /** Every version from the one to the other, both with it; left out where there are only the two. */
  path?: readonly StrikeVersion[];
}

/**
 * What a channel that was told the one reads otherwise in the other: words, so that it is told; only a link, a source or a count, so that what stands there is
 * mended in silence; or nothing.
 */
export function differs({ was, is, known, language, now }: Omit<StrikeChange, "mark">): "words" | "quietly" | "no" {
  if ((was.withdrawn === undefined) !== (is.withdrawn === undefined)) return "words";
  if (is.withdrawn !== undefined) return "no";
  if (readsOtherwise(was.strike, is.strike, known, language)) return "words";
  const [before, after] = [was, is].map(({ strike }) => JSON.stringify(strikeAlert({ strike, known, language, now })));
  return before === after ? "no" : "quietly";
}

/** The notice. Steps of one word are one sentence to whoever hears of them at once; of different words each is named. */
export function strikeChange(change: StrikeChange): Message {
  const { language, lateBy } = change;
  const late = lateBy === undefined ? [] : [texts(language).strikes.late(span(lateBy))];
  const first = [headlineOf(change), ...late].join(" ");
  const mixed = change.is.withdrawn === undefined && isMixed({ steps: stepsIn(change), language });
  return { content: [first, ...(mixed ? belowOf(change) : [])].join("\n"), embed: embedOf(change) };
}

/** An older message, put right; where it reads as it did, its first line stays and what stands below it is renewed. */
export function strikePutRight(change: StrikeChange, text: string | undefined): Message {
  if (differs(change) === "words")
    return putRight(headlineOf(change), embedOf(change), text, change.language, belowOf(change));
  const { is, known, language, now, mark } = change;
  const fresh = strikeAlert({
    strike: is.strike,
    known,
    language,
    now,
    ...(mark === undefined ? {} : { mark }),
  });
  const { embed = { tone: "strike" } } = fresh;
  // It reads as it did, and what was said meanwhile is no secret.
  const fields = [...newestField(change), ...stepFields(change, 1), ...(embed.fields ?? [])];
  return { ...fresh, content: text ?? fresh.content, embed: { ...embed, fields } };
}

const stepsIn = (change: StrikeChange) =>
  stepsOf(change.path ?? [change.was, change.is], { record: change.known, language: change.language });

/** The steps below the first line, where it cannot tell of them all under one word. */
function belowOf(change: StrikeChange): string[] {
  return shortSteps(stepsIn(change), { record: change.known, language: change.language });
}

function stepFields(change: StrikeChange, least = 2): Field[] {
  const { known: record, language } = change;
  const steps = stepsIn(change);
  if (steps.length < least) return [];
  return fieldOf(texts(language).strikeChange.steps, fullSteps(steps, { record, language }));
}

function newestField({ language, newest }: StrikeChange): Field[] {
  return newest === undefined ? [] : fieldOf(texts(language).strikeChange.newest, [newest]);
}

function headlineOf(change: StrikeChange): string {
  const { was, is, known, language, now } = change;
  const named = (day: Day) => dated(day, now, language);
  return headline({ was, is, record: known, language, named, steps: stepsIn(change) });
}

function embedOf(change: StrikeChange): Embed {
  const { is, language, mark, earlier } = change;
  const t = texts(language);
  const steps = stepFields(change);
  return {
    tone: "strike",
    fields: [
      ...(earlier === undefined ? [] : fieldOf(t.change.field.earlier, [earlier])),
      ...newestField(change),
      ...changedFields(change),
      ...steps,
      // Of several steps each has its own.
      ...(steps.length > 0 ? [] : reasonFields(is.why?.reason ?? is.withdrawn, language)),
      ...(steps.length > 0 && is.withdrawn === undefined ? [] : byFields(is.why, language)),
      ...(is.withdrawn === undefined ? sourceFields(is.strike, language) : []),
      ...countFields(change),
    ],
    footer: [newestLine(is.strike.sources, language), ...(mark === undefined ? [] : [`#${mark}`])].join(" · "),
  };
}

function changedFields({ was, is, known, language }: StrikeChange): Field[] {
  const { change: t, strikeChange: c } = texts(language);
  if (is.withdrawn !== undefined) return [];
  const gone = takenBack(was.strike, is.strike).map((source) => `• ${sentence(c.gone(sourceLine(source, language)))}`);
  const lines = differences(was.strike, is.strike, known, language).map(
    (one) => `• ${one.name}: ${struck(one.was)} ${one.now}`,
  );
  return fieldOf(t.field.changed, [...lines, ...gone]);
}

/** With the strike as it was told, and as it is: what else was recorded since is in both. */
function countFields({ was, is, known, language }: StrikeChange): Field[] {
  const t = texts(language).strikes;
  if (is.strike.target === "land" && was.strike.target === "land") return fieldOf(t.countField, [t.outside]);
  const [before, after] = [was, is].map((one) => countLine(counted(known, one).count(), language));
  const old = before === after || before === undefined ? [] : [struck(before)];
  return fieldOf(t.countField, [...old, ...(after === undefined ? [] : [after])]);
}

function counted({ strikes }: Pick<StrikeRecord, "strikes">, { strike, withdrawn }: StrikeVersion) {
  const index = indexed(strikes);
  const held: Strike | undefined = index.byId.get(strike.id);
  if (withdrawn === undefined) return index.including(strike);
  return held === undefined ? index : index.with([held], []);
}
