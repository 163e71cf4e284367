// Work that must not overlap: its order, and what a fault leaves to the next.
import { expect, it } from "vitest";
import { oneByOne } from "../../src/engines/one-by-one.ts";

it("work goes one piece after the other, and a fault is its asker's alone", async () => {
  const inTurn = oneByOne();
  const did: string[] = [];
  const piece = (name: string) => async () => {
    did.push(`${name} begins`);
    await Promise.resolve();
    if (name === "b") throw new Error("b is broken");
    did.push(`${name} ends`);
    return name;
  };
  const all = await Promise.allSettled(["a", "b", "c"].map((name) => inTurn(piece(name))));
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(did).toEqual(["a begins", "a ends", "b begins", "c begins", "c ends"]);
});
