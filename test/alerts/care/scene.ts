// The one road of an alert over a store in memory, without gateway or commands, and a Discord of a few lines that can close channels and direct messages.
// It shares nothing with the code under test but the sender's contract: what people see is read from what was posted and edited.
import type { Clock } from "../../../src/clock.ts";
import type { Message } from "../../../src/views/message.ts";
import type { Outcome, Sender } from "../../../src/alerts/courier/sender.ts";
import { isoOf, type Millis } from "../../../src/domain/time.ts";
import type { Topic } from "../../../src/domain/topic.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import type { Engine } from "../../../src/engines/open.ts";
import { openRoad, type Road } from "../../../src/road.ts";
import { longArgs } from "../../../src/discord/long-args.ts";
import { FactStore } from "../../../src/store/store.ts";
import { handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someSender } from "../stand-ins.ts";
import { killed, strike } from "../changes/strike-scene.ts";

export const GUILD = "100000000000000001";
export const OTHER_GUILD = "100000000000000002";
export const GUAYAS = "200000000000000001";
export const SYSTEM = "200000000000000009";
export const ELSEWHERE = "200000000000000007";
export const OWNER = "400000000000000001";
export const SECOND = "400000000000000002";

const forbidden: Outcome = { is: "never", why: "forbidden", closes: true, answer: "403 50013" };
const deaf: Outcome = { is: "never", why: "channel-closed", closes: true, answer: "403 50007" };

export interface Shown {
  channel: string;
  id: string;
  message: Message;
  replyTo: string | undefined;
  silent: boolean;
  edited: number;
}

/** Which channels take posts, which people direct messages, and what stands. */
export class SmallDiscord {
  readonly shown: Shown[] = [];
  readonly closed = new Map<string, readonly string[] | "no such channel">();
  readonly deaf = new Set<string>();
  readonly posts: string[] = [];
  /** Asked what may be done there. */
  asked: string[] = [];
  system: string | undefined = SYSTEM;
  /** Discord answers nothing about servers. */
  mute = false;
  /** No members of the server any more, and how often each was asked for. */
  readonly left = new Set<string>();
  readonly askedFor: string[] = [];
  botIsIn = true;
  /** A post waits for this before Discord answers. */
  before: () => Promise<void> = async () => undefined;
  refusePost: (channel: string, message: Message) => Outcome | undefined = () => undefined;
  refuseEdit: (channel: string) => Outcome | undefined = () => undefined;

  sender(clock: Pick<Clock, "now">): Sender {
    return someSender({
      serverTime: async () => clock.now(),
      post: async (channel, message, { nonce, silent, replyTo }) => {
        this.posts.push(channel);
        await this.before();
        const lacks = this.closed.get(channel);
        if (lacks === "no such channel") return { is: "never", why: "no-such-channel", closes: true };
        if (lacks?.some((one) => /^(View|Send)/.test(one))) return forbidden;
        if (channel.startsWith("dm") && this.deaf.has(channel.slice(2))) return deaf;
        const refused = this.refusePost(channel, message);
        if (refused !== undefined) return refused;
        const before = this.shown.find((one) => one.id === `m${nonce}`);
        if (before === undefined) this.shown.push({ channel, id: `m${nonce}`, message, replyTo, silent, edited: 0 });
        return { is: "sent", messageId: `m${nonce}` };
      },
      edit: async (channel, messageId, message) => {
        const refused = this.refuseEdit(channel);
        if (refused !== undefined) return refused;
        const one = this.shown.find(({ id }) => id === messageId);
        if (one === undefined) return { is: "never", why: "message-deleted", closes: false };
        one.message = message;
        one.edited += 1;
        return { is: "sent", messageId };
      },
      systemChannel: async () => {
        if (this.mute) throw new Error("Discord does not answer");
        return this.system;
      },
      isMember: async (_guild, user) => {
        this.askedFor.push(user);
        return this.mute ? undefined : !this.left.has(user);
      },
      isIn: async () => (this.mute ? undefined : this.botIsIn),
      missingPermissions: async (channel) => {
        this.asked.push(channel);
        return this.closed.get(channel) ?? [];
      },
    });
  }

  texts(channel: string): string[] {
    return this.shown.filter((one) => one.channel === channel).map((one) => one.message.content);
  }
}

export const dm = (user: string) => `dm${user}`;

export async function closuresScene({ at = "2026-03-16T04:00:00Z", review }: { at?: string; review?: string } = {}) {
  const engine = await memoryEngine();
  const hand = handClock(at);
  const discord = new SmallDiscord();
  const logged = rememberingLog();
  const broken: unknown[] = [];
  let store = await FactStore.open(engine.namespace("facts"), hand.clock, { rewinds: true, home: "EC" });
  let count = 0;

  const opened = async (own: Pick<Engine, "namespace">): Promise<Road> => {
    store = await FactStore.open(engine.namespace("facts"), hand.clock, { rewinds: true, home: "EC" });
    return openRoad({
      engine: own,
      store,
      ask: () => undefined,
      sender: discord.sender(hand.clock),
      clock: hand.clock,
      log: logged.log,
      broken: (error) => broken.push(error),
      rewinds: true,
      home: "EC",
      review: { id: review, guildId: GUILD, language: "en" },
      freshness: 24 * 3_600_000,
      aged: [],
      forgets: [(guildId) => longArgs(engine.namespace("marks"), hand.clock).forget(guildId)],
      // Machine time stands still here but where a scene lets it pass.
      rate: { perSecond: Infinity, burst: Infinity, together: 1 },
    });
  };
  let road = await opened(engine);
  const start = async (): Promise<void> => {
    await road.clockwork.trust.at(hand.clock.now(), undefined);
    await road.news.catchUp();
    await road.forgetting.finish();
    road.courier.start();
    road.closures.start();
  };
  await start();
  const scene = {
    discord,
    logged,
    broken,
    hand,
    engine,
    /** Begins anew over what the store holds. */
    /** `idle`: nothing of it begins by itself. */
    async reopen(own: Pick<Engine, "namespace"> = engine, { idle = false } = {}) {
      road = await opened(own);
      if (!idle) await start();
    },
    get road() {
      return road;
    },
    get store() {
      return store;
    },
    async settled() {
      for (let i = 0; i < 4; i += 1) {
        await road.membership.idle();
        await road.courier.idle();
        await road.closures.idle();
      }
    },
    /** The program is gone without a goodbye: whatever it still does reaches nobody. */
    drop() {
      void road.courier.stop();
      void road.closures.stop();
    },
    subscribe: (
      channelId: string,
      {
        guildId = GUILD,
        language = "en",
        owner = OWNER,
        topics = ["curfews", "strikes"],
      }: { guildId?: string; language?: "en" | "es"; owner?: string; topics?: Topic[] } = {},
    ) =>
      road.subscriptions.subscribe({
        guildId,
        channelId,
        kind: "channel",
        language,
        zone: "America/Guayaquil",
        topics,
        areas: ["EC"],
        owner,
      }),
    /** A strike is recorded: every channel that follows them is owed one alert. */
    async strike(date = "2026-03-15") {
      count += 1;
      const content = strike({ id: `strike-${count}`, date, figures: [killed(count)] });
      const draft: Draft = { kind: "strike.recorded", subject: `strike-${count}`, content };
      await store.record([draft], "us");
      await road.news.catchUp();
      await scene.settled();
    },
    /** World and machine time go on together; the clock's minute is over. */
    async pass(ms: Millis) {
      hand.set(isoOf(hand.clock.now() + ms));
      hand.pass(ms);
      await road.membership.step();
      await road.forgetting.step();
      road.courier.wake();
      road.closures.look();
      await scene.settled();
    },
    /** Everything that is owed to who asked that something be forgotten. */
    async prune() {
      do await road.prune.step();
      while (!road.prune.rests);
    },
    errors: () => logged.lines.filter(({ level }) => level === "error").map(({ text }) => text),
  };
  return scene;
}
