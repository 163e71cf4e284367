// What a form of /record must be able to do; flow.ts drives every form the same way. A form writes nothing and asks no leave.
import type { Context, ModalField } from "../../src/command.ts";
import type { Draft, Fact } from "../../src/domain/fact.ts";
import type { Button, Message } from "../../src/views/message.ts";

/** What a form was opened with (a subject, the version that was seen), and what was typed, by the fields' keys. */
export interface Given {
  args: readonly string[];
  typed: Readonly<Record<string, string>>;
}

export interface Card {
  /** What readers will get if it is confirmed: the alert where there is one, else the answer to a command. */
  preview: Message;
  /** Said first of all: a record of the same event, a version that is no longer the newest. */
  warnings: readonly string[];
  /** What confirming does: the count as it will be, whether it is announced and where, whom it waits for. */
  lines: readonly string[];
  /**
   * What whoever confirms has relied on, as plain JSON beside the drafts: duplicates, heads, whether it is announced. Another value by the time of Confirm
   * shows the card anew.
   */
  rests: readonly (string | number | boolean)[];
  /** Beside Confirm, Edit and Cancel: "add this source to that record", "announce anyway". */
  more?: readonly Button[];
  /** Rule 15: it relaxes and names no official source, so that a second person has to confirm it. */
  needsSecond?: boolean;
}

export interface RecordForm {
  /** As rows and custom ids name it. */
  name: string;
  title: (given: Given, context: Context) => string;
  /** One to five, filled in with what was typed before. */
  fields: (given: Given, context: Context) => readonly ModalField[];
  /** Facts as they would be recorded. The subject's id stands in `args` from the beginning. Throws a Refusal that names the first thing that cannot be read. */
  read: (given: Given, context: Context) => readonly [Draft, ...Draft[]];
  card: (drafts: readonly Draft[], given: Given, context: Context) => Card;
  /** The sentence after Confirm: what was recorded, and what comes of it. */
  recorded: (facts: readonly Fact[], context: Context) => string;
}
