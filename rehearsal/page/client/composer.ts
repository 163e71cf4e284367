// What is being typed in one channel: text, then a command with its fields. It decides what keys mean; drawing is composer-view's.
import type { TypedCommand } from "../../contract.ts";
import {
  closedList,
  commandChoices,
  fieldsFromText,
  matchingChoices,
  narrowed,
  readFields,
  shownLine,
  typedOut,
} from "./command-line.ts";
import type { CommandChoice, Field, Suggestion } from "./command-line.ts";
import type { Scene } from "./scene.ts";
import { commandsIn } from "./state.ts";

/** The list above the composer: `active` is -1 while nothing is chosen, so that Enter sends what was typed. */
interface OpenList {
  entries: Suggestion[];
  active: number;
  note: string;
  failed: boolean;
}

export interface Composer {
  channelId: string;
  text: string;
  hint: string;
  chosen: { choice: CommandChoice; fields: Field[]; focused: number } | undefined;
  list: OpenList | undefined;
  /** The number of the newest question for suggestions; answers to older ones are dropped. */
  question: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** How long the typing must rest before suggestions are asked for, in milliseconds. */
const rest = 150;

export function emptyComposer(channelId: string): Composer {
  return { channelId, text: "", hint: "", chosen: undefined, list: undefined, question: 0, timer: undefined };
}

export const fieldId = (composer: Composer, at: number): string => `field-${composer.channelId}-${at}`;
export const inputId = (composer: Composer): string => `composer-${composer.channelId}`;

const focus = (id: string): void => document.getElementById(id)?.focus();

function stopAsking(composer: Composer): void {
  clearTimeout(composer.timer);
  composer.question += 1;
  composer.list = undefined;
}

/** Leaves the command and gives the empty line back. */
export function leave(composer: Composer, scene: Scene): void {
  stopAsking(composer);
  composer.chosen = undefined;
  composer.text = "";
  scene.actions.draw(() => focus(inputId(composer)));
}

function command(composer: Composer, scene: Scene): TypedCommand | undefined {
  if (composer.chosen === undefined) return undefined;
  const { choice } = composer.chosen;
  const base = { readerId: scene.reader.id, channelId: composer.channelId, name: choice.name, options: {} };
  return choice.subcommand === undefined ? base : { ...base, subcommand: choice.subcommand };
}

/** Takes a command, with what was already typed behind its name, and goes to the first field that waits. */
function choose(composer: Composer, choice: CommandChoice, typed: string, scene: Scene): void {
  stopAsking(composer);
  const fields = fieldsFromText(choice, typed);
  const waiting = fields.findIndex((field) => field.text === "");
  composer.chosen = { choice, fields, focused: 0 };
  composer.hint = "";
  composer.text = "";
  const at = typed.trim() === "" ? 0 : Math.max(0, waiting);
  scene.actions.draw(() => focus(fields.length === 0 ? `send-${composer.channelId}` : fieldId(composer, at)));
}

/** Takes what was typed into the plain line, and offers commands where it begins with a slash. */
export function typeText(composer: Composer, text: string, scene: Scene): void {
  composer.text = text;
  composer.hint = "";
  const choices = commandChoices(commandsIn(scene.state, composer.channelId));
  const full = typedOut(choices, text);
  if (full !== undefined) {
    choose(composer, full.choice, full.rest, scene);
    return;
  }
  const found = text.startsWith("/") ? matchingChoices(choices, text) : [];
  const entries = found.map((choice) => ({
    label: choice.label,
    detail: choice.description,
    value: choices.indexOf(choice),
  }));
  composer.list = entries.length > 0 ? { entries, active: 0, note: scene.words.pickHint, failed: false } : undefined;
  if (text.startsWith("/") && entries.length === 0) composer.hint = scene.words.noCommand(text);
  scene.actions.draw();
}

export function pickCommand(composer: Composer, entry: Suggestion, scene: Scene): void {
  const choice = commandChoices(commandsIn(scene.state, composer.channelId))[Number(entry.value)];
  if (choice !== undefined) choose(composer, choice, "", scene);
}

function offer(composer: Composer, entries: Suggestion[], mustPick: boolean, scene: Scene): void {
  const { words } = scene;
  if (entries.length === 0) {
    composer.list = { entries, active: -1, note: mustPick ? words.pickOne : words.noMatch, failed: false };
  } else {
    const field = composer.chosen?.fields[composer.chosen.focused];
    // A closed list needs one of its entries: the first is ready for Enter. Free text stays what was typed unless an arrow says otherwise.
    const ready = mustPick && field !== undefined && (field.text !== "" || field.option.required);
    composer.list = { entries, active: ready ? 0 : -1, note: ready ? words.pickHint : words.typedHint, failed: false };
  }
  scene.actions.draw();
}

async function ask(composer: Composer, at: number, scene: Scene): Promise<void> {
  const base = command(composer, scene);
  const fields = composer.chosen?.fields;
  const field = fields?.[at];
  if (base === undefined || fields === undefined || field === undefined) return;
  composer.question += 1;
  const mine = composer.question;
  const others = fields.filter((other) => other !== field && other.text !== "").map((other) => ({ ...other }));
  const options = readFields(others, scene.snapshot, scene.words) ?? {};
  const outcome = await scene.actions.suggest({ ...base, options }, field.option.plainName, field.text);
  if (mine !== composer.question || composer.chosen?.focused !== at) return;
  if (outcome.kind === "choices") {
    const entries = outcome.choices.map(({ name, value }) => ({ label: name, value }));
    offer(composer, entries, false, scene);
    return;
  }
  const why = outcome.kind === "failed" ? `: ${outcome.why}` : "";
  composer.list = { entries: [], active: -1, note: `${scene.words.optionsFailed}${why}`, failed: true };
  scene.actions.draw();
}

/** Shows what a field can be: at once where it is known here, after a short rest where the bot is asked. */
export function suggestFor(composer: Composer, at: number, scene: Scene): void {
  const { chosen } = composer;
  const field = chosen?.fields[at];
  if (chosen === undefined || field === undefined) return;
  if (chosen.focused !== at) composer.list = undefined;
  chosen.focused = at;
  clearTimeout(composer.timer);
  composer.question += 1;
  const list = closedList(field.option, scene.snapshot, scene.words);
  if (list !== undefined) offer(composer, field.value === undefined ? narrowed(list, field.text) : list, true, scene);
  else if (field.option.autocomplete) composer.timer = setTimeout(() => void ask(composer, at, scene), rest);
  else composer.list = undefined;
  scene.actions.draw();
}

/** Takes what was typed into a field; a picked value is given up with it. */
export function typeField(composer: Composer, at: number, text: string, scene: Scene): void {
  const field = composer.chosen?.fields[at];
  if (field === undefined) return;
  field.text = text;
  delete field.value;
  delete field.error;
  suggestFor(composer, at, scene);
}

/** Takes a suggestion for the field that has the focus. */
export function pickValue(composer: Composer, entry: Suggestion, scene: Scene): void {
  const field = composer.chosen?.fields[composer.chosen.focused];
  if (field === undefined) return;
  field.text = entry.label;
  field.value = entry.value;
  delete field.error;
  stopAsking(composer);
  scene.actions.draw();
}

/** Adds the field of an option that is not shown yet. */
export function addField(composer: Composer, name: string, scene: Scene): void {
  const { chosen } = composer;
  const option = chosen?.choice.options.find((known) => known.plainName === name);
  if (chosen === undefined || option === undefined) return;
  chosen.fields.push({ option, text: "" });
  scene.actions.draw(() => focus(fieldId(composer, chosen.fields.length - 1)));
}

/** Sends the command, or goes to the first field that cannot be sent. */
export function send(composer: Composer, scene: Scene): void {
  const { chosen } = composer;
  const base = command(composer, scene);
  if (chosen === undefined || base === undefined) {
    const typed = composer.text.trim();
    composer.hint = typed.startsWith("/") ? scene.words.noCommand(typed) : scene.words.onlyCommands;
    if (typed === "") composer.hint = "";
    scene.actions.draw();
    return;
  }
  const options = readFields(chosen.fields, scene.snapshot, scene.words);
  if (options === undefined) {
    const faulty = chosen.fields.findIndex((field) => field.error !== undefined);
    scene.actions.draw(() => focus(fieldId(composer, faulty)));
    return;
  }
  const line = shownLine(chosen.choice, chosen.fields);
  leave(composer, scene);
  void scene.actions.send({ ...base, options }, line);
}

/** Moves the choice in the open list; from the typed text (-1) down to the first entry and back. */
export function move(composer: Composer, by: number, scene: Scene): void {
  const { list } = composer;
  if (list === undefined || list.entries.length === 0) return;
  const lowest = composer.chosen === undefined ? 0 : -1;
  const size = list.entries.length - lowest;
  list.active = ((list.active - lowest + by + size) % size) + lowest;
  const id = `${inputId(composer)}-entry-${list.active}`;
  scene.actions.draw(() => document.getElementById(id)?.scrollIntoView({ block: "nearest" }));
}

/** Escape: first the list goes, then the command. */
export function escape(composer: Composer, scene: Scene): void {
  if (composer.list !== undefined) {
    stopAsking(composer);
    scene.actions.draw();
  } else leave(composer, scene);
}

/** A field that lost the focus closes its list; a field that gained it meanwhile keeps its own. */
export function unfocus(composer: Composer, at: number, scene: Scene): void {
  if (composer.chosen?.focused !== at) return;
  stopAsking(composer);
  scene.actions.draw();
}
