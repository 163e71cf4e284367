// A change of a recorded curfew: nights, hours and places, an ending. It begins from the version that was seen, says what it leaves as it was, and never
// overwrites what somebody else recorded meanwhile.
import { type Context, type ModalField, Refusal } from "../../../src/command.ts";
import { Curfew } from "../../../src/domain/curfew.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { canonicalJson } from "../../../src/domain/id.ts";
import { relaxes } from "../../../src/domain/relaxes.ts";
import { standingAs } from "../../../src/domain/standing.ts";
import { publisherKey } from "../../../src/domain/source.ts";
import type { Text } from "../../../src/domain/text.ts";
import { dayOf, instant } from "../../../src/domain/time.ts";
import { Why } from "../../../src/domain/why.ts";
import { texts } from "../../../src/text/index.ts";
import { type CurfewStep, type Foreseen, foreseen, preview } from "../../../src/views/record/curfew-card.ts";
import { differences } from "../../../src/views/record/differences.ts";
import { placeName, sceneOf, when } from "../../../src/views/curfew/words.ts";
import { escape } from "../../../src/views/escape.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { amended } from "./curfew-amended.ts";
import { endingsText, ended } from "./curfew-ended.ts";
import {
  countryOf,
  LONGEST,
  nightsOf,
  nightsText,
  readingOf,
  rulesOf,
  rulesText,
  sourcesOf,
  textOf,
} from "./curfew-read.ts";
import { changeButton, channels, countedWords, named, placeLines, scheduleLines } from "./curfew-told.ts";

const LINE = 300;
const ENDS = 1_000;

export const curfewChangeForm: RecordForm = {
  name: "curfew-change",
  title: ({ args }, context) => texts(context.language).recordCurfew.changeTitle[seen(args, context).why],
  fields,
  read: (given, context) => [draftOf(given, context)],
  card,
  recorded: ([fact], context) => {
    if (fact === undefined || !("rules" in fact.content)) return "";
    const before = context.versions("curfew", fact.subject).find(({ id }) => id === fact.prev);
    const was = before !== undefined && "rules" in before.content ? { curfew: before.content } : {};
    const ahead = foreseen({ record: context.known, was, is: fact.content, kind: "curfew.changed", now: context.now });
    const told = countedWords(ahead.list.length === 0 ? undefined : channels(ahead, context), context);
    return texts(context.language).recordCurfew.recorded(named(fact.content, context), told);
  },
};

const KINDS = ["changed", "updated", "corrected"] as const;

interface Seen {
  id: string;
  curfew: Curfew;
  why: (typeof KINDS)[number];
}

/** The version that whoever fills it in has before their eyes. */
function seen([subject = "", version, kind]: readonly string[], context: Context): Seen {
  const why = KINDS.find((one) => one === kind);
  const fact = context.versions("curfew", subject).find(({ id }) => id === version);
  if (why === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  if (fact === undefined || !("rules" in fact.content)) throw new Refusal(texts(context.language).recordCurfew.gone);
  return { id: fact.id, curfew: fact.content, why };
}

function fields({ args, typed }: Given, context: Context): readonly ModalField[] {
  const { curfew } = seen(args, context);
  const t = texts(context.language).recordCurfew.field;
  const reading = readingOf(curfew.country, context, curfew.zone);
  const value = (key: string, otherwise: () => string) => ({ value: typed[key] ?? otherwise() });
  const nothing = () => "";
  return [
    {
      key: "nights",
      kind: "line",
      label: t.nights,
      description: t.nightsHint,
      required: true,
      max: 150,
      ...value("nights", () => nightsText(curfew, reading, context)),
    },
    {
      key: "rules",
      kind: "paragraph",
      label: t.rules,
      description: t.rulesHint,
      required: true,
      max: LONGEST,
      ...value("rules", () => rulesText(curfew, reading, context)),
    },
    {
      key: "ends",
      kind: "paragraph",
      label: t.ends,
      description: t.endsHint,
      max: ENDS,
      ...value("ends", () => endingsText(curfew, reading)),
    },
    {
      key: "reason",
      kind: "line",
      label: t.reason,
      description: t.reasonHint,
      required: true,
      max: LINE,
      ...value("reason", nothing),
    },
    {
      key: "link",
      kind: "paragraph",
      label: t.link,
      description: t.linksHint,
      required: true,
      max: 2_000,
      ...value("link", nothing),
    },
  ];
}

function draftOf({ args, typed }: Given, context: Context): Draft {
  const { id, curfew: was, why: kind } = seen(args, context);
  const t = texts(context.language).recordCurfew;
  const reading = readingOf(was.country, context, was.zone);
  const rules = rulesOf(typed["rules"] ?? "", reading, context, was);
  if (countryOf(rules, context) !== was.country)
    countryOf({ ...rules, rules: [...was.rules, ...rules.rules] }, context);
  const nights = nightsOf(typed["nights"] ?? "", reading, context);
  const { sources, official } = sourcesOf(typed["link"] ?? "", was.zone, context);
  const { by, reason } = reasonOf(typed["reason"] ?? "", publisherKey(sources[0]), context);
  const { endings, added } = ended(typed["ends"] ?? "", { was, reading, by, context });
  const plain = scheduled(was, { ...nights, ...rules, ...endings });
  if (canonicalJson(plain) === canonicalJson(was)) throw new Refusal(t.nothing);
  const urls = new Set(was.sources.map(({ url }) => url));
  const content: Curfew = {
    ...plain,
    ...(kind === "changed"
      ? { amendments: [...was.amendments, amended({ was, is: plain, by, day: dayOf(context.now, was.zone) }, context)] }
      : {}),
    sources: [...was.sources, ...sources.filter(({ url }) => !urls.has(url))],
  };
  const why = Why.parse({
    is: kind,
    reason,
    by,
    source: official ?? sources[0],
    ...(official === undefined ? {} : { official: true }),
  });
  const is = added.some(({ court }) => court)
    ? "curfew.annulled"
    : added.length > 0
      ? "curfew.lifted"
      : "curfew.changed";
  return { kind: is, subject: was.id, prev: id, content, why };
}

/** What the form fills in anew is left out first: a last night that was taken away must not stay. */
const ANEW: ReadonlySet<string> = new Set([
  "lastNight",
  "lastConfirmed",
  "endsBy",
  "lifted",
  "annulled",
  "furtherEndings",
]);

function scheduled(was: Curfew, filled: Partial<Curfew>): Curfew {
  const rest = Object.entries(was).filter(([key, value]) => !ANEW.has(key) && value !== undefined);
  return Curfew.parse({ ...Object.fromEntries(rest), ...filled });
}

const ACT = /^(?:\p{Lu}[\p{L}.]*\s+){1,3}(?:n[.º°o]*\s*)?\d[\p{L}\d./-]*$/u;

/** `Presidency: fewer incidents`. Without a colon all of it is the reason, and the source's site says so. */
function reasonOf(typed: string, site: string, context: Context): { by: Text; reason: Text } {
  const { language } = context;
  const whole = textOf(typed, LINE, context)?.[language];
  if (whole === undefined) throw new Refusal(texts(language).recordCurfew.noReason);
  const [, who, why] = /^([^:]{2,80}):\s+(.+)$/u.exec(whole) ?? [];
  if (who === undefined || why === undefined) return { by: { en: site, es: site }, reason: { [language]: whole } };
  const by = who.trim();
  // The name of an act is no sentence: it is the same in every language.
  return { by: ACT.test(by) ? { en: by, es: by } : { [language]: by }, reason: { [language]: why.trim() } };
}

function card(drafts: readonly Draft[], given: Given, context: Context): Card {
  const [draft] = drafts;
  const { language, known, now, recording } = context;
  if (draft === undefined || !("rules" in draft.content) || draft.kind === "curfew.withdrawn")
    throw new Refusal(texts(language).common.brokenButton);
  const { content: is, subject, prev, why } = draft;
  const was = seen([subject, prev ?? "", given.args[2] ?? "changed"], context).curfew;
  const t = texts(language).recordCurfew;
  const kind = draft.kind === "curfew.lifted" || draft.kind === "curfew.annulled" ? draft.kind : "curfew.changed";
  const step: CurfewStep = { record: known, was: { curfew: was }, is, kind, why, now };
  const ahead = foreseen(step);
  const less = isLess(was, ahead, is, context);
  const official = why?.official === true && why.source !== undefined ? publisherKey(why.source) : undefined;
  const head = recording.head("curfew", subject);
  const isStale = head?.id !== prev;
  const fromNow = isStale ? changeButton(subject, context, t.fromNow, given.args[2]) : undefined;
  return {
    preview: preview(step, ahead, language),
    warnings:
      isStale && head !== undefined
        ? [[t.stale, ...differences({ kind: "curfew.changed", content: was }, head, known, language)].join("\n")]
        : [],
    lines: [
      ...readable(was, is, context),
      ...endedLines(was, is, context),
      ...placeLines(is, context),
      ...scheduleLines(is, context),
      countedWords(ahead.list.length === 0 ? undefined : channels(ahead, context), context),
      official !== undefined ? t.official(escape(official)) : less ? t.second : t.tightens,
    ],
    rests: [head?.id ?? "", less, channels(ahead, context)],
    more: fromNow === undefined ? [] : [fromNow],
    // What nobody may record as it stands is shown anew first.
    needsSecond: less && official === undefined && !isStale,
  };
}

function isLess(was: Curfew, { after }: Foreseen, is: Curfew, { known, now }: Context): boolean {
  const before = standingAs(known, is.id, { curfew: was });
  return relaxes({ before, after, of: [was, is], at: now });
}

/** What the form fills in, old beside new; the entry among the amendments says the same once more, endings have lines of their own. */
function readable(was: Curfew, is: Curfew, { known, language }: Context): string[] {
  const { rules, exceptions, firstNight, lastNight, lastConfirmed, endsBy } = is;
  const shown = scheduled(was, { rules, exceptions, firstNight, lastNight, lastConfirmed, endsBy });
  const { lifted, annulled, furtherEndings } = was;
  const content = Curfew.parse({ ...shown, lifted, annulled, furtherEndings });
  return canonicalJson(content) === canonicalJson(was)
    ? []
    : differences({ kind: "curfew.changed", content: was }, { kind: "curfew.changed", content }, known, language);
}

/** How a new ending is recorded: by whom, from when, where. */
function endedLines(was: Curfew, is: Curfew, { known, now, language }: Context): string[] {
  const t = texts(language).recordCurfew;
  const scene = sceneOf(known, [is.country], now, language);
  return (["lifted", "annulled"] as const).flatMap((side) => {
    const ending = is[side];
    if (ending === undefined || canonicalJson(ending) === canonicalJson(was[side] ?? null)) return [];
    const places =
      ending.areas === undefined ? "" : `: ${ending.areas.map((id) => placeName(known, id, language, now)).join(", ")}`;
    return [(side === "annulled" ? t.court : t.lifted)(when(scene, instant(ending.from)), places)];
  });
}
