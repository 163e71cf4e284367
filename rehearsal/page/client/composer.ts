// What is being typed in one channel: text, then a command with its fields. Fields are composer-fields', sending composer-send's, drawing composer-view's.
import type { TypedCommand } from "../../contract.ts";
import { commandChoices, fieldsFromText, matchingChoices, typedOut } from "./command-line.ts";
import type { CommandChoice, Field, Suggestion } from "./command-line.ts";
import { namesIn } from "./guild.ts";
import type { Names } from "./guild.ts";
import type { Scene } from "./scene.ts";
import { commandsIn } from "./state.ts";

/** The list above the composer: `active` is -1 while nothing is chosen, so that Enter sends what was typed. */
interface OpenList {
  of: "commands" | "values" | "options";
  entries: Suggestion[];
  active: number;
  /** -1 where what was typed can stay; 0 where one of the entries must be taken. */
  least: number;
  note: string;
  failed: boolean;
}

export interface Chosen {
  choice: CommandChoice;
  fields: Field[];
  focused: number;
}

/** Something that was sent, to be had again with the arrow up. */
export type Sent = { text: string } | { choice: CommandChoice; fields: Field[] };

export interface Composer {
  channelId: string;
  text: string;
  hint: string;
  chosen: Chosen | undefined;
  list: OpenList | undefined;
  /** The number of the newest question for suggestions; answers to older ones are dropped. */
  question: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Newest first. */
  sent: Sent[];
  /** Which of `sent` is shown; -1 while something new is typed. */
  recalled: number;
}

export function emptyComposer(channelId: string): Composer {
  return {
    channelId,
    text: "",
    hint: "",
    chosen: undefined,
    list: undefined,
    question: 0,
    timer: undefined,
    sent: [],
    recalled: -1,
  };
}

export const fieldId = (composer: Composer, at: number): string => `field-${composer.channelId}-${at}`;
export const inputId = (composer: Composer): string => `composer-${composer.channelId}`;
export const moreId = (composer: Composer): string => `more-${composer.channelId}`;

export const focus = (id: string): void => document.getElementById(id)?.focus();
export const namesFor = (composer: Composer, scene: Scene): Names =>
  namesIn(scene.snapshot, composer.channelId, scene.reader.id);

export function stopAsking(composer: Composer): void {
  clearTimeout(composer.timer);
  composer.question += 1;
  composer.list = undefined;
}

/** Leaves the command and gives the empty line back. */
export function leave(composer: Composer, scene: Scene): void {
  stopAsking(composer);
  composer.chosen = undefined;
  composer.text = "";
  composer.recalled = -1;
  scene.actions.draw(() => focus(inputId(composer)));
}

export function command(composer: Composer, scene: Scene): TypedCommand | undefined {
  if (composer.chosen === undefined) return undefined;
  const { choice } = composer.chosen;
  const base = { readerId: scene.reader.id, channelId: composer.channelId, name: choice.name, options: {} };
  return choice.subcommand === undefined ? base : { ...base, subcommand: choice.subcommand };
}

/** Takes a command, with what was already typed behind its name, and goes to the first field that waits. */
export function choose(composer: Composer, choice: CommandChoice, typed: string, scene: Scene): void {
  stopAsking(composer);
  const fields = fieldsFromText(choice, typed);
  const waiting = fields.findIndex((field) => field.text === "");
  composer.chosen = { choice, fields, focused: 0 };
  composer.hint = "";
  composer.text = "";
  const at = typed.trim() === "" ? 0 : Math.max(0, waiting);
  const bare = choice.options.length === 0 ? `send-${composer.channelId}` : moreId(composer);
  scene.actions.draw(() => focus(fields.length === 0 ? bare : fieldId(composer, at)));
}

/** Takes what was typed into the plain line, and offers commands where it begins with a slash. */
export function typeText(composer: Composer, text: string, scene: Scene): void {
  composer.text = text;
  composer.hint = "";
  composer.recalled = -1;
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
  const note = scene.words.pickHint;
  composer.list =
    entries.length > 0 ? { of: "commands", entries, active: 0, least: 0, note, failed: false } : undefined;
  if (text.startsWith("/") && entries.length === 0) composer.hint = scene.words.noCommand(text);
  scene.actions.draw();
}
