// Forms of the card: sent back as it was shown a form changes nothing, whatever holds; and whatever is typed ends in a card or a sentence, never in a fault.
import fc from "fast-check";
import { expect, it } from "vitest";
import { THINGS, thingsFor } from "../../commands/alerts/things/index.ts";
import { type Context, type Filled, Refusal } from "../../src/command.ts";
import { modalBody } from "../../src/discord/modal.ts";
import { hash } from "../../src/domain/id.ts";
import { Draft } from "../../src/domain/draft.ts";
import { FINE_TOPICS, Topic } from "../../src/domain/topic.ts";
import { asking } from "../views/shipped.ts";

const { context } = asking();
const es: Context = { ...context, language: "es" };
const LONG_ARGS = { keep: async (args: readonly string[]) => hash([...args]), find: async () => undefined };

// Never the server of the draft: its id is the role of everybody, which is refused.
const id = fc.bigInt({ min: 2n * 10n ** 17n, max: 10n ** 19n - 1n }).map(String);
const two = (n: number) => String(n).padStart(2, "0");
const wall = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const minutes = fc
  .uniqueArray(fc.integer({ min: 1, max: 1440 }), { maxLength: 5 })
  .map((all) => all.sort((a, b) => b - a));
const some = <T>(list: readonly T[], minLength = 0, maxLength = 5) =>
  fc.subarray([...list], { minLength, maxLength: Math.min(list.length, maxLength) });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const filled = <T>(one: fc.Arbitrary<T[]>) => maybe(one).map((list) => (list?.length === 0 ? undefined : list));
const areas = [...context.known.areasById.keys()].filter((area) => area.startsWith("EC"));
const orgs = context.known.orgs.map((org) => org.id);

/** In the order in which forms give them back. */
const draft = fc
  .record({
    kind: fc.constantFrom("channel", "thread", "dm"),
    language: fc.constantFrom("en", "es"),
    zone: fc.constantFrom("America/Guayaquil", "Pacific/Galapagos", "UTC", "America/New_York"),
    quietHours: maybe(fc.record({ start: wall, end: wall }).filter(({ start, end }) => start !== end)),
    board: maybe(fc.constant({ since: 5 })),
    topics: fc.oneof(fc.constant(["curfews", "strikes"]), some(FINE_TOPICS, 1, 7)),
    areas: some(areas, 1, 6),
    leads: minutes,
    endLeads: minutes,
    role: maybe(id),
    sounds: maybe(fc.dictionary(fc.constantFrom(...FINE_TOPICS), fc.constantFrom("loud", "silent"), { minKeys: 1 })),
    regions: filled(some(["caribbean", "eastern-pacific", "undisclosed"])),
    organisations: filled(some(orgs)),
    minKilled: maybe(fc.integer({ min: 1, max: 999 })),
    digest: maybe(
      fc.oneof(
        fc.record({ every: fc.constant("day"), at: wall, form: fc.constantFrom("line", "full") }),
        fc.record({
          every: fc.constant("week"),
          at: wall,
          form: fc.constantFrom("line", "full"),
          weekday: fc.integer({ min: 1, max: 7 }),
        }),
      ),
    ),
    seen: maybe(
      fc.record({
        people: fc.uniqueArray(id, { minLength: 1, maxLength: 25 }),
        after: fc.integer({ min: 1, max: 1440 }),
      }),
    ),
    thread: maybe(fc.constant(true)),
    events: maybe(fc.constant(true)),
    owner: id,
    secondContact: maybe(id),
    lastResort: maybe(id),
  })
  .map(({ kind, language, zone, quietHours, board, ...settings }) => {
    const own = kind === "channel" ? {} : { thread: undefined, ...(kind === "dm" ? { events: undefined } : {}) };
    const made = {
      v: 1,
      guildId: "100000000000000001",
      channelId: "100000000000000002",
      kind,
      channel: { language, zone, quietHours, board },
      settings: { ...settings, ...own },
    };
    return Draft.parse(JSON.parse(JSON.stringify(made)));
  });

it("change nothing when they are sent back as they were shown", async () => {
  await fc.assert(
    fc.asyncProperty(draft, fc.constantFrom(context, es), async (one, asked) => {
      for (const thing of thingsFor(one)) {
        const fields = thing.fields(one, asked);
        await modalBody({ title: "x", action: { name: "alerts.filled", args: [] }, fields }, LONG_ARGS);
        const sent = Object.fromEntries(fields.map(({ key, value = "" }) => [key, value]));
        expect({ thing: thing.name, ...thing.read(sent, one, asked) }).toEqual({ thing: thing.name, ...one });
      }
    }),
    { numRuns: 30 },
  );
});

const hostile = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\n",
    "\ud800",
    "@everyone <@&1>",
    "__proto__",
    "9".repeat(400),
    "x".repeat(4000),
    "😀".repeat(2000),
    "22-6",
    "week",
    "soon",
    "Guayas, Los Ríos",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  id,
);

it("never come to worse than a sentence, whatever is filled in", () => {
  fc.assert(
    fc.property(draft, fc.array(hostile, { minLength: 5, maxLength: 5 }), fc.nat({ max: 6 }), (one, typed, left) => {
      for (const thing of THINGS) {
        const entries = thing.fields(one, context).map(({ key }, i) => [key, typed[i % typed.length] ?? ""] as const);
        const sent: Filled = Object.fromEntries(entries.filter((_, i) => i !== left));
        try {
          const next = thing.read(sent, one, context);
          expect(Draft.parse(JSON.parse(JSON.stringify(next)))).toEqual(next);
          expect(next.settings.topics.every((topic) => Topic.safeParse(topic).success)).toBe(true);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.message.trim()).not.toBe("");
          expect(error.message.length).toBeLessThan(2000);
        }
      }
    }),
    { numRuns: 40 },
  );
});
