// Members of the team at the forms about curfews, over a real store, real channels and the clock of together(): what they type, and what they are shown.
import { filled } from "../../commands/record/flow.ts";
import { beginCurfew } from "../../commands/record/curfew.ts";
import { begin, confirm, edit, fresh, recordNow } from "../../commands/record/flow.ts";
import { curfewChangeForm } from "../../commands/record/forms/curfew-change.ts";
import { formNamed } from "../../commands/record/forms/index.ts";
import type { Answer, Context, Modal, Opened } from "../../src/command.ts";
import type { Area } from "../../src/domain/area.ts";
import type { Proposal } from "../../src/domain/proposal.ts";
import type { Language } from "../../src/domain/text.ts";
import { namesOf } from "../../src/store/names.ts";
import type { Message } from "../../src/views/message.ts";
import { together } from "../alerts/together-scene.ts";
import { asking } from "../views/shipped.ts";

export type Typed = Readonly<Record<string, string>>;

export async function team(at: string, known: string | false = "2026-04-30T00:00", areas?: readonly Area[]) {
  const scene = await together(at, known, 24, areas);
  const asked: Proposal[] = [];
  const context = (name = "Ana", language: Language = "en", more: Partial<Context> = {}): Context => {
    const record = scene.store.known();
    const { context: reader } = asking({ known: record, language, mayRecord: true });
    return {
      ...reader,
      now: scene.now(),
      names: namesOf(record, { home: "EC" }),
      recording: scene.store,
      versions: (noun, subject) => scene.store.versions(noun, subject),
      proposals: scene.proposals,
      subscriptions: scene.subscriptions,
      recorder: () => Promise.resolve(`id-of-${name}`),
      askSecond: (proposal) => {
        asked.push(proposal);
        return Promise.resolve("asked");
      },
      ...more,
    };
  };
  const head = () => scene.store.head("curfew", only());
  const only = () => {
    const [subject, other] = new Set(
      scene.store
        .after(0)
        .filter(({ kind }) => kind.startsWith("curfew."))
        .map(({ subject }) => subject),
    );
    if (subject === undefined || other !== undefined) throw new Error("not one curfew");
    return subject;
  };
  /** A form that was left minutes ago is offered first: here it is begun anew. */
  const opened = async (told: Answer | Opened, by: Context): Promise<Modal> =>
    told.to === "modal" ? told.modal : (await fresh(actionOf(told, "record.fresh"), by)).modal;
  /** Fills in a form: what is not named stays as it was filled in. */
  const fill = (modal: Modal, typed: Typed, by: Context): Promise<Answer> => {
    const values = Object.fromEntries(
      modal.fields.map((field) => [field.key, typed[field.key] ?? ("value" in field ? (field.value ?? "") : "")]),
    );
    return filled(modal.action.args, values, by);
  };
  const opensNew = async (by: Context, places: readonly string[] = ["EC-G"]) =>
    opened(await beginCurfew(places, by), by);
  const opensChange = async (by: Context, why = "changed", version = head()?.id ?? "") =>
    opened(await begin(curfewChangeForm, { args: [only(), version, why], typed: {} }, by), by);
  return {
    ...scene,
    asked,
    context,
    head,
    only,
    opened,
    fill,
    opensNew,
    opensChange,
    declare: async (typed: Typed, by = context(), places?: readonly string[]) =>
      fill(await opensNew(by, places), typed, by),
    change: async (typed: Typed, by = context(), why = "changed") => fill(await opensChange(by, why), typed, by),
    async confirm(card: Answer, by = context()) {
      const told = await confirm(actionOf(card, "record.confirm"), by);
      await scene.announced();
      return told;
    },
    edit: async (card: Answer, by = context()) => opened(await edit(actionOf(card, "record.edit"), by), by),
    fresh: async (card: Answer, by = context()) => opened(await fresh(actionOf(card, "record.fresh"), by), by),
    /** As the second person's card does. */
    async second(by: string) {
      const proposal = scene.proposals.find(asked.at(-1)?.id ?? "");
      const form = formNamed(proposal?.form);
      if (proposal === undefined || form === undefined) throw new Error("nothing was asked");
      const told = await recordNow(form, proposal, context(by), `id-of-${by}`);
      await scene.announced();
      return told;
    },
  };
}

export function actionOf({ messages }: Pick<Answer, "messages">, name: string): readonly string[] {
  const buttons = (messages[0]?.rows ?? []).flatMap((row) => ("buttons" in row ? row.buttons : []));
  for (const { press } of buttons) if ("action" in press && press.action.name === name) return press.action.args;
  throw new Error(`no button ${name}: ${messages[0]?.content}`);
}

export const first = ({ messages }: Pick<Answer, "messages">): string => messages[0]?.content ?? "";
export const card = ({ messages }: Pick<Answer, "messages">): Message => messages[0] ?? { content: "" };
export const linesOf = (answer: Pick<Answer, "messages">, name = "If you confirm"): string =>
  (card(answer).embed?.fields ?? [])
    .filter((field) => field.name.startsWith(name))
    .map(({ value }) => value)
    .join("\n");

export const DECREE: Typed = {
  decree: "Decreto 900, the president",
  nights: "15 Mar - 30 Mar",
  rules: "23:00-05:00 Guayas",
  links: "https://www.primicias.ec/decreto-900",
};
