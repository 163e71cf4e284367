// The page draws in the next frame: what a test reads of it the moment after an action may be of before. A line that does says what to do instead.
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sources } from "./sources.ts";

const files = sources("test/page", "test/rehearsal").filter(
  ({ path, text }) => path.endsWith(".test.ts") && text.includes("skipIf(!hasChromium)"),
);
/** Readers that wait for what they read, or for all that was begun before. */
const waiting = /^(?:onceDrawn|askedByNow|(?:\w+\.)?lastAsked|unseen|told|offered)$/u;

/** What of an `expect(...)` is read there and then from something that moves. */
function early(given: ts.Node): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node)) {
      const { expression } = node;
      if (ts.isCallExpression(expression) && waiting.test(expression.expression.getText())) return;
      found.push(node.getText());
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(given);
  return found;
}

function expectations(path: string, text: string): { line: string; given: ts.Node; whole: string }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: { line: string; given: ts.Node; whole: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "expect" && node.arguments[0] !== undefined) {
      const at = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ line: `${path}:${at}`, given: node.arguments[0], whole: node.parent.parent.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe("what is read of the page", () => {
  const all = files.flatMap(({ path, text }) => expectations(path, text));

  it("is waited for: `await expect.poll(() => ...)` for what shall come, `expect(await onceDrawn(page, () => ...))` for what shall not, or shall stay", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(({ line, given }) => early(given).map((read) => `${line} ${read}`))).toEqual([]);
  });

  it("was never asked only when a later question has come: `expect(await askedByNow(page, server, path)).toEqual([])`", () => {
    const hasty = all.filter(
      ({ given, whole }) => /\basked\(/u.test(given.getText()) && /\)\.to(?:Equal\(\[\]\)|HaveLength)/u.test(whole),
    );
    expect(hasty.map(({ line }) => line)).toEqual([]);
  });
});
