// The stand-in for Discord, as a process of its own: opens a rehearsal for each bot and does the timing where the answers arrive. Without page and
// without checks of answers against Discord's description. Must never let the one bot's end fall into the other's time.
import { setTimeout as pause } from "node:timers/promises";
import type { Outcome } from "../rehearsal/contract.ts";
import type { Question } from "./cases.ts";
import { Order } from "./orders.ts";
import { postsIn, spread, Until } from "./posts.ts";
import { machine, Scene } from "./scene.ts";

const scenes = new Map<string, Scene>();
/** Between two questions: what the one bot still does after its answer is not the other's wait. */
const REST = 2;
/** After so long without another message an answer is whole. */
const LAST = 100;

function sceneOf(name: string): Scene {
  const scene = scenes.get(name);
  if (scene === undefined) throw new Error(`There is no scene ${name}.`);
  return scene;
}

/** Each newer than the last, and no two of one day and region: the card would warn of the others, line by line. */
function newest(i: number) {
  const region = ["caribbean", "eastern-pacific", "undisclosed"][i % 3] ?? "";
  return { date: `2026-11-${16 + (Math.floor(i / 3) % 7)}`, region, link: `https://example.org/bench/${i}` };
}

function good(outcome: Outcome): void {
  if (outcome.kind === "failed") throw new Error(`Not answered: ${outcome.why}`);
}

/** From the dispatch to the arrival of the whole first answer; undefined where none came within Discord's three seconds. */
async function once(scene: Scene, question: Question, more: number): Promise<number | undefined> {
  const followed = scene.followed + more;
  const { kind } = await scene.ask(question);
  if (kind === "failed") return undefined;
  const took = scene.arrived - scene.dispatched;
  await scene.followedUp(followed);
  return took;
}

const DOES: { [Do in Order["do"]]: (order: Extract<Order, { do: Do }>) => Promise<unknown> } = {
  async open({ scene: name, at }) {
    const scene = await Scene.open(at);
    scenes.set(name, scene);
    const { url, token, guildId } = scene.rehearsal;
    return { url, token, guildId };
  },
  async close({ scene }) {
    await sceneOf(scene).rehearsal.close();
    scenes.delete(scene);
    return null;
  },
  async online({ scene: name }) {
    const scene = sceneOf(name);
    while (!scene.rehearsal.botOnline || scene.commands.length === 0) await pause(1);
    return null;
  },
  async commands({ scene }) {
    return sceneOf(scene).commands;
  },
  async answer({ scene: name, question, more }) {
    const scene = sceneOf(name);
    const followed = scene.followed + (more ?? 0);
    good(await scene.ask(question));
    await scene.followedUp(followed);
    // Messages after the first come one by one, each within milliseconds of the last.
    if (more === undefined) for (let seen = -1; seen !== scene.followed; await pause(LAST)) seen = scene.followed;
    return scene.last;
  },
  async turns({ scenes: [mine, other], question, warm, times, more }) {
    const took: Record<"mine" | "other", number[]> = { mine: [], other: [] };
    let late = 0;
    const turns = [["mine", sceneOf(mine)] as const, ["other", sceneOf(other)] as const];
    for (let i = -warm; i < times; i += 1) {
      for (const [whose, scene] of i % 2 === 0 ? turns : turns.toReversed()) {
        const length = await once(scene, question, more);
        if (length === undefined) late += 1;
        else if (i >= 0) took[whose].push(length);
        await pause(REST);
      }
    }
    for (const [, scene] of turns) scene.forget();
    return { ...took, late };
  },
  async flood({ scene: name, question, count, inFlight, more }) {
    const scene = sceneOf(name);
    const followed = scene.followed;
    let asked = 0;
    let late = 0;
    let began = Infinity;
    const reader = async () => {
      while (asked < count) {
        asked += 1;
        const answer = scene.ask(question);
        began = Math.min(began, scene.dispatched);
        if ((await answer).kind === "failed") late += 1;
      }
    };
    await Promise.all(Array.from({ length: inFlight }, reader));
    const length = scene.arrived - began;
    await scene.followedUp(followed + (count - late) * more);
    scene.forget();
    return { perSecond: ((count - late) / length) * 1000, late };
  },
  async record({ scene: name, times, question }) {
    const scene = sceneOf(name);
    const took: Record<"confirmed" | "shown", number[]> = { confirmed: [], shown: [] };
    for (let i = 0; i < times; i += 1) {
      const confirm = await scene.card(newest(i));
      await pause(REST);
      const pressed = confirm();
      const sent = scene.dispatched;
      good(await pressed);
      took.confirmed.push(scene.arrived - sent);
      const outcome = await scene.ask(question);
      took.shown.push(scene.arrived - sent);
      good(outcome);
      await pause(REST);
    }
    return took;
  },
  async guilds({ scene, channels }) {
    return spread(sceneOf(scene), channels);
  },
  async paced({ scene, times, ...how }) {
    let asked = 0;
    return paced(sceneOf(scene), how, () => (asked += 1) <= times);
  },
  async edge({ scene: name, posts, ...how }) {
    const scene = sceneOf(name);
    const all = new Until(scene, posts);
    const at = machine();
    const planned = scene.rehearsal.clock.jump({ by: 1 }).then(() => machine() - at);
    const asked = await paced(scene, how, () => !all.there());
    return { asked, at, planned: await planned, posts: postsIn(scene) };
  },
  async posts({ scene: name, posts }) {
    const scene = sceneOf(name);
    const all = new Until(scene, posts);
    while (!all.there()) await pause(20);
    return postsIn(scene);
  },
};

/** A reader now and then: the next question comes when its time has come and the last was answered. */
async function paced(
  scene: Scene,
  { questions, every }: { questions: readonly Question[]; every: number },
  more: () => boolean,
): Promise<{ took: number[]; late: number }[]> {
  const asked = questions.map((question) => ({ question, took: new Array<number>(), late: 0 }));
  for (let i = 0; more(); i += 1) {
    const rest = pause(every);
    const one = asked[i % asked.length];
    const length = one === undefined ? undefined : await once(scene, one.question, 0);
    if (length !== undefined) one?.took.push(length);
    else if (one !== undefined) one.late += 1;
    await rest;
  }
  return asked.map(({ took, late }) => ({ took, late }));
}

function carryOut(order: Order): Promise<unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's key and the order's own kind are one
  const act = DOES[order.do] as (order: Order) => Promise<unknown>;
  return act(order);
}

process.on("message", (message) => {
  carryOut(Order.parse(message)).then(
    (result) => process.send?.({ result }),
    (fault: unknown) => process.send?.({ fault: fault instanceof Error ? fault.message : String(fault) }),
  );
});
process.once("disconnect", () => process.exit());
