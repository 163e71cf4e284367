// Several places as one line of text: split, resolved, suggested. A name is never torn apart where it is a name as it stands, and no piece is guessed.
import type { Choice, Context } from "../../src/command.ts";
import { fold } from "../../src/text/fold.ts";
import { say } from "../../src/text/index.ts";

/** As one answer tells them: each gets a field, all one first line. */
export const MOST = 5;

type Asked = Pick<Context, "known" | "names" | "language">;
type Hits = readonly { id: string; label: string }[];

export type Piece =
  /** `others`: who else bears the name as it was typed, and was not taken to be meant. */
  | { is: "one"; id: string; others?: { typed: string; others: Hits } }
  | { is: "several"; typed: string; hits: Hits }
  | { is: "none"; typed: string; hits: Hits };

const AND = /\s+(?:y|e|and|&|\+)\s+/gi;
const LEADING = /^(?:y|e|and|&|\+)\s+/i;

/** Each place once, in the order typed. Empty where nothing but separators was typed. */
export function pieces(typed: string, asked: Asked): Piece[] {
  const whole = piece(typed, asked);
  const found = whole.is === "one" && isName(whole.id, typed, asked) ? [whole] : inChunks(chunks(typed), asked);
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = one.is === "one" ? one.id : fold(one.typed);
    return !seen.has(key) && seen.add(key);
  });
}

export function piece(typed: string, { names, language }: Asked): Piece {
  const found = names.areas.resolve(typed, language);
  if (found.is === "one")
    return {
      is: "one",
      id: found.id,
      ...(found.others === undefined ? {} : { others: { typed, others: found.others } }),
    };
  return { is: found.is, typed, hits: found.is === "several" ? found.hits : found.nearest };
}

/** The whole of it is a name of that very place, or how we write it in a list. */
function isName(id: string, typed: string, { known, names }: Asked): boolean {
  const area = known.areasById.get(id);
  if (area === undefined) return false;
  const labels = (["en", "es"] as const).map((language) => names.areas.label(id, language));
  const own = [id, area.name.en ?? "", area.name.es ?? "", ...area.spellings, ...labels];
  return own.some((name) => fold(name) === fold(typed));
}

/** Commas and semicolons outside brackets: `Bolívar (canton, Manabí)` is one. */
function chunks(typed: string): string[] {
  const found: string[] = [""];
  let depth = 0;
  for (const sign of typed) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;\n]/.test(sign)) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map((one) => one.trim()).filter((one) => one !== "");
}

/** The longest run of chunks that is a name wins: a name may hold a comma. */
function inChunks(list: readonly string[], asked: Asked): Piece[] {
  const found: Piece[] = [];
  for (let i = 0; i < list.length;) {
    const { piece: one, taken } = longest(list.slice(i), asked);
    if (one === undefined) found.push(...inWords(list[i] ?? "", asked));
    else found.push(one);
    i += taken;
  }
  return found;
}

function longest(list: readonly string[], asked: Asked): { piece?: Piece; taken: number } {
  for (let taken = list.length; taken > 1; taken--) {
    const typed = list.slice(0, taken).join(", ");
    const found = piece(typed, asked);
    if (found.is === "one" && isName(found.id, typed, asked)) return { piece: found, taken };
  }
  return { taken: 1 };
}

/** `Guayas y Azuay`, where that is no name and one of them is: then each is a piece of its own, also one that nobody knows. */
function inWords(chunk: string, asked: Asked): Piece[] {
  const own = piece(chunk, asked);
  if (own.is !== "none") return [own];
  if (LEADING.test(chunk)) return inWords(chunk.replace(LEADING, ""), asked);
  const cuts = [...chunk.matchAll(AND)].toReversed();
  for (const cut of cuts) {
    const [left, right] = [chunk.slice(0, cut.index), chunk.slice(cut.index + cut[0].length)];
    const found = [...inWords(left, asked), ...inWords(right, asked)];
    if (found.some((one) => one.is !== "none")) return found;
  }
  return [own];
}

/** Suggestions a list holds. */
const SUGGESTED = 25;
/** Discord's limit of a choice's name and value. */
const LONGEST = 100;

/** Completes the last piece and keeps those before it: as ids in the value, by their names in what is shown. */
export function suggestPlaces(typed: string, asked: Asked): Choice[] {
  const { names, language } = asked;
  const { before, last } = cutLast(typed, asked);
  if (before.length >= MOST) return [];
  const taken = new Set(before.flatMap((one) => (one.is === "one" ? [one.id] : [])));
  const shown = before.map((one) => (one.is === "one" ? shortName(one.id, asked) : one.typed));
  const values = before.map((one) => (one.is === "one" ? one.id : one.typed));
  return names.areas
    .find(last, language, SUGGESTED + MOST)
    .filter((hit) => !taken.has(hit.id))
    .slice(0, SUGGESTED)
    .flatMap(({ id, label }) => {
      const value = [...values, id].join(", ");
      const name = [...shown, label].join(", ");
      // Ids are short: what is shown goes back to us where somebody types on, so nothing of it is cut off.
      return value.length > LONGEST
        ? []
        : [{ name: name.length > LONGEST ? [...values, label].join(", ") : name, value }];
    });
}

function cutLast(typed: string, asked: Asked): { before: readonly Piece[]; last: string } {
  const isOpen = /[,;\n]\s*$/.test(typed);
  const own = piece(typed, asked);
  if (!isOpen && own.is === "one" && isName(own.id, typed, asked)) return { before: [], last: typed };
  const list = chunks(typed);
  const last = isOpen ? "" : (list.at(-1) ?? "");
  const before = isOpen ? list : list.slice(0, -1);
  const cut = [...last.matchAll(AND)].at(-1);
  const left = cut === undefined ? undefined : last.slice(0, cut.index);
  // "Guayas y az": what stands before the "y" is a place already.
  if (cut !== undefined && left !== undefined && inWords(left, asked).every((one) => one.is === "one"))
    return { before: pieces([...before, left].join(", "), asked), last: last.slice(cut.index + cut[0].length) };
  return { before: pieces(before.join(", "), asked), last: before.length > 0 ? last.replace(LEADING, "") : last };
}

/** Without its kind where the name alone is enough to find it again. */
function shortName(id: string, { known, names, language }: Asked): string {
  const area = known.areasById.get(id);
  const name = area === undefined ? id : say(area.name, language);
  const found = names.areas.resolve(name, language);
  return found.is === "one" && found.id === id && !/[,;]/.test(name) ? name : names.areas.label(id, language);
}
