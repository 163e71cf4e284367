// The question back where a place is not clear: one menu for one place, while the others, the time and when it was typed stay in its button id.
// It must never lose what else was asked, nor read the time anew at the moment of the pick.
import { answer, type Answer, type Context } from "../../src/command.ts";
import type { Millis } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import { menus } from "../../src/views/paging.ts";
import { placeName } from "../../src/views/curfew/words.ts";
import { piece, type Piece } from "./places.ts";

/** What was asked, while a place of it is open. */
export interface Open {
  list: readonly Piece[];
  at: string | undefined;
  /** World time: "tonight" is the night that it was when it was typed. */
  askedAt: Millis;
}

/** Names in the sentence that asks back; the menu has them all. */
const NAMED = 10;
const TYPED = 60;
const LABEL = 100;
/** In the arguments: the place that is asked for, and a piece that is still as it was typed. No id of a place looks like these. */
const [HERE, AS_TYPED, LEAVE_OUT] = ["?", "=", "-"] as const;

export function askBack({ list, at, askedAt }: Open, { known, language }: Context): Answer {
  const { common, curfew, ask: t } = texts(language);
  const index = list.findIndex((one) => one.is !== "one");
  const open = list[index];
  if (open === undefined || open.is === "one") throw new RangeError("nothing to ask back for");
  const { typed, hits, is } = open;
  const names = hits.slice(0, NAMED).map((hit) => escape(hit.label));
  const choices = hits.length > NAMED ? [...names, curfew.andMore(hits.length - NAMED)] : names;
  const shown = escape(typed.slice(0, TYPED));
  const kept = list.flatMap((one, i) =>
    i === index
      ? []
      : [one.is === "one" ? placeName(known, one.id, language, askedAt) : escape(one.typed.slice(0, TYPED))],
  );
  const sentences = [
    is === "several"
      ? common.several(shown, choices)
      : `${t.unknownPiece(shown)} ${curfew.nearest(choices.join("; "))}`,
    ...(kept.length === 0 ? [] : [t.kept(common.and(kept))]),
  ];
  const options = hits.map((hit) => ({ label: hit.label.slice(0, LABEL), value: hit.id }));
  return answer({
    content: sentences.join(" "),
    rows: menus({
      action: { name: "curfew.place", args: [at ?? "", askedAt.toString(36), ...entries(list, index)] },
      placeholder: curfew.pick,
      options: kept.length === 0 ? options : [...options, { label: t.leaveOut, value: LEAVE_OUT }],
    }),
  });
}

const entries = (list: readonly Piece[], open: number) =>
  list.map((one, i) => (i === open ? HERE : one.is === "one" ? one.id : `${AS_TYPED}${one.typed}`));

/** From outside: undefined for what no menu of ours can have carried, and for a place that is no longer there. */
export function picked(args: readonly string[], id: string, context: Context): Open | undefined {
  const { known, now } = context;
  // Menus from before several places could be asked about carry the time alone.
  const [at = "", asked = now.toString(36), ...list] = args;
  const slots = list.length === 0 ? [HERE] : list;
  const isLeftOut = id === LEAVE_OUT && slots.length > 1;
  const isAsked = /^-?[0-9a-z]{1,9}$/.test(asked) && slots.includes(HERE);
  if (!isAsked || !(isLeftOut || known.areasById.has(id))) return undefined;
  const found = slots.flatMap((slot): (Piece | undefined)[] => {
    if (slot === HERE) return isLeftOut ? [] : [{ is: "one", id }];
    if (slot.startsWith(AS_TYPED)) return [piece(slot.slice(1), context)];
    return [known.areasById.has(slot) ? { is: "one", id: slot } : undefined];
  });
  const pieces = found.filter((one) => one !== undefined);
  if (pieces.length < found.length) return undefined;
  const once = pieces.filter(
    (one, i) => one.is !== "one" || pieces.findIndex((other) => other.is === "one" && other.id === one.id) === i,
  );
  return { list: once, at: at === "" ? undefined : at, askedAt: Number.parseInt(asked, 36) };
}
