// A source added to a strike that is recorded already. Nothing that stands is replaced: a figure that differs goes beside the others.
import type { Context } from "../../../src/command.ts";
import { addressKey } from "../../../src/domain/address.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import type { Strike } from "../../../src/domain/strike.ts";
import type { Figure } from "../../../src/domain/toll.ts";
import { texts } from "../../../src/text/index.ts";
import { sameAmount } from "../../../src/text/strike/amount.ts";
import { recordedAs } from "../../../src/views/record/strike.ts";

/** Upon what stands now; or why there is nothing to add: the link stands there already, the record was withdrawn. */
export function addedTo(subject: string, typed: Strike, context: Context): { draft: Draft } | { why: string } {
  const { recording, known, language } = context;
  const t = texts(language).recordStrike;
  const head = recording.head("strike", subject);
  if (head === undefined || !("figures" in head.content)) return { why: t.gone };
  const stands = head.content;
  const [source] = typed.sources;
  if (source === undefined) throw new Error(`${typed.id} has no source`);
  const key = addressKey(source.url ?? "");
  if (stands.sources.some(({ url }) => url !== undefined && addressKey(url) === key))
    return { why: t.linkThere(recordedAs(stands, known, language)) };
  const content: Strike = {
    ...stands,
    figures: [...stands.figures, ...newFigures(stands, typed)],
    sources: [...stands.sources, source],
  };
  const why = { is: "added" as const, by: typed.announcedBy, source };
  return { draft: { kind: "strike.changed", subject, prev: head.id, content, why } };
}

/** Those that no source gives yet. */
export function newFigures(stands: Strike, typed: Strike): Figure[] {
  return typed.figures.filter(
    (one) => !stands.figures.some((other) => other.measure === one.measure && sameAmount(amount(other), amount(one))),
  );
}

const amount = ({ low, high, atLeast }: Figure) => ({ low, atLeast, ...(high === undefined ? {} : { high }) });
