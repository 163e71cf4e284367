// What the stand-in's own suite asks of a client, and the little play that each client puts on for it. Types and words only: it knows no library.
import type { Rehearsal } from "../../../rehearsal/rehearsal.ts";

/** What became of one attempt to post. */
export type Posted =
  | { is: "sent"; id: string }
  /** Discord asks to wait, machine milliseconds. */
  | { is: "wait"; ms: number }
  | { is: "no"; why: "gone" | "forbidden" | "closed" | "form" }
  /** It may stand there or not. */
  | { is: "unsure" };

export interface How {
  nonce: string;
  silent?: boolean;
  /** Goes into the footer of an embed. */
  mark?: string;
}

/** What not every client can. What it cannot it says in `cannot`, with the reason, and the suite lists it. */
export interface Abilities {
  /** How many servers it knows. */
  guilds: () => number;
  /** Its commands as Discord has them. */
  listed: () => Promise<{ id: string; name: string; spanish: string | undefined }[]>;
  edit: (channelId: string, messageId: string, content: string) => Promise<Posted>;
  remove: (channelId: string, messageId: string) => Promise<Posted>;
  /** Answers a message; a plain one where that is gone. */
  reply: (channelId: string, messageId: string, content: string) => Promise<Posted>;
  dm: (readerId: string, content: string) => Promise<Posted>;
  upload: (channelId: string, file: { name: string; bytes: Uint8Array; description: string }) => Promise<Posted>;
  /** The code with which Discord refuses a second first answer; the play's `twice` gives it. */
  second: () => Promise<number>;
  /** The play's `form` opens a form and answers what was filled in. */
  form: () => void;
  /** The play has a command "Why?" on messages. */
  onMessage: () => void;
}

export interface StandInClient {
  /** Logs in, registers the commands of the play, and resolves when both are done. Rejects when Discord refuses the token. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isConnected(): boolean;
  /** Ids of channels and servers it heard to be gone. */
  gone(): string[];
  post(channelId: string, content: string, how: How): Promise<Posted>;
  /** The message that carries the mark, looked for from `since` (world time) to the newest. */
  find(channelId: string, mark: string, since: number): Promise<string | undefined>;
  /** Permissions it lacks there, of those that a post needs, by Discord's names. */
  missing(channelId: string): Promise<readonly string[] | "no such channel">;
  /** World time, by Discord's Date header. */
  serverTime(): Promise<number | undefined>;
  can: Partial<Abilities>;
}

export interface ClientUnderTest {
  make(rehearsal: Rehearsal, play: Play, token?: string): StandInClient;
  cannot: Partial<Record<keyof Abilities, string>>;
}

/**
 * What both clients play, with the names of Vigía's own commands:
 * `/curfew place` answers `place=X lang=en` to who asked, with these words for a place:
 *   public (for all to see), many (one, two, three), slow and slow-public (deferred at once, "done" when the play lets go), never (no answer
 *   until it lets go, then too late), buttons (see below), twice, form; suggestions begin with what is typed.
 * `/strikes min-killed` answers `min-killed=N`; `/alerts subscribe channel` answers `channel=ID`; `/record strike`, in the team's server
 * and for who may, answers `noted`. The button of "page 1" turns it into "page 2" in place, its menu answers `picked X` for all.
 */
export class Play {
  readonly suggestions = ["Guayas", "Los Ríos", "El Oro"];
  /** What was answered, in order. */
  readonly heard: string[] = [];
  #wait: Promise<void>;
  #go: () => void = () => {};

  constructor() {
    this.#wait = new Promise((resolve) => {
      this.#go = resolve;
    });
  }

  letGo(): void {
    this.#go();
  }

  /** Until the play is let go. */
  get held(): Promise<void> {
    return this.#wait;
  }
}

export const LATE = "late";
