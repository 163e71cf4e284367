// Edits of older messages in the courier's queue: they hold up no alert, and come after the row that posts or explains what they edit.
import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash } from "../../../src/domain/id.ts";
import { DUE, row, scene } from "./courier-scene.ts";

describe("edits of older messages", () => {
  const editing = (n: number, of: string, changes: Partial<Delivery> = {}) => {
    const made = row(n, "a", { loud: false, ...changes });
    return { ...made, id: hash({ edit: made.id, of }), edits: { of, messageId: of } };
  };

  it("hold up no alert behind them, keep their own order, and come after the notice that says why", async () => {
    const s = await scene();
    s.editWith({ is: "again", afterMs: 60_000, why: "rate-limited" });
    await s.ledger.plan([editing(1, "m1"), editing(2, "m1"), editing(3, "m2"), row(4)]);
    s.courier.start();
    await s.settle();
    expect(s.edits).toEqual(["m1"]);
    expect(s.posts.map((post) => post.text)).toEqual(["s4"]);
    s.hand.pass(60_000);
    await s.settle();
    expect(s.edits).toEqual(["m1", "m1", "m1", "m2"]);
    // The notice itself waits: so does its edit.
    const t = await scene([{ is: "again", afterMs: 5_000, why: "rate-limited" }]);
    await t.ledger.plan([row(1), editing(1, "m1")]);
    t.courier.start();
    await t.settle();
    expect(t.edits).toEqual([]);
    t.hand.pass(5_000);
    await t.settle();
    expect(t.edits).toEqual(["m1"]);
  });

  it("wait for the row that posts their message, and then are made or not as that ended", async () => {
    const s = await scene([{ is: "again", afterMs: 5_000, why: "rate-limited" }]);
    const first = row(1);
    const { edits: _, ...bare } = editing(2, "x");
    await s.ledger.plan([first, { ...bare, edits: { of: first.id } }, editing(3, "m7")]);
    s.courier.start();
    await s.settle();
    expect(s.edits).toEqual(["m7"]);
    s.hand.pass(5_000);
    await s.settle();
    expect(await s.states()).toEqual(["sent: delivered", "skipped: never-posted", "sent: put-right"]);
  });

  it("of old messages are spread, and those of young ones pass them by", async () => {
    const s = await scene();
    const idAt = (at: number) => String((BigInt(at) - 1_420_070_400_000n) << 22n);
    const old = Array.from({ length: 7 }, (_, i) => editing(i + 1, idAt(DUE - 86_400_000 + i)));
    await s.ledger.plan([...old, editing(9, idAt(DUE - 1_000))]);
    s.courier.start();
    await s.settle();
    expect(s.edits).toHaveLength(6);
    expect(s.edits.at(-1)).toBe(idAt(DUE - 1_000));
    s.hand.pass(180_000);
    await s.settle();
    expect(s.edits).toHaveLength(7);
  });
});
