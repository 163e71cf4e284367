// What chance would meet too seldom, each as one question to any build of the rules: true where it holds.
import type { Engine } from "./agreement.ts";
import { area, covered, curfew, ec, ecuadorAreas } from "./fixtures.ts";

export interface NamedCase {
  name: string;
  ask: (engine: Engine) => boolean;
}

const NIGHT = { start: "23:00", end: "05:00", areas: ["EC-G"] };
const given = (engine: Engine, more: Partial<Parameters<Engine["stateAt"]>[0]>) => ({
  knownAt: ec("2027-01-01T00:00"),
  areas: engine.areaTree(ecuadorAreas()),
  curfews: [],
  withdrawn: [],
  coverage: [],
  ...more,
});
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const NAMED: readonly NamedCase[] = [
  {
    name: "a province of which one canton differs is not named whole",
    ask: (engine) => {
      const one = curfew("a", [{ ...NIGHT, areas: ["EC-0902"] }]);
      const state = engine.stateAt(given(engine, { curfews: [one] }), "EC-G", ec("2026-03-15T23:30"));
      return "partly" in state && same(state.partly[0]?.areas, ["EC-0902"]);
    },
  },
  {
    name: "Guayaquil without Tenguel is its rest",
    ask: (engine) => {
      const one = curfew("a", [{ ...NIGHT, areas: ["EC-0901"], except: ["EC-090158"] }]);
      const state = engine.stateAt(given(engine, { curfews: [one] }), "EC-0901", ec("2026-03-15T23:30"));
      return "partly" in state && same(state.partly[0]?.areas, ["EC-0901/rest"]);
    },
  },
  {
    name: "the whole of a canton with its parish is the canton",
    ask: (engine) => {
      const one = curfew("a", [{ ...NIGHT, areas: ["EC-0901"] }]);
      const state = engine.stateAt(given(engine, { curfews: [one] }), "EC-G", ec("2026-03-15T23:30"));
      return "partly" in state && same(state.partly[0]?.areas, ["EC-0901"]);
    },
  },
  {
    name: "the next night lies weeks ahead, and is found",
    ask: (engine) => {
      const state = engine.stateAt(
        given(engine, { curfews: [curfew("a", [NIGHT])] }),
        "EC-0902",
        ec("2026-02-01T12:00"),
      );
      return "whole" in state && state.whole.next?.start === ec("2026-03-15T23:00");
    },
  },
  {
    name: "a list of another country leaves no doubt here",
    ask: (engine) => {
      const list = curfew("a", [{ ...NIGHT, areas: ["EC-0902"], areasPartial: true }]);
      const coverage = [covered(["HT"], "2026-03-01T00:00", "2026-04-01T00:00")];
      const state = engine.stateAt(given(engine, { curfews: [list], coverage }), "HT-OU", ec("2026-03-16T00:00"));
      return "whole" in state && state.whole.is === "notInForce";
    },
  },
  {
    name: "a night over the day of a split is one night",
    ask: (engine) => {
      const old = curfew("a", [{ ...NIGHT, areas: ["EC-1401"] }], {
        declared: "2024-10-01",
        firstNight: "2024-11-04",
        lastNight: "2024-11-04",
      });
      const list = engine.nights(given(engine, { curfews: [old] }), "EC-1413", ec("2024-11-04T12:00"), 5);
      return same(
        list.map(({ start, end }) => [start, end]),
        [[ec("2024-11-04T23:00"), ec("2024-11-05T05:00")]],
      );
    },
  },
  {
    name: "of two exceptions the nearer one counts",
    ask: (engine) => {
      const exceptions = [
        { night: "2026-03-16", off: true, areas: ["EC", "EC-0902"] },
        { night: "2026-03-16", start: "21:00", areas: ["EC-G"] },
      ];
      const given2 = given(engine, { curfews: [curfew("a", [NIGHT], { exceptions })] });
      const is = (place: string) => {
        const state = engine.stateAt(given2, place, ec("2026-03-16T23:30"));
        return "whole" in state && state.whole.is === "inForce";
      };
      return is("EC-090158") && !is("EC-0902");
    },
  },
  {
    name: "who confirmed a province has said nothing of a canton that a list may hold",
    ask: (engine) => {
      const list = curfew("a", [{ ...NIGHT, areas: ["EC-1201"], areasPartial: true }]);
      const coverage = [covered(["EC-G"], "2026-03-01T00:00", "2026-04-01T00:00")];
      const state = engine.stateAt(given(engine, { curfews: [list], coverage }), "EC-0902", ec("2026-03-16T00:00"));
      return "whole" in state && state.whole.is === "unknown" && state.whole.why === "list-partial";
    },
  },
  {
    name: "what was known day by day is asked of another day after today",
    ask: (engine) => {
      const coverage = [covered(["EC"], "2026-03-01T00:00", "2026-04-01T00:00", { asOfEachDay: true })];
      const base = given(engine, { coverage });
      const is = (knownAt: string) => {
        const state = engine.stateAt({ ...base, knownAt: ec(knownAt) }, "EC-0902", ec("2026-03-16T12:00"));
        return "whole" in state ? state.whole.is : "partly";
      };
      return is("2026-03-20T12:00") === "notInForce" && is("2026-03-10T12:00") === "unknown";
    },
  },
  {
    name: "a border that is redrawn ends a curfew where it no longer reaches",
    ask: (engine) => {
      const young = curfew("a", [{ start: "22:30", end: "04:30", areas: ["EC-1401"] }], {
        declared: "2024-11-06",
        firstNight: "2024-11-01",
        lastNight: "2024-11-30",
      });
      const part = { after: ec("2024-11-04T23:30"), until: ec("2024-11-05T00:30") };
      const list = engine.edges(given(engine, { curfews: [young] }), "EC", part);
      return same(
        list.map(({ kind, leaf, at }) => [kind, leaf, at]),
        [["ended", "EC-1413", ec("2024-11-05T00:00")]],
      );
    },
  },
  {
    name: "a decree from before a canton was cut holds in both parts",
    ask: (engine) => {
      const old = curfew("a", [{ ...NIGHT, areas: ["EC-1401"] }], {
        declared: "2024-10-01",
        firstNight: "2024-11-01",
        lastNight: "2024-11-30",
      });
      const state = engine.stateAt(given(engine, { curfews: [old] }), "EC-1413", ec("2024-11-10T00:00"));
      return "whole" in state && state.whole.is === "inForce";
    },
  },
  {
    name: "hours that end in the minute a canton is cut are not joined to others' second half",
    ask: (engine) => {
      const two = curfew(
        "a",
        [
          { start: "00:00", end: "00:00", areas: ["EC-1401"] },
          { start: "22:00", end: "22:00", areas: ["EC-1401"] },
        ],
        { declared: "2024-10-01", firstNight: "2024-11-04", lastNight: "2024-11-04" },
      );
      const list = engine.nights(given(engine, { curfews: [two] }), "EC-1413", ec("2024-11-04T12:00"), 5);
      return same(
        list.map(({ start, end }) => [start, end]),
        [
          [ec("2024-11-04T00:00"), ec("2024-11-05T00:00")],
          [ec("2024-11-04T22:00"), ec("2024-11-05T22:00")],
        ],
      );
    },
  },
  {
    name: "a place is an area's child on its own clock, also where only its province has another one",
    ask: (engine) => {
      const areas = engine.areaTree([...ecuadorAreas(), area("EC-2002", "canton", { parent: "EC-W" })]);
      return areas.zone("EC-2002") === "Pacific/Galapagos";
    },
  },
];
