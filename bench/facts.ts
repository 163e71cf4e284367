// A log of strikes as long as asked for, the same each time: plausible, invented, and never part of the data that ships. Corrections and withdrawals
// stand in it as they would in years of use. Must never use chance that cannot be repeated.
import type { Draft } from "../src/domain/fact.ts";
import { factId } from "../src/domain/id.ts";
import { Strike } from "../src/domain/strike.ts";
import { DAY, instant, isoOf, type Millis } from "../src/domain/time.ts";

/** Facts that are recorded together, in the evening of the day they are about. */
export interface Evening {
  at: Millis;
  drafts: Draft[];
}

/** The log spans some eleven years up to shortly before the day that the bench plays. */
const FIRST = instant("2015-12-01T23:00:00Z");
const LAST = instant("2026-11-15T23:00:00Z");
const ORGS = ["tren-de-aragua", "eln", "cartel-de-los-soles", "los-choneros", "los-lobos", "clan-del-golfo"];
const REGIONS = ["caribbean", "eastern-pacific", "eastern-pacific", "caribbean", "undisclosed"] as const;
const SOUTHCOM = { en: "SOUTHCOM", es: "Comando Sur" };
const PUBLISHERS = ["AP", "CNN", "Reuters", "CBS News", "El Universo", "EFE"];

/** `count` strikes; of a hundred one is corrected later, of five hundred one withdrawn. */
export function evenings(count: number): Evening[] {
  const chance = mulberry(0x5eed + count);
  const days = Math.min(count, 2_000);
  const nights: Evening[] = Array.from({ length: days }, (_, i) => ({
    at: FIRST + Math.floor(((LAST - FIRST) * (i + 1)) / days),
    drafts: [],
  }));
  for (let i = 0; i < count; i += 1) {
    const night = Math.floor((i * days) / count);
    const draft: Draft = recorded(i, nights[night]?.at ?? LAST, chance);
    nights[night]?.drafts.push(draft);
    const later = nights[Math.min(days - 1, night + 1 + Math.floor(chance() * 60))];
    if (later !== undefined && later !== nights[night] && i % 100 === 99) later.drafts.push(mended(draft));
    else if (later !== undefined && later !== nights[night] && i % 500 === 250) later.drafts.push(taken(draft));
  }
  return nights.filter(({ drafts }) => drafts.length > 0);
}

type Recorded = Extract<Draft, { kind: "strike.recorded" }>;

function recorded(i: number, at: Millis, chance: () => number): Recorded {
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T | undefined =>
    list[Math.floor(chance() * list.length)];
  const date = isoOf(at - Math.floor(chance() * 3) * DAY).slice(0, 10);
  const low = Math.floor(chance() * chance() * 12);
  const org = chance() < 0.25 ? pick(ORGS) : undefined;
  const publishers = [pick(PUBLISHERS), ...(chance() < 0.4 ? [pick(PUBLISHERS)] : [])];
  const content = Strike.parse({
    id: `bench-${String(i).padStart(6, "0")}`,
    target: chance() < 0.01 ? "land" : "vessel",
    date,
    dateBasis: chance() < 0.8 ? "strike" : "announcement",
    region: pick(REGIONS),
    waters: { en: "international waters, as announced", es: "aguas internacionales, según el anuncio" },
    strikes: chance() < 0.05 ? 2 : 1,
    vessels: 1,
    announcedBy: SOUTHCOM,
    ...(org === undefined ? {} : { orgIds: [org], orgAlleged: { en: org, es: org } }),
    figures: [
      ...(chance() < 0.97 ? [{ measure: "killed", low, by: SOUTHCOM, date, ...upTo(low, chance()) }] : []),
      ...(chance() < 0.1 ? [{ measure: "presumed-dead", low: 1, date }] : []),
      ...(chance() < 0.1 ? [{ measure: "survivors", low: 1, date }] : []),
    ],
    detail: { en: `Invented for measuring, number ${i}.`, es: `Inventado para medir, número ${i}.` },
    confidence: "medium",
    sources: publishers.map((publisher) => ({ publisher, url: `https://example.org/strikes/${i}`, date })),
  });
  return { kind: "strike.recorded", subject: content.id, content };
}

/** Most figures are one number, a few a range. "At least" would leave every total without an upper end: in one of two thousand. */
function upTo(low: number, luck: number): { high?: number; atLeast?: boolean } {
  if (luck < 0.0005) return { atLeast: true };
  return luck < 0.05 ? { high: low + 1 } : { high: low };
}

function mended(draft: Recorded): Draft {
  const disputed = [{ en: "A later report gives another day.", es: "Un reporte posterior da otro día." }];
  const content: Strike = { ...draft.content, disputed };
  return { kind: "strike.changed", subject: draft.subject, prev: factId(draft), content };
}

function taken(draft: Recorded): Draft {
  const reason = { en: "Recorded twice.", es: "Registrado dos veces." };
  return { kind: "strike.withdrawn", subject: draft.subject, prev: factId(draft), content: { reason } };
}

/** Mulberry32, a small generator that is the same everywhere: 32 bits of state, numbers from 0 to below 1. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
