// What is told before curfews begin and end: when, to whom, once, and with or without a sound. Over the shipped data and over decrees made for it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreseen } from "../../../src/alerts/watches/foreseen.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import type { Alert, AlertOf } from "../../../src/domain/alert.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import type { Situation } from "../../../src/domain/situation.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../../../src/domain/time.ts";
import { covered, curfew, ec, ms, situation } from "../../domain/fixtures.ts";
import { shipped } from "../../views/ecuador-known.ts";
import { channel, subscribed, type Ticking, ticking } from "../ticking.ts";
import { someAnswers } from "../stand-ins.ts";

const PROVINCES = "EC-G,EC-O,EC-R,EC-SD";
const NOTHING = { strikes: [], tallies: [], gaps: [], claims: [], orgs: [], authorities: [], instruments: [] };

function knownOf(more: Partial<Situation>): Known {
  const own = situation(more);
  return {
    ...own,
    ...NOTHING,
    areasById: new Map(own.areas.all.map((area) => [area.id, area])),
    curfewsById: new Map(own.curfews.map((one) => [one.id, one])),
    strikesById: new Map(),
    orgsById: new Map(),
  };
}

const always = (known: Known): Ticking["from"] => ({ known: () => known });
const confirmed = async (now: Millis) => now;
const night = (start: string, end: string, more: Parameters<typeof curfew>[2] = {}) =>
  curfew("night", [{ areas: ["EC-G", "EC-R"], start, end }], {
    firstNight: "2026-03-15",
    lastNight: "2026-03-15",
    ...more,
  });
const COVERED = { coverage: [covered(["EC"], "2026-03-01T00:00", "2026-04-01T00:00")] };

/** Ticks in order; after each of them the courier has posted what there was. */
async function play(
  at: string,
  ticks: readonly string[],
  options: Partial<Ticking>,
  posted: Delivery["state"] | "nothing" = "sent",
) {
  const s = await ticking(`${at}:00-05:00`, { from: { known: shipped }, serverTime: confirmed, ...options });
  for (const tick of ticks) {
    await s.tick(ec(tick));
    if (posted !== "nothing") await s.posted(posted);
  }
  return s.rows();
}

const wall = (at: Millis) => new Date(at - 5 * HOUR).toISOString().slice(5, 16).replace("T", " ");
const told = (row: Delivery) =>
  [
    row.alert.kind.replace("curfew.", ""),
    wall(row.dueAt),
    [...row.shown].sort().join(),
    row.state === "skipped" ? row.reason : row.loud ? "loud" : "silent",
    ...(row.lateBy === undefined ? [] : [`+${row.lateBy / MINUTE}`]),
  ].join(" ");
const soonOnly = (rows: readonly Delivery[]) => rows.filter(({ alert }) => /soon|ending/.test(alert.kind)).map(told);

describe("the night of 15 March 2026", () => {
  const evening = [
    "2026-03-15T20:59",
    "2026-03-15T21:00",
    "2026-03-15T23:00",
    "2026-03-16T04:29",
    "2026-03-16T04:30",
    "2026-03-16T05:00",
  ];

  it("is told two hours before with a sound, begins, nears its end and ends without one", async () => {
    const audience = [subscribed("1", { areas: ["EC"], leads: [120], endLeads: [30] })];
    expect((await play("2026-03-15T20:00", evening, { audience })).map(told)).toEqual([
      `soon 03-15 21:00 ${PROVINCES} loud`,
      `began 03-15 23:00 ${PROVINCES} silent`,
      `ending 03-16 04:30 ${PROVINCES} silent`,
      `ended 03-16 05:00 ${PROVINCES} silent`,
    ]);
  });

  it("makes a sound at its begin for who is not told beforehand, and none at its end", async () => {
    expect((await play("2026-03-15T20:00", evening, { audience: [channel("1", ["EC"])] })).map(told)).toEqual([
      `began 03-15 23:00 ${PROVINCES} loud`,
      `ended 03-16 05:00 ${PROVINCES} silent`,
    ]);
  });

  it.each<[Delivery["state"] | "nothing", string, string]>([
    ["sent", "silent", "silent"],
    ["failed", "loud", "loud"],
    ["parked", "loud", "loud"],
    // Nothing was posted so far, and each expires as the next is planned: nobody will see it any more.
    ["nothing", "loud", "loud"],
  ])("is loud where what was to come before is %s", async (state, begin, end) => {
    const audience = [subscribed("1", { areas: ["EC"], leads: [120] })];
    const rows = await play("2026-03-15T20:00", evening, { audience }, state);
    expect(rows.map(told).slice(1)).toEqual([
      `began 03-15 23:00 ${PROVINCES} ${begin}`,
      `ended 03-16 05:00 ${PROVINCES} ${end}`,
    ]);
  });

  it("makes a sound at its end for who subscribed after it had begun", async () => {
    const audience = [subscribed("1", { areas: ["EC"], leads: [120], endLeads: [30] })];
    expect((await play("2026-03-16T01:00", ["2026-03-16T04:30", "2026-03-16T05:00"], { audience })).map(told)).toEqual([
      `ending 03-16 04:30 ${PROVINCES} loud`,
      `ended 03-16 05:00 ${PROVINCES} silent`,
    ]);
  });

  it("makes a sound where a place was not told of beforehand", async () => {
    const audience = [subscribed("1", { areas: ["EC-G"], leads: [120] }, { areas: ["EC-R"] })];
    expect((await play("2026-03-15T20:00", evening, { audience })).map(told)).toEqual([
      "soon 03-15 21:00 EC-G loud",
      "began 03-15 23:00 EC-G,EC-R loud",
      "ended 03-16 05:00 EC-G,EC-R silent",
    ]);
  });
});

describe("several leads and subscriptions", () => {
  it("give each begin and lead once, with the places and roles of those who want it", async () => {
    const [guayas, coast] = ["900000000000000021", "900000000000000022"];
    const audience = [
      subscribed(
        "1",
        { areas: ["EC-G"], leads: [120, 30], role: guayas },
        { areas: ["EC-R", "EC-G"], leads: [120], role: coast },
      ),
      subscribed("2", { areas: ["EC-P"], leads: [120] }),
      subscribed("3", { areas: ["EC-G"], leads: [120], topics: ["strikes"] }),
      subscribed("4", { areas: ["EC-0901"], leads: [30] }),
    ];
    const rows = await play("2026-03-15T20:00", ["2026-03-15T21:00", "2026-03-15T22:30"], { audience });
    expect(rows.map((row) => `${row.destination.at(-1)} ${told(row)} @${row.roles.join()}`).sort()).toEqual([
      `1 soon 03-15 21:00 EC-G,EC-R loud @${guayas},${coast}`,
      `1 soon 03-15 22:30 EC-G loud @${guayas}`,
      "4 soon 03-15 22:30 EC-0901 loud @",
    ]);
    const [one, two] = rows.filter((row) => wall(row.dueAt) === "03-15 22:30");
    expect(one?.alert.id).toBe(two?.alert.id);
  });
});

describe("after an outage", () => {
  const audience = [subscribed("1", { areas: ["EC"], leads: [120] })];
  const offsets = Array.from({ length: 36 }, (_, i) => i * 5);

  it.each(offsets)(
    "back %i minutes after it was due, it says how late it is, or why it is not sent",
    async (offset) => {
      const back = ec("2026-03-15T21:00") + offset * MINUTE;
      const s = await ticking("2026-03-15T20:30:00-05:00", {
        from: { known: shipped },
        serverTime: confirmed,
        audience,
      });
      await s.tick(back);
      const late = offset > 2 ? ` +${offset}` : "";
      expect(soonOnly(await s.rows())).toEqual([
        offset < 120 ? `soon 03-15 21:00 ${PROVINCES} loud${late}` : `soon 03-15 21:00 ${PROVINCES} begun-already`,
      ]);
      expect((await s.rows()).filter(({ alert }) => alert.kind === "curfew.began")).toHaveLength(offset < 120 ? 0 : 1);
    },
  );

  it("tells the nearest of several notices of one begin, and says why not the others", async () => {
    const several = [
      subscribed("1", { areas: ["EC"], leads: [180, 120, 30] }),
      subscribed("2", { areas: ["EC-R"], leads: [120] }, { areas: ["EC-G"], leads: [30] }),
      subscribed("3", { areas: ["EC-R", "EC-G"], leads: [120] }, { areas: ["EC-G"], leads: [30] }),
      subscribed("4", { areas: ["EC-G"], leads: [120] }, { areas: ["EC-G"], leads: [30], topics: ["strikes"] }),
    ];
    const rows = await play("2026-03-15T19:30", ["2026-03-15T22:40", "2026-03-15T23:00"], { audience: several });
    expect(rows.filter((row) => row.destination.endsWith("1")).map(told)).toEqual([
      `soon 03-15 20:00 ${PROVINCES} told-nearer-to-it`,
      `soon 03-15 21:00 ${PROVINCES} told-nearer-to-it`,
      `soon 03-15 22:30 ${PROVINCES} loud +10`,
      `began 03-15 23:00 ${PROVINCES} silent`,
    ]);
    expect(rows.filter((row) => row.destination.endsWith("2")).map(told)).toEqual([
      "soon 03-15 21:00 EC-R loud +100",
      "soon 03-15 22:30 EC-G loud +10",
      "began 03-15 23:00 EC-G,EC-R silent",
    ]);
    // Named elsewhere in part, or to hear of strikes alone, is not named.
    const due = (id: string) =>
      rows.filter((row) => row.destination.endsWith(id) && row.alert.kind === "curfew.soon").map(told);
    expect(due("3")).toEqual(["soon 03-15 21:00 EC-G,EC-R loud +100", "soon 03-15 22:30 EC-G loud +10"]);
    expect(due("4")).toEqual(["soon 03-15 21:00 EC-G loud +100"]);
  });

  it("says of an end that passed why it was not told beforehand", async () => {
    const ends = [subscribed("1", { areas: ["EC"], endLeads: [30] })];
    expect(soonOnly(await play("2026-03-16T04:00", ["2026-03-16T05:00"], { audience: ends }))).toEqual([
      `ending 03-16 04:30 ${PROVINCES} over-already`,
    ]);
  });

  it("tells of a begin late and with a sound where it is the first that the channel hears, without where it was told beforehand", async () => {
    const began = async (ticks: string[]) =>
      (await play("2026-03-15T20:30", ticks, { audience }))
        .filter(({ alert }) => alert.kind === "curfew.began")
        .map(told);
    expect(await began(["2026-03-16T01:30"])).toEqual([`began 03-15 23:00 ${PROVINCES} loud +150`]);
    expect(await began(["2026-03-15T21:00", "2026-03-16T01:30"])).toEqual([
      `began 03-15 23:00 ${PROVINCES} silent +150`,
    ]);
  });

  it("plans the same after a crash between rows and watermark, and after a clock that went back", async () => {
    const s = await ticking("2026-03-15T20:59:00-05:00", { from: { known: shipped }, audience });
    await s.failWatermark(() => s.tick(ec("2026-03-15T21:00")));
    await s.restart();
    await s.tick(ec("2026-03-15T21:01"));
    await s.tick(ec("2026-03-15T20:55"));
    await s.tick(ec("2026-03-15T21:02"));
    expect((await s.rows()).map(told)).toEqual([`soon 03-15 21:00 ${PROVINCES} loud`]);
  });
});

describe("decrees that change", () => {
  const audience = [subscribed("1", { areas: ["EC-G"], leads: [120], endLeads: [60] })];
  const from = (when: string, before: Known, after: Known): Ticking["from"] => ({
    known: (at) => (at < ec(when) ? before : after),
  });
  const minutes = (first: string, last: string) =>
    Array.from({ length: (ec(last) - ec(first)) / (5 * MINUTE) + 1 }, (_, i) =>
      new Date(ec(first) + i * 5 * MINUTE - 5 * HOUR).toISOString().slice(0, 16),
    );
  const old = knownOf({ curfews: [night("23:00", "05:00")], ...COVERED });

  it("a begin that was moved before its notice: the new one is told beforehand, the old one is not", async () => {
    const moved = knownOf({ curfews: [night("23:45", "05:00")], ...COVERED });
    const rows = await play("2026-03-15T20:30", minutes("2026-03-15T20:35", "2026-03-15T23:50"), {
      audience,
      from: from("2026-03-15T20:50", old, moved),
    });
    expect(rows.map(told)).toEqual(["soon 03-15 21:45 EC-G loud", "began 03-15 23:45 EC-G silent"]);
  });

  it("a begin that was moved after its notice: the new one is told beforehand too, and who was told the old one hears the new", async () => {
    const moved = knownOf({ curfews: [night("23:45", "05:00")], ...COVERED });
    const rows = await play("2026-03-15T20:30", minutes("2026-03-15T20:35", "2026-03-15T23:50"), {
      audience,
      from: from("2026-03-15T21:20", old, moved),
    });
    expect(rows.map(told)).toEqual([
      "soon 03-15 21:00 EC-G loud",
      "soon 03-15 21:45 EC-G loud",
      "began 03-15 23:45 EC-G silent",
    ]);
    const nearer = knownOf({ curfews: [night("22:30", "05:00")], ...COVERED });
    const early = await play("2026-03-15T20:30", minutes("2026-03-15T20:35", "2026-03-15T22:50"), {
      audience,
      from: from("2026-03-15T21:20", old, nearer),
    });
    expect(early.map(told)).toEqual(["soon 03-15 21:00 EC-G loud", "began 03-15 22:30 EC-G loud"]);
  });

  it("one declared after the time for its notice is not told beforehand", async () => {
    const rows = await play("2026-03-15T20:30", minutes("2026-03-15T20:35", "2026-03-15T23:00"), {
      audience,
      from: from("2026-03-15T21:30", knownOf(COVERED), old),
    });
    expect(rows.map(told)).toEqual(["began 03-15 23:00 EC-G loud"]);
  });

  it("nothing is told at a seam: the next decree goes on where the first stops, and starts what has begun", async () => {
    const day = curfew("day", [{ areas: ["EC-G", "EC-R"], start: "05:00", end: "08:00" }], {
      firstNight: "2026-03-16",
      lastNight: "2026-03-16",
    });
    const both = knownOf({ curfews: [night("23:00", "05:00"), day], ...COVERED });
    const rows = await play("2026-03-15T20:30", minutes("2026-03-15T20:35", "2026-03-16T08:00"), {
      audience,
      from: always(both),
    });
    expect(rows.map(told)).toEqual([
      "soon 03-15 21:00 EC-G loud",
      "began 03-15 23:00 EC-G silent",
      "ending 03-16 07:00 EC-G silent",
      "ended 03-16 08:00 EC-G silent",
    ]);
  });

  it("an end is not told before its curfew has begun", async () => {
    const long = [subscribed("1", { areas: ["EC-G"], endLeads: [8 * 60] })];
    const rows = await play("2026-03-15T20:30", minutes("2026-03-15T20:35", "2026-03-15T21:30"), {
      audience: long,
      from: always(old),
    });
    expect(rows.map(told)).toEqual(["ending 03-15 21:00 EC-G not-begun-by-then"]);
  });
});

describe("clocks that change", () => {
  it("a lead is real time: the night the clocks go forward, and the day after", async () => {
    // Haiti, 8 March 2026: 02:00 becomes 03:00, from UTC-5 to UTC-4.
    const haiti = curfew("haiti", [{ areas: ["HT"], start: "23:00", end: "05:00" }], {
      country: "HT",
      firstNight: "2026-03-07",
      lastNight: "2026-03-08",
      zone: "America/Port-au-Prince",
    });
    const audience = [subscribed("1", { areas: ["HT"], leads: [24 * 60], endLeads: [240] })];
    const s = await ticking("2026-03-07T12:00:00Z", {
      from: always(knownOf({ curfews: [haiti] })),
      serverTime: confirmed,
      audience,
    });
    for (let now = ms("2026-03-07T12:00:00Z"); now < ms("2026-03-09T12:00:00Z"); now += 10 * MINUTE) await s.tick(now);
    const dues = (await s.rows()).filter(({ alert }) => /soon|ending/.test(alert.kind));
    expect(dues.map((row) => [row.alert.kind, new Date(row.dueAt).toISOString()])).toEqual([
      // 23:00 at UTC-4 on the 8th, a real day before: 22:00 on the clock of the 7th.
      ["curfew.soon", "2026-03-08T03:00:00.000Z"],
      // 05:00 at UTC-4: four real hours before it was midnight, not one o'clock.
      ["curfew.ending", "2026-03-08T05:00:00.000Z"],
      ["curfew.ending", "2026-03-09T05:00:00.000Z"],
    ]);
  });
});

describe("any ticks and outages", () => {
  // Three nights by plain arithmetic: nothing of the rules is asked.
  const nights = [0, 1, 2].map((n) => ({
    begin: ec("2026-03-15T23:00") + n * DAY,
    end: ec("2026-03-16T05:00") + n * DAY,
  }));
  const three = knownOf({ curfews: [night("23:00", "05:00", { lastNight: "2026-03-17" })], ...COVERED });
  const start = ec("2026-03-15T17:00");
  const leads = fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 3 });
  const channels = fc.array(fc.record({ leads, endLeads: leads }), { minLength: 1, maxLength: 3 });
  const audienceOf = (list: readonly { leads: number[]; endLeads: number[] }[]) =>
    list.map((one, i) => subscribed(String(i + 1), { areas: ["EC-G"], ...one }));
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 2, arbitrary: fc.integer({ min: 4, max: 700 }) },
  );

  interface Expected {
    kind: "curfew.soon" | "curfew.ending";
    to: string;
    due: Millis;
    lead: number;
    /** What it tells of. */
    instant: Millis;
    /** Of the same channel, kind and instant. */
    others: readonly number[];
    begin: Millis;
  }
  const owed = (audience: ReturnType<typeof audienceOf>): Expected[] =>
    audience.flatMap(({ destination, subscriptions: [one] }) =>
      nights.flatMap(({ begin, end }) => [
        ...(one?.leads ?? []).map((lead) => ({
          kind: "curfew.soon" as const,
          to: destination.id,
          due: begin - lead * MINUTE,
          lead,
          instant: begin,
          others: one?.leads ?? [],
          begin,
        })),
        ...(one?.endLeads ?? []).map((lead) => ({
          kind: "curfew.ending" as const,
          to: destination.id,
          due: end - lead * MINUTE,
          lead,
          instant: end,
          others: one?.endLeads ?? [],
          begin,
        })),
      ]),
    );
  const outcome = (one: Expected, tick: Millis): string => {
    if (one.instant <= tick) return one.kind === "curfew.soon" ? "begun-already" : "over-already";
    if (one.kind === "curfew.ending" && one.begin > one.due) return "not-begun-by-then";
    const late = tick - one.due;
    if (late <= 2 * MINUTE) return "in-time";
    return one.others.some((other) => other < one.lead && one.instant - other * MINUTE <= tick)
      ? "told-nearer-to-it"
      : `late ${late}`;
  };
  const found = (rows: readonly Delivery[], one: Expected) =>
    rows.filter(
      ({ alert, destination }) =>
        alert.kind === one.kind &&
        destination === one.to &&
        alert.at === one.due &&
        "lead" in alert &&
        alert.lead === one.lead,
    );

  it("tell each begin and end once for each lead and channel: in time where the clock passed it in time, else as late or with the reason", async () => {
    await fc.assert(
      fc.asyncProperty(channels, fc.array(step, { minLength: 5, maxLength: 60 }), async (list, steps) => {
        const audience = audienceOf(list);
        const s = await ticking(new Date(start).toISOString(), {
          from: always(three),
          serverTime: confirmed,
          audience,
        });
        const ticks = steps.map((_, i) => start + steps.slice(0, i + 1).reduce((sum, one) => sum + one, 0) * MINUTE);
        for (const tick of ticks) await s.tick(tick);
        const rows = await s.rows();
        let expected = 0;
        for (const one of owed(audience)) {
          const tick = one.due <= start ? undefined : ticks.find((at) => at >= one.due);
          const own = found(rows, one).map((row) => (row.lateBy === undefined ? row.reason : `late ${row.lateBy}`));
          expect(own).toEqual(tick === undefined ? [] : [outcome(one, tick)]);
          if (tick !== undefined) expected += 1;
        }
        expect(rows.filter(({ alert }) => /soon|ending/.test(alert.kind))).toHaveLength(expected);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("tell nothing twice where the clock also goes back and the program starts again", async () => {
    const any = fc.record({ by: fc.integer({ min: -200, max: 300 }), restart: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(channels, fc.array(any, { minLength: 5, maxLength: 30 }), async (list, steps) => {
        const audience = audienceOf(list);
        const s = await ticking(new Date(start).toISOString(), {
          from: always(three),
          serverTime: confirmed,
          audience,
        });
        const passed: [Millis, Millis][] = [];
        let now = start;
        for (const { by, restart } of steps) {
          const next = now + by * MINUTE;
          if (restart) await s.restart();
          await s.tick(next);
          if (next > now) passed.push([now, next]);
          now = next;
        }
        const rows = await s.rows();
        for (const one of owed(audience)) {
          const wasPassed = passed.some(([from, to]) => from < one.due && one.due <= to);
          expect(found(rows, one)).toHaveLength(wasPassed ? 1 : 0);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("plan the same alerts whether the clock comes in minutes or in one step", async () => {
    const audience = audienceOf([{ leads: [120, 45], endLeads: [30] }]);
    const idsOf = async (length: number) => {
      const s = await ticking(new Date(start).toISOString(), { from: always(three), serverTime: confirmed, audience });
      for (let now = start; now <= start + 2 * DAY; now += length) await s.tick(now);
      return (await s.rows()).filter(({ alert }) => /soon|ending/.test(alert.kind)).map(({ id }) => id);
    };
    const each = await idsOf(MINUTE);
    expect(each).toHaveLength(6);
    expect(await idsOf(2 * DAY)).toEqual(each);
    expect(await idsOf(7 * MINUTE)).toEqual(each);
  }, 60_000);
});

describe("a notice that waited", () => {
  const groups = (areas: [string, ...string[]], since: string, until: string): AlertOf<"curfew.soon">["groups"] => [
    { areas, since: ec(since), until: ec(until), followedBy: "notInForce", curfews: ["night"] },
  ];
  const soon: AlertOf<"curfew.soon"> = {
    kind: "curfew.soon",
    id: "a".repeat(64),
    at: ec("2026-03-15T21:00"),
    country: "EC",
    lead: 120,
    groups: groups(["EC-G", "EC-R"], "2026-03-15T23:00", "2026-03-16T05:00"),
  };
  const now = (curfews: Known["curfews"]) => knownOf({ curfews, ...COVERED });

  it("tells the hours that hold when it is posted, for the places where they do", () => {
    expect(foreseen(soon, now([night("23:00", "05:00")]))).toEqual(soon);
    expect(foreseen(soon, now([night("23:00", "04:00")]))?.groups).toEqual(
      groups(["EC-G", "EC-R"], "2026-03-15T23:00", "2026-03-16T04:00"),
    );
    const guayas = curfew("night", [{ areas: ["EC-G"], start: "23:00", end: "05:00" }], {
      firstNight: "2026-03-15",
      lastNight: "2026-03-15",
    });
    expect(foreseen(soon, now([guayas]))?.groups).toEqual(groups(["EC-G"], "2026-03-15T23:00", "2026-03-16T05:00"));
  });

  it("is not posted where nothing begins there then any more", () => {
    const answers = someAnswers();
    const row: Delivery = { ...ROW, alert: soon };
    const posted = (known: Known) => renderer(answers)(row, { known, now: ec("2026-03-15T21:30") });
    expect(foreseen(soon, now([night("23:30", "05:00")]))).toBeUndefined();
    expect(posted(now([]))).toBe("no-longer-so");
    expect(posted(now([night("23:00", "05:00")]))).toHaveLength(1);
  });

  it("mentions the roles where it makes a sound, and only there", () => {
    const known = now([night("23:00", "05:00")]);
    const began: Alert = {
      kind: "curfew.began",
      id: soon.id,
      at: ec("2026-03-15T23:00"),
      country: "EC",
      groups: soon.groups,
    };
    const render = renderer(someAnswers());
    const first = (alert: Alert, loud: boolean) => {
      const messages = render({ ...ROW, alert, loud }, { known, now: alert.at });
      if (typeof messages === "string") throw new Error(messages);
      return { mention: messages[0]?.content.match(/ <@&\d+>$/)?.[0], roles: messages[0]?.roles };
    };
    const called = { mention: " <@&900000000000000031>", roles: ["900000000000000031"] };
    expect(first(soon, true)).toEqual(called);
    expect(first(began, true)).toEqual(called);
    expect(first(began, false)).toEqual({ mention: undefined, roles: undefined });
  });
});

const ROW: Omit<Delivery, "alert"> = {
  v: 1,
  id: "row",
  destination: "900000000000000001",
  channelId: "900000000000000001",
  guildId: "900000000000000009",
  language: "en",
  subscriptions: ["sub"],
  shown: ["EC-G", "EC-R"],
  roles: ["900000000000000031"],
  loud: true,
  state: "planned",
  reason: "in-time",
  dueAt: 0,
  plannedAt: 0,
  expiresAt: 0,
  plannedMachine: 0,
  parts: [],
  attempts: [],
};
