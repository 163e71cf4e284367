// Builds every part from a config and hands each what it needs. Owns the order of starting and stopping, and nothing else: read this second.
import { COMMANDS } from "../commands/index.ts";
import { asker } from "./answering/again.ts";
import type { Ask } from "./answers-for-alerts.ts";
import { answersForPeople } from "./answers-for-people.ts";
import type { Clock } from "./clock.ts";
import type { Environment } from "./config.ts";
import { dataDir, readData } from "./data-set.ts";
import { connect, type ConnectOptions, type Gateway, NotConnected } from "./discord/client.ts";
import { agedArgs, longArgs } from "./discord/long-args.ts";
import { sender } from "./discord/sender.ts";
import { HOUR } from "./domain/time.ts";
import { openEngine } from "./engines/open.ts";
import { patient, type PatientEngine } from "./engines/patience.ts";
import { readWorld } from "./importers/dataset/world.ts";
import type { Logger } from "./logger.ts";
import { lookBackFirst } from "./looking-back.ts";
import { openRoad, type Road } from "./road.ts";
import { ReaderLanguages } from "./store/reader-languages.ts";
import { FactStore } from "./store/store.ts";

export interface Surroundings {
  config: Environment & { DISCORD_TOKEN: string };
  clock: Clock;
  log: Logger;
  /** Called when the program cannot go on: the lease was lost, the token refused. main.ts stops; tests fail. */
  broken: (error: unknown) => void;
}

/** stop() was called before start() was through. */
export class Stopped extends Error {
  override name = "Stopped";
}

export class App {
  readonly #given: Surroundings;
  #engine: PatientEngine | undefined;
  #gateway: Gateway | undefined;
  #road: Road | undefined;
  #stopped = false;
  #goOn = (): void => undefined;
  #readyToAnswer = (): void => undefined;
  /** Nobody is answered from a record that is not read yet. */
  readonly #caughtUp = new Promise<void>((resolve) => (this.#readyToAnswer = resolve));

  constructor(given: Surroundings) {
    const { broken } = given;
    // What was still waiting for room when the program was told to stop is no fault.
    this.#given = { ...given, broken: (error) => void (this.#stopped || broken(error)) };
  }

  /** Throws the typed fault of whatever could not start (StoreFault, BrokenFact, BrokenSource, TokenRefused); then nothing is left open. */
  async start(): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const { config, clock, log } = this.#given;
    const opened = await this.#open();
    const { engine, store, road } = opened;
    // Commands come last, when every answer is ready.
    const answering = answersForPeople({ ...this.#given, ...opened, caughtUp: this.#caughtUp });
    await this.#believed(road, answering);
    await this.#catchUp(store, road);
    // Killed between keeping a proposal and asking for it: it would wait for nobody.
    for (const proposal of road.proposals.waiting()) await road.askSecond(proposal);
    // Begun before a crash: nothing of that server may be posted any more.
    await road.forgetting.finish();
    await this.#run(road);
    // The first to ask must not wait for the names of all the world, nor for what each card of settings tells of the month behind.
    store.names(store.known());
    await lookBackFirst(config.DEFAULT_AREA, clock.now(), { store, clock });
    this.#readyToAnswer();
    this.#gateway ??= await this.#connected(answering);
    const at = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
    log.info({ store: engine.kind, at: at.format(clock.now()) }, "Vigía is up");
  }

  /** Reads what is kept. Nothing moves yet. */
  async #open() {
    const { config, clock, log, broken } = this.#given;
    const opened = await openEngine(config.STORE_URL, { stamp: config.CLOCK === undefined ? "world" : "rehearsed" });
    const engine = patient(opened, { clock, log });
    this.#engine = engine;
    const store = await FactStore.open(engine.namespace("facts"), clock, {
      rewinds: config.CLOCK !== undefined,
      world: await readWorld(dataDir(config)),
      home: config.DEFAULT_AREA,
    });
    const kept = longArgs(engine.namespace("marks"), clock);
    const readers = await ReaderLanguages.open(engine.namespace("marks"));
    const post = sender({
      token: config.DISCORD_TOKEN,
      apiUrl: config.DISCORD_API_URL,
      log,
      longArgs: kept,
      clock,
    });
    const road = await openRoad({
      engine,
      store,
      ask: askWith(store, config),
      sender: post,
      clock,
      log,
      broken,
      rewinds: config.CLOCK !== undefined,
      home: config.DEFAULT_AREA,
      review: {
        id: config.REVIEW_CHANNEL_ID,
        guildId: config.HOME_GUILD_IDS[0] ?? "",
        language: config.DEFAULT_LANGUAGE,
      },
      freshness: config.FRESHNESS_HOURS * HOUR,
      chosen: (user) => readers.of(user),
      forgets: [(guildId) => kept.forget(guildId)],
      aged: [({ wall }, limit) => agedArgs(engine.namespace("marks"), wall, limit)],
    });
    this.#road = road;
    road.clockwork.trust.onRegained(() => {
      post.forgetPace();
      this.#gateway?.forgetPace();
      this.#goOn();
    });
    return { engine, store, post, road, readers, longArgs: kept };
  }

  /** The clock runs before anybody is answered: a gateway that stays silent must not hold an alert. */
  async #run(road: Road): Promise<void> {
    const { clock, broken } = this.#given;
    road.courier.start();
    road.closures.start();
    road.seenMissing.start();
    road.boards.start();
    road.returning.start();
    await clock.start(async (now) => {
      const tick = await road.clockwork.tick(now).catch(broken);
      road.courier.wake();
      road.closures.look();
      road.seenMissing.look();
      road.boards.look();
      if (tick?.did !== "planned" || !road.clockwork.trusted) return;
      await road.prune.step().catch(broken);
      await road.membership.step().catch(broken);
      await road.forgetting.step().catch(broken);
    });
  }

  /** By a clock that nobody confirms nothing is planned, read, posted or recorded. Whoever asks meanwhile is told why. */
  async #believed({ clockwork }: Road, answering: ConnectOptions): Promise<void> {
    const { clock } = this.#given;
    const ask = () => clockwork.trust.at(clock.now(), undefined);
    for (let doubt = await ask(), wait = 5_000; doubt !== undefined; doubt = await ask()) {
      if (doubt.why === "clock-not-confirmed") this.#gateway ??= await this.#connected(answering);
      if (clockwork.trusted) return;
      await this.#pause(wait);
      wait = Math.min(60_000, wait * 2);
    }
  }

  /** What was missed is planned before anything may be recorded. */
  async #catchUp(store: FactStore, road: Road): Promise<void> {
    const { boards, clockwork, news, subscriptions } = road;
    const { config, clock, log, broken } = this.#given;
    // It may be set once more in between.
    for (let tick = await clockwork.tick(clock.now()); tick.did === "waited"; tick = await clockwork.tick(clock.now()))
      await this.#pause(5_000);
    await news.catchUp();
    await readData(config, store, { clock, log });
    if (config.REVIEW_CHANNEL_ID === undefined && subscriptions.running().length > 0)
      log.warn(
        {},
        "REVIEW_CHANNEL_ID is not set: nobody is asked before what is known of curfews ends, and channels are then told that it is not known",
      );
    await news.catchUp();
    store.onRecorded(() => {
      void news.catchUp().catch(broken);
      boards.look();
    });
  }

  /** Tries again while Discord cannot be reached, up to a minute apart; a token that it refuses is final. */
  async #connected(options: ConnectOptions): Promise<Gateway> {
    const { log } = this.#given;
    for (let wait = 5_000; ; wait = Math.min(60_000, wait * 2)) {
      try {
        return await connect(options);
      } catch (error) {
        if (!(error instanceof NotConnected && error.mayPass)) throw error;
        log.warn({ why: error.message, wait }, "Discord's gateway is not reached yet; alerts go out all the same");
        await this.#pause(wait);
      }
    }
  }

  /** Waits so many ms of machine time. Throws Stopped when stop() is called meanwhile. */
  async #pause(length: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      this.#given.clock.after(length, resolve);
    });
    if (this.#stopped) throw new Stopped();
  }

  /** Finishes what is under way, then closes all. Harmless when called twice or before start() was through. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#goOn();
    this.#engine?.giveUp();
    await this.#given.clock.stop();
    await this.#gateway?.close();
    await this.#road?.joining.stop();
    await this.#road?.boards.stop();
    await this.#road?.returning.stop();
    await this.#road?.membership.stop();
    await this.#road?.closures.stop();
    await this.#road?.seenMissing.stop();
    await this.#road?.courier.stop();
    await this.#engine?.close();
    this.#gateway = undefined;
    this.#road = undefined;
    this.#engine = undefined;
  }

  /** Resolves when Discord has taken the commands. Answers do not wait for it. */
  async registered(): Promise<void> {
    await this.#gateway?.registered;
  }

  /** What a form would set, for tests of what it does. */
  get subscriptions(): Road["subscriptions"] | undefined {
    return this.#road?.subscriptions;
  }

  /** Resolves when the courier has nothing left that it can do now. For tests. */
  async idle(): Promise<void> {
    const road = this.#road;
    if (road === undefined) return;
    // What ends in one may begin something in the other.
    await road.joining.idle();
    for (let i = 0; i < 3; i += 1) {
      await road.courier.idle();
      await road.membership.idle();
      await road.closures.idle();
      await road.seenMissing.idle();
      await road.boards.idle();
      await road.returning.idle();
    }
    await road.courier.idle();
    if (!road.courier.hasTurns) return;
    // What waits for the pace alone goes out in a moment.
    await new Promise<void>((resolve) => void this.#given.clock.after(20, resolve));
    await this.idle();
  }
}

/** Shared answers are answered again by the commands that gave them. */
function askWith(store: FactStore, { DEFAULT_AREA: defaultArea }: Environment): Ask {
  const ask = asker(COMMANDS);
  return (question, language, known, now) =>
    ask(question, language, { known, names: store.names(known), now, defaultArea });
}
