// /curfew: what holds at a place or at several, now, at a time or from one hour to another. Reads the record, never writes.
import { withAnswerButtons } from "../../src/answering/buttons.ts";
import { present } from "../../src/answering/present.ts";
import { action, type Answer, type Command, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import { answers } from "./answers.ts";
import { askBack, type Open, picked } from "./ask-back.ts";
import { bareQuestion } from "./bare.ts";
import { MOST, type Piece, pieces, suggestPlaces } from "./places.ts";
import { moments } from "./times.ts";

/** Longer names than anybody has are repeated only so far. */
const TYPED = 60;
/** Others of that name, told by name. */
const NAMED = 10;

const own = { name: "curfew", answers };

export const curfew: Command = withAnswerButtons({
  ...own,
  where: "everywhere",
  action: action({
    options: {
      place: { kind: "text", complete: suggestPlaces },
      at: { kind: "text" },
    },
    run: ({ place, at }, context) => {
      if (place === undefined)
        return at === undefined
          ? present(own, bareQuestion(context), context)
          : state([context.defaultArea], { at, askedAt: context.now }, context);
      const list = pieces(place, context);
      const [only, ...others] = list;
      if (only?.is === "none" && others.length === 0) throw new Refusal(unknownPlace(only, context));
      return ask({ list, at, askedAt: context.now }, context);
    },
  }),
  menus: {
    // Beside the question and not in its place: who picked the wrong one picks again.
    "curfew.place": (args, [id = ""], context) => {
      const open = picked(args, id, context);
      if (open === undefined) throw new Refusal(texts(context.language).curfew.gone);
      return ask(open, context);
    },
  },
});

/** The answer, or the question back for the first place that is not clear. */
function ask({ list, at, askedAt }: Open, context: Context): Answer {
  const t = texts(context.language).ask;
  if (list.length > MOST) throw new Refusal(t.tooMany(list.length, MOST));
  const places = list.flatMap((one) => (one.is === "one" ? [one.id] : []));
  const [first = context.defaultArea, ...others] = places;
  if (list.every((one) => one.is === "one")) {
    if (places.length === 0) throw new Refusal(t.noPieces);
    return state([first, ...others], { at, askedAt }, context, assumed(list, context));
  }
  // A time that nobody can read is said at once, not after the place was picked.
  if (at !== undefined) moments([first, ...others], at, { ...context, now: askedAt });
  return askBack({ list, at, askedAt }, context);
}

/** Who else bears a name that was typed: an answer about another Santiago must not pass for the one that was meant. */
function assumed(list: readonly Piece[], { names, language }: Context): string[] {
  const t = texts(language).places;
  return list.flatMap((one) => {
    if (one.is !== "one" || one.others === undefined) return [];
    const { typed, others } = one.others;
    const shown = others.slice(0, NAMED).map((hit) => escape(hit.label));
    const rest = others.length > NAMED ? [t.more(others.length - NAMED)] : [];
    return [t.readAs(escape(typed.slice(0, TYPED)), escape(names.areas.label(one.id, language)), [...shown, ...rest])];
  });
}

function state(
  places: readonly [string, ...string[]],
  { at, askedAt }: Pick<Open, "at" | "askedAt">,
  context: Context,
  assumptions: readonly string[] = [],
): Answer {
  const { asked, note } = at === undefined ? { asked: {} } : moments(places, at, { ...context, now: askedAt });
  const [place] = places;
  const notes = [...assumptions, ...(note === undefined ? [] : [note])];
  const how = notes.length === 0 ? {} : { note: notes.join("\n") };
  return places.length === 1
    ? present(own, { is: "curfew.place", place, ...asked }, context, how)
    : present(own, { is: "curfew.places", places: [...places], ...asked }, context, how);
}

function unknownPlace({ typed, hits }: Extract<Piece, { is: "none" }>, { language }: Context): string {
  const t = texts(language).curfew;
  const list = hits.slice(0, 3).map((hit) => escape(hit.label));
  return [t.noPlace(escape(typed.slice(0, TYPED))), ...(list.length === 0 ? [] : [t.nearest(list.join("; "))])].join(
    " ",
  );
}
