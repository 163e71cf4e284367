// The label of a record: each rule by cases an editor would know, and what holds whatever sources are added, taken back or sorted. The label is worked out here once
// more, by looking at every pair of figures.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Source } from "../../src/domain/source.ts";
import { Strike } from "../../src/domain/strike.ts";
import { type Figure, figure } from "../../src/domain/toll.ts";
import { LABELS, RULES, verified } from "../../src/domain/verified.ts";
import { texts } from "../../src/text/index.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { shipped } from "../views/shipped.ts";

const said = (name: string) => ({ en: name, es: name });
const from = (publisher: string, more: object = {}) => ({
  publisher,
  url: `https://${slug(publisher)}.example/1`,
  ...more,
});
const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
const killed = (by: string | undefined, low: number, more: object = {}) => ({
  measure: "killed",
  low,
  ...(by === undefined ? {} : { by: said(by) }),
  ...more,
});
const strike = (figures: object[], sources: object[], more: object = {}) =>
  Strike.parse({
    id: "one",
    target: "vessel",
    date: "2026-03-17",
    dateBasis: "strike",
    region: "caribbean",
    announcedBy: said("US Southern Command (SOUTHCOM)"),
    figures,
    sources,
    ...more,
  });
const SOUTHCOM = "US Southern Command (SOUTHCOM)";
const label = (figures: object[], sources: object[], more: object = {}) =>
  verified(strike(figures, sources, more)).label;

describe("a record is", () => {
  it("never verified by a press release that ten papers repeat", () => {
    const papers = ["AP", "CNN", "BBC", "El País", "Reuters", "AFP", "RTVE", "EFE", "NPR", "Fox News"].map((one) =>
      from(one),
    );
    expect(verified(strike([killed(SOUTHCOM, 3)], papers))).toEqual({ label: "partly", rule: "repeated" });
    expect(label([killed(SOUTHCOM, 3), killed("Pentagon", 3)], papers)).toBe("partly");
    expect(label([killed(SOUTHCOM, 3), killed("Pete Hegseth (US Secretary of Defense / War)", 3)], papers)).toBe(
      "partly",
    );
    expect(
      label([killed("Pete Hegseth", 3), killed("SOUTHCOM", 3)], papers, { announcedBy: said("Pete Hegseth") }),
    ).toBe("partly");
    expect(label([killed(SOUTHCOM, 3), killed("Comando Sur de los Estados Unidos", 3)], papers)).toBe("partly");
    expect(label([killed(undefined, 3), killed(SOUTHCOM, 3)], papers)).toBe("partly");
  });

  it("unverified with one publisher, however many links and reprints", () => {
    expect(verified(strike([killed(SOUTHCOM, 3)], [from("AP")]))).toEqual({ label: "unverified", rule: "alone" });
    expect(
      label(
        [killed(SOUTHCOM, 3)],
        [from("AP via KSAT"), from("AP via WSVN"), from(" ap (mirror)"), from("AP, reposted on a blog")],
      ),
    ).toBe("unverified");
    expect(label([killed(SOUTHCOM, 3)], [from("US Southern Command (DVIDS)"), from("AP")])).toBe("unverified");
    expect(label([killed(SOUTHCOM, 3)], [from("AP via KSAT"), from("CNN via KSAT")])).toBe("partly");
  });

  it("verified where somebody else gives a figure of their own that agrees, and two publishers carry it", () => {
    const two = [from("AP"), from("CNN")];
    const own = [killed(SOUTHCOM, 3), killed("Colombian Navy", 3)];
    expect(verified(strike(own, two))).toEqual({ label: "verified", rule: "confirmed" });
    expect(label(own, [from("AP")])).toBe("unverified");
    expect(label([killed(SOUTHCOM, 3), killed("Colombian Navy", 3, { atLeast: true })], two)).toBe("verified");
    expect(label([killed(SOUTHCOM, 3), killed("Colombian Navy", 1, { atLeast: true })], two)).toBe("partly");
    expect(label([killed(SOUTHCOM, 3), { ...killed("Colombian Navy", 1), measure: "survivors" }], two)).toBe("partly");
    expect(label([killed("Colombian Navy", 3)], two)).toBe("partly");
  });

  it("never verified where who announced it is not stated", () => {
    const two = [from("AP"), from("CNN")];
    const unstated = { announcedBy: { en: "not stated", es: "no indicado" } };
    expect(label([killed("apnews.com", 3), killed("cnn.com", 3), killed(undefined, 3)], two, unstated)).toBe("partly");
    expect(label([killed("apnews.com", 3), killed(undefined, 3)], two, { announcedBy: { es: "no indicado" } })).toBe(
      "partly",
    );
  });

  it("disputed where figures that stand cannot all be true, or where the record holds a disagreement", () => {
    const two = [from("AP"), from("CNN")];
    expect(verified(strike([killed(SOUTHCOM, 3), killed("AP", 4)], two))).toEqual({
      label: "disputed",
      rule: "figures",
    });
    expect(label([killed(SOUTHCOM, 3), killed("AP", 2, { high: 4 })], two)).toBe("partly");
    expect(label([killed(SOUTHCOM, 3), killed("AP", 4, { atLeast: true })], two)).toBe("disputed");
    const survivors = [1, 2].map((low, i) => ({ ...killed(["A", "B"][i], low), measure: "survivors" }));
    expect(label([killed(SOUTHCOM, 3), ...survivors], two)).toBe("disputed");
    expect(verified(strike([killed(SOUTHCOM, 3)], two, { disputed: [said("the place")] }))).toEqual({
      label: "disputed",
      rule: "disagreement",
    });
  });

  it("not disputed by what a source revised itself, nor by a source that was taken back", () => {
    const two = [from("AP"), from("CNN")];
    expect(
      label([killed(SOUTHCOM, 3, { date: "2026-03-17" }), killed("SOUTHCOM", 4, { date: "2026-03-18" })], two),
    ).toBe("partly");
    const gone = [from("AP"), from("CNN", { withdrawn: { on: "2026-03-19" } }), from("BBC")];
    expect(label([killed(SOUTHCOM, 3), killed("CNN", 5)], gone)).toBe("partly");
    expect(label([killed(SOUTHCOM, 3), killed("Colombian Navy", 3, { source: "https://cnn.example/1" })], gone)).toBe(
      "partly",
    );
    expect(label([killed(SOUTHCOM, 3)], gone.slice(0, 2))).toBe("unverified");
  });

  it("called so in a sentence of each language, one for every rule", () => {
    for (const language of LANGUAGES) {
      const t = texts(language).strikes;
      expect(Object.keys(t.rule).sort()).toEqual(Object.keys(RULES).sort());
      expect(new Set(Object.values(t.rule)).size).toBe(Object.keys(RULES).length);
      expect(Object.keys(t.label).sort()).toEqual([...LABELS].sort());
      for (const one of Object.values(t.rule)) expect(one).toMatch(/^[A-ZÁÉ][^.]*\.$/);
    }
  });
});

// A world of few names and small figures, so that speakers meet, repeat, agree and differ.
const SPEAKERS = [SOUTHCOM, "SOUTHCOM", "Pentagon", "Colombian Navy", "AP", undefined];
const PUBLISHERS = ["AP", "AP via KSAT", "CNN", "BBC", "US Southern Command (DVIDS)"];
const DAYS = ["2026-03-17", "2026-03-18", "2026-03-19"];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const bare = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
const aFigure = fc
  .record({
    measure: fc.constantFrom("killed", "killed", "killed", "survivors"),
    low: fc.integer({ min: 0, max: 4 }),
    end: fc.constantFrom("exact", "exact", "wide", "open"),
    by: maybe(fc.constantFrom(...SPEAKERS)),
    date: maybe(fc.constantFrom(...DAYS)),
    source: maybe(fc.nat(PUBLISHERS.length - 1)),
  })
  .map(({ end, low, by, source, ...rest }) =>
    bare({
      ...rest,
      low,
      ...(end === "open" ? { atLeast: true } : end === "wide" ? { high: low + 2 } : {}),
      by: by === undefined ? undefined : said(by),
      source: source === undefined ? undefined : from(PUBLISHERS[source] ?? "").url,
    }),
  );
const sources = fc.uniqueArray(fc.constantFrom(...PUBLISHERS), { minLength: 1, maxLength: 5 });
const aStrike = fc
  .tuple(
    fc.array(aFigure, { maxLength: 5 }),
    sources,
    fc.constantFrom(SOUTHCOM, "Donald Trump", "Ecuador's government"),
    fc.boolean(),
  )
  .map(([figures, list, announcer, noted]) =>
    strike(
      figures,
      list.map((one) => from(one)),
      {
        announcedBy: said(announcer),
        ...(noted ? { disputed: [said("the place")] } : {}),
      },
    ),
  );
const rank = (one: Strike) => LABELS.indexOf(verified(one).label);
const withSource = (one: Strike, source: object, figures: readonly object[]) =>
  Strike.parse({ ...one, figures: [...one.figures, ...figures], sources: [...one.sources, source] });
const runs = { numRuns: 1500 };

describe("whatever the sources are", () => {
  it("adding one that agrees never lowers the label, and taking it back again gives the label from before", () => {
    let raised = 0;
    fc.assert(
      fc.property(
        aStrike,
        fc.constantFrom("Le Monde", "AP via WSVN", "El Tiempo"),
        fc.nat(5),
        fc.boolean(),
        (one, publisher, at, silent) => {
          const source = from(publisher, { url: "https://new.example/1" });
          // Agreeing: it says what somebody says that stands, or gives no figure.
          const range = figure(one, "killed");
          const figures =
            silent || range === undefined || verified(one).rule === "figures"
              ? []
              : [{ measure: "killed", low: inAll(one, at), by: said(publisher), source: source.url }];
          const more = withSource(one, source, figures);
          expect(rank(more)).toBeGreaterThanOrEqual(rank(one));
          raised += rank(more) > rank(one) ? 1 : 0;
          const back = Strike.parse({
            ...more,
            sources: more.sources.map((two) =>
              two.url === source.url ? { ...two, withdrawn: { on: "2026-04-01" } } : two,
            ),
          });
          expect(verified(back)).toEqual(verified(one));
          for (const measure of ["killed", "survivors"] as const)
            expect(figure(back, measure)).toEqual(figure(one, measure));
        },
      ),
      runs,
    );
    expect(raised).toBeGreaterThan(100);
  });

  it("their order does not matter, nor that of the figures", () => {
    fc.assert(
      fc.property(
        aStrike.chain((one) => fc.tuple(fc.constant(one), shuffled(one.figures), shuffled(one.sources))),
        ([one, figures, list]) => {
          const other = Strike.parse({ ...one, figures, sources: list });
          expect(verified(other)).toEqual(verified(one));
          expect(figure(other, "killed")).toEqual(figure(one, "killed"));
        },
      ),
      runs,
    );
  });

  it("taking one back is as if it had never been there, with what it alone carried", () => {
    fc.assert(
      fc.property(aStrike, fc.nat(4), (one, at) => {
        const source = one.sources[at % one.sources.length];
        if (source === undefined || one.sources.length < 2) return;
        const carriedBy = (f: Figure) =>
          f.source === undefined ? undefined : one.sources.find(({ url }) => url === f.source);
        // Every figure names its source here: what others rest on is another matter.
        const named = one.figures.filter((f) => carriedBy(f) !== undefined);
        const taken = Strike.parse({
          ...one,
          figures: named,
          sources: one.sources.map((s) => (s === source ? { ...s, withdrawn: { on: "2026-04-01" } } : s)),
        });
        const never = Strike.parse({
          ...one,
          figures: named.filter((f) => f.source !== source.url),
          sources: one.sources.filter((s) => s !== source),
        });
        expect(verified(taken)).toEqual(verified(never));
        expect(figure(taken, "killed")).toEqual(figure(never, "killed"));
      }),
      runs,
    );
  });

  it("the label is what looking at every pair of figures says", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(aStrike, (one) => {
        expect(verified(one).label).toBe(oracle(one));
        seen.add(oracle(one));
      }),
      runs,
    );
    expect(seen).toEqual(new Set(LABELS));
  });
});

describe("the data that ships", () => {
  it("has no record that is called verified: all of it rests on what was announced", () => {
    const labels = shipped().strikes.map((one) => verified(one).label);
    expect(labels.filter((one) => one === "verified")).toEqual([]);
    const count = (name: string) => labels.filter((one) => one === name).length;
    expect([count("disputed"), count("partly"), count("unverified")]).toEqual([
      shipped().strikes.filter((one) => one.disputed.length > 0).length,
      31,
      8,
    ]);
  });
});

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

/** A number that no standing figure of killed rules out. */
function inAll(one: Strike, at: number): number {
  const lows = one.figures.filter(({ measure }) => measure === "killed").map(({ low }) => low);
  const fits = [0, 1, 2, 3, 4, 5, 6].filter(
    (n) =>
      verified(withSource(one, from("X"), [{ measure: "killed", low: n, by: said("nobody else") }])).rule !== "figures",
  );
  return fits[at % Math.max(1, fits.length)] ?? Math.max(...lows);
}

/** Nothing of the rules' own code: names by hand, pairs one by one. */
function oracle({ figures, sources, announcedBy, disputed }: Strike): string {
  const american = [SOUTHCOM, "SOUTHCOM", "Pentagon", "Donald Trump", "US Southern Command (DVIDS)"];
  const speaker = (f: Figure): string | undefined => {
    const name = f.by?.en ?? sources.find(({ url }) => url === f.source)?.publisher;
    return typeof name === "string"
      ? name.replace(SOUTHCOM, "SOUTHCOM").replace("US Southern Command (DVIDS)", "DVIDS")
      : undefined;
  };
  const day = (f: Figure) => f.date ?? "2026-03-17";
  // "US Southern Command" is in the name of both.
  const same = (a: Figure, b: Figure) => {
    const [one, two] = [speaker(a), speaker(b)];
    if (one === undefined || two === undefined) return false;
    return (
      one === two || (["SOUTHCOM", "DVIDS"].includes(one) && ["SOUTHCOM", "DVIDS"].includes(two) && full(a) && full(b))
    );
  };
  const full = (f: Figure) => f.by?.en === SOUTHCOM || (f.by === undefined && f.source !== undefined);
  const stands = figures.filter((f) => !figures.some((g) => g.measure === f.measure && same(f, g) && day(g) > day(f)));
  const can = (f: Figure, n: number) => n >= f.low && (f.atLeast || n <= (f.high ?? f.low));
  const both = (f: Figure, g: Figure) => [0, 1, 2, 3, 4, 5, 6, 7, 8].some((n) => can(f, n) && can(g, n));
  if (stands.some((f) => stands.some((g) => f.measure === g.measure && !both(f, g)))) return "disputed";
  if (disputed.length > 0) return "disputed";
  const announcer = announcedBy.en ?? "";
  const isTheirs = (name: string) =>
    name === announcer || (american.includes(announcer) && (american.includes(name) || name === "DVIDS"));
  const houses = new Set(
    sources.flatMap(({ publisher }: Source) =>
      typeof publisher === "string" && !isTheirs(publisher) ? [publisher.replace(" via KSAT", "")] : [],
    ),
  );
  if (houses.size < 2) return "unverified";
  const all = stands.filter(({ measure }) => measure === "killed");
  const theirs = all.filter((f) => speaker(f) === undefined || isTheirs(speaker(f) ?? ""));
  const others = all.filter((f) => !theirs.includes(f));
  return theirs.some((f) => others.some((g) => both(f, g) && g.low >= f.low)) ? "verified" : "partly";
}
