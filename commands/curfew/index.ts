// /curfew: what holds at a place, now or at a time. Reads the record, never writes.
import { withAnswerButtons } from "../../src/answering/buttons.ts";
import { present } from "../../src/answering/present.ts";
import { action, answer, type Answer, type Command, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import type { Resolution } from "../../src/store/names.ts";
import { escape } from "../../src/views/escape.ts";
import type { Message } from "../../src/views/message.ts";
import { menus } from "../../src/views/paging.ts";
import { answers } from "./answers.ts";
import { moments } from "./times.ts";

/** As many suggestions as a list holds. */
const MOST = 25;
/** Longer names than anybody has are repeated only so far. */
const TYPED = 60;
/** Names in the sentence that asks back; the menu has them all. */
const NAMED = 10;

const own = { name: "curfew", answers };

export const curfew: Command = withAnswerButtons({
  ...own,
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
      if (place === undefined)
        return at === undefined
          ? present(own, { is: "curfew.country", place: context.defaultArea }, context)
          : state(context.defaultArea, at, context);
      const found = context.names.areas.resolve(place, context.language);
      if (found.is === "one") return state(found.id, at, context, assumed(place, found, context));
      if (found.is === "several") {
        // A time that nobody can read is said at once, not after the place was picked.
        if (at !== undefined) moments(context.defaultArea, at, context);
        return answer(askBack(place, at, found.hits, context));
      }
      throw new Refusal(unknownPlace(place, found.nearest, context));
    },
  }),
  menus: {
    // Beside the question and not in its place: who picked the wrong one picks again.
    "curfew.place": ([at = ""], [id = ""], context) => {
      if (!context.known.areasById.has(id)) throw new Refusal(texts(context.language).curfew.gone);
      return state(id, at === "" ? undefined : at, context);
    },
  },
});

function state(place: string, typed: string | undefined, context: Context, note?: string): Answer {
  const when = typed === undefined ? {} : moments(place, typed, context);
  return present(own, { is: "curfew.place", place, ...when }, context, note === undefined ? {} : { note });
}

/** Who else bears the name that was typed: an answer about another Santiago must not pass for the one that was meant. */
function assumed(
  typed: string,
  { id, others }: Extract<Resolution, { is: "one" }>,
  { names, language }: Context,
): string | undefined {
  if (others === undefined) return undefined;
  const t = texts(language).places;
  const shown = others.slice(0, NAMED).map((hit) => escape(hit.label));
  const rest = others.length > NAMED ? [t.more(others.length - NAMED)] : [];
  return t.readAs(escape(typed.slice(0, TYPED)), escape(names.areas.label(id, language)), [...shown, ...rest]);
}

function askBack(
  place: string,
  at: string | undefined,
  hits: readonly { id: string; label: string }[],
  { language }: Context,
): Message {
  const { common, curfew: t } = texts(language);
  const names = hits.slice(0, NAMED).map((hit) => escape(hit.label));
  const choices = hits.length > NAMED ? [...names, t.andMore(hits.length - NAMED)] : names;
  return {
    content: common.several(escape(place.slice(0, TYPED)), choices),
    rows: menus({
      action: { name: "curfew.place", args: [at ?? ""] },
      placeholder: t.pick,
      options: hits.map((hit) => ({ label: hit.label.slice(0, 100), value: hit.id })),
    }),
  };
}

function unknownPlace(typed: string, nearest: readonly { label: string }[], { language }: Context): string {
  const t = texts(language).curfew;
  const list = nearest.slice(0, 3).map((hit) => escape(hit.label));
  return [t.noPlace(escape(typed.slice(0, TYPED))), ...(list.length === 0 ? [] : [t.nearest(list.join("; "))])].join(
    " ",
  );
}
