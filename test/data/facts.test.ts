// The hard cases of the data set, written out: whoever edits a file by mistake is told which fact changed.
import { describe, expect, it } from "vitest";
import { byId, readCurfews, readOrgs, readStrikes } from "./files.ts";

const { curfews, coverage } = readCurfews();
const { strikes, tallies, gaps, claims } = readStrikes();
const { authorities, instruments, organisations } = readOrgs();
const curfew = (id: string) => byId(curfews, id);
const org = (id: string) => byId(organisations, id);

/** Its only rule; more than one is a mistake. */
function onlyRule(id: string) {
  const [rule, ...others] = curfew(id).rules;
  if (rule === undefined || others.length > 0) throw new Error(`${id} should have one rule`);
  return rule;
}

describe("the curfews", () => {
  it("are ten of Ecuador from 2024 to 2026, and one of Haiti", () => {
    expect(curfews.map(({ country }) => country)).toEqual([...Array.from({ length: 10 }, () => "EC"), "HT"]);
  });

  it("110: the whole country, replaced by 135", () => {
    expect(onlyRule("ec-2024-01-08-decreto-110")).toMatchObject({ start: "23:00", end: "05:00", areas: ["EC"] });
    expect(curfew("ec-2024-01-08-decreto-110")).toMatchObject({ firstNight: "2024-01-08", lastNight: "2024-01-23" });
    expect(curfew("ec-2024-01-08-decreto-110").amendments[0]?.ref).toBe("ec-2024-01-23-decreto-135");
  });

  it("135: 38 cantons at one hour, 23 at another, Morona before it was divided", () => {
    const [high, medium] = curfew("ec-2024-01-23-decreto-135").rules;
    expect([high?.start, high?.end, high?.areas.length]).toEqual(["00:00", "05:00", 38]);
    expect([medium?.start, medium?.end, medium?.areas.length]).toEqual(["02:00", "05:00", 23]);
    expect(medium?.areas).toContain("EC-1401");
    expect(high?.areas).toContain("EC-1701");
    expect(curfew("ec-2024-01-23-decreto-135")).toMatchObject({ lastConfirmed: "2024-03-20", endsBy: "2024-03-21" });
  });

  it("205: two lists that are known in part only", () => {
    const { rules } = curfew("ec-2024-03-21-decreto-205");
    expect(rules.map(({ areasPartial, areas }) => [areasPartial, areas.length])).toEqual([
      [true, 12],
      [true, 8],
    ]);
    expect(curfews.filter((one) => one.rules.some(({ areasPartial }) => areasPartial))).toHaveLength(1);
  });

  it("351 and 410: 19 cantons and the parish of Tenguel", () => {
    for (const id of ["ec-2024-08-08-decreto-351", "ec-2024-10-03-decreto-410"]) {
      const { areas } = onlyRule(id);
      expect(areas).toHaveLength(20);
      expect(areas).toContain("EC-090158");
      expect(areas).toContain("EC-2201");
      expect(areas).not.toContain("EC-0901");
    }
    expect(curfew("ec-2024-08-08-decreto-351").amendments.map(({ date }) => date)).toEqual([
      "2024-08-30",
      "2024-09-17",
    ]);
  });

  it("392: one night, to 06:00, in seven areas", () => {
    const { start, end, areas } = onlyRule("ec-2024-09-18-decreto-392");
    expect([start, end]).toEqual(["22:00", "06:00"]);
    expect(areas).toEqual(["EC-G", "EC-R", "EC-M", "EC-D", "EC-SE", "EC-O", "EC-0115"]);
    expect(curfew("ec-2024-09-18-decreto-392")).toMatchObject({ firstNight: "2024-09-18", lastNight: "2024-09-18" });
  });

  it("493: its end is not known", () => {
    const one = curfew("ec-2025-01-02-decreto-493");
    expect(one.lastNight).toBeUndefined();
    expect(one).toMatchObject({ lastConfirmed: "2025-03-02", endsBy: "2025-04-02" });
    expect(onlyRule(one.id).areas).toHaveLength(23);
    expect(onlyRule("ec-2025-04-12-decreto-599").areas).toHaveLength(22);
  });

  it("146: struck down, with one night before it not known", () => {
    const one = curfew("ec-2025-09-18-decreto-146");
    expect(one).toMatchObject({ lastNight: "2025-10-02", lastConfirmed: "2025-10-02", endsBy: "2025-10-03" });
    expect(one.annulled).toMatchObject({ date: "2025-10-03", from: "2025-10-04T05:00:00-05:00" });
    expect(onlyRule(one.id).areas).toEqual(["EC-X", "EC-I", "EC-H", "EC-B", "EC-C"]);
  });

  it("329: sixteen nights in four provinces, with who is not exempt and where sources differ", () => {
    const one = curfew("ec-2026-03-15-decreto-329");
    expect(one).toMatchObject({ announced: "2026-03-02", declared: "2026-03-13" });
    expect([one.firstNight, one.lastNight]).toEqual(["2026-03-15", "2026-03-30"]);
    expect(onlyRule(one.id)).toMatchObject({ start: "23:00", end: "05:00", areas: ["EC-G", "EC-R", "EC-SD", "EC-O"] });
    expect([one.exempt?.length, one.notExempt?.length, one.sourcesDiffer?.length]).toEqual([6, 3, 1]);
    for (const entry of one.notExempt ?? []) expect([entry.en, entry.es].join()).toMatch(/Diario Extra.*Diario Extra/);
    expect(one.penalty?.es).toBe("de uno a tres años de prisión, según el ministro del Interior");
    expect(one.enforcement).toHaveLength(1);
    expect(one.sources).toHaveLength(9);
  });

  it("Haiti: four stretches with bounds of their own, and no entry says all is known there", () => {
    expect(
      curfew("ht-2024-03-03").rules.map((rule) => [rule.start, rule.end, rule.firstNight, rule.lastNight]),
    ).toEqual([
      ["18:00", "05:00", "2024-03-03", "2024-03-13"],
      ["19:00", "05:00", "2024-03-14", "2024-03-17"],
      ["19:00", "06:00", "2024-03-31", "2024-04-01"],
      ["19:00", "06:00", "2024-04-10", "2024-04-17"],
    ]);
    expect(coverage.flatMap(({ content }) => content.areas).filter((area) => area.startsWith("HT"))).toEqual([]);
  });

  it("leave out what no source states: whom four of them exempt, and the penalty of seven", () => {
    const silent = (key: "exempt" | "penalty") =>
      curfews.filter((one) => one[key] === undefined).map(({ decree }) => decree);
    expect(silent("exempt")).toEqual([135, 205, 493, 599].map((number) => `Decreto Ejecutivo ${number}`));
    expect(silent("penalty")).toHaveLength(7);
  });
});

describe("what is known in full", () => {
  it("is Ecuador to 20 March 2026, four provinces to 31 March, each since it was known", () => {
    expect(
      coverage.map(({ content, knownFrom }) => [content.areas.join(" "), content.from, content.to, knownFrom]),
    ).toEqual([
      ["EC", "2024-01-08T00:00:00-05:00", "2026-03-16T06:00:00-05:00", "2024-01-08T00:00:00-05:00"],
      ["EC", "2024-05-22T00:00:00-05:00", "2024-08-08T00:00:00-05:00", "2024-05-22T00:00:00-05:00"],
      ["EC", "2026-03-13T00:00:00-05:00", "2026-03-15T23:00:00-05:00", "2026-03-13T00:00:00-05:00"],
      ["EC", "2026-03-16T06:00:00-05:00", "2026-03-20T06:15:00-05:00", "2026-03-20T00:00:00-05:00"],
      ["EC-G EC-R EC-SD EC-O", "2026-03-15T00:00:00-05:00", "2026-03-31T05:00:00-05:00", "2026-03-13T00:00:00-05:00"],
    ]);
    expect(coverage.map(({ content }) => content.asOfEachDay)).toEqual([true, true, false, false, false]);
    expect(coverage.flatMap(({ content }) => content.completes)).toEqual([]);
  });
});

describe("the strikes", () => {
  const vessels = strikes.filter(({ target }) => target === "vessel");
  const people = (list: typeof strikes, measure: string) =>
    list.flatMap(({ figures }) => figures).reduce((sum, one) => sum + (one.measure === measure ? one.low : 0), 0);
  const until = (day: string) => {
    const list = vessels.filter(({ date }) => date <= day);
    const killed = people(list, "killed");
    const count = list.reduce((sum, one) => sum + (one.strikes ?? 0), 0);
    return { strikes: count, killed, withPresumed: killed + people(list, "presumed-dead") };
  };

  it("add up to what SOUTHCOM and AP counted at the time", () => {
    expect(until("2025-11-15")).toEqual({ strikes: 21, killed: 82, withPresumed: 83 });
    expect(until("2026-02-23")).toEqual({ strikes: 44, killed: 140, withPresumed: 151 });
    expect(until("2026-01-07")).toEqual({ strikes: 35, killed: 114, withPresumed: 123 });
  });

  it("are 58 records on vessels, 54 of which name no organisation that is listed", () => {
    expect(vessels).toHaveLength(58);
    expect(vessels.filter(({ orgIds }) => orgIds.length === 0)).toHaveLength(54);
  });

  it("are one record each, save the two announced only together", () => {
    const many = vessels.filter((one) => one.strikes !== 1 || one.vessels !== 1);
    expect(many.map((one) => [one.id, one.strikes, one.vessels])).toEqual([
      ["2025-10-27", 3, 4],
      ["2025-12-30", 3, 3],
    ]);
  });

  it("give one announced figure each, with who says so; no day where the day is only that of a report", () => {
    for (const one of vessels) {
      const [killed, ...others] = one.figures.filter(({ measure }) => measure === "killed");
      expect(others).toEqual([]);
      expect(killed).toMatchObject({ by: one.announcedBy, high: killed?.low });
      expect(killed?.date).toBe(one.announcedOn ?? (one.dateBasis === "reported" ? undefined : one.date));
    }
    expect(vessels.filter(({ dateBasis }) => dateBasis === "reported")).toHaveLength(4);
    expect(vessels.filter(({ dateBasis }) => dateBasis === "announcement")).toHaveLength(6);
  });

  it("do not say when a death was presumed", () => {
    const presumed = strikes.flatMap(({ figures }) => figures).filter(({ measure }) => measure === "presumed-dead");
    expect(presumed.map(({ low, date }) => [low, date])).toEqual([1, 8, 1, 1, 1].map((low) => [low, undefined]));
    expect(people(strikes, "survivors")).toBe(23);
  });

  it("lie in a region, never on a point", () => {
    const regions = vessels.map(({ region }) => region);
    const count = (region: string) => regions.filter((one) => one === region).length;
    expect([count("caribbean"), count("eastern-pacific"), count("undisclosed")]).toEqual([17, 39, 2]);
  });

  it("on land stand apart: no figure, and the canton of the camp", () => {
    const land = strikes.filter(({ target }) => target === "land");
    expect(land.map(({ id, area }) => [id, area])).toEqual([
      ["land-ec-2026-03-03", undefined],
      ["land-ec-2026-03-06", "EC-2106"],
    ]);
    expect(land.flatMap(({ figures }) => figures)).toEqual([]);
    expect(land[1]?.tollNote?.en).toMatch(/^no deaths reported/);
  });

  it("come with totals quoted by others, gaps and one claim", () => {
    expect(tallies.map(({ killed }) => killed)).toEqual([34, 46, 57, 64, 87, 123, 130, 151, 150, 157, 168, 193, 199]);
    expect(byId(tallies, "tally-2026-01-07-southcom")).toMatchObject({ strikes: 35, vessels: 36, killed: 123 });
    expect(gaps.map(({ from, to, killedAtLeast }) => [from, to, killedAtLeast])).toEqual([
      ["2026-03-20", "2026-04-10", 4],
      ["2026-04-20", "2026-05-08", 3],
      ["2026-06-04", "2026-06-17", undefined],
      ["2026-06-22", "2026-11-22", undefined],
    ]);
    expect(claims.map(({ id }) => id)).toEqual(["claim-2025-10-04"]);
  });
});

describe("the organisations", () => {
  const decree = byId(instruments, "ec-decreto-111");

  it("of Decreto 111 are 22, each with that listing", () => {
    expect(decree.orgs).toHaveLength(22);
    expect(new Set(decree.orgs).size).toBe(22);
    const listed = organisations.filter((one) =>
      one.designations.some(({ instrumentId }) => instrumentId === decree.id),
    );
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(decree.orgs));
    for (const { designations } of listed) {
      expect(designations.filter(({ instrumentId }) => instrumentId === decree.id)[0]?.date).toBe("2024-01-09");
    }
  });

  it("Los Lobos and Los Choneros were listed by the US on 5 September 2025, announced a day earlier", () => {
    for (const id of ["los-lobos", "los-choneros"]) {
      const state = org(id).designations.find(({ authority }) => authority === "us-state");
      expect(state).toMatchObject({ date: "2025-09-05", announced: "2025-09-04" });
    }
    expect(org("los-lobos").designations.map(({ date }) => date)).toEqual(["2025-09-05", "2024-06-06", "2024-01-09"]);
  });

  it("are listed by five authorities", () => {
    const by = organisations.flatMap(({ designations }) => designations.map(({ authority }) => authority));
    const counts = authorities.map(({ id }) => [id, by.filter((one) => one === id).length]);
    expect(counts).toEqual([
      ["us-state", 20],
      ["us-treasury", 4],
      ["ec-president", 24],
      ["ca-government", 7],
      ["ar-government", 2],
    ]);
  });

  it("leave out a date that nobody gives: only 'after 25 July 2025'", () => {
    const undated = organisations.flatMap(({ designations }) => designations).filter(({ date }) => date === undefined);
    expect(undated).toHaveLength(1);
    expect(undated[0]).toMatchObject({ authority: "ar-government", notBefore: "2025-07-25" });
  });

  it("share an acronym twice: CDG", () => {
    const named = organisations.filter(
      (one) => one.acronym === "CDG" || one.otherNames.some(({ name }) => name === "CDG"),
    );
    expect(named.map(({ id }) => id)).toEqual(["cartel-del-golfo", "clan-del-golfo"]);
  });

  it("keep a former name as a former name", () => {
    const former = organisations.flatMap(({ otherNames }) => otherNames.filter((one) => one.former));
    expect(former).toEqual([{ name: "Los Zetas", former: true }]);
  });

  it("may be listed by nobody: Comandos de la Frontera", () => {
    expect(organisations.filter(({ designations }) => designations.length === 0).map(({ id }) => id)).toEqual([
      "comandos-de-la-frontera",
    ]);
  });

  it("answer to the country as well: both US authorities are found by 'usa'", () => {
    for (const typed of ["us", "usa", "eeuu", "ee. uu.", "estados unidos"]) {
      const found = authorities.filter(({ spellings }) => spellings.includes(typed));
      expect(found.map(({ id }) => id)).toEqual(["us-state", "us-treasury"]);
    }
  });
});
