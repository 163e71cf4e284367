// What people and Discord do to a channel: answers shared and put right, channels closed and opened, answers cut off. Tables by hand.
import { act, clock, discordFails, record, type Scenario, subscribe } from "../scenario.ts";
import { decree, ec, known } from "../places.ts";
import type { Stage } from "../stage.ts";

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

/** As its button does it, pressed again by whoever saw nothing come of it. */
async function share(stage: Stage): Promise<void> {
  const { road } = stage.program;
  const { guildId, id: channelId } = stage.channel("a");
  const question = { is: "curfew.place", place: "EC-G" } as const;
  const read = stage.answer(question, "en");
  await road.sharing.share({
    question,
    language: "en",
    answeredAt: ec("2026-03-16T10:00"),
    messageId: "350000000000000001",
    digest: read.digest,
    guildId,
    channelId,
    sharer: { id: "320000000000000001", name: "Ana" },
  });
  if (stage.did("share") === undefined) stage.note("share");
}

export const ROUGH: readonly Scenario[] = [
  {
    name: "an answer is shared, and put right when the decree changes",
    at: "2026-03-16T10:00",
    channels: ["a"],
    before: [WEEKS, DECREE],
    steps: [
      act("Ana shares what she read", share),
      clock("2026-03-16T10:30"),
      record({ kind: "curfew.changed", subject: "d1", content: decree({}, ["EC-G"], "21:00-05:00") }, 2),
    ],
    shows: {
      a: [
        {
          says: /^⚪ No curfew now in Guayas\.[^\n]*21:00[^\n]*\nPut right [^\n]*CHANGED\. It said:\n~~/u,
          due: "share",
        },
        { says: /^⚠️ CHANGED · a shared answer now reads/u, due: "d1 2", answers: 0 },
      ],
    },
  },
  {
    name: "a channel is closed in the night and opened again",
    at: "2026-03-15T22:59",
    channels: ["a", "b"],
    before: [WEEKS, DECREE, subscribe("a"), subscribe("b")],
    steps: [
      act("the bot may not write in a", (stage) =>
        stage.discord.change({
          change: "permission-taken",
          channelId: stage.channel("a").id,
          permission: "SendMessages",
        }),
      ),
      clock("2026-03-15T23:00"),
      act("and may again", (stage) =>
        stage.discord.change({
          change: "permission-given-back",
          channelId: stage.channel("a").id,
          permission: "SendMessages",
        }),
      ),
      subscribe("a"),
      clock("2026-03-16T05:00"),
    ],
    shows: {
      // Refused for good: who closed the channel is told so, and whoever subscribes anew is told in the answer what is so.
      a: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00", excused: () => true },
        { says: /^⚪ Curfew over at 05:00/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
      b: [
        { says: /^🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚪ Curfew over at 05:00/u, due: "2026-03-16T05:00", missed: /curfew over at .*05:00/i },
      ],
    },
  },
  {
    name: "answers are cut off after Discord has done what was asked",
    at: "2026-03-15T22:59",
    channels: ["a"],
    before: [WEEKS, DECREE, subscribe("a", { leads: [60] })],
    steps: [
      discordFails("closed-after", "posts", 2),
      clock("2026-03-15T23:00"),
      discordFails("closed-after", "everything", 2),
      record({ kind: "curfew.changed", subject: "d1", content: decree({}, ["EC-G"], "23:00-04:00") }, 2),
      clock("2026-03-16T04:00"),
    ],
    shows: {
      a: [
        { says: /^⚠️ CHANGED[^:]*: hours now 23:00-04:00[^\n]*\n~~🔴 CURFEW NOW/u, due: "2026-03-15T23:00" },
        { says: /^⚠️ CHANGED[^:]*: hours now 23:00-04:00[^\n]*$/u, due: "d1 2", answers: 0 },
        { says: /^⚪ Curfew over at 04:00/u, due: "2026-03-16T04:00", missed: /curfew over at .*04:00/i },
      ],
    },
  },
];
