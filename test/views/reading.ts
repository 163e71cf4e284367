// Reads messages as a reader and as Discord would: all words of one, Discord's own limits, English left in a Spanish answer.
import { said } from "../support.ts";
import type { Source } from "../../src/domain/source.ts";
import type { Answer, Command, Context } from "../../src/command.ts";
import { Refusal } from "../../src/command.ts";
import { payload } from "../../src/discord/payload.ts";
import { hash } from "../../src/domain/id.ts";
import type { Known } from "../../src/domain/known.ts";
import type { Action, Message } from "../../src/views/message.ts";

/** Everything shown, a line each; addresses of links are not read. */
export function wordsOf(message: Message): string {
  const { embed } = message;
  const fields = (embed?.fields ?? []).flatMap((field) => [`[${field.name}]`, field.value]);
  const rows = (message.rows ?? []).flatMap((row) =>
    "menu" in row
      ? [row.menu.placeholder, ...row.menu.options.map((option) => option.label)]
      : row.buttons.map((button) => button.label),
  );
  return [message.content, embed?.title, embed?.description, ...fields, embed?.footer, ...rows]
    .filter((text) => text !== undefined)
    .join("\n")
    .replaceAll(/\]\(https:[^)]*\)/g, "]");
}

export const allWords = (answer: Answer): string => answer.messages.map(wordsOf).join("\n");

export function fieldOf(answer: Answer, name: string): string | undefined {
  return answer.messages.flatMap((message) => message.embed?.fields ?? []).find((field) => field.name.startsWith(name))
    ?.value;
}

/** Throws where Discord would refuse the message, where nobody would see anything, or where its words stumble. */
export async function mustFit(message: Message): Promise<void> {
  if (/(?<!\.)\.\.(?!\.)/.test(wordsOf(message))) throw new Error(`two full stops: ${wordsOf(message)}`);
  if (message.content.trim() === "") throw new Error("a message without a first line");
  const found = stumbles(message);
  if (found.length > 0) throw new Error(`${found.join("; ")}: ${wordsOf(message)}`);
  await payload(
    message,
    {},
    { keep: (args) => Promise.resolve(hash([...args])), find: () => Promise.resolve(undefined) },
  );
}

/** One, and a word for several: what the words of counts forget first. */
const ONE_OF_SEVERAL =
  /(?<![\p{L}\p{N}.,:/-])1 (?:muertos|ataques|avisos|canales|noches|registros|fuentes|organizaciones|provincias|cantones|lugares|días|versiones|strikes|notices|alerts|channels|nights|records|sources|organisations|provinces|cantons|places|days|versions)(?!\p{L})/iu;
const TWICE = /(?<![\p{L}\p{N}])(\p{L}{2,}) \1(?![\p{L}\p{N}])/iu;

/** What a tired reader trips over, whatever is told: a word or a sentence of the first line twice, brackets within brackets, "1 places". */
export function stumbles(message: Message): string[] {
  const text = wordsOf(message);
  // What stands below repeats it: struck through, of a place each, to be pasted.
  const [first = ""] = message.content.split("\n");
  // Each country is told by itself, with its own sign; times of several places may be the same.
  const told = first.split(/(?=\p{Extended_Pictographic})/u);
  const sentences = told.map((own) => own.split(/(?<=[.!?])\s+/u).filter((one) => one.length > 20 && !/\d/u.test(one)));
  return [
    ...[ONE_OF_SEVERAL.exec(text), TWICE.exec(first)].flatMap((found) => found?.[0] ?? []),
    ...(first.includes("))") ? ["brackets within brackets"] : []),
    ...sentences.flatMap((own) => own.filter((one, i) => own.indexOf(one) !== i)),
  ];
}

/** Whole words that no Spanish sentence holds; names of publishers and organisations are as they are. */
const ENGLISH =
  /(?<![\p{L}\p{N}])(the|and|with|killed|says|strikes?|vessels?|not|stated|announced|by|listed|undated|of|from|none|known|gaps?|group|records?|sources?|took|effect|kind|newest|page|dead)(?![\p{L}\p{N}])/giu;

export function englishIn(text: string, known: Known): string[] {
  // A publisher is named as it is, also inside a Spanish name: "republicado en The News Intel".
  const named = (sources: readonly Source[]) =>
    sources.flatMap(({ publisher }) => (typeof publisher === "string" ? [publisher] : (publisher.es ?? [])));
  const names = [
    ...known.strikes.flatMap((one) => named(one.sources)),
    ...known.tallies.flatMap((one) => named(one.sources)),
    ...known.orgs.flatMap((org) => [
      org.name,
      ...org.otherNames.map((other) => other.name),
      ...named([...org.sources, ...(org.category?.sources ?? [])]),
      ...org.designations.flatMap((one) => [
        ...(one.listedAs === undefined ? [] : [one.listedAs]),
        ...named(one.sources),
      ]),
    ]),
  ].sort((a, b) => b.length - a.length);
  // Facts name these two papers within a sentence.
  const plain = text.replaceAll("\\", "").replaceAll(/The (?:Epoch Times|Intercept)/g, "");
  return [...names.reduce((rest, name) => rest.replaceAll(name, ""), plain).matchAll(ENGLISH)].map(([word]) => word);
}

/** The button or menu of the last answer, as a press would find it. */
export function actionOf(answer: Answer, label: string): Action {
  for (const row of answer.messages.flatMap((message) => message.rows ?? [])) {
    if ("menu" in row) {
      if (row.menu.placeholder === label) return row.menu.action;
      continue;
    }
    const button = row.buttons.find((one) => one.label === label);
    if (button !== undefined && "action" in button.press) return button.press.action;
  }
  throw new Error(`no button or menu “${label}”`);
}

export async function press(command: Command, { name, args }: Action, context: Context): Promise<Answer> {
  const button = command.buttons?.[name];
  if (button === undefined) throw new Error(`no button ${name}`);
  return said(button(args, context));
}

export async function pick(command: Command, { name, args }: Action, value: string, context: Context): Promise<Answer> {
  const menu = command.menus?.[name];
  if (menu === undefined) throw new Error(`no menu ${name}`);
  return said(menu(args, [value], context));
}

export async function refusal(run: () => Answer | Promise<Answer>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error("it was not refused");
}

/** What was typed, as the router hands it on: options left out are absent. */
export async function run(command: Command, typed: Record<string, string | number>, context: Context): Promise<Answer> {
  const chosen = command.action ?? Object.values(command.subcommands ?? {})[0];
  if (chosen === undefined) throw new Error(`${command.name} cannot be typed`);
  const values: Parameters<typeof chosen.run>[0] = JSON.parse(JSON.stringify(typed));
  return said(chosen.run(values, context));
}
