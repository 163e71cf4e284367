// Figures by who says them: of one speaker the newest counts, of several the lowest and the highest, of a source that was taken back none. Not stated is never zero.
import { describe, expect, it } from "vitest";
import { count } from "../../src/domain/count.ts";
import { newestDate } from "../../src/domain/source.ts";
import { indexed } from "../../src/domain/strike-index.ts";
import { Strike } from "../../src/domain/strike.ts";
import { dropped, earlier, type Figure, figure, revised, standing } from "../../src/domain/toll.ts";

const said = (name: string) => ({ en: name, es: name });
const killed = (low: number, more: object = {}) => ({ measure: "killed", low, ...more });
const by = (name: string, low: number, date?: string, more: object = {}) =>
  killed(low, { by: said(name), ...(date === undefined ? {} : { date }), ...more });
const AP = { publisher: "AP", url: "https://ap.example/1", date: "2026-03-17" };
const CNN = { publisher: "CNN", url: "https://cnn.example/1", date: "2026-03-19" };
const withdrawn = { withdrawn: { on: "2026-03-20", reason: said("it was another strike") } };
const strike = (figures: object[], more: object = {}) =>
  Strike.parse({
    id: "one",
    target: "vessel",
    date: "2026-03-17",
    dateBasis: "strike",
    region: "caribbean",
    announcedBy: said("SOUTHCOM"),
    figures,
    sources: [AP, CNN],
    ...more,
  });
const lows = (list: readonly Figure[]) => list.map(({ low }) => low);

describe("figures", () => {
  it("of one speaker: the newest counts, the older ones stand as earlier, the newest of them first", () => {
    const one = strike([
      by("SOUTHCOM", 3, "2026-03-17"),
      by("southcom ", 5, "2026-03-19"),
      by("SOUTHCOM", 4, "2026-03-18"),
    ]);
    expect(figure(one, "killed")).toEqual({ low: 5, high: 5 });
    const [newest] = standing(one, "killed");
    expect(newest === undefined ? [] : lows(earlier(one, newest))).toEqual([4, 3]);
  });

  it("of one speaker under another form of its name or in another language are of one speaker", () => {
    const full = { en: "US Southern Command (SOUTHCOM)", es: "Comando Sur de EE. UU. (SOUTHCOM)" };
    for (const name of [said("SOUTHCOM"), said("US Southern Command"), { es: "Comando Sur de EE. UU. (SOUTHCOM)" }])
      expect(
        figure(
          strike([killed(3, { by: full, date: "2026-03-17" }), killed(4, { by: name, date: "2026-03-18" })]),
          "killed",
        ),
      ).toEqual({ low: 4, high: 4 });
    expect(figure(strike([by("AP (Quito)", 3, "2026-03-17"), by("Quito", 4, "2026-03-18")]), "killed")).toEqual({
      low: 3,
      high: 4,
    });
  });

  it("without a day count as of the announcement, and without a name replace nothing", () => {
    const later = by("SOUTHCOM", 4, "2026-03-19");
    expect(figure(strike([by("SOUTHCOM", 3), later]), "killed")).toEqual({ low: 4, high: 4 });
    expect(figure(strike([by("SOUTHCOM", 3), later], { announcedOn: "2026-03-20" }), "killed")).toEqual({
      low: 3,
      high: 3,
    });
    expect(figure(strike([killed(3), killed(4, { date: "2026-03-19" })]), "killed")).toEqual({ low: 3, high: 4 });
  });

  it("of one speaker and one day stand both, unless one was marked as revised", () => {
    const [first, second] = [by("SOUTHCOM", 3, "2026-03-17"), by("SOUTHCOM", 4, "2026-03-17")];
    expect(figure(strike([first, second]), "killed")).toEqual({ low: 3, high: 4 });
    expect(figure(strike([second, { ...first, revised: true }]), "killed")).toEqual({ low: 4, high: 4 });
    const told = strike([first, killed(9), by("AP", 3, "2026-03-17")]);
    const fresh = { ...second, measure: "killed", atLeast: false } as const;
    const after = { ...told, figures: revised(told, fresh) };
    expect(after.figures.map((one) => one.revised)).toEqual([true, undefined, undefined, undefined]);
    expect(lows(standing(after, "killed"))).toEqual([9, 3, 4]);
    expect(revised(told, { ...fresh, date: "2026-03-16" }).map((one) => one.revised)).not.toContain(true);
  });

  it("of two speakers go from the lowest to the highest, without an upper end where one has none", () => {
    expect(figure(strike([by("SOUTHCOM", 3), by("AP", 4, "2026-03-19", { high: 6 })]), "killed")).toEqual({
      low: 3,
      high: 6,
    });
    expect(figure(strike([by("SOUTHCOM", 3), by("AP", 5, "2026-03-19", { atLeast: true })]), "killed")).toEqual({
      low: 3,
      high: undefined,
    });
  });

  it("of one thing say nothing of another", () => {
    const one = strike([
      by("SOUTHCOM", 3, "2026-03-17"),
      { ...by("SOUTHCOM", 1, "2026-03-19"), measure: "presumed-dead" },
    ]);
    expect(figure(one, "killed")).toEqual({ low: 3, high: 3 });
    expect(figure(one, "presumed-dead")).toEqual({ low: 1, high: 1 });
    expect(figure(one, "survivors")).toBeUndefined();
    expect(figure(strike([killed(0)]), "killed")).toEqual({ low: 0, high: 0 });
  });
});

describe("a source that was taken back", () => {
  const sources = [AP, { ...CNN, ...withdrawn }];

  it("carries its figure no more: by its address, by its name, or where nothing else is left of it", () => {
    const other = by("SOUTHCOM", 3, "2026-03-17", { source: AP.url });
    for (const one of [
      by("Navy", 5, "2026-03-18", { source: CNN.url }),
      by("CNN", 5, "2026-03-18"),
      killed(5, { source: CNN.url }),
    ]) {
      const taken = strike([other, one], { sources });
      expect(figure(taken, "killed")).toEqual({ low: 3, high: 3 });
      expect(lows(dropped(taken, "killed"))).toEqual([5]);
    }
    const kept = strike([other, by("Navy", 5, "2026-03-18")], { sources });
    expect(figure(kept, "killed")).toEqual({ low: 3, high: 5 });
    expect(dropped(kept, "killed")).toEqual([]);
  });

  it("leaves not stated, never zero, where it alone gave a figure", () => {
    const taken = strike([by("CNN", 5)], { sources });
    expect(figure(taken, "killed")).toBeUndefined();
    for (const counted of [count([taken]), indexed([taken]).count()])
      expect(counted).toMatchObject({ strikes: 1, silent: 1, killed: { low: 0, high: 0 } });
    expect(indexed([taken]).sums().newest).toBe("2026-03-17");
    expect(newestDate(taken.sources)).toBe("2026-03-17");
  });

  it("brings back what it had revised", () => {
    const figures = [
      by("SOUTHCOM", 3, "2026-03-17", { source: AP.url, revised: true }),
      by("SOUTHCOM", 5, "2026-03-17", { source: CNN.url }),
    ];
    expect(figure(strike(figures), "killed")).toEqual({ low: 5, high: 5 });
    expect(figure(strike(figures, { sources }), "killed")).toEqual({ low: 3, high: 3 });
  });

  it("leaves what it had revised twice on one day as two figures: which was the later is not known", () => {
    const [first, second] = [3, 4].map((low) => by("SOUTHCOM", low, "2026-03-17", { source: AP.url, revised: true }));
    const third = by("SOUTHCOM", 5, "2026-03-17", { source: CNN.url });
    expect(figure(strike([first ?? {}, second ?? {}, third], { sources }), "killed")).toEqual({ low: 3, high: 4 });
    expect(figure(strike([first ?? {}, second ?? {}, third]), "killed")).toEqual({ low: 5, high: 5 });
  });

  it("of which another link stands still carries: only all of them taken back drop it", () => {
    const twice = [AP, { ...CNN, ...withdrawn }, { ...CNN, url: "https://cnn.example/2" }];
    expect(figure(strike([by("CNN", 5)], { sources: twice }), "killed")).toEqual({ low: 5, high: 5 });
    expect(
      figure(strike([by("Navy", 5, undefined, { source: CNN.url })], { sources: twice }), "killed"),
    ).toBeUndefined();
  });

  it("is never the last one: a record that nobody carries is withdrawn as a whole", () => {
    expect(() => strike([], { sources: [{ ...AP, ...withdrawn }] })).toThrow(/has to be withdrawn/);
  });
});
