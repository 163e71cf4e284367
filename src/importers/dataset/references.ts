// Checks that the records of the data set point at each other rightly: double ids, unknown places, organisations and authorities. Reports all at once.
import type { Area } from "../../domain/area.ts";
import { checkAreas } from "../../domain/area-check.ts";
import { endingsOf } from "../../domain/curfew.ts";
import { BrokenSource } from "../importer.ts";
import type { Files } from "./schema.ts";

/** `known`: every place there is, those of the file among them. Throws BrokenSource listing every loose end with file, record and field. */
export function checkReferences(files: Files, known: readonly Area[]): void {
  const { areas } = files["areas.json"];
  const { curfews, coverage } = files["curfews.json"];
  const { organisations, authorities, instruments } = files["orgs.json"];
  const { strikes, tallies, gaps, claims } = files["strikes.json"];
  const faults: string[] = [];

  for (const [file, list] of [
    ["areas.json", areas],
    ["curfews.json", curfews],
    ["curfews.json", coverage],
    ["orgs.json", organisations],
    ["orgs.json", authorities],
    ["orgs.json", instruments],
    ["strikes.json", strikes],
    ["strikes.json", tallies],
    ["strikes.json", gaps],
    ["strikes.json", claims],
  ] as const) {
    const seen = new Set<string>();
    for (const { content } of list) {
      if (seen.has(content.id)) faults.push(`data/${file}, record ${content.id}, id: stands twice`);
      seen.add(content.id);
    }
  }
  try {
    checkAreas(known);
  } catch (error) {
    faults.push(`data/areas.json: ${error instanceof Error ? error.message : String(error)}`);
  }

  const places = new Set(known.map(({ id }) => id));
  const orgs = new Set(organisations.map((one) => one.content.id));
  const listers = new Set(authorities.map((one) => one.content.id));
  const lookUp = (
    known: ReadonlySet<string>,
    what: string,
    file: string,
    record: string,
    field: string,
    ids: readonly (string | undefined)[],
  ) => {
    for (const id of ids)
      if (id !== undefined && !known.has(id))
        faults.push(`data/${file}, record ${record}, ${field}: ${what} ${id} is not in the data`);
  };
  for (const { content: c } of curfews)
    lookUp(places, "the place", "curfews.json", c.id, "areas", [
      c.country,
      ...c.rules.flatMap((rule) => [...rule.areas, ...(rule.except ?? [])]),
      ...c.exceptions.flatMap((exception) => exception.areas ?? []),
      ...endingsOf(c).flatMap((ending) => ending.areas ?? []),
    ]);
  for (const { content: c } of coverage) lookUp(places, "the place", "curfews.json", c.id, "areas", c.areas);
  for (const { content: s } of strikes) {
    lookUp(places, "the place", "strikes.json", s.id, "area", [s.country, s.area]);
    lookUp(orgs, "the organisation", "strikes.json", s.id, "orgIds", s.orgIds);
  }
  for (const { content: o } of organisations) {
    lookUp(places, "the country", "orgs.json", o.id, "country", [o.country, ...o.activeIn]);
    lookUp(
      listers,
      "the authority",
      "orgs.json",
      o.id,
      "designations",
      o.designations.map((listing) => listing.authority),
    );
  }
  for (const { content: o } of organisations) {
    const into = o.mergedInto?.org;
    lookUp(orgs, "the organisation", "orgs.json", o.id, "mergedInto", into === undefined ? [] : [into]);
  }
  for (const { content: i } of instruments) {
    lookUp(orgs, "the organisation", "orgs.json", i.id, "orgs", i.orgs);
    lookUp(listers, "the authority", "orgs.json", i.id, "authority", [i.authority]);
  }
  if (faults.length > 0) throw new BrokenSource(faults.join("\n"));
}
