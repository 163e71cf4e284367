// The log's only unit: something that was so, told in the past tense, never edited. Every border reads facts through here.
import { z } from "zod";
import { Area } from "./area.ts";
import { Coverage } from "./coverage.ts";
import { Curfew } from "./curfew.ts";
import { isRecent } from "./fresh.ts";
import { Authority, Instrument, Org } from "./org.ts";
import { Claim, Gap, Strike, Tally } from "./strike.ts";
import { Text } from "./text.ts";
import { InstantText, instant, type Millis } from "./time.ts";
import { Why } from "./why.ts";

/** The newest version this program writes and the newest it reads. */
export const FACT_VERSION = 1;

const Withdrawal = z.strictObject({ reason: Text });

/** Kind -> the subject's whole new state. A subject keeps one noun for life: `curfew.*` never follows `strike.*`. */
export const CONTENT = {
  "area.recorded": Area,
  "area.changed": Area,
  "area.withdrawn": Withdrawal,
  "curfew.declared": Curfew,
  "curfew.changed": Curfew,
  "curfew.lifted": Curfew,
  "curfew.annulled": Curfew,
  "curfew.withdrawn": Withdrawal,
  "coverage.confirmed": Coverage,
  "coverage.withdrawn": Withdrawal,
  "strike.recorded": Strike,
  "strike.changed": Strike,
  "strike.withdrawn": Withdrawal,
  "tally.quoted": Tally,
  "tally.withdrawn": Withdrawal,
  "gap.noted": Gap,
  "gap.withdrawn": Withdrawal,
  "claim.recorded": Claim,
  "claim.withdrawn": Withdrawal,
  "org.recorded": Org,
  "org.changed": Org,
  "org.listed": Org,
  "org.delisted": Org,
  "org.withdrawn": Withdrawal,
  "authority.recorded": Authority,
  "authority.withdrawn": Withdrawal,
  "instrument.recorded": Instrument,
  "instrument.withdrawn": Withdrawal,
} as const;

export type Contents = { [Kind in keyof typeof CONTENT]: z.infer<(typeof CONTENT)[Kind]> };
export type FactKind = keyof Contents;
export const FACT_KINDS = Object.keys(CONTENT).filter((kind): kind is FactKind => kind in CONTENT);

/** What is asked to be recorded. `prev`: the id of the version it replaces; absent for a new subject. */
export type Draft = {
  [Kind in FactKind]: {
    kind: Kind;
    subject: string;
    prev?: string;
    content: Contents[Kind];
    /** For history: since when it was known. Absent: since it was recorded. */
    knownFrom?: InstantText;
    /** The data file or importer it was taken from. */
    origin?: string;
    /** By hand: why this version follows another. */
    why?: Why;
    /** Announced although its day lies further back than news reaches. */
    announce?: true;
  };
}[FactKind];

export type Fact = Draft & {
  v: number;
  /** SHA-256 of (kind, subject, prev, content). */
  id: string;
  /** Position in the log, from 1. */
  seq: number;
  /** World time. */
  recordedAt: InstantText;
  /** An opaque id of the person, or `data` / `clock`. */
  recorder: string;
};

const DraftRow = z.strictObject({
  kind: z.enum(FACT_KINDS),
  subject: z.string().min(1),
  prev: z.string().length(64).optional(),
  content: z.unknown(),
  knownFrom: InstantText.optional(),
  origin: z.string().optional(),
  why: Why.optional(),
  announce: z.literal(true).optional(),
});

/** A draft that was kept as plain JSON. Throws a ZodError on whatever is none. */
export function readDraft(value: unknown): Draft {
  const row = DraftRow.parse(value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very kind has read the content
  return { ...row, content: CONTENT[row.kind].parse(row.content) } as Draft;
}

/** When the team knew it. */
export function knownAt(fact: Pick<Fact, "knownFrom" | "recordedAt">): Millis {
  return instant(fact.knownFrom ?? fact.recordedAt);
}

/** Since when whoever asked us was told it: recorded, or hidden until then where it was recorded before. */
export function becameKnownAt(fact: Pick<Fact, "knownFrom" | "recordedAt">): Millis {
  return Math.max(instant(fact.recordedAt), knownAt(fact));
}

/** Known long before somebody recorded it: it is no news. */
export function isHistory(fact: Pick<Fact, "knownFrom" | "recordedAt">): boolean {
  const [known, recorded] = [knownAt(fact), instant(fact.recordedAt)];
  return known < recorded && !isRecent(known, recorded);
}

/** `curfew.declared` -> `curfew`. */
export function noun(kind: FactKind): string {
  return kind.slice(0, kind.indexOf("."));
}
