// The data set that ships, from the files under data/. A broken file is refused as a whole, with file, record and field.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Area } from "../../domain/area.ts";
import { areaTree } from "../../domain/area-tree.ts";
import { US_ZONE } from "../../domain/fresh.ts";
import { BrokenSource, type Importer, type Subject, type Version } from "../importer.ts";
import { checkReferences } from "./references.ts";
import { AreasFile, CurfewsFile, type Files, OrgsFile, StrikesFile } from "./schema.ts";
import { at, curfewVersions, orgVersions, strikeVersions } from "./versions.ts";

export function dataset(dir: string): Importer {
  return {
    id: "data",
    async read() {
      const files: Files = {
        "areas.json": await readJson(dir, "areas.json", AreasFile),
        "curfews.json": await readJson(dir, "curfews.json", CurfewsFile),
        "orgs.json": await readJson(dir, "orgs.json", OrgsFile),
        "strikes.json": await readJson(dir, "strikes.json", StrikesFile),
      };
      checkReferences(files);
      return subjects(files);
    },
  };
}

async function readJson<T extends z.ZodType>(dir: string, name: string, schema: T): Promise<z.output<T>> {
  const path = join(dir, name);
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new BrokenSource(`data/${name} cannot be read: ${error.message}`);
  });
  const json = parseJson(text, name);
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    throw new BrokenSource(parsed.error.issues.map((issue) => describe(name, json, issue)).join("\n"));
  return parsed.data;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenSource(`data/${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const Records = z.record(z.string(), z.array(z.unknown()).catch([]));
const Named = z.looseObject({ id: z.string() });

/** `data/strikes.json, strikes record 3 (2025-10-03), date: not a calendar day`. */
function describe(name: string, json: unknown, issue: z.core.$ZodIssue): string {
  const [list, index, ...rest] = issue.path;
  const records = Records.safeParse(json).data?.[String(list)];
  const id = typeof index === "number" ? Named.safeParse(records?.[index]).data?.id : undefined;
  const record = typeof index === "number" ? ` record ${index + 1}${id === undefined ? "" : ` (${id})`}` : "";
  const field = rest.length > 0 ? `, ${rest.join(".")}` : "";
  return `data/${name}, ${String(list ?? "file")}${record}${field}: ${issue.message}`;
}

function subjects(files: Files): Subject[] {
  const areas = files["areas.json"];
  const { curfews, coverage } = files["curfews.json"];
  const { strikes, tallies, gaps, claims } = files["strikes.json"];
  const { organisations, authorities, instruments } = files["orgs.json"];
  const tree = areaTree(areas.areas.map((one): Area => one.content));
  const zoneOf = (country: string) => tree.zone(country);
  const one = (file: string, versions: readonly [Version, ...Version[]]): Subject => ({
    where: `data/${file}, ${versions[0].subject}`,
    versions,
  });
  return [
    ...areas.areas.map(({ content, knownFrom }) =>
      one("areas.json", [
        { kind: "area.recorded", subject: content.id, content, knownFrom: knownFrom ?? areas.knownFrom },
      ]),
    ),
    ...curfews.map((record) => one("curfews.json", curfewVersions(record))),
    ...coverage.map(({ content, knownFrom }) =>
      one("curfews.json", [
        {
          kind: "coverage.confirmed",
          subject: content.id,
          content,
          knownFrom: knownFrom ?? (content.asOfEachDay ? content.from : content.to),
        },
      ]),
    ),
    ...authorities.map(({ content, knownFrom }) =>
      one("orgs.json", [
        { kind: "authority.recorded", subject: content.id, content, knownFrom: knownFrom ?? areas.knownFrom },
      ]),
    ),
    ...instruments.map(({ content, knownFrom }) =>
      one("orgs.json", [
        {
          kind: "instrument.recorded",
          subject: content.id,
          content,
          knownFrom: knownFrom ?? at(content.date, zoneOf(content.authority.slice(0, 2).toUpperCase())),
        },
      ]),
    ),
    ...organisations.map((record) => one("orgs.json", orgVersions(record, zoneOf))),
    ...strikes.map((record) => one("strikes.json", strikeVersions(record))),
    ...tallies.map(({ content, knownFrom }) =>
      one("strikes.json", [
        { kind: "tally.quoted", subject: content.id, content, knownFrom: knownFrom ?? at(content.date, US_ZONE) },
      ]),
    ),
    ...gaps.map(({ content, knownFrom }) =>
      one("strikes.json", [
        { kind: "gap.noted", subject: content.id, content, knownFrom: knownFrom ?? at(content.to, US_ZONE) },
      ]),
    ),
    ...claims.map(({ content, knownFrom }) =>
      one("strikes.json", [
        { kind: "claim.recorded", subject: content.id, content, knownFrom: knownFrom ?? at(content.date, US_ZONE) },
      ]),
    ),
  ];
}
