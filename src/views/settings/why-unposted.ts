// What was recorded in the last days and got no notice in a channel, each with its reason: by what the channel asks for, or because nobody was told. It must never
// leave out an entry without saying how many, nor let what was withdrawn look as if it stood.
import { ANNOUNCED_DAYS, type Unposted } from "../../domain/announced.ts";
import type { Fact } from "../../domain/fact.ts";
import { strikeVersion } from "../../domain/strike-version.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { MINUTE } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { bare } from "../bare.ts";
import { lower, type Scene, sceneOf, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Field, Menu, Message, Row } from "../message.ts";
import { nearestPage, turns } from "../paging.ts";
import { namedToday } from "../record/subject.ts";
import { person } from "./lines.ts";
import { recordLines, type Recorders, subscriptionLine } from "./why-match.ts";
import { asksNot, type Missed, type Why, whyMissed } from "./why-reason.ts";
import { cut, spotName, type WhyScene } from "./why-words.ts";

/** Entries of a page, and below the notices of a channel. */
const [PAGE, FEW] = [6, 3] as const;
/** What came this moment may be on its way still. */
const ON_ITS_WAY = 5 * MINUTE;

export interface Out {
  channelId: string;
  /** Newest first. */
  all: readonly Unposted[];
  ever: readonly Subscription[];
}

/** Without what nobody can say yet: its notice is being made. */
export function settled({ all, ever, channelId }: Out, s: WhyScene): Out {
  const isSettled = (one: Unposted) => one.asOf <= s.now - ON_ITS_WAY || reasonOf(one, ever, s).is !== "unexplained";
  return { channelId, ever, all: all.filter(isSettled) };
}

/** Below the last notices of a channel: the newest, and the way to all others. */
export function outFields(out: Out, s: WhyScene): Field[] {
  const t = texts(s.language).why.out;
  const { shown, rest } = fewOf(out);
  const more = rest === 0 ? [] : [t.more(rest)];
  return fieldOf(t.field, [...shown.map((one) => entryLine(one, out.ever, s)), ...more]);
}

export function outOptions(out: Out, s: WhyScene): Menu["options"] {
  return fewOf(out).shown.map((one) => optionOf(one, out.ever, s));
}

export function outButtons({ all, channelId }: Out, s: WhyScene): Row[] {
  const t = texts(s.language).why.out;
  if (all.length === 0) return [];
  const change = { label: t.change, press: { action: { name: "alerts.change", args: [channelId] } } };
  const list = { label: t.open(all.length), press: { action: { name: "alerts.out", args: ["1"] } } };
  return [{ buttons: [list, change] }];
}

function fewOf({ all }: Out) {
  const shown = all.slice(0, FEW);
  return { shown, rest: all.length - shown.length };
}

export function outList(out: Out & { page: number }, s: WhyScene): readonly Message[] {
  const { common, why } = texts(s.language);
  const { channelId, all, ever } = out;
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = nearestPage(out.page, pages);
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const head = why.out.head(spotName(channelId, s), ANNOUNCED_DAYS, all.length);
  if (shown.length === 0) return [{ content: head }];
  const { first, previous, next, last } = common;
  const turn = (to: string) => ({ name: "alerts.out", args: [to] });
  const options = shown.map((one) => optionOf(one, ever, s));
  const change = { label: why.out.change, press: { action: { name: "alerts.change", args: [channelId] } } };
  return split({
    content: head,
    embed: {
      tone: "info",
      fields: fieldOf(
        why.out.field,
        shown.map((one) => entryLine(one, ever, s)),
      ),
      ...(pages > 1 ? { footer: common.page(page, pages) } : {}),
    },
    rows: [
      { menu: { action: { name: "alerts.why", args: [] }, placeholder: why.open, options } },
      ...turns({ page, pages, turn, labels: { first, previous, next, last } }),
      { buttons: [change] },
    ],
  });
}

/** One of them from the record to its reason. */
export function outOne(
  one: Unposted,
  out: Out,
  facts: readonly Fact[],
  { nameOf }: Recorders,
  s: WhyScene,
): readonly Message[] {
  const t = texts(s.language).why;
  const scene = sceneFor(one, s);
  const running = out.ever.filter(({ endedAt }) => endedAt === undefined);
  const head = t.out.headOne(spotName(out.channelId, s), nameOfOne(one, s), recordedAt(one, scene));
  const records = facts.flatMap((fact) => recordLines(fact, scene, s, nameOf(fact.recorder)));
  return split({
    content: [head, ...reasonWordsOf(one, out.ever, s)].join(" "),
    embed: {
      tone: "info",
      fields: [
        ...fieldOf(t.field.fact, records),
        ...fieldOf(
          t.field.follows,
          running.map((own) => subscriptionLine(own, scene, s)),
        ),
      ],
    },
    rows: [{ buttons: [{ label: t.out.change, press: { action: { name: "alerts.change", args: [out.channelId] } } }] }],
  });
}

/** What a menu carries of it. */
export const outValue = ({ noun, fact }: Pick<Unposted, "noun" | "fact">) => `out-${noun}-${fact}`;

function optionOf(one: Unposted, ever: readonly Subscription[], s: WhyScene): Menu["options"][number] {
  const words = reasonWordsOf(one, ever, s).join(" ");
  return {
    label: cut(bare(`${when(sceneFor(one, s), one.at)} · ${nameOfOne(one, s)}`)),
    value: outValue(one),
    description: cut(bare(texts(s.language).why.out.not(lower(words)))),
  };
}

function entryLine(one: Unposted, ever: readonly Subscription[], s: WhyScene): string {
  const t = texts(s.language).why.out;
  const words = reasonWordsOf(one, ever, s).join(" ");
  return `**${recordedAt(one, sceneFor(one, s))}** · ${nameOfOne(one, s)}\n➜ ${t.not(lower(words))}`;
}

const recordedAt = ({ at }: Unposted, scene: Scene) => `${when(scene, at)} ${scene.clock}`;

function sceneFor({ places, at }: Unposted, { record, home, now, language }: WhyScene): Scene {
  const found = places.filter((place) => record.areasById.has(place));
  return sceneOf(record, found.length === 0 ? [home] : found, now, language, at);
}

/** As the record has it today: what was withdrawn begins with that. */
function nameOfOne({ noun, kind, subject }: Unposted, { versions, record, language }: WhyScene): string {
  const t = texts(language).why;
  const newest = versions(noun, subject).toReversed();
  const some = { curfew: t.out.someCurfew, org: t.someOrg, strike: t.someStrike }[noun];
  const name = escape(namedToday(newest, record, language) ?? some);
  if (noun === "curfew" || newest[0]?.kind.endsWith(".withdrawn") === true) return name;
  return t.what[kind](noun === "org" ? name : lower(name), "");
}

function missedOf({ kind, noun, asOf, places, subject, fact }: Unposted, { language }: WhyScene): Missed {
  const { topics } = texts(language).alerts;
  const topic = { strike: topics.strikes, org: topics.orgs, curfew: topics.curfews }[noun];
  return { kind, at: asOf, shown: places, subject, fact, topic };
}

function reasonOf(one: Unposted, ever: readonly Subscription[], s: WhyScene): Why {
  const why = whyMissed(missedOf(one, s), ever, sceneFor(one, s), s);
  if (why.is !== "unexplained" || one.silent === undefined) return why;
  return { is: "asked", words: texts(s.language).why.out[one.silent], by: [] };
}

/** The reason, what it is by now, and whose settings they are. */
function reasonWordsOf(one: Unposted, ever: readonly Subscription[], s: WhyScene): string[] {
  const why = reasonOf(one, ever, s);
  return [why.words, ...sinceWords(one, why, ever, s), ...handWords(why.by, s)];
}

function sinceWords(one: Unposted, { is }: Why, ever: readonly Subscription[], s: WhyScene): string[] {
  const t = texts(s.language).why.out;
  const all = s.versions(one.noun, one.subject);
  const newest = strikeVersion(all, all.at(-1)?.id);
  const today = one.noun === "strike" && newest !== undefined ? { ...one, fact: newest.fact } : one;
  const now = asksNot(missedOf(today, s), running(ever), s);
  if (is === "changed") return [now.is === "asked" ? t.now(lower(now.words)) : t.nowComes];
  const isLate = is === "asked" && one.silent === undefined && one.noun === "strike" && newest?.withdrawn === undefined;
  return isLate && now.is === "unexplained" ? [t.tooLate] : [];
}

const running = (ever: readonly Subscription[]) => ever.filter(({ endedAt }) => endedAt === undefined);

function handWords(by: readonly Subscription[], { language }: WhyScene): string[] {
  const t = texts(language).why.out;
  const set = [...new Set(by.flatMap(({ askedBy }) => askedBy ?? []))].map(person);
  const cared = [...new Set(by.flatMap(({ askedBy, owner }) => (askedBy === undefined ? owner : [])))].map(person);
  return [
    ...(set.length === 0 ? [] : [sentence(t.setBy(set.join(", ")))]),
    ...(cared.length === 0 ? [] : [sentence(t.caredBy(cared.join(", ")))]),
  ];
}
