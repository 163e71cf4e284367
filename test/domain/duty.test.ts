// Who looks after a subscription: handovers, chains of them, and people who left. The oracle walks a day of announcements the slow way, without any list of rules.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carers, carrier, type Duties, type Handover, type Left, NO_DUTIES } from "../../src/domain/duty.ts";

const DAY = 86_400_000;
const GUILD = "100000000000000001";
const person = (n: number) => `40000000000000000${n}`;
const [A, B, C, D] = [person(1), person(2), person(3), person(4)];

let made = 0;
const hand = (from: string, to: string, at: number, until?: number, own: Partial<Handover> = {}): Handover => ({
  v: 1,
  id: `hand-${String((made += 1)).padStart(10, "0")}`,
  guildId: GUILD,
  from,
  to,
  by: from,
  at,
  ...(until === undefined ? {} : { until }),
  language: "en",
  ...own,
});
const gone = (who: string, at: number, backAt?: number): Left => ({
  v: 1,
  guildId: GUILD,
  person: who,
  at,
  ...(backAt === undefined ? {} : { backAt }),
});
const who = (one: string, duties: Partial<Duties>, at: number, since = 0) =>
  carrier({ person: one, since }, { ...NO_DUTIES, ...duties }, at);

describe("a handover", () => {
  const week = [hand(A, B, 10, 100)];

  it.each([
    ["before it", 9, A],
    ["from its first moment", 10, B],
    ["until just before its end", 99, B],
    ["at its end it is back", 100, A],
  ])("%s", (_, at, has) => {
    expect(who(A, { handovers: week }, at)).toBe(has);
  });

  it("that was taken back is over at once, and moves nobody else's", () => {
    const handovers = [hand(A, B, 10, 100, { endedAt: 50 })];
    expect([49, 50].map((at) => who(A, { handovers }, at))).toEqual([B, A]);
    expect(who(C, { handovers }, 49)).toBe(C);
  });

  it("of a chain goes on to the last, and comes back step by step", () => {
    const handovers = [hand(A, B, 10, 100), hand(B, C, 20, 60)];
    expect([15, 20, 59, 60, 100].map((at) => who(A, { handovers }, at))).toEqual([B, C, C, B, A]);
  });

  it("for good moves what there was, not what is taken on later; a chain for good carries what came by the chain", () => {
    const handovers = [hand(A, B, 10)];
    expect(who(A, { handovers }, 50, 5)).toBe(B);
    expect(who(A, { handovers }, 50, 11)).toBe(A);
    const chain = [hand(A, B, 10, 100), hand(B, C, 20)];
    expect(who(A, { handovers: chain }, 50)).toBe(C);
    // B was handed it after B had given away what there was.
    const later = [hand(B, C, 5), hand(A, B, 10, 100)];
    expect(who(A, { handovers: later }, 50)).toBe(B);
  });

  it("of two who hand over to each other the newer holds, and the older again once that is over", () => {
    const handovers = [hand(A, B, 10, 100), hand(B, A, 20, 60)];
    expect(who(A, { handovers }, 30)).toBe(A);
    expect(who(B, { handovers }, 30)).toBe(A);
    expect(who(A, { handovers }, 70)).toBe(B);
  });

  it("to somebody who has left is none", () => {
    expect(who(A, { handovers: week, left: [gone(B, 40)] }, 39)).toBe(B);
    expect(who(A, { handovers: week, left: [gone(B, 40)] }, 40)).toBe(A);
  });
});

describe("an owner who has left", () => {
  const own = [{ owner: A, secondContact: B, since: 0 }];

  it("is followed by the second contact, who is then second no more; without one there is nobody", () => {
    const duties = { ...NO_DUTIES, left: [gone(A, 40)] };
    expect(carers(own, duties, 39)).toEqual({ owners: [A], contacts: [B] });
    expect(carers(own, duties, 40)).toEqual({ owners: [B], contacts: [] });
    expect(carers([{ owner: A, since: 0 }], duties, 40)).toEqual({ owners: [], contacts: [] });
    expect(carers(own, { ...duties, left: [gone(A, 40), gone(B, 40)] }, 40)).toEqual({ owners: [], contacts: [] });
  });

  it("has it again when back within 30 days; later only what is taken on after that", () => {
    const soon = { left: [gone(A, 0, 30 * DAY)] };
    expect(who(A, soon, 30 * DAY - 1)).toBeUndefined();
    expect(who(A, soon, 30 * DAY)).toBe(A);
    const late = { left: [gone(A, 0, 30 * DAY + 1)] };
    expect(who(A, late, 31 * DAY, 0)).toBeUndefined();
    expect(who(A, late, 40 * DAY, 30 * DAY + 1)).toBe(A);
  });

  it("who handed over before leaving is followed by whom they named", () => {
    expect(who(A, { handovers: [hand(A, D, 10)], left: [gone(A, 40)] }, 50)).toBe(D);
  });

  it("is named once for many subscriptions, and an owner is no second contact of another", () => {
    const many = [...own, ...own, { owner: B, secondContact: A, since: 0 }];
    expect(carers(many, NO_DUTIES, 0)).toEqual({ owners: [A, B], contacts: [] });
  });
});

describe("whatever is handed over, by whom and when", () => {
  const someone = fc.integer({ min: 1, max: 5 }).map(person);
  const time = fc.integer({ min: 0, max: 60 });
  const handover = fc
    .tuple(someone, someone, time, fc.option(time, { nil: undefined }), fc.option(time, { nil: undefined }))
    .filter(([from, to]) => from !== to)
    .map(([from, to, at, long, end]) =>
      hand(
        from,
        to,
        at,
        long === undefined ? undefined : at + 1 + long,
        end === undefined ? {} : { endedAt: at + end },
      ),
    );
  const leaver = fc
    .tuple(someone, time, fc.option(time, { nil: undefined }))
    .map(([one, at, back]) => gone(one, at, back === undefined ? undefined : at + 1 + back));
  const duties = fc.record({
    handovers: fc.array(handover, { maxLength: 8 }),
    left: fc.array(leaver, { maxLength: 2 }),
  });
  const isHere = (left: readonly Left[], one: string, at: number) =>
    left.every(
      ({ person: other, at: from, backAt }) => other !== one || at < from || (backAt !== undefined && backAt <= at),
    );
  const holds = (one: Handover, at: number) =>
    one.at <= at && (one.until === undefined || at < one.until) && (one.endedAt === undefined || at < one.endedAt);

  it("somebody has it who is here, or nobody can: and the order of the rows changes nothing", () => {
    fc.assert(
      fc.property(duties, someone, time, (some, one, at) => {
        const has = who(one, some, at);
        expect(who(one, { handovers: some.handovers.toReversed(), left: some.left.toReversed() }, at)).toBe(has);
        if (has !== undefined) expect(isHere(some.left, has, at)).toBe(true);
        else expect(isHere(some.left, one, at)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("only a chain of handovers that hold leads to who has it", () => {
    fc.assert(
      fc.property(duties, someone, time, (some, one, at) => {
        const has = who(one, some, at);
        const reached = new Set([one]);
        for (let i = 0; i < 6; i += 1)
          for (const { from, to } of some.handovers.filter((each) => holds(each, at)))
            if (reached.has(from)) reached.add(to);
        if (has !== undefined) expect(reached.has(has)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("without rounds, all with an end and everybody here: who has it has handed nothing over themselves", () => {
    fc.assert(
      fc.property(fc.array(handover, { maxLength: 8 }), someone, time, (some, one, at) => {
        // From a smaller number to a greater one: no rounds.
        const straight = some.filter(({ from, to, until }) => from < to && until !== undefined);
        const has = who(one, { handovers: straight }, at);
        expect(straight.some((each) => each.from === has && holds(each, at))).toBe(false);
        // Each step is the newest one of its giver.
        let step = one;
        for (;;) {
          const own = straight.filter((each) => each.from === step && holds(each, at));
          if (own.length === 0) break;
          step = own.reduce((a, b) => (b.at > a.at || (b.at === a.at && b.id > a.id) ? b : a)).to;
        }
        expect(has).toBe(step);
      }),
      { numRuns: 200 },
    );
  });

  it("when all of it is over, everybody has their own again", () => {
    fc.assert(
      fc.property(fc.array(handover, { maxLength: 8 }), someone, (some, one) => {
        const ending = some.filter(({ until, endedAt }) => until !== undefined || endedAt !== undefined);
        expect(who(one, { handovers: ending }, 1_000)).toBe(one);
      }),
      { numRuns: 100 },
    );
  });
});
