// A member of the team at the forms of /record, over a real store in memory that holds the strikes and totals of the shipped data. Confirming writes to it.
import { record } from "../../commands/record/index.ts";
import { begin } from "../../commands/record/flow.ts";
import type { RecordForm } from "../../commands/record/form-contract.ts";
import type { Answer, Context, Filled, Modal, Opened } from "../../src/command.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import type { Language } from "../../src/domain/text.ts";
import { StoredProposals } from "../../src/store/proposals.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";
import { actionOf, press } from "../views/reading.ts";
import { asking, shipped } from "../views/shipped.ts";

const known = shipped();

function modalOf(given: Answer | Opened): Modal {
  if (given.to !== "modal") throw new Error(`no form: ${given.messages[0]?.content}`);
  return given.modal;
}

export async function scene(now: string, more: readonly Draft[] = []) {
  const engine = await memoryEngine();
  const { clock, set } = handClock(now);
  const store = await FactStore.open(engine.namespace("facts"), clock);
  const proposals = await StoredProposals.open(engine.namespace("deliveries"));
  const drafts: Draft[] = [
    ...known.strikes
      .filter(({ orgIds, target }) => orgIds.length === 0 && target === "vessel")
      .map((content): Draft => ({ kind: "strike.recorded", subject: content.id, content })),
    ...known.tallies.map((content): Draft => ({ kind: "tally.quoted", subject: content.id, content })),
    ...known.gaps.map((content): Draft => ({ kind: "gap.noted", subject: content.id, content })),
    ...more,
  ];
  await store.record(drafts, "data");
  const context = (language: Language = "en", mayRecord = true): Context => {
    const { context: asked } = asking({ language, mayRecord, known: store.known() });
    const versions = (noun: string, subject: string) => store.versions(noun, subject);
    return { ...asked, now: clock.now(), recording: store, proposals, versions };
  };
  const opened = async (form: RecordForm, args: readonly string[], asked: Context): Promise<Modal> => {
    const given = await begin(form, { args, typed: {} }, asked);
    // One that was begun before is offered first.
    const anew = record.buttons?.["record.fresh"];
    if (given.to === "modal" || anew === undefined) return modalOf(given);
    return modalOf(await anew(actionOf(given, "Start anew").args, asked));
  };
  const filled = async (modal: Modal, typed: Filled, asked: Context): Promise<Answer> => {
    const all: Record<string, string> = {};
    for (const field of modal.fields) all[field.key] = typed[field.key] ?? field.value ?? "";
    const submit = record.modals?.["record.filled"];
    if (submit === undefined) throw new Error("no form is taken");
    return submit(modal.action.args, all, asked);
  };
  const confirmed = (card: Answer, asked: Context) =>
    press(record, actionOf(card, asked.language === "en" ? "Confirm" : "Confirmar"), asked);
  const newest = (noun: string, subject: string): Fact => {
    const fact = store.head(noun, subject);
    if (fact === undefined) throw new Error(subject);
    return fact;
  };
  return { store, set, context, opened, filled, confirmed, newest };
}
