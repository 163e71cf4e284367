// Ten thousand bad forms through every form of /record, over a real store: whatever is typed, pressed twice, crosswise, late or by another hand, ends in an
// answer or a Refusal that Discord takes, and no fact stands that nobody confirmed. It is written over the list of forms and over what /record declares:
// a new form is tried by itself.
import fc from "fast-check";
import { expect, it } from "vitest";
import { FORMS } from "../../commands/record/forms/index.ts";
import { begin } from "../../commands/record/flow.ts";
import { record } from "../../commands/record/index.ts";
import {
  type Answer,
  type Context,
  type Filled,
  type Modal,
  type ModalField,
  type Opened,
  Refusal,
} from "../../src/command.ts";
import { factId, hash, newSubject } from "../../src/domain/id.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { noun, readDraft } from "../../src/domain/fact.ts";
import { modalBody } from "../../src/discord/modal.ts";
import { payload } from "../../src/discord/payload.ts";
import type { Action, Message } from "../../src/views/message.ts";
import { flowStage, toyForm, withForms } from "./flow-stage.ts";

withForms(toyForm);

const RUNS = 25;
const ROUNDS = 400;

/** What people paste, what breaks readers, and here and there something that can be read. */
const hostile = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("2026-03-16", "yesterday", "ayer", "3", "3-4", "at least 3", "Caribbean", "caribbean"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("https://apnews.com/article/1", "Guayas, Los Ríos", "23:00-05:00", "second", "SOUTHCOM"),
  },
  fc.constantFrom(
    "",
    " ",
    "\n",
    "\u200b",
    "\ud800",
    "\u202e3 killed\u202c",
    "@everyone <@&1> <#2> </x:3>",
    "שלום قال",
    "__proto__",
  ),
  fc.constantFrom(
    "**_~~`||",
    "](https://evil.example)",
    "```\n# x",
    "x".repeat(4000),
    "😀".repeat(2000),
    "a ".repeat(2000),
    "-1",
    "9".repeat(400),
  ),
  fc.constantFrom(
    "http://x.example",
    "https://me:word@x.example",
    "0000-00-00",
    "31/02/2026",
    "NaN",
    "null",
    "Infinity",
    "1e999",
    "%00;",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);
const nat = fc.nat({ max: 9_999 });
const round = fc.record({
  open: nat,
  fill: nat,
  bend: fc.nat({ max: 9 }),
  texts: fc.array(hostile, { minLength: 8, maxLength: 8 }),
  presses: fc.array(
    fc.record({ which: nat, who: fc.nat({ max: 9 }), bend: fc.nat({ max: 19 }), twice: fc.boolean() }),
    {
      maxLength: 3,
    },
  ),
  after: fc.nat({ max: 40 }),
});
interface RoundOf {
  open: number;
  fill: number;
  bend: number;
  texts: string[];
  presses: { which: number; who: number; bend: number; twice: boolean }[];
  after: number;
}

const WHO: readonly [string, Partial<Context>][] = [
  ["ana", {}],
  ["ana", {}],
  ["ana", {}],
  ["ana", { language: "es" }],
  ["ana", {}],
  ["ana", {}],
  ["luis", {}],
  ["luis", { language: "es" }],
  ["ana", { guildId: "200000000000000001" }],
  ["ana", { mayRecord: false }],
];

/** Everything of the last rounds that could be filled in or pressed. */
class Hands {
  readonly modals: Modal[] = [];
  readonly buttons: Action[] = [];
  readonly ids: string[] = [];

  async take(given: Answer | Opened): Promise<void> {
    if (given.to === "modal") {
      await modalBody(given.modal, LONG_ARGS);
      keep(this.modals, given.modal);
      return;
    }
    expect(given.messages.length).toBeGreaterThan(0);
    for (const message of given.messages) {
      await payload(message, { private: true }, LONG_ARGS);
      for (const action of actionsOf(message)) keep(this.buttons, action);
    }
  }
}

const LAST = 24;
function keep<T>(list: T[], one: T): void {
  list.push(one);
  if (list.length > LAST) list.shift();
}
const LONG_ARGS = {
  keep: async (args: readonly string[]) => hash(args.map((one) => one.toWellFormed())),
  find: async () => undefined,
};
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

function actionsOf({ rows = [] }: Message): Action[] {
  return rows.flatMap((row) =>
    "menu" in row ? [] : row.buttons.flatMap(({ press }) => ("action" in press ? [press.action] : [])),
  );
}

type Stage = Awaited<ReturnType<typeof flowStage>>;

/** An answer, or a sentence. Anything else that is thrown fails the test. */
async function attempt(work: () => Answer | Opened | Promise<Answer | Opened>, hands: Hands): Promise<void> {
  try {
    await hands.take(await work());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.message.trim()).not.toBe("");
    await payload({ content: error.message }, { private: true }, LONG_ARGS);
  }
}

/** What a form over a record is begun with: each form takes one of these for its own. */
function standing(n: number, { known, recording }: Context): string[] | undefined {
  const some = [
    ...known.strikes.map(({ id }) => ["strike", id] as const),
    ...known.orgs.map(({ id }) => ["org", id] as const),
    ...known.curfews.map(({ id }) => ["curfew", id] as const),
    ...known.tallies.map(({ id }) => ["tally", id] as const),
  ];
  const [noun = "", subject = ""] = at(some.slice(-8), n) ?? [];
  const head = recording.head(noun, subject);
  if (head === undefined) return undefined;
  const kind = at(["corrected", "updated", "changed"], n) ?? "";
  return at(
    [
      [subject, head.id, kind],
      [subject, head.id, kind],
      [noun, subject, head.id, "0"],
      [noun, subject, String(head.seq)],
    ],
    n >> 3,
  );
}

/** Checks and exports are no forms. By a subcommand as somebody types it, by a message, or straight into a form with a subject of its own or with nothing that fits. */
async function open({ open: n, texts }: RoundOf, context: Context, hands: Hands): Promise<void> {
  const forms = FORMS.map((form) => () => {
    const nouns = [form.name === "total" ? "tally" : (form.name.split("-")[0] ?? ""), "gap", "strike"];
    const fresh = [newSubject(at(nouns, n) ?? "gap"), ...texts.slice(0, n % 2)];
    const args = n % 3 === 0 ? texts.slice(0, 3) : n % 7 < 3 ? (standing(n, context) ?? fresh) : fresh;
    return begin(form, { args, typed: n % 5 === 0 ? { why: texts[0] ?? "" } : {} }, context);
  });
  const typed = Object.entries(record.subcommands ?? {})
    .filter(([name]) => name !== "export" && name !== "checked")
    .map(([, action]) => () => {
      const given = Object.entries(action.options).flatMap(([name, option], i) => {
        if (option.required !== true && (n + i) % 3 === 0) return [];
        const choice = at(option.choices?.(context.language) ?? [], n + i)?.value;
        return [[name, choice ?? (option.kind === "integer" ? n : (texts[i % texts.length] ?? "").trim())] as const];
      });
      const values: Parameters<(typeof action)["run"]>[0] = JSON.parse(JSON.stringify(Object.fromEntries(given)));
      return action.run(values, context);
    });
  const [content = "", text = "", name = "", address = ""] = texts;
  const used = Object.values(record.apps ?? {}).map(
    (use) => () =>
      use(
        {
          id: "1350000000000000000",
          channelId: "1350000000000000001",
          url: "https://discord.com/channels/1/2/3",
          content,
          embeds: [{ text }, { text: content, url: address }],
          author: { id: "1350000000000000002", name },
          own: n % 7 === 0,
          at: context.now,
        },
        context,
      ),
  );
  const way = at([...forms, ...forms, ...typed, ...used], n);
  if (way !== undefined) await attempt(way, hands);
}

/** What can be read in the field of that name, in whichever form it stands. */
const READABLE: Readonly<Record<string, string>> = {
  statement: "SOUTHCOM struck a vessel in the Caribbean on 16 March. Three men were killed.",
  told: "struck 16 March",
  killed: "3",
  link: "https://apnews.com/article/1",
  links: "https://apnews.com/article/1",
  date: "2026-03-16",
  who: "AP",
  reason: "told otherwise",
  decree: "Decreto 329, President",
  nights: "16 March - 30 March",
  rules: "23:00-05:00 Guayas, Los Ríos",
  name: "Los Tigres",
  country: "Ecuador",
  description: "a gang of Guayaquil",
};

/** What the form itself says that could be written there. */
function examples(field: ModalField): string[] {
  if (field.kind !== "line" && field.kind !== "paragraph") return [];
  const readable = READABLE[field.key];
  if (readable !== undefined) return [readable];
  const said = [field.value, field.placeholder, ...(field.description ?? "").split(/[,;:·]| or | o /)];
  const some = said.flatMap((one) => (one === undefined || one.trim() === "" ? [] : [one.trim()]));
  return some.length === 0 ? ["no source"] : some;
}

/** What Discord's client would hold back comes, too: values that are not offered, keys that are missing, ids of others. */
async function fill({ fill: n, bend, texts }: RoundOf, context: Context, hands: Hands): Promise<void> {
  const modal = n % 3 === 0 ? hands.modals.at(-1) : at(hands.modals, n);
  const run = record.modals?.[modal?.action.name ?? "record.filled"];
  if (run === undefined) throw new Error(`no form ${modal?.action.name}`);
  const entries = (modal?.fields ?? []).map((field, i): readonly [string, string] => {
    const text = bend === 5 || bend === 9 ? (at(examples(field), n + i) ?? "") : (texts[i % texts.length] ?? "");
    if (field.kind === "line" || field.kind === "paragraph")
      return [field.key, text.slice(0, n % 9 === 0 ? undefined : field.max)];
    if (field.kind !== "choice") return [field.key, text];
    return [field.key, bend === 8 ? text : (at(field.options, n + i)?.value ?? "")];
  });
  const filled: Filled = Object.fromEntries(bend === 7 ? entries.slice(1) : entries);
  const more: Filled = bend === 6 ? { ...filled, [texts[6] ?? ""]: texts[7] ?? "" } : filled;
  await attempt(() => run(bent(modal?.action.args ?? [], bend, texts, hands), more, context), hands);
}

function bent(args: readonly string[], bend: number, texts: readonly string[], { ids }: Hands): readonly string[] {
  const [text = ""] = texts;
  if (bend === 0) return [text, ...args.slice(1)];
  if (bend === 1 && args.length > 1) return args.with(1, at(ids, text.length) ?? text);
  if (bend === 2) return args.slice(0, -1);
  if (bend === 3) return [...args, text];
  if (bend === 4) return [];
  return args;
}

async function press(n: RoundOf["presses"][number], texts: readonly string[], context: Context, hands: Hands) {
  // Half of them confirm the newest card.
  const newest = hands.buttons.findLast(({ name }) => name === "record.confirm");
  const button = n.which % 2 === 0 ? newest : at(hands.buttons, n.which);
  const run = button === undefined ? undefined : record.buttons?.[button.name];
  if (button === undefined || run === undefined) return;
  const args = n.bend < 5 ? bent(button.args, n.bend, texts, hands) : button.args;
  const once = () => attempt(() => run(args, context), hands);
  await Promise.all(n.twice ? [once(), once()] : [once()]);
}

async function played(rounds: readonly RoundOf[]): Promise<{ confirmed: number }> {
  const stage = await flowStage();
  const hands = new Hands();
  for (const one of rounds) {
    await open(one, stage.as("ana"), hands);
    const [filler, what] = at(WHO, one.fill) ?? ["ana", {}];
    const before = stage.facts().length;
    await fill(one, stage.as(filler, what), hands);
    // Nothing that is filled in is a fact.
    expect(stage.facts()).toHaveLength(before);
    for (const each of one.presses) {
      const [who, where] = at(WHO, each.who) ?? ["ana", {}];
      await press(each, one.texts, stage.as(who, { askSecond: async () => "asked", ...where }), hands);
    }
    for (const { name, args } of hands.buttons.slice(-5)) if (name === "record.edit") keep(hands.ids, args[0] ?? "");
    if (one.after === 0) stage.hand.set(stage.hand.clock.now() - MINUTE);
    if (one.after === 1) stage.hand.set(stage.hand.clock.now() + 16 * MINUTE);
    if (one.after === 2) await stage.reopen();
  }
  return { confirmed: await whole(stage) };
}

/** All that stands is read again; what was recorded stands whole, and nothing stands that was not. */
async function whole(stage: Stage): Promise<number> {
  const facts = stage.facts();
  await stage.reopen();
  expect(stage.facts()).toEqual(facts);
  const ids = new Set(facts.map(({ id }) => id));
  const meant = (await stage.rows())
    .filter(({ state }) => state === "recorded")
    .flatMap(({ drafts }) => drafts.map(readDraft).map((draft) => factId(draft)));
  for (const id of meant) expect(ids).toContain(id);
  // Checks are no forms, and are confirmed by a button of their own.
  const byForms = facts.filter(({ kind, recorder }) => noun(kind) !== "coverage" && recorder.endsWith("000"));
  for (const { id } of byForms) expect(meant).toContain(id);
  return byForms.length;
}

it(`come to nothing worse than a sentence (${RUNS * ROUNDS} of them)`, async () => {
  let confirmed = 0;
  // The same forms in every run: what a new seed finds is mended beside others, not in the middle of a release.
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: ROUNDS, maxLength: ROUNDS }), async (rounds) => {
      confirmed += (await played(rounds)).confirmed;
    }),
    { numRuns: RUNS, seed: 20261126, endOnFailure: true },
  );
  // Not all were bad, or nothing of the rest was tried.
  expect(confirmed).toBeGreaterThan(RUNS);
}, 180_000);
