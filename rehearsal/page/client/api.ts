// The page's questions to its own server, over loopback. It never asks another host, and every failure comes back as a sentence.
import type { CommandView, FaultOrder, Outcome, Snapshot, WorldChange } from "../../contract.ts";

/** What the clock's buttons ask for; `by` in minutes. */
export type ClockOrder =
  | { action: "jump"; by?: number; to?: string }
  | { action: "outage"; by?: number; to?: string }
  | { action: "rate"; rate: number };

type Body = Record<string, unknown>;

const isBody = (value: unknown): value is Body => typeof value === "object" && value !== null && !Array.isArray(value);

// The server and the page come from one build; what is checked here is only that the server answered and not something else.
const isSnapshot = (value: unknown): value is Snapshot =>
  isBody(value) && Array.isArray(value["channels"]) && Array.isArray(value["readers"]) && isBody(value["messages"]);
const isCommands = (value: unknown): value is CommandView[] => Array.isArray(value);
const outcomes = new Set<unknown>(["message", "update", "modal", "choices", "failed"]);
const isOutcome = (value: unknown): value is Outcome => isBody(value) && outcomes.has(value["kind"]);
const isAnything = (value: unknown): value is unknown => value !== undefined;

function jsonOf(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function ask<T>(path: string, fits: (value: unknown) => value is T, body?: object): Promise<T> {
  const init =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/rehearsal/${path}`, init);
  const text = await response.text();
  const said = jsonOf(text);
  if (!response.ok) {
    throw new Error(isBody(said) && typeof said["error"] === "string" ? said["error"] : `HTTP ${response.status}`);
  }
  if (!fits(said)) throw new Error(`/rehearsal/${path} answered something unexpected.`);
  return said;
}

export const readState = (): Promise<Snapshot> => ask("state", isSnapshot);
export const readCommands = (readerId: string, channelId: string): Promise<CommandView[]> =>
  ask(`commands?${new URLSearchParams({ reader: readerId, channel: channelId }).toString()}`, isCommands);
export const moveClock = (order: ClockOrder): Promise<unknown> => ask("clock", isAnything, order);

/** What is done to the world, and what a reader writes without a command: no answer is waited for but "done". */
export type Order =
  | { path: "world"; body: WorldChange }
  | { path: "fault"; body: FaultOrder }
  | { path: "fault-off"; body: { id: string } }
  | { path: "scenario"; body: { action: "next" | "all" } }
  | { path: "say"; body: { readerId: string; channelId: string; content: string } };

export const order = ({ path, body }: Order): Promise<unknown> => ask(path, isAnything, body);

/** Everything a reader can do. A refusal or an unreachable server is an outcome too: the reader sees it as Discord's red line. */
export async function act(
  path: "type" | "autocomplete" | "press" | "select" | "submit" | "apps",
  body: object,
): Promise<Outcome> {
  try {
    return await ask(path, isOutcome, body);
  } catch (error) {
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}
