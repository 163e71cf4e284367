// What a write or a request is called, read from what is written and asked, so that the same step has the same name at every start. Knows the columns of the
// table of rows and nothing of who writes them; a row that it cannot read is still a write.
import { z } from "zod";
import type { Passed } from "./points.ts";

const NAMESPACES = new Set(["facts", "deliveries", "subs", "marks"]);
const Stored = z.object({ key: z.string(), value: z.string() });
const Value = z.object({ value: z.looseObject({}) });
const Delivery = z.looseObject({
  state: z.string(),
  alert: z.looseObject({ kind: z.string() }),
  edits: z.unknown().optional(),
  parts: z.array(z.looseObject({ messageId: z.string().optional() })),
  attempts: z.array(z.looseObject({ cleared: z.literal(true).optional() })),
});

interface Seen {
  label: string;
  posted: number;
  cleared: number;
}

interface Write {
  labels: Set<string>;
  rows: NonNullable<Passed["rows"]>;
  /** As the rows stood before it. */
  before: Map<string, Seen | undefined>;
}

const nothing = (): Write => ({ labels: new Set(), rows: [], before: new Map() });

/** What one transaction writes, from BEGIN to COMMIT: one write, or several that were asked for in one moment, each a point by its own name. */
export class Transaction {
  readonly #deliveries = new Map<string, Seen>();
  #writes: Write[] = [nothing()];

  /** All of it, or all that was there, is no more. */
  begin(): void {
    for (const write of this.#writes.toReversed()) this.#takeBack(write);
    this.#writes = [nothing()];
  }

  /** Another write of the same transaction. */
  mark(): void {
    this.#writes.push(nothing());
  }

  /** What was written since the mark stays not. */
  undo(): void {
    const write = this.#writes.pop();
    if (write !== undefined) this.#takeBack(write);
  }

  /** A row that was read: its state is where the next write of it comes from. */
  read<T>(row: T): T {
    const stored = Stored.safeParse(row);
    const delivery = stored.success ? deliveryOf(stored.data.value) : undefined;
    if (stored.success && delivery !== undefined) this.#deliveries.set(stored.data.key, seenOf(delivery));
    return row;
  }

  wrote(sql: string, given: readonly (string | number)[], changed: number): void {
    const texts = given.filter((one) => typeof one === "string");
    const namespace = texts.find((one) => NAMESPACES.has(one));
    const labels = this.#writes.at(-1)?.labels;
    if (namespace === undefined) return void labels?.add(/lease/.test(sql) ? "lease" : "other");
    const key = texts[texts.indexOf(namespace) + 1] ?? "";
    const value = texts.find((one) => one.startsWith('{"'));
    const verb = changed === 0 ? "same" : (/^\w+/.exec(sql)?.[0].toLowerCase() ?? "");
    labels?.add(namespace === "deliveries" ? this.#delivery(key, value, verb) : `${namespace} ${nounOf(key, value)}`);
  }

  /** One for each write that wrote anything. */
  end(): { name: string; rows: NonNullable<Passed["rows"]> }[] {
    const writes = this.#writes;
    this.#writes = [nothing()];
    return writes.flatMap(({ labels, rows }) => {
      const names = [...labels].toSorted();
      const many = names.length > 3 ? [`${names.length} kinds`] : names;
      return names.length === 0 ? [] : [{ name: `write ${many.join(" + ")}`, rows }];
    });
  }

  #takeBack({ before }: Write): void {
    for (const [key, seen] of before)
      if (seen === undefined) this.#deliveries.delete(key);
      else this.#deliveries.set(key, seen);
  }

  #delivery(key: string, value: string | undefined, verb: string): string {
    const delivery = value === undefined ? undefined : deliveryOf(value);
    if (delivery === undefined) return `deliveries ${verb}`;
    const before = this.#deliveries.get(key);
    const now = seenOf(delivery);
    if (verb === "same") return `deliveries ${delivery.alert.kind} already there`;
    this.#deliveries.set(key, now);
    const write = this.#writes.at(-1);
    write?.rows.push({ key, state: delivery.state });
    if (write?.before.has(key) === false) write.before.set(key, before);
    const more =
      now.posted > (before?.posted ?? 0) ? " posted" : now.cleared > (before?.cleared ?? 0) ? " not there" : "";
    const what = delivery.edits === undefined ? delivery.alert.kind : `${delivery.alert.kind} (edit)`;
    return `deliveries ${what} ${before === undefined ? "" : `${before.label} -> `}${now.label}${more}`;
  }
}

function seenOf({ state, parts, attempts }: z.infer<typeof Delivery>): Seen {
  return {
    label: state,
    posted: parts.filter(({ messageId }) => messageId !== undefined).length,
    cleared: attempts.filter(({ cleared }) => cleared).length,
  };
}

function deliveryOf(text: string): z.infer<typeof Delivery> | undefined {
  // Hundreds of facts are read at each start: only what has attempts is taken apart.
  if (!text.includes('"attempts"')) return undefined;
  const parsed = Delivery.safeParse(valueOf(text));
  return parsed.success ? parsed.data : undefined;
}

function valueOf(text: string): unknown {
  try {
    return Value.parse(JSON.parse(text)).value;
  } catch {
    return undefined;
  }
}

const Kind = z.looseObject({ kind: z.string() });

/** A fact by its kind, another row by the words before what tells it from others. */
function nounOf(key: string, value: string | undefined): string {
  const kind = value === undefined ? undefined : Kind.safeParse(valueOf(value));
  if (kind?.success === true) return kind.data.kind;
  return /^[a-z]+(?:-[a-z]+)*(?=$|[-:])/.exec(key)?.[0] ?? "row";
}

/** `POST /channels/:id/messages` */
export function requestName(method: string, url: string): string {
  const path = new URL(url).pathname.replace(/^.*?\/v\d+/, "");
  return `${method} ${path.replaceAll(/\/\d{15,}/g, "/:id").replace(/^(\/(?:interactions|webhooks)\/:id)\/[^/]+/, "$1/:token")}`;
}
