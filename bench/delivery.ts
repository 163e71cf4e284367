// One alert, the begin of a curfew, to thousands of channels: how fast it goes out, what Discord refuses, and how people are answered meanwhile; beside a bare
// loop that posts the same. Must never measure the idle bot in another run than the busy one.
import type { ChildProcess } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Question } from "./cases.ts";
import { type DeliveryFigures, percentile, postFigures, spreadOf } from "./figures.ts";
import { order } from "./orders.ts";
import { bot, cpu, end, finished, helper, resident } from "./processes.ts";

interface Plan {
  channels: number;
  /** Questions before any is measured; ms from one to the next. */
  warm: number;
  every: number;
  /** Node's own options for the bot, for profiles. */
  nodeArgs: readonly string[];
  say: (text: string) => void;
}

/** Two minutes before a curfew begins in four provinces of the data that ships. */
const AT = "2026-03-15T22:58:00-05:00";
/** The floor does the same every second: so many posts of it are enough. */
const SAMPLE = 1_000;
const SUBSCRIBED = "2026-03-15T12:00:00-05:00";
const QUESTIONS: Question[] = ["curfew", "strikes"].map((name) => ({ language: "en", name, options: {} }));

export async function measuredDelivery(folder: string, plan: Plan): Promise<DeliveryFigures> {
  const { channels, warm, every, nodeArgs, say } = plan;
  const standIn = helper("stand-in");
  const at = await order(standIn, { do: "open", scene: "delivery", at: AT });
  const audience = await order(standIn, { do: "guilds", scene: "delivery", channels });
  say(`delivery: subscribing ${channels} channels`);
  const [list, store] = [join(folder, "audience.json"), `sqlite:${join(folder, "delivery.sqlite")}`];
  await writeFile(list, JSON.stringify(audience));
  await finished(helper("subscribe", [store, list, SUBSCRIBED]), "Subscribing");
  const child = bot(
    { ...clientOf(at), CLOCK: `${at.url}/clock`, HOME_GUILD_IDS: at.guildId, STORE_URL: store },
    nodeArgs,
  );
  await order(standIn, { do: "online", scene: "delivery" });
  say("delivery: asking the idle bot");
  const asking = { scene: "delivery", questions: QUESTIONS, every } as const;
  await order(standIn, { do: "edge", ...asking, posts: 0 });
  await order(standIn, { do: "paced", ...asking, every: 5, times: warm });
  const before = await order(standIn, { do: "paced", ...asking, times: Math.ceil(channels / 10) });
  const [memoryBefore, worked] = [resident(child), cpu(child)];
  say(`delivery: one alert to ${channels} channels`);
  const alert = await order(standIn, { do: "edge", ...asking, posts: channels });
  const [memoryAfter, work] = [resident(child), cpu(child)];
  await end(child);
  const floor = await looped(standIn, alert.posts.body, plan);
  await end(standIn);
  const { posted } = alert.posts;
  return {
    channels,
    guilds: audience.guilds.length,
    bot: postFigures(posted, alert.posts),
    floor,
    answers: QUESTIONS.map(({ name }, i) => ({
      row: `/${name}`,
      idle: spreadOf(before[i]?.took ?? []),
      meanwhile: spreadOf(alert.asked[i]?.took ?? []),
      late: (before[i]?.late ?? 0) + (alert.asked[i]?.late ?? 0),
    })),
    first: percentile(posted, 0) - alert.at,
    last: percentile(posted, 1) - alert.at,
    planned: alert.planned,
    work: work === undefined || worked === undefined ? undefined : (work - worked) / channels,
    memoryBefore,
    memoryAfter,
  };
}

/** The bot's own words, posted by the floor into a Discord of its own. */
async function looped(standIn: ChildProcess, said: Record<string, unknown>, { channels, say }: Plan) {
  say("delivery: the floor");
  const sample = Math.min(channels, SAMPLE);
  const at = await order(standIn, { do: "open", scene: "loop", at: AT });
  const { guilds } = await order(standIn, { do: "guilds", scene: "loop", channels: sample });
  const loop = helper("loop", [], clientOf(at));
  const posted = order(standIn, { do: "posts", scene: "loop", posts: sample });
  const { nonce: _, enforce_nonce: __, ...body } = said;
  loop.send({ channels: guilds.flatMap((one) => one.channels), body });
  const posts = await posted;
  await end(loop);
  return postFigures(posts.posted, posts);
}

const clientOf = ({ url, token }: { url: string; token: string }) => ({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: `${url}/api`,
});
