// What many tests need: an engine in memory, a clock that is moved by hand, a logger that remembers.
import type { Clock } from "../src/clock.ts";
import type { Answer, Context, Handled } from "../src/command.ts";
import { openEngine } from "../src/engines/open.ts";
import type { Logger } from "../src/logger.ts";
import { instant } from "../src/domain/time.ts";

export const memoryEngine = () => openEngine("memory:", { stamp: "rehearsed" });

/** World and machine time stand still until they are set; timers run when machine time passes them. */
export function handClock(at: string) {
  let now = instant(at);
  let machine = 0;
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    machine: () => machine,
    wall: () => 1_700_000_000_000 + machine,
    after(delay, run) {
      const timer = { at: machine + delay, run };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  return {
    clock,
    set: (to: string | number) => (now = typeof to === "string" ? instant(to) : to),
    pass(ms: number) {
      machine += ms;
      const due = timers.filter((timer) => timer.at <= machine);
      timers = timers.filter((timer) => timer.at > machine);
      for (const timer of due) timer.run();
    },
  };
}

export function rememberingLog() {
  const lines: { level: "info" | "warn" | "error"; fields: object; text: string }[] = [];
  const at = (level: "info" | "warn" | "error") => (fields: object, text: string) =>
    void lines.push({ level, fields, text });
  const log: Logger = { info: at("info"), warn: at("warn"), error: at("error") };
  return { log, lines };
}

/** Node 20 has no Array.fromAsync. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What a command answered in messages. Throws where it opened a form. */
export async function said(handled: Handled): Promise<Answer> {
  const given = await handled;
  if (given.to === "modal") throw new Error(`a form was opened: ${given.modal.title}`);
  return given;
}

/** The part of a context that only recording uses: nothing typed before, no review channel, nothing shown. */
export const unasked: Pick<
  Context,
  | "versions"
  | "proposals"
  | "askSecond"
  | "alertIn"
  | "proof"
  | "knownAt"
  | "toldIn"
  | "channels"
  | "ground"
  | "managed"
  | "direct"
  | "drill"
  | "lastDays"
  | "announced"
  | "seen"
  | "pauses"
  | "narrowing"
  | "duty"
  | "forgetting"
  | "forgetLanguage"
  | "speaks"
  | "within"
  | "serverName"
> & { accounts: undefined } = {
  versions: () => [],
  knownAt: () => {
    throw new Error("nothing was known before");
  },
  proposals: {
    find: () => undefined,
    open: () => undefined,
    save: async () => ({ is: "saved" }),
    alone: (work) => work(),
  },
  askSecond: async () => "no-channel",
  alertIn: async () => undefined,
  toldIn: async () => 0,
  accounts: undefined,
  seen: {
    press: async () => ({ is: "unknown" }),
    of: () => undefined,
    isCarer: () => false,
    remind: async () => ({ is: "unknown" }),
  },
  narrowing: { during: async (_wanted, _act, run) => ({ done: await run(), told: false }) },
  pauses: { begin: async () => undefined, end: async () => undefined },
  ground: async () => ({ kind: "channel", lacks: [], mentionable: [], manages: false }),
  managed: async () => ({ server: false, channels: [] }),
  direct: async () => undefined,
  serverName: () => undefined,
  drill: async () => ({ is: "waiting" }),
  announced: async () => [],
  lastDays: async () => ({ from: 0, to: 0, notices: 0, loud: 0, topics: [], held: 0, digests: 0, mentions: [] }),
  channels: {
    at: () => undefined,
    of: () => undefined,
    isCarer: () => false,
    take: async () => undefined,
    undelivered: () => undefined,
    isCarerOf: () => false,
    takeUndelivered: async () => undefined,
  },
  duty: {
    channelsOf: () => [],
    owns: (person, one) => one.owner === person,
    caredBy: ({ owner }) => ({ person: owner }),
    isReview: () => false,
    running: () => undefined,
    find: () => undefined,
    handOver: async () => {
      throw new Error("nobody hands over here");
    },
    takeBack: async () => undefined,
    isMember: async () => undefined,
  },
  forgetting: {
    kept: () => ({ channels: 0, subscriptions: 0, pauses: 0, handovers: 0, seenLists: 0, names: 0, notices: 0 }),
    forget: async () => undefined,
  },
  speaks: async () => undefined,
  forgetLanguage: async () => false,
  within: () => {
    throw new Error("nobody asks from a direct message here");
  },
  proof: { messages: async () => [], facts: () => [] },
};
