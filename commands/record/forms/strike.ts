// /record strike, and "Record strike" under Apps: a new record, or a source added to one that may be the same. It writes nothing and asks no leave.
import { type Context, Refusal } from "../../../src/command.ts";
import { addressKey } from "../../../src/domain/address.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { isFresh } from "../../../src/domain/fresh.ts";
import { mismatch } from "../../../src/domain/match.ts";
import { sameEvent } from "../../../src/domain/same-event.ts";
import type { Strike } from "../../../src/domain/strike.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { say, texts } from "../../../src/text/index.ts";
import { readTold, toldWords } from "../../../src/text/strike/told.ts";
import { escape } from "../../../src/views/escape.ts";
import {
  changeNotice,
  countChange,
  NAMED,
  notice,
  openLines,
  recordedAs,
  sameLines,
} from "../../../src/views/record/strike.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { strikeFields } from "./strike-fields.ts";
import { addedTo, newFigures } from "./strike-into.ts";
import { strikeMore } from "./strike-more.ts";
import { argsOf, daysLine, openingOf, readStrike, today } from "./strike-read.ts";
import { hears } from "../../../src/domain/topic.ts";

export const strikeForm: RecordForm = {
  name: "strike",
  title: (_given, { language }) => texts(language).recordStrike.title,
  fields: strikeFields,
  more: [strikeMore],
  read,
  settled: ({ typed }, { now, language }) => {
    const told = readTold(typed.told ?? "", today(now));
    return told.is === "told" ? { ...typed, told: toldWords(told.told, language) } : typed;
  },
  turned,
  card,
  recorded,
};

function read(given: Given, context: Context): [Draft] {
  const strike = readStrike(given, context);
  const { turn } = openingOf(given.args);
  const added = turn.is === "into" ? addedTo(turn.subject, strike, context) : undefined;
  // What cannot be added any more is shown as a record of its own, with the one that stands beside it.
  if (added !== undefined && "draft" in added) return [added.draft];
  const announce = turn.is === "announce" && !isFresh(strike, context.now);
  return [
    { kind: "strike.recorded", subject: strike.id, content: strike, ...(announce ? { announce: true as const } : {}) },
  ];
}

/** `into` with a record's id, `announce`, or `none`: back to a record of its own. */
function turned(given: Given, [turn, subject = ""]: readonly string[], context: Context): string[] | undefined {
  const opening = openingOf(given.args);
  if (turn === "announce" || turn === "none") return argsOf({ ...opening, turn: { is: turn } });
  if (turn !== "into") return undefined;
  const added = addedTo(subject, readStrike(given, context), context);
  if ("why" in added) throw new Refusal(added.why);
  return argsOf({ ...opening, turn: { is: "into", subject } });
}

function card([draft]: readonly Draft[], given: Given, context: Context): Card {
  if (draft?.kind === "strike.recorded") return newCard(draft.content, draft.announce === true, context);
  if (draft?.kind === "strike.changed") return addedCard(draft, given, context);
  throw new Error(`a form of strikes holds ${draft?.kind ?? "nothing"}`);
}

function newCard(strike: Strike, announce: boolean, context: Context): Card {
  const { known, now, language, recording } = context;
  const t = texts(language).recordStrike;
  const scene = { strike, known, now, language };
  const near = sameEvent(strike, known.strikes);
  const links = new Set(strike.sources.map(({ url }) => addressKey(url ?? "")));
  const linked = (other: Strike) => other.sources.some(({ url }) => url !== undefined && links.has(addressKey(url)));
  const { preview, lines } = notice(scene);
  const fresh = isFresh(strike, now);
  const channels = followers(strike, context);
  const news = fresh ? t.announced(channels) : announce ? t.announcedOld(channels) : t.tooOld;
  // Where the link stands already there is nothing to add.
  const addable = near
    .slice(0, NAMED)
    .map((other, i) => ({ other, number: i + 1 }))
    .filter(({ other }) => !linked(other));
  return {
    preview,
    warnings: sameLines(
      near.map((other) => ({ strike: other, linked: linked(other) })),
      scene,
    ),
    lines: [
      ...lines,
      ...daysLine(context),
      news,
      countChange(scene),
      ...openLines(scene),
      ...unknownGroup(strike, language),
    ],
    rests: [fresh, ...near.slice(0, NAMED).flatMap(({ id }) => [id, recording.head("strike", id)?.id ?? ""])],
    turns: [
      ...addable.map(({ other, number }) => ({
        label: t.addTo(number, Math.min(near.length, NAMED)),
        to: ["into", other.id],
      })),
      ...(fresh ? [] : [{ label: announce ? t.announceNot : t.announceAnyway, to: [announce ? "none" : "announce"] }]),
    ],
    ...(near.length > 0 ? { confirm: t.confirmOther } : {}),
  };
}

function unknownGroup({ orgAlleged, orgIds }: Strike, language: Context["language"]): string[] {
  if (orgAlleged === undefined || orgIds.length > 0) return [];
  return [texts(language).recordStrike.groupUnknown(escape(say(orgAlleged, language)))];
}

function addedCard(
  { content: strike, why }: Extract<Draft, { kind: "strike.changed" }>,
  given: Given,
  context: Context,
): Card {
  const { known, now, language } = context;
  const { recordStrike: t, strikes } = texts(language);
  const stands = known.strikesById.get(strike.id) ?? strike;
  const typed = readStrike(given, context);
  const figures = newFigures(stands, typed).filter(({ measure }) => measure === "killed");
  const scene = { strike, known, now, language };
  const { preview, lines } = changeNotice(stands, why, scene);
  const added = figures.map((one) =>
    t.addsFigure(
      strikes.amount(one.low, one.atLeast ? undefined : (one.high ?? one.low)),
      escape(say(one.by ?? typed.announcedBy, language)),
    ),
  );
  const silent = typed.figures.every(({ measure }) => measure !== "killed");
  return {
    preview,
    warnings: [t.adds(recordedAs(stands, known, language))],
    lines: [
      ...lines,
      ...(added.length > 0 ? added : [silent ? t.addsSilent : t.addsSource]),
      countChange(scene),
      t.reached,
    ],
    rests: [],
    turns: [{ label: t.alone, to: ["none"] }],
  };
}

function recorded(facts: readonly Fact[], context: Context): string {
  const { known, now, language } = context;
  const { recordStrike: t } = texts(language);
  const [fact] = facts;
  if (fact === undefined || !("figures" in fact.content)) return "";
  const what = recordedAs(fact.content, known, language);
  if (fact.kind === "strike.changed") return t.recordedAdded(what);
  const news = isFresh(fact.content, now) || fact.announce === true;
  return [t.recorded(what), news ? t.toldTo(followers(fact.content, context)) : t.notTold].join(" ");
}

/** Channels that ask for such a strike at this moment, in every guild: the same question as the planner's. */
function followers(strike: Strike, { subscriptions, now, known }: Context): number {
  const asks = (one: Subscription) =>
    hears(one.topics, "strike.recorded") && mismatch(one, strike, known.orgsById) === undefined;
  return subscriptions.at(now).filter(({ subscriptions: all }) => all.some(asks)).length;
}
