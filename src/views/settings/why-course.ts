// What happened to one notice: due, noted, each try with Discord's answer, where it stands, what was put right since. Times on the places' own clock.
import type { Attempt, Delivery } from "../../domain/delivery.ts";
import type { Language } from "../../domain/text.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { second, span } from "../../text/time.ts";
import { type Scene, when } from "../curfew/words.ts";
import { became, reasonWords, type WhyScene } from "./why-words.ts";

/** Tries told one by one at the begin and at the end: a night without Discord has hundreds. */
const [BEGIN, END] = [3, 5] as const;

export function courseLines(row: Delivery, scene: Scene, s: WhyScene): string[] {
  const t = texts(s.language).why;
  const { attempts, reason, againAt } = row;
  const late = row.lateBy ?? missedBy(row);
  const words = reasonWords(reason, s.language);
  const tries = attempts.map((one, i) => tryLine(row, one, i === attempts.length - 1, scene));
  const next = row.state === "again" || row.state === "unsure" ? againAt : undefined;
  return [
    t.due(when(scene, row.dueAt)),
    t.noted(when(scene, row.plannedAt), late === undefined ? "" : span(late)),
    ...(tries.length > BEGIN + END + 1
      ? [...tries.slice(0, BEGIN), t.between(tries.length - BEGIN - END), ...tries.slice(-END)]
      : tries),
    ...(tries.length === 0 && became(row) !== "there" ? [t.untried] : []),
    // Of what is not there the first line says why.
    ...(row.state === "sent" && reason !== "delivered" ? [words.full] : []),
    ...(next === undefined ? [] : [t.next(second(worldOf(row, next), scene.zone))]),
  ];
}

/** What the clock brings is noted within its minute, unless nobody watched. */
const PROMPT = 2 * MINUTE;

function missedBy({ alert, plannedAt, dueAt }: Delivery): Millis | undefined {
  return "groups" in alert && plannedAt - dueAt > PROMPT ? plannedAt - dueAt : undefined;
}

/** Tries are noted in the machine's time: it runs as the world's does between planning and posting. */
function worldOf({ plannedAt, plannedMachine }: Delivery, machine: Millis): Millis {
  return plannedAt + Math.max(0, machine - plannedMachine);
}

function tryLine(row: Delivery, attempt: Attempt, isLast: boolean, { zone, language }: Scene): string {
  const t = texts(language).why;
  const at = second(worldOf(row, attempt.startedAt), zone);
  const part = row.parts.length > 1 ? t.part(attempt.part ?? 1) : "";
  return t.tried(
    at,
    `${part}${outcomeWords(attempt, isLast && row.state === "sending", language)}`,
    attempt.answer ?? "",
  );
}

function outcomeWords({ outcome, why }: Attempt, underWay: boolean, language: Language): string {
  const t = texts(language).why.outcome;
  if (outcome === undefined) return underWay ? t.open : t.broken;
  return outcome === "sent" ? t.sent : t[outcome](reasonWords(why ?? "", language).short);
}

/** Links to its messages, and what was put right there. `part`: the one that was asked about comes first. */
export function messageLines(row: Delivery, edits: readonly Delivery[], scene: Scene, s: WhyScene, part = 1): string[] {
  const t = texts(s.language).why;
  const there = row.parts.filter(({ messageId }) => messageId !== undefined);
  const asked = there.filter((one) => one.part === part);
  const links = [...asked, ...there.filter((one) => one.part !== part)].map((one) => {
    const url = `https://discord.com/channels/${row.channelId === s.direct ? "@me" : row.guildId}/${row.channelId}/${one.messageId ?? ""}`;
    const at = when(scene, one.shownAt ?? worldOf(row, one.postedAt ?? row.plannedMachine));
    return row.parts.length > 1 ? t.partLink(one.part, row.parts.length, url, at) : t.link(url, at);
  });
  return [...links, ...edits.map((one) => editLine(one, scene, s))];
}

function editLine(edit: Delivery, scene: Scene, s: WhyScene): string {
  const t = texts(s.language).why;
  const [part] = edit.parts;
  const { short } = reasonWords(edit.reason, s.language);
  const is = became(edit);
  if (is === "there") return t.edited(when(scene, part?.shownAt ?? edit.plannedAt));
  return is === "waits" ? t.editWaits(short) : t.editFailed(short);
}
