// Faults that somebody could make in the rules, each of which must be noticed. One text, one replacement.
import type { Fault } from "./broken.ts";

const of =
  (file: string) =>
  (name: string, find: string, replace: string): Fault => ({ name, file, find, replace });

const calendar = of("calendar.ts");
const terms = of("terms.ts");
const windows = of("windows.ts");
const segments = of("segments.ts");
const profile = of("profile.ts");
const saidOf = of("said-of.ts");
const spanIndex = of("span-index.ts");
const runs = of("runs.ts");
const state = of("state.ts");
const edges = of("edges.ts");
const nights = of("nights.ts");
const wall = of("wall.ts");
const eras = of("eras.ts");
const compress = of("compress.ts");
const lineage = of("lineage.ts");
const tree = of("area-tree.ts");
const validity = of("validity.ts");

export const FAULTS: readonly Fault[] = [
  calendar(
    "last confirmed night off by one",
    "certain: Math.min(declaredLast ?? Infinity, confirmed ?? Infinity)",
    "certain: Math.min(declaredLast ?? Infinity, (confirmed ?? Infinity) - 1)",
  ),
  calendar(
    "confirmation ignored",
    "certain: Math.min(declaredLast ?? Infinity, confirmed ?? Infinity)",
    "certain: declaredLast ?? Infinity",
  ),
  calendar(
    "endsBy is not inclusive",
    "confirmed ?? -Infinity, endsBy ?? -Infinity)",
    "confirmed ?? -Infinity, (endsBy ?? -Infinity) - 1)",
  ),
  calendar(
    "an open end is over after the last confirmed night",
    "last: open ? Infinity :",
    "last: open ? (confirmed ?? 0) :",
  ),
  calendar(
    "equal start and end is no time at all",
    "days: rule.endDay ?? (rule.end > rule.start ? 0 : 1)",
    "days: rule.endDay ?? (rule.end >= rule.start ? 0 : 1)",
  ),
  calendar(
    "past midnight, the day is not advanced",
    "days: rule.endDay ?? (rule.end > rule.start ? 0 : 1)",
    "days: rule.endDay ?? 0",
  ),
  calendar(
    "a window of several days ends the next morning",
    "days: rule.endDay ?? (rule.end > rule.start ? 0 : 1)",
    "days: rule.end > rule.start ? 0 : 1",
  ),
  calendar(
    "a rule's first night is left out",
    "rule.firstNight === undefined ? -Infinity : epochDay(rule.firstNight)",
    "rule.firstNight === undefined ? -Infinity : epochDay(rule.firstNight) + 1",
  ),
  calendar(
    "a rule's last night is left out",
    "rule.lastNight === undefined ? Infinity : epochDay(rule.lastNight)",
    "rule.lastNight === undefined ? Infinity : epochDay(rule.lastNight) - 1",
  ),
  calendar("a rest never ends", "to: until === undefined ? Infinity : instant(until)", "to: Infinity"),
  calendar("a decree's span is a night short", "(last + longest + 2) * DAY", "last * DAY"),
  calendar(
    "what ended in some areas counts as over everywhere",
    "areas === undefined && to === Infinity ? [from] : []",
    "to === Infinity ? [from] : []",
  ),
  calendar(
    "the day of the decree is read as UTC",
    "dayStart(curfew.declared, curfew.zone)",
    'dayStart(curfew.declared, "UTC")',
  ),
  terms("hours zone of the decree ignored", "curfew.hoursZone ?? tree.zone(leaf)", "tree.zone(leaf)"),
  terms(
    "every place reads the decree's clock",
    "curfew.hoursZone ?? tree.zone(leaf)",
    "curfew.hoursZone ?? curfew.zone",
  ),
  terms(
    "a list known in part is taken as complete",
    "rule.areasPartial && !named.includes(index)",
    "false && !named.includes(index)",
  ),
  terms(
    "whoever is left out by name stays in doubt",
    "!(rule.except ?? []).some((one) => around().includes(one))\n",
    "true\n",
  ),
  terms("the exception of an area is not heeded", "if (!out) found.push(index)", "found.push(index)"),
  terms(
    "an area left out takes its neighbours along",
    "around().includes(one) && holds(tree, area, one)",
    "around().includes(one)",
  ),
  terms("the farthest exception counts", "const steps = around.findIndex(", "const steps = around.findLastIndex("),
  terms(
    "a lifting of some areas lifts all",
    "areas === undefined || around(from).some((area) => areas.includes(area))",
    "true",
  ),
  terms(
    "a lifting of some areas lifts none",
    "areas === undefined || around(from).some((area) => areas.includes(area))",
    "areas === undefined",
  ),
  terms(
    "an area that was partly there is lifted wholly",
    "[...tree.lineage(leaf, then).all, ...tree.lineage(leaf, at).all];\n  const applies",
    "[...tree.lineage(leaf, then).any, ...tree.lineage(leaf, at).any];\n  const applies",
  ),
  terms("of two endings only the first counts", "else last.end = Math.max(last.end, to)", "else last.end = last.end"),
  windows("the last night is left out", "const to = Math.min(last, ", "const to = Math.min(last - 1, "),
  windows("the last certain night is called assumed", "certain: night <= certain", "certain: night < certain"),
  windows(
    "a window ends before it began",
    "return start < window.end ? [...left, { start, end: window.end }] : left",
    "return [...left, { start, end: window.end }]",
  ),
  windows(
    "the weekday is that of the morning",
    "includes(weekday(night)) ?? true",
    "includes(weekday(night + 1)) ?? true",
  ),
  windows(
    "a lifting in mid-window takes the whole night",
    "if (out.start > start) left.push({ start, end: out.start });",
    "",
  ),
  windows(
    "nothing is said after a rest in mid-window",
    "return start < window.end ? [...left, { start, end: window.end }] : left",
    "return left.length > 0 || start < window.end ? (left.length > 0 ? left : [{ start, end: window.end }]) : left",
  ),
  windows(
    "whom the list names is in doubt all the same",
    "terms.named.some((index) => runs(rules[index], night))",
    "false",
  ),
  windows(
    "who was named on other nights is in no doubt tonight",
    "terms.named.some((index) => runs(rules[index], night))",
    "terms.named.length > 0",
  ),
  windows(
    "an exception everywhere reaches rules that have not begun",
    "(one.steps < Infinity || indices.some(within))",
    "(one.steps < Infinity || indices.length > 0)",
  ),
  windows(
    "an exception everywhere reaches places that no rule names",
    "(one.steps < Infinity || indices.some(within))",
    "true",
  ),
  windows("a night without curfew is not heeded", "if (off) return [];", ""),
  windows(
    "an exception for one range changes the other, too",
    "exception.rules?.includes(index) === true",
    "exception.rules !== undefined",
  ),
  windows(
    "a night's exception counts before that of a rule as near",
    "own.list.length > 0 && own.steps <= whole.steps",
    "own.list.length > 0 && own.steps < whole.steps",
  ),
  windows(
    "hours of an exception stand beside those they replace",
    "return counts === own ? [hoursOf(start, end, index)] : [];",
    "return counts === own ? [hoursOf(start, end, index)] : line === undefined ? [] : [line];",
  ),
  windows(
    "an exception's window is not advanced past midnight",
    "return { start, end, days: end > start ? 0 : 1, rule };",
    "return { start, end, days: 0, rule };",
  ),
  windows(
    "of several exceptions the farthest counts",
    "const steps = Math.min(...list.map((one) => one.steps));",
    "const steps = Math.max(...list.map((one) => one.steps));",
  ),
  segments(
    "no curfew beyond what was checked",
    'return known.length > 0 ? { is: "notInForce", curfews: [] } :',
    'return known.length >= 0 ? { is: "notInForce", curfews: [] } :',
  ),
  segments("a night that nobody confirmed is in force", 'one.certain ? "inForce" : "uncertain"', '"inForce"'),
  segments("a withdrawn record leaves no doubt", '{ why: "withdrawn", curfews: saying(active, "withdrawn") },', ""),
  segments(
    "a withdrawn list leaves no doubt",
    '{ why: "withdrawn", curfews: doubted(saying(active, "withdrawn?")) },',
    "",
  ),
  segments(
    "who confirmed the area around settles a list",
    "known.some((one) => one.own) ? [] :",
    "known.length > 0 ? [] :",
  ),
  segments("nobody can settle a list", "known.some((one) => one.own) ? [] :", ""),
  segments(
    "a list that was called complete is doubted on",
    "ids.filter((id) => !known.some((one) => one.completes.includes(id)))",
    "[...ids]",
  ),
  segments(
    "doubt counts more than a curfew that runs",
    "if (inForce.length > 0) return",
    'if (inForce.length > 0 && saying(active, "uncertain").length === 0) return',
  ),
  segments(
    "a claim lasts a piece too long",
    "active = active.filter((one) => one.end > start);",
    "active = active.filter((one) => one.end >= start);",
  ),
  segments(
    "a night that nobody confirmed hides what turns",
    "one.certain && one.start <= range.start",
    "one.start <= range.start",
  ),
  segments("what ends now hides that it ends", "one.end >= range.end)", "one.end >= range.start)"),
  segments("one decree after the other is one answer", "same(last.curfews, told.curfews)", "true"),
  profile(
    "a name around counts as the place's own",
    "(lineage.self.length > 0 && lineage.self.every((one) => entry.areas.includes(one)))",
    "lineage.all.some((one) => entry.areas.includes(one))",
  ),
  profile("confirmed a part, confirmed the whole", "rest ?? lineage.all.find(", "rest ?? lineage.any.find("),
  profile(
    "what is known day by day is known for ever",
    "entry.asOfEachDay ? reach(",
    "entry.completes.length < 0 ? reach(",
  ),
  profile("day by day, today is not known", "dayAround(knownAt, zone).end);", "dayAround(knownAt, zone).start);"),
  profile(
    "the past is looked at with today's knowledge",
    "kept.find((one) => isSame(one, situation))",
    "kept.find((one) => isSame(one, situation)) ?? kept[0]",
  ),
  saidOf("what an exception alone names is not found", "...exceptions.flatMap((one) => one.areas ?? []), ", ""),
  saidOf("a doubtful list is found only where it names", "[DOUBT + country] : []", "[] : []"),
  saidOf("old names are not looked for", "...tree.everyName(place), DOUBT", "...tree.ancestors(place), DOUBT"),
  spanIndex(
    "what begins last is not found",
    "if ((this.#starts[middle] ?? Infinity) < at) low = middle + 1;",
    "if ((this.#starts[middle] ?? Infinity) < at - 4 * 86_400_000) low = middle + 1;",
  ),
  runs(
    "a seam is an end",
    "if (last?.is === segment.is) {",
    "if (last?.is === segment.is && last.curfews.join() === segment.curfews.join()) {",
  ),
  runs(
    "the horizon is an end",
    "final: following !== undefined && next !== undefined && next.end < range.end",
    "final: true",
  ),
  runs(
    "the decrees of a run are its first ones",
    "last.curfews = [...new Set([...last.curfews, ...segment.curfews])].sort();",
    "",
  ),
  runs(
    "what comes next is the one that runs",
    'const next = later.find((run) => run.is === "inForce");',
    'const next = joined(segments).find((run) => run.is === "inForce");',
  ),
  runs(
    "leaves share what only looks alike",
    "const view = profile.view(frame);",
    "const view = profile.view({ start: at, end: at + 1 });",
  ),
  runs(
    "the last curfew is the first one",
    'last: earlier.findLast((run) => run.is === "inForce")',
    'last: earlier.find((run) => run.is === "inForce")',
  ),
  runs(
    "information ends where a curfew did",
    'earlier.findLast((run) => run.is !== "unknown")?.end',
    'earlier.findLast((run) => run.is === "inForce")?.end',
  ),
  state("nobody says how long it is known", 'after.follows === "unknown" ? after.until : undefined', "undefined"),
  edges(
    "a tick tells its own begin again",
    "const range = { start: after, end: until + 1 };",
    "const range = { start: after - 60_000, end: until + 1 };\n  after -= 60_000;",
  ),
  edges(
    "a tick leaves out its last instant",
    "const range = { start: after, end: until + 1 };",
    "const range = { start: after, end: until };\n  until -= 1;",
  ),
  edges(
    "a map that is redrawn ends nothing",
    "const redrawn = changes.some((at) => at > after && at <= until);",
    "const redrawn = false;",
  ),
  edges("a lifting turns nothing", "if (endings.some(({ from, to }) => within(from) || within(to))) return true;", ""),
  edges("ends of several days turn nothing", "const to = Math.min(last + longest,", "const to = Math.min(last,"),
  edges(
    "only the decree's own zone turns",
    "curfew.hoursZone === undefined ? own : [curfew.hoursZone]",
    "[curfew.zone]",
  ),
  edges(
    "an end into the unknown is a plain end",
    "followedBy: relief(segment.is), curfews };",
    'followedBy: "notInForce", curfews };',
  ),
  edges(
    "where knowledge begins a curfew begins",
    'return run.is === "inForce" ? [began(own, run.start)] : [];',
    "return [began(own, run.start)];",
  ),
  nights(
    "an assumed night looks like an announced one",
    "lines.set(key, { start, end, night, certain, curfews });",
    "lines.set(key, { start, end, night, certain: true, curfews });",
  ),
  nights(
    "a redrawn map makes two nights of one",
    "if (half === undefined) found.push(",
    "if (half === undefined || half.shown.start > -Infinity) found.push(",
  ),
  wall(
    "a skipped end is an hour late",
    'return (earlier.getTimeZoneTransition("next") ?? earlier).epochMilliseconds;',
    'return wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;',
  ),
  wall(
    "an hour that comes twice ends at the first",
    'return wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;',
    "return earlier.epochMilliseconds;",
  ),
  wall("an hour that comes twice begins at the second", 'if (side === "start") return earlier.epochMilliseconds;', ""),
  wall(
    "the clocks' change is not looked for",
    "if (wall - DAY > from && wall + DAY < to) return wall - offset;",
    "return wall - offset;",
  ),
  wall("weeks begin on Sunday", "((((day + 3) % 7) + 7) % 7) + 1", "((((day + 4) % 7) + 7) % 7) + 1"),
  eras(
    "an era ends a moment late",
    "const [start, end] = [Math.max(lower, range.start), Math.min(upper, range.end)];",
    "const [start, end] = [Math.max(lower, range.start), Math.min(upper + 60_000, range.end)];",
  ),
  compress(
    "an area of which one leaf is missing is named",
    "const whole = parts.every((part) => part.whole);",
    "const whole = parts.some((part) => part.whole);",
  ),
  compress(
    "the rest of an area is forgotten",
    "if (tree.get(id)?.complete !== true) parts.push(take(wanted, id + REST));",
    "",
  ),
  lineage(
    "a parent's curfew does not cover its children",
    "return parent === undefined ? [id] : [id, ...this.#chain(parent)];",
    "return [id];",
  ),
  lineage(
    "what was cut out has no past",
    "const others = at < node.from ? this.#before.get(id) : this.#after.get(id);",
    "const others = at < node.from ? undefined : this.#after.get(id);",
  ),
  lineage(
    "a decree from before a cut ends with it",
    "distinct([...now, ...this.lineage(id, declared).any, ",
    "distinct([...now, ",
  ),
  lineage(
    "one of two that an area fell into is the other",
    ".filter((name) => !isValid(this.#nodes.get(name), at));",
    ";",
  ),
  lineage("a name that is too young speaks of nothing", "...absent.map(({ area }) => area.id), ", ""),
  lineage(
    "a merged area was wholly in each of its parts",
    "all: any.filter((area) => chains.every((chain) => chain.includes(area)))",
    "all: any",
  ),
  tree(
    "a rest leaf is forgotten",
    "return this.#byId.get(id)?.complete === true ? listed : [...listed, id + REST];",
    "return listed;",
  ),
  tree(
    "children that are not there yet are leaves",
    "listed.filter((area) => isValid(this.#nodes.get(area.id), at))",
    "listed",
  ),
  tree("a place's clock is its country's", 'area.zone ?? above?.zone ?? "UTC"', 'above?.zone ?? area.zone ?? "UTC"'),
  validity(
    "an area's last day is not its own",
    "dayStart(dayAfter(area.validTo), zone)",
    "dayStart(area.validTo, zone)",
  ),
];
