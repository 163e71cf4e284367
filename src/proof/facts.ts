// The log as a table: every version of every subject, with who, when and why. The JSON beside it holds the facts word for word, so that each id can be
// computed again: SHA-256 over the RFC 8785 JSON of kind, subject, prev and content.
import type { Fact } from "../domain/fact.ts";
import type { Text } from "../domain/text.ts";
import { nameOf, type Record, sourceOf } from "./messages.ts";

export interface FactRow {
  seq: number;
  kind: string;
  subject: string;
  id: string;
  prev: string;
  recordedAt: string;
  knownFrom: string;
  recordedBy: string;
  confirmedBy: string;
  origin: string;
  why: string;
  reason: string;
  saysWho: string;
  whySource: string;
  sources: string;
  /** JSON. */
  content: string;
}

export function factRows(facts: readonly Fact[], record: Pick<Record, "nameOf">): FactRow[] {
  return facts.map((fact) => {
    const { why, content } = fact;
    return {
      seq: fact.seq,
      kind: fact.kind,
      subject: fact.subject,
      id: fact.id,
      prev: fact.prev ?? "",
      recordedAt: fact.recordedAt,
      knownFrom: fact.knownFrom ?? "",
      recordedBy: nameOf(fact.recorder, record),
      confirmedBy: why?.confirmedBy === undefined ? "" : nameOf(why.confirmedBy, record),
      origin: fact.origin ?? "",
      why: why?.is ?? "",
      reason: either(why?.reason ?? ("reason" in content ? content.reason : undefined)),
      saysWho: either(why?.by),
      whySource: why?.source === undefined ? "" : sourceOf(why.source),
      sources: "sources" in content ? (content.sources ?? []).map(sourceOf).join("\n") : "",
      content: JSON.stringify(content),
    };
  });
}

function either(text: Text | undefined): string {
  return [text?.en, text?.es].filter(Boolean).join(" / ");
}
