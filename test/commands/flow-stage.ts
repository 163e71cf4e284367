// A real store and real proposals in memory, a clock moved by hand, and people who fill in forms: for tests of how a form goes its way.
import { afterAll, beforeAll } from "vitest";
import { FORMS } from "../../commands/record/forms/index.ts";
import type { RecordForm } from "../../commands/record/form-contract.ts";
import { type Answer, type Context, type Opened, Refusal } from "../../src/command.ts";
import { Proposal } from "../../src/domain/proposal.ts";
import { Day } from "../../src/domain/time.ts";
import { StoredProposals } from "../../src/store/proposals.ts";
import { FactStore } from "../../src/store/store.ts";
import { cleanLine } from "../../src/text/typed/clean.ts";
import type { Action } from "../../src/views/message.ts";
import { asking, shipped } from "../views/shipped.ts";
import { collect, handClock, memoryEngine } from "../support.ts";

export const AT = "2026-03-17T22:00:00-04:00";

/** Registers forms of a test's own while its file runs. */
export function withForms(...own: RecordForm[]): void {
  const list: readonly RecordForm[] = FORMS;
  if (!Array.isArray(list)) throw new Error("the list of forms is no list");
  beforeAll(() => void list.push(...own));
  afterAll(() => void list.splice(list.length - own.length, own.length));
}

/** A stretch in which the record misses something: args [subject]; over one that stands, it follows the newest version. */
export const toyForm: RecordForm = {
  name: "toy",
  title: ({ args }) => `Gap ${(args[0] ?? "").slice(0, 20)}`,
  fields: ({ typed }) => [
    {
      key: "day",
      label: "Day",
      description: "2026-03-16, 2026-03-17",
      kind: "line",
      required: true,
      max: 60,
      ...value(typed.day),
    },
    { key: "why", label: "Why", kind: "paragraph", max: 4000, ...value(typed.why) },
    {
      key: "sort",
      label: "Sort",
      kind: "choice",
      ...value(typed.sort),
      options: ["second", "plain"].map((one) => ({ label: one, value: one })),
    },
  ],
  read: ({ args: [subject = ""], typed }, { recording, language }) => {
    if (!/^gap-[0-9A-Z]{10}$/.test(subject)) throw new Refusal("no gap");
    const day = Day.safeParse(typed.day).data;
    if (day === undefined) throw new Refusal(`no day: ${(typed.day ?? "").slice(0, 60)}`);
    const why = cleanLine(typed.why ?? "", 300);
    if (why.is !== "text") throw new Refusal(why.is === "empty" ? "no reason" : `${why.length} of ${why.max}`);
    const prev = recording.head("gap", subject)?.id;
    return [
      {
        kind: "gap.noted",
        subject,
        ...(prev === undefined ? {} : { prev }),
        content: { id: subject, from: day, to: day, why: { [language]: why.text } },
      },
    ];
  },
  card: ([draft], { typed }, { known }) => ({
    preview: { content: JSON.stringify(draft?.content) },
    warnings: known.gaps.length > 0 ? ["there are others"] : [],
    lines: ["it stands"],
    rests: [known.gaps.length],
    needsSecond: typed.sort === "second",
  }),
  recorded: (facts) => `noted ${facts.map(({ subject }) => subject).join()}`,
};

const value = (text: string | undefined) => (text === undefined ? {} : { value: text });

/** The places that ship. */
const WORLD = [...shipped().areasById.values()];

export async function flowStage(at = AT) {
  const engine = await memoryEngine();
  const hand = handClock(at);
  const open = async () => ({
    store: await FactStore.open(engine.namespace("facts"), hand.clock, { rewinds: true, world: WORLD, home: "EC" }),
    proposals: await StoredProposals.open(engine.namespace("marks")),
  });
  let now = await open();
  const { context } = asking({ mayRecord: true, now: at });
  return {
    hand,
    store: () => now.store,
    proposals: () => now.proposals,
    facts: () => now.store.after(0),
    /** Every proposal, as it is kept. */
    rows: async () => {
      const rows = await collect(engine.namespace("marks").scan());
      return rows.flatMap(({ key, value }) => (key.startsWith("proposal-") ? [Proposal.parse(value)] : []));
    },
    reopen: async () => void (now = await open()),
    /** Who asks, at this moment. */
    as: (who: string, more: Partial<Context> = {}): Context => {
      const { store, proposals } = now;
      const known = store.known();
      return {
        ...context,
        now: hand.clock.now(),
        user: { ...context.user, name: who },
        known,
        // Made only for who looks something up: it costs more than all the rest.
        get names() {
          return store.names(known);
        },
        recording: store,
        knownAt: (at) => store.known(at),
        versions: (noun, subject) => store.versions(noun, subject),
        proposals,
        recorder: async () => who.padEnd(16, "0"),
        ...more,
      };
    },
  };
}

/** The button of an answer by its action's name. */
export function buttonOf(answer: Answer | Opened, name: string): Action {
  const found = buttonsOf(answer).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no button ${name} in ${JSON.stringify(answer)}`);
  return found;
}

export function buttonsOf(answer: Answer | Opened): Action[] {
  if (answer.to === "modal") return [];
  return answer.messages
    .flatMap((message) => message.rows ?? [])
    .flatMap((row) => ("menu" in row ? [] : row.buttons))
    .flatMap(({ press }) => ("action" in press ? [press.action] : []));
}

export function modalOf(answer: Answer | Opened): Opened["modal"] {
  if (answer.to !== "modal") throw new Error(`no form: ${JSON.stringify(answer)}`);
  return answer.modal;
}
