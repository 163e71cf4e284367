// Faults ordered in advance, by a test or by the page: the next requests that match get them instead of, or after, the real answer.
// Must never outlive its count, nor let a request through while an ordered 429 still holds.
import type { FaultOrder, FaultName, FaultTarget, PendingFault } from "../contract.ts";
import { machineNow } from "../world-clock.ts";
import { isRecord } from "./errors.ts";
import { faultOf, type Asked, type OrderedFault, type Scope } from "./fault-kinds.ts";

export type { OrderedFault } from "./fault-kinds.ts";

export type RequestTest = (request: Asked) => boolean;

interface Order {
  matches: RequestTest;
  fault: (asked: Asked) => OrderedFault;
  left: number;
  named?: FaultOrder & { id: string };
}

/** Where a request stands towards rate limits: its bucket, and whether the limit of the whole bot counts it. */
export interface Place {
  bucket: string;
  global: boolean;
}

interface Hold extends Pick<Place, "bucket"> {
  scope: Scope;
  /** Machine milliseconds. */
  until: number;
}

/** The channel of an interaction, by its token. */
type ChannelOf = (token: string) => string | undefined;

const CHANNEL = String.raw`^/channels/\d+`;
const TARGETS: Record<FaultTarget, RequestTest> = {
  posts: route("POST", `${CHANNEL}/(messages|threads)$`),
  edits: route("PATCH", `${CHANNEL}/messages/`),
  deletions: ({ method, path }) =>
    (method === "DELETE" && /^\/channels\/\d+\/messages\//u.test(path)) || path.endsWith("/messages/bulk-delete"),
  reads: route("GET", `${CHANNEL}/messages`),
  answers: ({ path }) => /^\/(?:interactions|webhooks)\//u.test(path),
  everything: () => true,
};

function route(wanted: string, pattern: string): RequestTest {
  const fits = new RegExp(pattern, "u");
  return ({ method, path }) => method === wanted && fits.test(path);
}

export class FaultOrders {
  #orders: Order[] = [];
  #holds: Hold[] = [];
  #count = 0;
  readonly #waits = new Set<() => void>();
  readonly #changed: () => void;
  readonly #channelOf: ChannelOf;
  readonly #machine: () => number;

  /**
   * @param changed told when the list of named faults changes
   * @param machine machine milliseconds
   */
  constructor(
    changed: () => void = () => {},
    channelOf: ChannelOf = () => undefined,
    machine: () => number = machineNow,
  ) {
    this.#changed = changed;
    this.#channelOf = channelOf;
    this.#machine = machine;
  }

  /** @param times how many matching requests it hits */
  order(matches: RequestTest, fault: OrderedFault | FaultName, times: number): void {
    const made = typeof fault === "string" ? (asked: Asked) => faultOf(fault, undefined, asked) : () => fault;
    this.#orders.push({ matches, fault: made, left: times });
  }

  orderNamed(order: FaultOrder): PendingFault {
    this.#count += 1;
    const named = { ...order, id: String(this.#count) };
    const made: Order = {
      matches: (asked) => TARGETS[order.on](asked) && this.#isIn(order.channelId, asked),
      fault: (asked) => faultOf(order.fault, order.seconds, asked),
      left: order.times,
      named,
    };
    this.#orders.push(made);
    this.#changed();
    return { ...named, left: order.times };
  }

  /** The named ones that not all their requests have met. */
  list(): PendingFault[] {
    return this.#orders.flatMap(({ named, left }) => (named ? [{ ...named, left }] : []));
  }

  /** False when there is none of that id. A 429 that was met already goes on to hold. */
  cancel(id: string): boolean {
    const before = this.#orders.length;
    this.#orders = this.#orders.filter((one) => one.named?.id !== id);
    if (this.#orders.length === before) return false;
    this.#changed();
    return true;
  }

  /** The 429 that still holds for this request, with the seconds left. It counts for nothing: neither for an order nor in a bucket. */
  held({ bucket, global }: Place): { scope: Scope; seconds: number } | undefined {
    const now = this.#machine();
    this.#holds = this.#holds.filter((one) => one.until > now);
    const hold = this.#holds.find((one) => (one.scope === "global" ? global : one.bucket === bucket));
    return hold && { scope: hold.scope, seconds: (hold.until - now) / 1000 };
  }

  /** What this request meets, if anything was ordered for it. */
  take(asked: Asked, place: Place): OrderedFault | undefined {
    const found = this.#orders.find((one) => one.matches(asked));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#orders = this.#orders.filter((one) => one !== found);
    if (found.named) this.#changed();
    const fault = found.fault(asked);
    this.#hold(fault, place);
    return fault;
  }

  /** True when so many machine seconds have passed, false when the rehearsal ended before. */
  wait(seconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => end(true), seconds * 1000);
      const end = (passed: boolean) => {
        clearTimeout(timer);
        this.#waits.delete(cut);
        resolve(passed);
      };
      const cut = () => end(false);
      this.#waits.add(cut);
    });
  }

  close(): void {
    for (const cut of this.#waits) cut();
  }

  /** How many hits are still to come. */
  get pending(): number {
    return this.#orders.reduce((sum, one) => sum + one.left, 0);
  }

  #isIn(channelId: string | undefined, { path }: Asked): boolean {
    if (channelId === undefined) return true;
    const [, top, first, token = ""] = path.split("/");
    if (top === "channels") return first === channelId;
    return (top === "interactions" || top === "webhooks") && this.#channelOf(token) === channelId;
  }

  #hold(fault: OrderedFault, { bucket }: Place): void {
    const wait = waitOf(fault);
    if (wait) this.#holds.push({ bucket, scope: wait.scope, until: this.#machine() + wait.seconds * 1000 });
  }
}

/** A 429 that a test wrote itself holds as long as its body says, as one of ours does. */
function waitOf(fault: OrderedFault): { scope: Scope; seconds: number } | undefined {
  // Edits of young messages pass meanwhile.
  if ("limited" in fault && fault.own !== undefined) return undefined;
  if ("limited" in fault) return { scope: fault.limited, seconds: fault.seconds ?? 1 };
  if (!("status" in fault) || fault.status !== 429 || !isRecord(fault.body)) return undefined;
  const { retry_after: seconds, global } = fault.body;
  return typeof seconds === "number" ? { scope: global === true ? "global" : "user", seconds } : undefined;
}

/** Both ways to order, under one name: a test of requests with a fault, or a fault as the page orders it. */
export interface Refuse {
  (matches: RequestTest, fault: OrderedFault | FaultName, times?: number): void;
  (order: FaultOrder): PendingFault;
}

export function refusing(orders: FaultOrders): Refuse {
  function refuse(matches: RequestTest, fault: OrderedFault | FaultName, times?: number): void;
  function refuse(order: FaultOrder): PendingFault;
  function refuse(first: RequestTest | FaultOrder, fault: OrderedFault | FaultName = "500", times = 1) {
    if (typeof first !== "function") return orders.orderNamed(first);
    return orders.order(first, fault, times);
  }
  return refuse;
}
