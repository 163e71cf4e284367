// Channels that follow a country, a province, a canton or a parish, over the whole road: a parent hears of what is said of its children, a child of what is said
// of its parent, and a country of which the record has nothing hears nothing and says so. The oracle knows the leaves of each place, by hand.
import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/domain/alert.ts";
import { covered } from "../domain/fixtures.ts";
import { decree } from "./changes/change-scene.ts";
import { GUILD, type RoadScene, roadScene } from "./road-scene.ts";

const TENGUEL = ["EC-090158"];
const GUAYAQUIL = [...TENGUEL, "EC-0901/rest"];
const GUAYAS = [...GUAYAQUIL, "EC-0902"];
const MORONA = ["EC-1401", "EC-1402", "EC-1413"];
const RIOS = ["EC-1201", "EC-1202"];
const ECUADOR = [...GUAYAS, ...MORONA, ...RIOS, "EC-2001"];
/** Leaves of what is followed or shown. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  EC: ECUADOR,
  "EC-G": GUAYAS,
  "EC-0901": GUAYAQUIL,
  "EC-S": MORONA,
  "EC-R": RIOS,
  "EC-W": ["EC-2001"],
  HT: ["HT/rest", "HT-OU"],
};
const FOLLOWED = ["EC", "EC-G", "EC-0901", "EC-090158", "EC-0902", "EC-S", "EC-1413", "HT", "HT-OU"];
const leavesOf = (places: readonly string[]) => places.flatMap((place) => HOLDS[place] ?? [place]);
const ec = (text: string) => Date.parse(`${text}:00-05:00`);
const channelOf = (place: string) => `90000000000000${100 + FOLLOWED.indexOf(place)}0`;

async function subscribed(scene: RoadScene, place: string) {
  const channelId = channelOf(place);
  const { subscribed: made } = await scene.road.subscriptions.subscribe({
    guildId: GUILD,
    channelId,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
    topics: ["curfews"],
    areas: [place],
    leads: [120],
    owner: "900000000000000008",
  });
  const digest = { every: "day", at: "23:30", form: "full" } as const;
  await scene.road.subscriptions.setSubscription(GUILD, made.subscriptions[0]?.id ?? "", { digest });
  await scene.road.subscriptions.setDestination(GUILD, channelId, { board: { since: scene.hand.clock.now() } });
}

/** A decree of one night, made longer by an hour the same day; what is known ends at noon after it. */
async function story(struck: readonly string[]) {
  const scene = await roadScene();
  const subject = scene.store.after(0).find(({ kind }) => kind === "coverage.confirmed")?.subject ?? "";
  const prev = scene.store.head("coverage", subject)?.id ?? "";
  const content = { ...covered(["EC"], "2026-01-01T00:00", "2026-01-11T12:00"), id: "shorter" };
  await scene.store.record(
    [
      { kind: "coverage.withdrawn", subject, prev, content: { reason: { en: "x", es: "x" } } },
      { kind: "coverage.confirmed", subject: "shorter", content },
    ],
    "p",
  );
  await scene.road.news.catchUp();
  for (const place of FOLLOWED) await subscribed(scene, place);
  await scene.settle();
  const to = (time: string) => scene.pass(ec(time) - scene.hand.clock.now());
  const night = decree({ id: "d1", declared: "2026-01-10", firstNight: "2026-01-10", lastNight: "2026-01-10" }, [
    ...struck,
  ]);
  await to("2026-01-10T12:30");
  await scene.record("curfew.declared", night);
  await to("2026-01-10T13:00");
  await scene.record("curfew.changed", { ...night, rules: night.rules.map((rule) => ({ ...rule, end: "06:00" })) });
  for (const time of ["10T20:59", "10T21:00", "10T22:59", "10T23:00", "10T23:29", "10T23:30"])
    await to(`2026-01-${time}`);
  const boards = new Map(FOLLOWED.map((place) => [place, boardIn(scene, place)]));
  for (const time of ["11T05:59", "11T06:00", "11T11:59", "11T12:00", "11T14:00"]) await to(`2026-01-${time}`);
  return { scene, boards, rows: await scene.rows() };
}

function boardIn(scene: RoadScene, place: string): string {
  const post = scene.posts.find((one) => one.channel === channelOf(place) && one.text.startsWith("📌"));
  return scene.standing.get(post?.messageId ?? "")?.content ?? "";
}

const KINDS: readonly Alert["kind"][] = [
  "curfew.declared",
  "curfew.changed",
  "curfew.soon",
  "curfew.began",
  "curfew.ended",
];

describe("a curfew in one place", () => {
  it("reaches whoever follows it, what it lies in, or what lies in it", async () => {
    const struck = ["EC-0901", "EC-1402"];
    const { scene, boards, rows } = await story(struck);
    const hit = leavesOf(struck);
    for (const place of FOLLOWED) {
      const own = rows.filter(({ channelId, edits }) => channelId === channelOf(place) && edits === undefined);
      const asked = leavesOf([place]);
      const concerned = asked.filter((leaf) => hit.includes(leaf)).sort();
      const shownBy = (kind: Alert["kind"]) =>
        own
          .filter(({ alert, state }) => alert.kind === kind && state === "sent")
          .map(({ shown }) => leavesOf(shown).sort());
      for (const kind of KINDS) {
        const expected = concerned.length === 0 ? [] : [concerned];
        expect({ place, kind, shown: shownBy(kind) }).toEqual({ place, kind, shown: expected });
      }
      const known = asked.filter((leaf) => ECUADOR.includes(leaf)).sort();
      expect({ place, lapsed: shownBy("knowledge.lapsed") }).toEqual({
        place,
        lapsed: known.length === 0 ? [] : [known],
      });
      const digest = own.find(({ alert }) => alert.kind === "digest");
      expect(digest).toMatchObject({ state: "sent", alert: { areas: [place] } });
      const text = scene.posts.find(({ messageId }) => messageId === digest?.parts[0]?.messageId)?.text ?? "";
      const state =
        concerned.length > 0 ? /^🔴 CURFEW NOW/ : known.length > 0 ? /^⚪ No curfew now in / : /^❔ NOT KNOWN/;
      expect({ place, text: text.replace("Daily summary: ", "") }).toEqual({
        place,
        text: expect.stringMatching(state),
      });
      expect({ place, board: boards.get(place)?.replace(/^📌 As of [^:]*:\d\d \([^)]*\): /u, "") }).toEqual({
        place,
        board: expect.stringMatching(state),
      });
    }
    expect(scene.broken).toEqual([]);
    // A country without data hears nothing, and neither of its messages reads as safety.
    for (const place of ["HT", "HT-OU"]) {
      const posts = scene.posts.filter(({ channel }) => channel === channelOf(place));
      expect(posts.every(({ text }) => text.includes("NOT KNOWN"))).toBe(true);
      const all = posts
        .map(({ messageId, message }) => JSON.stringify([message, scene.standing.get(messageId)]))
        .join();
      expect(all).not.toMatch(/No curfew|None announced|no further/);
      const kinds = rows.filter(({ channelId }) => channelId === channelOf(place)).map(({ alert }) => alert.kind);
      expect([...new Set(kinds)].sort()).toEqual(["board", "digest"]);
    }
  });
});
