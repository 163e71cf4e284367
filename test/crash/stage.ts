// What outlives the program: the store, Discord, both clocks, people. And the program itself, opened anew over them each time it was killed, in the
// order in which src/app.ts opens it. It decides nothing about what should be posted.
import { vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import type { Sender } from "../../src/alerts/courier/sender.ts";
import { type Again, asker } from "../../src/answering/again.ts";
import type { Ask } from "../../src/answers-for-alerts.ts";
import type { Clock } from "../../src/clock.ts";
import { sender } from "../../src/discord/sender.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import { noun } from "../../src/domain/fact.ts";
import type { Question } from "../../src/domain/question.ts";
import type { Language } from "../../src/domain/text.ts";
import { HOUR, MINUTE, type Millis } from "../../src/domain/time.ts";
import { engineOver, openBackend } from "../../src/engines/open.ts";
import type { Rows } from "../../src/engines/rows.ts";
import { openRoad, type Road } from "../../src/road.ts";
import { FactStore } from "../../src/store/store.ts";
import type { Channel } from "../../rehearsal/contract.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { startWatched } from "../rehearsal-server/watched.ts";
import { handClock, rememberingLog } from "../support.ts";
import { killable } from "./killable-engine.ts";
import { lineTo } from "./killable-wire.ts";
import { Life } from "./life.ts";
import { ec, places } from "./places.ts";

export interface StageOptions {
  /** `2026-03-15T21:50`, Ecuador's time. */
  at: string;
  /** Channels of the first guild by name, beside those it has; `other/name`: of a second guild. */
  channels: readonly string[];
  /** Name of the channel that is asked before what is known ends. */
  review?: string | undefined;
  /** `memory:`, or `sqlite:` and a path. */
  store?: string;
  /** Discord will be ordered to say nothing. */
  silent?: boolean;
}

/** The program as it runs now. */
interface Program {
  life: Life;
  road: Road;
  store: FactStore;
  line: ReturnType<typeof lineTo>;
}

/** Real ms after which an answer is given up. Far longer than the stand-in takes, however busy the machine: what it gets to do later would be done after its time. */
const PATIENCE = 10_000;
/** The same where it was ordered to say nothing. */
const IMPATIENCE = 400;
/** Machine ms: with it 40 requests a second leave at most, below what the bot allows itself. */
const LATENCY = 25;

export class Stage {
  readonly discord: Rehearsal;
  /** Faults that would stop the program. */
  readonly broken: unknown[] = [];
  readonly #hand: ReturnType<typeof handClock>;
  readonly #backend: Awaited<ReturnType<typeof openBackend>>;
  readonly #options: StageOptions;
  readonly #channels = new Map<string, Channel>();
  /** World time at which people did what they did: `d1 2`, the second version; `subscribe a`. */
  readonly #did = new Map<string, Millis>();
  #program: Program | undefined;

  private constructor(
    options: StageOptions,
    parts: { discord: Rehearsal; hand: ReturnType<typeof handClock>; backend: Awaited<ReturnType<typeof openBackend>> },
  ) {
    this.#options = options;
    this.discord = parts.discord;
    this.#hand = parts.hand;
    this.#backend = parts.backend;
  }

  static async open(options: StageOptions): Promise<Stage> {
    const startAt = `${options.at}:00-05:00`;
    const hand = handClock(startAt);
    const discord = await startWatched({ startAt, rates: "roomy", machine: () => hand.clock.wall() });
    discord.clock.pause();
    const backend = await openBackend(options.store ?? "memory:", { stamp: "rehearsed" });
    vi.setSystemTime(hand.clock.wall());
    const stage = new Stage(options, { discord, hand, backend });
    stage.#makeChannels();
    return stage;
  }

  #makeChannels(): void {
    const names = this.#options.channels;
    const others = names.filter((name) => name.startsWith("other/"));
    const own = names.filter((name) => !name.startsWith("other/"));
    for (const name of own) this.#channels.set(name, this.discord.addChannel(this.discord.guildId, { name }));
    if (others.length === 0) return;
    const guild = this.discord.addGuild({
      name: "other",
      channels: others.map((name) => ({ name: name.slice("other/".length) })),
    });
    for (const name of others) this.#channels.set(name, this.discord.channel(name.slice("other/".length), guild.id));
  }

  now(): Millis {
    return this.#hand.clock.now();
  }

  get program(): Program {
    if (this.#program === undefined) throw new Error("The program does not run");
    return this.#program;
  }

  channel(name: string): Channel {
    const found = this.#channels.get(name);
    if (found === undefined) throw new Error(`The scenario has no channel ${name}`);
    return found;
  }

  get channelNames(): readonly string[] {
    return [...this.#channels.keys()];
  }

  /** The rows of a namespace as the database has them, under a lease of their own that does not take the program's. */
  rows(name: string): Rows {
    return this.#backend.rows(name, 0);
  }

  /** Opens the program as src/app.ts does. Never settles when it is killed meanwhile. */
  async start(life: Life, { count = true }: { count?: boolean } = {}): Promise<void> {
    this.#program?.line.close();
    const engine = killable(await engineOver(this.#backend), life);
    const { log } = rememberingLog();
    const clock: Clock = {
      ...this.#hand.clock,
      after: (delay, run) => this.#hand.clock.after(delay, () => (life.dead ? undefined : run())),
    };
    const broken = (error: unknown) => void (life.dead ? undefined : this.broken.push(error));
    if (count) life.count();
    const store = await FactStore.open(engine.namespace("facts"), clock, { home: "EC" });
    const line = lineTo(this.discord.url, life, () => this.#latency());
    const post = answered(
      sender({
        token: this.discord.token,
        apiUrl: line.apiUrl,
        log,
        timeoutMs: this.#options.silent === true ? IMPATIENCE : PATIENCE,
      }),
      life,
    );
    const { review } = this.#options;
    const road = await openRoad({
      engine,
      store,
      ask: askOf(store),
      sender: post,
      clock,
      log,
      broken,
      rewinds: false,
      home: "EC",
      review: {
        id: review === undefined ? undefined : this.channel(review).id,
        guildId: this.discord.guildId,
        language: "en",
      },
      freshness: 24 * HOUR,
      aged: [],
    });
    this.#program = { life, road, store, line };
    await this.#tick();
    await road.news.catchUp();
    store.onRecorded(() => void road.news.catchUp().catch(broken));
    for (const proposal of road.proposals.waiting()) await road.askSecond(proposal);
    road.courier.start();
  }

  /** Nobody runs for so long. What the dead had sent arrives first. */
  async down(length: Millis): Promise<void> {
    await this.#program?.line.arrived();
    await this.pass(length);
  }

  async #tick(): Promise<void> {
    const { road } = this.program;
    for (let tries = 0; ; tries += 1) {
      const tick = await road.clockwork.tick(this.now());
      if (tick.did !== "waited") break;
      if (tries > 20) throw new Error(`The clock is not confirmed: ${tick.why}`);
      await this.pass(5_000);
    }
    road.courier.wake();
  }

  /** A request takes a while of machine time, so that a thousand of them are no burst. discord.js keeps its own accounts by Date: it is the hand's. */
  #latency(): void {
    if (this.#program?.life.dead === true) return;
    this.#hand.pass(LATENCY);
    vi.setSystemTime(this.#hand.clock.wall());
  }

  /** Both times go on, unseen by the program; its timers run out. */
  async pass(length: Millis): Promise<void> {
    const to = this.now() + length;
    this.#hand.set(to);
    await this.discord.clock.outage({ to: new Date(to).toISOString() });
    vi.setSystemTime(this.#hand.clock.wall() + length);
    this.#hand.pass(length);
  }

  /** Until then, with one tick at the end of it. Past already: nothing. */
  async clockTo(at: Millis): Promise<void> {
    if (at <= this.now()) return;
    await this.pass(at - this.now());
    await this.#tick();
  }

  /** Until everything that can be posted was posted. While something waits, time passes and the minutes are ticked. */
  async settle(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      const { road } = this.program;
      await road.courier.idle();
      const open = road.ledger.waiting().flatMap((to) => road.ledger.of(to));
      if (open.every(({ delivery }) => delivery.state === "held")) return;
      const minute = Math.floor(this.now() / MINUTE);
      await this.pass(15_000);
      if (Math.floor(this.now() / MINUTE) > minute) await this.#tick();
    }
    throw new Error("The courier does not come to rest");
  }

  note(what: string): void {
    this.#did.set(what, this.now());
  }

  /** When somebody did it for the last time; undefined where nobody did. */
  did(what: string): Millis | undefined {
    return this.#did.get(what);
  }

  /** Written once, however often it is asked for. `nth`: how many versions of the subject there are when it was. */
  async record(draft: Draft, nth: number): Promise<void> {
    const { road, store } = this.program;
    const all: readonly Fact[] = store.versions(noun(draft.kind), draft.subject);
    if (all.length < nth) {
      this.note(`${draft.subject} ${nth}`);
      const prev = all.at(-1)?.id;
      const done = await store.record([prev === undefined ? draft : { ...draft, prev }], "somebody");
      if (done.is !== "recorded") throw new Error(`Not recorded: ${JSON.stringify(done)}`);
    }
    await road.news.catchUp();
  }

  /** What a person reads who asks now. */
  answer(question: Question, language: Language): Again {
    const { store } = this.program;
    const read = askOf(store)(question, language, store.known(), this.now());
    if (read === undefined) throw new Error("Nobody can answer that");
    return read;
  }

  async close(): Promise<void> {
    this.#program?.line.close();
    await this.#program?.road.courier.stop();
    await this.discord.close();
    await this.#backend.close();
    vi.useRealTimers();
  }
}

/** The third point of a request: somebody has read the answer, and has done nothing with it yet. */
function answered(real: Sender, life: Life): Sender {
  return new Proxy(real, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      if (typeof own !== "function") return own;
      return async (...given: unknown[]): Promise<unknown> => {
        await life.alive();
        const answer: unknown = await Reflect.apply(own, target, given);
        await life.point(`read the answer to ${String(name)}`);
        return answer;
      };
    },
  });
}

const ask = asker(COMMANDS);

function askOf(store: FactStore): Ask {
  return (question, language, at, now) =>
    ask(question, language, { known: at, names: store.names(at), now, defaultArea: "EC" });
}

/** Places since ever, as an import would have brought them. */
export const placeDrafts = (): Draft[] =>
  places().map((content) => ({
    kind: "area.recorded",
    subject: content.id,
    content,
    knownFrom: new Date(ec("2024-01-01T00:00")).toISOString(),
  }));
