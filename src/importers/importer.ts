// The contract of everything that brings facts in from files or feeds. An importer only reads: what is done with it is decided in take.ts.
import type { Draft } from "../domain/fact.ts";

/** A draft without its place in the chain: that follows from what the log holds. */
type Chainless<D> = D extends Draft ? Omit<D, "prev" | "origin"> : never;
export type Version = Chainless<Draft>;

/** One subject of a source: the versions it went through as far as the source tells, oldest first. The last is its state today. */
export interface Subject {
  /** Named for messages to people: `data/curfews.json, ec-2026-03-15-decreto-329`. */
  where: string;
  versions: readonly [Version, ...Version[]];
}

export interface Importer {
  /** Named in each fact's `origin`; never changes, or everything would look new. */
  id: string;
  /** Reads the whole source. Throws BrokenSource naming file, record and field; then nothing of it is taken. */
  read: () => Promise<readonly Subject[]>;
}

/** A source that cannot be taken as it is: the sentence says file, record and field. */
export class BrokenSource extends Error {
  override name = "BrokenSource";
}
