// What a card tells is kept from one card to the next: it must be what a record says that nobody has asked anything before, after each fact and each hour.
import { expect, it } from "vitest";
import { lastDays } from "../../../src/alerts/last-days/last-days.ts";
import { effectOf } from "../../../src/domain/curfew-effect.ts";
import { Coverage } from "../../../src/domain/coverage.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { coming } from "../../../src/domain/next-notice.ts";
import { DAY, HOUR, isoOf, type Millis } from "../../../src/domain/time.ts";
import { ReadModel } from "../../../src/store/read-model.ts";
import type { Subscribed } from "../../../src/store/subscriptions.ts";
import { wouldBring } from "../../../src/views/settings/would-bring.ts";
import { ec, knownAt, shippedFacts } from "../../views/ecuador-known.ts";
import { decree } from "../changes/change-scene.ts";
import { subscribed } from "../ticking.ts";

const CHANNELS: readonly Subscribed[] = [
  subscribed("1", { areas: ["EC-G", "EC-A"], leads: [120], endLeads: [60] }),
  subscribed("2", { areas: ["EC-G"], topics: ["soon", "changes"], leads: [300] }, { areas: ["EC-A", "EC-0901"] }),
];

async function cards(model: ReadModel, now: Millis) {
  const record = model.known(now);
  const all = [];
  for (const to of CHANNELS) {
    const last = await lastDays({
      to,
      learned: (after, until) => model.learned(after, until),
      knownAt: (at) => model.known(at),
      versions: (noun, subject) => model.versions(noun, subject),
      now,
      breathe: async () => undefined,
      days: 6,
    });
    const next = coming(record, to, now);
    all.push({ last, next, lines: wouldBring({ record, to, last, next, now, language: "en" }) });
  }
  return all;
}

it("a card tells what it would tell had nobody asked before, whatever was recorded in between", async () => {
  const facts: Fact[] = [...shippedFacts];
  const asked = new ReadModel();
  asked.add(facts);
  const put = (draft: Draft, at: Millis) => {
    const seq = facts.length + 1;
    const fact: Fact = { ...draft, v: 1, id: String(seq).padStart(64, "0"), seq, recordedAt: isoOf(at), recorder: "t" };
    facts.push(fact);
    asked.add([fact]);
    return fact.id;
  };
  const same = async (now: Millis) => {
    const anew = new ReadModel();
    anew.add(facts);
    const kept = await cards(asked, now);
    expect(kept).toEqual(await cards(anew, now));
    expect(await cards(asked, now)).toEqual(kept);
    return JSON.stringify(kept);
  };
  let now = ec("2026-03-20T10:00");
  const told = [await same(now)];
  const next = async (hours: number) => told.push(await same((now += hours * HOUR)));
  await next(0.5);
  const day = (away: number) => isoOf(now + away * DAY).slice(0, 10);
  const content = decree({ id: "k1", declared: day(0), firstNight: day(0), lastNight: day(9) });
  const first = put({ kind: "curfew.declared", subject: "k1", content }, now);
  await next(0);
  // History: it changes what was known of days that were looked at already.
  const old = decree({ id: "k2", declared: day(-5), firstNight: day(-5), lastNight: day(-3) });
  put({ kind: "curfew.declared", subject: "k2", content: old, knownFrom: isoOf(now - 5 * DAY) }, now);
  await next(0);
  const later = decree({ ...content, lastNight: day(3) }, ["EC-A"]);
  put(
    { kind: "curfew.changed", subject: "k1", prev: first, content: { ...later, rules: decree({}, ["EC-A"]).rules } },
    now,
  );
  await next(0);
  const checked = Coverage.parse({
    id: "k3",
    areas: ["EC-A"],
    from: isoOf(now),
    to: isoOf(now + 2 * DAY),
    basis: { en: "c" },
  });
  put({ kind: "coverage.confirmed", subject: "k3", content: checked }, now);
  await next(0);
  await next(30);
  // Each step was told of: else nothing was tried here.
  expect(new Set(told).size).toBe(told.length);
});

it("what a fact makes different is told of its instant and its versions, whatever was asked of the same record", () => {
  const record = knownAt("2026-03-16T10:00");
  const curfew = record.curfews.findLast(({ country }) => country === "EC");
  if (curfew === undefined) throw new Error("no curfew");
  const effect = { record, subject: curfew.id, was: {}, is: { curfew }, now: record.knownAt };
  const first = effectOf(effect);
  expect(first.length).toBeGreaterThan(0);
  expect(effectOf({ ...effect, now: record.knownAt + 60 * DAY })).not.toEqual(first);
  expect(effectOf({ ...effect, was: { curfew } })).toEqual([]);
  expect(effectOf({ ...effect, record: { ...record, withdrawn: [curfew] } })).not.toBe(first);
});

it("what was withdrawn is not told what the same decree made different as it stood, nor the other way about", () => {
  const record = knownAt("2026-03-16T10:00");
  const curfew = record.curfews.findLast(({ country }) => country === "EC");
  if (curfew === undefined) throw new Error("no curfew");
  // One list of decrees, as where a withdrawal alone is recorded anew: nothing is told apart by that list.
  const curfews = record.curfews.filter((one) => one !== curfew);
  const without = { ...record, curfews, withdrawn: [] };
  const taken = { ...without, withdrawn: [curfew] };
  const own = { subject: curfew.id, now: record.knownAt };
  const nothing = { ...own, was: {}, is: {} };
  const told = [
    { ...own, record: without, was: { curfew }, is: {} },
    { ...own, record: without, was: { withdrawn: curfew }, is: {} },
    { ...own, record: taken, was: {}, is: { withdrawn: curfew } },
  ];
  const all = () => told.map((one) => effectOf(one).map(({ was, nights, doubted, cleared }) => ({ was, nights, doubted, cleared }))); // prettier-ignore
  expect(effectOf({ ...nothing, record: without })).toEqual([]);
  expect(effectOf({ ...nothing, record: taken })).toEqual([]);
  const first = all();
  expect(first.every((list) => list.length > 0)).toBe(true);
  expect(new Set(first.map((list) => JSON.stringify(list))).size).toBe(told.length);
  expect(all()).toEqual(first);
});
