// Below which notices people are asked to press Seen, and who. It must never ask below what makes no sound, nor in somebody's own direct messages.
import type { Alert } from "./alert.ts";
import type { Delivery } from "./delivery.ts";
import type { Destination, Subscription } from "./subscription.ts";

/** What people have to act on, and the drill that practises it. Of a begin or a lapse only what makes a sound. */
const ASKS: ReadonlySet<Alert["kind"]> = new Set([
  "curfew.soon",
  "curfew.ending",
  "curfew.began",
  "curfew.declared",
  "curfew.changed",
  "curfew.lifted",
  "curfew.annulled",
  "curfew.withdrawn",
  "knowledge.lapsed",
  "strike.recorded",
  "strike.changed",
  "strike.withdrawn",
  "drill",
]);

/** After it there is nothing left that anybody has to have seen. */
const TAKES_BACK: ReadonlySet<Alert["kind"]> = new Set(["strike.withdrawn", "curfew.withdrawn", "curfew.annulled"]);

type Asked = NonNullable<Delivery["seen"]>;

/** The people of all its subscriptions, and the shortest time that one of them gives; undefined where nobody is asked. */
export function asked(
  row: Pick<Delivery, "alert" | "loud">,
  { kind }: Pick<Destination, "kind">,
  subscriptions: readonly Subscription[],
): Asked | undefined {
  if (!row.loud || kind === "dm" || !ASKS.has(row.alert.kind)) return undefined;
  const wanted = subscriptions.flatMap(({ seen }) => seen ?? []);
  const [first, ...others] = new Set(wanted.flatMap(({ people }) => people));
  if (first === undefined) return undefined;
  return { people: [first, ...others], after: Math.min(...wanted.map(({ after }) => after)) };
}

/** Whether a notice takes the place of an older one, so that only it is asked about: it asks itself, or takes back. */
export function unasks({ alert, seen }: Pick<Delivery, "alert" | "seen">): boolean {
  return seen !== undefined || TAKES_BACK.has(alert.kind);
}

/** How many of those asked have pressed. */
export interface Count {
  have: number;
  asked: number;
}
