// A decree as an entry of a server's list of events: title, place, description. The list shows one span from the first night to the last, so the title names the
// hours: "happening now" at noon must not read like a curfew at noon. No word of today: it stands for weeks.
import type { PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import type { EventSpan } from "../../domain/event-span.ts";
import { newestDate } from "../../domain/source.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { bare } from "../bare.ts";
import { decreeName } from "../curfew/decree.ts";
import { mostly, mostlyShort } from "../curfew/mostly.ts";
import { known } from "../curfew/sources.ts";
import { type CurfewRecord, fullList, type Scene, sceneOf, windowWords } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { sourceLine } from "../sources.ts";
import { hoursAhead } from "./change-words.ts";

/** Discord's limits. */
const NAME = 100;
const PLACE = 100;
const DESCRIPTION = 1000;

/** World time. `late`: the description where the list shows a later begin than the curfew's. */
export interface EventForm {
  name: string;
  location: string;
  description: string;
  late: string;
  start: Millis;
  end: Millis;
}

export function guildEvent(
  curfew: Curfew,
  span: EventSpan,
  { record, language, mark }: { record: CurfewRecord; language: Language; mark: string },
): EventForm {
  const { start, end, groups } = span;
  const places = groups.flatMap(({ areas }) => areas);
  const scene: Scene = { ...sceneOf(record, places, start, language), lasting: true };
  const t = texts(language).event;
  const name = fitted((most) => titled(scene, span, mostlyShort(scene, places, most)), NAME);
  return {
    name,
    location: fitted((most) => mostlyShort(scene, places, most), PLACE),
    description: described(scene, curfew, span, { mark, late: [] }),
    late: described(scene, curfew, span, { mark, late: [t.late] }),
    start,
    end,
  };
}

function titled({ language, clock }: Scene, { groups }: EventSpan, places: string): string {
  const t = texts(language).event;
  const [first, ...others] = groups;
  if (first === undefined || groups.every(({ hours }) => hours.windows === 1)) return t.name("", places, clock);
  const told = (one: typeof first) => (one.hours.hours === undefined ? undefined : JSON.stringify(one.hours.hours));
  const { hours } = first.hours;
  return hours === undefined || others.some((one) => told(one) !== told(first))
    ? t.differ(places)
    : t.name(`${hours.start}-${hours.end}`, places, clock);
}

/** With as many names as fit; a single one that is too long ends at a word. */
function fitted(words: (most: number) => string, limit: number): string {
  for (const most of [6, 5, 4, 3, 2]) {
    const told = bare(words(most));
    if (told.length <= limit) return told;
  }
  return shortened(bare(words(2)), limit);
}

/** Cut at a word, with a sign that something is missing. Also of a word that is too long itself; never half a sign. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(" ", limit - 1);
  const cut = text.slice(0, space > limit / 2 ? space : limit - 1).replace(/[\s,;:.·]+$/u, "");
  return `${cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** What must be there, and of the rest what fits, the more important first. */
function described(
  scene: Scene,
  curfew: Curfew,
  span: EventSpan,
  { mark, late }: { mark: string; late: readonly string[] },
): string {
  const { language } = scene;
  const t = texts(language).event;
  const places = span.groups.flatMap(({ areas }) => areas);
  const footer = t.footer(mark);
  const needed = [...hourLines(scene, span), ...late];
  const newest = newestDate(known(scene, curfew.sources));
  const source = curfew.sources.find(({ date }) => date === newest) ?? curfew.sources[0];
  const decree = sentence([decreeName(curfew, scene), escape(say(curfew.authority, language))].join(", "));
  const all = bare(fullList(scene, places));
  const more = [
    ...(curfew.rules.some((rule) => rule.areasPartial) ? [t.partial] : []),
    t.exempt,
    decree,
    ...(source === undefined ? [] : [t.newest(sourceLine(source, language))]),
    // Where the list shows them all beside it, they are not said twice.
    ...(span.groups.length > 1 || all.length <= PLACE ? [] : [t.places(all)]),
  ];
  const lines: string[] = [...needed];
  for (const line of more) if ([...lines, line, footer].join("\n").length <= DESCRIPTION) lines.push(line);
  return [...lines, footer].join("\n");
}

/** Half of the description at most: the rest is asked for. */
const HOURS = DESCRIPTION / 2;

function hourLines(scene: Scene, { groups }: EventSpan): string[] {
  const t = texts(scene.language).event;
  const [only, ...others] = groups;
  if (only === undefined) return [];
  if (others.length === 0) {
    const { first, windows } = only.hours;
    const window = firstWords(scene, first);
    return windows === 1
      ? [sentence(t.once(window, scene.clock))]
      : [t.notAllDay(hoursAhead(scene, only.hours), scene.clock), t.first(window)];
  }
  const lines = groups.map(({ areas, hours }) => groupLine(scene, areas, hours));
  const shown: string[] = [];
  for (const line of lines) if ([...shown, line].join("\n").length <= HOURS) shown.push(line);
  return [t.groups(scene.clock), ...shown, ...(shown.length < lines.length ? [t.moreHours] : [])];
}

const groupLine = (scene: Scene, areas: readonly PlaceId[], hours: EventSpan["groups"][number]["hours"]) =>
  `- ${mostly(scene, areas)}: ${hours.windows === 1 ? firstWords(scene, hours.first) : hoursAhead(scene, hours)}`;

const firstWords = (scene: Scene, { start, end = start }: EventSpan["groups"][number]["hours"]["first"]) =>
  windowWords(scene, { start, end }, true);
