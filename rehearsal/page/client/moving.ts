// Moves the world clock for the page: a long jump goes in pieces, so that it can be stopped between them. Each minute is played all the same.
import { moveClock } from "./api.ts";
import type { ClockOrder } from "./api.ts";
import { because, sayIn } from "./orders.ts";
import type { PageState } from "./state.ts";
import { isoOf, worldNow } from "./world-clock.ts";

const minute = 60_000;
/** Minutes of one piece: short enough that "Stop" is heard within a second or so. */
const piece = 30;

function target(order: ClockOrder, nowMs: number): number | undefined {
  if (order.action === "rate") return undefined;
  return order.to === undefined ? nowMs + (order.by ?? 0) * minute : Date.parse(order.to);
}

/** The orders that make up one: pieces of a jump end on whole pieces from where it began, the last one where it was meant to. */
export function piecesOf(order: ClockOrder, nowMs: number): ClockOrder[] {
  const to = target(order, nowMs);
  if (order.action !== "jump" || to === undefined || to - nowMs <= piece * minute) return [order];
  const pieces: ClockOrder[] = [];
  for (let at = nowMs + piece * minute; at < to; at += piece * minute) pieces.push({ action: "jump", to: isoOf(at) });
  return [...pieces, { action: "jump", to: isoOf(to) }];
}

async function travel(order: ClockOrder, state: PageState, draw: () => void): Promise<void> {
  const fromMs = worldNow(state.reading, performance.now());
  const toMs = target(order, fromMs);
  const { frame } = state;
  if (toMs !== undefined) frame.journey = { fromMs, toMs, outage: order.action === "outage", stopping: false };
  for (const part of piecesOf(order, fromMs)) {
    if (frame.journey?.stopping === true) return;
    await moveClock(part);
    draw();
  }
}

/** Carries the order out and says when it is done; a refusal is shown beside the clock. `arrived` tells where the clock is then. */
export async function moveWorld(
  order: ClockOrder,
  state: PageState,
  draw: () => void,
  words: () => { moving: string; arrived: string },
): Promise<void> {
  if (state.movingClock) return;
  state.movingClock = true;
  state.clockError = undefined;
  if (order.action !== "rate") sayIn(state, words().moving);
  draw();
  try {
    await travel(order, state, draw);
    sayIn(state, words().arrived);
  } catch (error) {
    state.clockError = because(error);
  }
  state.movingClock = false;
  state.frame.journey = undefined;
  draw();
}
