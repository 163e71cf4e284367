// One night, minute by minute: a curfew is declared by one person and made less strict in mid-run with a second one's confirmation. What the channels show and
// what /curfew answers is judged by an oracle that walks minutes over what stands in the log, and by nothing of the rules.
import { beforeAll, describe, expect, it } from "vitest";
import type { Curfew } from "../../src/domain/curfew.ts";
import { stateAt } from "../../src/domain/state.ts";
import { MINUTE, type Millis } from "../../src/domain/time.ts";
import { curfewAnswer } from "../../src/views/curfew/place.ts";
import { covered } from "../domain/fixtures.ts";
import { type Leaf, told, type World } from "../domain/oracle.ts";
import { DECREE, first, team, type Typed } from "./curfew-scene.ts";

/** The small Ecuador's Guayas, written down by hand. */
const leaf = (id: string, ...chain: string[]): Leaf => ({
  id,
  zone: "America/Guayaquil",
  belongs: [
    { from: -Infinity, self: [chain[0] ?? id], any: [...chain, "EC-G", "EC"], all: [...chain, "EC-G", "EC"], also: [] },
  ],
  lives: { from: -Infinity, to: Infinity },
});
const LEAVES = {
  "EC-0902": [leaf("EC-0902", "EC-0902")],
  "EC-0901": [leaf("EC-0901/rest", "EC-0901"), leaf("EC-090158", "EC-090158", "EC-0901")],
};
const PARENTS = { "EC-G": "EC", "EC-0901": "EC-G", "EC-0902": "EC-G", "EC-090158": "EC-0901" };

/** The verdict of a minute: `inForce`, `notInForce`, `unknown`. */
function oracle(curfews: Curfew[], place: keyof typeof LEAVES, at: Millis): string {
  const world: World = {
    country: "EC",
    parents: PARENTS,
    knownAt: at,
    curfews,
    withdrawn: [],
    coverage: [covered(["EC"], "2026-01-01T00:00", "2026-04-30T00:00")],
    zones: { EC: "America/Guayaquil" },
  };
  const says = LEAVES[place].map((one) => told(world, one, at, at + MINUTE)[0]?.says.split(" ")[0]);
  return [...new Set(says)].join();
}

/** What a reader takes from the last message that says what is so. Struck through it is no longer said. */
function believed(shown: readonly { at: Millis; text: string }[], at: Millis): string {
  const said = shown
    .filter((one) => one.at <= at)
    .map(({ text }) => text.replaceAll(/~~[^~]*~~/g, ""))
    .flatMap((text) => {
      if (/CURFEW NOW|Now: CURFEW|, also now/.test(text)) return ["inForce"];
      return /curfew over|no curfew|NEW CURFEW from/i.test(text) ? ["notInForce"] : [];
    });
  return said.at(-1) ?? "notInForce";
}

const SIGNS: Record<string, string> = { inForce: "🔴 CURFEW NOW", notInForce: "⚪ No curfew", unknown: "❔ NOT KNOWN" };

interface Change {
  name: string;
  typed: Typed;
  /** When the second person confirms it. */
  second: string;
}
const CHANGES: readonly Change[] = [
  { name: "ends at 02:00 instead of 05:00", typed: { rules: "23:00-02:00 EC-G" }, second: "2026-03-16T00:40" },
  { name: "ends at 02:00, confirmed after that", typed: { rules: "23:00-02:00 EC-G" }, second: "2026-03-16T02:30" },
  {
    name: "begins an hour later and ends an hour later",
    typed: { rules: "00:00-06:00 EC-G" },
    second: "2026-03-16T00:40",
  },
  { name: "lifted at once", typed: { ends: "now" }, second: "2026-03-16T00:40" },
  { name: "lifted in one canton at 01:30", typed: { ends: "EC-0902: 01:30" }, second: "2026-03-16T00:40" },
];

describe.each(CHANGES)("declared in the evening, then $name", ({ typed, second }) => {
  const wrong: string[] = [];
  let stood: number[] = [];
  let asked = "";
  let story: string[] = [];
  beforeAll(async () => {
    const t = await team("2026-03-15T21:30");
    await t.subscribe("1", { areas: ["EC-0902"] });
    await t.subscribe("2", { areas: ["EC-0901"] });
    const [ana, luis] = ["Ana", "Luis"];
    const contents = () => t.store.after(0).flatMap((one) => ("rules" in one.content ? [one.content] : []));
    const look = () => {
      const now = t.now();
      const record = t.store.known();
      for (const [i, place] of (["EC-0902", "EC-0901"] as const).entries()) {
        const right = oracle(contents().slice(-1), place, now);
        const answer = curfewAnswer({
          record,
          place,
          at: now,
          now,
          language: "en",
          state: stateAt(record, place, now),
        });
        const line = answer[0]?.content ?? "";
        if (!line.startsWith(SIGNS[right] ?? "?"))
          wrong.push(`${new Date(now).toISOString()} ${place} ${right}, /curfew: ${line}`);
        const read = believed(t.shown(String(i + 1)), now);
        if (read !== right) wrong.push(`${new Date(now).toISOString()} ${place} ${right}, channel: ${read}`);
      }
    };
    await t.play("2026-03-15T22:00", look);
    const declared = await t.declare({ ...DECREE, rules: "23:00-05:00 EC-G" }, t.context(ana));
    expect(first(await t.confirm(declared, t.context(ana)))).toMatch(/^Recorded: Decreto 900/);
    await t.play("2026-03-16T00:10", look);
    const change = await t.change(
      { ...typed, reason: "Decreto 901: fewer incidents", link: "https://www.primicias.ec/901" },
      t.context(ana),
    );
    asked = first(await t.confirm(change, t.context(ana)));
    stood = [contents().length];
    // Until somebody else confirms it, nothing is another: neither here nor in the channels.
    await t.play(second, look);
    stood.push(contents().length);
    expect(first(await t.second(luis))).toMatch(/^Recorded: Decreto 900/);
    stood.push(contents().length);
    look();
    await t.play("2026-03-16T07:00", look);
    expect(t.broken).toEqual([]);
    story = t.story("1");
  }, 120_000);

  it("waits for the second person, and changes nothing until then", () => {
    expect(asked).toMatch(/^It waits for a second person/);
    expect(stood).toEqual([1, 1, 2]);
  });

  it("is right in the channels and in /curfew at every minute, from an hour before to two hours after", () => {
    expect(wrong).toEqual([]);
  });

  it("leaves no message standing that says the old end", () => {
    const said = story.map((line) => line.replaceAll(/~~[^~]*~~|\(was[^)]*\)/g, ""));
    expect(said.filter((line) => /CHANGED/.test(line))).toHaveLength(3);
    expect(said.filter((line) => /until Mon 16 Mar 05:00|31 Mar 05:00/.test(line))).toEqual([]);
  });
});
