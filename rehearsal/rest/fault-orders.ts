// Faults a test orders in advance: the next requests that match get them instead of, or after, the real answer. Must never outlive its count.
import type { RequestRecord } from "../stage.ts";

/**
 * What to do with a request. `drop` closes the socket, `hang` leaves it open without an answer; "before" means the request changed
 * nothing, "after" that it was carried out and only the answer is missing.
 */
export type OrderedFault =
  | { status: number; body: unknown; headers?: Record<string, string> }
  | { drop: "before" | "after" }
  | { hang: "before" | "after" };

export type RequestTest = (request: Pick<RequestRecord, "method" | "path" | "body">) => boolean;

interface Order {
  matches: RequestTest;
  fault: OrderedFault;
  left: number;
}

export class FaultOrders {
  #orders: Order[] = [];

  /** @param times how many matching requests it hits */
  order(matches: RequestTest, fault: OrderedFault, times: number): void {
    this.#orders.push({ matches, fault, left: times });
  }

  take(request: RequestRecord): OrderedFault | undefined {
    const found = this.#orders.find((one) => one.matches(request));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#orders = this.#orders.filter((one) => one !== found);
    return found.fault;
  }

  /** How many hits are still to come. */
  get pending(): number {
    return this.#orders.reduce((sum, one) => sum + one.left, 0);
  }
}
