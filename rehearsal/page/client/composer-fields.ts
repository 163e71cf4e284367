// The fields of the command in a composer: what each can be, what is picked, added and taken away. It sends nothing but questions for suggestions.
import { closedList, commandChoices, narrowed, readFields } from "./command-line.ts";
import type { CommandChoice, Suggestion } from "./command-line.ts";
import { choose, command, fieldId, focus, inputId, leave, moreId, namesFor, stopAsking } from "./composer.ts";
import type { Chosen, Composer } from "./composer.ts";
import { because } from "./orders.ts";
import type { Scene } from "./scene.ts";
import { mostBytes, sentFile } from "./sent-file.ts";
import { commandsIn } from "./state.ts";

/** How long the typing must rest before suggestions are asked for, in milliseconds. */
const rest = 150;

function offer(composer: Composer, entries: Suggestion[], mustPick: boolean, scene: Scene): void {
  const { words } = scene;
  if (entries.length === 0) {
    const note = mustPick ? words.pickOne : words.noMatch;
    composer.list = { of: "values", entries, active: -1, least: -1, note, failed: false };
  } else {
    const field = composer.chosen?.fields[composer.chosen.focused];
    // A closed list needs one of its entries: the first is ready for Enter. Free text stays what was typed unless an arrow says otherwise.
    const ready = mustPick && field !== undefined && (field.text !== "" || field.option.required);
    const note = ready ? words.pickHint : words.typedHint;
    composer.list = { of: "values", entries, active: ready ? 0 : -1, least: ready ? 0 : -1, note, failed: false };
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
  const options = readFields(others, namesFor(composer, scene), scene.words) ?? {};
  const outcome = await scene.actions.suggest({ ...base, options }, field.option.plainName, field.text);
  if (mine !== composer.question || composer.chosen?.focused !== at) return;
  if (outcome.kind === "choices") {
    const entries = outcome.choices.map(({ name, value }) => ({ label: name, value }));
    offer(composer, entries, false, scene);
    return;
  }
  const why = outcome.kind === "failed" ? `: ${outcome.why}` : "";
  const note = `${scene.words.optionsFailed}${why}`;
  composer.list = { of: "values", entries: [], active: -1, least: -1, note, failed: true };
  scene.actions.draw();
}

/** Shows what a field can be: at once where it is known here, after a short rest where the bot is asked. */
export function suggestFor(composer: Composer, at: number, scene: Scene): void {
  const { chosen } = composer;
  const field = chosen?.fields[at];
  if (chosen === undefined || field === undefined) return;
  if (chosen.focused !== at || composer.list?.of === "options") composer.list = undefined;
  chosen.focused = at;
  clearTimeout(composer.timer);
  composer.question += 1;
  // While old lines are gone through, the arrows are theirs.
  if (composer.recalled >= 0) return scene.actions.draw();
  const list = closedList(field.option, namesFor(composer, scene), scene.words);
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
  composer.recalled = -1;
  delete field.value;
  delete field.error;
  suggestFor(composer, at, scene);
}

/** Takes the file of an attachment option; none takes it away. */
export async function takeFile(composer: Composer, at: number, file: File | undefined, scene: Scene): Promise<void> {
  const field = composer.chosen?.fields[at];
  if (field === undefined) return;
  delete field.file;
  delete field.error;
  field.text = "";
  if (file !== undefined && file.size > mostBytes) field.error = scene.words.tooBig(file.name);
  else if (file !== undefined) {
    field.text = file.name;
    try {
      field.file = await sentFile(file);
    } catch (error) {
      field.error = because(error);
    }
  }
  scene.actions.draw();
}

function pickValue(composer: Composer, entry: Suggestion, scene: Scene): void {
  const field = composer.chosen?.fields[composer.chosen.focused];
  if (field === undefined) return;
  field.text = entry.label;
  field.value = entry.value;
  delete field.error;
  stopAsking(composer);
  scene.actions.draw();
}

function addField(composer: Composer, name: string, scene: Scene): void {
  const { chosen } = composer;
  const option = chosen?.choice.options.find((known) => known.plainName === name);
  if (chosen === undefined || option === undefined) return;
  stopAsking(composer);
  chosen.fields.push({ option, text: "" });
  scene.actions.draw(() => focus(fieldId(composer, chosen.fields.length - 1)));
}

/** Options that are not shown yet. */
export function hiddenOptions({ choice, fields }: Chosen): CommandChoice["options"] {
  return choice.options.filter((option) => fields.every((field) => field.option !== option));
}

/** Offers the options that are not shown yet; `ready` is whether Enter takes the first of them, or sends what stands there. */
export function offerOptions(composer: Composer, ready: boolean, scene: Scene): void {
  const { chosen } = composer;
  if (chosen === undefined) return;
  stopAsking(composer);
  const entries = hiddenOptions(chosen).map((option) => ({
    label: option.name,
    detail: option.description,
    value: option.plainName,
  }));
  const note = ready ? scene.words.pickHint : scene.words.addHint;
  composer.list = { of: "options", entries, active: ready ? 0 : -1, least: ready ? 0 : -1, note, failed: false };
  scene.actions.draw();
}

/** Takes the entry the arrows or a finger chose; false where there is none. */
export function takeActive(composer: Composer, scene: Scene): boolean {
  const { list } = composer;
  const entry = list?.entries[list.active];
  if (list === undefined || entry === undefined) return false;
  if (list.of === "values") pickValue(composer, entry, scene);
  else if (list.of === "options") addField(composer, String(entry.value), scene);
  else {
    const choice = commandChoices(commandsIn(scene.state, composer.channelId))[Number(entry.value)];
    if (choice !== undefined) choose(composer, choice, "", scene);
  }
  return true;
}

/** Takes a field away and goes to the one before it; one that is required stays. The first, with nothing typed anywhere, takes the command along. */
export function removeField(composer: Composer, at: number, scene: Scene): void {
  const { chosen } = composer;
  const field = chosen?.fields[at];
  if (chosen === undefined || field === undefined) return;
  const blank = chosen.fields.every(({ text }) => text === "");
  if (at === 0 && (blank || field.option.required)) return blank ? leave(composer, scene) : undefined;
  stopAsking(composer);
  if (!field.option.required) chosen.fields.splice(at, 1);
  const to = Math.max(0, at - 1);
  chosen.focused = to;
  scene.actions.draw(() => focus(chosen.fields.length === 0 ? moreId(composer) : fieldId(composer, to)));
}

/** Moves the choice in the open list; from the typed text (-1) down to the first entry and back. */
export function move(composer: Composer, by: number, scene: Scene): void {
  const { list } = composer;
  if (list === undefined || list.entries.length === 0) return;
  const size = list.entries.length - list.least;
  list.active = ((list.active - list.least + by + size) % size) + list.least;
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

/** "+N optional" lost the focus. */
export function unfocusOptions(composer: Composer, scene: Scene): void {
  if (composer.list?.of !== "options") return;
  stopAsking(composer);
  scene.actions.draw();
}

/** A field that lost the focus closes its list; a field that gained it meanwhile keeps its own. */
export function unfocus(composer: Composer, at: number, scene: Scene): void {
  if (composer.chosen?.focused !== at || composer.list?.of === "options") return;
  stopAsking(composer);
  scene.actions.draw();
}
