// What goes over the rehearsal's gateway is in nobody's schema: only the types of discord-api-types hold it. These tests see that nothing slips past
// them. Types themselves are checked by tsc, which runs before the tests.
import type { GatewayDispatchEvents, GatewayDispatchPayload } from "discord-api-types/v10";
import ts from "typescript";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Dispatch } from "../../rehearsal/gateway/payloads.ts";
import { sources, type SourceFile } from "./sources.ts";

const files = sources("rehearsal/gateway", "rehearsal/play", "rehearsal/world");
const payloads = files.find((file) => file.path === "rehearsal/gateway/payloads.ts");

function nodes(file: SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true));
  return found;
}

const isConst = (node: ts.AsExpression): boolean => node.type.getText() === "const";

type Event = Exclude<Dispatch["t"], GatewayDispatchEvents.InteractionCreate | GatewayDispatchEvents.Resumed>;
type Told<E> = Extract<Dispatch, { t: E }>["d"];
type Own<E> = Extract<GatewayDispatchPayload, { t: E }>["d"];

describe("what goes over the rehearsal's gateway", () => {
  it("is what Discord's own types say of each event, but for interactions, whose data is typed where they are made", () => {
    expectTypeOf<{ [E in Event]: Told<E> }>().toExtend<{ [E in Event]: Own<E> }>();
  });

  it("is declared event by event with a type of discord-api-types, none of them loose", () => {
    if (!payloads) throw new Error("rehearsal/gateway/payloads.ts is where the payloads are declared");
    const declared = nodes(payloads).find(
      (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === "Dispatch",
    );
    const members =
      declared && ts.isUnionTypeNode(declared.type) ? declared.type.types.map((one) => one.getText()) : [];
    expect(members.length).toBeGreaterThan(5);
    const loose = members.filter((member) => {
      const [, event = "", data = ""] = /^\{ t: \w+\.(\w+); d: (.*) \}$/su.exec(member) ?? [];
      if (event === "Resumed") return data !== "null";
      if (event === "InteractionCreate") return data !== "APIBaseInteraction<InteractionType, unknown>";
      return data !== `Gateway${event}DispatchData`;
    });
    expect(loose).toEqual([]);
  });

  it("is never cast into shape: no `as` but `as const`", () => {
    const casts = files.flatMap((file) =>
      nodes(file)
        .filter((node): node is ts.AsExpression => ts.isAsExpression(node) && !isConst(node))
        .map((node) => `${file.path}: ${node.getText()}`),
    );
    expect(casts).toEqual([]);
  });

  it("has its data held by a type wherever an interaction is sent: annotate it, or `satisfies` a type of discord-api-types", () => {
    const senders = files.filter((file) => file.path.startsWith("rehearsal/play/") && /\bsend\(stage/u.test(file.text));
    const loose = senders.flatMap((file) =>
      nodes(file)
        .filter(
          (node): node is ts.VariableDeclaration => ts.isVariableDeclaration(node) && node.name.getText() === "data",
        )
        .filter(({ type, initializer }) => {
          const held = type ?? (initializer && ts.isSatisfiesExpression(initializer) ? initializer.type : undefined);
          return !held || !/API\w+/u.test(held.getText());
        })
        .map((node) => `${file.path}: ${node.getText().slice(0, 60)}`),
    );
    expect(senders.length).toBeGreaterThan(1);
    expect(loose).toEqual([]);
  });
});
