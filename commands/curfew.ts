// /curfew: what holds at a place, now or at a time. Reads the record, never writes.
import { action, answer, type Answer, type Command, type Context, Refusal } from "../src/command.ts";
import { nights } from "../src/domain/nights.ts";
import { stateAt } from "../src/domain/state.ts";
import { dayOf, HOUR, type Millis } from "../src/domain/time.ts";
import { texts } from "../src/text/index.ts";
import { night } from "../src/text/time.ts";
import { readWhen, type When } from "../src/text/when.ts";
import { curfewAnswer } from "../src/views/curfew.ts";
import { darkFrom } from "../src/views/curfew-sources.ts";
import { curfewOverview } from "../src/views/curfew-overview.ts";
import { escape } from "../src/views/escape.ts";
import type { Message } from "../src/views/message.ts";

/** As many suggestions as a list or a menu holds. */
const MOST = 25;
/** Into a night that nothing is declared for: 23:00. */
const EVENING = 5 * HOUR;
/** Longer names and times than anybody has are repeated only so far. */
const TYPED = 60;

export const curfew: Command = {
  name: "curfew",
  where: "everywhere",
  action: action({
    options: {
      place: {
        kind: "text",
        complete: (typed, { names, language }) =>
          names.areas.find(typed, language, MOST).map((hit) => ({ name: hit.label, value: hit.id })),
      },
      at: { kind: "text" },
    },
    run: ({ place, at }, context) => {
      if (place === undefined) return at === undefined ? overview(context) : state(context.defaultArea, at, context);
      const found = context.names.areas.resolve(place, context.language);
      if (found.is === "one") return state(found.id, at, context);
      if (found.is === "several") return answer(askBack(place, at, found.hits, context));
      throw new Refusal(unknownPlace(place, found.nearest, context));
    },
  }),
  menus: {
    "curfew.place": ([at = ""], [id = ""], context) => {
      if (!context.known.areasById.has(id)) throw new Refusal(texts(context.language).common.brokenButton);
      return state(id, at === "" ? undefined : at, context);
    },
  },
};

function overview(context: Context): Answer {
  const { known, now, language, defaultArea: place } = context;
  const home = known.areas.country(place);
  const countries = new Set(
    known.curfews.map((one) => one.country).filter((country) => country !== home && known.areasById.has(country)),
  );
  const others = [...countries].map((country) => ({ country, state: stateAt(known, country, now) }));
  return answer(curfewOverview({ record: known, place, now, language, state: stateAt(known, place, now), others }));
}

function state(place: string, typed: string | undefined, context: Context): Answer {
  const { known, now, language } = context;
  const { at, read } = typed === undefined ? { at: now } : moments(place, typed, context);
  const question = { record: known, place, at, now, language, state: stateAt(known, place, at) };
  return answer(curfewAnswer(read === undefined ? question : { ...question, read }));
}

/** The instant to answer for. A night is answered by its curfew's begin, so that a curfew from two in the morning is not missed. */
function moments(place: string, typed: string, context: Context): { at: Millis; read?: string } {
  const { known, now, language } = context;
  const zone = known.areas.zone(place);
  const t = texts(language).curfew;
  const read = readWhen(typed, { now, zone });
  switch (read.is) {
    case "moment":
      return { at: read.at };
    case "night":
      return { at: nightInstant(place, read, context), read: t.readNight(night(read.night, zone, language)) };
    case "impossible":
      throw new Refusal(t.impossible(escape(read.what.slice(0, TYPED)), example(context, zone)));
    case "unreadable":
      throw new Refusal(t.unreadable(escape(typed.slice(0, TYPED)), example(context, zone)));
  }
}

function nightInstant(place: string, read: Extract<When, { is: "night" }>, { known, now }: Context): Millis {
  const { start, end } = read.night;
  const [first] = nights(known, place, start, 1);
  if (first !== undefined && first.start < end) return Math.max(first.start, start);
  const instant = now >= start && now < end ? now : start + EVENING;
  // A night is not called free for being free at first: where knowledge ends in it, that is the answer.
  const dark = darkFrom(known, [place], instant);
  return dark !== undefined && dark < end ? dark : instant;
}

/** `2026-03-20 23:30`, of today: it can be sent as it stands. */
function example({ now }: Context, zone: string): string {
  return `${dayOf(now, zone)} 23:30`;
}

function askBack(
  place: string,
  at: string | undefined,
  hits: readonly { id: string; label: string }[],
  { language }: Context,
): Message {
  const { common, curfew: t } = texts(language);
  const shown = hits.slice(0, MOST);
  return {
    content: common.several(
      escape(place.slice(0, TYPED)),
      shown.map((hit) => escape(hit.label)),
    ),
    rows: [
      {
        menu: {
          action: { name: "curfew.place", args: [(at ?? "").slice(0, TYPED)] },
          placeholder: t.pick,
          options: shown.map((hit) => ({ label: hit.label.slice(0, 100), value: hit.id })),
        },
      },
    ],
  };
}

function unknownPlace(typed: string, nearest: readonly { label: string }[], { language }: Context): string {
  const t = texts(language).curfew;
  const list = nearest.slice(0, 3).map((hit) => escape(hit.label));
  return [t.noPlace(escape(typed.slice(0, TYPED))), ...(list.length === 0 ? [] : [t.nearest(list.join("; "))])].join(
    " ",
  );
}
