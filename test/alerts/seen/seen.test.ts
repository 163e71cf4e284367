// Seen over the whole road: who is asked below what, presses kept, and the owner told of those who have not, across restarts, crashes and outages.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REMIND_APART } from "../../../src/alerts/seen/seen.ts";
import { rowKey } from "../../../src/domain/delivery.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Language } from "../../../src/domain/text.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import type { Message } from "../../../src/views/message.ts";
import { decree } from "../changes/change-scene.ts";
import { GUILD, roadScene, type RoadScene } from "../road-scene.ts";
import { killed, strike, updated } from "../changes/strike-scene.ts";

const [HERE, OWNER, SECOND] = ["900000000000000001", "900000000000000008", "900000000000000007"] as const;
const person = (n: number) => `8000000000000000${String(n).padStart(2, "0")}`;
const people = (count: number) => Array.from({ length: count }, (_, i) => person(i + 1));
const DM = `dm${OWNER}`;

async function asking(seen: Subscription["seen"], { language = "en" }: { language?: Language } = {}) {
  const s = await roadScene();
  const { subscribed } = await s.subscribe(HERE, language);
  const id = subscribed.subscriptions[0]?.id ?? "";
  await s.road.subscriptions.setSubscription(GUILD, id, { seen });
  return { s, id };
}

const buttons = ({ rows = [] }: Message) => rows.flatMap((row) => ("buttons" in row ? row.buttons : []));
const labels = (message: Message | undefined) =>
  message === undefined ? [] : buttons(message).map(({ label }) => label);
const inChannel = (s: RoadScene, channel: string = HERE) => s.posts.filter((one) => one.channel === channel);
const list = (s: RoadScene, channel: string = DM) => inChannel(s, channel).map(({ text }) => text);

/** The newest notice of the channel that has the button. */
async function asked(s: RoadScene) {
  const row = (await s.rows()).findLast(({ seen, edits }) => seen !== undefined && edits === undefined);
  if (row === undefined) throw new Error("nobody is asked");
  return { row, key: rowKey(row), messageId: row.parts.at(-1)?.messageId };
}

async function press(s: RoadScene, user: string, of?: Awaited<ReturnType<typeof asked>>, guildId: string = GUILD) {
  const { key, messageId } = of ?? (await asked(s));
  return s.road.seen.press({ key, user, guildId, messageId });
}

/** The strike has more dead now. */
async function revise(s: RoadScene): Promise<void> {
  const date = new Date(s.hand.clock.now() - 5 * HOUR).toISOString().slice(0, 10);
  await s.record("strike.changed", { ...strike({ id: "s1", date }), figures: [killed(5)] }, { why: updated });
}

describe("who is asked to press Seen", () => {
  it("reads the button with its count below what is loud, and below nothing that is silent", async () => {
    const { s } = await asking({ people: people(5), after: 30 });
    await s.declare("d1", 2);
    await s.pass(9 * HOUR);
    await s.pass(2 * HOUR);
    const told = inChannel(s).map(({ message, how }) => [labels(message), how.silent]);
    expect(told).toEqual([
      [["Seen 0 of 5"], false],
      [["Seen 0 of 5"], false],
      [[], true],
    ]);
  });

  it("reads none where no subscription of the channel wants it, and one for the people of all that do", async () => {
    const { s, id } = await asking(undefined);
    await s.strike("s1");
    expect(labels(inChannel(s)[0]?.message)).toEqual([]);
    const { subscribed } = await s.road.subscriptions.subscribe({
      guildId: GUILD,
      channelId: HERE,
      kind: "channel",
      language: "en",
      zone: "America/Guayaquil",
      topics: ["strikes"],
      areas: ["EC-G"],
      owner: SECOND,
    });
    const other = subscribed.subscriptions.find((one) => one.id !== id)?.id ?? "";
    await s.road.subscriptions.setSubscription(GUILD, id, { seen: { people: people(3), after: 60 } });
    await s.road.subscriptions.setSubscription(GUILD, other, { seen: { people: [person(3), person(4)], after: 20 } });
    await s.strike("s2");
    expect((await asked(s)).row.seen).toEqual({ people: people(4), after: 20 });
  });

  it("finds it below the last part alone of a notice that takes several messages", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    const exempt = Array.from({ length: 40 }, (_, i) => ({ en: `${i} ${"health ".repeat(30)}`, es: `${i}` }));
    const day = new Date(s.hand.clock.now()).toISOString().slice(0, 10);
    await s.record("curfew.declared", decree({ declared: day, firstNight: day, lastNight: day, exempt }));
    const parts = inChannel(s).map(({ message }) => labels(message));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts).toEqual([...parts.slice(0, -1).map(() => []), ["Seen 0 of 2"]]);
    const { messageId, key } = await asked(s);
    expect(messageId).toBe(inChannel(s).at(-1)?.messageId);
    const first = inChannel(s)[0]?.messageId;
    expect((await s.road.seen.press({ key, user: person(1), guildId: GUILD, messageId: first })).is).toBe("unknown");
    expect((await press(s, person(1))).is).toBe("counted");
  });

  it("is as it was when the notice was planned, whatever becomes of the list", async () => {
    const { s, id } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await s.road.subscriptions.setSubscription(GUILD, id, { seen: { people: [person(9)], after: 500 } });
    expect((await press(s, person(9))).is).toBe("not-asked");
    expect((await press(s, person(1))).is).toBe("counted");
    await s.pass(31 * MINUTE);
    expect(list(s)).toEqual([expect.stringContaining(`1 of 2`)]);
    expect(list(s)[0]).toContain(`<@${person(2)}>`);
  });

  it("reads it in the channel's language", async () => {
    const { s } = await asking({ people: people(2), after: 30 }, { language: "es" });
    await s.strike("s1");
    await press(s, person(1));
    await s.pass(31 * MINUTE);
    expect(labels(inChannel(s)[0]?.message)).toEqual(["Visto 0 de 2"]);
    expect(list(s)[0]).toMatch(
      /^👁️ 1 de 2 todavía NO marcó Visto, 30 min después del aviso en <#900000000000000001>: <@/,
    );
  });
});

describe("a press", () => {
  it("counts once for who was asked, at its first time, and not for anybody else", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    const first = await press(s, person(1));
    await s.pass(5 * MINUTE);
    const again = await press(s, person(1));
    const other = await press(s, person(7));
    expect([first.is, again.is, other.is]).toEqual(["counted", "already", "not-asked"]);
    expect("at" in again && "at" in first && again.at === first.at).toBe(true);
    expect(s.road.presses.of({ guildId: GUILD, key: (await asked(s)).key }).size).toBe(1);
  });

  it("is not lost among 25 in the same moment, each twice, nor by a restart", async () => {
    const { s } = await asking({ people: people(25), after: 30 });
    await s.strike("s1");
    const of = await asked(s);
    const all = await Promise.all([...people(25), ...people(25)].map((one) => press(s, one, of)));
    expect(all.filter(({ is }) => is === "counted")).toHaveLength(25);
    await s.restart();
    const last = await press(s, person(25));
    expect(last.is).toBe("already");
    expect("count" in last && last.count()).toEqual({ have: 25, asked: 25 });
    await s.pass(HOUR);
    expect((await s.rows()).filter(({ alert }) => alert.kind === "seen.missing")).toEqual([]);
  });

  it("from another server, below another message or with another key counts nowhere", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    const { key } = await asked(s);
    expect((await press(s, person(1), undefined, "900000000000000005")).is).toBe("unknown");
    expect((await s.road.seen.press({ key, user: person(1), guildId: GUILD, messageId: "m9" })).is).toBe("unknown");
    expect(
      (await s.road.seen.press({ key: key.replace(/.$/, "x"), user: person(1), guildId: GUILD, messageId: "m1" })).is,
    ).toBe("unknown");
  });

  it("is gone with its server, and no other's is", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await press(s, person(1));
    const { key } = await asked(s);
    await s.road.presses.press({ guildId: "900000000000000090", key }, person(1), { at: 1, wall: 1 });
    await s.road.presses.forget(GUILD);
    await s.restart();
    expect(s.road.presses.of({ guildId: GUILD, key }).size).toBe(0);
    expect(s.road.presses.of({ guildId: "900000000000000090", key }).size).toBe(1);
  });
});

describe("who has not pressed", () => {
  it("is listed for the owner after the time, by direct message that calls nobody, once", async () => {
    const { s } = await asking({ people: people(3), after: 30 });
    await s.strike("s1");
    await press(s, person(2));
    await s.pass(29 * MINUTE);
    expect(list(s)).toEqual([]);
    await s.pass(MINUTE);
    const [told] = inChannel(s, DM);
    expect(told?.text).toBe(
      `👁️ 2 of 3 have NOT pressed Seen yet, 30 min after the notice in <#${HERE}>: <@${person(1)}>, <@${person(3)}>.`,
    );
    expect(told?.message.users).toBeUndefined();
    expect(told?.message.embed?.fields?.[0]?.value).toContain(inChannel(s)[0]?.text.slice(0, 20));
    expect(labels(told?.message)).toEqual(["Remind them", "Open the notice"]);
    for (let i = 0; i < 3; i += 1) await s.pass(HOUR);
    await s.restart();
    await s.pass(HOUR);
    expect(list(s)).toHaveLength(1);
  });

  it("is listed also where the program was away in between, and the list says that it is late", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await s.road.courier.stop();
    s.hand.set(s.hand.clock.now() + 3 * HOUR);
    s.hand.pass(3 * HOUR);
    await s.restart();
    expect(list(s)).toEqual([expect.stringContaining("(This notice is 2 h 30 min late.)")]);
    await s.restart();
    expect(list(s)).toHaveLength(1);
  });

  it("is listed once where the program was killed between planning the list and posting it", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await s.road.courier.stop();
    s.hand.set(s.hand.clock.now() + 30 * MINUTE);
    s.road.seenMissing.look();
    await s.road.seenMissing.idle();
    expect([(await s.rows()).filter(({ alert }) => alert.kind === "seen.missing").length, list(s).length]).toEqual([
      1, 0,
    ]);
    await s.restart();
    await s.pass(MINUTE);
    expect(list(s)).toHaveLength(1);
  });

  it("is listed once where a rehearsal's clock goes back and comes again", async () => {
    const s = await roadScene({ rewinds: true });
    const { subscribed } = await s.subscribe(HERE);
    const id = subscribed.subscriptions[0]?.id ?? "";
    await s.road.subscriptions.setSubscription(GUILD, id, { seen: { people: people(2), after: 30 } });
    await s.strike("s1");
    for (const minutes of [30, -20, 5, 30]) await s.turn(minutes * MINUTE);
    expect(list(s)).toHaveLength(1);
  });

  it("are always exactly those, whatever the order of presses, restarts and minutes", async () => {
    const step = fc.oneof(
      fc.record({ is: fc.constant("press" as const), who: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ is: fc.constantFrom("minutes" as const, "restart" as const), who: fc.integer({ min: 1, max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { s } = await asking({ people: people(4), after: 30 });
        await s.strike("s1");
        const of = await asked(s);
        let [minutes, left] = [0, people(4)];
        let expected: readonly string[] | undefined;
        for (const one of [...steps, { is: "minutes" as const, who: 31 }]) {
          if (one.is === "press") {
            const { is } = await press(s, person(one.who), of);
            expect(is).toBe(one.who === 5 ? "not-asked" : left.includes(person(one.who)) ? "counted" : "already");
            left = left.filter((id) => id !== person(one.who));
          } else if (one.is === "restart") await s.restart();
          else {
            minutes += one.who;
            await s.pass(one.who * MINUTE);
          }
          if (minutes >= 30) expected ??= left;
        }
        const told = inChannel(s, DM).map(({ text }) => text.match(/(?<=<@)\d+/g));
        expect(told).toEqual(expected === undefined || expected.length === 0 ? [] : [expected]);
      }),
      { numRuns: 25 },
    );
  });

  it("is not told of when all have pressed, not even where the last one did after it was planned", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await press(s, person(1));
    // The owner's list cannot be posted at first.
    s.answers.push(async () => {
      await press(s, person(2));
      return { is: "again", why: "discord-down", afterMs: 1 };
    });
    await s.pass(30 * MINUTE);
    await s.pass(30 * MINUTE);
    expect(list(s)).toEqual([]);
  });

  it("is told to who owns it now, and to nobody once nobody is subscribed", async () => {
    const { s, id } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await s.road.subscriptions.setSubscription(GUILD, id, { owner: SECOND });
    await s.pass(30 * MINUTE);
    expect([list(s), list(s, `dm${SECOND}`).length]).toEqual([[], 1]);
    await s.strike("s2");
    await s.road.subscriptions.end({ guildId: GUILD, channelId: HERE, by: OWNER });
    await s.pass(30 * MINUTE);
    expect(list(s, `dm${SECOND}`)).toHaveLength(1);
  });

  it("is told to the second contact where the owner takes no direct messages, then in the server, then in the log", async () => {
    const { s, id } = await asking({ people: people(2), after: 30 });
    await s.road.subscriptions.setSubscription(GUILD, id, { secondContact: SECOND });
    s.closed.add(DM);
    await s.strike("s1");
    await s.pass(30 * MINUTE);
    expect([list(s).length, list(s, `dm${SECOND}`).length]).toEqual([0, 1]);
    s.closed.add(`dm${SECOND}`);
    s.system.channel = "900000000000000077";
    await s.strike("s2");
    await s.pass(30 * MINUTE);
    const [place] = inChannel(s, "900000000000000077");
    expect(place?.text).toMatch(/^👁️ 2 of 2 have NOT pressed Seen yet/);
    expect(place?.message.users).toEqual([OWNER]);
    s.closed.add("900000000000000077");
    await s.strike("s3");
    await s.pass(30 * MINUTE);
    expect(s.lines.filter(({ level }) => level === "error").map(({ text }) => text)).toContainEqual(
      expect.stringContaining("Some have not pressed Seen and nobody could be told"),
    );
  });

  it("is asked about the newest notice alone: the older one loses its button when the change is told, and nobody is told of it", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    const old = await asked(s);
    await press(s, person(1));
    await s.pass(10 * MINUTE);
    await revise(s);
    expect(s.edits.map(({ message }) => labels(message))).toEqual([[]]);
    expect(labels(inChannel(s).at(-1)?.message)).toEqual(["Seen 0 of 2"]);
    const late = await press(s, person(2), old);
    expect("over" in late && late.over).toBe(true);
    await s.pass(20 * MINUTE);
    expect(list(s)).toEqual([]);
    await s.pass(10 * MINUTE);
    expect(list(s)).toEqual([expect.stringContaining("2 of 2")]);
    expect(inChannel(s, DM)[0]?.message.embed?.fields?.[0]?.value).toContain("UPDATED");
  });

  it("is still asked where the change itself asks nobody: the edited message keeps its button with the count of then", async () => {
    const { s, id } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await press(s, person(1));
    await s.road.subscriptions.setSubscription(GUILD, id, { seen: undefined });
    await revise(s);
    expect(s.edits.map(({ message }) => labels(message))).toEqual([["Seen 1 of 2"]]);
    await s.pass(30 * MINUTE);
    expect(list(s)).toEqual([expect.stringContaining("1 of 2")]);
  });

  it("is asked about a withdrawn notice no more, also where the withdrawal asks nobody", async () => {
    const { s, id } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    await s.road.subscriptions.setSubscription(GUILD, id, { seen: undefined });
    await s.record("strike.withdrawn", { reason: { en: "twice", es: "doble" } });
    expect(s.edits.map(({ message }) => labels(message))).toEqual([[]]);
    await s.pass(30 * MINUTE);
    expect(list(s)).toEqual([]);
  });
});

describe("Remind them", () => {
  const by = (user: string, more: { guildId?: string; manages?: boolean } = {}) => ({
    user,
    guildId: undefined,
    manages: false,
    ...more,
  });

  it("calls exactly those who have not pressed, in an answer to the notice, at most once in 15 minutes", async () => {
    const { s } = await asking({ people: people(3), after: 30 });
    await s.strike("s1");
    const { key, messageId } = await asked(s);
    await press(s, person(2));
    await s.pass(30 * MINUTE);
    const twice = await Promise.all([s.road.seen.remind(key, by(OWNER)), s.road.seen.remind(key, by(OWNER))]);
    expect(twice.map(({ is }) => is)).toEqual(["called", "lately"]);
    await s.settle();
    const called = inChannel(s).at(-1);
    expect(called?.message.users).toEqual([person(1), person(3)]);
    expect(called?.how).toMatchObject({ replyTo: messageId, silent: false });
    expect(called?.text).toMatch(
      /^👁️ Please read and press Seen: “NEW · US strike on a vessel.*” Posted Sat 10 Jan 12:00 \(EC time\)\./,
    );
    await s.restart();
    expect((await s.road.seen.remind(key, by(OWNER))).is).toBe("lately");
    await s.pass(REMIND_APART);
    await press(s, person(1));
    expect(await s.road.seen.remind(key, by(OWNER))).toMatchObject({ is: "called", people: [person(3)] });
    await press(s, person(3));
    expect((await s.road.seen.remind(key, by(OWNER))).is).toBe("all");
  });

  it("is for who looks after the channel, and for who may change it in its own server", async () => {
    const { s } = await asking({ people: people(2), after: 30 });
    await s.strike("s1");
    const { key } = await asked(s);
    const remind = async (who: ReturnType<typeof by>) => (await s.road.seen.remind(key, who)).is;
    expect(await remind(by(person(1)))).toBe("may-not");
    expect(await remind(by(person(1), { manages: true }))).toBe("may-not");
    expect(await remind(by(person(1), { guildId: "900000000000000005", manages: true }))).toBe("unknown");
    expect(await remind(by(person(1), { guildId: GUILD, manages: true }))).toBe("called");
  });
});
