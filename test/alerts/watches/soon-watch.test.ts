// What is told before curfews begin and end: when, to whom, once, and with or without a sound. Over the shipped data and over decrees made for it.
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { curfew, ec, ms } from "../../domain/fixtures.ts";
import { shipped } from "../../views/ecuador-known.ts";
import { channel, subscribed, type Ticking, ticking } from "../ticking.ts";
import { PROVINCES, knownOf, always, confirmed, night, COVERED, play, wall, told, soonOnly } from "./soon-scene.ts";

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
