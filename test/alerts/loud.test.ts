// What makes a sound, as a table: each kind, and what the channel was told before.
import { describe, expect, it } from "vitest";
import { type Earlier, isLoud } from "../../src/alerts/loud.ts";
import type { Alert } from "../../src/domain/alert.ts";
import type { EdgeGroup } from "../../src/domain/edge-group.ts";
import type { Millis } from "../../src/domain/time.ts";
import { soundOf } from "../../src/alerts/planner.ts";
import { ec, ecuador } from "../domain/fixtures.ts";
import { subscribed } from "./ticking.ts";

const BEGIN = ec("2026-03-15T23:00");
const END = ec("2026-03-16T05:00");
const id = "a".repeat(64);
const group = (areas: [string, ...string[]], since = BEGIN, until: Millis | undefined = END): EdgeGroup => ({
  areas,
  since,
  until,
  curfews: [],
});
const edge = (kind: "curfew.began" | "curfew.ended", ...groups: [EdgeGroup, ...EdgeGroup[]]): Alert => ({
  kind,
  id,
  at: kind === "curfew.began" ? BEGIN : END,
  country: "EC",
  groups,
});
const soon = (...groups: [EdgeGroup, ...EdgeGroup[]]): Alert => ({
  kind: "curfew.soon",
  id,
  at: ec("2026-03-15T21:00"),
  country: "EC",
  lead: 120,
  groups,
});
const ending = (...groups: [EdgeGroup, ...EdgeGroup[]]): Alert => ({
  kind: "curfew.ending",
  id,
  at: ec("2026-03-16T04:30"),
  country: "EC",
  lead: 30,
  groups,
});
const news = (
  kind: "curfew.declared" | "curfew.changed" | "curfew.lifted",
  at: string,
  first = { start: BEGIN, end: END },
  areas: [string, ...string[]] = ["EC-G"],
): Alert => ({
  kind,
  id,
  at: ec(at),
  country: "EC",
  fact: "f",
  subject: "s",
  changes: [{ areas, now: { first, last: first, windows: 1, curfews: [] }, nights: [], more: 0 }],
});
const row = (alert: Alert, state: Earlier["state"] = "sent", expiresAt = BEGIN): Earlier => ({
  alert,
  state,
  expiresAt,
});
const heard = (...earlier: Earlier[]) => ({ earlier, areas: ecuador(), now: BEGIN });

const began = edge("curfew.began", group(["EC-G"]));
const ended = edge("curfew.ended", group(["EC-G"]));
const both = edge("curfew.began", group(["EC-G", "EC-R"]));

describe("a begin", () => {
  it.each<[boolean, string, Alert, Earlier[]]>([
    [true, "of which nothing was told", began, []],
    [false, "told by a soon", began, [row(soon(group(["EC-G"])))]],
    [false, "of a part of what a soon told", edge("curfew.began", group(["EC-0902"])), [row(soon(group(["EC"])))]],
    [false, "told by two notices together", both, [row(soon(group(["EC-G"]))), row(soon(group(["EC-R"])))]],
    [
      false,
      "told in parts, one canton and the rest",
      began,
      [row(soon(group(["EC-0902"]))), row(soon(group(["EC-0901"])), "sent"), row(soon(group(["EC-G/rest"])))],
    ],
    [true, "told for one of two places", both, [row(soon(group(["EC-G"])))]],
    [true, "told for a part of the place", began, [row(soon(group(["EC-0902"])))]],
    [true, "told of another hour", began, [row(soon(group(["EC-G"], BEGIN + 1)))]],
    [true, "told with another end", began, [row(soon(group(["EC-G"], BEGIN, END - 1)))]],
    [
      false,
      "of a curfew without an end, told so",
      edge("curfew.began", { ...group(["EC-G"]), until: undefined }),
      [row(soon({ ...group(["EC-G"]), until: undefined }))],
    ],
    [false, "told by a soon that is still to be posted", began, [row(soon(group(["EC-G"])), "planned", BEGIN + 1)]],
    [true, "told by a soon that waited until it was of no use", began, [row(soon(group(["EC-G"])), "again", BEGIN)]],
    [true, "told by one that nobody can see", began, [row(soon(group(["EC-G"])), "parked", BEGIN + 1)]],
    [true, "told by one that failed", began, [row(soon(group(["EC-G"])), "failed", BEGIN + 1)]],
    [false, "of a decree declared that noon", began, [row(news("curfew.declared", "2026-03-15T12:00"))]],
    [false, "of a decree changed that noon", began, [row(news("curfew.changed", "2026-03-15T12:00"))]],
    [false, "of a decree declared 23 h 59 before", began, [row(news("curfew.declared", "2026-03-14T23:01"))]],
    [true, "of a decree declared a day before", began, [row(news("curfew.declared", "2026-03-14T23:00"))]],
    [
      true,
      "of a decree declared for later nights",
      began,
      [row(news("curfew.declared", "2026-03-15T12:00", { start: END, end: END + 1 }))],
    ],
    [
      true,
      "of a decree declared elsewhere",
      began,
      [row(news("curfew.declared", "2026-03-15T12:00", undefined, ["EC-R"]))],
    ],
    [true, "of a decree of which a night was lifted", began, [row(news("curfew.lifted", "2026-03-15T12:00"))]],
    [true, "after another one ended", began, [row(edge("curfew.ended", group(["EC-G"], BEGIN, END)))]],
  ])("%s: %s", (loud, _, alert, earlier) => {
    expect(isLoud(alert, heard(...earlier))).toBe(loud);
  });
});

describe("an end", () => {
  it.each<[boolean, string, Alert, Earlier[]]>([
    [true, "of which nothing was told", ended, []],
    [false, "told its begin", ended, [row(began)]],
    [false, "told the soon of other hours", ended, [row(soon(group(["EC-G"], BEGIN + 1, END + 1)))]],
    [false, "told shortly before", ended, [row(ending(group(["EC-G"])))]],
    [false, "told by a change while it ran", ended, [row(news("curfew.changed", "2026-03-16T01:00"))]],
    [true, "told of the night before alone", ended, [row(edge("curfew.began", group(["EC-G"], BEGIN - 1000, BEGIN)))]],
    [true, "told of the next night alone", ended, [row(soon(group(["EC-G"], END, END + 1)))]],
    [true, "told elsewhere", ended, [row(edge("curfew.began", group(["EC-R"])))]],
    [true, "told nearer, where nothing was told", ending(group(["EC-G"])), []],
    [false, "told nearer, where its begin was told", ending(group(["EC-G"])), [row(began)]],
  ])("%s: %s", (loud, _, alert, earlier) => {
    expect(isLoud(alert, heard(...earlier))).toBe(loud);
  });
});

describe("all others", () => {
  const places = { id, at: BEGIN, country: "EC", areas: ["EC-G"] as [string] };
  const told = heard(row(began), row(soon(group(["EC-G"]))));
  it.each<[boolean, Alert]>([
    [true, soon(group(["EC-G"]))],
    [true, news("curfew.declared", "2026-03-15T12:00")],
    [true, news("curfew.changed", "2026-03-15T12:00")],
    [true, news("curfew.lifted", "2026-03-15T12:00")],
    [true, { kind: "strike.recorded", id, at: BEGIN, fact: "f", subject: "s" }],
    [true, { kind: "knowledge.lapsed", ...places, since: BEGIN }],
    [false, { kind: "knowledge.restored", ...places, since: BEGIN, from: END }],
    [true, { kind: "check.due", ...places, until: END }],
    [false, { kind: "place.changed", ...places, area: "EC-G", is: "renamed", owners: [] }],
    [
      true,
      {
        kind: "vigia.down",
        id,
        at: END,
        country: "EC",
        from: BEGIN,
        to: END,
        missed: [{ kind: "curfew.ended", at: END, groups: [group(["EC-G"])] }],
      },
    ],
  ])("%s for %o", (loud, alert) => {
    expect(isLoud(alert, told)).toBe(loud);
    expect(isLoud(alert, undefined)).toBe(loud);
  });

  it("a lapse is silent where no curfew runs or is due", () => {
    expect(isLoud({ kind: "knowledge.lapsed", ...places, since: BEGIN }, told, false)).toBe(false);
  });

  it("a begin and an end of which nobody can say what was told make a sound", () => {
    expect([isLoud(began, undefined), isLoud(ended, undefined)]).toEqual([true, true]);
  });
});

it("whoever wants a sound gets one, whatever others of the channel want; none is made where all want none", () => {
  const wanting = (...all: ("loud" | "silent" | undefined)[]) => {
    const sets = all.map((ends) => ({ areas: ["EC"] satisfies [string], ...(ends && { sounds: { ends } }) }));
    return soundOf(
      { kind: "curfew.ended" },
      sets.flatMap((own) => subscribed("1", own).subscriptions),
    );
  };
  expect([wanting("silent", "loud"), wanting("loud", undefined), wanting("silent", "silent")]).toEqual([true, true, false]); // prettier-ignore
  expect([wanting("silent", undefined), wanting(undefined), wanting()]).toEqual([undefined, undefined, undefined]);
});
