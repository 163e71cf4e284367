// Answers about several places and about spans as text to paste: dated, on each place's own clock, with its sources. Pasted it is read hours later,
// so it never says "now" or "tonight".
import type { PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { Source } from "../../domain/source.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { asKnown, sourceLines } from "../as-known.ts";
import { bare } from "../bare.ts";
import { SIGN } from "./line.ts";
import { placeLines, placesBasis, type PlacesQuestion } from "./places.ts";
import { checkedWords, known } from "./sources.ts";
import { curfewsOf, decreeLines, partLines, spanBasis, type SpanQuestion } from "./span.ts";
import type { Scene } from "./words.ts";
import { upper } from "./span-words.ts";

export function placesToPaste(question: PlacesQuestion): string[] {
  const { byPlace, ...basis } = placesBasis(question, true);
  const places = byPlace.map((one) => lineOf(one.name, placeLines(one, question.at)));
  return pasted(basis, places, question);
}

export function spanToPaste(question: SpanQuestion): string[] {
  const { byPlace, ...basis } = spanBasis(question, true);
  const places = byPlace.map(({ place, name, items }) =>
    lineOf(name, [
      ...partLines(items, question.span),
      ...decreeLines(curfewsOf(items, basis.curfews), basis.scene, place),
    ]),
  );
  return pasted(basis, places, question);
}

const lineOf = (name: string, lines: readonly string[]) => `${name}: ${lines.map(sentence).join(" ")}`;

interface Basis {
  scene: Scene;
  curfews: readonly Curfew[];
  sources: readonly Source[];
  /** The place of which the least far is known. */
  checked: PlaceId;
  headline: string;
}

interface Asked {
  record: Scene["record"];
  places: readonly PlaceId[];
  now: Millis;
  language: Scene["language"];
}

function pasted(basis: Basis, places: readonly string[], { record, places: asked, now, language }: Asked): string[] {
  const { scene, curfews, sources, checked, headline } = basis;
  const [place = ""] = asked;
  const { curfew: t, share } = texts(language);
  const decreed = known(
    scene,
    curfews.flatMap((curfew) => curfew.sources),
  );
  return [
    ...[headline, ...places].map(withoutSigns),
    ...sourceLines(decreed.length > 0 ? decreed : sources, language),
    sentence(upper(checkedWords(scene, checked, asked))),
    `${sentence(share.asKnown(asKnown({ record, place, at: now, language }, true)))} ${sentence(upper(t.permission))}`,
  ].map(bare);
}

function withoutSigns(line: string): string {
  return Object.values(SIGN).reduce((rest, sign) => rest.replaceAll(`${sign} `, ""), line);
}
