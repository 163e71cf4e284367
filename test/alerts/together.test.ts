import { describe, it } from "vitest";
import type { Curfew } from "../../src/domain/curfew.ts";
import { decree } from "./change-scene.ts";
import { ec, together } from "./together-scene.ts";

const d2 = (more: Partial<Curfew> = {}, areas: string[] = ["EC-G"]) => decree({ id: "d2", decree: "Decreto 2", title: { en: "d2", es: "d2" }, ...more }, areas);
const lifted = (from: string, more: Partial<Curfew> = {}) =>
  decree({ lifted: { by: { en: "Decreto 9", es: "Decreto 9" }, date: from.slice(0, 10), from: `${from}:00-05:00` }, ...more });
const tonight = (hours: { start?: string; end?: string; off?: boolean }) =>
  decree({ exceptions: [{ night: "2026-03-15", off: false, ...hours }] });
type S = Awaited<ReturnType<typeof together>>;
const show = (name: string, s: S, id = "1") => console.log(`== ${name} [${id}]\n${s.story(id).join("\n")}\n${s.broken.join()}`);

describe("explore", () => {
  it("scripts", async () => {
    {
      const s = await together("2026-03-15T22:20");
      await s.subscribe("1", { leads: [60, 15], endLeads: [30] });
      await s.subscribe("2", { areas: ["EC"], leads: [], language: "es" });
      await s.play("2026-03-15T22:30");
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T01:00");
      await s.record("curfew.changed", tonight({ end: "03:00" }));
      await s.play("2026-03-16T02:00");
      await s.record("curfew.changed", tonight({ end: "04:00" }));
      await s.play("2026-03-16T05:30");
      show("30 min before, changed twice", s); show("", s, "2");
    }
    {
      const s = await together("2026-03-15T22:20");
      await s.subscribe("1", { leads: [60, 15] });
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T00:30");
      s.hand.set(ec("2026-03-16T00:30:40"));
      await s.record("curfew.lifted", lifted("2026-03-16T00:30", {}));
      await s.play("2026-03-16T00:40");
      await s.record("curfew.declared", d2(), "d2");
      await s.play("2026-03-16T06:00");
      show("lifted, anew", s);
    }
    {
      const s = await together("2026-03-15T22:20");
      await s.subscribe("1");
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T00:30");
      s.hand.set(ec("2026-03-16T00:30:40"));
      const l = lifted("2026-03-16T00:30");
      if (l.lifted) l.lifted.from = "2026-03-16T00:30:40-05:00";
      await s.record("curfew.lifted", l);
      await s.play("2026-03-16T00:40");
      show("lifted as of this second", s);
    }
    {
      const s = await together("2026-03-15T22:20");
      await s.subscribe("1", {leads: []});
      await s.play("2026-03-15T22:59");
      s.hand.set(ec("2026-03-15T23:00:00"));
      await s.record("curfew.declared", decree());
      await s.play("2026-03-15T23:10");
      show("declared in the second of begin, before the tick", s);
    }
    {
      const s = await together("2026-03-15T22:20");
      await s.subscribe("1", { leads: [] });
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T06:00");
      await s.record("curfew.declared", d2({ rules: [{ start: "12:00", end: "18:00", areas: ["EC-G"], areasPartial: false }] }), "d2");
      await s.play("2026-03-16T19:00");
      show("between", s);
    }
    {
      const s = await together("2026-03-15T20:00", "2026-03-16T02:00");
      await s.subscribe("1", { leads: [120] });
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T02:00");
      await s.record("curfew.changed", tonight({ end: "04:00" }));
      await s.play("2026-03-16T04:30");
      await s.check(["EC"], { from: "2026-03-16T02:00" });
      await s.play("2026-03-16T06:00");
      await s.record("curfew.withdrawn", { reason: { en: "false", es: "falso" } });
      await s.play("2026-03-17T06:00");
      show("lapse and changed", s);
    }
    {
      const s = await together("2026-03-15T08:00", "2026-03-15T10:00");
      await s.subscribe("1", { leads: [120] });
      await s.play("2026-03-15T11:00");
      await s.record("curfew.declared", decree());
      await s.play("2026-03-15T12:10");
      show("declared in the patience of a lapse", s);
    }
    {
      const s = await together("2026-03-15T08:00", "2026-03-15T10:00");
      await s.subscribe("1", { leads: [120] });
      await s.play("2026-03-15T13:00");
      await s.check(["EC"]);
      await s.play("2026-03-15T18:00");
      await s.store.record([{ kind: "coverage.withdrawn", subject: "check-1", content: { reason: { en: "x", es: "x" } }, prev: s.store.head("coverage", "check-1")?.id } as never], "p");
      await s.play("2026-03-15T23:00");
      show("check withdrawn", s);
    }
    {
      const s = await together("2026-03-15T20:00");
      await s.subscribe("1", { leads: [60] });
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T04:50");
      await s.outage("2026-03-16T05:30");
      await s.record("curfew.changed", tonight({ end: "08:00" }));
      await s.play("2026-03-16T09:00");
      show("outage over end; extended after", s);
    }
    {
      const s = await together("2026-03-15T20:00");
      await s.subscribe("1", { leads: [60] });
      await s.subscribe("2", { areas: ["EC"], leads: [60] });
      await s.record("curfew.declared", decree());
      await s.play("2026-03-16T01:00");
      await s.record("curfew.withdrawn", { reason: { en: "false", es: "falso" } });
      await s.play("2026-03-16T06:00");
      show("withdrawn running", s); show("", s, "2");
    }
    {
      const s = await together("2026-03-15T20:00");
      await s.subscribe("1", { leads: [60] });
      await s.record("curfew.declared", decree());
      await s.play("2026-03-15T22:10");
      await s.record("curfew.changed", tonight({ off: true }));
      await s.play("2026-03-16T06:00");
      show("suspended after soon", s);
    }
  }, 60_000);
});
