// test/domain/tryf.tmp.ts
import * as fc2 from "fast-check";

// test/domain/oracle.ts
import { Temporal } from "temporal-polyfill";
var MINUTE = 6e4;
var DAY = 864e5;
var HOUR_6 = 6 * 60 * MINUTE;
var offsetAt = (zone, at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
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
      let [same2, other] = [at, at + HOUR_6];
      while (other - same2 > MINUTE) {
        const middle = same2 + Math.floor((other - same2) / MINUTE / 2) * MINUTE;
        if (offsetAt(zone, middle) === last.offset) same2 = middle;
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
  const made = dates.get(day) ?? Temporal.PlainDate.from("1970-01-01").add({ days: day });
  dates.set(day, made);
  return made;
};
var numberOf = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
var timeOf = (text) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;
var belonging = (leaf, at) => {
  const found = leaf.belongs.findLast((one) => one.from <= at);
  if (found === void 0) throw new Error(`${leaf.id} belongs nowhere`);
  return found;
};
var SLACK = 10 * DAY;
function told(world2, leaf, start, end, everyMinute2 = false) {
  const key = `${leaf.id} ${start} ${end} ${everyMinute2}`;
  const asked = answers.get(world2) ?? /* @__PURE__ */ new Map();
  const made = asked.get(key) ?? work(world2, leaf, start, end, everyMinute2);
  answers.set(world2, asked.set(key, made));
  return made;
}
var answers = /* @__PURE__ */ new WeakMap();
function work(world2, leaf, start, end, everyMinute2) {
  const claims = claimsOf(world2, leaf, start, end);
  const cuts = /* @__PURE__ */ new Set([start]);
  for (const { from, to } of claims) for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
  for (const { from } of leaf.belongs) if (from > start && from < end) cuts.add(from);
  for (const decree2 of [...world2.curfews, ...world2.withdrawn])
    for (const { from, to } of endingsOf(decree2)) for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
  const instants = everyMinute2 ? Array.from({ length: (end - start) / MINUTE }, (_, i) => start + i * MINUTE) : [...cuts].sort((a, b) => a - b);
  const saysAt = (at) => {
    const words = /* @__PURE__ */ new Set();
    for (const one of claims) if (one.from <= at && at < one.to && !words.has(one.says) && one.holds(at)) words.add(one.says);
    return judge([...words]);
  };
  const found = [];
  for (const [i, at] of instants.entries()) {
    const says = saysAt(at);
    const last = found.at(-1);
    const until = instants[i + 1] ?? end;
    if (last?.says === says) last.end = until;
    else found.push({ start: at, end: until, says });
  }
  for (let at = start; at < end; at += 397 * MINUTE) {
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
function endingsOf(decree2) {
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
  return endingsOf(decree2).some(
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
  const made = startsOf.get(key) ?? Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
  startsOf.set(key, made);
  return made;
}
function nightsOf(decree2, world2, leaf, start, end) {
  const pieces = clock(decree2.hoursZone ?? leaf.zone, start - 2 * SLACK, end + 2 * SLACK);
  const first = Math.max(numberOf(decree2.firstNight), Math.floor((start - SLACK) / DAY));
  const last = Math.floor(end / DAY) + 2;
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
        for (const { begin, finish, days } of hoursOf(decree2, rules, era.all, night)) {
          const from = firstShown(pieces, day * DAY + timeOf(begin));
          const to = lastShown(pieces, (day + days) * DAY + timeOf(finish));
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
    const holds = (at) => at >= era.from && at < until && !overAt(decree2, leaf, at);
    return { from, to, says: `${word} ${decree2.id}`, holds };
  });
}
function nightLines(world2, leaf, start, end) {
  return world2.curfews.flatMap(
    (decree2) => nightsOf(decree2, world2, leaf, start, end).flatMap(({ from, to, sure, listed }) => {
      if (!listed) return [];
      const turns = endingsOf(decree2).flatMap((one) => [one.from, one.to]);
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
function hoursOf(decree2, rules, around, night) {
  const text = night.toString();
  const distance = (areas) => areas === void 0 ? 99 : around.findIndex((area2) => areas.includes(area2));
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
    const runs2 = runsOn(rule2, night);
    const forRule = speaking(here.filter((one) => one.rules?.includes(i)));
    const ofRule = forRule.length > 0 && closest(forRule) <= closest(forNight);
    const counting = ofRule ? forRule : forNight;
    if (counting.length === 0 && runs2)
      found.push({ begin: rule2.start, finish: rule2.end, days: rule2.endDay ?? dayAfter(rule2.start, rule2.end) });
    for (const one of counting) {
      if (one.off) continue;
      const both = one.start !== void 0 && one.end !== void 0;
      if (both && !ofRule) continue;
      if (!both && !runs2) continue;
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
    const today = localDay(pieces, world2.knownAt);
    const holds = (at) => at >= era.from && at < until;
    const reach = entry.asOfEachDay && world2.knownAt < to ? Math.min(to, nextDay(pieces, today)) : to;
    return [{ from, to: reach, says: `known ${own ? "own" : "around"} ${entry.completes.join()}`, holds }];
  });
}
var localDay = (pieces, at) => {
  const piece = pieces.find(({ from, to }) => at >= from && at < to);
  if (piece === void 0) throw new Error("asked outside the clock's days");
  return Math.floor((at + piece.offset) / DAY);
};
var nextDay = (pieces, day) => firstShown(pieces, (day + 1) * DAY);
function judge(claims) {
  if (claims.length === 0) return "unknown not-covered";
  const of2 = (kind) => claims.filter((one) => one.startsWith(`${kind} `)).map((one) => one.slice(kind.length + 1)).sort();
  const complete = (id) => of2("known").some((one) => one.startsWith("own") || one.split(" ")[1]?.split(",").includes(id));
  if (of2("sure").length > 0) return `inForce ${of2("sure").join()}`;
  if (of2("unsure").length > 0) return `unknown end-not-known ${of2("unsure").join()}`;
  if (of2("withdrawn").length > 0) return `unknown withdrawn ${of2("withdrawn").join()}`;
  const maybe = of2("maybe").filter((id) => !complete(id));
  if (maybe.length > 0) return `unknown list-partial ${maybe.join()}`;
  const gone = of2("maybe-withdrawn").filter((id) => !complete(id));
  if (gone.length > 0) return `unknown withdrawn ${gone.join()}`;
  return of2("known").length > 0 ? "notInForce" : "unknown not-covered";
}

// test/domain/agreement.ts
function situationOf(engine, { areas, record: record2 }) {
  return { ...record2, areas: engine.areaTree(areas) };
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
function everyMinute(engine, built, step = false) {
  const { leaf, known, range } = built;
  if (leaf === void 0) return void 0;
  const list = engine.segments(situationOf(engine, built), leaf.id, range);
  const mine = list.map(({ start, end, is, why, curfews }) => ({
    start,
    end,
    says: [is, why, curfews.join()].filter((word) => word !== void 0 && word !== "").join(" ")
  }));
  return differ(`minutes of ${leaf.id}`, mine, told(known, leaf, range.start, range.end, step));
}
function oneInstant(engine, built, given2 = situationOf(engine, built)) {
  const { known, now, wide } = built;
  const leaf = built.leaf !== void 0 && built.lives(now).includes(built.leaf) ? built.leaf : built.lives(now)[0];
  if (leaf === void 0) return void 0;
  const answer = engine.stateAt(given2, leaf.id, now);
  if (!("whole" in answer)) return `a leaf has one state, and ${leaf.id} has more`;
  return differ(`state of ${leaf.id}`, shown(answer.whole), stateFor(told(known, leaf, wide.start, wide.end), now, wide.end));
}
function shown(state2) {
  return state2.is === "inForce" ? state2 : { ...state2, last: state2.last ?? null };
}
function stateFor(stretches, now, horizon) {
  const list = runsOf(stretches);
  const index = list.findIndex((one) => one.start <= now && now < one.end);
  const [current, following] = [list[index], list[index + 1]];
  const words = parts(stretches.find((one) => one.start <= now && now < one.end)?.says ?? "");
  const nextRun = list.slice(index + 1).find((one) => one.is === "inForce");
  const lastRun = list.slice(0, index).findLast((one) => one.is === "inForce");
  const [next, last] = [interval(nextRun), interval(lastRun)];
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
var interval = (one) => one && { start: one.start, end: one.end };
function everyEdge(engine, built) {
  const { known, leaves, part, wide } = built;
  const given2 = situationOf(engine, built);
  const mine = engine.edges(given2, "ZZ", part);
  const expected = leaves.flatMap((leaf) => edgesFor(known, leaf, wide, part));
  const told2 = differ("edges", mine.map(line).sort(), expected.map(line).sort());
  if (told2 !== void 0) return told2;
  const order = mine.every((one, i) => {
    const before = mine[i - 1];
    return before === void 0 || before.at < one.at || before.at === one.at && before.kind >= one.kind === (before.kind === one.kind || before.kind === "ended");
  });
  if (!order) return "edges are out of order";
  const middle = mine[Math.floor(mine.length / 2)]?.at ?? Math.floor((part.after + part.until) / 2);
  const cut = [
    ...engine.edges(given2, "ZZ", { after: part.after, until: middle }),
    ...engine.edges(given2, "ZZ", { after: middle, until: part.until })
  ];
  return differ("edges of two ticks", cut.map(line).sort(), mine.map(line).sort()) ?? differ(
    "edges of one minute",
    engine.edges(given2, "ZZ", { after: middle - 6e4, until: middle }).filter((one) => one.at === middle && one.at > part.after).map(line).sort(),
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
    const next = interval(list.slice(index + (one.is === "inForce" ? 1 : 0)).find((other) => other.is === "inForce"));
    if (before.is === "inForce") {
      const followedBy2 = one.is === "notInForce" ? one.is : "unknown";
      return [{ kind: "ended", at, since: before.start, until: at, next, followedBy: followedBy2, curfews: before.curfews, leaf: leaf.id }];
    }
    if (one.is !== "inForce") return [];
    const followedBy = following?.is === "notInForce" ? "notInForce" : "unknown";
    return [{ kind: "began", at, since: at, until: one.end, next, followedBy, curfews: one.curfews, leaf: leaf.id }];
  });
}
function everyNight(engine, built) {
  const { known, leaf, now, wide } = built;
  if (leaf === void 0 || leaf.belongs.length > 1) return void 0;
  const lines = /* @__PURE__ */ new Map();
  for (const { start, end, certain, curfew: curfew2 } of nightLines(known, leaf, now, wide.end)) {
    if (end <= now || start >= wide.end) continue;
    const key = `${start} ${end} ${certain}`;
    lines.set(key, { start, end, certain, curfews: [.../* @__PURE__ */ new Set([...lines.get(key)?.curfews ?? [], curfew2])].sort() });
  }
  const mine = engine.nights(situationOf(engine, built), leaf.id, now, 500).filter((one) => one.start < wide.end).map(({ start, end, certain, curfews }) => ({ start, end, certain, curfews }));
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

// test/domain/broken.ts
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import * as temporal from "temporal-polyfill";
import * as zod from "zod";
var DOMAIN = join(import.meta.dirname, "../../src/domain");
var ENTRY = ["area-tree", "edges", "nights", "segments", "state"].map((one) => `export * from "./${one}.ts";`).join("\n");
var LIBRARIES = { zod, "temporal-polyfill": temporal };
async function engineWith(fault) {
  let made = 0;
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: DOMAIN, loader: "ts" },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
    external: Object.keys(LIBRARIES),
    plugins: [
      {
        name: "fault",
        setup: ({ onLoad }) => {
          onLoad({ filter: /src.domain.*\.ts$/ }, async ({ path }) => {
            const text = await readFile(path, "utf8");
            if (basename(path) !== fault?.file) return { contents: text, loader: "ts" };
            made = text.split(fault.find).length - 1;
            return { contents: text.replace(fault.find, () => fault.replace), loader: "ts" };
          });
        }
      }
    ]
  });
  if (fault !== void 0 && made !== 1)
    throw new Error(`"${fault.name}": its text stands ${made} times in ${fault.file}: ${fault.find}`);
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0]?.text ?? "", ["require", "module", "exports"]);
  run((name) => LIBRARIES[name], module, module.exports);
  if (!isEngine(module.exports)) throw new Error("the rules were not built");
  return module.exports;
}
function isEngine(value) {
  return ["areaTree", "edges", "nights", "segments", "stateAt"].every((name) => name in value);
}

// test/domain/fault-table.ts
var of = (file) => (name, find, replace) => ({ name, file, find, replace });
var calendar = of("calendar.ts");
var terms = of("terms.ts");
var windows = of("windows.ts");
var segments = of("segments.ts");
var profile = of("profile.ts");
var saidOf = of("said-of.ts");
var spanIndex = of("span-index.ts");
var runs = of("runs.ts");
var state = of("state.ts");
var edges = of("edges.ts");
var nights = of("nights.ts");
var wall = of("wall.ts");
var eras = of("eras.ts");
var compress = of("compress.ts");
var lineage = of("lineage.ts");
var tree = of("area-tree.ts");
var validity = of("validity.ts");
var FAULTS = [
  calendar("last confirmed night off by one", "certain: Math.min(declaredLast ?? Infinity, confirmed ?? Infinity)", "certain: Math.min(declaredLast ?? Infinity, (confirmed ?? Infinity) - 1)"),
  calendar("confirmation ignored", "certain: Math.min(declaredLast ?? Infinity, confirmed ?? Infinity)", "certain: declaredLast ?? Infinity"),
  calendar("endsBy is not inclusive", "confirmed ?? -Infinity, endsBy ?? -Infinity)", "confirmed ?? -Infinity, (endsBy ?? -Infinity) - 1)"),
  calendar("an open end is over after the last confirmed night", "last: open ? Infinity :", "last: open ? (confirmed ?? 0) :"),
  calendar("equal start and end is no time at all", "days: rule.endDay ?? (rule.end > rule.start ? 0 : 1)", "days: rule.endDay ?? (rule.end >= rule.start ? 0 : 1)"),
  calendar("past midnight, the day is not advanced", "days: rule.endDay ?? (rule.end > rule.start ? 0 : 1)", "days: rule.endDay ?? 0"),
  calendar("a window of several days ends the next morning", "days: rule.endDay ?? (rule.end > rule.start ? 0 : 1)", "days: rule.end > rule.start ? 0 : 1"),
  calendar("a rule's first night is left out", "rule.firstNight === undefined ? -Infinity : epochDay(rule.firstNight)", "rule.firstNight === undefined ? -Infinity : epochDay(rule.firstNight) + 1"),
  calendar("a rule's last night is left out", "rule.lastNight === undefined ? Infinity : epochDay(rule.lastNight)", "rule.lastNight === undefined ? Infinity : epochDay(rule.lastNight) - 1"),
  calendar("a rest never ends", "to: until === undefined ? Infinity : instant(until)", "to: Infinity"),
  calendar("a decree's span is a night short", "(last + longest + 2) * DAY", "last * DAY"),
  calendar("what ended in some areas counts as over everywhere", "areas === undefined && to === Infinity ? [from] : []", "to === Infinity ? [from] : []"),
  calendar("the day of the decree is read as UTC", "dayStart(curfew.declared, curfew.zone)", 'dayStart(curfew.declared, "UTC")'),
  terms("hours zone of the decree ignored", "curfew.hoursZone ?? tree.zone(leaf)", "tree.zone(leaf)"),
  terms("every place reads the decree's clock", "curfew.hoursZone ?? tree.zone(leaf)", "curfew.hoursZone ?? curfew.zone"),
  terms("a list known in part is taken as complete", "rule.areasPartial && !named.includes(index)", "false && !named.includes(index)"),
  terms("whoever is left out by name stays in doubt", "!(rule.except ?? []).some((one) => around().includes(one))\n", "true\n"),
  terms("the exception of an area is not heeded", "if (!out) found.push(index)", "found.push(index)"),
  terms("an area left out takes its neighbours along", "around().includes(one) && holds(tree, area, one)", "around().includes(one)"),
  terms("the farthest exception counts", "const steps = around.findIndex(", "const steps = around.findLastIndex("),
  terms("a lifting of some areas lifts all", "areas === undefined || around(from).some((area) => areas.includes(area))", "true"),
  terms("a lifting of some areas lifts none", "areas === undefined || around(from).some((area) => areas.includes(area))", "areas === undefined"),
  terms("an area that was partly there is lifted wholly", "[...tree.lineage(leaf, then).all, ...tree.lineage(leaf, at).all];\n  const applies", "[...tree.lineage(leaf, then).any, ...tree.lineage(leaf, at).any];\n  const applies"),
  terms("of two endings only the first counts", "else last.end = Math.max(last.end, to)", "else last.end = last.end"),
  windows("the last night is left out", "const to = Math.min(last, ", "const to = Math.min(last - 1, "),
  windows("the last certain night is called assumed", "certain: night <= certain", "certain: night < certain"),
  windows("a window ends before it began", "return start < window.end ? [...left, { start, end: window.end }] : left", "return [...left, { start, end: window.end }]"),
  windows("the weekday is that of the morning", "includes(weekday(night)) ?? true", "includes(weekday(night + 1)) ?? true"),
  windows("a lifting in mid-window takes the whole night", "if (out.start > start) left.push({ start, end: out.start });", ""),
  windows("nothing is said after a rest in mid-window", "return start < window.end ? [...left, { start, end: window.end }] : left", "return left.length > 0 || start < window.end ? (left.length > 0 ? left : [{ start, end: window.end }]) : left"),
  windows("whom the list names is in doubt all the same", "terms.named.some((index) => runs(rules[index], night))", "false"),
  windows("who was named on other nights is in no doubt tonight", "terms.named.some((index) => runs(rules[index], night))", "terms.named.length > 0"),
  windows("an exception everywhere reaches rules that have not begun", "(one.steps < Infinity || indices.some(within))", "(one.steps < Infinity || indices.length > 0)"),
  windows("an exception everywhere reaches places that no rule names", "(one.steps < Infinity || indices.some(within))", "true"),
  windows("a night without curfew is not heeded", "if (off) return [];", ""),
  windows("an exception for one range changes the other, too", "exception.rules?.includes(index) === true", "exception.rules !== undefined"),
  windows("a night's exception counts before that of a rule as near", "own.list.length > 0 && own.steps <= whole.steps", "own.list.length > 0 && own.steps < whole.steps"),
  windows("hours of an exception stand beside those they replace", "return counts === own ? [hoursOf(start, end, index)] : [];", "return counts === own ? [hoursOf(start, end, index)] : line === undefined ? [] : [line];"),
  windows("an exception's window is not advanced past midnight", "return { start, end, days: end > start ? 0 : 1, rule };", "return { start, end, days: 0, rule };"),
  segments("no curfew beyond what was checked", 'return known.length > 0 ? { is: "notInForce", curfews: [] } :', 'return known.length >= 0 ? { is: "notInForce", curfews: [] } :'),
  segments("a night that nobody confirmed is in force", 'one.certain ? "inForce" : "uncertain"', '"inForce"'),
  segments("a withdrawn record leaves no doubt", '{ why: "withdrawn", curfews: ids("withdrawn") },', ""),
  segments("a withdrawn list leaves no doubt", '{ why: "withdrawn", curfews: doubted("withdrawn?") },', ""),
  segments("who confirmed the area around settles a list", "known.some((one) => one.own) ? [] :", "known.length > 0 ? [] :"),
  segments("nobody can settle a list", "known.some((one) => one.own) ? [] :", ""),
  segments("a list that was called complete is doubted on", "filter((id) => !known.some((one) => one.completes.includes(id)))", "filter(() => true)"),
  segments("doubt counts more than a curfew that runs", "if (inForce.length > 0) return", 'if (inForce.length > 0 && ids("uncertain").length === 0) return'),
  segments("a claim lasts a piece too long", "active = active.filter((one) => one.end > start);", "active = active.filter((one) => one.end >= start);"),
  segments("one decree after the other is one answer", "last.curfews.join() === piece.curfews.join()", "true"),
  profile("a name around counts as the place's own", "const own = lineage.self.length > 0 && lineage.self.every(", "const own = lineage.all.some("),
  profile("confirmed a part, confirmed the whole", "const area = lineage.all.find(", "const area = lineage.any.find("),
  profile("what is known day by day is known for ever", "entry.asOfEachDay ? reach(", "entry.completes.length < 0 ? reach("),
  profile("day by day, today is not known", "dayAround(knownAt, zone).end);", "dayAround(knownAt, zone).start);"),
  profile("the past is looked at with today's knowledge", "if (known !== undefined) return known;\n  const made: Memory", "if (known !== undefined || kept[0] !== undefined) return known ?? kept[0] as Memory;\n  const made: Memory"),
  saidOf("what an exception alone names is not found", "...exceptions.flatMap((one) => one.areas ?? []), ", ""),
  saidOf("a doubtful list is found only where it names", "[DOUBT + country] : []", "[] : []"),
  saidOf("old names are not looked for", "[...tree.everyName(place), DOUBT", "[...tree.ancestors(place), DOUBT"),
  spanIndex("what begins last is not found", "if ((this.#starts[middle] ?? Infinity) < at) low = middle + 1;", "if ((this.#starts[middle] ?? Infinity) < at - 4 * 86_400_000) low = middle + 1;"),
  runs("a seam is an end", "if (last?.is === segment.is) {", "if (last?.is === segment.is && last.curfews.join() === segment.curfews.join()) {"),
  runs("the horizon is an end", "final: following !== undefined && next !== undefined && next.end < range.end", "final: true"),
  runs("the decrees of a run are its first ones", "last.curfews = [...new Set([...last.curfews, ...segment.curfews])].sort();", ""),
  runs("what comes next is the one that runs", 'const next = later.find((run) => run.is === "inForce");', 'const next = joined(segments).find((run) => run.is === "inForce");'),
  runs("leaves share what only looks alike", "const view = profile.view(frame);", "const view = profile.view({ start: at, end: at + 1 });"),
  runs("the last curfew is the first one", 'last: earlier.findLast((run) => run.is === "inForce")', 'last: earlier.find((run) => run.is === "inForce")'),
  runs("information ends where a curfew did", 'earlier.findLast((run) => run.is !== "unknown")?.end', 'earlier.findLast((run) => run.is === "inForce")?.end'),
  state("nobody says how long it is known", 'after.follows === "unknown" ? after.until : undefined', "undefined"),
  edges("a tick tells its own begin again", "const range = { start: after, end: until + 1 };", "const range = { start: after - 60_000, end: until + 1 };\n  after -= 60_000;"),
  edges("a tick leaves out its last instant", "const range = { start: after, end: until + 1 };", "const range = { start: after, end: until };\n  until -= 1;"),
  edges("a map that is redrawn ends nothing", "const redrawn = changes.some((at) => at > after && at <= until);", "const redrawn = false;"),
  edges("a lifting turns nothing", "if (endings.some(({ from, to }) => within(from) || within(to))) return true;", ""),
  edges("ends of several days turn nothing", "const to = Math.min(last + longest,", "const to = Math.min(last,"),
  edges("only the decree's own zone turns", "curfew.hoursZone === undefined ? own : [curfew.hoursZone]", "[curfew.zone]"),
  edges("an end into the unknown is a plain end", "followedBy: relief(segment.is), curfews };", 'followedBy: "notInForce", curfews };'),
  edges("where knowledge begins a curfew begins", 'return run.is === "inForce" ? [began(own, run.start)] : [];', "return [began(own, run.start)];"),
  nights("an assumed night looks like an announced one", "lines.set(key, { start, end, night, certain, curfews });", "lines.set(key, { start, end, night, certain: true, curfews });"),
  nights("a redrawn map makes two nights of one", "if (before === undefined) found.push(", "if (before === undefined || before.start > -Infinity) found.push("),
  wall("a skipped end is an hour late", 'return (earlier.getTimeZoneTransition("next") ?? earlier).epochMilliseconds;', 'return wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;'),
  wall("an hour that comes twice ends at the first", 'return wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;', "return earlier.epochMilliseconds;"),
  wall("an hour that comes twice begins at the second", 'if (side === "start") return earlier.epochMilliseconds;', ""),
  wall("the clocks' change is not looked for", "if (wall - DAY > from && wall + DAY < to) return wall - offset;", "return wall - offset;"),
  wall("weeks begin on Sunday", "((((day + 3) % 7) + 7) % 7) + 1", "((((day + 4) % 7) + 7) % 7) + 1"),
  eras("an era ends a moment late", "const [start, end] = [Math.max(lower, range.start), Math.min(upper, range.end)];", "const [start, end] = [Math.max(lower, range.start), Math.min(upper + 60_000, range.end)];"),
  compress("an area of which one leaf is missing is named", "const whole = parts.every((part) => part.whole);", "const whole = parts.some((part) => part.whole);"),
  compress("the rest of an area is forgotten", "if (tree.get(id)?.complete !== true) parts.push(take(wanted, id + REST));", ""),
  lineage("a parent's curfew does not cover its children", "return parent === undefined ? [id] : [id, ...this.#chain(parent)];", "return [id];"),
  lineage("what was cut out has no past", "const others = at < node.from ? this.#before.get(id) : this.#after.get(id);", "const others = at < node.from ? undefined : this.#after.get(id);"),
  lineage("a decree from before a cut ends with it", "distinct([...now, ...this.lineage(id, declared).any, ", "distinct([...now, "),
  lineage("one of two that an area fell into is the other", ".filter((name) => !isValid(this.#nodes.get(name), at));", ";"),
  lineage("a name that is too young speaks of nothing", "...absent.map(({ area }) => area.id), ", ""),
  lineage("a merged area was wholly in each of its parts", "all: any.filter((area) => chains.every((chain) => chain.includes(area)))", "all: any"),
  tree("a rest leaf is forgotten", "return this.#byId.get(id)?.complete === true ? listed : [...listed, id + REST];", "return listed;"),
  tree("children that are not there yet are leaves", "listed.filter((area) => isValid(this.#nodes.get(area.id), at))", "listed"),
  tree("a place's clock is its country's", "chain.find((area) => area.zone !== undefined)?.zone", "chain.at(-1)?.zone"),
  validity("an area's last day is not its own", "dayStart(dayAfter(area.validTo), zone)", "dayStart(area.validTo, zone)")
];

// src/domain/area.ts
import { z as z4 } from "zod";

// src/domain/source.ts
import { z as z3 } from "zod";

// src/domain/text.ts
import { z } from "zod";
var LONGEST_TEXT = 4e3;
var Words = z.string().min(1).max(LONGEST_TEXT, "a text has at most 4,000 characters in each language");
var Text = z.strictObject({ en: Words.optional(), es: Words.optional() }).refine((text) => text.en !== void 0 || text.es !== void 0, "a text needs `en` or `es`");

// src/domain/time.ts
import { z as z2 } from "zod";
import { Temporal as Temporal2 } from "temporal-polyfill";
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
    return Temporal2.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
var Day = z2.string().refine(isDate, "not a calendar day (YYYY-MM-DD)");
var PartialDay = z2.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "not YYYY, YYYY-MM or YYYY-MM-DD");
var WallTime = z2.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day (HH:MM)");
var isZone = (zone) => {
  try {
    return Temporal2.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.length > 0;
  } catch {
    return false;
  }
};
var Zone = z2.string().refine(isZone, "not a time zone of the IANA database");
var InstantText = z2.iso.datetime({ offset: true });
var PLAIN_INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
function instant(text) {
  const day = PLAIN_INSTANT.exec(text)?.[1];
  if (day !== void 0 && isPlainDay(day)) return Date.parse(text);
  return Temporal2.Instant.from(text).epochMilliseconds;
}
var MINUTE2 = 6e4;
var HOUR = 60 * MINUTE2;
var DAY2 = 24 * HOUR;

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

// src/domain/validity.ts
import { Temporal as Temporal3 } from "temporal-polyfill";

// src/domain/coverage.ts
import { z as z5 } from "zod";
var Coverage = z5.strictObject({
  id: z5.string().min(1),
  areas: z5.array(AreaId).nonempty(),
  from: InstantText,
  to: InstantText,
  /** Each day was known on that day: asked as of an earlier day, it reaches to the end of that day only. */
  asOfEachDay: z5.boolean().default(false),
  /** Says that a list of areas known only in part is complete after all: ids of the curfews meant. */
  completes: z5.array(z5.string()).default([]),
  basis: Text,
  notes: z5.array(Text).default([]),
  sources: z5.array(Source).default([])
});

// src/domain/curfew.ts
import { z as z6 } from "zod";
var Weekday = z6.int().min(1).max(7);
var CurfewRule = z6.strictObject({
  start: WallTime,
  end: WallTime,
  /** Where it runs for more than a day: days from its begin to its end. Friday 20:00 to Monday 05:00 is 3. */
  endDay: z6.int().min(1).max(7).optional(),
  weekdays: z6.array(Weekday).nonempty().optional(),
  areas: z6.array(AreaId).nonempty(),
  /** Parts of those areas that this rule leaves out: the province except a canton, which has other hours or none. */
  except: z6.array(AreaId).nonempty().optional(),
  /** Sources name only examples: who else is under it is not known. */
  areasPartial: z6.boolean().default(false),
  label: Text.optional(),
  /** Bounds of this rule alone, within the curfew's. */
  firstNight: Day.optional(),
  lastNight: Day.optional()
});
var Ending = z6.strictObject({
  by: Text,
  date: Day,
  from: InstantText,
  /** From this instant on it holds again. */
  until: InstantText.optional(),
  areas: z6.array(AreaId).optional(),
  note: Text.optional()
});
var Amendment = z6.strictObject({
  date: Day,
  instrument: Text.optional(),
  effect: Text,
  note: Text.optional(),
  ref: z6.string().optional()
});
var NightException = z6.strictObject({
  night: Day,
  areas: z6.array(AreaId).optional(),
  /** Positions in the curfew's `rules`: only these are changed, as where of two ranges a day one is moved. Absent: the whole night. */
  rules: z6.array(z6.int().nonnegative()).nonempty().optional(),
  start: WallTime.optional(),
  end: WallTime.optional(),
  off: z6.boolean().default(false),
  by: Text.optional()
});
var Curfew = z6.strictObject({
  id: z6.string().min(1),
  country: AreaId,
  title: Text,
  /** Name of the legal act, as it is called; not translated. */
  decree: z6.string().optional(),
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
  rules: z6.array(CurfewRule).nonempty(),
  exceptions: z6.array(NightException).default([]),
  lifted: Ending.optional(),
  annulled: Ending.optional(),
  /** Areas taken out one after the other, times in which it rested: whatever ended it in part beside the two above. */
  furtherEndings: z6.array(Ending).nonempty().optional(),
  /** Absent: not stated by any source. */
  exempt: z6.array(Text).optional(),
  notExempt: z6.array(Text).optional(),
  sourcesDiffer: z6.array(Text).optional(),
  penalty: Text.optional(),
  amendments: z6.array(Amendment).default([]),
  enforcement: z6.array(z6.strictObject({ date: Day, detail: Text })).default([]),
  disputed: z6.array(Text).default([]),
  notes: z6.array(Text).default([]),
  sources: z6.array(Source).nonempty(),
  confidence: Confidence
}).refine((c) => c.lastNight === void 0 || c.lastNight >= c.firstNight, "lastNight is before firstNight").refine((c) => c.endsBy === void 0 || c.lastConfirmed !== void 0, "endsBy needs lastConfirmed").refine(
  (c) => c.lastNight !== void 0 || c.lastConfirmed !== void 0,
  "without lastNight, lastConfirmed is needed"
);

// test/domain/fixtures.ts
var ec = (text) => instant(`${text}:00-05:00`);
var area = (id, kind, more = {}) => Area.parse({ id, kind, name: { en: id, es: id }, ...more });
var ecuadorAreas = () => [
  area("EC", "country", { zone: "America/Guayaquil", complete: true }),
  area("EC-G", "province", { parent: "EC", complete: true }),
  area("EC-0901", "canton", { parent: "EC-G" }),
  area("EC-090158", "parish", { parent: "EC-0901" }),
  area("EC-0902", "canton", { parent: "EC-G" }),
  area("EC-R", "province", { parent: "EC", complete: true }),
  area("EC-1201", "canton", { parent: "EC-R" }),
  area("EC-1202", "canton", { parent: "EC-R" }),
  area("EC-S", "province", { parent: "EC", complete: true }),
  area("EC-1401", "canton", { parent: "EC-S" }),
  area("EC-1402", "canton", { parent: "EC-S" }),
  area("EC-1413", "canton", { parent: "EC-S", validFrom: "2024-11-05", splitFrom: "EC-1401" }),
  area("EC-W", "province", { parent: "EC", zone: "Pacific/Galapagos", complete: true }),
  area("EC-2001", "canton", { parent: "EC-W" }),
  area("HT", "country", { zone: "America/Port-au-Prince" }),
  area("HT-OU", "department", { parent: "HT" })
];
var SOURCE = { publisher: "test" };
var curfew = (id, rules, more = {}) => Curfew.parse({
  id,
  country: "EC",
  title: { en: id },
  authority: { en: "test" },
  declared: more.firstNight ?? "2026-03-13",
  firstNight: "2026-03-15",
  ...more.lastConfirmed === void 0 ? { lastNight: "2026-03-30" } : {},
  zone: "America/Guayaquil",
  rules,
  sources: [SOURCE],
  confidence: "high",
  ...more
});
var coverage = (areas, from, to, more = {}) => Coverage.parse({ id: `${areas.join()} ${from}`, areas, from, to, basis: { en: "test" }, ...more });
var covered = (areas, from, to, more = {}) => coverage(areas, `${from}:00-05:00`, `${to}:00-05:00`, more);

// test/domain/named-cases.ts
var NIGHT = { start: "23:00", end: "05:00", areas: ["EC-G"] };
var given = (engine, more) => ({
  knownAt: ec("2027-01-01T00:00"),
  areas: engine.areaTree(ecuadorAreas()),
  curfews: [],
  withdrawn: [],
  coverage: [],
  ...more
});
var same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
var NAMED = [
  {
    name: "a province of which one canton differs is not named whole",
    ask: (engine) => {
      const one = curfew("a", [{ ...NIGHT, areas: ["EC-0902"] }]);
      const state2 = engine.stateAt(given(engine, { curfews: [one] }), "EC-G", ec("2026-03-15T23:30"));
      return "partly" in state2 && same(state2.partly[0]?.areas, ["EC-0902"]);
    }
  },
  {
    name: "Guayaquil without Tenguel is its rest",
    ask: (engine) => {
      const one = curfew("a", [{ ...NIGHT, areas: ["EC-0901"], except: ["EC-090158"] }]);
      const state2 = engine.stateAt(given(engine, { curfews: [one] }), "EC-0901", ec("2026-03-15T23:30"));
      return "partly" in state2 && same(state2.partly[0]?.areas, ["EC-0901/rest"]);
    }
  },
  {
    name: "the whole of a canton with its parish is the canton",
    ask: (engine) => {
      const one = curfew("a", [{ ...NIGHT, areas: ["EC-0901"] }]);
      const state2 = engine.stateAt(given(engine, { curfews: [one] }), "EC-G", ec("2026-03-15T23:30"));
      return "partly" in state2 && same(state2.partly[0]?.areas, ["EC-0901"]);
    }
  },
  {
    name: "the next night lies weeks ahead, and is found",
    ask: (engine) => {
      const state2 = engine.stateAt(given(engine, { curfews: [curfew("a", [NIGHT])] }), "EC-0902", ec("2026-02-01T12:00"));
      return "whole" in state2 && state2.whole.next?.start === ec("2026-03-15T23:00");
    }
  },
  {
    name: "a list of another country leaves no doubt here",
    ask: (engine) => {
      const list = curfew("a", [{ ...NIGHT, areas: ["EC-0902"], areasPartial: true }]);
      const coverage2 = [covered(["HT"], "2026-03-01T00:00", "2026-04-01T00:00")];
      const state2 = engine.stateAt(given(engine, { curfews: [list], coverage: coverage2 }), "HT-OU", ec("2026-03-16T00:00"));
      return "whole" in state2 && state2.whole.is === "notInForce";
    }
  },
  {
    name: "a night over the day of a split is one night",
    ask: (engine) => {
      const old = curfew("a", [{ ...NIGHT, areas: ["EC-1401"] }], {
        declared: "2024-10-01",
        firstNight: "2024-11-04",
        lastNight: "2024-11-04"
      });
      const list = engine.nights(given(engine, { curfews: [old] }), "EC-1413", ec("2024-11-04T12:00"), 5);
      return same(list.map(({ start, end }) => [start, end]), [[ec("2024-11-04T23:00"), ec("2024-11-05T05:00")]]);
    }
  },
  {
    name: "of two exceptions the nearer one counts",
    ask: (engine) => {
      const exceptions = [
        { night: "2026-03-16", off: true, areas: ["EC"] },
        { night: "2026-03-16", start: "21:00", areas: ["EC-G"] }
      ];
      const given2 = given(engine, { curfews: [curfew("a", [NIGHT], { exceptions })] });
      const state2 = engine.stateAt(given2, "EC-0902", ec("2026-03-16T21:30"));
      return "whole" in state2 && state2.whole.is === "inForce";
    }
  },
  {
    name: "who confirmed a province has said nothing of a canton that a list may hold",
    ask: (engine) => {
      const list = curfew("a", [{ ...NIGHT, areas: ["EC-1201"], areasPartial: true }]);
      const coverage2 = [covered(["EC-G"], "2026-03-01T00:00", "2026-04-01T00:00")];
      const state2 = engine.stateAt(given(engine, { curfews: [list], coverage: coverage2 }), "EC-0902", ec("2026-03-16T00:00"));
      return "whole" in state2 && state2.whole.is === "unknown" && state2.whole.why === "list-partial";
    }
  },
  {
    name: "what was known day by day is asked of another day after today",
    ask: (engine) => {
      const coverage2 = [covered(["EC"], "2026-03-01T00:00", "2026-04-01T00:00", { asOfEachDay: true })];
      const base = given(engine, { coverage: coverage2 });
      const is = (knownAt) => {
        const state2 = engine.stateAt({ ...base, knownAt: ec(knownAt) }, "EC-0902", ec("2026-03-16T12:00"));
        return "whole" in state2 ? state2.whole.is : "partly";
      };
      return is("2026-03-20T12:00") === "notInForce" && is("2026-03-10T12:00") === "unknown";
    }
  },
  {
    name: "a border that is redrawn ends a curfew where it no longer reaches",
    ask: (engine) => {
      const young = curfew("a", [{ start: "22:30", end: "04:30", areas: ["EC-1401"] }], {
        declared: "2024-11-06",
        firstNight: "2024-11-01",
        lastNight: "2024-11-30"
      });
      const part = { after: ec("2024-11-04T23:30"), until: ec("2024-11-05T00:30") };
      const list = engine.edges(given(engine, { curfews: [young] }), "EC", part);
      return same(list.map(({ kind, leaf, at }) => [kind, leaf, at]), [["ended", "EC-1413", ec("2024-11-05T00:00")]]);
    }
  },
  {
    name: "a decree from before a canton was cut holds in both parts",
    ask: (engine) => {
      const old = curfew("a", [{ ...NIGHT, areas: ["EC-1401"] }], {
        declared: "2024-10-01",
        firstNight: "2024-11-01",
        lastNight: "2024-11-30"
      });
      const state2 = engine.stateAt(given(engine, { curfews: [old] }), "EC-1413", ec("2024-11-10T00:00"));
      return "whole" in state2 && state2.whole.is === "inForce";
    }
  },
  {
    name: "a place is an area's child on its own clock, also where only its province has another one",
    ask: (engine) => {
      const areas = engine.areaTree([...ecuadorAreas(), area("EC-2002", "canton", { parent: "EC-W" })]);
      return areas.zone("EC-2002") === "Pacific/Galapagos";
    }
  }
];

// test/domain/worlds.ts
import * as fc from "fast-check";
import { Temporal as Temporal4 } from "temporal-polyfill";
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
  areasPartial: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
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
var nightAt = (center, offset) => Temporal4.PlainDate.from(center).add({ days: offset }).toString();
var midnightIn = (zone, day) => Temporal4.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
var always = (self, chain) => ({ from: -Infinity, self, any: chain, all: chain, also: [] });
function draw(random) {
  const { base, second, complete, provinces } = random;
  const areas = [area("ZZ", "country", { zone: base.zone, complete })];
  const leaves = [];
  for (const [number, one] of provinces.entries()) {
    const id = number === 0 ? "ZZ-A" : "ZZ-B";
    const zone = number === 0 ? base.zone : second;
    areas.push(area(id, "province", { parent: "ZZ", complete: one.complete, ...number === 0 ? {} : { zone } }));
    const within = [];
    const fresh = [];
    const life = { from: -Infinity, to: Infinity };
    for (const [i, canton2] of one.cantons.entries()) {
      const made = drawCanton(canton2, `${id}${i + 1}`, [id, "ZZ"], zone, base.center);
      areas.push(...made.areas);
      within.push(...made.leaves);
      if (canton2.kind === "fresh") fresh.push({ id: `${id}${i + 1}`, from: midnightIn(zone, nightAt(base.center, canton2.day)) });
    }
    const rest = { zone, belongs: [always([id], [id, "ZZ"])] };
    const founded = Math.min(...within.map((leaf) => leaf.lives.from));
    if (founded > -Infinity) within.push({ ...rest, id, lives: { ...life, to: founded } });
    if (!one.complete && founded < Infinity) within.push({ ...rest, id: `${id}/rest`, lives: { ...life, from: founded } });
    for (const { id: name, from } of fresh) for (const leaf of within) leaf.belongs = named(leaf.belongs, name, from);
    leaves.push(...within);
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
  const of2 = (self, also) => ({ self: [self], any: chain(self), all: chain(self), also });
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
        leaves: [leaf(id, life, of2(id, [x]), of2(id, [])), leaf(x, young, of2(id, [x]), of2(x, []))]
      };
    case "rename":
      return {
        areas: [make(id, { validTo: last, successors: [x] }), make(x, { validFrom: first })],
        leaves: [leaf(id, old, of2(id, [x]), of2(x, [id])), leaf(x, young, of2(id, [x]), of2(x, [id]))]
      };
    case "merge":
      return {
        areas: [
          make(id, { validTo: last, successors: [y] }),
          make(x, { validTo: last, successors: [y] }),
          make(y, { validFrom: first })
        ],
        leaves: [
          leaf(id, old, of2(id, [y]), of2(y, [id, x])),
          leaf(x, old, of2(x, [y]), of2(y, [id, x])),
          leaf(y, young, ofBoth(id, x, [y]), of2(y, [id, x]))
        ]
      };
    case "dissolve":
      return {
        areas: [make(id, { validTo: last, successors: [x, y] }), make(x, { validFrom: first }), make(y, { validFrom: first })],
        leaves: [
          leaf(id, old, of2(id, [x, y]), ofBoth(x, y, [id])),
          leaf(x, young, of2(id, [x, y]), of2(x, [id])),
          leaf(y, young, of2(id, [x, y]), of2(y, [id]))
        ]
      };
    case "fresh":
      return {
        areas: [make(id, { validFrom: first })],
        leaves: [leaf(id, young, { self: [], any: above, all: [], also: [] }, of2(id, []))]
      };
  }
}
var NAMED2 = { title: { en: "x" }, authority: { en: "x" }, sources: [{ publisher: "x" }], confidence: "low" };
function build2(random) {
  const { zone, center } = random.base;
  const midnight = Temporal4.PlainDate.from(center).toZonedDateTime("UTC").epochMilliseconds;
  const at = (m) => midnight + m * MINUTE3;
  const text = (m) => new Date(at(m)).toISOString();
  const day = (offset) => offset === void 0 ? void 0 : nightAt(center, offset);
  const { areas, leaves } = draw(random);
  const ids = areas.map((one) => one.id);
  const pick = (numbers) => numbers === void 0 ? void 0 : [...new Set(numbers.map((n) => ids[n % ids.length] ?? "ZZ"))];
  const end = (one) => one && {
    by: { en: "x" },
    date: center,
    from: text(one.at),
    until: one.lasts === void 0 ? void 0 : text(one.at + one.lasts),
    areas: pick(one.areas)
  };
  const make = (one, id) => {
    const confirmed = one.open ? one.confirmed ?? one.first + one.nights : one.confirmed;
    const further = end(one.further);
    return Curfew.parse({
      ...NAMED2,
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
        areas: pick(areas2),
        except: pick(except),
        firstNight: day(first),
        lastNight: day(last)
      })),
      exceptions: one.exceptions.map(({ areas: areas2, ...more }) => ({ ...more, areas: pick(areas2), night: nightAt(center, more.night) })),
      lifted: end(one.lifted),
      annulled: end(one.annulled),
      furtherEndings: further && [further]
    });
  };
  const coverage2 = random.coverage.map(
    ({ from, length, areas: areas2, ...one }, i) => Coverage.parse({ ...one, areas: pick(areas2), id: `k${i}`, from: text(from), to: text(from + length), basis: { en: "x" } })
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
  const zones = Object.fromEntries(ids.map((id) => [id, id.startsWith("ZZ-B") ? random.second : zone]));
  const known = { country: "ZZ", parents, knownAt, curfews, withdrawn, coverage: coverage2, zones };
  const lives = (instant2) => leaves.filter((one) => one.lives.from <= instant2 && instant2 < one.lives.to);
  return {
    areas,
    record: { knownAt, curfews, withdrawn, coverage: coverage2 },
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

// test/domain/tryf.tmp.ts
var WORLDS = fc2.sample(world, { numRuns: 300, seed: 20260315 }).map((one) => build2(one));
var Q = { everyMinute, oneInstant, everyEdge, everyNight };
function noticed(engine) {
  try {
    for (const { name, ask } of NAMED) if (!ask(engine)) return "NAMED " + name;
    for (const [i, built] of WORLDS.entries()) for (const [n, q] of Object.entries(Q)) {
      const t = q(engine, built);
      if (t !== void 0) return `${n} ${i}`;
    }
  } catch (f) {
    return "throws " + String(f).slice(0, 80);
  }
  return void 0;
}
var t0 = process.cpuUsage();
console.log("clean", noticed(await engineWith(void 0)));
var pat = process.argv[2];
for (const f of FAULTS) {
  if (pat && !f.name.includes(pat)) continue;
  let r;
  try {
    r = noticed(await engineWith(f));
  } catch (e) {
    r = "BROKEN " + String(e);
  }
  console.log(r === void 0 ? "SURVIVES" : r.startsWith("BROKEN") ? r : "ok", "|", f.name, "|", r?.slice(0, 60));
}
var u = process.cpuUsage(t0);
console.log("cpu", (u.user + u.system) / 1e6);
