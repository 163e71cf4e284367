// A machine whose clock can be wrong, asleep or off, in a world whose own time only goes on; Discord knows that time while it answers. The road of an alert as
// the program opens it, begun as the program begins it. Channels keep what was posted, and when by the world's time.
import type { Clock } from "../../src/clock.ts";
import type { Curfew } from "../../src/domain/curfew.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { HOUR, instant, MINUTE, type Millis } from "../../src/domain/time.ts";
import { openRoad, type Road } from "../../src/road.ts";
import { FactStore } from "../../src/store/store.ts";
import { covered, ecuadorAreas } from "../domain/fixtures.ts";
import { collect, memoryEngine, rememberingLog } from "../support.ts";
import { someSender } from "./stand-ins.ts";

const GUILD = "900000000000000009";
export const CHANNEL = "900000000000000001";

export interface Posted {
  at: Millis;
  /** By how much the clock was wrong at that moment. */
  skew: Millis;
  channel: string;
  nonce: string;
  text: string;
}

interface Options {
  /** The step of ticks; the program's is a minute. */
  step?: Millis;
  leads?: number[];
  channels?: string[];
}

export async function machine(
  at: string,
  curfews: readonly Curfew[],
  { step = MINUTE, leads = [], channels = [CHANNEL] }: Options = {},
) {
  const state = { world: instant(at), skew: 0, machine: 0, discord: true, forbidden: false, started: false, asked: 0 };
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => state.world + state.skew,
    machine: () => state.machine,
    wall: () => 1_700_000_000_000 + state.machine,
    runs: "as-machine",
    after(delay, run) {
      const timer = { at: state.machine + delay, run };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const engine = await memoryEngine();
  const { log, lines } = rememberingLog();
  const posted: Posted[] = [];
  const broken: unknown[] = [];
  let date: (() => Millis | undefined) | undefined;
  /** Runs while a post is under way. */
  let during: (() => void) | undefined;
  const sender = someSender({
    async post(channel, message, { nonce }) {
      if (!state.discord) return { is: "again", why: "discord-down", afterMs: 30_000 };
      if (state.forbidden) return { is: "never", why: "forbidden", closes: true };
      const stands = posted.findIndex((one) => one.nonce === nonce && one.channel === channel);
      if (stands >= 0) return { is: "sent", messageId: `m${stands + 1}` };
      posted.push({ at: state.world, skew: state.skew, channel, nonce, text: message.content });
      during?.();
      return { is: "sent", messageId: `m${posted.length}` };
    },
    serverTime: async () => {
      state.asked += 1;
      return state.discord ? (date?.() ?? state.world) : undefined;
    },
  });
  const store = await FactStore.open(engine.namespace("facts"), clock);
  const knownFrom = "2024-01-01T00:00:00.000Z";
  await store.record(
    ecuadorAreas().map((content) => ({ kind: "area.recorded" as const, subject: content.id, content, knownFrom })),
    "data",
  );
  const known = covered(["EC"], "2024-01-01T00:00", "2029-01-01T00:00");
  await store.record(
    [
      { kind: "coverage.confirmed", subject: known.id, content: known, knownFrom },
      ...curfews.map((content) => ({ kind: "curfew.declared" as const, subject: content.id, content, knownFrom })),
    ],
    "data",
  );
  const open = () =>
    openRoad({
      engine,
      store,
      ask: () => undefined,
      sender,
      clock,
      log,
      broken: (error) => broken.push(error),
      rewinds: false,
      home: "EC",
      review: { id: "900000000000000077", guildId: GUILD, language: "en" },
      freshness: 24 * HOUR,
      aged: [],
    });
  let road: Road = await open();
  for (const channelId of channels)
    await road.subscriptions.subscribe({
      guildId: GUILD,
      channelId,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
      topics: ["curfews"],
      areas: ["EC"],
      leads,
      endLeads: [],
      owner: "900000000000000008",
    });
  const settle = async () => {
    road.courier.wake();
    await road.courier.idle();
  };
  /** As app.ts does: nothing before the first tick that went through. */
  const tick = async () => {
    const did = await road.clockwork.tick(clock.now());
    if (did.did !== "waited" && !state.started) {
      state.started = true;
      await road.news.catchUp();
      road.courier.start();
    }
    if (state.started) await settle();
    return did;
  };
  const pass = (ms: Millis) => {
    state.world += ms;
    state.machine += ms;
    const due = timers.filter((timer) => timer.at <= state.machine);
    timers = timers.filter((timer) => timer.at > state.machine);
    for (const timer of due) timer.run();
  };
  const restart = async () => {
    await road.courier.stop();
    timers = [];
    state.started = false;
    road = await open();
    await tick();
  };
  await tick();
  return {
    state,
    clock,
    lines,
    posted,
    broken,
    road: () => road,
    tick,
    settle,
    pass,
    restart,
    engine,
    /** Time goes on, a tick each step. */
    async run(length: Millis) {
      for (const end = state.world + length; state.world < end;) {
        pass(step - (state.world % step));
        await settle();
        await tick();
      }
    },
    /** Until then, of the world's time. */
    async until(to: string) {
      while (state.world < instant(to)) {
        pass(Math.min(step - (state.world % step), instant(to) - state.world));
        await settle();
        await tick();
      }
    },
    jump: (by: Millis) => void (state.skew += by),
    right: () => void (state.skew = 0),
    /** A laptop with its lid shut: the machine counts nothing. */
    sleep: (length: Millis) => void (state.world += length),
    /** The program is not there meanwhile. */
    async off(length: Millis) {
      await road.courier.stop();
      timers = [];
      state.world += length;
      state.machine += length;
      await restart();
    },
    dated: (told: typeof date) => void (date = told),
    during: (run: typeof during) => void (during = run),
    rows: (): Promise<Delivery[]> => collect(road.ledger.all()),
    texts: (channel = CHANNEL) => posted.filter((one) => one.channel === channel).map((one) => one.text),
  };
}
