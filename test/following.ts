// What somebody records next of a subject, as a form would send it: it follows the newest version that stands.
import { type Draft, type FactKind, noun, readDraft } from "../src/domain/fact.ts";
import type { FactStore } from "../src/store/store.ts";

/** `more`: what else the draft says; its `subject` where the content does not name itself. */
export function following(
  store: Pick<FactStore, "head">,
  kind: FactKind,
  content: object,
  more: object & { subject?: string } = {},
): Draft {
  const { subject = "id" in content ? String(content.id) : "s1" } = more;
  const prev = store.head(noun(kind), subject)?.id;
  return readDraft({ kind, content, ...(prev === undefined ? {} : { prev }), ...more, subject });
}
