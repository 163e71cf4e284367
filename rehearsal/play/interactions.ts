// Every interaction a reader caused, from its birth to what came of it. Must never let one be answered twice, or after three seconds.
import { randomBytes } from "node:crypto";
import type {
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import type { Outcome } from "../contract.ts";
import { machineNow } from "../world-clock.ts";
import type { Snowflakes } from "../world/snowflake.ts";

/** Machine milliseconds: time for the first answer, for edits after it, and how long the reader's side waits for a deferred answer. */
const FIRST_ANSWER = 3_000;
export const TOKEN_LIFE = 15 * 60_000;
const PATIENCE = 15_000;
/** How many tokens are still known after their life. */
const SPENT = 10_000;

const NO_ANSWER = "The application did not respond within three seconds.";

export interface PendingSpec {
  type: InteractionType;
  readerId: string;
  channelId: string;
  /** The message whose button or menu was used, or whose modal was sent. */
  sourceId?: string;
  /** The words typed, for commands. */
  text?: string;
  /** Type of the option being completed. */
  focusedType?: number;
  metadata: (id: string) => APIMessageInteractionMetadata;
}

export interface Pending extends Omit<PendingSpec, "metadata"> {
  id: string;
  token: string;
  /** Machine milliseconds of its birth. */
  at: number;
  metadata: APIMessageInteractionMetadata;
  answered?: InteractionResponseType;
  /** The message `@original` stands for. */
  originalId?: string;
  /** `@original` and the follow-ups. */
  messageIds: string[];
  modal?: APIModalInteractionResponseCallbackData;
  /** Answers that were refused, in words. */
  refused: string[];
  outcome: Promise<Outcome>;
  settle: (outcome: Outcome) => void;
}

export class Interactions {
  readonly #byToken = new Map<string, Pending>();
  readonly #ids: Snowflakes;
  readonly #firstAnswer: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Tokens that lived once, the last of them. */
  readonly #spent = new Set<string>();

  /** `firstAnswer`: machine milliseconds, Discord's when left out. */
  constructor(ids: Snowflakes, firstAnswer = FIRST_ANSWER) {
    this.#ids = ids;
    this.#firstAnswer = firstAnswer;
  }

  open(spec: PendingSpec): Pending {
    const id = this.#ids.next();
    const token = randomBytes(66).toString("base64url");
    const { promise, settle } = outcomeOf();
    const born = { ...spec, id, token, at: machineNow(), metadata: spec.metadata(id) };
    const pending: Pending = { ...born, messageIds: [], refused: [], outcome: promise, settle };
    this.#forgetOld();
    this.#byToken.set(token, pending);
    this.#after(this.#firstAnswer, () => {
      if (pending.answered === undefined)
        pending.settle({ kind: "failed", why: [NO_ANSWER, ...pending.refused].join(" ") });
    });
    return pending;
  }

  /** Its time for a first answer is over. */
  isLate({ at }: Pending): boolean {
    return machineNow() - at > this.#firstAnswer;
  }

  byToken(token: string): Pending | undefined {
    return this.#byToken.get(token);
  }

  /** It was an interaction's, and its life is over. */
  isSpent(token: string): boolean {
    return this.#spent.has(token);
  }

  byId(id: string): Pending | undefined {
    return [...this.#byToken.values()].find((one) => one.id === id);
  }

  /** A deferred answer is waited for this long, then `otherwise` is what came of it. */
  waitForEdit(pending: Pending, otherwise: () => Outcome): void {
    this.#after(PATIENCE, () => pending.settle(otherwise()));
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const pending of this.#byToken.values()) pending.settle({ kind: "failed", why: "The rehearsal has ended." });
  }

  /** In the order of their births. One whose modal is still open is kept: it can be sent in at any time. */
  #forgetOld(): void {
    const now = machineNow();
    for (const [token, { at, modal }] of this.#byToken) {
      if (now - at <= TOKEN_LIFE) break;
      if (modal) continue;
      this.#byToken.delete(token);
      this.#spent.add(token);
    }
    for (const token of this.#spent) {
      if (this.#spent.size <= SPENT) break;
      this.#spent.delete(token);
    }
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}

/** A promise with its resolver; only the first outcome counts. */
function outcomeOf(): { promise: Promise<Outcome>; settle: (outcome: Outcome) => void } {
  let settle: (outcome: Outcome) => void = () => {};
  const promise = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
