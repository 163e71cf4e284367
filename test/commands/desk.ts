// A desk where members of the team record by hand: the real log, the real rows of what was typed, and flow.ts; no Discord. Time is moved by hand.
import { begin, cancel, confirm, edit, filled, more, refilled, turn } from "../../commands/record/flow.ts";
import type { Given, RecordForm } from "../../commands/record/form-contract.ts";
import type { Answer, Context, Filled, Modal, Opened } from "../../src/command.ts";
import { checkModal } from "../../src/discord/modal-limits.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import type { Strike } from "../../src/domain/strike.ts";
import type { Language } from "../../src/domain/text.ts";
import { StoredProposals } from "../../src/store/proposals.ts";
import { FactStore } from "../../src/store/store.ts";
import type { Action } from "../../src/views/message.ts";
import { handClock, memoryEngine } from "../support.ts";
import { actionOf, mustFit } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";

export interface Desk {
  store: FactStore;
  set: (to: string) => void;
  /** As somebody who may record, by an opaque id. */
  as: (by: string, language?: Language) => Context;
  /** Opens a form and sends it; the card, or the sentence. */
  typed: (form: RecordForm, given: Given, values: Filled, who: Context) => Promise<Answer>;
  /** Presses the button of that name; a form that it opens is sent with `values`. */
  press: (card: Answer, label: string, who: Context, values?: Filled) => Promise<Answer>;
  put: (drafts: readonly Draft[]) => Promise<readonly Fact[]>;
  strike: (id: string) => Strike | undefined;
}

export async function desk(now: string): Promise<Desk> {
  const engine = await memoryEngine();
  const { clock, set } = handClock(now);
  const store = await FactStore.open(engine.namespace("facts"), clock);
  const proposals = await StoredProposals.open(engine.namespace("marks"));
  const as = (by: string, language: Language = "en"): Context => ({
    ...asking({ language, mayRecord: true, known: store.known() }).context,
    now: clock.now(),
    recording: store,
    versions: (noun, subject) => store.versions(noun, subject),
    proposals,
    recorder: () => Promise.resolve(by),
  });
  const send = (modal: Modal, values: Filled, who: Context) => {
    checkModal(modal);
    const [...args] = modal.action.args;
    const shown = modal.fields.map((field) => [field.key, field.value ?? ""] as const);
    const step = modal.action.name === "record.refilled" ? refilled : filled;
    return checkedAnswer(step(args, { ...Object.fromEntries(shown), ...values }, who));
  };
  const went = async (said: Answer | Opened, values: Filled, who: Context) =>
    said.to === "modal" ? send(said.modal, values, who) : checkedAnswer(Promise.resolve(said));
  return {
    store,
    set: (to) => set(to),
    as,
    typed: async (form, given, values, who) => {
      const opened = await begin(form, given, who);
      if (opened.to !== "modal") throw new Error(`a lost form is offered: ${opened.messages[0]?.content}`);
      return send(opened.modal, values, who);
    },
    press: async (card, label, who, values = {}) => went(await BUTTONS(actionOf(card, label), who), values, who),
    async put(drafts) {
      const recorded = await store.record(drafts, "data");
      if (recorded.is === "stale") throw new Error(`${recorded.subject} is stale`);
      return recorded.facts;
    },
    strike: (id) => store.known().strikesById.get(id),
  };
}

function BUTTONS({ name, args }: Action, who: Context): Promise<Answer | Opened> {
  const all = {
    "record.confirm": confirm,
    "record.edit": edit,
    "record.cancel": cancel,
    "record.more": more,
    "record.turn": turn,
  };
  const found = Object.entries(all).find(([one]) => one === name)?.[1];
  if (found === undefined) throw new Error(`no button ${name}`);
  return found(args, who);
}

async function checkedAnswer(said: Promise<Answer>): Promise<Answer> {
  const answer = await said;
  for (const message of answer.messages) await mustFit(message);
  return answer;
}

export const firstOf = (answer: Answer): string => answer.messages[0]?.content ?? "";
