// Pages and menus of any length: nothing out of reach, nothing twice, no button that leads nowhere and looks as if it did.
import { describe, expect, it } from "vitest";
import type { Button, Row } from "../../src/views/message.ts";
import { menus, nearestPage, pageOf, turns } from "../../src/views/paging.ts";
import { mustFit } from "./reading.ts";

const labels = { first: "First", previous: "Previous", next: "Next", last: "Last" };
const turn = (to: string) => ({ name: "x.page", args: [to] });
const shown = (page: number, pages: number): [string, string, boolean][] =>
  turns({ page, pages, turn, labels }).flatMap((row) =>
    "buttons" in row
      ? row.buttons.map((one): [string, string, boolean] => [one.label, target(one), one.disabled === true])
      : [],
  );
const target = ({ press }: Button) => ("action" in press ? (press.action.args[0] ?? "") : press.url);

describe("the buttons that turn pages", () => {
  it("are none for one page, two for two, and four for more", () => {
    expect(shown(1, 1)).toEqual([]);
    expect(shown(1, 2)).toEqual([
      ["Previous", "0", true],
      ["Next", "2", false],
    ]);
    expect(shown(2, 2)).toEqual([
      ["Previous", "1", false],
      ["Next", "3", true],
    ]);
    expect(shown(2, 5)).toEqual([
      ["First", "first", false],
      ["Previous", "1", false],
      ["Next", "3", false],
      ["Last", "last", false],
    ]);
  });

  it("are switched off at the ends, and never two of one name", async () => {
    expect(shown(1, 5).map(([, , off]) => off)).toEqual([true, true, false, false]);
    expect(shown(5, 5).map(([, , off]) => off)).toEqual([false, false, true, true]);
    for (let pages = 1; pages <= 4; pages += 1)
      for (let page = 1; page <= pages; page += 1)
        await mustFit({ content: "x", rows: turns({ page, pages, turn, labels }) });
  });

  it("read back what they carry, by number or end, also of buttons made before there were ends", () => {
    expect(["first", "last", "1", "7", "0", "-3"].map(pageOf)).toEqual([1, Infinity, 1, 7, 1, 1]);
    expect([undefined, "", "x", "1.5", "1e9", "12345678"].map(pageOf)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect([nearestPage(Infinity, 5), nearestPage(9, 5), nearestPage(0, 5), nearestPage(3, 0)]).toEqual([5, 5, 1, 1]);
  });
});

describe("menus of many entries", () => {
  const rows = (count: number): readonly Row[] =>
    menus({
      action: { name: "x.open", args: ["1"] },
      placeholder: "Open one",
      options: Array.from({ length: count }, (_, i) => ({ label: `Entry ${i + 1}`, value: `v${i + 1}` })),
    });
  const placeholders = (all: readonly Row[]) => all.map((row) => ("menu" in row ? row.menu.placeholder : ""));

  it("are one up to 25, and several with their numbers above", async () => {
    expect(rows(0)).toEqual([]);
    expect(placeholders(rows(25))).toEqual(["Open one"]);
    expect(placeholders(rows(60))).toEqual(["Open one (1-25)", "Open one (26-50)", "Open one (51-60)"]);
    await mustFit({ content: "x", rows: rows(60) });
  });

  it("hold every entry once up to a hundred, in four rows that leave one for buttons", () => {
    const all = rows(100);
    expect(all).toHaveLength(4);
    expect(new Set(all.flatMap((row) => ("menu" in row ? row.menu.options.map((one) => one.value) : []))).size).toBe(
      100,
    );
  });
});
