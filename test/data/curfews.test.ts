// The data set that ships, read by its importer into a log and asked as people ask: each sentence is one that must hold, in both languages, with what
// the answer rests on and what is disputed. Known now is a clock of 26 November 2026; where the record says so, also as known at the time.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { PlaceId } from "../../src/domain/area.ts";
import type { State } from "../../src/domain/situation.ts";
import { stateAt } from "../../src/domain/state.ts";
import type { Language } from "../../src/domain/text.ts";
import { instant, type Millis } from "../../src/domain/time.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import { FactStore } from "../../src/store/store.ts";
import { texts } from "../../src/text/index.ts";
import { curfewSources } from "../../src/views/curfew/source-list.ts";
import { curfewAnswer } from "../../src/views/curfew/place.ts";
import { handClock, memoryEngine } from "../support.ts";

const NOW = instant("2026-11-26T12:00:00-05:00");
const ec = (text: string): Millis => instant(`${text}:00-05:00`);
let store: FactStore;

beforeAll(async () => {
  const { clock } = handClock("2026-11-26T12:00:00-05:00");
  store = await FactStore.open((await memoryEngine()).namespace("facts"), clock);
  await take(dataset(join(import.meta.dirname, "../../data")), store, store.after(0), clock.now());
});

function stateOf(place: PlaceId, at: string, knownAt = NOW): State {
  const found = stateAt(store.known(knownAt), place, ec(at));
  return "whole" in found ? found.whole : expect.unreachable(`${place} is told in parts`);
}

/** What holds in each part: what lies behind may differ from canton to canton where what holds does not. */
function everyState(place: PlaceId, at: string): State[] {
  const found = stateAt(store.known(NOW), place, ec(at));
  return "whole" in found ? [found.whole] : found.partly.map(({ state }) => state);
}

interface Shown {
  line: string;
  sources: string;
  checked: string;
  disputed: string;
  all: string;
}

/** The answer of /curfew, as read by somebody now, or at that time. */
function answer(place: PlaceId, at: string, language: Language, now = NOW): Shown {
  const record = store.known(now);
  const told = curfewAnswer({ record, place, at: ec(at), now, language, state: stateAt(record, place, ec(at)) });
  // What it rests on stands one press away.
  const messages = [...told, ...curfewSources({ record, places: [place], at: ec(at), now, language })];
  const { common, curfew } = texts(language);
  const fields = messages.flatMap((one) => one.embed?.fields ?? []);
  const field = (name: string) => fields.flatMap((one) => (one.name.startsWith(name) ? [one.value] : [])).join("\n");
  return {
    line: messages[0]?.content ?? "",
    sources: field(common.sources),
    checked: field(curfew.field.checked),
    disputed: field(common.disputed),
    all: [messages.map((one) => one.content), fields.flatMap((one) => [one.name, one.value])].flat().join("\n"),
  };
}

const SIGNS: readonly (readonly [Language, curfew: string, none: string, unknown: string])[] = [
  ["en", "🔴 CURFEW", "⚪ No curfew", "❔ NOT KNOWN"],
  ["es", "🔴 TOQUE DE QUEDA", "⚪ Sin toque", "❔ NO SE SABE"],
];

describe("Guayas in March 2026", () => {
  it.each(SIGNS)(
    "on the 18th at 23:30 has a curfew until 05:00, Decreto 329, four provinces (%s)",
    (language, sign) => {
      expect(stateOf("EC-G", "2026-03-18T23:30")).toMatchObject({ is: "inForce", until: ec("2026-03-19T05:00") });
      expect(stateOf("EC-G", "2026-03-18T23:30")).toMatchObject({ curfews: ["ec-2026-03-15-decreto-329"] });
      const told = answer("EC-G", "2026-03-18T23:30", language);
      expect(told.line).toMatch(new RegExp(`^${sign}.*Guayas.*05:00`));
      expect(told.all).toContain("Decreto Ejecutivo 329");
      expect(told.all).toMatch(/four provinces|cuatro provincias/);
      expect(told.sources).toMatch(/Primicias[\s\S]*Diario Extra/);
      expect(told.disputed).toMatch(/Primicias.*Teleamazonas/);
    },
  );

  it("has it in those four provinces and nowhere else, as known now and as known on that day", () => {
    for (const knownAt of [NOW, ec("2026-03-20T12:00")]) {
      const found = stateAt(store.known(knownAt), "EC", ec("2026-03-18T23:30"));
      const running = "partly" in found ? found.partly.filter(({ state }) => state.is === "inForce") : [];
      expect(running.flatMap(({ areas }) => areas).sort()).toEqual(["EC-G", "EC-O", "EC-R", "EC-SD"]);
    }
  });

  it.each(SIGNS)("on the 18th at 12:00 has none, and the next at 23:00 (%s)", (language, _, sign) => {
    const state = stateOf("EC-G", "2026-03-18T12:00");
    expect(state).toMatchObject({ is: "notInForce", next: { start: ec("2026-03-18T23:00") } });
    const told = answer("EC-G", "2026-03-18T12:00", language);
    expect(told.line).toMatch(new RegExp(`^${sign}.*Guayas.*23:00`));
    expect(told.sources).toContain("Primicias");
  });

  it.each(SIGNS)("on the 31st has one at 04:59, and from 05:00 it is not known (%s)", (language, sign, _, unknown) => {
    for (const knownAt of [NOW, ec("2026-03-31T04:59")]) {
      expect(stateOf("EC-G", "2026-03-31T04:59", knownAt)).toMatchObject({ is: "inForce", followedBy: "unknown" });
      const after = { is: "unknown", why: "not-covered", informationEnds: ec("2026-03-31T05:00") };
      expect(stateOf("EC-G", "2026-03-31T05:00", knownAt)).toMatchObject(after);
    }
    expect(answer("EC-G", "2026-03-31T04:59", language).line).toMatch(new RegExp(`^${sign}.*Guayas`));
    const told = answer("EC-G", "2026-03-31T05:00", language);
    expect(told.line).toMatch(new RegExp(`^${unknown}.*Guayas`));
    expect(told.checked).toMatch(/Decreto 329/);
  });
});

describe("Pichincha in March 2026", () => {
  it.each(SIGNS)("on the 18th at 23:30 has none, on the 25th it is not known (%s)", (language, _, none, unknown) => {
    expect(new Set(everyState("EC-P", "2026-03-18T23:30").map(({ is }) => is))).toEqual(new Set(["notInForce"]));
    for (const state of everyState("EC-P", "2026-03-25T23:30"))
      expect(state).toMatchObject({ is: "unknown", why: "not-covered", informationEnds: ec("2026-03-20T06:15") });
    const free = answer("EC-P", "2026-03-18T23:30", language);
    expect(free.line).toMatch(new RegExp(`^${none}.*Pichincha`));
    expect(free.checked).toContain("El Telégrafo");
    expect(answer("EC-P", "2026-03-25T23:30", language).line).toMatch(new RegExp(`^${unknown}.*Pichincha`));
  });
});

describe("Guayas under Decreto 135, on 1 February 2024", () => {
  const [DURAN, SAMBORONDON] = ["EC-0907", "EC-0916"];
  it("at 01:00 Durán has a curfew and Samborondón not before 02:00, and Guayas is partly", () => {
    expect(stateOf(DURAN, "2024-02-01T01:00")).toMatchObject({ is: "inForce", since: ec("2024-02-01T00:00") });
    const next = { start: ec("2024-02-01T02:00"), end: ec("2024-02-01T05:00") };
    expect(stateOf(SAMBORONDON, "2024-02-01T01:00")).toMatchObject({ is: "notInForce", next });
    expect(stateOf(SAMBORONDON, "2024-02-01T02:00").is).toBe("inForce");
    const guayas = stateAt(store.known(NOW), "EC-G", ec("2024-02-01T01:00"));
    const parts = "partly" in guayas ? guayas.partly : [];
    expect(parts.find(({ state }) => state.is === "inForce")?.areas).toContain(DURAN);
    expect(parts.find(({ areas }) => areas.includes(SAMBORONDON))?.state.is).toBe("notInForce");
  });

  it.each(SIGNS)("is told so, with its sources and what they dispute (%s)", (language, sign, none) => {
    const told = answer(DURAN, "2024-02-01T01:00", language);
    expect(told.line).toMatch(new RegExp(`^${sign}.*Durán.*05:00`));
    expect(told.all).toContain("Decreto Ejecutivo 135");
    expect(told.sources).toContain("Sol TV Digital");
    expect(told.disputed).toContain("Stening Simpson");
    expect(answer(SAMBORONDON, "2024-02-01T01:00", language).line).toMatch(new RegExp(`^${none}.*Samborondón.*02:00`));
    expect(answer("EC-G", "2024-02-01T01:00", language).line).toMatch(/part of Guayas|parte de Guayas/);
  });
});

describe("a list known in part, Decreto 205 on 25 March 2024", () => {
  const PLACES = [
    ["EC-0906", "Daule"],
    ["EC-2203", "Joya de los Sachas"],
  ] as const;
  it.each(SIGNS)(
    "Daule and La Joya de los Sachas at 03:00 are not known, at 12:00 have none (%s)",
    (language, _, none, unknown) => {
      for (const [place, name] of PLACES) {
        const why = { is: "unknown", why: "list-partial", curfews: ["ec-2024-03-21-decreto-205"] };
        expect(stateOf(place, "2024-03-25T03:00")).toMatchObject(why);
        expect(stateOf(place, "2024-03-25T12:00").is).toBe("notInForce");
        const told = answer(place, "2024-03-25T03:00", language);
        expect(told.line).toMatch(new RegExp(`^${unknown}.*${name}`));
        expect(told.sources).toContain("Qué Noticias");
        expect(told.disputed).toContain("Dialoguemos");
        expect(answer(place, "2024-03-25T12:00", language).line).toMatch(new RegExp(`^${none}.*${name}`));
      }
    },
  );

  it("was so as known on that day", () => {
    const then = ec("2024-03-25T12:00");
    for (const [place] of PLACES) {
      expect(stateOf(place, "2024-03-25T03:00", then).is).toBe("unknown");
      expect(stateOf(place, "2024-03-25T12:00", then).is).toBe("notInForce");
    }
  });
});

describe("Imbabura in October 2025", () => {
  it.each(SIGNS)(
    "on the 2nd at 23:00 has a curfew, on the 4th at 02:00 it is not known, at 23:00 there is none: struck down by the court (%s)",
    (language, sign, none, unknown) => {
      expect(stateOf("EC-I", "2025-10-02T23:00")).toMatchObject({ is: "inForce", until: ec("2025-10-03T05:00") });
      expect(stateOf("EC-I", "2025-10-04T02:00")).toMatchObject({ is: "unknown", why: "end-not-known" });
      expect(stateOf("EC-I", "2025-10-04T23:00").is).toBe("notInForce");
      const running = answer("EC-I", "2025-10-02T23:00", language);
      expect(running.line).toMatch(new RegExp(`^${sign}.*Imbabura.*05:00`));
      expect(running.sources).toContain("MercoPress");
      expect(running.disputed).toContain("Expreso");
      expect(running.all).toMatch(/Constitutional Court|Corte Constitucional/);
      const unsure = answer("EC-I", "2025-10-04T02:00", language);
      expect(unsure.line).toMatch(new RegExp(`^${unknown}.*Imbabura`));
      expect(unsure.all).toMatch(/Constitutional Court|Corte Constitucional/);
      expect(unsure.sources).toContain("Metro Ecuador");
      expect(answer("EC-I", "2025-10-04T23:00", language).line).toMatch(new RegExp(`^${none}.*Imbabura`));
    },
  );

  it("as known before the ruling had its night of the 2nd, and nothing of the court", () => {
    const before = ec("2025-10-02T22:30");
    expect(stateOf("EC-I", "2025-10-02T23:00", before).is).toBe("inForce");
    expect(answer("EC-I", "2025-10-02T23:00", "en", before).all).not.toMatch(/Constitutional Court(?! staff)/);
  });
});
