// The figures as a table that is read in a terminal and pasted into a document. Words only.
import type { CurfewFigures, DeliveryFigures, MatchingFigures, PostFigures, Run, SizeFigures } from "./figures.ts";

/** The p50 that the bot should reach, as a multiple of the floor's. */
export const TARGET = 1.2;

/** Requests a second that a bot has. */
const DISCORD = 50;

export function table({ machine, node, commit, at, quick, sizes, curfews, matching, delivery }: Run): string {
  return [
    `${machine}, Node ${node}, commit ${commit}, ${at}${quick ? "; quick: these figures mean nothing" : ""}`,
    ...sizes.flatMap((size) => ["", ...sizeLines(size)]),
    ...(curfews === undefined ? [] : ["", ...curfewLines(curfews)]),
    ...(matching === undefined ? [] : ["", ...matchingLines(matching)]),
    ...(delivery === undefined ? [] : ["", ...deliveryLines(delivery)]),
  ].join("\n");
}

function sizeLines(size: SizeFigures): string[] {
  const within = size.rows.filter(({ bot, floor }) => bot.p50 <= floor.p50 * TARGET).length;
  const late = size.rows.reduce((sum, row) => sum + row.late, 0);
  return [
    `${thousands(size.strikes)} strikes in the log: p50 within ${TARGET} of the floor in ${within} of ${size.rows.length} rows`,
    aligned([
      ["", "p50 ms", "floor", "ratio", "p99 ms", "floor", "ratio", "per s", "floor", "ratio"],
      ...size.rows.map(({ row, bot, floor }) => [
        row,
        ...beside(bot.p50, floor.p50, 2),
        ...beside(bot.p99, floor.p99, 2),
        ...beside(bot.perSecond, floor.perSecond, 0),
      ]),
    ]),
    ...(late === 0 ? [] : [`  ${late} questions were not answered within three seconds and are in no figure`]),
    aligned([
      ["start-up, cold store", seconds(size.startCold)],
      ["start-up, warm store", seconds(size.startWarm)],
      ["memory at rest", mebibytes(size.memoryAtRest)],
      ["memory after the run", mebibytes(size.memoryAfter)],
      ["store", mebibytes(size.store)],
      ["one strike recorded: confirmed", milliseconds(size.recordConfirmed)],
      ["one strike recorded: shown by /strikes", milliseconds(size.recordShown)],
    ]),
  ];
}

function curfewLines({ curfews, rows }: CurfewFigures): string[] {
  const aimed = rows.filter(({ target }) => target !== undefined);
  const within = aimed.filter(({ p50, target }) => p50 <= (target ?? 0)).length;
  const microseconds = (n: number | undefined) => (n === undefined ? "" : n.toFixed(n < 100 ? 1 : 0));
  return [
    `${thousands(curfews)} curfews in the log, the rules alone: p50 within the target in ${within} of ${aimed.length} rows`,
    aligned([
      ["", "p50 us", "target", "scan", "ratio", "p99 us", "scan"],
      ...rows.map(({ row, p50, p99, scan, target }) => [
        row,
        microseconds(p50),
        microseconds(target),
        microseconds(scan?.p50),
        scan === undefined ? "" : (p50 / scan.p50).toFixed(3),
        microseconds(p99),
        microseconds(scan?.p99),
      ]),
    ]),
  ];
}

function matchingLines({ subscriptions, channels, heard, rows }: MatchingFigures): string[] {
  const ms = (n: number | undefined) => (n === undefined ? "" : n.toFixed(2));
  return [
    `${thousands(subscriptions)} subscriptions of ${thousands(channels)} channels, one alert: ${thousands(heard[0])} channels hear of the change, ${thousands(heard[1])} of the strike`,
    aligned([
      ["", "p50 ms", "target", "walk", "ratio", "p99 ms", "walk"],
      ...rows.map(({ row, p50, p99, walk, target }) => [
        row,
        ms(p50),
        target === undefined ? "" : target.toFixed(0),
        ms(walk?.p50),
        walk === undefined ? "" : (p50 / walk.p50).toFixed(3),
        ms(p99),
        ms(walk?.p99),
      ]),
    ]),
  ];
}

function deliveryLines(delivery: DeliveryFigures): string[] {
  const { channels, guilds, bot, floor, answers, first, last, planned, work, memoryBefore, memoryAfter } = delivery;
  const late = answers.reduce((sum, one) => sum + one.late, 0);
  const posted = (row: string, { posts, perSecond, most, global, other }: PostFigures) => [
    row,
    thousands(posts),
    perSecond.toFixed(1),
    (perSecond / DISCORD).toFixed(3),
    most.toFixed(0),
    global.toFixed(0),
    other.toFixed(0),
  ];
  return [
    `one alert to ${thousands(channels)} channels in ${guilds} servers: ${(bot.perSecond / DISCORD).toFixed(2)} of Discord's ${DISCORD} a second`,
    aligned([
      ["", "posts", "per s", `of ${DISCORD}`, "most in 1 s", "429 global", "429 other"],
      posted("the bot", bot),
      posted("a loop of discord.js' REST", floor),
    ]),
    aligned([
      ["answers meanwhile", "p50 ms", "idle", "ratio", "p99 ms", "idle", "ratio", "asked", "idle"],
      ...answers.map(({ row, idle, meanwhile }) => [
        row,
        ...beside(meanwhile.p50, idle.p50, 2),
        ...beside(meanwhile.p99, idle.p99, 2),
        meanwhile.asked.toFixed(0),
        idle.asked.toFixed(0),
      ]),
    ]),
    ...(late === 0 ? [] : [`  ${late} questions were not answered within three seconds and are in no figure`]),
    aligned([
      ["first post after the edge", milliseconds(first)],
      ["last post after the edge", seconds(last / 1_000)],
      ["every row planned after the edge", milliseconds(planned)],
      ["processor time for each channel", work === undefined ? "not told here" : milliseconds(work)],
      ["memory before", mebibytes(memoryBefore)],
      ["memory after", mebibytes(memoryAfter)],
    ]),
  ];
}

const thousands = (n: number) => n.toLocaleString("en-US");
const seconds = (n: number) => `${n.toFixed(2)} s`;
const milliseconds = (n: number) => `${n.toFixed(2)} ms`;
const mebibytes = (n: number | undefined) => (n === undefined ? "not told here" : `${n.toFixed(0)} MiB`);

function beside(bot: number, floor: number, digits: number): string[] {
  return [bot.toFixed(digits), floor.toFixed(digits), (bot / floor).toFixed(2)];
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const cell = (text: string, i: number) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0));
  return rows.map((row) => `  ${row.map(cell).join("  ")}`.trimEnd()).join("\n");
}
