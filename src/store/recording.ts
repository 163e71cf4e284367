// The one way a fact enters the log, as commands, importers and the clock see it.
import type { Draft, Fact } from "../domain/fact.ts";

/** `stale`: somebody recorded in between; the head is shown and nothing was written. `same`: it stands already, word for word. */
export type Recorded =
  | { is: "recorded"; facts: readonly Fact[] }
  | { is: "same"; facts: readonly Fact[] }
  | { is: "stale"; subject: string; head: Fact | undefined };

export interface Recording {
  /** The subject's newest fact of one noun (`strike`): its id is the `prev` of the next one. */
  head: (noun: string, subject: string) => Fact | undefined;
  /** All or none, checked (shape, ids, places) before anything is written. `recorder`: an opaque id, never a name. Throws on a broken draft or store. */
  record: (drafts: readonly Draft[], recorder: string) => Promise<Recorded>;
}
