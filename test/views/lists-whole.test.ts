// Lists of places, organisations, people, sets and records in settings and in why: each is whole, or says how many it leaves out. Tried with one, as many as the list
// holds, one more, and three times as many, in both languages.
import { describe, expect, it } from "vitest";
import { Alert } from "../../src/domain/alert.ts";
import type { Fact } from "../../src/domain/fact.ts";
import { hash } from "../../src/domain/id.ts";
import type { Org } from "../../src/domain/org.ts";
import { Subscription } from "../../src/domain/subscription.ts";
import type { Language } from "../../src/domain/text.ts";
import { fullList, sceneOf, shortList } from "../../src/views/curfew/words.ts";
import { narrowed } from "../../src/views/notices/narrowed.ts";
import { alertsList } from "../../src/views/settings/listed.ts";
import { filterWords, placeList } from "../../src/views/settings/lines.ts";
import { factLines } from "../../src/views/settings/why-match.ts";
import { seenLines } from "../../src/views/settings/why-seen.ts";
import { channel } from "../alerts/ticking.ts";
import { org } from "../alerts/changes/org-scene.ts";
import { strike } from "../alerts/changes/strike-scene.ts";
import { ec, knownAt } from "./ecuador-known.ts";
import { mustFit, wordsOf } from "./reading.ts";

const NOW = ec("2026-03-16T06:00");
const known = knownAt("2026-03-16T06:00");
const BOTH: readonly Language[] = ["en", "es"];
const SEVERAL = (limit: number) => [...new Set([1, limit, limit + 1, 3 * limit])];
const person = (i: number) => `9000000000000001${String(i).padStart(2, "0")}`;

/** Cantons whose names are their own, none the part of another's, and never all of one province. */
const PLACES: readonly string[] = (() => {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const cantons = [...known.areasById.values()].filter(({ kind, id }) => kind === "canton" && id.startsWith("EC-"));
  for (const { id, parent = "", name } of cantons) {
    const { en = "" } = name;
    const isLike = [...names.values()].some((one) => one.includes(en) || en.includes(one));
    if (isLike || en !== name.es || [...taken].filter((one) => one === parent).length > 0) continue;
    taken.add(parent);
    names.set(id, en);
  }
  return [...names.keys()];
})();
const nameOf = (id: string) => known.areasById.get(id)?.name.en ?? id;
/** Of these, named and counted. */
const named = (text: string, names: readonly string[]) => names.filter((one) => text.includes(one)).length;
/** What “and 12 more” says. */
const counted = (text: string) => Number(/(?:and|y) (\d+) (?:more|más)/u.exec(text)?.[1] ?? 0);

describe.each(BOTH)("lists of places (%s)", (language) => {
  const scene = sceneOf(known, ["EC"], NOW, language);

  it("has enough places to be tried with", () => expect(PLACES.length).toBeGreaterThanOrEqual(18));

  it.each(SEVERAL(6))("a first line names them, or says how many more: %i", (n) => {
    const areas = PLACES.slice(0, n);
    const text = shortList(scene, areas);
    expect(named(text, areas.map(nameOf)) + counted(text)).toBe(n);
    expect(counted(text)).toBe(n <= 6 ? 0 : n - 5);
    expect(named(fullList(scene, areas), areas.map(nameOf))).toBe(n);
    expect(named(placeList(areas, { record: known, now: NOW, language }), areas.map(nameOf))).toBe(n);
  });

  it.each(SEVERAL(4))("a line of /alerts list names them, or says how many more: %i", (n) => {
    const areas = PLACES.slice(0, n);
    const [first = ""] = areas;
    const { destination, subscriptions } = channel("1", [first]);
    const own = subscriptions.map((one) => Subscription.parse({ ...one, areas }));
    const text = alertsList([{ destination, subscriptions: own }], { record: known, language })
      .map(wordsOf)
      .join("\n");
    expect(named(text, areas.map(nameOf)) + counted(text)).toBe(n);
  });

  it.each(SEVERAL(6))("the word to a channel that hears less has all of them: %i", async (n) => {
    const areas = PLACES.slice(0, n);
    const alert = Alert.parse({
      kind: "alerts.narrowed",
      id: hash("n"),
      at: NOW,
      by: "p",
      lost: [{ topics: ["begins"], areas }],
      open: [],
    });
    if (alert.kind !== "alerts.narrowed") throw new Error(alert.kind);
    const message = narrowed(alert, { known, now: NOW, language, mark: "AAAA-AAAA", name: "Ana", home: "EC" });
    await mustFit(message);
    const [content = "", ...fields] = wordsOf(message).split("\n");
    expect(named(fields.join("\n"), areas.map(nameOf))).toBe(n);
    expect(named(content, areas.map(nameOf)) + counted(content)).toBe(n);
  });
});

describe.each(BOTH)("lists of sets, organisations and people (%s)", (language) => {
  it.each(SEVERAL(3))("a channel's sets are told, or how many more: %i", (n) => {
    const { destination, subscriptions } = channel("1", ["EC"]);
    const sets = Array.from({ length: n }, (_, i) =>
      Subscription.parse({ ...subscriptions[0], id: `s${i}`, topics: ["strikes"], minKilled: 500 + i }),
    );
    const text = alertsList([{ destination, subscriptions: sets }], { record: known, language })
      .map(wordsOf)
      .join("\n");
    const told = sets.filter(({ minKilled }) => text.includes(String(minKilled))).length;
    const more = Number(/(\d+) (?:more|grupos más|más)/u.exec(text.replace(/\d+ muertos o más/gu, ""))?.[1] ?? 0);
    expect(told + more).toBe(n);
  });

  it.each(SEVERAL(5))("every organisation of a filter is named: %i", (n) => {
    const orgs = Array.from({ length: n }, (_, i): Org =>
      org({ id: `o${i}`, name: `Grupo ${String.fromCharCode(65 + i)}x` }),
    );
    const record = { orgsById: new Map(orgs.map((one) => [one.id, one])) };
    const [first = "", ...others] = orgs.map(({ id }) => id);
    for (const topic of ["orgs", "strikes"] as const) {
      const text = filterWords(topic, { organisations: [first, ...others] }, record, language).join(", ");
      expect(
        named(
          text,
          orgs.map(({ name }) => name),
        ),
      ).toBe(n);
    }
  });

  it.each(SEVERAL(8))("everybody who pressed Seen and who did not is named: %i", (n) => {
    const scene = sceneOf(known, ["EC"], NOW, language);
    const people = Array.from({ length: n }, (_, i) => person(i));
    const none = seenLines({ pressed: [], missing: people, after: 30, over: false, told: false }, scene).join("\n");
    expect(named(none, people)).toBe(n);
    const pressed = people.map((id) => ({ id, at: NOW }));
    expect(
      named(seenLines({ pressed, missing: [], after: 30, over: false, told: false }, scene).join("\n"), people),
    ).toBe(n);
  });

  it.each(SEVERAL(3))("whoever looks after a channel's sets is named, each once: %i", (n) => {
    const { destination, subscriptions } = channel("1", ["EC"]);
    const people = Array.from({ length: n }, (_, i) => person(i));
    const sets = people.map((owner, i) =>
      Subscription.parse({ ...subscriptions[0], id: `s${i}`, owner, secondContact: person(50 + i) }),
    );
    const text = alertsList([{ destination, subscriptions: sets }], { record: known, language })
      .map(wordsOf)
      .join("\n");
    expect(named(text, people)).toBe(n);
    expect(
      named(
        text,
        people.map((_, i) => person(50 + i)),
      ),
    ).toBe(n);
  });
});

describe.each(BOTH)("what a notice tells of, in why (%s)", (language) => {
  const recorded = (id: string, sources: number): Fact => ({
    v: 1,
    seq: 1,
    id,
    kind: "strike.recorded",
    subject: "s1",
    recordedAt: "2026-03-16T05:00:00-05:00",
    recorder: "p",
    content: strike({
      sources: [source(0), ...Array.from({ length: sources - 1 }, (_, i) => source(i + 1))],
    }),
  });
  const source = (i: number) => ({
    publisher: `Diario ${String.fromCharCode(65 + i)}`,
    url: `https://example.org/${i}`,
    date: "2026-03-15",
  });

  it.each(SEVERAL(2))("its sources are told, or how many more: %i", (n) => {
    const alert = Alert.parse({ kind: "strike.recorded", id: hash("a"), at: NOW, fact: hash("f"), subject: "s1" });
    const versions = () => [recorded(hash("f"), n)];
    const scene = { record: known, language, now: NOW, home: "EC", versions };
    const text = factLines({ ...ROW, alert }, scene, { nameOf: () => undefined }).join("\n");
    const names = Array.from({ length: n }, (_, i) => `Diario ${String.fromCharCode(65 + i)}`);
    const more = Number(/(\d+) (?:more sources?|fuentes? más)/u.exec(text)?.[1] ?? 0);
    expect(named(text, names) + more).toBe(n);
  });

  it.each(SEVERAL(4))("its decrees are told, or how many more: %i", (n) => {
    const ids = Array.from({ length: n }, (_, i) => `c${i}`);
    const alert = Alert.parse({
      kind: "curfew.began",
      id: hash("a"),
      at: NOW,
      country: "EC",
      groups: [{ areas: ["EC-G"], since: NOW, curfews: ids }],
    });
    const [curfew] = known.curfews;
    if (curfew === undefined) throw new Error("no curfew is known");
    const versions = (_: string, subject: string): Fact[] => [
      {
        v: 1,
        seq: 1,
        id: hash(subject),
        kind: "curfew.declared",
        subject,
        recordedAt: "2026-03-15T05:00:00-05:00",
        recorder: "p",
        content: { ...curfew, id: subject, decree: `Acto-${subject}-` },
      },
    ];
    const scene = { record: known, language, now: NOW, home: "EC", versions };
    const text = factLines({ ...ROW, alert }, scene, { nameOf: () => undefined }).join("\n");
    const more = text.split("\n").map((line) => /^• (?:and|y) (\d+) (?:more|más)$/u.exec(line)?.[1]);
    expect(
      named(
        text,
        ids.map((id) => `Acto-${id}-`),
      ) + Number(more.find((one) => one !== undefined) ?? 0),
    ).toBe(n);
  });
});

const ROW = {
  v: 1 as const,
  id: hash("row"),
  destination: person(1),
  channelId: person(1),
  guildId: person(2),
  language: "en" as const,
  subscriptions: ["sub-1"],
  shown: [],
  roles: [],
  loud: true,
  state: "sent" as const,
  reason: "delivered" as const,
  dueAt: NOW,
  plannedAt: NOW,
  expiresAt: NOW + 1,
  plannedMachine: 0,
  parts: [],
  attempts: [],
};
