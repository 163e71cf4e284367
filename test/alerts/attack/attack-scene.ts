// The whole road over a store that can die at any write, a Discord of a few lines that can close, fail and swallow answers, and a clock moved by hand. What is
// judged is what stands in channels. It must never know what ought to stand there: the model does (attack-model.ts).
import type { Manner, Outcome, Search, Sender } from "../../../src/alerts/courier/sender.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { DAY, MINUTE, type Millis } from "../../../src/domain/time.ts";
import type { Engine } from "../../../src/engines/open.ts";
import { openRoad, type Road } from "../../../src/road.ts";
import { FactStore } from "../../../src/store/store.ts";
import type { Message } from "../../../src/views/message.ts";
import { area, coverage, ecuadorAreas } from "../../domain/fixtures.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { SOMEWHERE } from "./attack-clock.ts";
import { someSender } from "../stand-ins.ts";

export const GUILD = "900000000000000009";
export const OWNER = "900000000000000008";
export const SYSTEM = "900000000000000077";
/** Who looks after the channels where that was handed over. */
export const PEER = "900000000000000007";

/** A country that sets its clocks. */
const SPAIN = [
  area("ES", "country", { zone: "Europe/Madrid", complete: true }),
  area("ES-MD", "province", { parent: "ES" }),
];

/** A message as it stands in a channel. */
export interface Shown {
  at: Millis;
  channel: string;
  id: string;
  nonce: string;
  was: Message;
  is: Message;
  how: Manner;
}

/** Discord, as far as it matters here. It knows a nonce for some minutes, then it posts again. */
class Channels {
  readonly shown: Shown[] = [];
  readonly closed = new Set<string>();
  down = false;
  /** So many posts stand, and their answers are lost. */
  swallow = 0;
  readonly #now: () => Millis;
  constructor(now: () => Millis) {
    this.#now = now;
  }

  sender(): Sender {
    const now = this.#now;
    const ill: Outcome = { is: "again", why: "discord-down", afterMs: MINUTE };
    return someSender({
      serverTime: async () => (this.down ? undefined : now()),
      post: async (channel, message, how): Promise<Outcome> => {
        if (this.down) return ill;
        if (this.closed.has(channel)) return { is: "never", why: "forbidden", closes: true, answer: "403 50013" };
        const same = this.shown.findLast((one) => one.nonce === how.nonce && now() - one.at < 5 * MINUTE);
        const id = same?.id ?? `${this.shown.length + 1}`;
        if (same === undefined)
          this.shown.push({ at: now(), channel, id, nonce: how.nonce, was: message, is: message, how });
        if (this.swallow > 0) {
          this.swallow -= 1;
          return { is: "unsure", why: "timed-out" };
        }
        return { is: "sent", messageId: id, ...(same === undefined ? {} : { stands: same.was.content }) };
      },
      edit: async (channel, messageId, message): Promise<Outcome> => {
        if (this.down) return ill;
        if (this.closed.has(channel)) return { is: "never", why: "forbidden", closes: true, answer: "403 50013" };
        const one = this.shown.find(({ id }) => id === messageId);
        if (one === undefined) return { is: "never", why: "message-deleted", closes: false };
        one.is = message;
        return { is: "sent", messageId };
      },
      find: async (channel, mark, since): Promise<Search> => {
        if (this.down) return { is: "cannot", why: "discord-down" };
        if (this.closed.has(channel)) return { is: "cannot", why: "forbidden" };
        const whole = new RegExp(`${mark.replaceAll(".", "\\.")}(?![.\\w])`);
        const one = this.shown.find(
          (own) => own.channel === channel && own.at >= since && whole.test(own.was.embed?.footer ?? ""),
        );
        return one === undefined ? { is: "absent" } : { is: "found", messageId: one.id, stands: one.was.content };
      },
      systemChannel: async () => {
        if (this.down) throw new Error("Discord does not answer");
        return SYSTEM;
      },
      missingPermissions: async (channel) => {
        if (this.down) throw new Error("Discord does not answer");
        return this.closed.has(channel) ? ["SendMessages"] : [];
      },
      isMember: async () => (this.down ? undefined : true),
    });
  }
}

/** Dies at its nth write, before or after it is written, and writes nothing any more. */
class Mortal {
  left = Infinity;
  after = false;
  dead = false;
  readonly #engine: Pick<Engine, "namespace">;
  constructor(engine: Pick<Engine, "namespace">) {
    this.#engine = engine;
  }

  readonly namespace: Engine["namespace"] = (name) => {
    const die = () => {
      this.dead = true;
      throw new Error("killed");
    };
    return new Proxy(this.#engine.namespace(name), {
      get: (target, verb) => {
        const own: unknown = Reflect.get(target, verb);
        if (typeof own !== "function") return own;
        if (verb === "read" || verb === "scan")
          return (...given: unknown[]): unknown => Reflect.apply(own, target, given);
        return async (...given: unknown[]): Promise<unknown> => {
          if (this.dead) throw new Error("killed");
          this.left -= 1;
          if (this.left === 0 && !this.after) die();
          const did: unknown = await Reflect.apply(own, target, given);
          if (this.left === 0) die();
          return did;
        };
      },
    });
  };
}

/** Begins at noon. `known`: until when all curfews are known; left out: for years. */
export async function attackScene(stage = SOMEWHERE, known: Millis = Date.parse("2036-01-01T00:00:00Z")) {
  const engine = await memoryEngine();
  const hand = handClock(new Date(Date.parse(stage.midnight) + DAY / 2).toISOString());
  const { clock } = hand;
  const { log, lines } = rememberingLog();
  const discord = new Channels(() => clock.now());
  const broken: string[] = [];
  let mortal = new Mortal(engine);
  let road: Road | undefined;
  let store: FactStore | undefined;

  const open = async () => {
    mortal = new Mortal(engine);
    const own = mortal;
    const facts = await FactStore.open(own.namespace("facts"), clock, { rewinds: false });
    store = facts;
    road = await openRoad({
      engine: own,
      store: facts,
      ask: () => undefined,
      sender: discord.sender(),
      clock,
      log,
      broken: (error) => {
        if (!own.dead) broken.push(error instanceof Error ? (error.stack ?? String(error)) : String(error));
      },
      rewinds: false,
      home: stage.country,
      review: { id: undefined, guildId: GUILD, language: "en" },
      freshness: DAY,
      aged: [],
      rate: { perSecond: Infinity, burst: Infinity, together: 1 },
    });
    return road;
  };
  const settle = async () => {
    if (road === undefined) return;
    road.courier.wake();
    road.closures.look();
    for (let i = 0; i < 3; i += 1) {
      await road.returning.idle();
      await road.courier.idle();
      await road.closures.idle();
      await road.boards.idle();
    }
    await road.courier.idle();
  };
  const start = async () => {
    const now = await open();
    await now.clockwork.trust.at(clock.now(), undefined);
    await now.news.catchUp();
    await now.clockwork.tick(clock.now());
    await now.forgetting.finish();
    now.courier.start();
    now.closures.start();
    now.boards.start();
    now.returning.start();
    await settle();
  };
  const end = async () => {
    const old = road;
    road = undefined;
    if (old === undefined) return;
    await old.courier.stop().catch(() => undefined);
    await old.closures.stop().catch(() => undefined);
    await old.boards.stop().catch(() => undefined);
    await old.returning.stop().catch(() => undefined);
  };

  const first = await FactStore.open(engine.namespace("facts"), clock, { rewinds: false });
  const since = "2024-01-01T00:00:00-05:00";
  const all = coverage([stage.country], since, new Date(known).toISOString());
  await first.record(
    [
      ...[...ecuadorAreas(), ...SPAIN].map((content): Draft => ({
        kind: "area.recorded",
        subject: content.id,
        content,
        knownFrom: since,
      })),
      { kind: "coverage.confirmed", subject: all.id, content: all, knownFrom: since },
    ],
    "data",
  );
  await start();

  const scene = {
    hand,
    discord,
    broken,
    lines,
    now: () => clock.now(),
    settle,
    get road(): Road {
      if (road === undefined) throw new Error("Nobody is there");
      return road;
    },
    get isUp() {
      return road !== undefined;
    },
    get isDead() {
      return mortal.dead;
    },
    arm(left: number, after: boolean) {
      mortal.left = left;
      mortal.after = after;
    },
    /** Nobody is killed any more. */
    disarm: () => void (mortal.left = Infinity),
    start,
    end,
    /** Both times pass; a tick, where somebody is there. */
    async passTo(at: Millis) {
      const ms = at - clock.now();
      hand.set(at);
      if (ms > 0) hand.pass(ms);
      if (road === undefined) return;
      await road.clockwork.tick(at);
      road.boards.look();
      await settle();
    },
    async record(kind: Draft["kind"], subject: string, content: object, more: object = {}) {
      if (store === undefined || road === undefined) return;
      const prev = store.head(kind.split(".")[0] ?? "", subject)?.id;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the log checks it
      const draft = { kind, subject, content, ...(prev === undefined ? {} : { prev }), ...more } as Draft;
      const done = await store.record([draft], "p");
      if (done.is !== "recorded") throw new Error(`${done.is} ${JSON.stringify(done)}`);
      await road.news.catchUp();
      await settle();
    },
    isRecorded: (noun: string, subject: string, count: number) => (store?.versions(noun, subject).length ?? 0) >= count,
    versions: (noun: string, subject: string) => store?.versions(noun, subject).length ?? 0,
    rows: async () => (road === undefined ? [] : collect(road.ledger.all())),
  };
  return scene;
}
export type AttackScene = Awaited<ReturnType<typeof attackScene>>;
