// What a notice tells of and why it is this channel's: the records behind it with their sources, the subscriptions that asked for it, its sound.
// Names of those who recorded stand only where the reader's own server has them; the caller sees to that.
import type { Alert } from "../../domain/alert.ts";
import { type Delivery, isUnsubscribed } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { instant } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { fullList, type Scene, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { namedBy } from "../record/subject.ts";
import { sourceLine } from "../sources.ts";
import { beforeWords } from "./listed.ts";
import { subscriptionWords } from "./subscribed.ts";
import { isOrg, isStrike, sceneOfRow, type WhyScene, whatWords } from "./why-words.ts";

/** As many as a reader checks, and how many more there are; the history has them all. */
const [RECORDS, SOURCES] = [4, 2] as const;

export interface Recorders {
  /** Undefined where the reader's server does not have the name. */
  nameOf: (recorder: string) => string | undefined;
}

export function factLines(row: Delivery, s: WhyScene, { nameOf }: Recorders): string[] {
  const t = texts(s.language).why;
  const { alert, shown } = row;
  const scene = sceneOfRow(row, s);
  const facts = factsOf(row, s);
  return [
    ...(whatWords(row, s) === whatWords(row, s, true) ? [] : [t.places(fullList(scene, shown))]),
    ...(alert.kind === "knowledge.lapsed" ? [t.unconfirmed(when(scene, alert.since))] : []),
    ...(alert.kind === "vigia.down"
      ? alert.missed.map((one) => {
          const areas = one.groups.flatMap((group) => group.areas);
          return `• ${t.missed(t.what[one.kind](fullList(scene, areas), ""), when(scene, one.at))}`;
        })
      : []),
    ...facts.slice(0, RECORDS).flatMap((fact) => recordLines(fact, scene, s, nameOf(fact.recorder))),
    ...(facts.length > RECORDS ? [`• ${texts(s.language).alerts.andMore(facts.length - RECORDS)}`] : []),
  ];
}

/** The very versions that it told of: named in the alert, or those that stood when it was noted. */
function factsOf({ alert, plannedAt }: Delivery, { versions }: WhyScene): Fact[] {
  if ("fact" in alert) {
    const nouns = isStrike(alert)
      ? ["strike"]
      : isOrg(alert)
        ? ["org"]
        : alert.kind === "answer.changed"
          ? ["curfew", "strike", "org"]
          : ["curfew"];
    return nouns.flatMap((noun) => versions(noun, alert.subject)).filter(({ id }) => id === alert.fact);
  }
  return curfewsOf(alert).flatMap((id) => {
    const all = versions("curfew", id);
    return all.findLast((fact) => instant(fact.recordedAt) <= plannedAt) ?? all.at(-1) ?? [];
  });
}

function curfewsOf(alert: Alert): string[] {
  const groups =
    "groups" in alert ? alert.groups : alert.kind === "vigia.down" ? alert.missed.flatMap((one) => one.groups) : [];
  return [...new Set(groups.flatMap((group) => group.curfews))];
}

export function recordLines(
  fact: Fact,
  scene: Scene,
  { versions, record, language }: WhyScene,
  name: string | undefined,
): string[] {
  const noun = fact.kind.split(".")[0] ?? "";
  const all = versions(noun, fact.subject);
  const upTo = all.slice(0, all.findIndex(({ id }) => id === fact.id) + 1);
  const named = escape(namedBy(upTo.toReversed(), record, language) ?? fact.subject);
  const sources = "sources" in fact.content ? (fact.content.sources ?? []) : [];
  return [
    `• ${texts(language).why.recorded(named, when(scene, instant(fact.recordedAt)), name === undefined ? "" : escape(name))}`,
    ...sources.slice(0, SOURCES).map((source) => `${texts(language).common.source}: ${sourceLine(source, language)}`),
    ...(sources.length > SOURCES ? [texts(language).why.moreSources(sources.length - SOURCES)] : []),
  ];
}

export function matchLines(row: Delivery, ever: readonly Subscription[], s: WhyScene): string[] {
  const t = texts(s.language).why;
  if (isUnsubscribed(row)) return [nobodyWords(row.alert.kind, s)];
  const scene = sceneOfRow(row, s);
  const own = row.subscriptions.map((id) => ever.find((one) => one.id === id));
  const lines = own.map((one) => (one === undefined ? t.lostSubscription : subscriptionLine(one, scene, s)));
  return [...lines, ...(row.edits === undefined ? [soundWords(row, s)] : [])];
}

export function subscriptionLine(one: Subscription, scene: Scene, { record, language }: WhyScene): string {
  const t = texts(language).why;
  const asked = [subscriptionWords(one, record, language), ...beforeWords(one, language)].join("; ");
  const words = t.subscription(asked, when(scene, one.since), `<@${one.owner}>`);
  const by = one.endedBy === undefined ? "" : `<@${one.endedBy}>`;
  return `• ${words}${one.endedAt === undefined ? "" : `; ${t.ended(when(scene, one.endedAt), by)}`}`;
}

function nobodyWords(kind: Alert["kind"], { language }: WhyScene): string {
  const t = texts(language).why.nobody;
  if (kind === "answer.shared" || kind === "answer.changed") return t[kind];
  return kind === "check.due" || kind === "review.due" ? t.review : t.channel;
}

/** Those that depend on what the channel had been told. */
const BY_TOLD: ReadonlySet<Alert["kind"]> = new Set(["curfew.began", "curfew.ended", "curfew.ending"]);

function soundWords({ alert, loud }: Delivery, { language }: WhyScene): string {
  const t = texts(language).why.sound;
  if (!BY_TOLD.has(alert.kind)) return loud ? t.loud : t.quiet;
  return loud ? t.first : t.told;
}
