// A team at its desk with the shipped record in a real store: forms are opened, filled in and confirmed as the router would do it.
import { join } from "node:path";
import { record } from "../../commands/record/index.ts";
import type { Answer, Context, Modal, Opened } from "../../src/command.ts";
import type { Org } from "../../src/domain/org.ts";
import type { Language } from "../../src/domain/text.ts";
import { dataset } from "../../src/importers/dataset/index.ts";
import { take } from "../../src/importers/take.ts";
import { StoredProposals } from "../../src/store/proposals.ts";
import { FactStore } from "../../src/store/store.ts";
import { handClock, memoryEngine } from "../support.ts";
import { actionOf } from "../views/reading.ts";
import { asking } from "../views/shipped.ts";

export const NOW = "2026-03-17T22:00:00-04:00";
const DATA = join(import.meta.dirname, "..", "..", "data");

/** Who presses: everything of theirs stands under this name. */
export interface Person {
  name?: string;
  language?: Language;
}

export async function desk(at = NOW) {
  const engine = await memoryEngine();
  const { clock, set } = handClock(at);
  const store = await FactStore.open(engine.namespace("facts"), clock, { rewinds: true, home: "EC" });
  await take(dataset(DATA), store, store.after(0), clock.now());
  const proposals = await StoredProposals.open(engine.namespace("marks"));
  const context = ({ name = "Rita", language = "en" }: Person = {}): Context => {
    const known = store.known();
    const where = {
      now: clock.now(),
      recording: store,
      versions: (noun: string, subject: string) => store.versions(noun, subject),
      proposals,
      recorder: () => Promise.resolve(name),
      names: store.names(known),
      known,
    };
    return asking({ now: at, mayRecord: true, language, known, where }).context;
  };
  const run = async (typed: { name?: string; what?: string }, who?: Person) => {
    const values = { name: typed.name, what: typed.what };
    return (await record.subcommands?.org?.run(values, context(who))) ?? fail("no such subcommand");
  };
  const fill = async (modal: Modal, typed: Record<string, string>, who?: Person): Promise<Answer> => {
    const filled = Object.fromEntries(modal.fields.map(({ key, value = "" }) => [key, typed[key] ?? value]));
    const { name, args } = modal.action;
    return (await record.modals?.[name]?.(args, filled, context(who))) ?? fail(`no form ${name}`);
  };
  const press = async (answer: Answer, label: string, who?: Person): Promise<Answer | Opened> => {
    const { name, args } = actionOf(answer, label);
    return (await record.buttons?.[name]?.(args, context(who))) ?? fail(`no button ${name}`);
  };
  /** A form that was lost before is offered first: it is begun anew. */
  const card = async (typed: { name?: string; what?: string }, filled: Record<string, string>, who?: Person) => {
    const opened = await run(typed, who);
    const anew = who?.language === "es" ? "Empezar de nuevo" : "Start anew";
    return fill(formOf(opened.to === "modal" ? opened : await press(opened, anew, who)), filled, who);
  };
  return {
    store,
    proposals,
    set,
    context,
    run,
    fill,
    press,
    card,
    /** Filled in and confirmed. */
    async done(typed: { name?: string; what?: string }, filled: Record<string, string>, who?: Person): Promise<Answer> {
      const label = who?.language === "es" ? "Confirmar" : "Confirm";
      return answerOf(await press(await card(typed, filled, who), label, who));
    },
    org: (id: string): Org => store.known().orgsById.get(id) ?? fail(`no ${id}`),
  };
}
export type Desk = Awaited<ReturnType<typeof desk>>;

export function formOf(handled: Answer | Opened): Modal {
  return handled.to === "modal" ? handled.modal : fail(`no form: ${handled.messages[0]?.content}`);
}

export function answerOf(handled: Answer | Opened): Answer {
  return handled.to === "modal" ? fail(`a form: ${handled.modal.title}`) : handled;
}

function fail(why: string): never {
  throw new Error(why);
}
