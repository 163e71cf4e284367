// When all is settled: what each channel was owed against what stands there, and whether what does not stand has a reason that is so. Rows are asked only why
// something was not shown. It must never ask the rules of the program, and imports nothing of src/ but types.
import type { Alert } from "../../../src/domain/alert.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Clocks } from "./attack-clock.ts";
import * as m from "./attack-model.ts";
import type { Oracle } from "./attack-oracle.ts";
import type { Shown } from "./attack-scene.ts";
import type { Book, World } from "./attack-world.ts";

interface End {
  world: World;
  oracle: Oracle;
  shown: readonly Shown[];
  rows: readonly Delivery[];
  /** Where words go that a channel cannot be told: the server's own, and its people's. */
  system: string;
  owner: string;
}
const isAside = (end: End, channel: string) => channel === end.system || channel.startsWith("dm");

export function judgeEnd(end: End) {
  const { rows, oracle } = end;
  for (const { state, reason, alert, destination } of rows)
    if (["planned", "again", "sending", "unsure", "held"].includes(state) && alert.kind !== "board")
      oracle.fault(`(7) undecided at the end: ${alert.kind} ${state} ${reason}`, destination);
  for (const book of end.world.books) {
    for (const blow of end.world.blows) account(end, book, blow);
    windows(end, book);
    reasons(end, book);
    care(end, book);
  }
}

/** That a channel takes no alerts is told to who looks after it then, by name and in a message of their own. */
function care({ world, oracle, shown, system, owner }: End, book: Book) {
  const isWord = ({ was }: Shown) =>
    /^🔕 (Alerts for|Las alertas de)/.test(was.content) && was.content.includes(book.id);
  const direct = shown.filter((one) => one.channel.startsWith("dm") && isWord(one));
  for (const one of shown.filter((word) => word.channel === system && isWord(word))) {
    const minute = world.clocks.minuteOf(one.at);
    // It may have been put into words a while before it could be posted.
    const carers = [...world.carers(minute - 10, minute, owner)];
    if (!carers.some((who) => one.was.content.includes(who)))
      oracle.fault(`(10) ${carers.join()} looks after it: ${one.was.content}`, system);
    if (!direct.some(({ at, channel }) => at >= one.at - 10 * 60_000 && carers.some((who) => channel === `dm${who}`)))
      oracle.fault(`(10) ${carers.join()} was not told: ${one.was.content}`, system);
  }
  for (const one of direct) {
    const minute = world.clocks.minuteOf(one.at);
    const carers = world.carers(minute - 10, minute, owner);
    // What was subscribed to after a handover was not handed over with the rest.
    const last = world.handovers.findLast(({ from }) => from <= minute);
    if (m.asOf(book.snapshots, minute)?.subs.some(({ since }) => world.clocks.minuteOf(since) >= (last?.from ?? 0)))
      carers.add(owner);
    if (![...carers].some((who) => one.channel === `dm${who}`))
      oracle.fault(`(10) told to ${one.channel}, who does not look after it: ${one.was.content}`, one.channel);
  }
}

/** Each curfew that a channel listened through: told by something, or wholly inside its quiet hours. */
function windows({ world, oracle, rows }: End, book: Book) {
  const { history, minute, clocks } = world;
  const listens = (at: number) => {
    const subs = m.asOf(book.snapshots, at)?.subs ?? [];
    return ["begins", "ends", "changes"].every((topic) => m.hearsOf(subs, topic));
  };
  const told = rows.filter(
    ({ destination, state, edits }) => destination === book.id && state === "sent" && edits === undefined,
  );
  for (let begin = 0; begin < minute - 60; begin += 1) {
    if (history[begin] !== true || history[begin - 1] === true) continue;
    const end = history.indexOf(false, begin);
    if (end < 0 || end > minute - 60) continue;
    const all = Array.from({ length: end - begin + 1 }, (_, i) => begin + i);
    if (!all.every(listens) || !listens(begin - 1)) continue;
    // Whoever took it away before it could be told took its news away.
    if ([...book.gaps.values()].some((gaps) => gaps.some(([from]) => from >= begin))) continue;
    if (all.slice(0, -1).every((at) => world.isQuiet(book, at))) continue;
    if (!told.some(({ alert }) => tells(alert, begin, end, clocks)))
      oracle.fault(`(8) ${world.clocks.wall(begin)} to ${world.clocks.wall(end)} was told by nothing`, book.id);
  }
}

/** What was not shown has a reason that is so, and an owner who knows of it where there is one to know. */
function reasons(end: End, book: Book) {
  const { world, oracle, shown, rows } = end;
  const own = rows.filter(({ destination }) => destination === book.id);
  const words = shown.filter(({ channel }) => isAside(end, channel));
  const notes = own.flatMap(({ alert, state }) =>
    alert.kind === "quiet.over" && state !== "expired" ? alert.held : [],
  );
  for (const row of own) {
    const { state, reason, alert, subscriptions, id } = row;
    const name = `${alert.kind} ${state} ${reason}`;
    if (state === "failed" || state === "parked") oracle.fault(`(7) ${name}`, book.id);
    if (state === "expired" && !words.some((one) => m.wholeOf(one.was).includes(book.id)))
      oracle.fault(`(7) nobody was told: ${name}`, book.id);
    if (state === "expired" && !["forbidden", "channel-paused"].includes(reason) && world.outages === 0)
      oracle.fault(`(7) ${name}`, book.id);
    if (state !== "skipped") continue;
    if (reason === "subscription-ended" && !subscriptions.every((sub) => book.gaps.has(sub)))
      oracle.fault(`(7) not so: ${name}`, book.id);
    const inNote = reason === "told-after-quiet" || reason === "told-with-quiet";
    if (inNote && !notes.includes(id)) oracle.fault(`(7) in no note: ${name}`, book.id);
  }
}

/** A strike that was owed: told, with its newest figure, or taken back in words. */
function account(end: End, book: Book, blow: m.Blow) {
  const { world, oracle, shown } = end;
  if (blow.withdrawn === -1) return;
  const last = shown.findLast(({ channel, was }) => channel === book.id && m.isAbout(blow, m.wholeOf(was)));
  if (last === undefined) {
    const owed = book.owed.get(blow.id);
    if (owed === undefined || blow.withdrawn !== undefined) return;
    const ended = owed.subs.every((sub) =>
      (book.gaps.get(sub) ?? []).some(([from, to]) => from >= owed.at && to === Infinity),
    );
    if (ended) return;
    const told = shown.filter(({ channel }) => isAside(end, channel));
    if (told.some((one) => m.wholeOf(one.was).includes(book.id) && one.at > world.clocks.at(owed.at + 71 * 60))) return;
    oracle.fault(`(3) ${blow.id} of ${world.clocks.wall(owed.at)} never told`, book.id);
    return;
  }
  const text = m.wholeOf(last.was);
  if (blow.withdrawn !== undefined) {
    if (!/^(WITHDRAWN|RETIRADO)/.test(last.was.content) && last.at < world.clocks.at(blow.withdrawn))
      oracle.fault(`(3) ${blow.id} withdrawn, and nobody says so: ${last.was.content}`, book.id);
  } else if (blow.killed !== undefined && !new RegExp(`\\b${blow.killed} (killed|muert)`).test(text))
    oracle.fault(`(3) ${blow.id}: ${blow.killed} killed by now, told: ${last.was.content}`, book.id);
}

/** Whether an alert speaks of the hours of this curfew. */
function tells(alert: Alert, begin: number, end: number, clocks: Clocks): boolean {
  if (alert.kind === "quiet.over") return alert.tells.some((one) => tells(one, begin, end, clocks));
  if ("changes" in alert) return clocks.minuteOf(alert.at) <= end && clocks.minuteOf(alert.at) > begin - 1440;
  const groups =
    alert.kind === "vigia.down" ? alert.missed.flatMap((one) => one.groups) : "groups" in alert ? alert.groups : [];
  return groups.some(
    ({ since, until }) => clocks.minuteOf(since) <= end && begin <= clocks.minuteOf(until ?? Infinity),
  );
}
