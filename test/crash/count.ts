// Counts from what the channels show, by a table written by hand: nothing lost, nothing doubled, nothing late that does not say so, changes complete and
// nothing else shown. It knows nothing of rows, plans or the words of src/.
import type { ShownMessage } from "../../rehearsal/contract.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { ec } from "./places.ts";
import type { Scenario, Told } from "./scenario.ts";
import type { Stage } from "./stage.ts";

/** In time: within two minutes of its instant. Planned after two, or posted five after it was planned, it must say so. */
const IN_TIME = 2 * MINUTE;
const CERTAINLY_LATE = 7 * MINUTE;

const LATE = /\blate\b|\batraso\b/;
const MARK = /#[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?:\.\d+)?/;
const DOWN = /^🛠️/u;

/** What is wrong, in sentences; empty where all is as it must be. */
export function faultsIn(scenario: Scenario, stage: Stage): string[] {
  const named = Object.keys(scenario.shows).filter((name) => !stage.channelNames.includes(name));
  if (named.length > 0) throw new Error(`The table names ${named.join(", ")}, which the scenario has not`);
  const odd = stage.broken.map((error) => `The program would have stopped: ${String(error)}`);
  const strange = stage.discord.unknownRoutes.map((route) => `Discord knows no ${route}`);
  const quiet = stage.discord.channel("alertas");
  const elsewhere = stage.discord.messages(quiet.id).map((one) => `#alertas shows ${quoted(one)}`);
  return [
    ...odd,
    ...strange,
    ...elsewhere,
    ...stage.channelNames.flatMap((name) =>
      inChannel(stage, scenario.shows[name] ?? [], stage.discord.messages(stage.channel(name).id)).map(
        (fault) => `#${name}: ${fault}`,
      ),
    ),
  ];
}

function inChannel(stage: Stage, table: readonly Told[], shown: readonly ShownMessage[]): string[] {
  const found = table.map((told) => shown.filter((one) => told.says.test(contentOf(one))));
  const summaries = shown.filter((one) => DOWN.test(contentOf(one)));
  return [
    ...twice(shown),
    ...table.flatMap((told, i) => howOften(stage, told, found[i] ?? [], summaries)),
    ...table.flatMap((told, i) => (found[i] ?? []).slice(0, 1).flatMap((one) => lateness(stage, told, one))),
    ...table.flatMap((told, i) => unanswered(told, found[i] ?? [], found[told.answers ?? -1])),
    ...nothingElse(found.flat(), summaries, shown, table),
    ...outOfOrder(found),
  ];
}

/** By mark and part. */
function twice(shown: readonly ShownMessage[]): string[] {
  const marks = shown.map(markOf);
  const bare = shown.filter((_, i) => marks[i] === undefined).map((one) => `no mark under ${quoted(one)}`);
  const again = marks.filter((mark, i) => mark !== undefined && marks.indexOf(mark) !== i);
  return [...bare, ...again.map((mark) => `DOUBLED ${mark}`)];
}

/** By meaning. */
function howOften(
  stage: Stage,
  { says, parts = 1, missed, excused }: Told,
  found: readonly ShownMessage[],
  summaries: readonly ShownMessage[],
): string[] {
  const inSummaries = missed === undefined ? 0 : summaries.filter((one) => missed.test(wordsOf(one))).length;
  const told = found.length + inSummaries * parts;
  if (told === parts) return [];
  if (told === 0) return excused?.(stage) === true ? [] : [`LOST ${says}`];
  return [`${told > parts ? "DOUBLED" : "LOST in part"} ${says}: ${told} instead of ${parts}`];
}

/** Of several parts the first says it. */
function lateness(stage: Stage, { due }: Told, shown: ShownMessage): string[] {
  if (due === "any") return [];
  const since = due.includes("T") ? ec(due) : stage.did(due);
  if (since === undefined) return [`shown before anybody did "${due}": ${quoted(shown)}`];
  const waited = Date.parse(shown.message.timestamp) - since;
  const says = LATE.test(wordsOf(shown));
  if (waited > CERTAINLY_LATE && !says) return [`LATE by ${waited / MINUTE} min and unmarked: ${quoted(shown)}`];
  return waited < IN_TIME && says ? [`in time and called late: ${quoted(shown)}`] : [];
}

function unanswered(told: Told, found: readonly ShownMessage[], older: readonly ShownMessage[] | undefined): string[] {
  if (told.answers === undefined) return [];
  const ids = (older ?? []).map(({ message }) => message.id);
  return found
    .slice(0, 1)
    .filter(({ message }) => !ids.includes(message.message_reference?.message_id ?? ""))
    .map((one) => `CHANGE that answers nothing: ${quoted(one)}`);
}

function nothingElse(
  found: readonly ShownMessage[],
  summaries: readonly ShownMessage[],
  shown: readonly ShownMessage[],
  table: readonly Told[],
): string[] {
  const missed = table.flatMap((told) => told.missed ?? []);
  const explained = summaries.filter((one) => missed.some((words) => words.test(wordsOf(one))));
  return shown
    .filter((one) => !found.includes(one) && !explained.includes(one))
    .map((one) => `shown and nowhere in the table: ${quoted(one)}`);
}

/** In the order of the table, which is the order in which they are owed. */
function outOfOrder(found: readonly (readonly ShownMessage[])[]): string[] {
  const ids = found.flatMap((all) => all.map(({ message }) => BigInt(message.id)));
  return ids.some((id, i) => id < (ids[i - 1] ?? 0n)) ? ["out of order"] : [];
}

const contentOf = ({ message }: ShownMessage) => message.content;
const quoted = (shown: ShownMessage) => JSON.stringify(contentOf(shown));
const markOf = ({ message }: ShownMessage) =>
  message.embeds.flatMap(({ footer }) => MARK.exec(footer?.text ?? "")?.[0] ?? [])[0];

function wordsOf({ message }: ShownMessage): string {
  const embeds = message.embeds.flatMap(({ title, description, fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [message.content, ...embeds].join("\n");
}

/** For whoever writes a table: what a channel shows now, line by line. */
export function shownIn(stage: Stage): string {
  return stage.channelNames
    .map((name) =>
      [
        `#${name}`,
        ...stage.discord
          .messages(stage.channel(name).id)
          .map(
            (one) =>
              `  ${one.message.timestamp} ${markOf(one) ?? "?"} ${one.message.message_reference === undefined ? "" : "(answers) "}${contentOf(one)}`,
          ),
      ].join("\n"),
    )
    .join("\n");
}
