// Nights as the clock passes them: begun, ended, missed, no longer known. Tables by hand from what readers are promised.
import { act, clock, discordFails, later, record, type Scenario, subscribe, unsubscribe } from "../scenario.ts";
import { decree, ec, known } from "../places.ts";

const WEEKS = record({
  kind: "coverage.confirmed",
  subject: "known",
  content: known("2026-01-01T00:00", "2026-04-30T00:00"),
  knownFrom: "2026-01-01T00:00:00-05:00",
});
const DECREE = record({
  kind: "curfew.declared",
  subject: "d1",
  content: decree(),
  knownFrom: "2026-03-13T12:00:00-05:00",
});
const BOTH = record({
  kind: "curfew.declared",
  subject: "d1",
  content: decree({}, ["EC-G", "EC-R"]),
  knownFrom: "2026-03-13T12:00:00-05:00",
});

export const NIGHTS: readonly Scenario[] = [
  {
    name: "a night is told: an hour before, when it begins, when it ends",
    at: "2026-03-15T21:58",
    channels: ["a"],
    before: [WEEKS, DECREE, subscribe("a", { leads: [60] })],
    steps: [clock("2026-03-15T22:00"), clock("2026-03-15T23:00"), clock("2026-03-16T05:00")],
    shows: {
      a: [
        { says: /^⏰ Curfew at 23:00 tonight.*Guayas/u, due: "2026-03-15T22:00" },
        { says: /^🔴 CURFEW NOW.* until Mon 16 Mar,? 05:00.*Guayas/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Curfew over at 05:00.*Guayas/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
    },
  },
  {
    name: "a night is told in two languages",
    at: "2026-03-15T22:59",
    channels: ["a", "b"],
    before: [WEEKS, DECREE, subscribe("a"), subscribe("b", { language: "es" })],
    steps: [clock("2026-03-15T23:00"), clock("2026-03-16T05:00")],
    shows: {
      a: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Curfew over at 05:00/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
      b: [
        { says: /^🔴 TOQUE DE QUEDA AHORA/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Terminó el toque, 05:00/u, due: "2026-03-16T05:00", missed: /terminó el toque.*05:00/i },
      ],
    },
  },
  {
    name: "two servers follow places of one decree, each in its language",
    at: "2026-03-15T22:59",
    channels: ["a", "b", "other/c"],
    before: [
      WEEKS,
      BOTH,
      subscribe("a"),
      subscribe("b", { areas: ["EC-R"] }),
      subscribe("other/c", { areas: ["EC-G"], language: "es" }),
    ],
    steps: [clock("2026-03-15T23:00")],
    shows: {
      a: [{ says: /^🔴 CURFEW NOW.*Guayas\.?/u, due: "2026-03-15T23:00" }],
      b: [{ says: /^🔴 CURFEW NOW.*Los Ríos/u, due: "2026-03-15T23:00" }],
      "other/c": [{ says: /^🔴 TOQUE DE QUEDA AHORA.*Guayas/u, due: "2026-03-15T23:00" }],
    },
  },
  {
    name: "the program is down over a whole night and tells one summary",
    at: "2026-03-15T22:50",
    channels: ["a"],
    before: [WEEKS, DECREE, subscribe("a")],
    steps: [clock("2026-03-16T05:30")],
    shows: {
      a: [
        {
          says: /^🛠️ Vigía was down.*Now: no curfew.* 2 notices missed: curfew from 23:00; curfew over at .*05:00\./u,
          // It says from when to when nobody was there.
          due: "any",
        },
      ],
    },
  },
  {
    name: "Discord fails over an edge and takes it afterwards",
    at: "2026-03-15T22:59",
    channels: ["a", "b"],
    before: [WEEKS, DECREE, subscribe("a"), subscribe("b")],
    steps: [
      discordFails("500", "posts", 3),
      clock("2026-03-15T23:00"),
      discordFails("closed-after", "posts", 1),
      discordFails("rate-limited", "posts", 1, 2),
      clock("2026-03-16T05:00"),
    ],
    shows: {
      a: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Curfew over at 05:00/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
      b: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Curfew over at 05:00/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
    },
  },
  {
    name: "a channel subscribes and ends it in the minute of an edge",
    at: "2026-03-15T22:59",
    channels: ["a", "b"],
    before: [WEEKS, DECREE, subscribe("a")],
    steps: [subscribe("b"), clock("2026-03-15T23:00"), unsubscribe("b"), clock("2026-03-16T05:00")],
    shows: {
      a: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Curfew over at 05:00/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
      b: [
        {
          says: /^🔴 CURFEW NOW/u,
          due: "2026-03-15T23:00",
          // Whoever subscribes after it began reads in the answer that it runs.
          excused: (stage) => (stage.did("subscribe b") ?? Infinity) >= ec("2026-03-15T23:00"),
        },
      ],
    },
  },
  {
    name: "what is known ends, and somebody looks again",
    at: "2026-03-16T11:58",
    channels: ["a"],
    before: [
      DECREE,
      record({
        kind: "coverage.confirmed",
        subject: "known",
        content: known("2026-03-10T00:00", "2026-03-16T12:00"),
        knownFrom: "2026-03-15T12:00:00-05:00",
      }),
      subscribe("a"),
    ],
    steps: [
      clock("2026-03-16T12:00"),
      clock("2026-03-16T12:29"),
      record({
        kind: "coverage.confirmed",
        subject: "again",
        content: known("2026-03-16T12:30", "2026-03-20T12:00", ["EC"], "again"),
      }),
      later(2),
      clock("2026-03-16T12:50"),
    ],
    shows: {
      a: [
        { says: /^❔ NOT KNOWN/u, due: "2026-03-16T12:00" },
        { says: /^🔎 Known again/u, due: "any" },
      ],
    },
  },
  {
    name: "the review channel is asked before what is known ends",
    at: "2026-03-16T07:58",
    channels: ["a", "review"],
    review: "review",
    before: [
      record({
        kind: "coverage.confirmed",
        subject: "known",
        content: known("2026-03-10T00:00", "2026-03-16T12:00"),
        knownFrom: "2026-03-15T12:00:00-05:00",
      }),
      subscribe("a"),
    ],
    steps: [clock("2026-03-16T08:00"), clock("2026-03-16T08:10")],
    shows: { review: [{ says: /^❔ Anything new\?.*Mon 16 Mar 12:00/u, due: "2026-03-16T08:00" }] },
  },
];

/** As large services have, by CRASH_CHANNELS=1000; in CI a quarter of it. Thirteen points each, of which one is tried. */
export const COUNT = Number(process.env["CRASH_CHANNELS"] ?? 250);
const MANY = Array.from({ length: COUNT }, (_, i) => `c${i}`);

export const MANY_CHANNELS: Scenario = {
  name: `${COUNT} channels are told of one edge`,
  at: "2026-03-15T22:59",
  channels: MANY,
  before: [
    WEEKS,
    DECREE,
    act("all of them subscribe", async (stage) => {
      for (const name of MANY) await subscribe(name).run(stage);
    }),
  ],
  steps: [clock("2026-03-15T23:00")],
  shows: Object.fromEntries(MANY.map((name) => [name, [{ says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00" }]])),
};
