// Arguments of buttons: dated by their use, let go of after over a year, and no reason to leave a question unanswered where the disk is full.
import { describe, expect, it } from "vitest";
import { customId, readCustomId } from "../../src/discord/custom-id.ts";
import { agedArgs, longArgs } from "../../src/discord/long-args.ts";
import { ARGS_FOR, ARGS_NOTED } from "../../src/domain/ages.ts";
import { DAY } from "../../src/domain/time.ts";
import { StoreFault } from "../../src/engines/faults.ts";
import { collect, memoryEngine } from "../support.ts";

async function scene() {
  const rows = (await memoryEngine()).namespace("marks");
  const time = { at: 1_000 * DAY };
  const args = longArgs(rows, { wall: () => time.at });
  const prune = () => collect(agedArgs(rows, time.at, 10));
  return { rows, time, args, prune };
}

describe("arguments of buttons", () => {
  it("go when nobody has pressed for over a year, and not before", async () => {
    const { time, args, prune } = await scene();
    const [used, left] = [await args.keep(["used"]), await args.keep(["left"])];
    time.at += ARGS_FOR - DAY;
    expect(await args.find(used)).toEqual(["used"]);
    time.at += 2 * DAY;
    await prune();
    expect(await args.find(left)).toBeUndefined();
    expect(await args.find(used)).toEqual(["used"]);
  });

  it("are dated by a press no more often than monthly, and by being written again", async () => {
    const { rows, time, args } = await scene();
    const key = `args-${await args.keep(["a"])}`;
    time.at += ARGS_NOTED;
    await args.find(key.slice(5));
    expect((await rows.read(key))?.version).toBe(1);
    time.at += 1;
    await args.keep(["a"]);
    expect(await rows.read(key)).toEqual({ value: { v: 1, args: ["a"], at: time.at }, version: 2 });
  });

  it("of an older Vigía, which have no date, are given one and stay", async () => {
    const { rows, time, args, prune } = await scene();
    await rows.add([{ key: "args-old", value: { v: 1, args: ["x"] } }]);
    await prune();
    time.at += ARGS_FOR - DAY;
    await prune();
    expect(await args.find("old")).toEqual(["x"]);
  });

  it("work at once where the disk is full, and are written when there is room", async () => {
    const { rows } = await scene();
    let room = false;
    const waits: (() => void)[] = [];
    const full = new StoreFault("full", "full");
    let tries = 0;
    const args = longArgs(
      {
        ...rows,
        add: async (entries) => {
          tries += 1;
          if (room) return rows.add(entries);
          if (tries === 1) throw full;
          await new Promise<void>((resolve) => waits.push(resolve));
          return rows.add(entries);
        },
      },
      { wall: () => 0 },
    );
    const hashed = await args.keep(["a"]);
    expect(await args.find(hashed)).toEqual(["a"]);
    expect(await args.keep(["a"])).toBe(hashed);
    expect(await rows.read(`args-${hashed}`)).toBeUndefined();
    room = true;
    for (const goOn of waits) goOn();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await rows.read(`args-${hashed}`))?.value).toMatchObject({ args: ["a"] });
    expect(await args.find(hashed)).toEqual(["a"]);
  });
});

describe("what a server's buttons carry", () => {
  const [HERE, ELSEWHERE] = ["100000000000000001", "100000000000000002"];
  const draft = JSON.stringify({ guildId: HERE, channelId: "100000000000000003", place: "turno de Durán" });

  it("is found from a custom id of at most 100 characters, and goes with the server, old rows too", async () => {
    const { rows, args } = await scene();
    const old = await args.keep([draft]);
    const id = await customId({ name: "a".repeat(32), args: [draft] }, args.in("10000000000000000001"));
    expect(id).toHaveLength(100);
    const [own, others] = [await args.in(HERE).keep(["x"]), await args.in(ELSEWHERE).keep(["x"])];
    expect(await readCustomId(`1:b:~${own}`, args)).toEqual({ is: "action", name: "b", args: ["x"] });
    await args.forget(HERE);
    expect([await args.find(old), await args.find(own)]).toEqual([undefined, undefined]);
    expect(await args.find(others)).toEqual(["x"]);
    const left = (await collect(rows.scan())).map((row) => JSON.stringify(row)).join();
    expect(left).not.toMatch(/100000000000000001|turno/u);
    await args.forget(HERE);
  });

  it("of a server with a longer id is nobody else's", async () => {
    const { args } = await scene();
    const longer = await args.in(`${HERE}1`).keep(["y"]);
    await args.forget(HERE);
    expect(await args.find(longer)).toEqual(["y"]);
  });
});
