// The data that ships, as a reader finds it: every record of data/, folded by hand, with the words people type. Never the store: views are tested alone.
import { unasked } from "../support.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Context } from "../../src/command.ts";
import { Area } from "../../src/domain/area.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import { instant } from "../../src/domain/time.ts";
import { Authority, Instrument, Org } from "../../src/domain/org.ts";
import { Claim, Gap, Strike, Tally } from "../../src/domain/strike.ts";
import type { Known } from "../../src/domain/known.ts";
import { namesOf } from "../../src/store/names.ts";
import type { Recorded, Recording } from "../../src/store/recording.ts";
import type { Language } from "../../src/domain/text.ts";

/** A list of records of one file, each a fact's content with `knownFrom` beside it. */
function listOf<S extends z.ZodType>(file: string, list: string, content: S): z.output<S>[] {
  const text = readFileSync(join(import.meta.dirname, "../../data", file), "utf8");
  const records = z.record(z.string(), z.unknown()).parse(JSON.parse(text))[list];
  const known = (key: string) => key !== "knownFrom";
  return z
    .array(z.record(z.string(), z.unknown()))
    .parse(records)
    .map((record) => content.parse(Object.fromEntries(Object.entries(record).filter(([key]) => known(key)))));
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));

export function shipped(): Known {
  const areas = listOf("areas.json", "areas", Area);
  const strikes = listOf("strikes.json", "strikes", Strike).sort((a, b) => (a.date + a.id < b.date + b.id ? 1 : -1));
  const orgs = listOf("orgs.json", "organisations", Org);
  return {
    knownAt: 0,
    areas: areaTree(areas),
    areasById: byId(areas),
    curfews: [],
    curfewsById: new Map(),
    withdrawn: [],
    coverage: [],
    strikes,
    strikesById: byId(strikes),
    tallies: listOf("strikes.json", "tallies", Tally).sort((a, b) => (a.date < b.date ? -1 : 1)),
    gaps: listOf("strikes.json", "gaps", Gap),
    claims: listOf("strikes.json", "claims", Claim),
    orgs,
    orgsById: byId(orgs),
    authorities: listOf("orgs.json", "authorities", Authority),
    instruments: listOf("orgs.json", "instruments", Instrument),
  };
}

export interface Asking {
  language?: Language;
  now?: string;
  known?: Known;
  mayRecord?: boolean;
  recorded?: Recorded["is"];
  /** What is different of who asks, and where. */
  where?: Partial<Context>;
}

const known = shipped();
const names = namesOf(known);

/** A reader's context, and what was written through it. */
export function asking(given: Asking = {}): { context: Context; written: { drafts: unknown; recorder: string }[] } {
  const written: { drafts: unknown; recorder: string }[] = [];
  const recording: Recording = {
    head: () => undefined,
    record: (drafts, recorder) => {
      written.push({ drafts, recorder });
      const is = given.recorded ?? "recorded";
      return Promise.resolve(is === "stale" ? { is, subject: "", head: undefined } : { is, facts: [] });
    },
  };
  const refuse = () => Promise.reject(new Error("not asked for here"));
  const context: Context = {
    now: instant(given.now ?? "2026-11-22T12:00:00-05:00"),
    language: given.language ?? "en",
    guildId: "100000000000000001",
    channelId: "100000000000000002",
    inThread: false,
    messageId: undefined,
    user: {
      id: "100000000000000003",
      name: "Ana",
      roles: [],
      manageGuild: false,
      manageChannels: false,
      sendMessages: true,
    },
    home: given.mayRecord ?? false,
    mayRecord: given.mayRecord ?? false,
    known: given.known ?? known,
    names: given.known === undefined ? names : namesOf(given.known),
    recording,
    subscriptions: {
      subscribe: refuse,
      save: refuse,
      ended: () => [],
      list: () => [],
      end: refuse,
      setDestination: refuse,
      setSubscription: refuse,
      at: () => [],
    },
    followed: () => [],
    defaultArea: "EC",
    freshness: 24 * 3_600_000,
    recorder: () => Promise.resolve("0123456789abcdef"),
    nameOf: () => "Ana",
    ...unasked,
    missingPermissions: () => Promise.resolve([]),
    remember: refuse,
    share: refuse,
    ...given.where,
  };
  return { context, written };
}
