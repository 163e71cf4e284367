// What may happen to the courier, one command each, and what must hold after every one of them. The model knows what was asked for; it knows nothing of
// how the courier goes about it.
import fc from "fast-check";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { mark } from "../../../src/domain/id.ts";
import { alertOf, type Ordered, type Post } from "./discord.ts";
import type { Real } from "./real.ts";

interface Asked {
  name: string;
  channel: string;
  parts: number;
  row: Delivery;
}

/** What was asked for so far. */
export class Model {
  readonly alerts: Asked[] = [];
  /** The text that each message is to have in the end, by its id. */
  readonly edits = new Map<string, string>();
  readonly ended = new Set<string>();
  readonly paused = new Set<string>();
}

type Command = fc.AsyncCommand<Model, Real>;

const CHANNELS = ["x", "y"] as const;
const MINUTE = 60_000;

/** A command by its words; `run` is followed by the checks. */
function command(words: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    async run(model, real) {
      const before = real.discord.requests;
      const since = real.hand.clock.wall();
      await run(model, real);
      await real.settle();
      const minutes = 1 + (real.hand.clock.wall() - since) / MINUTE;
      const most = 6 * minutes * (2 + model.alerts.reduce((sum, { parts }) => sum + parts, 0) + model.edits.size);
      if (real.discord.requests - before > most)
        throw new Error(`${real.discord.requests - before} requests for ${words}`);
      hold(real);
    },
    toString: () => words,
  };
}

/** At every moment. */
function hold({ discord, broken }: Real): void {
  if (broken.length > 0) throw new Error(`The program would have stopped: ${String(broken[0])}`);
  const [breach] = discord.breaches;
  if (breach !== undefined) throw new Error(breach);
  const standing = discord.posts.filter((one) => !one.deleted).map(keyOf);
  const twice = standing.find((one, i) => standing.indexOf(one) !== i);
  if (twice !== undefined) throw new Error(`DOUBLED ${twice}`);
  for (const channel of CHANNELS) {
    const places = discord.posts.filter((one) => one.channel === channel && !one.deleted).map(placeOf);
    if (places.some((place, i) => place < (places[i - 1] ?? 0))) throw new Error(`out of order in ${channel}`);
  }
}

const keyOf = ({ channel, text }: Post) => `${channel} ${text.split(" ")[0]}`;
/** `a3/2` comes after `a3/1` and before `a4/1`. */
const placeOf = ({ text }: Post) => {
  const [name = "", part] = (text.split(" ")[0] ?? "").split("/");
  return Number(name.slice(1)) * 10 + Number(part);
};

/** When all is well again and time has passed: each is told once where nothing forbids it, and every row says what became of it. */
export async function finale(model: Model, real: Real): Promise<void> {
  const { discord } = real;
  for (const queue of [discord.ordered.post, discord.ordered.edit, discord.ordered.look]) queue.length = 0;
  discord.unreadable.clear();
  for (const channel of CHANNELS) if (!model.ended.has(channel)) real.standing.set(channel, "open");
  const inTime = model.alerts.filter(({ row }) => row.expiresAt > real.hand.clock.now() + 20 * MINUTE);
  await real.settle();
  await real.pass(15 * MINUTE);
  hold(real);
  for (const one of inTime) {
    if (isForbidden(one, model, real)) continue;
    for (let part = 1; part <= one.parts; part += 1) {
      const posted = discord.posts.filter((post) => keyOf(post) === `${one.channel} ${one.name}/${part}`);
      if (posted.length === 0) throw new Error(`LOST ${one.name}/${part} in ${one.channel}`);
    }
  }
  for (const [id, text] of model.edits) {
    const post = discord.posts.find((one) => one.id === id);
    if (post?.deleted === false && post.text !== text && !model.ended.has(post.channel))
      throw new Error(`NOT PUT RIGHT: ${post.text} instead of ${text}`);
  }
  reasoned(await real.rows(), discord.posts);
}

function isForbidden({ name, channel, row }: Asked, model: Model, { discord }: Real): boolean {
  const marked = `${channel} #${mark(row.alert.id)}`;
  return model.ended.has(channel) || discord.forbidden.has(`${channel} ${name}`) || discord.forbidden.has(marked);
}

const DECIDED: ReadonlySet<Delivery["state"]> = new Set(["sent", "failed", "skipped", "expired", "parked"]);
const NO_REASON = new Set(["", "in-time", "posting", "editing"]);

function reasoned(rows: readonly Delivery[], posts: readonly Post[]): void {
  for (const row of rows) {
    if (!DECIDED.has(row.state)) throw new Error(`A row is still ${row.state}: ${row.reason}`);
    if (NO_REASON.has(row.reason)) throw new Error(`A row is ${row.state} for no reason: "${row.reason}"`);
    const unknown = row.parts.filter(
      ({ messageId }) => messageId !== undefined && !posts.some(({ id }) => id === messageId),
    );
    if (unknown.length > 0) throw new Error("A row names a message that nobody posted");
    if (row.state === "sent" && row.parts.some(({ messageId }) => messageId === undefined))
      throw new Error("A row is sent and does not know its message");
  }
}

const plan = fc
  .record({
    channel: fc.constantFrom(...CHANNELS),
    parts: fc.integer({ min: 1, max: 3 }),
    loud: fc.boolean(),
    life: fc.constantFrom(3 * MINUTE, 90 * MINUTE, 24 * 60 * MINUTE),
  })
  .map((wish) =>
    command(`plan ${JSON.stringify(wish)}`, async (model, real) => {
      const planned = await real.plan(wish);
      model.alerts.push({ ...planned, channel: wish.channel, parts: wish.parts });
    }),
  );

const outcome: fc.Arbitrary<Ordered> = fc.oneof(
  fc.constantFrom<Ordered>(
    { is: "lost", done: true },
    { is: "lost", done: true },
    { is: "lost", done: true },
    { is: "lost", done: false },
    { is: "lost", done: false },
    { is: "again" },
    { is: "again", afterMs: 5_000 },
    { is: "again", afterMs: 90_000 },
    { is: "never", closes: false },
    { is: "never", closes: true },
    { is: "fine" },
  ),
);
const order = fc
  .record({ on: fc.constantFrom("post" as const, "post" as const, "edit" as const, "look" as const), outcome })
  .map(({ on, outcome: next }) =>
    command(`the next ${on} meets ${JSON.stringify(next)}`, async (_model, { discord }) => {
      discord.ordered[on].push(next);
    }),
  );

const pass = fc
  .constantFrom(900, 20_000, 70_000, 200_000, 20 * MINUTE)
  .map((ms) => command(`${ms} ms pass`, (_model, real) => real.pass(ms)));

const crash = fc
  .option(fc.integer({ min: 1, max: 12 }), { nil: undefined })
  .map((nth) => command(`crash, and again at ${nth ?? "no"} point`, (_model, real) => real.crash(nth)));

const pause = fc.constantFrom(...CHANNELS).map((channel) =>
  command(`${channel} is closed or opened`, async (model, real) => {
    if (model.ended.has(channel)) return;
    real.standing.set(channel, (real.standing.get(channel) ?? "open") === "open" ? "paused" : "open");
  }),
);

const end = fc.constantFrom(...CHANNELS).map((channel) =>
  command(`the subscription of ${channel} ends`, async (model, real) => {
    model.ended.add(channel);
    real.standing.set(channel, "ended");
  }),
);

const history = fc.constantFrom(...CHANNELS).map((channel) =>
  command(`the history of ${channel} is closed or opened`, async (_model, { discord }) => {
    if (!discord.unreadable.delete(channel)) discord.unreadable.add(channel);
  }),
);

const remove = fc.nat(20).map((n) =>
  command(`message ${n} is deleted`, async (_model, { discord }) => {
    const post = discord.posts[n % Math.max(1, discord.posts.length)];
    if (post !== undefined) post.deleted = true;
  }),
);

const edit = fc.nat(20).map((n) =>
  command(`message ${n} is put right`, async (model, real) => {
    const firsts = real.discord.posts.filter(({ text, deleted }) => !deleted && / |\/1$/.test(text));
    const post = firsts[n % Math.max(1, firsts.length)];
    const of = model.alerts.find(({ name }) => name === alertOf(post?.text ?? ""));
    if (post === undefined || of === undefined) return;
    model.edits.set(post.id, await real.edit(of, post.id));
  }),
);

/** As often as they happen, and often enough that they meet. */
const OFTEN: readonly (readonly [number, fc.Arbitrary<Command>])[] = [
  [6, plan],
  [8, order],
  [6, pass],
  [5, crash],
  [2, pause],
  [1, end],
  [1, history],
  [2, remove],
  [3, edit],
];

export const commands = (most: number) =>
  fc.commands<Model, Real, false>(
    OFTEN.flatMap(([times, one]) => Array.from({ length: times }, () => one)),
    { maxCommands: most, size: "max" },
  );
