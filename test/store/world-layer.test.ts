// The world beneath the record: it holds where no fact speaks of a place, gives way where one does, and whatever may be recorded may name it.
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Draft } from "../../src/domain/fact.ts";
import { stateAt } from "../../src/domain/state.ts";
import { readWorld } from "../../src/importers/dataset/world.ts";
import { FactStore } from "../../src/store/store.ts";
import { placeName, sceneOf } from "../../src/views/curfew/words.ts";
import { area, curfew, ms } from "../domain/fixtures.ts";
import { handClock, memoryEngine } from "../support.ts";

const DATA = join(import.meta.dirname, "..", "..", "data");
const NOW = "2026-11-23T12:00:00-05:00";
let store: FactStore;

beforeEach(async () => {
  const rows = (await memoryEngine()).namespace("facts");
  store = await FactStore.open(rows, handClock(NOW).clock, { world: await readWorld(DATA), home: "EC" });
});

const recorded = (content: Area): Draft => ({ kind: "area.recorded", subject: content.id, content });

describe("the world beneath the record", () => {
  it("is there before anything is recorded, at any time that is asked about", () => {
    for (const at of [undefined, ms("1999-01-01T00:00:00Z"), ms("2030-01-01T00:00:00Z")]) {
      expect(store.known(at).areas.get("DE-BY")?.name.es).toBe("Baviera");
      expect(store.known(at).areasById.get("DE")?.kind).toBe("country");
    }
  });

  it("knows of no curfew there, and of none is not the same", () => {
    expect(stateAt(store.known(), "DE-BY", ms(NOW))).toMatchObject({ whole: { is: "unknown", why: "not-covered" } });
  });

  it("gives way to what is recorded of a place, and finds it by its new name alone", async () => {
    await store.record(
      [recorded(area("DE-BY", "state", { parent: "DE", name: { en: "Freistaat", es: "Freistaat" } }))],
      "data",
    );
    const known = store.known();
    expect(known.areas.children("DE").filter(({ id }) => id === "DE-BY")).toHaveLength(1);
    const { areas } = store.names(known);
    expect(areas.resolve("Freistaat", "en")).toMatchObject({ is: "one", id: "DE-BY" });
    expect(areas.resolve("Bavaria", "en").is).toBe("none");
    expect(areas.find("bavar", "en", 25).map(({ id }) => id)).not.toContain("DE-BY");
  });

  it("loses a place that is withdrawn, and keeps the others", async () => {
    const reason = { en: "not a state", es: "no es un estado" };
    await store.record([{ kind: "area.withdrawn", subject: "DE-BY", content: { reason } }], "data");
    expect(store.known().areas.get("DE-BY")).toBeUndefined();
    expect(store.known().areas.children("DE")).toHaveLength(15);
  });

  it("lets facts name its places, and refuses those that nobody knows", async () => {
    const declared = (id: string, place: string): Draft => {
      const rules = [{ start: "22:00", end: "05:00", areas: [place] }];
      return {
        kind: "curfew.declared",
        subject: id,
        content: curfew(id, rules, { country: "DE", zone: "Europe/Berlin" }),
      };
    };
    expect((await store.record([declared("known", "DE-BY")], "data")).is).toBe("recorded");
    await expect(store.record([declared("unknown", "DE-QQ")], "data")).rejects.toThrow("DE-QQ is not in the record");
  });

  it("says whose clock the figures are where people inside live by several", () => {
    const known = store.known();
    const clock = (place: string, language: "en" | "es" = "en") => sceneOf(known, [place], ms(NOW), language).clock;
    expect(clock("US")).toBe("(New York time)");
    expect(clock("US-TX")).toBe("(Chicago time)");
    expect(clock("US-CA")).toBe("(California time)");
    expect(clock("US-NY", "es")).toBe("(hora de Nueva York)");
    expect(clock("DE-BY", "es")).toBe("(hora de Alemania)");
    expect(placeName(known, "DE-BY", "es", ms(NOW))).toBe("Baviera");
  });
});
