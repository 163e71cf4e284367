// One notice in a few words: what it tells of, by which clock, and what became of it. For lists and first lines; it never decides what became of it,
// and never lets what did not arrive look like what did.
import type { Alert } from "../../domain/alert.ts";
import { shownArea } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import { type Delivery, isHeldForQuiet } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import type { Known } from "../../domain/known.ts";
import { quietAt } from "../../domain/quiet.ts";
import { isReason } from "../../domain/reason.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import type { ReasonWords } from "../../text/en/reasons.ts";
import { span } from "../../text/time.ts";
import { fullList, lower, type Scene, sceneOf, shortList, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { whereName } from "./lines.ts";
import { namedBy } from "../record/subject.ts";

/** Who reads, and what notices are worded from. */
export interface WhyScene {
  record: Known;
  language: Language;
  /** World time. */
  now: Millis;
  /** Whose clock tells of what has no place. */
  home: PlaceId;
  /** Every version of a subject, in the order of the log. */
  versions: (noun: string, subject: string) => readonly Fact[];
  /** Asked in a direct message: its id, which Discord shows by no name. */
  direct?: string;
}

/** The channel by its name; one's own direct messages by whose they are. */
export const spotName = (id: string, { direct, language }: WhyScene) =>
  whereName({ kind: id === direct ? "dm" : "channel", id }, language);

/** What a first line holds. */
const FEW = 4;

/** The clock of the notice's own places. */
export function sceneOfRow({ alert, shown }: Pick<Delivery, "alert" | "shown">, s: WhyScene): Scene {
  const found = shown.filter((place) => s.record.areas.get(shownArea(place).area) !== undefined);
  const country = "country" in alert && s.record.areas.get(alert.country) !== undefined ? alert.country : s.home;
  return sceneOf(s.record, found.length === 0 ? [country] : found, s.now, s.language, alert.at);
}

/** `curfew began: Guayas, El Oro and 2 more`; `all`: with every place. */
export function whatWords(row: Pick<Delivery, "alert" | "shown">, s: WhyScene, all = false): string {
  const t = texts(s.language).why;
  const scene = sceneOfRow(row, s);
  const { alert, shown } = row;
  const lead = "lead" in alert ? span(alert.lead * MINUTE) : "";
  return t.what[alert.kind](
    isStrike(alert)
      ? strikeName(alert.subject, s)
      : isOrg(alert)
        ? orgName(alert.subject, s)
        : all
          ? fullList(scene, shown)
          : shortList(scene, shown, FEW),
    lead,
  );
}

type StrikeAlert = Extract<Alert, { kind: "strike.recorded" | "strike.changed" | "strike.withdrawn" }>;

export function isStrike(alert: Alert): alert is StrikeAlert {
  return alert.kind === "strike.recorded" || alert.kind === "strike.changed" || alert.kind === "strike.withdrawn";
}

export function isOrg(alert: Alert): alert is Extract<Alert, { kind: `org.${string}` }> {
  return alert.kind.startsWith("org.");
}

/** A name stays as it is written. */
function orgName(subject: string, { versions, record, language }: WhyScene): string {
  const name = namedBy(versions("org", subject).toReversed(), record, language);
  return name === undefined ? texts(language).why.someOrg : escape(name);
}

function strikeName(subject: string, { versions, record, language }: WhyScene): string {
  const name = namedBy(versions("strike", subject).toReversed(), record, language);
  return name === undefined ? texts(language).why.someStrike : lower(escape(name));
}

export function reasonWords(reason: string, language: Language): ReasonWords {
  const { reasons, why } = texts(language);
  return isReason(reason) ? reasons[reason] : why.oldReason;
}

/** Until when its channel is quiet, for a row that waits for that; empty for every other. */
export function quietUntil(
  { state, reason }: Pick<Delivery, "state" | "reason">,
  destination: Destination | undefined,
  scene: Scene,
): string {
  const { quiet: t } = texts(scene.language);
  if (destination === undefined || !isHeldForQuiet({ state, reason })) return "";
  const quiet = quietAt(destination, scene.now);
  if (quiet === undefined) return "";
  return quiet.until === undefined ? t.openUntil : t.until(`${when(scene, quiet.until)} ${scene.clock}`);
}

/** How long after it was due its first message was there, ms; undefined where it was there in time, or is not. */
export function delay({ lateBy = 0, parts, plannedMachine }: Delivery): Millis | undefined {
  const posted = parts.flatMap(({ postedAt }) => postedAt ?? [])[0];
  if (posted === undefined) return undefined;
  const late = lateBy + Math.max(0, posted - plannedMachine);
  return late < MINUTE ? undefined : late;
}

/** `arrived`, waits, in doubt, or not to be had: what a list counts. */
export type Became = "there" | "waits" | "doubt" | "not-needed" | "lost";

export function became({ state }: Pick<Delivery, "state">): Became {
  switch (state) {
    case "sent":
      return "there";
    case "planned":
    case "held":
    case "sending":
    case "again":
    case "unsure":
      return "waits";
    case "parked":
      return "doubt";
    case "skipped":
      return "not-needed";
    case "failed":
    case "expired":
      return "lost";
  }
}

/** `delivered 12 min after it was due`, `waiting since Sun 15 Mar 23:00: Discord was failing`, `NOT SENT: ...`. */
export function becameWords(row: Delivery, s: WhyScene): string {
  const t = texts(s.language).why;
  const reason = reasonOf(row, s.language);
  switch (became(row)) {
    case "there": {
      const late = delay(row);
      if (row.edits !== undefined) return t.putRight;
      return late === undefined ? t.delivered : t.deliveredLate(span(late));
    }
    case "waits":
      return [t.waiting(when(sceneOfRow(row, s), row.plannedAt), reason), ...begun(row, s.language)].join("; ");
    case "doubt":
      return t.doubtful(reason);
    case "not-needed":
      return t.notSent(reason);
    case "lost": {
      const told = row.state === "expired" && row.reason !== "expired" ? t.outdated(reason) : t.failed(reason);
      return [told, ...begun(row, s.language)].join("; ");
    }
  }
}

/** The reason in short; of what ran out of time, also what stood in its way at last. */
function reasonOf({ alert, reason, attempts, state }: Delivery, language: Language): string {
  // Nothing is about to be opened below a notice that is not there.
  if (alert.kind === "thread.opened" && became({ state }) === "waits" && isSoon(reason) && attempts.length === 0)
    return texts(language).why.waitsForNotice;
  const { short } = reasonWords(reason, language);
  const last = reason === "expired" ? attempts.findLast(({ why }) => why !== undefined)?.why : undefined;
  return last === undefined ? short : texts(language).why.because(short, reasonWords(last, language).short);
}

const isSoon = (reason: string) => reason === "in-time" || reason === "late";

/** Some messages of several stand there. */
function begun({ parts }: Delivery, language: Language): string[] {
  const there = parts.filter(({ messageId }) => messageId !== undefined).length;
  return there === 0 || parts.length === 0 ? [] : [texts(language).why.begun(there, Math.max(parts.length, there))];
}

/** One suggestion while somebody types: when, what kind, its mark. Without a look at the row: that would take too long. */
export function choiceWords(
  { kind, at, mark }: { kind: Alert["kind"]; at: Millis; mark: string },
  s: WhyScene,
): string {
  const t = texts(s.language).why;
  const scene = sceneOf(s.record, [s.home], s.now, s.language);
  return `${when(scene, at)} · ${t.kind[kind]} · #${mark}`;
}

/** Discord's limit of an entry's two lines; the list itself has the whole line. */
const ENTRY = 100;

export function cut(text: string): string {
  return text.length <= ENTRY
    ? text
    : `${text
        .slice(0, ENTRY - 1)
        .trimEnd()
        .toWellFormed()}…`;
}
