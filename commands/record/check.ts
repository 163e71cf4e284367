// Checks by members of the team: "I have looked, there is nothing beyond this". Recorded only after Confirm, or by the button of the question that was
// asked in the review channel; leave is asked at every press, and what is known is looked at again.
import { z } from "zod";
import { answer, type Answer, type Context, type Opened, Refusal } from "../../src/command.ts";
import { PlaceId } from "../../src/domain/area.ts";
import { Coverage } from "../../src/domain/coverage.ts";
import type { Fact } from "../../src/domain/fact.ts";
import { type Language, LANGUAGES } from "../../src/domain/text.ts";
import { hash, newSubject } from "../../src/domain/id.ts";
import { isKnown, knowledgeOf, lasting, leavesOf } from "../../src/domain/knowledge.ts";
import { profile } from "../../src/domain/profile.ts";
import { segmentsOf } from "../../src/domain/segments.ts";
import { DAY, dayStart, instant, isoOf, MINUTE, type Millis } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { readWhen } from "../../src/text/when/index.ts";
import { checkCard, checkWords } from "../../src/views/record/check-card.ts";
import { checkDone } from "../../src/views/notices/check-due.ts";
import { sceneOf, when } from "../../src/views/curfew/words.ts";
import { escape } from "../../src/views/escape.ts";
import type { Message } from "../../src/views/message.ts";
import { menus } from "../../src/views/paging.ts";
import { beginCurfew } from "./curfew.ts";

/** A check reaches back no further: who looked through more than a month has sources, and they belong into the record. */
const FURTHEST = 31 * DAY;
/** An older card shows what was known then, not what is confirmed now. */
const CARD_LIFE = 15 * MINUTE;
/** And so does an older question. */
const QUESTION_LIFE = DAY;
/** What nobody can read is repeated only so far. */
const TYPED = 60;
/** Names in a sentence; a menu has them all. */
const NAMED = 5;

const Subject = z.string().regex(/^coverage-[0-9A-Z]{10}$/);
const Instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
/** In the order in which the button carries it: the record's id, the place, from when, when the card was shown, what it showed. */
const Form = z.tuple([Subject, PlaceId, Instant, Instant, z.string().regex(/^[0-9a-f]{12}$/)]);

/** As the question's buttons carry it. `asked`: the language in which the channel reads it, whoever presses. */
const Question = z.object({
  subject: Subject,
  until: Instant,
  asked: z.enum(LANGUAGES),
  places: z.array(PlaceId).nonempty(),
});
type Question = z.infer<typeof Question> & { areas: [string, ...string[]] };

interface Looked {
  subject: string;
  place: string;
  from: Millis;
  at: Millis;
}

/** The card. Throws a Refusal that names what cannot be read. */
export function checkedCard(typed: { place: string | undefined; since: string | undefined }, context: Context): Answer {
  const { names, language, defaultArea } = context;
  if (typed.place === undefined) return newCard(defaultArea, typed.since, context);
  const found = names.areas.resolve(typed.place, language);
  if (found.is === "one") return newCard(found.id, typed.since, context);
  const name = escape(typed.place.slice(0, TYPED));
  if (found.is === "several") {
    // A time that nobody can read is said at once, not after the place was picked.
    if (typed.since !== undefined) sinceOf(typed.since, defaultArea, context);
    return answer(askBack(name, typed.since, found.hits, language));
  }
  const { curfew: t } = texts(language);
  const list = found.nearest.slice(0, NAMED).map((hit) => escape(hit.label));
  throw new Refusal([t.noPlace(name), ...(list.length === 0 ? [] : [t.nearest(list.join("; "))])].join(" "));
}

/** Several places have that name: the one that was meant is picked from a list. */
function askBack(
  name: string,
  since: string | undefined,
  hits: readonly { id: string; label: string }[],
  language: Language,
): Message {
  const { common, curfew: t } = texts(language);
  return {
    content: common.several(
      name,
      hits.slice(0, NAMED).map((hit) => escape(hit.label)),
    ),
    rows: menus({
      action: { name: "check.place", args: [since ?? ""] },
      placeholder: t.pick,
      options: hits.map((hit) => ({ label: hit.label.slice(0, 100), value: hit.id })),
    }),
  };
}

export function pickedCard([since = ""]: readonly string[], [id = ""]: readonly string[], context: Context): Answer {
  if (!context.known.areasById.has(id)) throw new Refusal(texts(context.language).common.brokenButton);
  return newCard(id, since === "" ? undefined : since, context);
}

function newCard(place: string, since: string | undefined, context: Context): Answer {
  const at = floor(context.now);
  const from = since === undefined ? at : sinceOf(since, place, context);
  return card({ subject: newSubject("coverage"), place, from: Math.min(from, at), at }, context, "asker");
}

function card(looked: Looked, context: Context, to: Answer["to"], again?: "changed" | "old"): Answer {
  const { known: record, now, language } = context;
  const { subject, place, from, at } = looked;
  const form = [subject, place, String(from), String(at), shown(looked, context)];
  const check = checkOf(subject, [place], { from, at }, context);
  return answer(
    checkCard({ record, place, check, now, language, form, ...(again === undefined ? {} : { again }) }),
    to,
  );
}

/** Records what the card showed; shows a new one where that is no longer so. Pressed twice it records once. */
export async function confirmCheck(args: readonly string[], context: Context): Promise<Answer> {
  const { known: record, now, language, recording } = context;
  const { knowledge: t, common } = texts(language);
  const form = Form.safeParse(args).data;
  if (form === undefined || !record.areasById.has(form[1])) throw new Refusal(common.brokenButton);
  const [subject, place, from, at, digest] = form;
  const looked = { subject, place, from, at };
  const check = checkOf(subject, [place], looked, context);
  const words = checkWords({
    record,
    place,
    check: standing(recording.head("coverage", subject)) ?? check,
    now,
    language,
  });
  const same = () => answer({ content: t.same(words.name, words.until) }, "update");
  if (recording.head("coverage", subject) !== undefined) return same();
  if (now - at > CARD_LIFE) return card({ ...looked, at: floor(now) }, context, "update", "old");
  if (shown(looked, context) !== digest) return card({ ...looked, at: floor(now) }, context, "update", "changed");
  const recorded = await recording.record(
    [{ kind: "coverage.confirmed", subject, content: check }],
    await context.recorder(),
  );
  return recorded.is === "recorded"
    ? answer({ content: t.recorded(words.name, words.from, words.until) }, "update")
    : same();
}

/** The answer to the question of the review channel. Whoever comes second, or after a crash, finds it done: the message says by whom and until when. */
export async function questionDone(args: readonly string[], context: Context): Promise<Answer> {
  const { known, now, language, recording } = context;
  const asked = question(args, context);
  const { subject, until, areas } = asked;
  const before = recording.head("coverage", subject);
  if (before !== undefined) return done(before, asked, context);
  if (now > until + QUESTION_LIFE) throw new Refusal(texts(language).knowledge.tooOld);
  const meanwhile = knownUntil(areas, Math.max(until, now), context);
  if (meanwhile !== undefined)
    return answer(
      checkDone({
        record: known,
        areas,
        is: "meanwhile",
        name: undefined,
        at: now,
        until: meanwhile,
        now,
        language: asked.asked,
        subject,
      }),
      "update",
    );
  const at = floor(now);
  const content = checkOf(subject, areas, { from: at, at }, context);
  const recorded = await recording.record([{ kind: "coverage.confirmed", subject, content }], await context.recorder());
  const fact = recorded.is === "stale" ? recorded.head : recorded.facts[0];
  if (fact === undefined) throw new Error(`${subject} is ${recorded.is} and has no record`);
  return done(fact, asked, context);
}

/** The form for who knows of something new, with these places. Nothing is written, and the question stays. */
export function questionChanged(args: readonly string[], context: Context): Promise<Answer | Opened> {
  return beginCurfew(question(args, context).areas, context);
}

function question(args: readonly string[], { known, language }: Context): Question {
  const broken = () => new Refusal(texts(language).common.brokenButton);
  const [subject, until, asked, ...places] = args;
  const read = Question.safeParse({ subject, until, asked, places }).data;
  if (read === undefined) throw broken();
  const [first, ...others] = read.places.filter((place) => leavesOf(known.areas, [place], read.until).length > 0);
  if (first === undefined) throw broken();
  const areas: [string, ...string[]] = [first, ...others];
  return { ...read, areas };
}

function done(fact: Fact, { areas, asked }: Question, context: Context): Answer {
  const { known: record, now, language } = context;
  const check = standing(fact);
  if (check === undefined) throw new Refusal(texts(language).common.brokenButton);
  const name = context.nameOf(fact.recorder);
  const at = instant(check.checkedAt ?? fact.recordedAt);
  return answer(
    checkDone({
      record,
      areas,
      is: "done",
      name,
      at,
      until: instant(check.to),
      now,
      language: asked,
      subject: fact.subject,
    }),
    "update",
  );
}

function standing(fact: Fact | undefined): Coverage | undefined {
  return fact?.kind === "coverage.confirmed" ? fact.content : undefined;
}

function checkOf(
  id: string,
  areas: readonly string[],
  { from, at }: { from: Millis; at: Millis },
  { freshness }: Context,
): Coverage {
  return Coverage.parse({
    id,
    areas,
    from: isoOf(from),
    to: isoOf(at + freshness),
    checkedAt: isoOf(at),
    basis: { en: texts("en").knowledge.basis, es: texts("es").knowledge.basis },
  });
}

/** The first instant at which any of the places is not known, where all are at `at`. */
function knownUntil(areas: readonly string[], at: Millis, { known }: Context): Millis | undefined {
  const ahead = lasting(known);
  const leaves = leavesOf(known.areas, areas, at);
  if (leaves.some((leaf) => !isKnown(ahead, leaf, at))) return undefined;
  const ends = leaves.flatMap((leaf) => {
    const own = knowledgeOf(ahead, leaf, at);
    return own.is === "known" ? [own.until] : [];
  });
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** What the card showed: every curfew and every doubt there from its beginning to its end. */
function shown({ place, from, at }: Looked, { known, freshness }: Context): string {
  const ahead = { ...known, ...lasting(known) };
  const list = leavesOf(known.areas, [place], at).map((leaf) => [
    leaf,
    ...segmentsOf(profile(ahead, leaf), { start: from, end: at + freshness }).map(({ start, end, is, curfews }) => [
      start,
      end,
      is,
      ...curfews,
    ]),
  ]);
  return hash(list).slice(0, 12);
}

function sinceOf(typed: string, place: string, context: Context): Millis {
  const { known, now, language } = context;
  const zone = known.areas.zone(place);
  const t = texts(language).knowledge;
  const at = looking(typed, now, zone);
  if (at === undefined) throw new Refusal(t.badSince(escape(typed.slice(0, TYPED))));
  if (at > now) throw new Refusal(t.future(when(sceneOf(known, [place], now, language), at)));
  if (now - at > FURTHEST) throw new Refusal(t.tooLongAgo);
  return floor(at);
}

/** `18:00`, `6 pm`, `a las 18h`: without a day it is the next one that comes, unless who reads it looks back. */
export const HOUR_ALONE = /^\D{0,8}\d{1,2}\s*([:h.]\s*\d{0,2})?\s*([ap]\.?\s?m\.?|h|hs|hrs|horas)?$/i;

/** An hour alone is the last one that passed: nobody has looked since tomorrow. A day alone is its begin. */
function looking(typed: string, now: Millis, zone: string): Millis | undefined {
  const read = readWhen(typed, { now, zone });
  if (read.is === "now") return now;
  if (read.is === "night") return dayStart(read.day, zone);
  if (read.is !== "moment") return undefined;
  if (read.at <= now || !HOUR_ALONE.test(typed.trim())) return read.at;
  const yesterday = readWhen(typed, { now: now - DAY, zone });
  return yesterday.is === "moment" && yesterday.at <= now ? yesterday.at : read.at;
}

/** Whole minutes: what is shown is what is recorded. */
function floor(at: Millis): Millis {
  return Math.floor(at / MINUTE) * MINUTE;
}
