// Makes data/world.json: every country with its first-level subdivisions. Run by hand (`npm run world`) when a source or a table beside this file has
// changed, and look at the difference: an id that was published stays. It never touches data/areas.json, which is kept by hand and goes first.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { iso31661, iso31662 } from "iso-3166";
import { z } from "zod";
import { fold } from "../src/text/fold.ts";
import { kindOf } from "./kinds.ts";
import { ENGLISH, LOCAL_IN_SPANISH, SPANISH, SPELLINGS } from "./names.ts";
import { CLOCKS, zoneOf } from "./zones.ts";

/** Kept by hand in areas.json, with what lies in them. */
const BY_HAND: ReadonlySet<string> = new Set(["EC", "HT", "HT-OU"]);
/** Countries of their own in ISO 3166-1: one territory must not stand in the tree twice. */
const COUNTRIES_THEMSELVES: ReadonlySet<string> = new Set(
  "CN-HK CN-MO CN-TW FI-01 FR-971 FR-972 FR-973 FR-974 FR-976 FR-BL FR-MF FR-NC FR-PF FR-PM FR-TF FR-WF NL-AW NL-BQ1 NL-BQ2 NL-BQ3 NL-CW NL-SX NO-21 NO-22 US-AS US-GU US-MP US-PR US-UM US-VI".split(
    " ",
  ),
);
/** Where what people call provinces or counties is the second level, and nobody goes by the first. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(["DO", "GQ", "ID", "IE"]);
/** The list leaves territory out: a national park, islands that were never given a code. */
const NOT_ALL_LISTED: ReadonlySet<string> = new Set(["BS", "FR", "GL", "SC"]);

const require = createRequire(import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(require.resolve(path), "utf8"));

const Containment = z.object({
  supplemental: z.object({
    subdivisionContainment: z.record(
      z.string(),
      z.object({ _contains: z.array(z.string()) }).transform(({ _contains: ids }) => ids),
    ),
  }),
});
const EnglishNames = z.object({
  subdivisions: z.object({ localeDisplayNames: z.object({ subdivisions: z.record(z.string(), z.string()) }) }),
});

interface Name {
  en: string;
  es: string;
}
interface Place {
  id: string;
  kind?: string;
  name: Name;
  spellings?: string[];
  zone?: string;
  clock?: Name;
}
export interface WorldFile {
  knownFrom: string;
  sources: unknown[];
  countries: (Place & { complete: boolean; parts: Place[] })[];
}

export function world(): WorldFile {
  const contains = Containment.parse(readJson("cldr-core/supplemental/subdivisionContainment.json")).supplemental
    .subdivisionContainment;
  const english = EnglishNames.parse(readJson("cldr-subdivisions-full/subdivisions/en/en.json")).subdivisions
    .localeDisplayNames.subdivisions;
  const local = new Map(iso31662.map(({ code, name }) => [code, name]));
  const below = (key: string): string[] => contains[key] ?? [];
  const partsOf = (country: string): Place[] => {
    const first = below(country);
    const listed = SECOND_LEVEL.has(country) ? first.flatMap(below) : first;
    return listed
      .map((key) => ({ key, id: `${country}-${key.slice(2).toUpperCase()}` }))
      .filter(({ id }) => !BY_HAND.has(id) && !COUNTRIES_THEMSELVES.has(id))
      .map(({ key, id }) => part(id, english[key], local.get(id)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const [en, es] = [regionNames("en"), regionNames("es")];
  const countries = iso31661.map(({ alpha2: id, name }) => ({
    ...place(id, { en: en(id), es: SPANISH[id] ?? es(id) }, [name, en(id), es(id)]),
    complete: !NOT_ALL_LISTED.has(id),
    parts: id === "EC" ? [] : partsOf(id),
  }));
  const wanted = countries.filter(({ id, parts }) => !BY_HAND.has(id) || parts.length > 0);
  return {
    knownFrom: "2000-01-01T00:00:00Z",
    sources: SOURCES,
    countries: wanted.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** `Asturias, Principado de` -> `Principado de Asturias`; footnotes and second languages go. */
function clean(name: string): string {
  const plain = name.replaceAll(/[²³†]|\s*\([^)]*\)/g, "").trim();
  const [, noun = plain, rest] = /^([^,]+), (.+)$/.exec(plain) ?? [];
  return rest === undefined ? plain : / (de|del)$|^(Comunidad|Respublika)$/.test(rest) ? `${rest} ${noun}` : noun;
}

function part(id: string, english: string | undefined, local: string | undefined): Place {
  const country = id.slice(0, 2);
  const plain = clean(english ?? local ?? id);
  const own = clean(local ?? plain);
  const en = ENGLISH[id] ?? plain;
  const es = SPANISH[id] ?? (LOCAL_IN_SPANISH.has(country) ? own : en);
  return { ...place(id, { en, es }, [plain, own]), kind: kindOf(id) };
}

function place(id: string, name: Name, others: readonly string[]): Place {
  const zone = zoneOf(id);
  const clock = CLOCKS[id];
  const shown = new Set([fold(name.en), fold(name.es)]);
  const spellings = [...others, ...(SPELLINGS[id] ?? [])].filter((one) => {
    const fresh = !shown.has(fold(one));
    shown.add(fold(one));
    return fresh;
  });
  return {
    id,
    name,
    ...(spellings.length === 0 ? {} : { spellings }),
    ...(zone === undefined ? {} : { zone }),
    ...(clock === undefined ? {} : { clock }),
  };
}

/** As Unicode's CLDR has them, in the copy that Node brings along. */
function regionNames(language: "en" | "es"): (id: string) => string {
  const names = new Intl.DisplayNames(language, { type: "region" });
  return (id) => names.of(id) ?? id;
}

const SOURCES = [
  {
    publisher: "Unicode CLDR 48",
    url: "https://cldr.unicode.org/",
    note: {
      en: "codes of the first-level subdivisions (ISO 3166-2) and their English names; names of countries in both languages",
      es: "códigos de las subdivisiones de primer nivel (ISO 3166-2) y sus nombres en inglés; nombres de países en ambos idiomas",
    },
  },
  {
    publisher: "iso-3166 4.4.0",
    url: "https://github.com/wooorm/iso-3166",
    note: {
      en: "codes of countries (ISO 3166-1) and local names of subdivisions, as Wikipedia lists them",
      es: "códigos de países (ISO 3166-1) y nombres locales de las subdivisiones, según las listas de Wikipedia",
    },
  },
  {
    publisher: "tz database 2025b",
    url: "https://www.iana.org/time-zones",
    note: { en: "time zones of countries and subdivisions", es: "husos horarios de países y subdivisiones" },
  },
];

/** One place a line: a change of one name is a change of one line. */
export function written({ knownFrom, sources, countries }: WorldFile): string {
  const head = `"knownFrom": ${JSON.stringify(knownFrom)},\n  "sources": ${JSON.stringify(sources)},\n`;
  const list = countries.map(({ parts, ...country }) => {
    const own = JSON.stringify(country).slice(0, -1);
    const inside = parts.map((one) => `\n      ${JSON.stringify(one)}`).join(",");
    return `    ${own},"parts":[${inside}${inside === "" ? "" : "\n    "}]}`;
  });
  return `{\n  ${head}  "countries": [\n${list.join(",\n")}\n  ]\n}\n`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) writeFileSync("data/world.json", written(world()));
