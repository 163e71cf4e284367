// /alerts status: how the alerts of this server's channels are doing. Reads only, for who may change them.
import { type Answer, answer, type Context, Refusal } from "../../src/command.ts";
import { isHeldForQuiet } from "../../src/domain/delivery.ts";
import { isPaused } from "../../src/domain/quiet.ts";
import { texts } from "../../src/text/index.ts";
import { nearestPage, pageOf } from "../../src/views/paging.ts";
import { type ChannelStatus, statusView } from "../../src/views/settings/status.ts";
import { allowed, inServer, isOwned } from "./allowed.ts";
import { isDirect } from "./directs.ts";
import { sceneFor } from "./why.ts";

/** Channels that a phone shows without losing the first from sight. */
const PAGE = 5;
const NOT_THERE = new Set(["failed", "expired", "parked"]);

export async function status(wanted: number, context: Context, to: Answer["to"] = "asker"): Promise<Answer> {
  const direct = isDirect(context);
  const guild = context.subscriptions.list(direct ? inServer(context) : allowed(context));
  // What comes to one person alone is nobody else's to see, and all that is asked about there.
  const listed = guild.filter((one) =>
    direct ? one.destination.id === context.channelId : one.destination.kind !== "dm" || isOwned(one, context),
  );
  const { accounts, language } = context;
  if (accounts === undefined) throw new Refusal(texts(language).why.onlyServer);
  const newest = accounts.newest();
  const all = listed.map((one) => ({
    ...one,
    ...newest.get(one.destination.id),
    waiting: accounts.waiting(one.destination.id),
  }));
  // What waits for the end of quiet hours is where it should be.
  const isStuck = (one: (typeof all)[number]) => one.waiting.some((row) => !isHeldForQuiet(row));
  const isFailing = (one: (typeof all)[number]) => one.newest !== undefined && NOT_THERE.has(one.newest.state);
  const weight = (one: (typeof all)[number]) =>
    one.destination.paused !== undefined ? 0 : isFailing(one) ? 1 : isStuck(one) ? 2 : 3;
  // What needs somebody first.
  const sorted = [...all].sort((a, b) => weight(a) - weight(b));
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
  const page = nearestPage(wanted, pages);
  const read = async (key: string | undefined) => (key === undefined ? undefined : accounts.read(key));
  const shown = sorted.slice((page - 1) * PAGE, page * PAGE).map(async (one): Promise<ChannelStatus> => ({
    destination: one.destination,
    subscriptions: one.subscriptions,
    delivered: await read(one.delivered?.key),
    newest: await read(one.newest?.key),
    waiting: one.waiting,
    about: one.destination.paused === undefined ? [] : await accounts.about(one.destination.id),
  }));
  return answer(
    statusView(
      {
        channels: all.length,
        troubled: {
          paused: all.filter((one) => one.destination.paused !== undefined).length,
          waiting: all.filter(isStuck).length,
          failed: all.filter(isFailing).length,
        },
        quiet: {
          paused: all.filter((one) => isPaused(one.destination, context.now)).length,
          waiting: all.filter((one) => one.waiting.some(isHeldForQuiet)).length,
        },
        page,
        pages,
        turn: (next) => ({ name: "alerts.status", args: [next] }),
        shown: await Promise.all(shown),
        planned: accounts.planned(),
      },
      sceneFor(context),
    ),
    to,
  );
}

export async function statusTurned([to]: readonly string[], context: Context): Promise<Answer> {
  const page = pageOf(to);
  if (page === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return status(page, context, "update");
}
