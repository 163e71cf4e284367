// Who speaks, for comparing: names as records write them, and whether two of them speak for the same side. It must never take two sides for one by a
// likeness of letters, nor a reprint for a second publisher.
import { publisherKey, type Source } from "./source.ts";
import type { Text } from "./text.ts";

/** `US Southern Command (SOUTHCOM)` is also called by the part before and by the letters in brackets; both languages name the same speaker. */
export function namesOf(text: Text): readonly string[] {
  const names = [text.en, text.es].flatMap((name) => {
    if (name === undefined) return [];
    const [, before, letters] = /^(.+?) \(([\p{Lu}\d-]{2,})\)$/u.exec(name) ?? [];
    return [name, ...(before === undefined ? [] : [before]), ...(letters === undefined ? [] : [letters])];
  });
  return [...new Set(names.map(folded))];
}

export function isSame(a: Text, b: Text): boolean {
  const names = namesOf(a);
  return namesOf(b).some((name) => names.includes(name));
}

export function publisherText({ publisher }: Source): Text {
  return typeof publisher === "string" ? { en: publisher, es: publisher } : publisher;
}

/** The house whose text it is: `AP via KSAT`, `AP via WSVN` and `AP (mirror)` are one. */
export function houseOf(source: Source): string {
  const name = folded(publisherKey(source));
  const own = name
    .split(/ via | vía |, reposted on |, republicado en /)[0]
    ?.replace(/\s*\([^)]*\)\s*$/, "")
    .trim();
  return own === undefined || own === "" ? name : own;
}

/**
 * Names under which the United States announce and comment on their own strikes. A list, because no field says for whom somebody speaks: whoever is not on it
 * counts as somebody else.
 */
const UNITED_STATES =
  /\b(southcom|southern command|comando sur|pentagon|pentagono|white house|casa blanca|hegseth|trump|vance|rubio|(us|u\.s\.|united states) (military|army|navy|coast guard|government|officials?|forces|southern command)|(ejercito|armada|guardia costera|gobierno|fuerzas armadas|funcionarios?) de (ee\.? ?uu|los estados unidos|estados unidos)|(secretary|department) of (defense|war|state|homeland security)|(secretari[oa]|departamento) de (defensa|guerra|estado))(?![a-z])/;

/** Several may have announced together: `US Southern Command; Ecuador's Ministry of Defence`. */
export function isOnSideOf(speaker: Text, announcer: Text): boolean {
  const sides = (text: Text) => namesOf(text).flatMap((name) => name.split(/\s*;\s*/));
  const [theirs, ours] = [sides(speaker), sides(announcer)];
  if (ours.some((name) => isUnitedStates(name)) && theirs.some((name) => isUnitedStates(name))) return true;
  return theirs.some((name) => ours.includes(name));
}

function isUnitedStates(name: string): boolean {
  return UNITED_STATES.test(name.normalize("NFD").replaceAll(/\p{M}/gu, ""));
}

function folded(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
