// Builds every part from a config and hands each what it needs. Owns the order of starting and stopping, and nothing else: read this second.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMANDS } from "../commands/index.ts";
import { carriedTo } from "./alerts/carrying.ts";
import { Clockwork } from "./alerts/clockwork.ts";
import { Courier } from "./alerts/courier.ts";
import { checkWatch } from "./alerts/check-watch.ts";
import { curfewNews } from "./alerts/curfew-news.ts";
import { edgeWatch } from "./alerts/edge-watch.ts";
import { knowledgeWatch } from "./alerts/knowledge-watch.ts";
import { Ledger } from "./alerts/ledger.ts";
import { Bookmark } from "./alerts/marks.ts";
import { News } from "./alerts/news.ts";
import { People } from "./alerts/people.ts";
import { proofOf } from "./alerts/proof.ts";
import { type ReviewChannel, reviewing } from "./alerts/review.ts";
import { placeWatch } from "./alerts/place-watch.ts";
import { renderer } from "./alerts/render.ts";
import { type AnswerIn, answerChanges, factOf, recordFor, superseded } from "./alerts/shared-changed.ts";
import { Sharing } from "./alerts/sharing.ts";
import { KeptMessages } from "./alerts/kept-messages.ts";
import { soonWatch } from "./alerts/soon-watch.ts";
import { spokenOf, strikeChanges } from "./alerts/strike-changes.ts";
import { strikeNews } from "./alerts/strike-news.ts";
import { topicOf } from "./alerts/told-of.ts";
import { channelsTold } from "./alerts/channels-told.ts";
import type { Watch } from "./alerts/watch.ts";
import { asker } from "./answering/again.ts";
import type { Clock } from "./clock.ts";
import type { Environment } from "./config.ts";
import { contextFor } from "./context.ts";
import { connect, type ConnectOptions, type Gateway, NotConnected } from "./discord/client.ts";
import { longArgs } from "./discord/long-args.ts";
import { sender } from "./discord/sender.ts";
import { carried } from "./domain/carried.ts";
import type { Delivery } from "./domain/delivery.ts";
import { HOUR } from "./domain/time.ts";
import { openEngine, type Engine } from "./engines/open.ts";
import { readWorld } from "./importers/dataset/world.ts";
import { importers } from "./importers/index.ts";
import type { Importer } from "./importers/importer.ts";
import { take } from "./importers/take.ts";
import type { Logger } from "./logger.ts";
import { StoredProposals } from "./store/proposals.ts";
import { FactStore } from "./store/store.ts";
import { ReaderLanguages } from "./store/reader-languages.ts";
import { StoredSubscriptions } from "./store/stored-subscriptions.ts";

const ROOT = packageRoot();

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
  #engine: Engine | undefined;
  #gateway: Gateway | undefined;
  #courier: Courier | undefined;
  #stopped = false;
  #goOn = (): void => undefined;

  constructor(given: Surroundings) {
    this.#given = given;
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
    const { config, clock, log, broken } = this.#given;
    this.#engine = await openEngine(config.STORE_URL, { stamp: config.CLOCK === undefined ? "world" : "rehearsed" });
    const engine = this.#engine;
    const store = await FactStore.open(engine.namespace("facts"), clock, {
      rewinds: config.CLOCK !== undefined,
      world: await readWorld(dataDir(config)),
      home: config.DEFAULT_AREA,
    });
    const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock, (one) =>
      carried(store.known().areas, one.areas, one.since, clock.now()),
    );
    const ledger = await Ledger.open(engine.namespace("deliveries"));
    const marks = engine.namespace("marks");
    const post = sender({
      token: config.DISCORD_TOKEN,
      apiUrl: config.DISCORD_API_URL,
      log,
      longArgs: longArgs(marks),
    });

    const versions = (subject: string) => store.versions("curfew", subject);
    const strikeVersions = (subject: string) => store.versions("strike", subject);
    const ask = asker(COMMANDS);
    const answerIn: AnswerIn = (question, language, known, now) =>
      ask(question, language, { known, names: store.names(store.known()), now, defaultArea: config.DEFAULT_AREA });
    const news = new News({
      factsAfter: (seq) => store.after(seq),
      subscribed: (at) => carriedTo(subscriptions.at(at), store.known(), clock.now()),
      announcers: [
        strikeNews(clock),
        strikeChanges({ known: () => store.known(), versions: strikeVersions, ledger, clock }),
        curfewNews({ known: () => store.known(), versions, ledger, clock }),
        answerChanges({
          known: (at) => store.known(at),
          answerIn,
          versions: (noun, subject) => store.versions(noun, subject),
          ledger,
          clock,
        }),
      ],
      ledger,
      cursor: await Bookmark.open(marks, "planned-facts"),
      clock,
    });
    const clockwork = new Clockwork({
      // A clock that was put right must not hide what is recorded; a rehearsal's goes back on purpose.
      known: (at) => (config.CLOCK === undefined ? store.known() : store.known(at)),
      subscribed: (known, at) => carriedTo(subscriptions.running(), known, at),
      watches: [
        edgeWatch({ ledger, clock }),
        soonWatch({ ledger, clock }),
        placeWatch({ ledger, clock, subscribed: () => subscriptions.running() }),
        knowledgeWatch({ ledger, clock }),
        this.#checks(ledger, subscriptions),
      ],
      ledger,
      watermark: await Bookmark.open(marks, "planned-until"),
      clock,
      serverTime: () => post.serverTime(),
      log,
    });
    const shown = new KeptMessages(marks);
    const people = await People.open(marks);
    const proposals = await StoredProposals.open(marks);
    this.#courier = new Courier({
      shown,
      ledger,
      sender: post,
      clock,
      log,
      scene: () => ({ known: store.known(), now: clock.now() }),
      render: renderer({
        again: (question, language, at) => {
          const known = store.known(at);
          const reading = {
            known,
            names: store.names(known),
            now: at ?? clock.now(),
            defaultArea: config.DEFAULT_AREA,
          };
          return ask(question, language, reading);
        },
        corrected: (question, language, at) => {
          const now = store.known();
          if (at === undefined) return answerIn(question, language, now, clock.now());
          return answerIn(question, language, recordFor(topicOf(question), now, store.known(at), at), at);
        },
        superseded: (delivery) => superseded(ledger, delivery),
        factOf: (alert) => factOf(alert, (noun, subject) => store.versions(noun, subject)),
        home: config.DEFAULT_AREA,
        nameOf: (guildId, person) => people.name(guildId, person),
        versions,
        strikeVersions,
        spokenOf: (delivery) => spokenOf(ledger, delivery),
        review: (id) => {
          const proposal = proposals.find(id);
          if (proposal?.state !== "waiting") return undefined;
          return { proposal, versions: (noun, subject) => store.versions(noun, subject), home: config.DEFAULT_AREA };
        },
      }),
      standing: (delivery) => standing(delivery, subscriptions),
      closed: (delivery, why) => subscriptions.pause(delivery.destination, why),
      broken,
    });
    const sharing = new Sharing({ ledger, people, clock });
    const readers = await ReaderLanguages.open(marks);
    await this.#begin({
      store,
      news,
      clockwork,
      subscriptions,
      readers,
      sharing,
      people,
      post,
      marks,
      proposals,
      ledger,
      shown,
    });
  }

  /** Who is asked before what is known ends, and in which language. */
  #checks(ledger: Ledger, subscriptions: StoredSubscriptions): Watch {
    const { config, clock } = this.#given;
    return checkWatch({
      ledger,
      clock,
      channel: this.#review(subscriptions),
      freshness: config.FRESHNESS_HOURS * HOUR,
    });
  }

  /** The review channel, if one is set. */
  #review(subscriptions: StoredSubscriptions): ReviewChannel | undefined {
    const { REVIEW_CHANNEL_ID: id, HOME_GUILD_IDS, DEFAULT_LANGUAGE } = this.#given.config;
    const about = () => {
      const own = subscriptions.running().find(({ destination }) => destination.id === id)?.destination;
      return { guildId: own?.guildId ?? HOME_GUILD_IDS[0] ?? "", language: own?.language ?? DEFAULT_LANGUAGE };
    };
    return id === undefined ? undefined : { id, about };
  }

  /** What was missed is planned before anything may be recorded; commands come last, when every answer is ready. */
  async #begin(parts: {
    store: FactStore;
    news: News;
    clockwork: Clockwork;
    subscriptions: StoredSubscriptions;
    readers: ReaderLanguages;
    sharing: Sharing;
    people: People;
    post: ReturnType<typeof sender>;
    marks: ReturnType<Engine["namespace"]>;
    proposals: StoredProposals;
    ledger: Ledger;
    shown: KeptMessages;
  }): Promise<void> {
    const { config, clock, log, broken } = this.#given;
    const { store, news, clockwork, subscriptions, readers, sharing, people, post, marks, proposals, ledger, shown } =
      parts;
    let tick = await clockwork.tick(clock.now());
    while (tick.did === "waited" && tick.why === "discord-does-not-answer") {
      await this.#pause(5_000);
      tick = await clockwork.tick(clock.now());
    }
    await news.catchUp();
    await readData(importers(dataDir(config)), store, { clock, log });
    if (!store.known().areasById.has(config.DEFAULT_AREA))
      throw new Error(
        `DEFAULT_AREA ${config.DEFAULT_AREA} is no place in the data: use a code that stands in data/areas.json or data/world.json, such as EC.`,
      );
    reportLoose(store, log);
    if (config.REVIEW_CHANNEL_ID === undefined && subscriptions.running().length > 0)
      log.warn(
        {},
        "REVIEW_CHANNEL_ID is not set: nobody is asked before what is known of curfews ends, and channels are then told that it is not known",
      );
    await news.catchUp();
    store.onRecorded(() => void news.catchUp().catch(broken));
    const askSecond = reviewing({ ledger, clock, channel: this.#review(subscriptions) });
    // Killed between keeping a proposal and asking for it: it would wait for nobody.
    for (const proposal of proposals.waiting()) await askSecond(proposal);
    this.#courier?.start();
    // The clock runs before anybody is answered: a gateway that stays silent must not hold an alert.
    await clock.start(async (now) => {
      await clockwork.tick(now).catch(broken);
      this.#courier?.wake();
    });
    // The first to ask must not wait for the names of all the world.
    store.names(store.known());
    this.#gateway = await this.#connected({
      token: config.DISCORD_TOKEN,
      apiUrl: config.DISCORD_API_URL,
      log,
      commands: COMMANDS,
      homeGuilds: config.HOME_GUILD_IDS,
      longArgs: longArgs(marks),
      chosen: (user) => readers.of(user),
      context: contextFor({
        config,
        clock,
        store,
        subscriptions,
        readers,
        people,
        missingPermissions: (channelId) => post.missingPermissions(channelId),
        share: (wanted) => sharing.share(wanted),
        proposals,
        askSecond,
        toldIn: (noun, subject) => channelsTold(ledger, noun, subject),
        ...proofOf({ ledger, store, shown }),
      }),
      clock,
      lost: broken,
      gone: (what) =>
        void ("channelId" in what ? subscriptions.pause(what.channelId, "no-such-channel").catch(broken) : undefined),
    });
    log.info(
      {
        store: this.#engine?.kind,
        at: new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(
          clock.now(),
        ),
      },
      "Vigía is up",
    );
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
    await this.#given.clock.stop();
    await this.#gateway?.close();
    await this.#courier?.stop();
    await this.#engine?.close();
    this.#gateway = undefined;
    this.#courier = undefined;
    this.#engine = undefined;
  }

  /** Resolves when Discord has taken the commands. Answers do not wait for it. */
  async registered(): Promise<void> {
    await this.#gateway?.registered;
  }

  /** Resolves when the courier has nothing left that it can do now. For tests. */
  async idle(): Promise<void> {
    await this.#courier?.idle();
  }
}

function dataDir({ DATA_DIR }: Environment): string {
  return DATA_DIR ?? join(ROOT, "data");
}

async function readData(
  sources: readonly Importer[],
  store: FactStore,
  { clock, log }: Pick<Surroundings, "clock" | "log">,
): Promise<void> {
  for (const importer of sources) {
    const { recorded, unchanged, leftAlone, missing } = await take(importer, store, store.after(0), clock.now());
    log.info({ importer: importer.id, recorded, unchanged }, "Data read");
    if (leftAlone.length > 0) log.warn({ records: leftAlone }, "Changed in the data files and left alone; please look");
    if (missing.length > 0)
      log.warn({ records: missing }, "No longer in the data files; kept as they are, please look");
  }
}

/** What would otherwise be silently dead; of places that are gone their channels are told (place-watch.ts). */
function reportLoose(store: FactStore, log: Logger): void {
  const odd = store.leftOut().map(({ kind, subject, seq }) => `${kind} ${subject} (${seq})`);
  if (odd.length > 0)
    log.error({ facts: odd }, "These facts about places do not fit together and are left out; please look");
}

function standing(delivery: Delivery, subscriptions: StoredSubscriptions): "open" | "paused" | "ended" {
  const running = subscriptions.of(delivery.guildId, delivery.destination);
  if (running === undefined || !running.subscriptions.some((one) => delivery.subscriptions.includes(one.id)))
    return "ended";
  return running.destination.paused === undefined ? "open" : "paused";
}

/** The folder with package.json: one up from the sources, two up from dist/src/, whatever the folders above are called. */
function packageRoot(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const up = join(here, "..");
  return existsSync(join(up, "package.json")) ? up : join(up, "..");
}
