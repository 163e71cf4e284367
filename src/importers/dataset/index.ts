// The data set that ships, from the files under data/. A broken file is refused as a whole, with file, record and field.
import type { Area } from "../../domain/area.ts";
import { areaTree } from "../../domain/area-tree.ts";
import { US_ZONE } from "../../domain/fresh.ts";
import type { Importer, Subject, Version } from "../importer.ts";
import { readJson } from "./read-json.ts";
import { checkReferences } from "./references.ts";
import { AreasFile, CurfewsFile, type Files, OrgsFile, StrikesFile } from "./schema.ts";
import { at, curfewVersions, orgVersions, strikeVersions } from "./versions.ts";
import { readWorld, withWorld } from "./world.ts";

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
      const places = withWorld(
        files["areas.json"].areas.map(({ content }) => content),
        await readWorld(dir),
      );
      checkReferences(files, places);
      return subjects(files, places);
    },
  };
}

function subjects(files: Files, places: readonly Area[]): Subject[] {
  const areas = files["areas.json"];
  const { curfews, coverage } = files["curfews.json"];
  const { strikes, tallies, gaps, claims } = files["strikes.json"];
  const { organisations, authorities, instruments } = files["orgs.json"];
  const tree = areaTree(places);
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
