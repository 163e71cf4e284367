// One thing of a card that can be changed: the form's fields, filled in with what holds, and back. It writes nothing; what it cannot read it refuses with a sentence.
import { type Context, type Filled, type ModalField, pickedIn, Refusal } from "../../../src/command.ts";
import { Draft } from "../../../src/domain/draft.ts";
import { FINE_TOPICS, fine, type FineTopic } from "../../../src/domain/topic.ts";
import type { Language } from "../../../src/domain/text.ts";
import { texts } from "../../../src/text/index.ts";
import { escape } from "../../../src/views/escape.ts";

export interface Thing {
  /** Key of its words in the texts. */
  name: keyof ReturnType<typeof texts>["settings"]["thing"];
  /** Where it means something. Left out: everywhere. */
  fits?: (draft: Draft) => boolean;
  fields: (draft: Draft, context: Context) => readonly ModalField[];
  /** Throws a Refusal. */
  read: (filled: Filled, draft: Draft, context: Context) => Draft;
}

/** What was typed and could not be read is repeated only so far, and ends in “…” where it went on. */
const TYPED = 60;
export function shown(typed: string): string {
  const whole = typed.trim();
  return escape(whole.length > TYPED ? `${whole.slice(0, TYPED - 1).toWellFormed()}…` : whole.toWellFormed());
}

/** Names that are all wrong must not fill more than a message: the first few, and how many more. */
export function fewest(why: readonly string[], { language }: Pick<Context, "language">): readonly string[] {
  const rest = why.length - MISTAKES;
  return rest <= 0 ? why : [...why.slice(0, MISTAKES), texts(language).settings.bad.more(rest)];
}
const MISTAKES = 6;

export const typedIn = (filled: Filled, key: string) => (filled[key] ?? "").trim();

const SNOWFLAKE = /^\d{17,20}$/;

/** Discord's ids; a Refusal where anything else came. */
export function idsIn(filled: Filled, key: string, { language }: Context, most = 25): readonly string[] {
  const ids = [...new Set(pickedIn(filled, key))];
  if (ids.length > most || !ids.every((id) => SNOWFLAKE.test(id))) throw broken(language);
  return ids;
}

/** What was picked from a list of ours, in the list's order; a Refusal where anything else came. */
export function chosenIn<T extends string>(
  filled: Filled,
  key: string,
  offered: readonly T[],
  { language }: Context,
): readonly T[] {
  const picked = new Set(pickedIn(filled, key));
  const found = offered.filter((one) => picked.has(one));
  if (found.length !== picked.size) throw broken(language);
  return found;
}

/** The one that a form cannot be sent without. */
export function chosenOne<T extends string>(filled: Filled, key: string, offered: readonly T[], context: Context): T {
  const [one, ...more] = chosenIn(filled, key, offered, context);
  if (one === undefined || more.length > 0) throw broken(context.language);
  return one;
}

const broken = (language: Language) => new Refusal(texts(language).settings.bad.broken);

/** What it hears, one by one, as a list to pick from. */
export function topicChoice(draft: Draft, language: Language, all = true) {
  const offered: readonly FineTopic[] = all ? FINE_TOPICS : fine(draft.settings.topics);
  return offered.map((topic) => ({ value: topic, label: texts(language).settings.kind[topic] }));
}

type Changed<Part> = { [Key in keyof Part]?: Part[Key] | undefined };

/** A draft with other settings; what became undefined is left out. */
export function withSettings(draft: Draft, changes: Changed<Draft["settings"]>): Draft {
  return Draft.parse(JSON.parse(JSON.stringify({ ...draft, settings: { ...draft.settings, ...changes } })));
}

export function withChannel(draft: Draft, changes: Changed<Draft["channel"]>): Draft {
  return Draft.parse(JSON.parse(JSON.stringify({ ...draft, channel: { ...draft.channel, ...changes } })));
}
