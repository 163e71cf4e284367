// What goes wrong and what takes its time: whoever asked is answered in words, within the time that Discord gives.
import { describe, expect, it } from "vitest";
import { answer, Refusal, type Answer } from "../../src/command.ts";
import { keptAnswers, packet, pressed, typed } from "./fixtures.ts";
import { EPHEMERAL, one, stage, curfew, says, refusal, settled, failed } from "./router-scene.ts";

describe("what goes wrong", () => {
  it("is a sentence of its own where the command refuses, private and not in the log", async () => {
    const { route, lines } = await stage([
      curfew(() => {
        throw new Refusal("No hay un lugar llamado “Narnia”.");
      }),
    ]);
    const answers = keptAnswers();
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { type: 4, data: { content: "No hay un lugar llamado “Narnia”.", flags: EPHEMERAL } } },
    ]);
    expect(lines).toEqual([]);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("boom");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("boom");
      },
    ],
    ["answers with nothing", () => answer([])],
    ["answers over a limit", () => answer([one("fine"), one("x".repeat(2001))])],
    ["updates a message that is not there", () => answer(one("x"), "update")],
  ] as const)(
    "is told and logged under the same short id when a command %s, and nothing of it was shown",
    async (_, run) => {
      const { route, lines } = await stage([curfew(run)]);
      const answers = keptAnswers();
      await route(typed("curfew"), answers);
      const id = Reflect.get(lines[0]?.fields ?? {}, "id");
      expect(id).toMatch(/^[0-9a-f]{8}$/);
      expect(lines).toHaveLength(1);
      expect(answers.sent).toMatchObject([
        { how: "first", response: { type: 4, data: { content: `${failed} (${String(id)})`, flags: EPHEMERAL } } },
      ]);
      expect(answers.sent).toHaveLength(1);
    },
  );

  it.each([10062, 40060, 10015, 50027])(
    "is only noted when Discord says %i: there is nobody left to tell",
    async (code) => {
      const { route, lines } = await stage([says("asker", "x")]);
      const answers = keptAnswers({ first: [refusal(404, code)] });
      await route(typed("curfew"), answers);
      expect(answers.sent).toEqual([]);
      expect(lines).toMatchObject([{ level: "warn", fields: { code } }]);
    },
  );

  it("is told when Discord refuses the answer's form", async () => {
    const { route, lines } = await stage([says("asker", "x")]);
    const answers = keptAnswers({ first: [refusal(400, 50035)] });
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first", response: { data: { content: expect.stringContaining(failed) } } },
    ]);
    expect(lines).toMatchObject([{ level: "error", fields: { code: 50035 } }]);
  });

  it("is told as a further message when only the second part was refused", async () => {
    const { route } = await stage([says("channel", "first", "second")]);
    const answers = keptAnswers({ followUp: [refusal(400, 50035)] });
    await route(typed("curfew"), answers);
    expect(answers.sent).toMatchObject([
      { how: "first" },
      { how: "followUp", body: { content: expect.stringContaining(failed), flags: EPHEMERAL } },
    ]);
  });

  it("never reaches the caller, not even when nothing can be sent at all", async () => {
    const down = () => new Error("socket closed");
    const { route, lines } = await stage([says("asker", "x")]);
    await expect(route(typed("curfew"), keptAnswers({ first: [down(), down()] }))).resolves.toBeUndefined();
    expect(lines.map((line) => line.level)).toEqual(["error", "warn"]);
  });

  it.each([
    ["nothing", undefined, 0],
    ["no interaction", { t: 1 }, 0],
    ["a form sent back without its parts", packet(5, { custom_id: "x" }), 1],
    ["an unknown type", packet(99, {}), 1],
    ["a command on a message", packet(2, { id: "340000000000000001", name: "Why?", type: 3 }), 1],
    ["an interaction of nobody", typed("curfew", [], { member: undefined }), 1],
  ])("ends in an apology where there is somebody to give it to: %s", async (_, strange, count) => {
    const { route, lines } = await stage([says("asker", "x")]);
    const answers = keptAnswers();
    await route(strange, answers);
    expect(answers.sent).toHaveLength(count);
    for (const sent of answers.sent)
      expect(sent).toMatchObject({ how: "first", response: { data: { content: expect.stringContaining(failed) } } });
    expect(lines.some((line) => line.level === "error")).toBe(true);
  });
});

describe("what takes its time", () => {
  const slow = () => {
    let finish: (made: Answer) => void = () => {};
    let fail: (fault: Error) => void = () => {};
    const made = new Promise<Answer>((resolve, reject) => {
      [finish, fail] = [resolve, reject];
    });
    return { made, finish: (to: Answer["to"], ...contents: string[]) => finish(answer(contents.map(one), to)), fail };
  };

  it("is deferred after a second and a half, not before, and then put in its place", async () => {
    const work = slow();
    const { route, hand } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_499);
    await settled();
    expect(answers.sent).toEqual([]);
    hand.pass(1);
    await settled();
    expect(answers.sent).toEqual([{ how: "first", response: { type: 5, data: { flags: EPHEMERAL } } }]);
    work.finish("asker", "first", "second");
    await done;
    expect(answers.sent.slice(1)).toMatchObject([
      { how: "edit", body: { content: "first" } },
      { how: "followUp", body: { content: "second", flags: EPHEMERAL } },
    ]);
    expect(answers.sent[1]).not.toHaveProperty("body.flags");
  });

  it("is not deferred when it is ready a moment later", async () => {
    const work = slow();
    const { route, hand } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    hand.pass(1_000);
    work.finish("asker", "x");
    await done;
    hand.pass(10_000);
    await settled();
    expect(answers.sent).toMatchObject([{ how: "first", response: { type: 4 } }]);
  });

  it("becomes a new message in place of the waiting one when all shall see it: privacy cannot be changed afterwards", async () => {
    const work = slow();
    const { route, hand } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_500);
    work.finish("channel", "for all");
    await done;
    expect(answers.sent.map((one) => one.how)).toEqual(["first", "remove", "followUp"]);
    expect(answers.sent[2]).not.toHaveProperty("body.flags");
  });

  it("takes the waiting sign away when it fails", async () => {
    const work = slow();
    const { route, hand, lines } = await stage([curfew(() => work.made)]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_500);
    await settled();
    work.fail(new Error("store gone"));
    await done;
    expect(answers.sent[1]).toMatchObject({ how: "edit", body: { content: expect.stringContaining(failed) } });
    expect(lines).toMatchObject([{ level: "error", text: "A command failed" }]);
  });

  it("says that it failed before the token is over, when the command never ends", async () => {
    const { route, hand } = await stage([curfew(() => new Promise<Answer>(() => {}))]);
    const answers = keptAnswers();
    const done = route(typed("curfew"), answers);
    await settled();
    hand.pass(1_500);
    await settled();
    hand.pass(14 * 60_000);
    await done;
    expect(answers.sent[1]).toMatchObject({ how: "edit", body: { content: expect.stringContaining(failed) } });
  });

  it("waits on the message itself for a button, and changes it only for an update", async () => {
    for (const [to, how] of [
      ["update", "edit"],
      ["channel", "followUp"],
      ["asker", "followUp"],
    ] as const) {
      const work = slow();
      const { route, hand } = await stage([curfew(() => answer(one("x")), {}, { buttons: { page: () => work.made } })]);
      const answers = keptAnswers();
      const done = route(pressed("1:page:2"), answers);
      await settled();
      hand.pass(1_500);
      work.finish(to, "late");
      await done;
      expect(answers.sent[0]).toEqual({ how: "first", response: { type: 6 } });
      expect(answers.sent[1]).toMatchObject({ how, body: { content: "late" } });
      expect(Reflect.get(Reflect.get(answers.sent[1] ?? {}, "body") ?? {}, "flags")).toBe(
        to === "asker" ? EPHEMERAL : undefined,
      );
    }
  });
});
