// test/domain/try.tmp.ts
import * as fc2 from "fast-check";

// src/domain/area-check.ts
function checkAreas(areas) {
  const byId = /* @__PURE__ */ new Map();
  for (const area2 of areas) {
    if (byId.has(area2.id)) throw new Error(`Two areas have the id "${area2.id}".`);
    byId.set(area2.id, area2);
  }
  for (const area2 of areas) {
    const fault = placeFault(area2, byId) ?? cycleFault(area2, byId) ?? originFault(area2, byId);
    if (fault !== void 0) throw new Error(fault);
  }
  return byId;
}
function placeFault(area2, byId) {
  if (area2.parent !== void 0 && !byId.has(area2.parent))
    return `Area "${area2.id}" names the parent "${area2.parent}", which is not listed.`;
  if (area2.kind === "country" && area2.parent !== void 0)
    return `"${area2.id}" is a country and cannot have the parent "${area2.parent}".`;
  if (area2.kind !== "country" && area2.parent === void 0) return `Area "${area2.id}" is no country and has no parent.`;
  if (area2.kind === "country" && area2.zone === void 0) return `Country "${area2.id}" has no time zone.`;
  return void 0;
}
function cycleFault(area2, byId) {
  const seen = /* @__PURE__ */ new Set();
  for (let at = area2; at !== void 0; at = at.parent === void 0 ? void 0 : byId.get(at.parent)) {
    if (seen.has(at.id)) return `Area "${area2.id}" is inside itself: ${[...seen, at.id].join(" -> ")}.`;
    seen.add(at.id);
  }
  return void 0;
}
function originFault(area2, byId) {
  if (area2.splitFrom === void 0) return void 0;
  if (!byId.has(area2.splitFrom)) return `Area "${area2.id}" was cut out of "${area2.splitFrom}", which is not listed.`;
  if (area2.validFrom === void 0)
    return `Area "${area2.id}" was cut out of "${area2.splitFrom}", but no day says since when.`;
  return void 0;
}

// src/domain/place.ts
var REST = "/rest";
function shownArea(place) {
  const rest = place.endsWith(REST);
  return { area: rest ? place.slice(0, -REST.length) : place, rest };
}

// src/domain/compress.ts
function compress(tree, leaves, at) {
  const wanted = new Set(leaves);
  const countries = new Set(leaves.map((leaf) => tree.country(leaf)));
  const places2 = [...countries].flatMap((id) => pick(tree, id, at, wanted).places);
  return [...places2, ...wanted];
}
function pick(tree, id, at, wanted) {
  const children = tree.children(id, at);
  if (children.length === 0) return take(wanted, id);
  const parts2 = children.map((area2) => pick(tree, area2.id, at, wanted));
  if (tree.get(id)?.complete !== true) parts2.push(take(wanted, id + REST));
  const whole = parts2.every((part) => part.whole);
  return { whole, places: whole ? [id] : parts2.flatMap((part) => part.places) };
}
function take(wanted, leaf) {
  return wanted.delete(leaf) ? { whole: true, places: [leaf] } : { whole: false, places: [] };
}

// src/domain/validity.ts
import { Temporal as Temporal2 } from "temporal-polyfill";

// src/domain/time.ts
import { z } from "zod";
import { Temporal } from "temporal-polyfill";
var DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
var PLAIN_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
function isPlainDay(text) {
  const [, year, month, day] = PLAIN_DAY.exec(text)?.map(Number) ?? [];
  if (year === void 0 || month === void 0 || day === void 0) return void 0;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
var isDate = (text) => {
  const plain = isPlainDay(text);
  if (plain !== void 0) return plain;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
var Day = z.string().refine(isDate, "not a calendar day (YYYY-MM-DD)");
var PartialDay = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "not YYYY, YYYY-MM or YYYY-MM-DD");
var WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day (HH:MM)");
var isZone = (zone) => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.length > 0;
  } catch {
    return false;
  }
};
var Zone = z.string().refine(isZone, "not a time zone of the IANA database");
var InstantText = z.iso.datetime({ offset: true });
var PLAIN_INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
function instant(text) {
  const day = PLAIN_INSTANT.exec(text)?.[1];
  if (day !== void 0 && isPlainDay(day)) return Date.parse(text);
  return Temporal.Instant.from(text).epochMilliseconds;
}
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var starts = /* @__PURE__ */ new Map();
var today = /* @__PURE__ */ new Map();
var KEPT = 1e3;
function dayStart(day, zone) {
  const key = `${day} ${zone}`;
  const known = starts.get(key);
  if (known !== void 0) return known;
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds;
  if (starts.size >= KEPT) starts.clear();
  starts.set(key, start);
  return start;
}
function dayOf(at, zone) {
  const known = today.get(zone);
  if (known !== void 0 && at >= known.start && at < known.end) return known.day;
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const day = date.toString();
  const start = dayStart(day, zone);
  if (dayStart(date.add({ days: 1 }).toString(), zone) - start === DAY)
    today.set(zone, { day, start, end: start + DAY });
  return day;
}

// src/domain/validity.ts
function validity(area2, zone) {
  const dayAfter2 = (day) => Temporal2.PlainDate.from(day).add({ days: 1 }).toString();
  return {
    area: area2,
    from: area2.validFrom === void 0 ? -Infinity : dayStart(area2.validFrom, zone),
    to: area2.validTo === void 0 ? Infinity : dayStart(dayAfter2(area2.validTo), zone)
  };
}
function isValid(node, at) {
  return node !== void 0 && at >= node.from && at < node.to;
}

// src/domain/lineage.ts
var History = class {
  #nodes;
  /** The areas that were not always there; few. */
  #dated;
  #before = /* @__PURE__ */ new Map();
  #after = /* @__PURE__ */ new Map();
  #linked = /* @__PURE__ */ new Map();
  #every = /* @__PURE__ */ new Map();
  #eras = /* @__PURE__ */ new Map();
  constructor(nodes) {
    this.#nodes = nodes;
    this.#dated = [...nodes.values()].filter(({ from, to }) => Number.isFinite(from) || Number.isFinite(to));
    for (const node of this.#dated) this.#link(node);
  }
  #link({ area: area2, from, to }) {
    const { id, splitFrom, parent } = area2;
    if (splitFrom !== void 0) {
      push(this.#before, id, splitFrom);
      if ((this.#nodes.get(splitFrom)?.to ?? Infinity) <= from) push(this.#after, splitFrom, id);
    }
    const successors = to < Infinity ? area2.successors.flatMap((next) => this.#nodes.get(next)?.area ?? []) : [];
    for (const next of successors) {
      push(this.#after, id, next.id);
      if (next.splitFrom === void 0) push(this.#before, next.id, id);
    }
    for (const other of [splitFrom, parent, ...successors.map((next) => next.id)]) {
      if (other === void 0) continue;
      push(this.#linked, id, other);
      push(this.#linked, other, id);
    }
  }
  /** The areas that stand at `at` for the territory of `id`; empty where nothing is known to. */
  standIns(id, at, seen = []) {
    const node = this.#nodes.get(id);
    if (node === void 0 || seen.includes(id)) return [];
    if (isValid(node, at)) return [id];
    const others = at < node.from ? this.#before.get(id) : this.#after.get(id);
    if (others !== void 0) return distinct(others.flatMap((other) => this.standIns(other, at, [...seen, id])));
    const parent = this.#nodes.get(node.area.parent ?? "");
    return parent !== void 0 && at < node.from && at < parent.from ? this.standIns(parent.area.id, at, [...seen, id]) : [];
  }
  lineage(id, at) {
    const { starts: starts2, lineages } = this.#erasOf(id);
    let era = 0;
    while (era < starts2.length && (starts2[era] ?? Infinity) <= at) era++;
    return lineages[era] ?? this.#lineageAt(id, at);
  }
  /** Instants at which `lineage` or `names` of an area may change, ascending. */
  changes(id) {
    return this.#erasOf(id).starts;
  }
  /**
   * Every name under which a decree of the instant `declared` speaks of what `id` is at `at`. A decree that names a canton covers the
   * territory the canton had that day, whatever was cut out of it or joined to another since. A name that stands for nothing at `at`
   * (not yet, no longer) speaks of the area that holds its territory then: too much is told rather than too little.
   */
  names(id, declared, at) {
    const now = this.lineage(id, at).any;
    if (this.#erasOf(id).starts.length === 0) return now;
    const absent = this.#dated.filter((node) => !isValid(node, at) && this.#heldBy(node, now, at));
    const gone = absent.filter(({ to }) => to <= at).flatMap(({ area: area2, to }) => this.names(area2.id, declared, to - 1)).filter((name) => !isValid(this.#nodes.get(name), at));
    return distinct([...now, ...this.lineage(id, declared).any, ...absent.map(({ area: area2 }) => area2.id), ...gone]);
  }
  /** Every name by which anything ever said may speak of `id`: more than `names` and `lineage` ever give, never less. */
  everyName(id) {
    const known = this.#every.get(id);
    if (known !== void 0) return known;
    const made = this.#dated.length === 0 ? this.#chain(id) : [...this.#related(id)];
    this.#every.set(id, made);
    return made;
  }
  #heldBy({ area: area2, from }, holders, at) {
    const stand = this.standIns(area2.id, at);
    if (stand.length > 0) return stand.some((one) => holders.includes(one));
    return at < from && area2.parent !== void 0 && holders.includes(area2.parent);
  }
  #lineageAt(id, at) {
    const self = this.standIns(id, at);
    if (self.length === 0) return { self, any: this.#chain(id).slice(1), all: [] };
    const chains = self.map((one) => this.#chain(one));
    const any = distinct(chains.flat());
    return { self, any, all: any.filter((area2) => chains.every((chain) => chain.includes(area2))) };
  }
  #erasOf(id) {
    const known = this.#eras.get(id);
    if (known !== void 0) return known;
    const related = this.#dated.length === 0 ? [] : [...this.#related(id)];
    const bounds = related.flatMap((one) => this.#nodes.get(one) ?? []).flatMap(({ from, to }) => [from, to]);
    const starts2 = distinct(bounds.filter(Number.isFinite)).sort((a, b) => a - b);
    const made = { starts: starts2, lineages: [-Infinity, ...starts2].map((at) => this.#lineageAt(id, at)) };
    this.#eras.set(id, made);
    return made;
  }
  #related(id, found = /* @__PURE__ */ new Set()) {
    for (const one of this.#chain(id)) {
      if (found.has(one)) continue;
      found.add(one);
      for (const other of this.#linked.get(one) ?? []) this.#related(other, found);
    }
    return found;
  }
  #chain(id) {
    const parent = this.#nodes.get(id)?.area.parent;
    return parent === void 0 ? [id] : [id, ...this.#chain(parent)];
  }
};
function push(lists, key, value) {
  const list = lists.get(key) ?? [];
  if (!list.includes(value)) lists.set(key, [...list, value]);
}
function distinct(values) {
  return [...new Set(values)];
}

// src/domain/area-tree.ts
function areaTree(areas) {
  return new Tree(areas);
}
var Tree = class {
  all;
  #byId;
  #kids = /* @__PURE__ */ new Map();
  #nodes;
  #history;
  #countries = /* @__PURE__ */ new Map();
  #changes = /* @__PURE__ */ new Map();
  #zones = /* @__PURE__ */ new Map();
  constructor(areas) {
    this.all = areas;
    this.#byId = checkAreas(areas);
    for (const area2 of areas) {
      const siblings = this.#kids.get(area2.parent ?? "") ?? [];
      siblings.push(area2);
      this.#kids.set(area2.parent ?? "", siblings);
    }
    for (const { id } of areas) {
      const chain = this.#chain(id);
      this.#countries.set(id, chain.at(-1)?.id ?? id);
      this.#zones.set(id, chain.find((area2) => area2.zone !== void 0)?.zone ?? "UTC");
    }
    this.#nodes = new Map(areas.map((area2) => [area2.id, validity(area2, this.zone(area2.id))]));
    this.#history = new History(this.#nodes);
  }
  get(id) {
    return this.#byId.get(id);
  }
  children(id, at) {
    const listed = this.#kids.get(id) ?? [];
    return at === void 0 ? listed : listed.filter((area2) => isValid(this.#nodes.get(area2.id), at));
  }
  leaves(place, at) {
    const own = this.#history.standIns(this.#area(place).id, at).flatMap((id) => this.#leavesBelow(id, at));
    return own.includes(place) ? [place] : [...new Set(own)];
  }
  zone(place) {
    return required(this.#zones, place);
  }
  ancestors(place) {
    const areas = this.#chain(place).map((area2) => area2.id);
    return shownArea(place).rest ? [place, ...areas] : areas;
  }
  covers(ancestor, leaf, at) {
    return ancestor === leaf || this.lineage(leaf, at).all.includes(ancestor);
  }
  country(place) {
    return required(this.#countries, place);
  }
  compress(leaves, at) {
    return compress(this, leaves, at);
  }
  except(place, at) {
    const { area: area2, rest } = shownArea(place);
    return rest ? this.children(area2, at) : [];
  }
  lineage(place, at) {
    return this.#history.lineage(shownArea(place).area, at);
  }
  names(place, declared, at) {
    return this.#history.names(shownArea(place).area, declared, at);
  }
  everyName(place) {
    return this.#history.everyName(shownArea(place).area);
  }
  changes(place) {
    const known = this.#changes.get(place);
    if (known !== void 0) return known;
    const made = this.#changesOf(place);
    this.#changes.set(place, made);
    return made;
  }
  #changesOf(place) {
    if (this.#area(place).kind !== "country") return this.#history.changes(shownArea(place).area);
    const own = [...this.#nodes.values()].filter(({ area: area2 }) => this.country(area2.id) === place);
    return [...new Set(own.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite))].sort((a, b) => a - b);
  }
  #area(place) {
    return required(this.#byId, place);
  }
  #chain(place) {
    const area2 = this.#area(place);
    return area2.parent === void 0 ? [area2] : [area2, ...this.#chain(area2.parent)];
  }
  #leavesBelow(id, at) {
    const listed = this.children(id, at).flatMap((area2) => this.#leavesBelow(area2.id, at));
    if (listed.length === 0) return [id];
    return this.#byId.get(id)?.complete === true ? listed : [...listed, id + REST];
  }
};
function required(byId, place) {
  const { area: area2 } = shownArea(place);
  const value = byId.get(area2);
  if (value === void 0) throw new RangeError(`No area has the id "${area2}".`);
  return value;
}

// src/domain/curfew.ts
import { z as z5 } from "zod";

// src/domain/area.ts
import { z as z4 } from "zod";

// src/domain/source.ts
import { z as z3 } from "zod";

// src/domain/text.ts
import { z as z2 } from "zod";
var LONGEST_TEXT = 4e3;
var Words = z2.string().min(1).max(LONGEST_TEXT, "a text has at most 4,000 characters in each language");
var Text = z2.strictObject({ en: Words.optional(), es: Words.optional() }).refine((text) => text.en !== void 0 || text.es !== void 0, "a text needs `en` or `es`");

// src/domain/source.ts
var Source = z3.strictObject({
  /** A name as it stands; both languages where it holds words: "CBS News (mirror)". */
  publisher: z3.union([z3.string().min(1).max(200), Text]),
  url: z3.url({ protocol: /^https?$/ }).optional(),
  /** Day of publication, as precise as known. */
  date: PartialDay.optional(),
  note: Text.optional(),
  /** Why the address is kept out of the record. */
  urlWithheld: Text.optional()
});
var Confidence = z3.enum(["high", "medium", "low"]);

// src/domain/area.ts
var AreaId = z4.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/, "not an area id (EC, EC-G, EC-0901)");
var AreaKind = z4.enum(["country", "province", "department", "canton", "parish"]);
var Area = z4.strictObject({
  id: AreaId,
  kind: AreaKind,
  parent: AreaId.optional(),
  /** The usual name in each language. */
  name: Text,
  /** Other names and spellings people type, in any language. */
  spellings: z4.array(z4.string().min(1)).default([]),
  seat: z4.string().optional(),
  /** Inherited from the parent when absent; a country always has one. */
  zone: Zone.optional(),
  /** True when every child is listed; otherwise an implicit `rest` leaf stands for the others. */
  complete: z4.boolean().default(false),
  validFrom: Day.optional(),
  validTo: Day.optional(),
  /** Areas that took this one's place. */
  successors: z4.array(AreaId).default([]),
  /** The area it was cut out of: before `validFrom`, what held there held here. */
  splitFrom: AreaId.optional(),
  notes: z4.array(Text).default([]),
  disputed: z4.array(Text).default([]),
  /** A country carries those of the list of its areas; `disputed` of its areas names them by their short names (S1, S2). */
  sources: z4.array(Source).optional()
});
var PlaceId = z4.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?(\/rest)?$/, "not a place id (EC, EC-0901, EC-0901/rest)");

// src/domain/curfew.ts
var Weekday = z5.int().min(1).max(7);
var CurfewRule = z5.strictObject({
  start: WallTime,
  end: WallTime,
  /** Where it runs for more than a day: days from its begin to its end. Friday 20:00 to Monday 05:00 is 3. */
  endDay: z5.int().min(1).max(7).optional(),
  weekdays: z5.array(Weekday).nonempty().optional(),
  areas: z5.array(AreaId).nonempty(),
  /** Parts of those areas that this rule leaves out: the province except a canton, which has other hours or none. */
  except: z5.array(AreaId).nonempty().optional(),
  /** Sources name only examples: who else is under it is not known. */
  areasPartial: z5.boolean().default(false),
  label: Text.optional(),
  /** Bounds of this rule alone, within the curfew's. */
  firstNight: Day.optional(),
  lastNight: Day.optional()
});
var Ending = z5.strictObject({
  by: Text,
  date: Day,
  from: InstantText,
  /** From this instant on it holds again. */
  until: InstantText.optional(),
  areas: z5.array(AreaId).optional(),
  note: Text.optional()
});
var Amendment = z5.strictObject({
  date: Day,
  instrument: Text.optional(),
  effect: Text,
  note: Text.optional(),
  ref: z5.string().optional()
});
var NightException = z5.strictObject({
  night: Day,
  areas: z5.array(AreaId).optional(),
  /** Positions in the curfew's `rules`: only these are changed, as where of two ranges a day one is moved. Absent: the whole night. */
  rules: z5.array(z5.int().nonnegative()).nonempty().optional(),
  start: WallTime.optional(),
  end: WallTime.optional(),
  off: z5.boolean().default(false),
  by: Text.optional()
});
var Curfew = z5.strictObject({
  id: z5.string().min(1),
  country: AreaId,
  title: Text,
  /** Name of the legal act, as it is called; not translated. */
  decree: z5.string().optional(),
  authority: Text,
  legalBasis: Text.optional(),
  announced: Day.optional(),
  declared: Day,
  /** The days on which the first and the last night begin. No `lastNight`: the end is not known. */
  firstNight: Day,
  lastNight: Day.optional(),
  /** Nights after `lastConfirmed` up to and with `endsBy` are not known; without `endsBy`, all later ones. */
  lastConfirmed: Day.optional(),
  endsBy: Day.optional(),
  /** For showing dates of the whole curfew. Hours are each area's own unless `hoursZone` is given. */
  zone: Zone,
  hoursZone: Zone.optional(),
  rules: z5.array(CurfewRule).nonempty(),
  exceptions: z5.array(NightException).default([]),
  lifted: Ending.optional(),
  annulled: Ending.optional(),
  /** Areas taken out one after the other, times in which it rested: whatever ended it in part beside the two above. */
  furtherEndings: z5.array(Ending).nonempty().optional(),
  /** Absent: not stated by any source. */
  exempt: z5.array(Text).optional(),
  notExempt: z5.array(Text).optional(),
  sourcesDiffer: z5.array(Text).optional(),
  penalty: Text.optional(),
  amendments: z5.array(Amendment).default([]),
  enforcement: z5.array(z5.strictObject({ date: Day, detail: Text })).default([]),
  disputed: z5.array(Text).default([]),
  notes: z5.array(Text).default([]),
  sources: z5.array(Source).nonempty(),
  confidence: Confidence
}).refine((c) => c.lastNight === void 0 || c.lastNight >= c.firstNight, "lastNight is before firstNight").refine((c) => c.endsBy === void 0 || c.lastConfirmed !== void 0, "endsBy needs lastConfirmed").refine(
  (c) => c.lastNight !== void 0 || c.lastConfirmed !== void 0,
  "without lastNight, lastConfirmed is needed"
);
function endingsOf({ lifted, annulled, furtherEndings }) {
  return [...lifted === void 0 ? [] : [lifted], ...annulled === void 0 ? [] : [annulled], ...furtherEndings ?? []];
}

// src/domain/wall.ts
import { Temporal as Temporal3 } from "temporal-polyfill";
var REMEMBERED = 2e4;
var instants = /* @__PURE__ */ new Map();
var texts = /* @__PURE__ */ new Map();
var steady = /* @__PURE__ */ new Map();
function epochDay(day) {
  return Temporal3.PlainDate.from(day).toZonedDateTime("UTC").epochMilliseconds / DAY;
}
function dayText(day) {
  return remember(texts, day, () => Temporal3.PlainDate.from("1970-01-01").add({ days: day }).toString());
}
function weekday(day) {
  return ((day + 3) % 7 + 7) % 7 + 1;
}
function wallInstant(day, time2, zone, side) {
  const wall = day * DAY + Number(time2.slice(0, 2)) * HOUR + Number(time2.slice(3)) * MINUTE;
  const { from, to, offset } = steadyAt(zone, wall);
  if (wall - DAY > from && wall + DAY < to) return wall - offset;
  return remember(instants, `${zone} ${day} ${time2} ${side}`, () => resolve(day, time2, zone, side));
}
function steadyAt(zone, at) {
  const known = steady.get(zone) ?? [];
  const found = known.find((one) => at >= one.from && at < one.to);
  if (found !== void 0) return found;
  const clock2 = Temporal3.Instant.fromEpochMilliseconds(at + 1).toZonedDateTimeISO(zone);
  const made = {
    from: clock2.getTimeZoneTransition("previous")?.epochMilliseconds ?? -Infinity,
    to: clock2.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity,
    offset: clock2.offsetNanoseconds / 1e6
  };
  steady.set(zone, [...known, made]);
  return made;
}
function resolve(day, time2, zone, side) {
  const wall = Temporal3.PlainDate.from(dayText(day)).toPlainDateTime(time2);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!earlier.toPlainDateTime().equals(wall)) {
    return (earlier.getTimeZoneTransition("next") ?? earlier).epochMilliseconds;
  }
  if (side === "start") return earlier.epochMilliseconds;
  return wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
}
function remember(memory, key, make) {
  const known = memory.get(key);
  if (known !== void 0) return known;
  if (memory.size >= REMEMBERED) memory.clear();
  const made = make();
  memory.set(key, made);
  return made;
}

// src/domain/calendar.ts
var calendars = /* @__PURE__ */ new WeakMap();
function calendar(curfew) {
  const known = calendars.get(curfew);
  if (known !== void 0) return known;
  const rulesByArea = /* @__PURE__ */ new Map();
  for (const [index, rule2] of curfew.rules.entries()) {
    for (const area2 of rule2.areas) rulesByArea.set(area2, [...rulesByArea.get(area2) ?? [], index]);
  }
  const bounds = nights(curfew);
  const endings2 = endingsOf(curfew).map(({ from, until, areas }) => ({
    from: instant(from),
    to: until === void 0 ? Infinity : instant(until),
    areas
  }));
  const longest = Math.max(1, ...curfew.rules.map((rule2) => rule2.endDay ?? 1));
  const made = {
    ...bounds,
    rules: curfew.rules.map((rule2, index) => ({
      rule: rule2,
      index,
      first: rule2.firstNight === void 0 ? -Infinity : epochDay(rule2.firstNight),
      last: rule2.lastNight === void 0 ? Infinity : epochDay(rule2.lastNight),
      days: rule2.endDay ?? (rule2.end > rule2.start ? 0 : 1)
    })),
    exceptions: curfew.exceptions.map((exception2, index) => ({ exception: exception2, index, night: epochDay(exception2.night) })),
    endings: endings2,
    starts: times(curfew, "start"),
    ends: times(curfew, "end"),
    longest,
    span: spanOf(bounds, longest, endings2),
    declaredAt: dayStart(curfew.declared, curfew.zone),
    rulesByArea
  };
  calendars.set(curfew, made);
  return made;
}
function nights(curfew) {
  const day = (text) => text === void 0 ? void 0 : epochDay(text);
  const [declaredLast, confirmed, endsBy] = [day(curfew.lastNight), day(curfew.lastConfirmed), day(curfew.endsBy)];
  const open = declaredLast === void 0 && endsBy === void 0;
  return {
    first: epochDay(curfew.firstNight),
    certain: Math.min(declaredLast ?? Infinity, confirmed ?? Infinity),
    last: open ? Infinity : Math.max(declaredLast ?? -Infinity, confirmed ?? -Infinity, endsBy ?? -Infinity)
  };
}
function spanOf({ first, last }, longest, endings2) {
  const over = endings2.flatMap(({ from, to, areas }) => areas === void 0 && to === Infinity ? [from] : []);
  return { start: (first - 1) * DAY, end: Math.min((last + longest + 2) * DAY, ...over) };
}
function times(curfew, side) {
  return [...new Set([...curfew.rules, ...curfew.exceptions].flatMap((one) => one[side] ?? []))];
}

// src/domain/eras.ts
function eras(changes, range) {
  const bounds = [-Infinity, ...changes, Infinity];
  return bounds.slice(1).flatMap((upper, index) => {
    const lower = bounds[index] ?? -Infinity;
    const [start, end] = [Math.max(lower, range.start), Math.min(upper, range.end)];
    return start < end ? [{ start, end, lower, upper }] : [];
  });
}

// src/domain/span-index.ts
var BLOCK = 32;
var SpanIndex = class {
  #values;
  #starts;
  #ends;
  /** The latest end within each block. */
  #latest;
  constructor(values, spanOf2) {
    const spanned = values.map((value) => ({ value, span: spanOf2(value) })).sort((a, b) => a.span.start - b.span.start);
    this.#values = spanned.map(({ value }) => value);
    this.#starts = Float64Array.from(spanned, ({ span }) => span.start);
    this.#ends = Float64Array.from(spanned, ({ span }) => span.end);
    this.#latest = new Float64Array(Math.ceil(values.length / BLOCK)).fill(-Infinity);
    for (const [i, end] of this.#ends.entries()) {
      const block = Math.floor(i / BLOCK);
      this.#latest[block] = Math.max(this.#latest[block] ?? -Infinity, end);
    }
  }
  /** Adds all that touch the range, by start. */
  touching({ start, end }, found) {
    const count = this.#begunBefore(end);
    for (let i = 0; i < count; ) {
      if (i % BLOCK === 0 && (this.#latest[i / BLOCK] ?? Infinity) <= start) i += BLOCK;
      else {
        const value = this.#values[i];
        if (value !== void 0 && (this.#ends[i] ?? -Infinity) > start) found.push(value);
        i += 1;
      }
    }
  }
  /** The latest instant up to `at` that lies in one of them or ends one; -Infinity: none had begun. */
  newest(at) {
    let newest = -Infinity;
    for (let i = this.#begunBefore(at) - 1; i >= 0 && newest < at; i -= 1)
      newest = Math.max(newest, Math.min(at, this.#ends[i] ?? -Infinity));
    return newest;
  }
  #begunBefore(at) {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((this.#starts[middle] ?? Infinity) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};

// src/domain/said-of.ts
var SaidOf = class {
  all;
  #byName;
  constructor(list, namesOf, spanOf2) {
    const said = list.map((value, position) => ({ value, position }));
    const named2 = /* @__PURE__ */ new Map();
    for (const one of said) {
      for (const name of new Set(namesOf(one.value))) {
        const known = named2.get(name);
        if (known === void 0) named2.set(name, [one]);
        else known.push(one);
      }
    }
    const index = (some2) => new SpanIndex(some2, ({ value }) => spanOf2(value));
    this.all = index(said);
    this.#byName = new Map([...named2].map(([name, some2]) => [name, index(some2)]));
  }
  /** What may speak of a place in a range, in the order of the record. */
  of(tree, place, range) {
    const found = [];
    for (const list of this.#listsOf(tree, place)) list.touching(range, found);
    if (found.length < 2) return found;
    found.sort((a, b) => a.position - b.position);
    return found.filter((one, i) => one !== found[i - 1]);
  }
  /** The latest instant up to `at` about which anything may be said of a place. */
  newest(tree, place, at) {
    return Math.max(-Infinity, ...this.#listsOf(tree, place).map((list) => list.newest(at)));
  }
  #listsOf(tree, place) {
    const names = [...tree.everyName(place), DOUBT + tree.country(place)];
    return names.flatMap((name) => this.#byName.get(name) ?? []);
  }
};
var DOUBT = "anywhere in ";
var decrees = /* @__PURE__ */ new WeakMap();
var entries = /* @__PURE__ */ new WeakMap();
function decreesOf(list) {
  const known = decrees.get(list);
  if (known !== void 0) return known;
  const made = new SaidOf(list, namedBy, (curfew) => calendar(curfew).span);
  decrees.set(list, made);
  return made;
}
function entriesOf(list) {
  const known = entries.get(list);
  if (known !== void 0) return known;
  const made = new SaidOf(list, ({ areas }) => areas, spanOfEntry);
  entries.set(list, made);
  return made;
}
function namedBy({ country, rules, exceptions }) {
  const doubtful = rules.some((rule2) => rule2.areasPartial) ? [DOUBT + country] : [];
  const listed = rules.flatMap((rule2) => rule2.areas);
  return [...listed, ...exceptions.flatMap((one) => one.areas ?? []), ...doubtful];
}
var spans = /* @__PURE__ */ new WeakMap();
function spanOfEntry(entry) {
  const known = spans.get(entry);
  if (known !== void 0) return known;
  const made = { start: instant(entry.from), end: instant(entry.to) };
  spans.set(entry, made);
  return made;
}

// src/domain/terms.ts
var memories = /* @__PURE__ */ new WeakMap();
function terms(tree, curfew, leaf, at) {
  const decrees2 = memories.get(tree) ?? /* @__PURE__ */ new WeakMap();
  memories.set(tree, decrees2);
  const leaves = decrees2.get(curfew) ?? /* @__PURE__ */ new Map();
  decrees2.set(curfew, leaves);
  const key = `${leaf} ${at}`;
  const known = leaves.get(key);
  if (known !== void 0 || leaves.has(key)) return known;
  const made = termsOf(tree, curfew, leaf, at);
  leaves.set(key, made);
  return made;
}
function termsOf(tree, curfew, leaf, at) {
  const dates2 = calendar(curfew);
  const names = tree.names(leaf, dates2.declaredAt, at);
  const around2 = once(() => [...tree.lineage(leaf, at).all, ...tree.lineage(leaf, dates2.declaredAt).all]);
  const named2 = rulesNaming(tree, dates2, names, around2);
  const partial = curfew.country === tree.country(leaf) ? rulesInDoubt(dates2, named2, around2) : [];
  const exceptions = applicable(tree, dates2, leaf, at);
  if (named2.length === 0 && partial.length === 0 && !exceptions.some((one) => one.steps < Infinity)) return void 0;
  const zone = curfew.hoursZone ?? tree.zone(leaf);
  const outs = outsOf(tree, dates2, leaf, at);
  const excepted2 = exceptions.map((one) => `${one.index}^${one.steps}`).join();
  const key = `${zone}|${named2.join()}|${partial.join()}|${excepted2}|${outs.map(({ start, end }) => `${start}-${end}`).join()}`;
  return { curfew, calendar: dates2, zone, named: named2, partial, exceptions, outs, key };
}
function rulesNaming(tree, dates2, names, around2) {
  const found = [];
  for (const area2 of names) {
    for (const index of dates2.rulesByArea.get(area2) ?? []) {
      if (found.includes(index)) continue;
      const except = dates2.rules[index]?.rule.except ?? [];
      const out = except.some((one) => around2().includes(one) && holds(tree, area2, one));
      if (!out) found.push(index);
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a - b);
}
function holds(tree, area2, part) {
  return tree.get(part) !== void 0 && tree.ancestors(part).includes(area2);
}
function rulesInDoubt(dates2, named2, around2) {
  return dates2.rules.flatMap(
    ({ rule: rule2, index }) => rule2.areasPartial && !named2.includes(index) && !(rule2.except ?? []).some((one) => around2().includes(one)) ? [index] : []
  );
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}
function applicable(tree, dates2, leaf, at) {
  if (dates2.exceptions.length === 0) return [];
  const around2 = tree.lineage(leaf, at).all;
  return dates2.exceptions.flatMap((one) => {
    const { areas } = one.exception;
    if (areas === void 0) return [{ ...one, steps: Infinity }];
    const steps = around2.findIndex((area2) => areas.includes(area2));
    return steps === -1 ? [] : [{ ...one, steps }];
  });
}
function outsOf(tree, dates2, leaf, at) {
  if (dates2.endings.length === 0) return [];
  const around2 = (then) => [...tree.lineage(leaf, then).all, ...tree.lineage(leaf, at).all];
  const applies = dates2.endings.filter(({ from, areas }) => areas === void 0 || around2(from).some((area2) => areas.includes(area2))).sort((a, b) => a.from - b.from);
  const outs = [];
  for (const { from, to } of applies) {
    const last = outs.at(-1);
    if (last === void 0 || from > last.end) outs.push({ start: from, end: to });
    else last.end = Math.max(last.end, to);
  }
  return outs;
}

// src/domain/profile.ts
var memories2 = /* @__PURE__ */ new WeakMap();
var KEPT2 = 8;
var VIEWS = 5e3;
var RANGES = 24;
var ALWAYS = { start: -Infinity, end: Infinity };
var Profile = class {
  #memory;
  #leaf;
  #views = /* @__PURE__ */ new Map();
  constructor(memory, leaf) {
    this.#memory = memory;
    this.#leaf = leaf;
  }
  /** What bears on the leaf in a range; other times are left out. */
  view(range) {
    const asked = `${range.start} ${range.end}`;
    const known = this.#views.get(asked);
    if (known !== void 0) return known;
    const { situation, views } = this.#memory;
    const periods = eras(situation.areas.changes(this.#leaf), range);
    const built = periods.map(({ lower, upper }) => stage(situation, this.#leaf, range, { lower, upper }));
    const key = `${asked}${built.map((one) => one.key).join("")}`;
    const made = views.get(key) ?? { stages: built.map((one) => one.stage) };
    if (views.size >= VIEWS) views.clear();
    views.set(key, made);
    if (this.#views.size >= RANGES) this.#views.clear();
    this.#views.set(asked, made);
    return made;
  }
  /** For all time. Slower the more is recorded: for who must know of entries, whenever they are about. */
  get stages() {
    return this.view(ALWAYS).stages;
  }
  /** The latest instant up to `at` about which anything may be known here; -Infinity: there is none. */
  newest(at) {
    const { areas, curfews, withdrawn, coverage } = this.#memory.situation;
    return Math.max(
      decreesOf(curfews).newest(areas, this.#leaf, at),
      decreesOf(withdrawn).newest(areas, this.#leaf, at),
      entriesOf(coverage).newest(areas, this.#leaf, at)
    );
  }
};
function profile(situation, leaf) {
  const memory = memoryOf(situation);
  const known = memory.profiles.get(leaf);
  if (known !== void 0) return known;
  const made = new Profile(memory, leaf);
  memory.profiles.set(leaf, made);
  return made;
}
function memoryOf(situation) {
  const { areas, curfews, withdrawn, coverage, knownAt } = situation;
  const kept = memories2.get(areas) ?? [];
  const known = kept.find(
    ({ situation: one, from, before }) => one.curfews === curfews && one.withdrawn === withdrawn && one.coverage === coverage && from <= knownAt && knownAt < before
  );
  if (known !== void 0) return known;
  const made = { situation, ...sameReach(situation), profiles: /* @__PURE__ */ new Map(), views: /* @__PURE__ */ new Map() };
  memories2.set(areas, [made, ...kept].slice(0, KEPT2));
  return made;
}
function sameReach({ areas, coverage, knownAt }) {
  let [from, before] = [-Infinity, Infinity];
  for (const entry of coverage) {
    if (!entry.asOfEachDay) continue;
    const { end } = spanOfEntry(entry);
    if (knownAt >= end) from = Math.max(from, end);
    else {
      before = Math.min(before, end);
      for (const zone of new Set(entry.areas.map((area2) => areas.zone(area2)))) {
        const today2 = dayAround(knownAt, zone);
        from = Math.max(from, today2.start);
        before = Math.min(before, today2.end);
      }
    }
  }
  return { from, before };
}
function stage(situation, leaf, range, { lower, upper }) {
  const { areas, coverage } = situation;
  let key = `
${lower}`;
  const speak = (list) => decreesOf(list).of(areas, leaf, range).flatMap(({ value, position }) => {
    const made = terms(areas, value, leaf, lower);
    if (made === void 0) return [];
    key += ` ${position}:${made.key}`;
    return [made];
  });
  const declared = speak(situation.curfews);
  key += " /";
  const withdrawn = speak(situation.withdrawn);
  key += " /";
  const lineage = areas.lineage(leaf, lower);
  const known = entriesOf(coverage).of(areas, leaf, range).flatMap(({ value, position }) => {
    const made = knownHere(value, lineage, situation);
    if (made === void 0) return [];
    key += ` ${position}:${made.own}:${made.end}`;
    return [made];
  });
  return { key, stage: { lower, upper, declared, withdrawn, known } };
}
function knownHere(entry, lineage, situation) {
  const area2 = lineage.all.find((one) => entry.areas.includes(one));
  const own = lineage.self.length > 0 && lineage.self.every((one) => entry.areas.includes(one));
  const through = area2 ?? (own ? lineage.self[0] : void 0);
  if (through === void 0) return void 0;
  const { start, end: to } = spanOfEntry(entry);
  const end = entry.asOfEachDay ? reach(situation, situation.areas.zone(through), to) : to;
  return start < end ? { start, end, own, completes: entry.completes } : void 0;
}
function reach({ knownAt }, zone, to) {
  return knownAt >= to ? to : Math.min(to, dayAround(knownAt, zone).end);
}
function dayAround(at, zone) {
  const start = dayStart(dayOf(at, zone), zone);
  return { start, end: dayStart(dayOf(start + 1.5 * DAY, zone), zone) };
}

// src/domain/windows.ts
function windowsOf(terms2, list, range) {
  const { first, last, longest, certain } = terms2.calendar;
  if (list === "partial" && terms2.partial.length === 0) return [];
  const from = Math.max(first, Math.floor(range.start / DAY) - longest - 2);
  const to = Math.min(last, Math.floor(range.end / DAY) + 1);
  const found = [];
  for (let night = from; night <= to; night++) {
    for (const line2 of hours(terms2, list, night)) {
      const start = wallInstant(night, line2.start, terms2.zone, "start");
      const end = wallInstant(night + line2.days, line2.end, terms2.zone, "end");
      if (start >= end || end <= range.start || start >= range.end) continue;
      for (const piece of without(terms2.outs, { start, end })) {
        if (piece.end <= range.start || piece.start >= range.end) continue;
        const { curfew } = terms2;
        found.push({ ...piece, night: dayText(night), certain: night <= certain, curfew: curfew.id, rule: line2.rule });
      }
    }
  }
  return found;
}
function without(outs, window) {
  const left = [];
  let { start } = window;
  for (const out of outs) {
    if (out.end <= start || out.start >= window.end) continue;
    if (out.start > start) left.push({ start, end: out.start });
    start = out.end;
  }
  return start < window.end ? [...left, { start, end: window.end }] : left;
}
function hours(terms2, list, night) {
  const rules = terms2.calendar.rules;
  const within2 = (index) => {
    const rule2 = rules[index];
    return rule2 !== void 0 && night >= rule2.first && night <= rule2.last;
  };
  const indices = list === "named" ? terms2.named : terms2.partial;
  if (list === "partial" && terms2.named.some((index) => runs(rules[index], night))) return [];
  const running = indices.flatMap((index) => linesOf(rules[index], night));
  if (terms2.exceptions.length === 0) return running;
  const tonight = terms2.exceptions.filter(
    (one) => one.night === night && (one.steps < Infinity || indices.some(within2))
  );
  return tonight.length === 0 ? running : excepted(indices.filter(within2), running, tonight);
}
function excepted(indices, running, tonight) {
  const whole = nearest(tonight.filter(({ exception: exception2 }) => exception2.rules === void 0));
  const lines = indices.flatMap((index) => {
    const line2 = running.find(({ rule: rule2 }) => rule2 === index);
    const own = nearest(tonight.filter(({ exception: exception2 }) => exception2.rules?.includes(index) === true));
    const counts = own.list.length > 0 && own.steps <= whole.steps ? own : whole;
    if (counts.list.length === 0) return line2 === void 0 ? [] : [line2];
    return counts.list.flatMap(({ exception: { start, end, off } }) => {
      if (off) return [];
      if (start !== void 0 && end !== void 0) return counts === own ? [hoursOf(start, end, index)] : [];
      return line2 === void 0 ? [] : [moved(line2, start, end)];
    });
  });
  const replaced = whole.list.flatMap(
    ({ exception: { start, end, off } }) => off || start === void 0 || end === void 0 ? [] : [hoursOf(start, end, running[0]?.rule)]
  );
  return [...lines, ...replaced];
}
function nearest(list) {
  const steps = Math.min(...list.map((one) => one.steps));
  return { steps: list.length === 0 ? Infinity : steps, list: list.filter((one) => one.steps === steps) };
}
function hoursOf(start, end, rule2) {
  return { start, end, days: end > start ? 0 : 1, rule: rule2 };
}
function moved(line2, start = line2.start, end = line2.end) {
  return { ...line2, start, end, days: line2.days > 1 ? line2.days : end > start ? 0 : 1 };
}
function linesOf(rule2, night) {
  if (rule2 === void 0 || !runs(rule2, night)) return [];
  return [{ start: rule2.rule.start, end: rule2.rule.end, days: rule2.days, rule: rule2.index }];
}
function runs(rule2, night) {
  if (rule2 === void 0 || night < rule2.first || night > rule2.last) return false;
  return rule2.rule.weekdays?.includes(weekday(night)) ?? true;
}

// src/domain/segments.ts
function segments(situation, leaf, range) {
  return segmentsOf(profile(situation, leaf), range);
}
var worked = /* @__PURE__ */ new WeakMap();
function segmentsOf(profile2, range, frame = wholeDays(range)) {
  if (!(range.start < range.end)) return [];
  if (!Number.isFinite(range.start) || !Number.isFinite(range.end)) return workedOut(profile2.view(range), range);
  const view = profile2.view(frame);
  const segments2 = worked.get(view) ?? workedOut(view, frame);
  worked.set(view, segments2);
  return cut(segments2, range);
}
function wholeDays({ start, end }) {
  return { start: Math.floor(start / DAY) * DAY, end: Math.ceil(end / DAY) * DAY };
}
function cut(segments2, range) {
  const found = [];
  for (const one of segments2) {
    if (one.start >= range.end) break;
    if (one.end <= range.start) continue;
    found.push({ ...one, start: Math.max(one.start, range.start), end: Math.min(one.end, range.end) });
  }
  return found;
}
function workedOut(view, range) {
  const pieces = view.stages.flatMap((stage2) => {
    const within2 = { start: Math.max(range.start, stage2.lower), end: Math.min(range.end, stage2.upper) };
    return within2.start < within2.end ? sweep(claims(stage2, within2), within2) : [];
  });
  return merge(pieces);
}
function claims(stage2, range) {
  const declared = stage2.declared.flatMap((terms2) => [
    ...windowsOf(terms2, "named", range).map((one) => claim(terms2, one, one.certain ? "inForce" : "uncertain")),
    ...windowsOf(terms2, "partial", range).map((one) => claim(terms2, one, "listed?"))
  ]);
  const withdrawn = stage2.withdrawn.flatMap((terms2) => [
    ...windowsOf(terms2, "named", range).map((one) => claim(terms2, one, "withdrawn")),
    ...windowsOf(terms2, "partial", range).map((one) => claim(terms2, one, "withdrawn?"))
  ]);
  const known = stage2.known.map((one) => ({ start: one.start, end: one.end, says: "known", known: one }));
  return [...declared, ...withdrawn, ...known];
}
function claim(terms2, { start, end }, says) {
  return { start, end, says, curfew: terms2.curfew.id };
}
function sweep(claims2, range) {
  const touching = claims2.filter((one) => one.start < range.end && one.end > range.start).sort((a, b) => a.start - b.start);
  const inner = touching.flatMap((one) => [one.start, one.end]).filter((at) => at > range.start && at < range.end);
  const cuts = [.../* @__PURE__ */ new Set([range.start, ...inner])].sort((a, b) => a - b);
  const found = [];
  let active = [];
  let next = 0;
  for (const [index, start] of cuts.entries()) {
    active = active.filter((one) => one.end > start);
    for (let one = touching[next]; one !== void 0 && one.start <= start; one = touching[++next]) active.push(one);
    found.push({ start, end: cuts[index + 1] ?? range.end, ...verdict(active) });
  }
  return found;
}
function verdict(active) {
  const known = active.flatMap((one) => one.says === "known" ? [one.known] : []);
  const ids = (says) => {
    const found = active.flatMap((one) => one.says !== "known" && one.says === says ? [one.curfew] : []);
    return [...new Set(found)].sort();
  };
  const doubted = (says) => known.some((one) => one.own) ? [] : ids(says).filter((id) => !known.some((one) => one.completes.includes(id)));
  const inForce = ids("inForce");
  if (inForce.length > 0) return { is: "inForce", curfews: inForce };
  const doubts = [
    { why: "end-not-known", curfews: ids("uncertain") },
    { why: "withdrawn", curfews: ids("withdrawn") },
    { why: "list-partial", curfews: doubted("listed?") },
    { why: "withdrawn", curfews: doubted("withdrawn?") }
  ];
  const doubt = doubts.find((one) => one.curfews.length > 0);
  if (doubt !== void 0) return { is: "unknown", ...doubt };
  return known.length > 0 ? { is: "notInForce", curfews: [] } : { is: "unknown", curfews: [], why: "not-covered" };
}
function merge(pieces) {
  const merged = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== void 0 && last.is === piece.is && last.why === piece.why && last.curfews.join() === piece.curfews.join()) {
      last.end = piece.end;
    } else merged.push({ ...piece });
  }
  return merged;
}

// src/domain/runs.ts
var SPANS = [2 * DAY, 8 * DAY, 30 * DAY, 120 * DAY, 400 * DAY];
var HORIZON = 400 * DAY;
function runs2(profile2, range, frame) {
  return joined(segmentsOf(profile2, range, frame));
}
function joined(segments2) {
  const found = [];
  for (const segment of segments2) {
    const last = found.at(-1);
    if (last?.is === segment.is) {
      last.end = segment.end;
      last.curfews = [.../* @__PURE__ */ new Set([...last.curfews, ...segment.curfews])].sort();
    } else found.push({ start: segment.start, end: segment.end, is: segment.is, curfews: segment.curfews });
  }
  return found;
}
function frameOf(at, span) {
  const day = Math.floor(at / DAY) * DAY;
  return { start: day - span, end: day + DAY + span };
}
function nearFrame(range) {
  const near = frameOf(range.start, SPANS[0]);
  return range.end <= near.end ? near : void 0;
}
var KEPT3 = 200;
function look(memory, profile2, at, within2) {
  let value;
  for (const span of SPANS) {
    const frame = frameOf(at, span);
    const view = profile2.view(frame);
    const known = memory.get(view) ?? /* @__PURE__ */ new Map();
    const found = known.get(at) ?? within2(frame, span);
    if (known.size >= KEPT3) known.clear();
    memory.set(view, known.set(at, found));
    ({ value } = found);
    if (found.final) break;
  }
  return value;
}
var aheads = /* @__PURE__ */ new WeakMap();
function ahead(profile2, at) {
  const found = look(aheads, profile2, at, (frame, span) => {
    const range = { start: at, end: at + span };
    const segments2 = segmentsOf(profile2, range, frame);
    const [segment] = segments2;
    if (segment === void 0) throw new RangeError(`${at} is no instant.`);
    const [current, ...later] = joined(segments2);
    const next2 = later.find((run) => run.is === "inForce");
    const following = later[0];
    const value = { segment, until: following?.start, follows: following?.is, next: next2, curfews: current?.curfews ?? [] };
    return { value, final: following !== void 0 && next2 !== void 0 && next2.end < range.end };
  });
  if (found === void 0) throw new RangeError(`${at} is no instant.`);
  const { next } = found;
  if (next === void 0 || next.end < at + HORIZON) return found;
  const whole = runs2(profile2, { start: next.start, end: next.start + HORIZON })[0];
  return { ...found, next: whole ?? next };
}
var behinds = /* @__PURE__ */ new WeakMap();
function behind(profile2, at) {
  const found = look(behinds, profile2, at, (frame, span) => {
    const list = runs2(profile2, { start: at - span, end: at + 1 }, frame);
    const value = lookBack(list, at - span);
    return { value, final: list.length > 1 && value.last !== void 0 && value.last.start > at - span };
  });
  if (found === void 0) throw new RangeError(`${at} is no instant.`);
  if (found.informationEnds !== void 0 || found.since > at - HORIZON) return found;
  return { ...found, ...longAgo(profile2, at - HORIZON) };
}
function longAgo(profile2, before) {
  for (let at = profile2.newest(before); at > -Infinity; at = profile2.newest(at - HORIZON)) {
    const list = runs2(profile2, { start: at - HORIZON, end: at + 1 });
    const { last, informationEnds } = lookBack(list, at - HORIZON);
    if (informationEnds !== void 0) return { last, informationEnds };
  }
  return { last: void 0, informationEnds: void 0 };
}
function lookBack(list, start) {
  const current = list.at(-1);
  const earlier = list.slice(0, -1);
  return {
    since: current?.start ?? start,
    last: earlier.findLast((run) => run.is === "inForce"),
    informationEnds: earlier.findLast((run) => run.is !== "unknown")?.end,
    curfews: current?.curfews ?? []
  };
}

// src/domain/state.ts
function stateAt(situation, areaId, at) {
  const { areas } = situation;
  const leaves = areas.leaves(areaId, at);
  const states = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const leaf of leaves.length === 0 ? [areaId] : leaves) {
    const own = profile(situation, leaf);
    const [after, before] = [ahead(own, at), behind(own, at)];
    const known = states.get(after)?.get(before);
    const state = known === void 0 ? leafState(after, before) : groups.get(known)?.state;
    if (state === void 0) continue;
    const key = known ?? JSON.stringify(state, (_, value) => value ?? null);
    states.set(after, (states.get(after) ?? /* @__PURE__ */ new Map()).set(before, key));
    const group = groups.get(key) ?? { leaves: [], state };
    group.leaves.push(leaf);
    groups.set(key, group);
  }
  const [only2, ...others] = groups.values();
  if (only2 !== void 0 && others.length === 0) return { whole: only2.state };
  const parts2 = [...groups.values()].map((group) => ({ areas: areas.compress(group.leaves, at), state: group.state }));
  return { partly: parts2.sort((a, b) => ORDER[a.state.is] - ORDER[b.state.is]) };
}
var ORDER = { inForce: 0, unknown: 1, notInForce: 2 };
function leafState(after, before) {
  const { segment } = after;
  const next = interval(after.next);
  const last = interval(before.last);
  const named2 = after.next?.curfews ?? before.last?.curfews ?? [];
  if (segment.is === "inForce") {
    return {
      is: "inForce",
      since: before.since,
      until: after.until,
      curfews: segment.curfews,
      next,
      followedBy: relief(after.follows)
    };
  }
  if (segment.is === "notInForce") {
    return {
      is: "notInForce",
      next,
      last,
      curfews: named2,
      knownUntil: after.follows === "unknown" ? after.until : void 0
    };
  }
  const curfews = segment.curfews.length > 0 ? segment.curfews : named2;
  return {
    is: "unknown",
    why: segment.why ?? "not-covered",
    informationEnds: before.informationEnds,
    last,
    next,
    curfews
  };
}
function relief(follows) {
  return follows === "inForce" ? void 0 : follows;
}
function interval(run) {
  return run === void 0 ? void 0 : { start: run.start, end: run.end };
}

// src/domain/edges.ts
function edges(situation, country, { after, until }) {
  const { areas } = situation;
  const changes = areas.changes(country);
  const range = { start: after, end: until + 1 };
  const redrawn = changes.some((at) => at > after && at <= until);
  const turning = redrawn ? void 0 : namesTurning(situation, country, range);
  if (turning?.size === 0) return [];
  const found = eras(changes, { start: after + 1, end: until + 1 }).flatMap((era) => {
    const leaves = areas.leaves(country, era.start);
    const looked = { start: era.start - 1, end: era.end };
    return leaves.flatMap((leaf) => {
      if (turning !== void 0 && !areas.everyName(leaf).some((name) => turning.has(name))) return [];
      return turnsOf(profile(situation, leaf), looked).map((turn) => ({ ...turn, leaf }));
    });
  });
  return found.sort((a, b) => a.at - b.at || ORDER2[a.kind] - ORDER2[b.kind]);
}
var ORDER2 = { ended: 0, began: 1 };
var zones = /* @__PURE__ */ new WeakMap();
function zonesOf(areas, country) {
  const countries = zones.get(areas) ?? /* @__PURE__ */ new Map();
  zones.set(areas, countries);
  const known = countries.get(country);
  if (known !== void 0) return known;
  const own = areas.all.filter((area2) => areas.country(area2.id) === country);
  const made = [...new Set(own.map((area2) => areas.zone(area2.id)))];
  countries.set(country, made);
  return made;
}
function namesTurning(situation, country, range) {
  const own = zonesOf(situation.areas, country);
  const names = /* @__PURE__ */ new Set();
  const near = [];
  decreesOf(situation.curfews).all.touching({ start: range.start - 1, end: range.end }, near);
  for (const { value: curfew } of near) {
    if (!mayTurn(curfew, curfew.hoursZone === void 0 ? own : [curfew.hoursZone], range)) continue;
    for (const name of namedBy(curfew)) names.add(name);
  }
  return names;
}
function mayTurn(curfew, zones2, range) {
  const { first, last, starts: starts2, ends, endings: endings2, longest } = calendar(curfew);
  const within2 = (at) => at > range.start && at < range.end;
  if (endings2.some(({ from: from2, to: to2 }) => within2(from2) || within2(to2))) return true;
  const from = Math.max(first, Math.floor(range.start / DAY) - longest - 2);
  const to = Math.min(last + longest, Math.floor(range.end / DAY) + 1);
  for (let day = from; day <= to; day++) {
    for (const zone of zones2) {
      if (starts2.some((time2) => within2(wallInstant(day, time2, zone, "start")))) return true;
      if (ends.some((time2) => within2(wallInstant(day, time2, zone, "end")))) return true;
    }
  }
  return false;
}
function turnsOf(own, range) {
  const list = runs2(own, range, nearFrame(range));
  return list.slice(1).flatMap((run, index) => {
    const before = list[index];
    if (before?.is === "inForce") return [ended(own, run.start)];
    return run.is === "inForce" ? [began(own, run.start)] : [];
  });
}
function began(own, at) {
  const { until, follows, next, curfews } = ahead(own, at);
  return { kind: "began", at, since: at, until, next: interval(next), followedBy: relief(follows), curfews };
}
function ended(own, at) {
  const { segment, next } = ahead(own, at);
  const { since, curfews } = behind(own, at - 1);
  return { kind: "ended", at, since, until: at, next: interval(next), followedBy: relief(segment.is), curfews };
}

// src/domain/nights.ts
var SPANS2 = [5 * DAY, 40 * DAY, 400 * DAY];
function nights2(situation, place, from, count) {
  const leaves = situation.areas.leaves(place, from);
  let found = [];
  for (const span of SPANS2) {
    found = within(situation, leaves, { start: from, end: from + span });
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}
var LONGEST = 8 * DAY;
var around = ({ start, end }) => ({ start: start - LONGEST, end: end + LONGEST });
function within(situation, leaves, range) {
  const lists = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const leaf of leaves) {
    const view = profile(situation, leaf).view(around(range));
    const list = lists.get(view) ?? listOf(view, range).map((listed) => [JSON.stringify(listed), listed]);
    lists.set(view, list);
    for (const [key, listed] of list) {
      const group = groups.get(key) ?? { listed, leaves: [] };
      group.leaves.push(leaf);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ listed, leaves: leaves2 }) => ({ ...listed, areas: situation.areas.compress(leaves2, range.start) })).sort((a, b) => a.start - b.start || a.end - b.end);
}
function listOf(view, range) {
  const lines = /* @__PURE__ */ new Map();
  for (const { start, end, night, certain, curfew } of windowsIn(view, range)) {
    const key = `${start} ${end} ${certain}`;
    const curfews = [.../* @__PURE__ */ new Set([...lines.get(key)?.curfews ?? [], curfew])].sort();
    lines.set(key, { start, end, night, certain, curfews });
  }
  return [...lines.values()];
}
function windowsIn(view, range) {
  const found = [];
  for (const { declared, lower, upper } of view.stages) {
    for (const window of declared.flatMap((terms2) => windowsOf(terms2, "named", around(range)))) {
      const [start, end] = [Math.max(window.start, lower), Math.min(window.end, upper)];
      if (start >= end) continue;
      const before = found.find(
        (one) => one.end === lower && start === lower && one.curfew === window.curfew && one.night === window.night
      );
      if (before === void 0) found.push({ ...window, start, end });
      else before.end = end;
    }
  }
  return found.filter((one) => one.end > range.start && one.start < range.end);
}

// test/domain/oracle.ts
import { Temporal as Temporal4 } from "temporal-polyfill";
var MINUTE2 = 6e4;
var DAY2 = 864e5;
var HOUR_6 = 6 * 60 * MINUTE2;
var offsetAt = (zone, at) => Temporal4.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
var clocks = /* @__PURE__ */ new Map();
function clock(zone, start, end) {
  const key = `${zone} ${start} ${end}`;
  const known = clocks.get(key);
  if (known !== void 0) return known;
  const found = [{ from: start, to: start, offset: offsetAt(zone, start) }];
  for (let at = start; at < end; at += HOUR_6) {
    const last = found.at(-1);
    const offset = offsetAt(zone, at + HOUR_6);
    if (last === void 0) throw new Error("no reading");
    if (offset === last.offset) last.to = at + HOUR_6;
    else {
      let [same, other] = [at, at + HOUR_6];
      while (other - same > MINUTE2) {
        const middle = same + Math.floor((other - same) / MINUTE2 / 2) * MINUTE2;
        if (offsetAt(zone, middle) === last.offset) same = middle;
        else other = middle;
      }
      last.to = other;
      found.push({ from: other, to: at + HOUR_6, offset });
    }
  }
  clocks.set(key, found);
  return found;
}
var firstShown = (pieces, local) => pieces.map(({ from, to, offset }) => ({ at: local - offset, from, to })).find(({ at, from, to }) => at >= from && at < to)?.at ?? jump(pieces, local);
var lastShown = (pieces, local) => pieces.map(({ from, to, offset }) => ({ at: local - offset, from, to })).findLast(({ at, from, to }) => at >= from && at < to)?.at ?? jump(pieces, local);
var jump = (pieces, local) => {
  const piece = pieces.find(({ from, offset }) => from + offset > local);
  if (piece === void 0) throw new Error("a time outside the clock's days");
  return piece.from;
};
var dates = /* @__PURE__ */ new Map();
var dateOf = (day) => {
  const made = dates.get(day) ?? Temporal4.PlainDate.from("1970-01-01").add({ days: day });
  dates.set(day, made);
  return made;
};
var numberOf = (day) => Date.parse(`${day}T00:00:00Z`) / DAY2;
var timeOf = (text) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE2;
var belonging = (leaf, at) => {
  const found = leaf.belongs.findLast((one) => one.from <= at);
  if (found === void 0) throw new Error(`${leaf.id} belongs nowhere`);
  return found;
};
var SLACK = 10 * DAY2;
function told(world2, leaf, start, end, everyMinute2 = false) {
  const key = `${leaf.id} ${start} ${end} ${everyMinute2}`;
  const asked = answers.get(world2) ?? /* @__PURE__ */ new Map();
  const made = asked.get(key) ?? work(world2, leaf, start, end, everyMinute2);
  answers.set(world2, asked.set(key, made));
  return made;
}
var answers = /* @__PURE__ */ new WeakMap();
function work(world2, leaf, start, end, everyMinute2) {
  const claims2 = claimsOf(world2, leaf, start, end);
  const cuts = /* @__PURE__ */ new Set([start]);
  for (const { from, to } of claims2) for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
  for (const { from } of leaf.belongs) if (from > start && from < end) cuts.add(from);
  for (const decree2 of [...world2.curfews, ...world2.withdrawn])
    for (const { from, to } of endingsOf2(decree2)) for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
  const instants2 = everyMinute2 ? Array.from({ length: (end - start) / MINUTE2 }, (_, i) => start + i * MINUTE2) : [...cuts].sort((a, b) => a - b);
  const saysAt = (at) => {
    const words = /* @__PURE__ */ new Set();
    for (const one of claims2) if (one.from <= at && at < one.to && !words.has(one.says) && one.holds(at)) words.add(one.says);
    return judge([...words]);
  };
  const found = [];
  for (const [i, at] of instants2.entries()) {
    const says = saysAt(at);
    const last = found.at(-1);
    const until = instants2[i + 1] ?? end;
    if (last?.says === says) last.end = until;
    else found.push({ start: at, end: until, says });
  }
  for (let at = start; at < end; at += 397 * MINUTE2) {
    const stretch = found.find((one) => one.start <= at && at < one.end);
    if (stretch?.says !== saysAt(at)) throw new Error(`the oracle missed a change before ${new Date(at).toISOString()}`);
  }
  return found;
}
var claimsOf = (world2, leaf, start, end) => [
  ...world2.curfews.flatMap((one) => nightClaims(one, "declared", world2, leaf, start, end)),
  ...world2.withdrawn.flatMap((one) => nightClaims(one, "withdrawn", world2, leaf, start, end)),
  ...world2.coverage.flatMap((one) => coverageClaims(one, world2, leaf, start, end))
];
var endings = /* @__PURE__ */ new WeakMap();
function endingsOf2(decree2) {
  const known = endings.get(decree2);
  if (known !== void 0) return known;
  const made = [decree2.lifted, decree2.annulled, ...decree2.furtherEndings ?? []].flatMap((one) => {
    const to = one?.until === void 0 ? Infinity : Date.parse(one.until);
    return one === void 0 ? [] : [{ from: Date.parse(one.from), to, areas: one.areas }];
  });
  endings.set(decree2, made);
  return made;
}
function overAt(decree2, leaf, at) {
  return endingsOf2(decree2).some(
    ({ from, to, areas }) => from <= at && at < to && (areas === void 0 || [...belonging(leaf, from).all, ...belonging(leaf, at).all].some((area2) => areas.includes(area2)))
  );
}
function rulesFor(decree2, world2, leaf, at) {
  const [now, then] = [belonging(leaf, at), belonging(leaf, Date.parse(startOf(decree2.declared, decree2.zone)))];
  const names = /* @__PURE__ */ new Set([...now.any, ...now.also, ...then.any]);
  const wholly = /* @__PURE__ */ new Set([...now.all, ...then.all]);
  const leftOut = (rule2, by) => (rule2.except ?? []).some((one) => wholly.has(one) && (by === void 0 || inside(world2, one, by)));
  const named2 = decree2.rules.flatMap(
    (rule2, i) => rule2.areas.some((area2) => names.has(area2) && !leftOut(rule2, area2)) ? [i] : []
  );
  const doubtful = decree2.rules.flatMap(
    (rule2, i) => decree2.country === world2.country && rule2.areasPartial && !named2.includes(i) && !leftOut(rule2, void 0) ? [i] : []
  );
  return { named: named2, doubtful };
}
var inside = ({ parents }, part, area2) => {
  for (let one = part; one !== void 0; one = parents[one]) if (one === area2) return true;
  return false;
};
var startsOf = /* @__PURE__ */ new Map();
function startOf(day, zone) {
  const key = `${day} ${zone}`;
  const made = startsOf.get(key) ?? Temporal4.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  startsOf.set(key, made);
  return made;
}
function nightsOf(decree2, world2, leaf, start, end) {
  const pieces = clock(decree2.hoursZone ?? leaf.zone, start - 2 * SLACK, end + 2 * SLACK);
  const first = Math.max(numberOf(decree2.firstNight), Math.floor((start - SLACK) / DAY2));
  const last = Math.floor(end / DAY2) + 2;
  const found = [];
  for (const [number, era] of leaf.belongs.entries()) {
    const until = leaf.belongs[number + 1]?.from ?? Infinity;
    if (until <= start - SLACK || era.from >= end + SLACK) continue;
    const { named: named2, doubtful } = rulesFor(decree2, world2, leaf, Math.max(era.from, -8e15));
    for (let day = first; day <= last; day++) {
      const night = dateOf(day);
      const text = night.toString();
      const sure = isSure(decree2, text);
      if (!sure && !isPossible(decree2, text)) continue;
      const listedTonight = named2.some((i) => runsOn(decree2.rules[i], night));
      const lists = [
        { listed: true, rules: named2 },
        ...listedTonight || doubtful.length === 0 ? [] : [{ listed: false, rules: doubtful }]
      ];
      for (const { listed, rules } of lists) {
        for (const { begin, finish, days } of hoursOf2(decree2, rules, era.all, night)) {
          const from = firstShown(pieces, day * DAY2 + timeOf(begin));
          const to = lastShown(pieces, (day + days) * DAY2 + timeOf(finish));
          if (from < to) found.push({ from, to, sure, listed, era, until });
        }
      }
    }
  }
  return found;
}
function nightClaims(decree2, kind, world2, leaf, start, end) {
  return nightsOf(decree2, world2, leaf, start, end).map(({ from, to, sure, listed, era, until }) => {
    const word = kind === "withdrawn" ? listed ? "withdrawn" : "maybe-withdrawn" : listed ? sure ? "sure" : "unsure" : "maybe";
    const holds2 = (at) => at >= era.from && at < until && !overAt(decree2, leaf, at);
    return { from, to, says: `${word} ${decree2.id}`, holds: holds2 };
  });
}
function nightLines(world2, leaf, start, end) {
  return world2.curfews.flatMap(
    (decree2) => nightsOf(decree2, world2, leaf, start, end).flatMap(({ from, to, sure, listed }) => {
      if (!listed) return [];
      const turns = endingsOf2(decree2).flatMap((one) => [one.from, one.to]);
      const cuts = [from, ...turns.filter((at) => at > from && at < to).sort((a, b) => a - b), to];
      const held = [];
      for (const [i, at] of cuts.slice(0, -1).entries()) {
        if (overAt(decree2, leaf, at)) continue;
        const [next, last] = [cuts[i + 1] ?? to, held.at(-1)];
        if (last?.end === at) last.end = next;
        else held.push({ start: at, end: next, certain: sure, curfew: decree2.id });
      }
      return held;
    })
  );
}
var isSure = (decree2, night) => (decree2.lastNight === void 0 || night <= decree2.lastNight) && (decree2.lastConfirmed === void 0 || night <= decree2.lastConfirmed);
var isPossible = (decree2, night) => {
  if (decree2.lastConfirmed === void 0) return false;
  if (decree2.lastNight === void 0 && decree2.endsBy === void 0) return true;
  return [decree2.lastNight, decree2.lastConfirmed, decree2.endsBy].some((day) => day !== void 0 && night <= day);
};
var inBounds = (rule2, text) => rule2 !== void 0 && (rule2.firstNight === void 0 || text >= rule2.firstNight) && (rule2.lastNight === void 0 || text <= rule2.lastNight);
var runsOn = (rule2, night) => inBounds(rule2, night.toString()) && (rule2?.weekdays?.includes(night.dayOfWeek) ?? true);
var dayAfter = (begin, finish) => finish <= begin ? 1 : 0;
function hoursOf2(decree2, rules, around2, night) {
  const text = night.toString();
  const distance = (areas) => areas === void 0 ? 99 : around2.findIndex((area2) => areas.includes(area2));
  const bounded = rules.filter((i) => inBounds(decree2.rules[i], text));
  const here = decree2.exceptions.filter((one) => {
    const far = distance(one.areas);
    return one.night === text && far >= 0 && (far < 99 || bounded.length > 0);
  });
  const closest = (list) => Math.min(100, ...list.map((one) => distance(one.areas)));
  const speaking = (list) => list.filter((one) => distance(one.areas) === closest(list));
  const forNight = speaking(here.filter((one) => one.rules === void 0));
  const found = [];
  for (const one of forNight) {
    if (!one.off && one.start !== void 0 && one.end !== void 0)
      found.push({ begin: one.start, finish: one.end, days: dayAfter(one.start, one.end) });
  }
  for (const i of bounded) {
    const rule2 = decree2.rules[i];
    if (rule2 === void 0) continue;
    const runs3 = runsOn(rule2, night);
    const forRule = speaking(here.filter((one) => one.rules?.includes(i)));
    const ofRule = forRule.length > 0 && closest(forRule) <= closest(forNight);
    const counting = ofRule ? forRule : forNight;
    if (counting.length === 0 && runs3)
      found.push({ begin: rule2.start, finish: rule2.end, days: rule2.endDay ?? dayAfter(rule2.start, rule2.end) });
    for (const one of counting) {
      if (one.off) continue;
      const both = one.start !== void 0 && one.end !== void 0;
      if (both && !ofRule) continue;
      if (!both && !runs3) continue;
      const [begin, finish] = [one.start ?? rule2.start, one.end ?? rule2.end];
      const long = !both && (rule2.endDay ?? 0) > 1;
      found.push({ begin, finish, days: long ? rule2.endDay ?? 1 : dayAfter(begin, finish) });
    }
  }
  return found;
}
function coverageClaims(entry, world2, leaf, start, end) {
  const [from, to] = [Date.parse(entry.from), Date.parse(entry.to)];
  return leaf.belongs.flatMap((era, number) => {
    const own = era.self.length > 0 && era.self.every((one) => entry.areas.includes(one));
    const through = era.all.find((area2) => entry.areas.includes(area2)) ?? (own ? era.self[0] : void 0);
    if (through === void 0) return [];
    const pieces = clock(world2.zones[through] ?? leaf.zone, start - 2 * SLACK, end + 2 * SLACK);
    const until = leaf.belongs[number + 1]?.from ?? Infinity;
    const today2 = localDay(pieces, world2.knownAt);
    const holds2 = (at) => at >= era.from && at < until;
    const reach2 = entry.asOfEachDay && world2.knownAt < to ? Math.min(to, nextDay(pieces, today2)) : to;
    return [{ from, to: reach2, says: `known ${own ? "own" : "around"} ${entry.completes.join()}`, holds: holds2 }];
  });
}
var localDay = (pieces, at) => {
  const piece = pieces.find(({ from, to }) => at >= from && at < to);
  if (piece === void 0) throw new Error("asked outside the clock's days");
  return Math.floor((at + piece.offset) / DAY2);
};
var nextDay = (pieces, day) => firstShown(pieces, (day + 1) * DAY2);
function judge(claims2) {
  if (claims2.length === 0) return "unknown not-covered";
  const of = (kind) => claims2.filter((one) => one.startsWith(`${kind} `)).map((one) => one.slice(kind.length + 1)).sort();
  const complete = (id) => of("known").some((one) => one.startsWith("own") || one.split(" ")[1]?.split(",").includes(id));
  if (of("sure").length > 0) return `inForce ${of("sure").join()}`;
  if (of("unsure").length > 0) return `unknown end-not-known ${of("unsure").join()}`;
  if (of("withdrawn").length > 0) return `unknown withdrawn ${of("withdrawn").join()}`;
  const maybe = of("maybe").filter((id) => !complete(id));
  if (maybe.length > 0) return `unknown list-partial ${maybe.join()}`;
  const gone = of("maybe-withdrawn").filter((id) => !complete(id));
  if (gone.length > 0) return `unknown withdrawn ${gone.join()}`;
  return of("known").length > 0 ? "notInForce" : "unknown not-covered";
}

// test/domain/agreement.ts
function situationOf(engine2, { areas, record: record2 }) {
  return { ...record2, areas: engine2.areaTree(areas) };
}
function runsOf(minutes) {
  const found = [];
  for (const { start, end, says } of minutes) {
    const { is, curfews } = parts(says);
    const last = found.at(-1);
    if (last?.is === is) {
      last.end = end;
      last.curfews = [.../* @__PURE__ */ new Set([...last.curfews, ...curfews])].sort();
    } else found.push({ start, end, is, curfews });
  }
  return found;
}
function parts(says) {
  const [is = "", ...words] = says.split(" ");
  const named2 = (text) => text?.split(",") ?? [];
  if (is !== "unknown") return { is, curfews: named2(words[0]) };
  return { is, why: words[0] ?? "", curfews: named2(words[1]) };
}
function everyMinute(engine2, built, step = false) {
  const { leaf, known, range } = built;
  if (leaf === void 0) return void 0;
  const list = engine2.segments(situationOf(engine2, built), leaf.id, range);
  const mine = list.map(({ start, end, is, why, curfews }) => ({
    start,
    end,
    says: [is, why, curfews.join()].filter((word) => word !== void 0 && word !== "").join(" ")
  }));
  return differ(`minutes of ${leaf.id}`, mine, told(known, leaf, range.start, range.end, step));
}
function oneInstant(engine2, built, given = situationOf(engine2, built)) {
  const { known, now, wide } = built;
  const leaf = built.leaf !== void 0 && built.lives(now).includes(built.leaf) ? built.leaf : built.lives(now)[0];
  if (leaf === void 0) return void 0;
  const answer = engine2.stateAt(given, leaf.id, now);
  if (!("whole" in answer)) return `a leaf has one state, and ${leaf.id} has more`;
  return differ(`state of ${leaf.id}`, shown(answer.whole), stateFor(told(known, leaf, wide.start, wide.end), now, wide.end));
}
function shown(state) {
  return state.is === "inForce" ? state : { ...state, last: state.last ?? null };
}
function stateFor(stretches, now, horizon) {
  const list = runsOf(stretches);
  const index = list.findIndex((one) => one.start <= now && now < one.end);
  const [current, following] = [list[index], list[index + 1]];
  const words = parts(stretches.find((one) => one.start <= now && now < one.end)?.says ?? "");
  const nextRun = list.slice(index + 1).find((one) => one.is === "inForce");
  const lastRun = list.slice(0, index).findLast((one) => one.is === "inForce");
  const [next, last] = [interval2(nextRun), interval2(lastRun)];
  const named2 = nextRun?.curfews ?? lastRun?.curfews ?? [];
  if (words.is === "inForce") {
    const until = current?.end === horizon ? void 0 : current?.end;
    const followedBy = following?.is;
    return { is: "inForce", since: current?.start, until, curfews: words.curfews, next, followedBy };
  }
  if (words.is === "notInForce") {
    const knownUntil = following?.is === "unknown" ? current?.end : void 0;
    return { is: "notInForce", next, last: last ?? null, curfews: named2, knownUntil };
  }
  const informationEnds = list.slice(0, index).findLast((one) => one.is !== "unknown")?.end;
  const curfews = words.curfews.length > 0 ? words.curfews : named2;
  return { is: "unknown", why: words.why, informationEnds, last: last ?? null, next, curfews };
}
var interval2 = (one) => one && { start: one.start, end: one.end };
function everyEdge(engine2, built) {
  const { known, leaves, part, wide } = built;
  const given = situationOf(engine2, built);
  const mine = engine2.edges(given, "ZZ", part);
  const expected = leaves.flatMap((leaf) => edgesFor(known, leaf, wide, part));
  const told2 = differ("edges", mine.map(line).sort(), expected.map(line).sort());
  if (told2 !== void 0) return told2;
  const order = mine.every((one, i) => {
    const before = mine[i - 1];
    return before === void 0 || before.at < one.at || before.at === one.at && before.kind >= one.kind === (before.kind === one.kind || before.kind === "ended");
  });
  if (!order) return "edges are out of order";
  const middle = mine[Math.floor(mine.length / 2)]?.at ?? Math.floor((part.after + part.until) / 2);
  const cut2 = [
    ...engine2.edges(given, "ZZ", { after: part.after, until: middle }),
    ...engine2.edges(given, "ZZ", { after: middle, until: part.until })
  ];
  return differ("edges of two ticks", cut2.map(line).sort(), mine.map(line).sort()) ?? differ(
    "edges of one minute",
    engine2.edges(given, "ZZ", { after: middle - 6e4, until: middle }).filter((one) => one.at === middle && one.at > part.after).map(line).sort(),
    mine.filter((one) => one.at === middle).map(line).sort()
  );
}
var line = (one) => JSON.stringify(one);
function edgesFor(known, leaf, wide, { after, until }) {
  const stretches = told(known, leaf, wide.start, wide.end);
  const list = runsOf(stretches);
  return list.flatMap((one, index) => {
    const [before, following] = [list[index - 1], list[index + 1]];
    const at = one.start;
    const alive = leaf.lives.from <= at && at < leaf.lives.to;
    if (before === void 0 || at <= after || at > until || !alive) return [];
    const next = interval2(list.slice(index + (one.is === "inForce" ? 1 : 0)).find((other) => other.is === "inForce"));
    if (before.is === "inForce") {
      const followedBy2 = one.is === "notInForce" ? one.is : "unknown";
      return [{ kind: "ended", at, since: before.start, until: at, next, followedBy: followedBy2, curfews: before.curfews, leaf: leaf.id }];
    }
    if (one.is !== "inForce") return [];
    const followedBy = following?.is === "notInForce" ? "notInForce" : "unknown";
    return [{ kind: "began", at, since: at, until: one.end, next, followedBy, curfews: one.curfews, leaf: leaf.id }];
  });
}
function everyNight(engine2, built) {
  const { known, leaf, now, wide } = built;
  if (leaf === void 0 || leaf.belongs.length > 1) return void 0;
  const lines = /* @__PURE__ */ new Map();
  for (const { start, end, certain, curfew } of nightLines(known, leaf, now, wide.end)) {
    if (end <= now || start >= wide.end) continue;
    const key = `${start} ${end} ${certain}`;
    lines.set(key, { start, end, certain, curfews: [.../* @__PURE__ */ new Set([...lines.get(key)?.curfews ?? [], curfew])].sort() });
  }
  const mine = engine2.nights(situationOf(engine2, built), leaf.id, now, 500).filter((one) => one.start < wide.end).map(({ start, end, certain, curfews }) => ({ start, end, certain, curfews }));
  const sorted = (list) => list.map((one) => JSON.stringify(one)).sort();
  if (mine.some((one, i) => one.start < (mine[i - 1]?.start ?? -Infinity))) return "nights are out of order";
  return differ(`nights of ${leaf.id}`, sorted(mine), sorted([...lines.values()]));
}
function differ(what, mine, theirs) {
  const [a, b] = [canonical(mine), canonical(theirs)];
  return a === b ? void 0 : `${what}
  rules:  ${a}
  oracle: ${b}`;
}
function canonical(value) {
  return JSON.stringify(
    value,
    (_, one) => typeof one === "object" && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => a < b ? -1 : 1)) : one
  );
}

// test/domain/worlds.ts
import * as fc from "fast-check";
import { Temporal as Temporal5 } from "temporal-polyfill";

// src/domain/coverage.ts
import { z as z6 } from "zod";
var Coverage = z6.strictObject({
  id: z6.string().min(1),
  areas: z6.array(AreaId).nonempty(),
  from: InstantText,
  to: InstantText,
  /** Each day was known on that day: asked as of an earlier day, it reaches to the end of that day only. */
  asOfEachDay: z6.boolean().default(false),
  /** Says that a list of areas known only in part is complete after all: ids of the curfews meant. */
  completes: z6.array(z6.string()).default([]),
  basis: Text,
  notes: z6.array(Text).default([]),
  sources: z6.array(Source).default([])
});

// test/domain/fixtures.ts
var area = (id, kind, more = {}) => Area.parse({ id, kind, name: { en: id, es: id }, ...more });

// test/domain/worlds.ts
var MINUTE3 = 6e4;
var DAY_MINUTES = 1440;
var ZONES = {
  "America/Guayaquil": ["2026-03-15", "2026-11-01"],
  "Pacific/Galapagos": ["2026-03-15"],
  "America/New_York": ["2026-03-08", "2026-11-01"],
  "Europe/Madrid": ["2026-03-29", "2026-10-25"],
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
  "America/Port-au-Prince": ["2026-03-08"],
  "America/Santiago": ["2026-04-05", "2026-09-06"],
  "Asia/Beirut": ["2026-03-29", "2026-10-25"],
  "Africa/Casablanca": ["2026-02-15", "2026-03-22"],
  "America/Asuncion": ["2024-03-24", "2023-10-01"],
  "Pacific/Apia": ["2011-12-30"]
};
var PLACES = Object.entries(ZONES).flatMap(([zone, days]) => days.map((center) => ({ zone, center })));
var time = fc.oneof(
  fc.constantFrom(
    ...["00:00", "23:00", "22:00", "05:00", "01:00", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00", "23:30", "00:30", "12:00"]
  ),
  fc.nat(DAY_MINUTES - 1).map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`)
);
var some = (arbitrary, percent) => fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(void 0) }, { weight: percent, arbitrary });
var places = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 4 });
var minute = fc.integer({ min: -3 * DAY_MINUTES, max: 4 * DAY_MINUTES });
var KINDS = ["plain", "plain", "parishes", "split", "rename", "merge", "dissolve", "fresh"];
var canton = fc.record({
  kind: fc.constantFrom(...KINDS),
  day: fc.integer({ min: -2, max: 3 }),
  complete: fc.boolean()
});
var province = fc.record({ cantons: fc.array(canton, { maxLength: 2 }), complete: fc.boolean() });
var rule = fc.record({
  start: time,
  end: time,
  endDay: some(fc.integer({ min: 1, max: 4 }), 10),
  areas: places,
  except: some(places, 25),
  areasPartial: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  weekdays: some(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), 25),
  first: some(fc.integer({ min: -3, max: 2 }), 25),
  last: some(fc.integer({ min: -1, max: 4 }), 25)
});
var exception = fc.record({
  night: fc.integer({ min: -3, max: 4 }),
  areas: some(places, 60),
  rules: some(fc.uniqueArray(fc.nat(1), { minLength: 1 }), 30),
  start: some(time, 60),
  end: some(time, 60),
  off: fc.boolean()
});
var ending = fc.record({ at: minute, lasts: some(fc.integer({ min: 1, max: 3 * DAY_MINUTES }), 40), areas: some(places, 60) });
var decree = fc.record({
  declared: fc.integer({ min: -5, max: 3 }),
  first: fc.integer({ min: -3, max: 1 }),
  nights: fc.integer({ min: 0, max: 4 }),
  open: fc.boolean(),
  confirmed: some(fc.integer({ min: -3, max: 3 }), 40),
  endsBy: some(fc.integer({ min: -3, max: 4 }), 60),
  hoursZone: some(fc.constantFrom(...Object.keys(ZONES)), 15),
  rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
  lifted: some(ending, 20),
  annulled: some(ending, 20),
  further: some(ending, 20)
});
var story = fc.record({ first: decree, later: some(fc.record({ at: minute, decree }), 40) });
var confirmation = fc.record({
  areas: places,
  from: minute,
  length: fc.integer({ min: 1, max: 4 * DAY_MINUTES }),
  asOfEachDay: fc.boolean(),
  completes: fc.subarray(["a", "b", "w"])
});
var world = fc.record({
  base: fc.constantFrom(...PLACES),
  second: fc.constantFrom(...Object.keys(ZONES)),
  complete: fc.boolean(),
  provinces: fc.tuple(province, province),
  knownAt: minute,
  decrees: fc.array(story, { minLength: 1, maxLength: 2 }),
  withdrawn: some(decree, 20),
  coverage: fc.array(confirmation, { maxLength: 3 }),
  leaf: fc.nat(99),
  at: minute,
  length: fc.integer({ min: 1, max: 5 * DAY_MINUTES })
});
var nightAt = (center, offset) => Temporal5.PlainDate.from(center).add({ days: offset }).toString();
var midnightIn = (zone, day) => Temporal5.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
var always = (self, chain) => ({ from: -Infinity, self, any: chain, all: chain, also: [] });
function draw(random) {
  const { base, second, complete, provinces } = random;
  const areas = [area("ZZ", "country", { zone: base.zone, complete })];
  const leaves = [];
  for (const [number, one] of provinces.entries()) {
    const id = number === 0 ? "ZZ-A" : "ZZ-B";
    const zone = number === 0 ? base.zone : second;
    areas.push(area(id, "province", { parent: "ZZ", complete: one.complete, ...number === 0 ? {} : { zone } }));
    const within2 = [];
    const fresh = [];
    const life = { from: -Infinity, to: Infinity };
    for (const [i, canton2] of one.cantons.entries()) {
      const made = drawCanton(canton2, `${id}${i + 1}`, [id, "ZZ"], zone, base.center);
      areas.push(...made.areas);
      within2.push(...made.leaves);
      if (canton2.kind === "fresh") fresh.push({ id: `${id}${i + 1}`, from: midnightIn(zone, nightAt(base.center, canton2.day)) });
    }
    const rest = { zone, belongs: [always([id], [id, "ZZ"])] };
    const founded = Math.min(...within2.map((leaf) => leaf.lives.from));
    if (founded > -Infinity) within2.push({ ...rest, id, lives: { ...life, to: founded } });
    if (!one.complete && founded < Infinity) within2.push({ ...rest, id: `${id}/rest`, lives: { ...life, from: founded } });
    for (const { id: name, from } of fresh) for (const leaf of within2) leaf.belongs = named(leaf.belongs, name, from);
    leaves.push(...within2);
  }
  if (!complete) leaves.push({ id: "ZZ/rest", zone: base.zone, belongs: [always(["ZZ"], ["ZZ"])], lives: { from: -Infinity, to: Infinity } });
  return { areas, leaves };
}
function named(belongs, name, until) {
  return belongs.flatMap((one, i) => {
    const to = belongs[i + 1]?.from ?? Infinity;
    if (one.from >= until) return [one];
    const before = { ...one, also: [...one.also, name] };
    return to <= until ? [before] : [before, { ...one, from: until }];
  });
}
function drawCanton({ kind, day, complete }, id, above, zone, center) {
  const [parent] = above;
  const [first, last] = [nightAt(center, day), nightAt(center, day - 1)];
  const at = midnightIn(zone, first);
  const life = { from: -Infinity, to: Infinity };
  const [old, young] = [{ ...life, to: at }, { ...life, from: at }];
  const chain = (one) => [one, ...above];
  const make = (one, more = {}) => area(one, "canton", { parent, ...more });
  const [x, y] = [`${id}X`, `${id}Y`];
  const leaf = (one, lives, before, after) => ({
    id: one,
    zone,
    lives,
    belongs: [
      { from: -Infinity, ...before },
      { from: at, ...after }
    ]
  });
  const of = (self, also) => ({ self: [self], any: chain(self), all: chain(self), also });
  const ofBoth = (a, b, also) => ({ self: [a, b], any: [...chain(a), b], all: above, also });
  switch (kind) {
    case "plain":
      return { areas: [make(id)], leaves: [{ id, zone, lives: life, belongs: [always([id], chain(id))] }] };
    case "parishes": {
      const parish = `${id}P`;
      const inside2 = { id: parish, zone, lives: life, belongs: [always([parish], [parish, ...chain(id)])] };
      const rest = { id: `${id}/rest`, zone, lives: life, belongs: [always([id], chain(id))] };
      return {
        areas: [make(id, { complete }), area(parish, "parish", { parent: id })],
        leaves: complete ? [inside2] : [inside2, rest]
      };
    }
    case "split":
      return {
        areas: [make(id), make(x, { validFrom: first, splitFrom: id })],
        leaves: [leaf(id, life, of(id, [x]), of(id, [])), leaf(x, young, of(id, [x]), of(x, []))]
      };
    case "rename":
      return {
        areas: [make(id, { validTo: last, successors: [x] }), make(x, { validFrom: first })],
        leaves: [leaf(id, old, of(id, [x]), of(x, [id])), leaf(x, young, of(id, [x]), of(x, [id]))]
      };
    case "merge":
      return {
        areas: [
          make(id, { validTo: last, successors: [y] }),
          make(x, { validTo: last, successors: [y] }),
          make(y, { validFrom: first })
        ],
        leaves: [
          leaf(id, old, of(id, [y]), of(y, [id, x])),
          leaf(x, old, of(x, [y]), of(y, [id, x])),
          leaf(y, young, ofBoth(id, x, [y]), of(y, [id, x]))
        ]
      };
    case "dissolve":
      return {
        areas: [make(id, { validTo: last, successors: [x, y] }), make(x, { validFrom: first }), make(y, { validFrom: first })],
        leaves: [
          leaf(id, old, of(id, [x, y]), ofBoth(x, y, [id])),
          leaf(x, young, of(id, [x, y]), of(x, [id])),
          leaf(y, young, of(id, [x, y]), of(y, [id]))
        ]
      };
    case "fresh":
      return {
        areas: [make(id, { validFrom: first })],
        leaves: [leaf(id, young, { self: [], any: above, all: [], also: [] }, of(id, []))]
      };
  }
}
var NAMED = { title: { en: "x" }, authority: { en: "x" }, sources: [{ publisher: "x" }], confidence: "low" };
function build(random) {
  const { zone, center } = random.base;
  const midnight = Temporal5.PlainDate.from(center).toZonedDateTime("UTC").epochMilliseconds;
  const at = (m) => midnight + m * MINUTE3;
  const text = (m) => new Date(at(m)).toISOString();
  const day = (offset) => offset === void 0 ? void 0 : nightAt(center, offset);
  const { areas, leaves } = draw(random);
  const ids = areas.map((one) => one.id);
  const pick2 = (numbers) => numbers === void 0 ? void 0 : [...new Set(numbers.map((n2) => ids[n2 % ids.length] ?? "ZZ"))];
  const end = (one) => one && {
    by: { en: "x" },
    date: center,
    from: text(one.at),
    until: one.lasts === void 0 ? void 0 : text(one.at + one.lasts),
    areas: pick2(one.areas)
  };
  const make = (one, id) => {
    const confirmed = one.open ? one.confirmed ?? one.first + one.nights : one.confirmed;
    const further = end(one.further);
    return Curfew.parse({
      ...NAMED,
      id,
      country: "ZZ",
      zone,
      declared: nightAt(center, one.declared),
      firstNight: nightAt(center, one.first),
      lastNight: one.open ? void 0 : nightAt(center, one.first + one.nights),
      lastConfirmed: day(confirmed),
      endsBy: confirmed === void 0 ? void 0 : day(one.endsBy),
      hoursZone: one.hoursZone,
      rules: one.rules.map(({ first, last, areas: areas2, except, ...rule2 }) => ({
        ...rule2,
        areas: pick2(areas2),
        except: pick2(except),
        firstNight: day(first),
        lastNight: day(last)
      })),
      exceptions: one.exceptions.map(({ areas: areas2, ...more }) => ({ ...more, areas: pick2(areas2), night: nightAt(center, more.night) })),
      lifted: end(one.lifted),
      annulled: end(one.annulled),
      furtherEndings: further && [further]
    });
  };
  const coverage = random.coverage.map(
    ({ from, length, areas: areas2, ...one }, i) => Coverage.parse({ ...one, areas: pick2(areas2), id: `k${i}`, from: text(from), to: text(from + length), basis: { en: "x" } })
  );
  const knownAt = at(random.knownAt);
  const versions = random.decrees.map(({ first, later }, i) => {
    const id = "ab".charAt(i);
    const changed = later === void 0 ? [] : [{ curfew: make(later.decree, id), knownFrom: at(later.at) }];
    return [{ curfew: make(first, id), knownFrom: void 0 }, ...changed];
  });
  const curfews = versions.flatMap((list) => list.findLast(({ knownFrom }) => (knownFrom ?? -Infinity) <= knownAt)?.curfew ?? []);
  const withdrawn = random.withdrawn === void 0 ? [] : [make(random.withdrawn, "w")];
  const parents = {};
  for (const { id, parent } of areas) if (parent !== void 0) parents[id] = parent;
  const zones2 = Object.fromEntries(ids.map((id) => [id, id.startsWith("ZZ-B") ? random.second : zone]));
  const known = { country: "ZZ", parents, knownAt, curfews, withdrawn, coverage, zones: zones2 };
  const lives = (instant2) => leaves.filter((one) => one.lives.from <= instant2 && instant2 < one.lives.to);
  return {
    areas,
    record: { knownAt, curfews, withdrawn, coverage },
    versions,
    known,
    leaves,
    lives,
    now: at(random.at),
    /** All windows that are certain lie well inside. */
    wide: { start: at(-6 * DAY_MINUTES), end: at(13 * DAY_MINUTES) },
    /** Ten days around amendments, midnight and the change of the clocks. */
    range: { start: at(-4 * DAY_MINUTES), end: at(6 * DAY_MINUTES) },
    part: { after: at(random.at), until: at(random.at + random.length) },
    leaf: leaves[random.leaf % leaves.length]
  };
}

// test/domain/try.tmp.ts
var engine = { areaTree, edges, nights: nights2, segments, stateAt };
var n = Number(process.argv[2] ?? 200);
var only = process.argv[3];
for (const [name, q] of Object.entries({ everyMinute, oneInstant, everyEdge, everyNight })) {
  if (only && only !== name) continue;
  const t = process.cpuUsage();
  const r = fc2.check(fc2.property(world, (random) => {
    const told2 = q(engine, build(random));
    if (told2 !== void 0) throw new Error(told2);
  }), { numRuns: n, ...process.argv[4] ? { seed: Number(process.argv[4]) } : {} });
  const u = process.cpuUsage(t);
  console.log(name, r.failed ? "FAILED" : "ok", r.numRuns, ((u.user + u.system) / 1e3 / r.numRuns).toFixed(2), "ms/case");
  if (r.failed) {
    console.log(r.seed, r.counterexamplePath, JSON.stringify(r.counterexample), r.errorInstance instanceof Error ? r.errorInstance.stack?.slice(0, 3e3) : r.errorInstance);
  }
}
