// What waited until it was over is told in one message, whoever was to blame, and neither lost nor doubled wherever the program dies.
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { curfew } from "../../domain/fixtures.ts";
import { machine } from "../clock-scene.ts";

const nights = [
  curfew("nightly", [{ start: "23:00", end: "05:00", areas: ["EC-G"] }], {
    firstNight: "2026-03-15",
    lastNight: "2026-03-20",
  }),
];
const scene = (options: Parameters<typeof machine>[2] = {}) =>
  machine("2026-03-15T22:30:00-05:00", nights, { step: 5 * MINUTE, ...options });
const reasons = (rows: Awaited<ReturnType<Awaited<ReturnType<typeof scene>>["rows"]>>) =>
  rows.map(({ alert, state, reason }) => `${alert.kind} ${state} ${reason}`);

describe("after an outage of Discord", () => {
  it("two nights that waited become one summary, which says that it was Discord", async () => {
    const s = await scene();
    s.state.discord = false;
    await s.until("2026-03-17T08:00:00-05:00");
    expect(s.texts()).toEqual([]);
    s.state.discord = true;
    await s.run(10 * MINUTE);
    expect(s.texts()).toEqual([
      "🛠️ Discord took no messages Sun 15 Mar 23:00 -> Tue 17 Mar 08:05 (EC time). Now: no curfew; next today 23:00 (EC-G). 4 notices missed: curfew from 23:00; curfew over at Mon 16 Mar 05:00; and 2 more.",
    ]);
    expect(reasons(await s.rows()).filter((one) => one.startsWith("curfew"))).toEqual([
      "curfew.began skipped summed-up",
      "curfew.ended skipped summed-up",
      "curfew.began skipped summed-up",
      "curfew.ended skipped summed-up",
    ]);
    await s.until("2026-03-17T23:05:00-05:00");
    expect(s.texts()).toHaveLength(2);
  });

  it("what still holds is told now, marked late, before it the summary of what is over", async () => {
    const s = await scene();
    s.state.discord = false;
    await s.until("2026-03-17T00:10:00-05:00");
    s.state.discord = true;
    await s.run(10 * MINUTE);
    expect(s.texts().map((text) => text.slice(0, 40))).toEqual([
      expect.stringContaining("Discord took no messages Sun 15 Mar"),
      expect.stringContaining("CURFEW NOW since 23:00"),
    ]);
  });

  it("an end alone is not told any more when the next curfew has begun: that is told, late", async () => {
    const s = await scene();
    await s.until("2026-03-16T04:00:00-05:00");
    s.state.discord = false;
    await s.until("2026-03-16T23:20:00-05:00");
    s.state.discord = true;
    await s.run(10 * MINUTE);
    expect(s.texts().slice(1)).toEqual([
      expect.stringMatching(/^🔴 CURFEW NOW since 23:00, until Tue 17 Mar 05:00 \(EC time\): EC-G\..*late\.\)$/),
    ]);
    expect(reasons(await s.rows())).toContain("curfew.ended skipped begun-again");
  });

  it("an end alone is told where the next curfew has not begun in all of its places", async () => {
    const first = curfew("first", [{ start: "23:00", end: "05:00", areas: ["EC-G", "EC-R"] }], {
      firstNight: "2026-03-15",
      lastNight: "2026-03-15",
    });
    const second = curfew("second", [{ start: "23:00", end: "05:00", areas: ["EC-G"] }], {
      firstNight: "2026-03-16",
      lastNight: "2026-03-16",
    });
    const s = await machine("2026-03-15T22:30:00-05:00", [first, second], { step: 5 * MINUTE });
    await s.until("2026-03-16T04:00:00-05:00");
    s.state.discord = false;
    await s.until("2026-03-16T23:20:00-05:00");
    s.state.discord = true;
    await s.run(10 * MINUTE);
    expect(s.texts().slice(1)).toHaveLength(2);
  });

  it("an end alone is told by itself, late", async () => {
    const s = await scene();
    await s.until("2026-03-16T04:00:00-05:00");
    s.state.discord = false;
    await s.until("2026-03-16T07:00:00-05:00");
    s.state.discord = true;
    await s.run(10 * MINUTE);
    expect(s.texts().slice(1)).toEqual([
      expect.stringMatching(/^⚪ Curfew over at 05:00, Mon 16 Mar: EC-G\..*\(This notice is \d h( \d+ min)? late\.\)$/),
    ]);
  });

  it("a warning whose begin has passed is not sent, and says why", async () => {
    const s = await scene({ leads: [20] });
    s.state.discord = false;
    await s.until("2026-03-15T23:10:00-05:00");
    s.state.discord = true;
    await s.run(10 * MINUTE);
    expect(reasons(await s.rows())).toEqual(["curfew.soon skipped begun-already", "curfew.began sent delivered"]);
    expect(s.texts()).toHaveLength(1);
  });

  it("and one of Vigía upon it: one summary of both", async () => {
    const s = await scene();
    s.state.discord = false;
    await s.until("2026-03-16T08:00:00-05:00");
    s.state.discord = true;
    await s.off(24 * HOUR);
    await s.run(10 * MINUTE);
    expect(s.texts()).toEqual([expect.stringMatching(/^🛠️ Vigía was down Sun 15 Mar 23:00 -> .* 4 notices missed/)]);
  });
});

describe("what may stand in the channel", () => {
  it("is in no summary: it was told", async () => {
    const s = await scene();
    const rows = s.engine.namespace("deliveries");
    const swap = rows.swap.bind(rows);
    s.during(() => (rows.swap = () => Promise.reject(new Error("killed"))));
    await s.until("2026-03-15T23:00:00-05:00");
    s.during(undefined);
    rows.swap = swap;
    expect((await s.rows()).map(({ state }) => state)).toEqual(["sending"]);
    await s.off(10 * HOUR);
    await s.run(10 * MINUTE);
    expect(s.texts()).toEqual([
      expect.stringContaining("CURFEW NOW until Mon 16 Mar 05:00"),
      expect.stringMatching(/^🛠️ Vigía was down .* 1 notice missed: curfew over at/),
    ]);
  });
});

describe("after a channel was closed", () => {
  it("one summary says that Vigía was not allowed to write there", async () => {
    const s = await scene();
    const { subscriptions } = s.road();
    await subscriptions.pause("900000000000000001", "by-hand");
    await s.until("2026-03-17T08:00:00-05:00");
    // It takes messages again.
    await subscriptions.subscribe({
      guildId: "900000000000000009",
      channelId: "900000000000000001",
      kind: "channel",
      language: "es",
      zone: "America/Guayaquil",
      topics: ["curfews"],
      areas: ["EC"],
      leads: [],
      endLeads: [],
      owner: "900000000000000008",
    });
    await s.run(10 * MINUTE);
    expect(s.texts()).toEqual([
      expect.stringMatching(/^🛠️ Vigía was not allowed to write here Sun 15 Mar 23:00 -> .* 4 notices missed/),
    ]);
  });
});

describe("killed while it sums up", () => {
  /** How it stood when it died: nothing posted, or posted and not noted. */
  const killed = new Set<number>();

  it.each([0, 1, 2, 3, 4, 5, 6])("before write %i: the same one summary stands in the end", async (nth) => {
    const s = await scene();
    s.state.discord = false;
    await s.until("2026-03-16T05:00:00-05:00");
    const rows = s.engine.namespace("deliveries");
    const [add, swap] = [rows.add.bind(rows), rows.swap.bind(rows)];
    let left = nth;
    const dying =
      <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
      (...args: Args): Promise<Result> =>
        left-- > 0 ? run.apply(rows, args) : Promise.reject(new Error("killed"));
    rows.add = dying(add);
    rows.swap = dying(swap);
    s.pass(6 * MINUTE);
    s.state.discord = true;
    await s.settle();
    killed.add(s.posted.length + s.broken.length * 10);
    rows.add = add;
    rows.swap = swap;
    await s.restart();
    await s.run(15 * MINUTE);
    expect(s.texts()).toEqual([expect.stringMatching(/^🛠️ Discord took no messages.* 2 notices missed/)]);
    expect((await s.rows()).filter(({ state }) => state !== "skipped" && state !== "sent")).toEqual([]);
  });

  it("died before and after the post", () => expect([...killed].sort((a, b) => a - b)).toEqual([1, 10, 11]));
});
