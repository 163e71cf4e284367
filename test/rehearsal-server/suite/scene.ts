// What every behaviour of the suite is given, and how it reads what a reader was shown. Must never start anything: stand-in-suite.ts does.
import type { Outcome, ShownMessage } from "../../../rehearsal/contract.ts";
import type { Rehearsal } from "../../../rehearsal/rehearsal.ts";
import type { Abilities, Play, StandInClient } from "./client.ts";

/** What each behaviour is given, new for each of them. */
export interface Scene {
  discord: Rehearsal;
  client: StandInClient;
  play: Play;
  /** The channels of the rehearsal, and a second client of the same kind where one is needed. */
  channel: (name: string) => string;
  another: (token: string) => StandInClient;
  ask: (
    reader: string,
    name: string,
    options?: Record<string, string | number>,
    subcommand?: string,
  ) => Promise<Outcome>;
  texts: (channelName?: string) => string[];
}

export interface Behaviours {
  /** Of every client. */
  always: (title: string, act: (scene: Scene) => Promise<void>) => void;
  /** Of a client with this ability. */
  where: <K extends keyof Abilities>(
    ability: K,
    title: string,
    act: (scene: Scene, can: Abilities[K]) => Promise<void>,
  ) => void;
}

export function shownBy(outcome: Outcome): ShownMessage {
  if (outcome.kind !== "message" && outcome.kind !== "update") throw new Error(`No answer: ${JSON.stringify(outcome)}`);
  return outcome.shown;
}

export const textOf = (outcome: Outcome): string => shownBy(outcome).message.content;
