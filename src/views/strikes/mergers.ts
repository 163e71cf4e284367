// Organisations that merged with the one whose strikes are asked for: strikes stay counted under the name they were announced with, and that is said.
import type { Cut, StrikeRecord } from "../../domain/count.ts";
import type { Org } from "../../domain/org.ts";
import { mergedInto, successors } from "../../domain/org-change.ts";
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";
import { mergedSentence } from "../orgs/org.ts";

type Orgs = Pick<StrikeRecord, "orgsById">;

/** What it went on as, then what went on as it. */
export function mergedWith({ orgsById }: Orgs, id: string | undefined): readonly Org[] {
  if (id === undefined) return [];
  const last = successors(id, orgsById).at(-1);
  return [last, ...mergedInto(id, [...orgsById.values()]).map((org) => org.id)].flatMap(
    (one) => orgsById.get(one ?? "") ?? [],
  );
}

export function mergerFields(record: Orgs, { org }: Pick<Cut, "org">, language: Language): Field[] {
  const own = org === undefined ? undefined : record.orgsById.get(org);
  const merged = [own, ...mergedInto(org ?? "", [...record.orgsById.values()])].flatMap((one) =>
    one?.mergedInto === undefined ? [] : [one],
  );
  const t = texts(language).orgs;
  const lines = merged.map((one) => mergedSentence(one, { record, language }));
  return lines.length === 0 ? [] : fieldOf(t.mergersField, [...lines.map((line) => `• ${line}`), t.countedApart]);
}
