// A curfew answer as text to paste: state, hours, decree, source, as known when. Pasted it is read hours later, so it never says "now" or "tonight".
import { texts } from "../../text/index.ts";
import { bare } from "../bare.ts";
import { type AsKnown, asKnown, sourceLines } from "../as-known.ts";
import { basisOf, beginFor, type CurfewQuestion, partFields } from "./place.ts";
import { decreeName, hourLines, nightOf } from "./decree.ts";
import { withoutSigns } from "./part.ts";
import { lastLines } from "./parts.ts";
import { checkedWords, known } from "./sources.ts";
import { sentence } from "../../text/sentence.ts";

export function curfewLines(question: CurfewQuestion): string[] {
  const { record, place, at, now, language, state } = question;
  const { scene, parts, curfews, sources, headline } = basisOf(question, true);
  const { curfew: t, share } = texts(language);
  const decrees = curfews.map((curfew) => {
    const begin = beginFor(curfew.id, scene, parts, at);
    const counted = begin === undefined ? undefined : nightOf(curfew, begin, scene);
    const name = counted === undefined ? decreeName(curfew, scene) : `${decreeName(curfew, scene)} (${counted})`;
    return sentence(`${name}: ${hourLines(curfew, scene, place).join("; ")}`);
  });
  const apart = partFields(scene, parts, at).map(({ name, value }) => `${name}: ${value.replaceAll("\n", "; ")}`);
  const last = lastLines(scene, state, place).map((line) => sentence(`${t.field.last}: ${line}`));
  const decreed = known(
    scene,
    curfews.flatMap((curfew) => curfew.sources),
  );
  return [
    withoutSigns(headline),
    ...[...apart, ...decrees, ...last].map(withoutSigns),
    // Who says so of the decree; what else the answer rests on says how far it was checked.
    ...sourceLines(decreed.length > 0 ? decreed : sources, language),
    sentence(upper(checkedWords(scene, place))),
    `${sentence(share.asKnown(asKnown({ record, place, at: now, language }, true)))} ${sentence(upper(t.permission))}`,
  ].map(bare);
}

/** Lines of ours as bare text. */
export function bareLines(lines: readonly string[]): string[] {
  return lines.map((line) => bare(upper(withoutSigns(line))));
}

/** A list to paste: its lines, and as known when. */
export function pasted(lines: readonly string[], { place, record, at, language }: AsKnown): string[] {
  const { curfew: t, share } = texts(language);
  const known = sentence(share.asKnown(asKnown({ record, place, at, language }, true)));
  return bareLines([...lines, `${known} ${sentence(upper(t.permission))}`]);
}

function upper(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
