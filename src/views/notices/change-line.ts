// The first line of a notice that a decree was declared, changed, lifted, struck down or withdrawn: old and new, where, and what holds tonight.
// It must never be read as "now" where it is not so now, nor call a time free of which nobody knows.
import type { PlaceId } from "../../domain/area.ts";
import { groupBy } from "../../domain/group.ts";
import type { WhyKind } from "../../domain/why.ts";
import { texts } from "../../text/index.ts";
import { span } from "../../text/time.ts";
import { isDaily, isSame, type Told } from "./change-told.ts";
import { howMany, isSeen, placesIn } from "../curfew/how-many.ts";
import { type Part, SIGN, stopped } from "../curfew/line.ts";
import { mostlyShort } from "../curfew/mostly.ts";
import { partsNow, stateWords } from "../curfew/now.ts";
import { dayWord, fewGroups, lower, morePlaces, type Scene, todayAt } from "../curfew/words.ts";
import { type Headline, isNew, phrase } from "./change-phrase.ts";
import { isRunning, untilWords, isDark, fallen, capital } from "./change-words.ts";

/** Of a message that stands in the channel for days: no word of tonight. */
export function lastingLine(scene: Scene, line: Headline): string {
  return [opening(scene, line), ...because(scene, line)].join(" ");
}

export function changeLine(scene: Scene, line: Headline): string {
  const { alerts, change: t } = texts(scene.language);
  const { told, terms, lateBy, late } = line;
  const changed = told.some((one) => !isSame(one));
  const also =
    line.kind === "curfew.declared" || !changed
      ? []
      : [...(terms.exemptions ? [t.exemptionsToo] : []), ...(terms.penalty ? [t.penaltyToo] : [])];
  return [
    opening(scene, line),
    ...because(scene, line),
    ...also.map(stopped),
    ...after(scene, line),
    ...(lateBy === undefined ? [] : [alerts.late(span(lateBy), late)]),
  ].join(" ");
}

/** What happened, and where. */
function opening(scene: Scene, line: Headline): string {
  const groups = groupBy(line.told, (one) => phrase(scene, one, line)).map((list) => ({
    areas: list.flatMap((one) => one.areas),
    told: list[0] === undefined ? "" : phrase(scene, list[0], line),
  }));
  const label = labelOf(scene, line);
  const [single] = groups;
  if (groups.length === 1 && single !== undefined) {
    const names = mostlyShort(scene, single.areas);
    const short = `${label}${single.told}: ${names}`;
    if (isSeen(short)) return stopped(short);
    const places = placesIn(scene, single.areas, names);
    return stopped(`${placed(line, label, single.told, places.in)}${places.list}`);
  }
  const told = groups.map(({ areas, told }) => {
    const names = mostlyShort(scene, areas, FEW);
    // So long a list would push its own hours off a lock screen.
    return names.length > HEAD
      ? { areas, told: `${howMany(scene, areas)}: ${told} (${names})` }
      : { areas, told: `${names}: ${told}` };
  });
  return stopped(`${label}${fewGroups(scene, told)}`);
}

function placed({ kind }: Headline, label: string, told: string, places: string): string {
  // Nobody shall read "do not use in Guayas".
  if (kind === "curfew.withdrawn") return `${label.slice(0, -2)} · ${places}: ${told}`;
  // A new curfew is told by its own word, without one before it.
  return label.endsWith(": ") ? `${label.slice(0, -2)} ${places}: ${told}` : `${label}${told} ${places}`;
}

/** Names of a list where a line tells of more than one thing, and their letters in its head. The embed has all. */
const FEW = 3;
const HEAD = 28;

function labelOf(scene: Scene, line: Headline): string {
  const t = texts(scene.language).change;
  if (line.kind === "curfew.withdrawn") return `⚠️ ${t.withdrawn}: `;
  // What puts an older message right says so, also where a decree is new.
  if (line.kind !== "curfew.declared" || scene.lasting) return `⚠️ ${t[WORD[line.why ?? "changed"]]}: `;
  if (!isNew(scene, line)) return `⚠️ ${t.newDecree}: `;
  return line.told.some(({ now }) => isRunning(scene, now)) ? `${SIGN.curfew} ${t.new}: ` : "⚠️ ";
}

/** Who ended it or says so; of what we had wrong, how it came to that. */
function because(scene: Scene, { kind, by, reason, why, says }: Headline): string[] {
  const t = texts(scene.language).change;
  const told = reason === undefined ? [] : [stopped(t.reason(reason))];
  if (kind === "curfew.withdrawn") return told;
  if (by !== undefined && kind === "curfew.lifted") return [stopped(t.lifted(by))];
  if (by !== undefined && kind === "curfew.annulled") return [stopped(t.annulled(by))];
  const according = says === undefined ? [] : [stopped(t.says(says))];
  return why !== undefined && WORD[why] === "corrected" ? [...told, ...according] : according;
}

/** An authority changed it, a source revised its own, or we had it wrong: three words, never mixed. */
const WORD = {
  changed: "changed",
  updated: "updated",
  added: "updated",
  corrected: "corrected",
  undone: "corrected",
  withdrawn: "corrected",
} as const satisfies Record<WhyKind, string>;

/** What holds tonight, and from when on nobody knows. The clock is named once, with the last figure. */
function after(scene: Scene, line: Headline): string[] {
  const then = untilThen(scene, line);
  const dark = then?.dark ? [`${SIGN.unknown} ${stopped(texts(scene.language).alerts.fromThen)}`] : [];
  const told = then?.told ?? tonight(scene, areasOf(line));
  return [stopped(`${told} ${scene.clock}`), ...dark];
}

const areasOf = ({ told }: Headline) => told.flatMap((one) => one.areas);

/** Until the new end it goes on as before: the shortest true answer, where one is. */
function untilThen(scene: Scene, line: Headline): { told: string; dark: boolean } | undefined {
  const t = texts(scene.language).change;
  const [one, ...others] = line.told;
  if (one?.now === undefined || others.some((other) => !alike(other, one))) return undefined;
  const { now } = one;
  const gone = line.told.flatMap((other) => fallen(scene, other));
  const dark =
    (now.last.end !== undefined && isDark(scene, areasOf(line), now.last.end)) ||
    gone.some((state) => state.is === "unknown");
  const begun = isRunning(scene, now) && (one.was?.first.start ?? 0) > scene.at;
  const tellsEnd = one.was !== undefined && !isSame(one) && one.was.last.end !== now.last.end;
  if (now.hours === undefined || !isDaily(now)) return { told: tonight(scene, areasOf(line)), dark: dark && tellsEnd };
  const hours = `${now.hours.start}-${now.hours.end}`;
  if (one.was === undefined || begun) {
    const until = untilWords(scene, now.last.end);
    return { told: capital(`${t.daily(hours)} ${until}`), dark };
  }
  const word = dayWord(scene, now.first.start);
  const also = isRunning(scene, now)
    ? t.alsoNow
    : word === "tonight" || evening(now.hours.start)
      ? t.alsoTonight
      : t.alsoToday;
  const today = isRunning(scene, now) || word === "today" || word === "tonight";
  if (!tellsEnd || one.was.hours?.start !== now.hours.start || one.was.hours.end !== now.hours.end || !today)
    return { told: tonight(scene, areasOf(line)), dark: dark && tellsEnd };
  return { told: `${t.untilThen(hours)}${also}`, dark };
}

const evening = (start: string) => start >= "18:00";

function alike(a: Told, b: Told): boolean {
  const key = ({ was, now }: Told) =>
    [
      was?.last.end,
      was?.hours?.start,
      was?.hours?.end,
      now?.first.start,
      now?.last.end,
      now?.windows,
      now?.hours?.start,
      now?.hours?.end,
    ].join();
  return key(a) === key(b);
}

/** `Now: CURFEW until Mon 05:00`, `Now: no curfew; next today 23:00`, each with its places where they differ. */
function tonight(scene: Scene, areas: readonly PlaceId[]): string {
  const t = texts(scene.language).alerts;
  const groups = groupBy(partsNow(scene, areas), (part) => holding(scene, part));
  const [first] = groups;
  if (groups.length === 1 && first?.[0] !== undefined) return t.now(holding(scene, first[0]));
  const shown = groups.slice(0, STATES).map((parts) => {
    const places = mostlyShort(
      scene,
      parts.flatMap((part) => part.areas),
      FEW,
    );
    return parts[0] === undefined ? places : `${places}: ${holding(scene, parts[0])}`;
  });
  const rest = groups.slice(STATES).flatMap((parts) => parts.flatMap((part) => part.areas));
  return t.now([...shown, ...(rest.length === 0 ? [] : [morePlaces(scene, rest)])].join(". "));
}

/** Different states that a first line holds; the embed has them all. */
const STATES = 3;

function holding(scene: Scene, part: Part): string {
  const { state } = part;
  if (state.is === "unknown" && state.next !== undefined)
    return texts(scene.language).change.unknownNext(lower(todayAt(scene, state.next.start)));
  return stateWords(scene, part);
}
