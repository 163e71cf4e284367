// That the rules which every message is read by find what they are there for.
import { expect, it } from "vitest";
import { stumbles } from "./reading.ts";

it("a word or a sentence twice, one of several and brackets within brackets are found; what is struck through may say it again", () => {
  expect(stumbles({ content: "CURFEW NOW in in Guayas." })).toEqual(["in in"]);
  expect(stumbles({ content: "Cuenta: 1 muertos según lo anunciado." })).toEqual(["1 muertos"]);
  expect(stumbles({ content: "In 1 provinces." })).toEqual(["1 provinces"]);
  expect(stumbles({ content: "Posted (notice of Mon 21:00 (Ecuador time))." })).toEqual(["brackets within brackets"]);
  expect(stumbles({ content: "This does not mean there is none. This does not mean there is none." })).toHaveLength(1);
  expect(stumbles({ content: "1 province, 21 notices, 0.1 days; no curfew.\n~~1 province, 21 notices.~~" })).toEqual(
    [],
  );
});
