// The ledger and the courier as the program has them, over a store that can be cut off at any write and the model's Discord. Opened anew after each end.
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash, mark } from "../../../src/domain/id.ts";
import type { Known } from "../../../src/domain/known.ts";
import { type Engine, engineOver, openBackend } from "../../../src/engines/open.ts";
import { collect, handClock, rememberingLog } from "../../support.ts";
import { someRow, steady } from "../../alerts/stand-ins.ts";
import { killable } from "../killable-engine.ts";
import { Life } from "../life.ts";
import { alertOf, TinyDiscord } from "./discord.ts";

const AT = "2026-03-16T04:00:00Z";

/** What the model wishes to be told. */
export interface Wish {
  channel: string;
  parts: number;
  loud: boolean;
  /** World ms until it is too late. */
  life: number;
}

export class Real {
  readonly hand = handClock(AT);
  readonly discord: TinyDiscord;
  readonly broken: unknown[] = [];
  readonly standing = new Map<string, "open" | "paused" | "ended">();
  readonly #backend: Awaited<ReturnType<typeof openBackend>>;
  readonly #expiry = new Map<string, number>();
  #life = new Life(undefined);
  #engine: Engine | undefined;
  #ledger: Ledger | undefined;
  #courier: Courier | undefined;
  #count = 0;
  #dieIn: number | undefined;

  constructor(backend: Awaited<ReturnType<typeof openBackend>>) {
    this.#backend = backend;
    this.discord = new TinyDiscord(
      () => this.hand.clock.wall(),
      (text, nonce) => this.#forbids(text, nonce),
    );
  }

  static async open(): Promise<Real> {
    const real = new Real(await openBackend("memory:", { stamp: "rehearsed" }));
    await real.#reopen();
    return real;
  }

  get ledger(): Ledger {
    if (this.#ledger === undefined) throw new Error("not open");
    return this.#ledger;
  }

  /** The rows as the store has them, whoever lives. */
  async rows(): Promise<Delivery[]> {
    const ledger = await Ledger.open(this.engine.namespace("deliveries"));
    return collect(ledger.all());
  }

  get engine(): Engine {
    if (this.#engine === undefined) throw new Error("not open");
    return this.#engine;
  }

  /** What makes this very post a breach: the row is to say so first, and not to be too old. */
  async #forbids(text: string, nonce: string): Promise<string | undefined> {
    const expiry = this.#expiry.get(alertOf(text)) ?? 0;
    if (this.hand.clock.now() >= expiry) return "posted after its time";
    for await (const { value } of this.engine.namespace("deliveries").scan()) {
      const { state, parts } = rowOf(value);
      if (parts.some((part) => part.nonce === nonce)) return state === "sending" ? undefined : `posted while ${state}`;
    }
    return "posted without a row";
  }

  async #reopen(): Promise<void> {
    this.#life = new Life(this.#dieIn);
    this.#dieIn = undefined;
    const life = this.#life;
    this.#engine = await engineOver(this.#backend);
    const rows = await this.rows();
    this.discord.forgetWaits(
      new Set(rows.filter(({ state }) => state === "again").map(({ alert }) => ("fact" in alert ? alert.fact : ""))),
    );
    const engine = killable(this.#engine, life);
    const { clock } = this.hand;
    life.count();
    const ledger = await Ledger.open(engine.namespace("deliveries"));
    this.#ledger = ledger;
    this.#courier = new Courier({
      ...steady,
      shown: new KeptMessages(engine.namespace("marks")),
      ledger,
      sender: this.discord.sender(life),
      clock: { ...clock, after: (ms, run) => clock.after(ms, () => (life.dead ? undefined : run())) },
      log: rememberingLog().log,
      broken: (error) => void (life.dead ? undefined : this.broken.push(error)),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the renderer here never looks at it
      scene: () => ({ known: {} as Known, now: clock.now() }),
      render: (delivery) => messagesOf(delivery),
      standing: ({ destination }) => this.standing.get(destination) ?? "open",
      closed: async ({ destination }) => {
        await life.alive();
        this.standing.set(destination, "paused");
      },
    });
    this.#courier.start();
  }

  /** The next life ends at its nth point. */
  async crash(nth: number | undefined): Promise<void> {
    this.#life.end("by order");
    this.#dieIn = nth;
    await this.#reopen();
    await this.settle();
  }

  /** Until nothing can be done now; whoever died meanwhile is back. */
  async settle(): Promise<void> {
    for (let deaths = 0; deaths < 5; deaths += 1) {
      this.#courier?.wake();
      const end = await Promise.race([this.#courier?.idle(), this.#life.died]);
      if (typeof end !== "string") return;
      await this.#reopen();
    }
    throw new Error("It dies for ever");
  }

  async pass(ms: number): Promise<void> {
    // In steps, as minutes come: each wakes the courier.
    for (let left = ms; left > 0; left -= 60_000) {
      this.hand.set(this.hand.clock.now() + Math.min(left, 60_000));
      this.hand.pass(Math.min(left, 60_000));
      await this.settle();
    }
  }

  /** @returns the alert's name, `a3`, and its row. */
  async plan({ channel, parts, loud, life }: Wish): Promise<{ name: string; row: Delivery }> {
    const name = `a${(this.#count += 1)}`;
    const row = this.#row(name, channel, { loud, life, subject: `${name}/${parts}` });
    this.#expiry.set(name, row.expiresAt);
    await this.#planned(row);
    return { name, row };
  }

  /** Puts right what a row posted as its first part. */
  async edit(of: { name: string; row: Delivery }, messageId: string): Promise<string> {
    const name = `e${(this.#count += 1)}`;
    const text = `${of.name}/1 ${name}`;
    const row = this.#row(name, of.row.destination, { loud: false, life: 7 * 24 * 3_600_000, subject: text });
    await this.#planned({ ...row, edits: { of: of.row.id, messageId, part: 1 } });
    return text;
  }

  async #planned(row: Delivery): Promise<void> {
    const end = await Promise.race([this.ledger.plan([row]), this.#life.died]);
    if (typeof end === "string") {
      await this.#reopen();
      // Whoever plans does so again after a crash.
      await this.ledger.plan([row]);
    }
    await this.settle();
  }

  #row(name: string, channel: string, more: { loud: boolean; life: number; subject: string }): Delivery {
    const now = this.hand.clock.now();
    const alert = {
      kind: "strike.recorded" as const,
      id: hash({ name }),
      at: now + this.#count,
      fact: name,
      subject: more.subject,
    };
    return someRow(alert, channel, {
      loud: more.loud,
      plannedAt: now,
      expiresAt: now + more.life,
      plannedMachine: this.hand.clock.wall(),
    });
  }
}

/** `a3/2` has two parts; an edit says its text as it is. */
function messagesOf({ alert, edits }: Delivery) {
  const subject = "subject" in alert ? alert.subject : "";
  if (edits !== undefined) return [{ content: subject }];
  const [name, parts] = subject.split("/");
  return Array.from({ length: Number(parts) }, (_, i) => ({
    content: `${name}/${i + 1}`,
    embed: { tone: "info" as const, footer: `#${mark(alert.id)}${i === 0 ? "" : `.${i + 1}`}` },
  }));
}

function rowOf(value: unknown): { state: string; parts: { nonce: string }[] } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the ledger, checked there
  return value as { state: string; parts: { nonce: string }[] };
}
