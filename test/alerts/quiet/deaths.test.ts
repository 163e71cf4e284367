// The note at the end of quiet hours wherever the program dies: each thing is told once.
import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { memoryEngine } from "../../support.ts";
import { dying, ec, rows, scene, texts, until } from "./quiet-scene.ts";

describe("the note and its rows, wherever the program dies", () => {
  it.each(
    [1, 2, 3, 4, 5, 6].flatMap(
      (left) =>
        [
          [left, false],
          [left, true],
        ] as const,
    ),
  )("at write %i (after it: %s) all is told once", async (left, after) => {
    const { engine, state } = dying(await memoryEngine());
    const s = await scene(["23:00", "09:00"], { engine });
    await until(s, "2026-01-11T03:00", HOUR);
    await s.strike("s1");
    await until(s, "2026-01-11T05:59", 10 * MINUTE);
    Object.assign(state, { left, after });
    s.hand.set(ec("2026-01-11T06:00"));
    s.hand.pass(MINUTE);
    await s.tick().catch(() => undefined);
    state.left = Infinity;
    await s.restart();
    await s.pass(10 * MINUTE);
    await s.restart();
    await s.pass(MINUTE);
    const stood = texts(s).filter((text) => text.startsWith("🔴"));
    // Posted, and killed before the row said so: the same nonce again, which Discord answers with the same message.
    expect(new Set(s.posts.map(({ nonce }) => nonce)).size).toBe(1);
    expect(stood.length).toBe(s.posts.length);
    expect(stood[0]).toContain("1 more notice was held");
    expect((await rows(s)).filter((one) => !/^(quiet\.over sent|\S+ skipped told-after-quiet)/.test(one))).toEqual([]);
  });
});
