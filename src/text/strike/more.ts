// Reads what stands behind "More details" of a strike: figures of other people, and how many vessels and strikes a record stands for. It writes nothing back.
import type { Measure } from "../../domain/toll.ts";
import { plain } from "../when/plain.ts";
import { type Amount, readAmount } from "./amount.ts";

type Other = Exclude<Measure, "killed">;

const NAMES: readonly [Other, RegExp][] = [
  ["injured", /\b(?:injured|wounded|herid[oa]s?|lesionad[oa]s?)\b/],
  [
    "presumed-dead",
    /\b(?:presumed dead|missing,? presumed dead|dad[oa]s? por muert[oa]s?|presuntamente muert[oa]s?)\b/,
  ],
  ["survivors", /\b(?:survivors?|survived|sobrevivientes?|sobrevivieron|sobrevivio)\b/],
];

export type People = Partial<Record<Other, Amount>>;

/** One figure a line or between commas: `survivors: 1, presumed dead: at least 2`. Undefined with the piece that cannot be read. */
export function readPeople(typed: string): { is: "people"; people: People } | { is: "unreadable"; piece: string } {
  const people: People = {};
  const pieces = typed.split(/[;,\n]/).filter((piece) => piece.trim() !== "");
  for (const piece of pieces) {
    const shown = plain(piece);
    const named = NAMES.find(([, name]) => name.test(shown));
    const amount = named && readAmount(shown.replace(named[1], " ").replaceAll(/[:=]/g, " ").trim());
    if (named === undefined || amount === undefined || people[named[0]] !== undefined)
      return { is: "unreadable", piece: piece.trim() };
    if (amount !== "not-stated") people[named[0]] = amount;
  }
  return { is: "people", people };
}

export interface Hits {
  vessels?: number;
  strikes?: number;
}

const VESSELS = /^(\d{1,2}) ?(?:vessels?|boats?|ships?|embarcaci\w+|lanchas?|barcos?|buques?)$/;
const STRIKES = /^(\d{1,2}) ?(?:strikes?|attacks?|ataques?)$/;

/** `2 vessels, 3 strikes`; none of either is nothing that was struck. */
export function readHits(typed: string): Hits | undefined {
  const hits: Hits = {};
  for (const piece of plain(typed)
    .split(/[;,\n]| and | y /)
    .filter((one) => one.trim() !== "")) {
    const vessels = VESSELS.exec(piece.trim())?.[1];
    const strikes = STRIKES.exec(piece.trim())?.[1];
    if (vessels !== undefined && hits.vessels === undefined) hits.vessels = Number(vessels);
    else if (strikes !== undefined && hits.strikes === undefined) hits.strikes = Number(strikes);
    else return undefined;
  }
  return hits.vessels === 0 || hits.strikes === 0 ? undefined : hits;
}
