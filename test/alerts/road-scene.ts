// The whole road of an alert over an engine and a clock moved by hand: real store, planner, ledger and courier, and channels that remember what was posted.
// For tests that let years pass, kill and begin anew.
import type { Manner, Outcome, Sender } from "../../src/alerts/courier/sender.ts";
import type { Draft } from "../../src/domain/fact.ts";
import { DAY, HOUR, type Millis } from "../../src/domain/time.ts";
import type { Language } from "../../src/domain/text.ts";
import type { Message } from "../../src/views/message.ts";
import { openRoad, type Road } from "../../src/road.ts";
import { FactStore } from "../../src/store/store.ts";
import type { Engine } from "../../src/engines/open.ts";
import { covered, ecuadorAreas } from "../domain/fixtures.ts";
import { following } from "../following.ts";
import { problems } from "../problems.ts";
import { handClock, memoryEngine, rememberingLog } from "../support.ts";
import { stumbles } from "../views/reading.ts";
import { decree, ec } from "./changes/change-scene.ts";
import { someSender } from "./stand-ins.ts";
import { strike } from "./changes/strike-scene.ts";

export const GUILD = "900000000000000009";
export const CHANNELS = ["900000000000000001", "900000000000000002"];
export const BEGAN = "2026-01-10T12:00:00-05:00";

interface Given {
  engine?: Pick<Engine, "namespace">;
  /** A rehearsal, whose clock may go back. */
  rewinds?: boolean;
  /** What Discord answers next, in place of a post that stands. */
  answers?: (() => Outcome | Promise<Outcome>)[];
  /** What else is asked of Discord, by the world's clock. */
  verbs?: (now: () => Millis) => Partial<Sender>;
}

export async function roadScene({ engine, rewinds = false, answers = [], verbs = () => ({}) }: Given = {}) {
  const own = engine ?? (await memoryEngine());
  const hand = handClock(BEGAN);
  const { clock } = hand;
  const { log, lines } = rememberingLog();
  /** What stands in channels, oldest first. */
  const posts: { channel: string; text: string; nonce: string; messageId: string; message: Message; how: Manner }[] =
    [];
  const edits: { channel: string; messageId: string; text: string; message: Message }[] = [];
  /** Channels that take no messages; where a server takes its own. */
  const closed = new Set<string>();
  const system: { channel?: string } = {};
  /** What Discord answers to the next edits, in place of "done". */
  const editAnswers: Outcome[] = [];
  /** Whole messages as they stand, by id. */
  const standing = new Map<string, Message>();
  /** What its clock says; left out: what ours does. */
  const discord: { time?: Millis | undefined } = {};
  const pins: string[] = [];
  const pinAnswers: ("done" | "refused" | "again")[] = [];
  const broken: unknown[] = [];
  let made = 0;
  const sender = someSender({
    async post(channel, message, how) {
      if (closed.has(channel)) return { is: "never", why: "channel-closed", closes: true };
      const next = (await answers.shift()?.()) ?? { is: "sent" as const, messageId: `m${(made += 1)}` };
      const { content: text } = message;
      problems.push(...stumbles({ content: text }).map((one) => `reads badly, “${one}”: ${text}`));
      if (next.is === "sent") posts.push({ channel, text, nonce: how.nonce, messageId: next.messageId, message, how });
      if (next.is === "sent") standing.set(next.messageId, message);
      return next;
    },
    edit: async (channel, messageId, message) => {
      const other = editAnswers.shift();
      if (other !== undefined) return other;
      edits.push({ channel, messageId, text: message.content, message });
      standing.set(messageId, message);
      return { is: "sent", messageId };
    },
    pin: async (_channel, messageId, on) => {
      const answer = pinAnswers.shift() ?? "done";
      if (answer === "done") pins.push(`${on ? "+" : "-"}${messageId}`);
      return answer;
    },
    systemChannel: async () => system.channel,
    serverTime: async () => discord.time ?? clock.now(),
    ...verbs(() => clock.now()),
  });
  const open = async (): Promise<{ store: FactStore; road: Road }> => {
    const store = await FactStore.open(own.namespace("facts"), clock, { rewinds });
    const road = await openRoad({
      engine: own,
      store,
      ask: () => undefined,
      sender,
      clock,
      log,
      broken: (error) => broken.push(error),
      rewinds,
      home: "EC",
      review: { id: undefined, guildId: GUILD, language: "en" },
      freshness: DAY,
      aged: [],
      // Its clock stands still while it posts: no second would pass for what is more than a burst.
      rate: { perSecond: Infinity, burst: Infinity, together: 1 },
    });
    // Before anything else, as the program does: a clock is believed once Discord confirms it.
    await road.clockwork.trust.at(clock.now(), undefined);
    return { store, road };
  };
  let now = await open();
  let begun: Road | undefined;
  const settle = async () => {
    // Once, as in the program: what a row's people are still to be told of is looked for at the start alone.
    if (begun === now.road) now.road.courier.wake();
    else {
      now.road.courier.start();
      now.road.boards.start();
    }
    begun = now.road;
    await now.road.courier.idle();
    // Who has not pressed Seen is looked for after each tick, and again when a direct message was refused.
    now.road.seenMissing.start();
    now.road.boards.look();
    // What ends in one may begin something in the other.
    for (let i = 0; i < 3; i += 1) {
      await now.road.seenMissing.idle();
      await now.road.boards.idle();
      await now.road.courier.idle();
    }
  };
  const scene = {
    hand,
    discord,
    engine: own,
    posts,
    edits,
    editAnswers,
    standing,
    pins,
    pinAnswers,
    lines,
    broken,
    answers,
    closed,
    system,
    settle,
    get road() {
      return now.road;
    },
    get store() {
      return now.store;
    },
    async tick() {
      const done = await now.road.clockwork.tick(clock.now());
      await settle();
      return done;
    },
    /** Both times pass, as they do in the world. */
    async pass(ms: Millis) {
      hand.set(clock.now() + ms);
      hand.pass(ms);
      return scene.tick();
    },
    /** World time alone, as only a rehearsal's clock, or a wrong one, moves. */
    async turn(ms: Millis) {
      hand.set(clock.now() + ms);
      return scene.tick();
    },
    /** Everything that is to be let go of by now; an hour must have passed since the last time. */
    async prune() {
      do await now.road.prune.step();
      while (!now.road.prune.rests);
    },
    async restart() {
      await now.road.seenMissing.stop();
      await now.road.boards.stop();
      await now.road.courier.stop();
      now = await open();
      await now.road.news.catchUp();
      await settle();
    },
    async record(kind: Draft["kind"], content: object, more: object = {}) {
      const done = await now.store.record([following(now.store, kind, content, more)], "p");
      await now.road.news.catchUp();
      await settle();
      return done;
    },
    /** Nights from 23:00 to 05:00, so many from today. */
    declare(id: string, nights: number) {
      const day = (n: number) => new Date(clock.now() - 5 * HOUR + n * DAY).toISOString().slice(0, 10);
      return scene.record(
        "curfew.declared",
        decree({ id, declared: day(0), firstNight: day(0), lastNight: day(nights - 1) }),
      );
    },
    strike(id: string) {
      const date = new Date(clock.now() - 5 * HOUR).toISOString().slice(0, 10);
      return scene.record(
        "strike.recorded",
        strike({ id, date, sources: [{ publisher: "SOUTHCOM", url: "https://example.org/1", date }] }),
      );
    },
    subscribe: (channelId: string, language: Language = "en") =>
      now.road.subscriptions.subscribe({
        guildId: GUILD,
        channelId,
        kind: "channel",
        language,
        zone: "America/Guayaquil",
        topics: ["curfews", "strikes"],
        areas: ["EC-G"],
        owner: "900000000000000008",
      }),
    async rows() {
      const rows = [];
      for await (const row of now.road.ledger.all()) rows.push(row);
      return rows;
    },
  };
  if (now.store.after(0).length === 0) {
    await now.store.record(
      ecuadorAreas().map((content): Draft => ({
        kind: "area.recorded",
        subject: content.id,
        content,
        knownFrom: ec("2024-01-01T00:00"),
      })),
      "data",
    );
    const coverage = covered(["EC"], "2026-01-01T00:00", "2036-01-01T00:00");
    await now.store.record(
      [{ kind: "coverage.confirmed", subject: coverage.id, content: coverage, knownFrom: ec("2026-01-01T00:00") }],
      "data",
    );
    await now.road.news.catchUp();
    await scene.tick();
  }
  return scene;
}
export type RoadScene = Awaited<ReturnType<typeof roadScene>>;
