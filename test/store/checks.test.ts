// What may not enter the log: facts that every later fold would stumble over. And what is done with those that an older Vigía let in.
import { describe, expect, it } from "vitest";
import type { Area } from "../../src/domain/area.ts";
import type { Coverage } from "../../src/domain/coverage.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import { type Draft, type Fact, FACT_VERSION } from "../../src/domain/fact.ts";
import { factId } from "../../src/domain/id.ts";
import type { Strike } from "../../src/domain/strike.ts";
import { BrokenDraft } from "../../src/store/log.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";

const AT = "2026-03-15T12:00:00Z";
const area = (id: string, changes: Partial<Area> = {}): Area => ({
  id,
  kind: "canton",
  parent: "EC-G",
  name: { en: id, es: id },
  spellings: [],
  complete: false,
  successors: [],
  notes: [],
  disputed: [],
  ...changes,
});
const COUNTRY = area("EC", { kind: "country", zone: "America/Guayaquil" });
const GUAYAS = area("EC-G", { kind: "province", parent: "EC" });
delete COUNTRY.parent;
const curfew = (changes: Partial<Curfew> = {}): Curfew => ({
  id: "c",
  country: "EC",
  title: { es: "c" },
  authority: { es: "a" },
  declared: "2026-03-15",
  firstNight: "2026-03-15",
  lastNight: "2026-03-20",
  zone: "America/Guayaquil",
  rules: [{ start: "23:00", end: "05:00", areas: ["EC-0901"], areasPartial: false }],
  exceptions: [],
  amendments: [],
  enforcement: [],
  disputed: [],
  notes: [],
  sources: [{ publisher: "AP" }],
  confidence: "high",
  ...changes,
});
const coverage = (changes: Partial<Coverage> = {}): Coverage => ({
  id: "v",
  areas: ["EC"],
  from: "2026-03-15T00:00:00-05:00",
  to: "2026-03-20T00:00:00-05:00",
  asOfEachDay: false,
  completes: [],
  basis: { es: "b" },
  notes: [],
  sources: [],
  ...changes,
});
const strike = (changes: Partial<Strike> = {}): Strike => ({
  id: "s",
  target: "land",
  date: "2026-03-15",
  dateBasis: "strike",
  announcedBy: { en: "x" },
  orgIds: [],
  figures: [],
  disputed: [],
  sources: [{ publisher: "AP" }],
  ...changes,
});

const recorded = (content: Area): Draft => ({ kind: "area.recorded", subject: content.id, content });
const declared = (content: Curfew, prev?: string): Draft => ({
  kind: prev === undefined ? "curfew.declared" : "curfew.changed",
  subject: "c",
  content,
  ...(prev === undefined ? {} : { prev }),
});
const reason = { reason: { en: "wrong", es: "errado" } };
const ENDING = { by: { es: "x" }, date: "2026-03-16", from: "2026-03-16T05:00:00-05:00" };

async function scene() {
  const rows = (await memoryEngine()).namespace("facts");
  const open = () => FactStore.open(rows, handClock(AT).clock);
  const store = await open();
  // Children first and a curfew among them: a first import brings all in one batch, in any order.
  await store.record([recorded(area("EC-0901")), declared(curfew()), recorded(GUAYAS), recorded(COUNTRY)], "data");
  const head = (noun: string, subject: string) => String(store.head(noun, subject)?.id);
  return { rows, open, store, head };
}

describe("the record refuses", () => {
  it.each<[string, (head: (noun: string, subject: string) => string) => Draft[], string]>([
    [
      "a content filed under another id",
      () => [{ kind: "area.recorded", subject: "EC-0902", content: area("EC-0901") }],
      'area.recorded EC-0902: id: it is "EC-0901", but must be the subject\'s own id.',
    ],
    [
      "the same of a curfew",
      () => [{ kind: "curfew.declared", subject: "d", content: curfew() }],
      'curfew.declared d: id: it is "c"',
    ],
    [
      "a parent that nobody recorded",
      () => [recorded(area("EC-0902", { parent: "EC-Z" }))],
      'area.recorded EC-0902: the places would no longer form a tree. Area "EC-0902" names the parent "EC-Z"',
    ],
    [
      "a place inside itself",
      (head) => [
        {
          kind: "area.changed",
          subject: "EC-G",
          prev: head("area", "EC-G"),
          content: { ...GUAYAS, parent: "EC-0901" },
        },
      ],
      "would no longer form a tree",
    ],
    [
      "the withdrawal of a place that has others in it",
      (head) => [{ kind: "area.withdrawn", subject: "EC-G", prev: head("area", "EC-G"), content: reason }],
      "area.withdrawn EC-G: the places would no longer form a tree.",
    ],
    [
      "the withdrawal of a place that a curfew names",
      (head) => [{ kind: "area.withdrawn", subject: "EC-0901", prev: head("area", "EC-0901"), content: reason }],
      "area.withdrawn EC-0901: curfew c still names it under rules.0.areas.",
    ],
    [
      "a curfew of a country unknown",
      (head) => [declared(curfew({ country: "ZZ" }), head("curfew", "c"))],
      "curfew.changed c: country: the place ZZ is not in the record.",
    ],
    [
      "a rule of a place unknown",
      (head) => [
        declared(
          curfew({ rules: [{ start: "23:00", end: "05:00", areas: ["EC-0999"], areasPartial: false }] }),
          head("curfew", "c"),
        ),
      ],
      "curfew.changed c: rules.0.areas: the place EC-0999",
    ],
    [
      "an exception of a place unknown",
      (head) => [
        declared(curfew({ exceptions: [{ night: "2026-03-16", off: true, areas: ["EC-0999"] }] }), head("curfew", "c")),
      ],
      "curfew.changed c: exceptions.0.areas: the place EC-0999",
    ],
    [
      "an annulment in a place unknown",
      (head) => [declared(curfew({ annulled: { ...ENDING, areas: ["EC-0999"] } }), head("curfew", "c"))],
      "annulled.areas",
    ],
    [
      "a lifting in a place unknown",
      (head) => [declared(curfew({ lifted: { ...ENDING, areas: ["EC-0999"] } }), head("curfew", "c"))],
      "lifted.areas",
    ],
    [
      "a coverage of a place unknown",
      () => [{ kind: "coverage.confirmed", subject: "v", content: coverage({ areas: ["CO"] }) }],
      "coverage.confirmed v: areas: the place CO is not in the record.",
    ],
    [
      "a strike in a place unknown",
      () => [{ kind: "strike.recorded", subject: "s", content: strike({ country: "EC", area: "EC-0999" }) }],
      "strike.recorded s: area: the place EC-0999 is not in the record.",
    ],
    [
      "a text longer than any reader reads",
      () => [{ kind: "coverage.confirmed", subject: "v", content: coverage({ basis: { es: "ñ".repeat(4_001) } }) }],
      "a text has at most 4,000 characters in each language",
    ],
  ])("%s, in a sentence with kind, subject and field, and writes nothing", async (_what, drafts, sentence) => {
    const { open, store, head } = await scene();
    const attempt = store.record(drafts(head), "person");
    await expect(attempt).rejects.toThrow(BrokenDraft);
    await expect(attempt).rejects.toThrow(sentence);
    expect((await open()).after(0)).toHaveLength(4);
    expect(store.known().areas.ancestors("EC-0901")).toEqual(["EC-0901", "EC-G", "EC"]);
  });

  it("nothing that stands: a withdrawal of what nothing needs any more, a coverage, a text of 4,000 characters", async () => {
    const { store, head } = await scene();
    const elsewhere = curfew({ rules: [{ start: "23:00", end: "05:00", areas: ["EC-G"], areasPartial: false }] });
    await store.record(
      [
        { kind: "area.withdrawn", subject: "EC-0901", prev: head("area", "EC-0901"), content: reason },
        declared(elsewhere, head("curfew", "c")),
        { kind: "coverage.confirmed", subject: "v", content: coverage({ basis: { es: "ñ".repeat(4_000) } }) },
      ],
      "person",
    );
    expect(store.known().areas.get("EC-0901")).toBeUndefined();
    expect(store.known().coverage).toHaveLength(1);
  });
});

describe("a log in which an older Vigía let such facts in", () => {
  it.each<[string, (head: (noun: string, subject: string) => string) => Draft]>([
    [
      "a place inside itself",
      (head) => ({
        kind: "area.changed",
        subject: "EC-G",
        prev: head("area", "EC-G"),
        content: { ...GUAYAS, parent: "EC-0901" },
      }),
    ],
    [
      "a parent withdrawn",
      (head) => ({ kind: "area.withdrawn", subject: "EC-G", prev: head("area", "EC-G"), content: reason }),
    ],
    ["an id that stands twice", () => ({ kind: "area.recorded", subject: "EC-0902", content: area("EC-0901") })],
  ])("still answers with the places as they stood before: %s", async (_what, draft) => {
    const { rows, open, head } = await scene();
    const poison = draft(head);
    const fact: Fact = { ...poison, v: FACT_VERSION, id: factId(poison), seq: 5, recordedAt: AT, recorder: "old" };
    await rows.addAll([{ key: "000000000005", value: fact }]);
    const store = await open();
    expect(store.known().areas.ancestors("EC-0901")).toEqual(["EC-0901", "EC-G", "EC"]);
    expect(store.known().areasById.size).toBe(3);
    expect(store.leftOut().map((one) => one.id)).toEqual([fact.id]);
  });
});

describe("mergers of organisations", () => {
  const org = (id: string, into?: string, prev?: string): Draft => ({
    kind: prev === undefined ? "org.recorded" : "org.changed",
    ...(prev === undefined ? {} : { prev }),
    subject: id,
    content: {
      id,
      name: id,
      otherNames: [],
      country: "EC",
      activeIn: [],
      description: { en: "d" },
      designations: [],
      notes: [],
      disputed: [],
      sources: [{ publisher: "AP" }],
      ...(into === undefined ? {} : { mergedInto: { org: into, sources: [{ publisher: "AP" }] } }),
    },
  });
  const open = async () => FactStore.open((await memoryEngine()).namespace("facts"), handClock(AT).clock);

  it("stand in a chain, and never go round or lead to nobody", async () => {
    const store = await open();
    await store.record([org("a", "b"), org("b", "c"), org("c")], "p");
    const close = (into: string): Draft => org("c", into, store.head("org", "c")?.id);
    for (const into of ["a", "b", "c"])
      await expect(store.record([close(into)], "p")).rejects.toThrow(/org\.changed c: mergedInto: it leads back/);
    await expect(store.record([close("z")], "p")).rejects.toThrow(/the organisation z is not in the record/);
    expect(store.known().orgsById.get("c")?.mergedInto).toBeUndefined();
  });
});
