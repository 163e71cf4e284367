// Many channels at once: a courier at its usual pace, a sender that answers after a tenth of a second, and a clock that is moved in small steps.
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import type { Outcome } from "../../../src/alerts/courier/sender.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash } from "../../../src/domain/id.ts";
import type { Known } from "../../../src/domain/known.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someRow, someSender, steady } from "../stand-ins.ts";

const AT = "2026-03-16T04:00:00Z";
const DUE = Date.parse(AT);
const ANSWERS_AFTER = 100;

export interface Post {
  at: number;
  channel: string;
  n: number;
}

interface Wish {
  n?: number;
  loud?: boolean;
}

export async function mass(channels: readonly string[]) {
  const hand = handClock(AT);
  const { log, lines } = rememberingLog();
  const engine = await memoryEngine();
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const posts: Post[] = [];
  const finds: number[] = [];
  const closed = new Set<string>();
  const answered = () => new Promise<void>((resolve) => void hand.clock.after(ANSWERS_AFTER, resolve));
  const scene = {
    answer: undefined as ((channel: string) => Outcome | undefined) | undefined,
    posts,
    finds,
    lines,
    ledger,
    requests: () => posts.length + finds.length,
    sending: () => ledger.open.names().filter((lane) => ledger.open.rows(lane)[0]?.delivery.state === "sending").length,
    plan: (channel: string, wish: Wish) => ledger.plan([row(channel, wish, hand.clock.wall())]),
    planAll: (all: readonly string[], wish: Wish = {}) =>
      ledger.plan(all.map((channel) => row(channel, wish, hand.clock.wall()))),
    states: async () => {
      const counts: Record<string, number> = {};
      for (const { state, reason } of await collect(ledger.all()))
        counts[`${state}: ${reason}`] = (counts[`${state}: ${reason}`] ?? 0) + 1;
      return counts;
    },
    /** Lets so many ms pass, whatever is due in between done in its order. */
    async run(ms: number, each?: () => void, step = 5) {
      for (let passed = 0; passed < ms; passed += step) {
        hand.pass(step);
        // What an answer sets off is done before more time passes.
        await new Promise((resolve) => setImmediate(resolve));
        each?.();
      }
    },
  };
  const failing = (channel: string) => scene.answer?.(channel);
  const courier = new Courier({
    ...steady,
    rate: undefined,
    shown: new KeptMessages(engine.namespace("marks")),
    ledger,
    sender: someSender({
      post: async (channel, { content }) => {
        posts.push({ at: hand.clock.machine(), channel, n: Number(content) });
        await answered();
        return failing(channel) ?? { is: "sent", messageId: `m${posts.length}` };
      },
      find: async (channel) => {
        finds.push(hand.clock.machine());
        await answered();
        const outcome = failing(channel);
        return outcome !== undefined && "why" in outcome ? { is: "cannot", why: outcome.why } : { is: "absent" };
      },
    }),
    clock: hand.clock,
    log,
    broken: (error) => {
      throw error;
    },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the renderer here never looks at it
    scene: () => ({ known: {} as Known, now: hand.clock.now() }),
    render: ({ alert }) => [{ content: alert.kind === "strike.recorded" ? alert.subject : "" }],
    standing: ({ destination }) => (closed.has(destination) ? "paused" : "open"),
    closed: async ({ destination }) => void closed.add(destination),
  });
  await scene.planAll(channels);
  courier.start();
  return scene;
}

function row(channel: string, { n = 0, loud = false }: Wish, wall: number): Delivery {
  const alert: Delivery["alert"] = {
    kind: "strike.recorded",
    id: hash({ n }),
    at: DUE + n,
    fact: "f",
    subject: String(n),
  };
  return someRow(alert, channel, { loud, plannedAt: DUE, expiresAt: DUE + 72 * 3_600_000, plannedMachine: wall });
}
