// From rows about those who have not pressed Seen to what is read of them, and the button itself below every notice that asks for it. Whoever pressed meanwhile
// is not named, and once all have there is nothing to tell.
import type { AlertOf } from "../../domain/alert.ts";
import { type Delivery, rowKey } from "../../domain/delivery.ts";
import { split } from "../../views/fit.ts";
import { seenMissing, seenReminder, seenRow } from "../../views/notices/seen.ts";
import { countOf } from "../seen/seen.ts";
import { marked } from "./worded.ts";
import type { Answers, Rendered, Row, Wordings } from "./wording.ts";

export const SEEN: Wordings<"seen.missing" | "seen.reminder"> = { "seen.missing": ofSeen, "seen.reminder": ofSeen };

function ofSeen(
  alert: AlertOf<"seen.missing" | "seen.reminder">,
  { delivery: { guildId, channelId, dm, language }, scene: given, answers: { pressed, home } }: Row,
): Rendered {
  const { known: record, mark, lateBy } = given;
  const presses = pressed({ guildId, key: alert.of });
  const missing = alert.people.filter((one) => !presses.has(one));
  if (missing.length === 0) return "no-longer-so";
  const scene = { record, home, language, mark, guildId, ...(lateBy === undefined ? {} : { lateBy }) };
  if (alert.kind === "seen.reminder") return marked(split(seenReminder(alert, missing, { ...scene, channelId })), mark);
  return marked(split(seenMissing(alert, presses, { ...scene, where: dm === undefined ? "place" : "dm" })), mark);
}

/** The button stands below the last part. Of an edit, below what it edits. How many have pressed is read anew each time: it is not remembered. */
export function withButton(rendered: Rendered, delivery: Delivery, { pressed }: Answers): Rendered {
  const { seen, guildId, language } = delivery;
  const last = typeof rendered === "string" ? undefined : rendered.at(-1);
  if (seen === undefined || typeof rendered === "string" || last === undefined) return rendered;
  const below = { guildId, key: seen.of ?? rowKey(delivery), people: seen.people };
  const row = seenRow(below.key, countOf({ of: pressed }, below), language);
  return [...rendered.slice(0, -1), { ...last, rows: [...(last.rows ?? []), row] }];
}
