// Digests on the road: planned by the clock, posted once, one message for several subscriptions, held to its words after an outage and while nothing is known.
import { describe, expect, it } from "vitest";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Message } from "../../../src/views/message.ts";
import { CHANNELS, GUILD, type RoadScene, roadScene } from "../road-scene.ts";
import { strike } from "../changes/strike-scene.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const [HERE = "", THERE = ""] = CHANNELS;

/** The road's clock begins on Saturday 10 January 2026 at 12:00 in Ecuador. */
async function subscribed(scene: RoadScene, own: Partial<Subscription>, channel = HERE) {
  const { subscribed: made } = await scene.road.subscriptions.subscribe({
    guildId: GUILD,
    channelId: channel,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
    topics: own.topics ?? ["changes"],
    areas: own.areas ?? ["EC-G"],
    owner: "900000000000000008",
  });
  const last = made.subscriptions.at(-1);
  if (last === undefined) throw new Error("not subscribed");
  await scene.road.subscriptions.setSubscription(GUILD, last.id, own);
  return last.id;
}

/** To an hour of the day, hour by hour: a tick looks back, and what falls on its own instant is in time. */
async function at(scene: RoadScene, text: string) {
  const to = Date.parse(`${text}:00-05:00`);
  while (scene.hand.clock.now() < to) await scene.pass(Math.min(HOUR, to - scene.hand.clock.now()));
}

const digests = async (scene: RoadScene) => (await scene.rows()).filter(({ alert }) => alert.kind === "digest");
const line = { every: "day", at: "18:00", form: "line" } as const;
const full = { every: "day", at: "07:00", form: "full" } as const;

function words({ content, embed }: Message): string {
  const fields = (embed?.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [content, embed?.title, ...fields, embed?.footer].filter((one) => one !== undefined).join("\n");
}
function last(scene: RoadScene): string {
  const post = scene.posts.at(-1);
  const message = scene.standing.get(post?.messageId ?? "");
  if (message === undefined) throw new Error("nothing was posted");
  return words(message);
}

describe("a digest", () => {
  it("comes once at its hour, in silence, and says in one line what holds and comes", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: line });
    await scene.declare("d1", 3);
    await at(scene, "2026-01-10T17:59");
    expect(await digests(scene)).toEqual([]);
    await at(scene, "2026-01-10T18:00");
    const [row, ...others] = await digests(scene);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ state: "sent", loud: false, dueAt: Date.parse("2026-01-10T23:00:00Z") });
    const [first] = last(scene).split("\n");
    expect(first).toMatch(
      /^Daily summary: ⚪ No curfew now in EC-G\. Next: tonight, Sat 10 Jan 23:00 -> Sun 05:00 \(EC time\)\./,
    );
    expect(first).toContain("New since Fri 9 Jan 18:00: 1 decree or change.");
    // The same time looked at again, as after a crash or a clock that went back.
    await scene.turn(-20 * MINUTE);
    await scene.turn(25 * MINUTE);
    await scene.restart();
    await scene.pass(MINUTE);
    expect(await digests(scene)).toHaveLength(1);
  });

  it("is one message for several subscriptions of one instant, of all their places and topics, and two at two instants", async () => {
    const scene = await roadScene();
    const one = await subscribed(scene, { digest: full });
    const two = await subscribed(scene, { digest: { ...full, form: "line" }, topics: ["strikes"], areas: ["EC-R"] });
    const other = await subscribed(scene, { digest: line, areas: ["EC-O"], topics: ["ends"] });
    await at(scene, "2026-01-11T07:00");
    const rows = await digests(scene);
    expect(rows.map(({ subscriptions }) => new Set(subscriptions))).toEqual([new Set([other]), new Set([one, two])]);
    expect(rows[1]?.alert).toMatchObject({
      form: "full",
      areas: ["EC-G", "EC-R"],
      hears: { curfews: true, strikes: [{}], orgs: false },
    });
  });

  it("compares with nothing where the record was empty before and holds more now than it tells of", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: full, topics: ["changes", "strikes"], regions: ["eastern-pacific"] });
    await scene.strike("s0");
    await scene.record("strike.recorded", strike({ id: "s1", date: "2026-01-10", region: "caribbean" }));
    await at(scene, "2026-01-11T07:00");
    expect(last(scene)).toContain("2 strikes, 6 killed as announced");
    expect(last(scene)).not.toContain("Compared with ");
  });

  it("tells what became known since the last one: decrees, strikes by its filters, counts beside what they were", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: full, topics: ["changes", "strikes"], regions: ["eastern-pacific"] });
    await scene.strike("s0");
    await at(scene, "2026-01-11T07:00");
    await scene.record("strike.recorded", strike({ id: "s2", date: "2026-01-11", sources: [source("2026-01-11")] }));
    await scene.record(
      "strike.recorded",
      strike({ id: "s3", date: "2026-01-11", region: "caribbean", sources: [source("2026-01-11")] }),
    );
    await scene.declare("d1", 5);
    await at(scene, "2026-01-12T07:00");
    const text = last(scene);
    expect(text.split("\n")[0]).toContain("New since Sun 11 Jan 07:00: 1 decree or change, 1 strike report.");
    expect(text).toContain("New, Sun 11 Jan 07:00 to Mon 12 Jan 07:00");
    expect(text).toMatch(/• NEW · US strike on a vessel, eastern Pacific: 3 killed/);
    expect(text).not.toMatch(/NEW · US strike on a vessel, Caribbean/);
    expect(text).toMatch(/• ⚠️ NEW CURFEW from today, Mon 12 Jan 23:00: EC-G/);
    expect(text).toContain("3 strikes, 9 killed as announced, 9 with presumed dead");
    expect(text).toContain(
      "Compared with Sun 11 Jan 07:00: strikes +2; killed as announced +6; with presumed dead +6.",
    );
    expect(text).toMatch(/what this channel asked for\n2 strikes, 6 killed as announced/);
    await at(scene, "2026-01-13T07:00");
    expect(last(scene).split("\n")[0]).toContain("Nothing new in our record since Mon 12 Jan 07:00.");
    expect(last(scene)).toContain("The same as Mon 12 Jan 07:00.");
    expect(last(scene)).toContain("That is not proof that nothing happened.");
  });

  it("says first that it is not known, and never reads as no curfew then", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: full });
    await subscribed(scene, { digest: line }, THERE);
    const [{ subject } = { subject: "" }] = scene.store.after(0).filter(({ kind }) => kind === "coverage.confirmed");
    const prev = scene.store.head("coverage", subject)?.id ?? "";
    await scene.store.record(
      [{ kind: "coverage.withdrawn", subject, prev, content: { reason: { en: "wrong", es: "mal" } } }],
      "p",
    );
    await at(scene, "2026-01-11T07:00");
    for (const [channel] of [[HERE], [THERE]]) {
      const post = scene.posts.findLast((one) => one.channel === channel);
      const message = scene.standing.get(post?.messageId ?? "");
      expect(message?.content).toMatch(/^Daily summary: ❔ NOT KNOWN whether EC-G has a curfew now/);
      expect(words(message ?? { content: "" })).not.toMatch(/No curfew/);
    }
  });

  it("is late after an outage of some hours and says so; a missed one is skipped by name, and the next tells of its time", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: full });
    await at(scene, "2026-01-11T07:00");
    await scene.declare("d1", 9);
    await scene.pass(3 * DAY + 2 * HOUR);
    const rows = await digests(scene);
    expect(rows.map(({ state, reason, lateBy }) => [state, reason, lateBy])).toEqual([
      ["sent", "delivered", undefined],
      ["skipped", "next-summary-tells", undefined],
      ["skipped", "next-summary-tells", undefined],
      ["sent", "delivered", 2 * HOUR],
    ]);
    const first = scene.posts.findLast(({ text }) => text.includes("New since"))?.text;
    expect(first).toContain("New since Sun 11 Jan 07:00: 1 decree or change.");
    expect(first).toContain("(This notice is 2 h late; Vigía was down.)");
  });

  it("waits for a closed channel, and tells whoever looks after it when its day is over", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: full });
    await scene.road.subscriptions.pause(HERE, "forbidden");
    await at(scene, "2026-01-11T07:00");
    expect(await digests(scene)).toMatchObject([{ state: "held", reason: "channel-paused" }]);
    await scene.road.subscriptions.resume(GUILD, HERE);
    await scene.pass(MINUTE);
    expect(await digests(scene)).toMatchObject([{ state: "sent" }]);
  });

  it("tells from the last one that was posted, also where its hour was changed since, or one between was not to be had", async () => {
    const scene = await roadScene();
    const id = await subscribed(scene, { digest: full });
    const froms = async () =>
      (await digests(scene)).map(({ alert }) => (alert.kind === "digest" ? new Date(alert.from).toISOString() : ""));
    await at(scene, "2026-01-11T07:00");
    await scene.road.subscriptions.setSubscription(GUILD, id, { digest: line });
    await at(scene, "2026-01-11T18:00");
    expect((await froms()).at(-1)).toBe("2026-01-11T12:00:00.000Z");
    // Closed over one of them: that one is never posted, and the next tells of its day, too.
    await scene.road.subscriptions.pause(HERE, "forbidden");
    await at(scene, "2026-01-13T18:30");
    await scene.road.subscriptions.resume(GUILD, HERE);
    await scene.pass(MINUTE);
    const rows = await digests(scene);
    expect(rows.map(({ state }) => state)).toEqual(["sent", "sent", "expired", "sent"]);
    expect((await froms()).at(-1)).toBe("2026-01-11T23:00:00.000Z");
  });

  it("is the same one whoever asks for it when the clock comes by again: no second one of its instant", async () => {
    const scene = await roadScene({ rewinds: true });
    await subscribed(scene, { digest: full });
    await subscribed(scene, { digest: full, topics: ["strikes"], areas: ["EC-R"] });
    await at(scene, "2026-01-11T07:00");
    expect(await digests(scene)).toHaveLength(1);
    await scene.turn(-20 * MINUTE);
    const [first] = scene.road.subscriptions.of(GUILD, HERE)?.subscriptions ?? [];
    await scene.road.subscriptions.end({ guildId: GUILD, channelId: HERE, by: "9", ids: [first?.id ?? ""] });
    await scene.turn(25 * MINUTE);
    expect(await digests(scene)).toHaveLength(1);
  });

  it("is planned by no clock that nobody confirms", async () => {
    const scene = await roadScene();
    await subscribed(scene, { digest: line });
    scene.discord.time = scene.hand.clock.now() - 3 * HOUR;
    await scene.turn(7 * HOUR);
    expect(await digests(scene)).toEqual([]);
    scene.discord.time = undefined;
    await scene.turn(0);
    expect(await digests(scene)).toMatchObject([{ state: "sent" }]);
  });
});

const source = (date: string) => ({ publisher: "SOUTHCOM", url: "https://example.org/2", date });
