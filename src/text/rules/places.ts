// Names of places in a line of a decree, and back. A name that two places bear is never decided here: it is asked back.
import type { Area, AreaId } from "../../domain/area.ts";
import type { Language } from "../../domain/text.ts";

interface Hit {
  id: string;
  label: string;
}

/** What is asked of the names of places; store/names.ts answers. */
export interface PlaceNames {
  resolve: (
    typed: string,
    language: Language,
  ) => { is: "one"; id: string } | { is: "several"; hits: readonly Hit[] } | { is: "none"; nearest: readonly Hit[] };
  label: (id: string, language: Language) => string;
}

export interface Naming {
  names: PlaceNames;
  areas: ReadonlyMap<AreaId, Area>;
  language: Language;
  /** What "everywhere" means. */
  country: AreaId;
}

export type PlacesRead =
  | { is: "places"; ids: AreaId[] }
  | { is: "several"; typed: string; labels: readonly string[] }
  | { is: "none"; typed: string; labels: readonly string[] };

const EVERYWHERE =
  /^(?:everywhere|nationwide|(?:in )?the whole country|(?:en )?todo el pa[ií]s|a nivel nacional|todo el territorio nacional)$/iu;
const IN = /^(?:in|for|en|para)\s+/iu;
const AND = /\s+(?:and|y|e|&)\s+/iu;

/** Empty for an empty text. */
export function readPlaces(text: string, naming: Naming): PlacesRead {
  const ids: AreaId[] = [];
  for (const piece of pieces(text.replace(IN, ""))) {
    const read = readPiece(piece, naming);
    if (read.is !== "places") return read;
    ids.push(...read.ids.filter((id) => !ids.includes(id)));
  }
  return { is: "places", ids };
}

/** At commas and semicolons, but for those within brackets: `Bolívar (canton, Carchi)` is one name. */
function pieces(text: string): string[] {
  const found = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth <= 0 && (sign === "," || sign === ";")) found.push("");
    else found.push(`${found.pop() ?? ""}${sign}`);
  }
  return found.map((piece) => piece.trim().replace(/\.$/, "").trim()).filter((piece) => piece !== "");
}

/** "Los Ríos y El Oro" is two names, unless one place is called so. */
function readPiece(piece: string, naming: Naming): PlacesRead {
  const { names, areas, language, country } = naming;
  // Behind a comma the last name keeps its "and".
  const typed = piece.replace(/^(?:and|y|e|&)\s+/iu, "");
  if (EVERYWHERE.test(typed)) return { is: "places", ids: [country] };
  const found = names.resolve(typed, language);
  if (found.is === "one") {
    if (areas.has(found.id)) return { is: "places", ids: [found.id] };
    return { is: "none", typed, labels: [] };
  }
  const [first = "", ...others] = typed.split(AND);
  if (found.is === "none" && others.length > 0) {
    const ids: AreaId[] = [];
    for (const one of [first, ...others]) {
      const read = readPiece(one, naming);
      if (read.is !== "places") return read;
      ids.push(...read.ids);
    }
    return { is: "places", ids };
  }
  return found.is === "several"
    ? { is: "several", typed, labels: found.hits.map((hit) => hit.label) }
    : { is: "none", typed, labels: found.nearest.map((hit) => hit.label) };
}

/** As they are read again: by name, by name and kind, or, where neither is read as this very place, by its code. */
export function printPlaces(ids: readonly AreaId[], naming: Naming): string {
  return ids.map((id) => printPlace(id, naming)).join(", ");
}

function printPlace(id: AreaId, naming: Naming): string {
  const { areas, names, language } = naming;
  const name = areas.get(id)?.name;
  const own = [name?.[language] ?? name?.en ?? name?.es ?? id, names.label(id, language)];
  const back = (text: string) => {
    const read = readPlaces(text, naming);
    return read.is === "places" && read.ids.length === 1 && read.ids[0] === id;
  };
  return own.find((text) => !/[:\n]|\b(?:except|excepto|salvo|menos)\b/iu.test(text) && back(text)) ?? id;
}
