// Undo over a real store: one's own last, within ten minutes, by a fact of its own, and never over somebody else's.
import { beforeEach, describe, expect, it } from "vitest";
import { undoButton } from "../../commands/record/undo.ts";
import type { Answer } from "../../src/command.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import type { Fact } from "../../src/domain/fact.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { DECREE, strikeOf, type Team, team } from "./team.ts";
import { allWords, refusal } from "../views/reading.ts";

let t: Team;
const strike = strikeOf();

beforeEach(async () => {
  t = await team();
});

const recorded = () => t.record({ kind: "strike.recorded", subject: strike.id, content: strike });
/** The button as it stood under "Recorded". */
function offered(fact: Fact): Answer {
  const button = undoButton([fact], t.context());
  if (button === undefined) throw new Error("no undo is offered");
  return { to: "asker", messages: [{ content: "Recorded", rows: [{ buttons: [button] }] }] };
}
const kinds = (noun: string, id: string) => t.versions(noun, id).map(({ kind }) => kind);

describe("undo", () => {
  it("withdraws what was new, and pressed twice at once it does so once", async () => {
    const under = offered(await recorded());
    const both = await Promise.all([t.press(under, "Undo"), t.press(under, "Undo")].map((one) => one.catch(String)));
    expect(both.map((one) => (typeof one === "string" ? one : allWords(one)))).toEqual([
      "Taken back: Strike 14 Mar 2026, eastern Pacific, 3 killed, says SOUTHCOM",
      expect.stringMatching(/nothing was written twice/),
    ]);
    expect(kinds("strike", strike.id)).toEqual(["strike.recorded", "strike.withdrawn"]);
    expect(t.versions("strike", strike.id).at(-1)?.why).toMatchObject({ is: "undone" });
    expect(await refusal(() => t.press(under, "Undo"))).toMatch(/^This was taken back already/);
  });

  it("makes what was changed as it was, as a version of its own", async () => {
    const first = await recorded();
    const content = strikeOf({ figures: [] });
    const why = { is: "corrected" as const, reason: { en: "x" } };
    const changed = await t.record({ kind: "strike.changed", subject: strike.id, prev: first.id, content, why });
    await t.press(offered(changed), "Undo");
    expect(kinds("strike", strike.id)).toEqual(["strike.recorded", "strike.changed", "strike.changed"]);
    expect(t.versions("strike", strike.id).at(-1)?.content).toEqual(first.content);
  });

  it("stands for ten minutes, and then says what to do instead", async () => {
    const under = offered(await recorded());
    t.pass(10 * MINUTE + 1);
    expect(await refusal(() => t.press(under, "Undo"))).toBe(
      "More than 10 minutes have passed. Use “/record change” to put it right, or “/record withdraw” to take it back.",
    );
    expect(await refusal(() => t.press(under, "Undo", "Ana", { language: "es" }))).toContain("«/registrar retirar»");
    t.pass(-1);
    await t.press(under, "Undo");
    expect(kinds("strike", strike.id)).toHaveLength(2);
  });

  it("is one's own alone, and never over a later version", async () => {
    const first = await recorded();
    const under = offered(first);
    expect(await refusal(() => t.press(under, "Undo", "Luis"))).toMatch(/^Only the person who recorded this/);
    const content = strikeOf({ figures: [] });
    await t.record({ kind: "strike.changed", subject: strike.id, prev: first.id, content }, "Luis");
    expect(await refusal(() => t.press(under, "Undo"))).toMatch(/^Somebody recorded a later version/);
    expect(kinds("strike", strike.id)).toHaveLength(2);
  });

  it("of what tightened a curfew waits for a second person; of what eased it goes at once", async () => {
    const [head] = t.versions("curfew", DECREE);
    if (head?.kind !== "curfew.declared") throw new Error("no decree");
    const why = { is: "changed" as const, reason: { en: "x" } };
    const later = (lastNight: string, prev: string) =>
      t.record({
        kind: "curfew.changed",
        subject: DECREE,
        prev,
        content: Curfew.parse({ ...head.content, lastNight }),
        why,
      });
    const longer = await later("2026-04-03", head.id);
    expect(allWords(await t.press(offered(longer), "Undo"))).toContain("It waits for a second person");
    expect(kinds("curfew", DECREE)).toHaveLength(2);
    expect(t.parts().proposals.waiting()).toHaveLength(1);
    const shorter = await later("2026-03-20", longer.id);
    await t.press(offered(shorter), "Undo");
    expect(t.versions("curfew", DECREE).at(-1)?.content).toEqual(longer.content);
  });

  it("is offered for one record at a time, and not for an undo", async () => {
    const fact = await recorded();
    expect(undoButton([fact, fact], t.context())).toBeUndefined();
    expect(undoButton([], t.context())).toBeUndefined();
    await t.press(offered(fact), "Undo");
    const undone = t.versions("strike", strike.id).at(-1);
    expect(undone && undoButton([undone], t.context())).toBeUndefined();
  });
});
