// A courier against a sender that answers as ordered, and what became of each row. For tests of the courier alone: the words are only the strike's id.
import { KeptMessages } from "../../../src/alerts/ledger/kept-messages.ts";
import { Courier } from "../../../src/alerts/courier/courier.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash } from "../../../src/domain/id.ts";
import type { Engine } from "../../../src/engines/open.ts";
import type { Known } from "../../../src/domain/known.ts";
import type { Outcome, Search, Sender } from "../../../src/alerts/courier/sender.ts";
import { collect, handClock, memoryEngine, rememberingLog } from "../../support.ts";
import { someRow, someSender, steady } from "../stand-ins.ts";

const AT = "2026-03-16T04:00:00Z";
export const DUE = Date.parse(AT);

export function row(n: number, channel = "a", changes: Partial<Delivery> = {}): Delivery {
  const alert: Delivery["alert"] = {
    kind: "strike.recorded",
    id: hash({ n }),
    at: DUE + n,
    fact: `f${n}`,
    subject: `s${n}`,
  };
  return someRow(alert, channel, { plannedAt: DUE, expiresAt: DUE + 3_600_000, ...changes });
}

const told = ({ alert }: Delivery) => (alert.kind === "strike.recorded" ? alert.subject : "");
const refuse = (): never => {
  throw new Error("no words");
};

export async function scene(
  answers: (Outcome | ((nonce: string) => Outcome))[] = [],
  search: Search = { is: "absent" },
  engine?: Engine,
  trusted = () => true,
) {
  const hand = handClock(AT);
  const { log, lines } = rememberingLog();
  const own = engine ?? (await memoryEngine());
  const rows = own.namespace("deliveries");
  const ledger = await Ledger.open(rows);
  const posts: { channel: string; text: string; nonce: string; silent: boolean }[] = [];
  const searches: string[] = [];
  const closed: string[] = [];
  const undelivered: string[] = [];
  const opened: string[] = [];
  const edits: string[] = [];
  let editAnswers: Outcome[] = [];
  let stepped = 0;
  let wording = "";
  let openings: Awaited<ReturnType<Sender["direct"]>>[] = [];
  let onClosed = (_channel: string): void => undefined;
  const broken: unknown[] = [];
  let found = search;
  const standing = new Map<string, "open" | "paused" | "ended">();
  let parts = 1;
  let unspeakable = "";
  const sender: Sender = someSender({
    post: async (channel, message, { nonce, silent }) => {
      posts.push({ channel, text: message.content, nonce, silent });
      const next = answers.shift() ?? { is: "sent", messageId: `m${posts.length}` };
      return typeof next === "function" ? next(nonce) : next;
    },
    edit: async (_channel, messageId) => (edits.push(messageId), editAnswers.shift() ?? { is: "sent", messageId }),
    find: async (_channel, mark) => (searches.push(mark), found),
    direct: async (user) => (opened.push(user), openings.shift() ?? { is: "open", channelId: `dm-${user}` }),
  });
  const courier = new Courier({
    ...steady,
    trusted,
    shown: new KeptMessages(own.namespace("marks")),
    ledger,
    sender,
    clock: { ...hand.clock, wall: () => hand.clock.wall() + stepped },
    log,
    broken: (error) => broken.push(error),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the renderer here never looks at it
    scene: () => ({ known: {} as Known, now: hand.clock.now() }),
    render: (delivery, { lateBy }) =>
      told(delivery) === unspeakable
        ? refuse()
        : Array.from({ length: parts }, (_, i) => ({
            content: `${wording}${delivery.alert.kind === "strike.recorded" ? delivery.alert.subject : ""}${parts > 1 ? ` part ${i + 1}` : ""}${lateBy === undefined ? "" : ` late ${lateBy}`}`,
          })),
    standing: (delivery) => standing.get(delivery.destination) ?? "open",
    undelivered: async (delivery, why) => {
      const stored = await ledger.read(`${String(delivery.dueAt).padStart(15, "0")}-${delivery.id}`);
      undelivered.push(`${told(delivery)} ${stored?.delivery.state} ${why}`);
    },
    closed: async (delivery, why) => (closed.push(`${delivery.destination} ${why}`), onClosed(delivery.destination)),
  });
  const states = async () => (await collect(ledger.all())).map((one) => `${one.state}: ${one.reason}`);
  return {
    hand,
    ledger,
    courier,
    posts,
    searches,
    closed,
    undelivered,
    opened,
    edits,
    editWith: (...answers: typeof editAnswers) => (editAnswers = answers),
    /** The computer's clock is set, as far as from where it stood at first. */
    step: (ms: number) => (stepped = ms),
    word: (words: string) => (wording = words),
    openWith: (...answers: typeof openings) => (openings = answers),
    broken,
    lines,
    standing,
    states,
    rows,
    inParts: (n: number) => (parts = n),
    breakOn: (subject: string) => (unspeakable = subject),
    look: (result: Search) => (found = result),
    settle: () => courier.idle(),
    onClosed: (run: typeof onClosed) => (onClosed = run),
  };
}
