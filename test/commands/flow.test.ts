// How every form of /record goes its way: presses that race, cards that are old or of another window, restarts in between, a clock that was put back.
import { describe, expect, it } from "vitest";
import { record } from "../../commands/record/index.ts";
import { begin } from "../../commands/record/flow.ts";
import type { RecordForm } from "../../commands/record/form-contract.ts";
import { type Answer, type Context, type Filled, type Opened } from "../../src/command.ts";
import { FORM_LIFE, newProposalId } from "../../src/domain/proposal.ts";
import { newSubject } from "../../src/domain/id.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { texts } from "../../src/text/index.ts";
import type { Action } from "../../src/views/message.ts";
import { buttonOf, buttonsOf, flowStage, modalOf, toyForm, withForms } from "./flow-stage.ts";
import { mustFit, refusal } from "../views/reading.ts";

const t = texts("en").record;
const { brokenButton } = texts("en").common;
const TYPED = { day: "2026-03-16", why: "no source", sort: "" };

/** A form whose recorded sentence and card are longer than a message. */
const long: RecordForm = {
  ...toyForm,
  name: "long",
  card: (drafts, given, context) => ({
    ...toyForm.card(drafts, given, context),
    preview: { content: "word, ".repeat(325), embed: { tone: "info", description: "d".repeat(4000) } },
    lines: Array.from({ length: 40 }, () => "l".repeat(100)),
    more: Array.from({ length: 4 }, (_, n) => ({
      label: String(n),
      press: { action: { name: "record.turn", args: [String(n)] } },
    })),
  }),
  recorded: () => "word, ".repeat(834),
};
withForms(toyForm, long);

const press = async ({ name, args }: Action, context: Context): Promise<Answer | Opened> => {
  const button = record.buttons?.[name];
  if (button === undefined) throw new Error(`no button ${name}`);
  return button(args, context);
};
const fill = async (opened: Answer | Opened, typed: Filled, context: Context): Promise<Answer> => {
  const { name, args } = modalOf(opened).action;
  const modal = record.modals?.[name];
  if (modal === undefined) throw new Error(`no form ${name}`);
  return modal(args, typed, context);
};
const refused = (action: Action, context: Context) =>
  refusal(async () => {
    const answered = await press(action, context);
    if (answered.to === "modal") throw new Error("a form was opened");
    return answered;
  });
const words = (answer: Answer | Opened) =>
  answer.to === "modal" ? "" : answer.messages.map((one) => one.content).join("\n");

async function carded(typed: Filled = TYPED, form: RecordForm = toyForm, subject = newSubject("gap")) {
  const stage = await flowStage();
  const opened = await begin(form, { args: [subject], typed: {} }, stage.as("ana"));
  const card = await fill(opened, typed, stage.as("ana"));
  const id = buttonOf(card, "record.edit").args[0] ?? "";
  return { ...stage, opened, card, id, subject, by: (name: string) => buttonOf(card, name) };
}

describe("a form", () => {
  it("is filled in, shown, confirmed and recorded; before Confirm nothing stands", async () => {
    const { card, as, facts, by, proposals, id } = await carded();
    expect([card.to, facts()]).toEqual(["asker", []]);
    expect(buttonsOf(card).map(({ name }) => name)).toEqual(["record.confirm", "record.edit", "record.cancel"]);
    const done = await press(by("record.confirm"), as("ana"));
    expect([done.to, words(done)]).toEqual(["update", expect.stringMatching(/^noted gap-/)]);
    expect(buttonsOf(done)).toEqual([]);
    expect(facts()).toMatchObject([{ kind: "gap.noted", recorder: "ana0000000000000" }]);
    expect(proposals().find(id)?.state).toBe("recorded");
  });

  it("that cannot be read is kept as typed; mended in its place, it is shown", async () => {
    const { card, as, id, proposals } = await carded({ ...TYPED, day: "soon" });
    expect(words(card)).toBe("no day: soon");
    expect(proposals().find(id)).toMatchObject({ typed: { day: "soon", why: "no source" }, drafts: [] });
    const again = await press(buttonOf(card, "record.edit"), as("ana"));
    expect(modalOf(again).fields).toMatchObject([{ value: "soon" }, { value: "no source" }, { value: "" }]);
    const mended = await fill(again, TYPED, as("ana"));
    expect([mended.to, words(mended)]).toEqual(["update", expect.stringContaining("2026-03-16")]);
  });

  it("lost minutes ago is offered by its name, in the same guild, to the same person, until it is too old or decided", async () => {
    const { as, hand, card, opened, id } = await carded();
    const again = (context: Context) => begin(toyForm, { args: [newSubject("gap")], typed: { why: "x" } }, context);
    const offered = await again(as("ana"));
    expect(words(offered)).toBe(t.lost(modalOf(opened).title));
    expect(modalOf(await press(buttonOf(offered, "record.edit"), as("ana"))).action.args[1]).toBe(id);
    const fresh = modalOf(await press(buttonOf(offered, "record.fresh"), as("ana")));
    expect(fresh.action).toMatchObject({ name: "record.refilled" });
    expect(fresh.action.args[1]).not.toBe(id);
    expect(fresh.fields[1]).toMatchObject({ value: "x" });
    expect((await again(as("luis"))).to).toBe("modal");
    expect((await again(as("ana", { guildId: "200000000000000001" }))).to).toBe("modal");
    const at = hand.clock.now();
    hand.set(at - MINUTE);
    expect((await again(as("ana"))).to).toBe("modal");
    hand.set(at + FORM_LIFE + 1);
    expect((await again(as("ana"))).to).toBe("modal");
    hand.set(at);
    await press(buttonOf(card, "record.cancel"), as("ana"));
    expect((await again(as("ana"))).to).toBe("modal");
  });
});

describe("presses that race", () => {
  it("record once; the second says that nothing was written twice", async () => {
    const { as, facts, by } = await carded();
    const both = await Promise.all([0, 1].map(() => press(by("record.confirm"), as("ana"))));
    expect(facts()).toHaveLength(1);
    expect(both.map(words)).toEqual([expect.stringMatching(/^noted/), t.over.recorded]);
  });

  it.each([
    ["record.confirm", "record.cancel", 1, t.over.recorded],
    ["record.cancel", "record.confirm", 0, t.over.cancelled],
  ])("%s before %s: the first decides, and the second is told what it decided", async (one, two, count, told) => {
    const { as, facts, by, proposals, id } = await carded();
    const [, second] = await Promise.all([press(by(one), as("ana")), press(by(two), as("ana"))]);
    expect([facts().length, words(second)]).toEqual([count, told]);
    expect(proposals().find(id)?.state).toBe(count === 1 ? "recorded" : "cancelled");
  });

  it("beside an edit that arrives: either the old is recorded and the edit told so, or the new is shown and nothing recorded", async () => {
    const { as, facts, by } = await carded();
    const editing = await press(by("record.edit"), as("ana"));
    const edited = () => fill(editing, { ...TYPED, day: "2026-03-15" }, as("ana"));
    const [, told] = await Promise.all([press(by("record.confirm"), as("ana")), edited()]);
    expect([facts().length, words(told)]).toEqual([1, t.over.recorded]);

    const other = await carded();
    const late = await press(other.by("record.edit"), other.as("ana"));
    const [, confirmed] = await Promise.all([
      fill(late, { ...TYPED, day: "2026-03-15" }, other.as("ana")),
      press(other.by("record.confirm"), other.as("ana")),
    ]);
    expect(other.facts()).toEqual([]);
    expect(words(confirmed)).toContain(t.again.changed);
    expect(words(confirmed)).toContain("2026-03-15");
  });
});

describe("a card", () => {
  it("of another window is of no use once the form was edited there: it shows what was typed last", async () => {
    const { as, by, facts } = await carded();
    await fill(await press(by("record.edit"), as("ana")), { ...TYPED, why: "another" }, as("ana"));
    const old = await press(by("record.confirm"), as("ana"));
    expect(words(old)).toContain("another");
    expect(facts()).toEqual([]);
    await press(buttonOf(old, "record.confirm"), as("ana"));
    expect(facts()).toMatchObject([{ content: { why: { en: "another" } } }]);
  });

  it("of another window, where what was typed last cannot be read, leads back into the form", async () => {
    const { as, by, facts } = await carded();
    await fill(await press(by("record.edit"), as("ana")), { ...TYPED, day: "soon" }, as("ana"));
    const old = await press(by("record.confirm"), as("ana"));
    expect(words(old)).toBe("no day: soon");
    expect(buttonOf(old, "record.edit")).toBeDefined();
    expect(facts()).toEqual([]);
  });

  it("older than 15 minutes is shown anew, and the new one can be confirmed", async () => {
    const { as, by, facts, hand } = await carded();
    hand.set(hand.clock.now() + FORM_LIFE + 1);
    const anew = await press(by("record.confirm"), as("ana"));
    expect([words(anew), facts()]).toEqual([expect.stringContaining(t.again.old), []]);
    await press(buttonOf(anew, "record.confirm"), as("ana"));
    expect(facts()).toHaveLength(1);
  });

  it("typed on a clock that was put back since is shown anew, without calling it old", async () => {
    const { as, by, facts, hand } = await carded();
    hand.set(hand.clock.now() - MINUTE);
    const anew = await press(by("record.confirm"), as("ana"));
    expect([words(anew), facts()]).toEqual([expect.stringContaining(t.again.changed), []]);
    await press(buttonOf(anew, "record.confirm"), as("ana"));
    expect(facts()).toHaveLength(1);
  });

  it("rests on what stood when it was shown: what somebody else recorded since shows it anew", async () => {
    const { as, by, facts, store } = await carded();
    const id = newSubject("gap");
    const content = { id, from: "2026-03-01", to: "2026-03-02", why: { en: "x" } };
    await store().record([{ kind: "gap.noted", subject: id, content }], "luis");
    const anew = await press(by("record.confirm"), as("ana"));
    expect(words(anew)).toContain("there are others");
    expect(facts()).toHaveLength(1);
  });

  it("over a version that is no longer the newest is read upon what stands, shown, and never overwrites by itself", async () => {
    const { as, by, facts, store, subject } = await carded();
    const content = { id: subject, from: "2026-03-01", to: "2026-03-02", why: { en: "luis" } };
    // What the card rests on is the same all the while: only the version differs.
    const quiet = (who: string) => as(who, { known: { ...store().known(), gaps: [] } });
    await store().record([{ kind: "gap.noted", subject, content }], "luis");
    const stale = await press(by("record.confirm"), quiet("ana"));
    expect(words(stale)).toContain(t.again.stale);
    expect(facts()).toHaveLength(1);
    await press(buttonOf(stale, "record.confirm"), quiet("ana"));
    expect(facts()).toMatchObject([{ recorder: "luis" }, { recorder: "ana0000000000000", prev: facts()[0]?.id }]);
  });

  it("works after a restart, also where the process ended between writing and keeping that it was written", async () => {
    const { as, by, facts, reopen, store, proposals, id } = await carded();
    await reopen();
    const { kind, subject, content } = toyForm.read(proposals().find(id) ?? { args: [], typed: {} }, as("ana"))[0];
    if (kind !== "gap.noted") throw new Error(kind);
    await store().record([{ kind, subject, content }], "ana0000000000000");
    await reopen();
    const quiet = () => as("ana", { known: { ...store().known(), gaps: [] } });
    const again = await press(by("record.confirm"), quiet());
    expect(words(again)).toMatch(new RegExp(`^${t.already}`));
    expect([facts().length, proposals().find(id)?.state]).toEqual([1, "recorded"]);
  });

  it("and the sentence after it are never cut and never over a limit, however long they are", async () => {
    const { card, as, by } = await carded(TYPED, long);
    for (const message of card.messages) await mustFit(message);
    expect(words(card)).toContain(t.card);
    expect(JSON.stringify(card).match(/word/g)).toHaveLength(325);
    const done = await press(by("record.confirm"), as("ana"));
    if (done.to === "modal") throw new Error("a form");
    for (const message of done.messages) await mustFit(message);
    expect(words(done).match(/word/g)).toHaveLength(834);
  });
});

describe("whose form it is", () => {
  it("is asked at every press and every form sent back", async () => {
    const { as, card, opened, facts } = await carded();
    for (const { name, args } of buttonsOf(card)) {
      expect(await refused({ name, args }, as("luis"))).toBe(t.notYours);
      const elsewhere = as("ana", { guildId: "200000000000000001" });
      expect(await refused({ name, args }, elsewhere)).toBe(brokenButton);
      expect(await refused({ name, args }, as("ana", { mayRecord: false }))).toBe(t.notAllowed);
    }
    expect(await refusal(() => fill(opened, TYPED, as("luis")))).toBe(t.notYours);
    expect(await refusal(() => fill(opened, TYPED, as("ana", { guildId: "200000000000000001" })))).toBe(brokenButton);
    expect(facts()).toEqual([]);
  });

  it.each([
    ["an id that no row may have", ["toy", "x", "gap-0000000000"], TYPED],
    ["no id", ["toy"], TYPED],
    [
      "more fields than a form has",
      ["toy", newProposalId(), "gap-0000000000"],
      { a: "", b: "", c: "", d: "", e: "", f: "" },
    ],
    ["a text longer than Discord's", ["toy", newProposalId(), "gap-0000000000"], { why: "x".repeat(4001) }],
    ["a key that is none", ["toy", newProposalId(), "gap-0000000000"], { "": "x" }],
  ])("%s keeps nothing, so that the next start reads all there is", async (_, args, typed) => {
    const stage = await flowStage();
    const modal = record.modals?.["record.filled"];
    expect(words((await modal?.(args, typed, stage.as("ana"))) ?? { to: "asker", messages: [] })).toBe(brokenButton);
    await stage.reopen();
    expect(await refused({ name: "record.edit", args: args.slice(1) }, stage.as("ana"))).toBe(brokenButton);
  });

  it("of another kind than the proposal's is not taken", async () => {
    const { as, opened } = await carded();
    const [, ...rest] = modalOf(opened).action.args;
    expect(
      words(
        (await record.modals?.["record.filled"]?.(["long", ...rest], TYPED, as("ana"))) ?? {
          to: "asker",
          messages: [],
        },
      ),
    ).toBe(brokenButton);
  });
});

describe("a second person", () => {
  const second = { ...TYPED, sort: "second" };

  it("is asked for, and until then nothing is recorded, pressed as often as one likes", async () => {
    const { as, by, facts } = await carded(second);
    const asked = as("ana", { askSecond: async () => "asked" });
    expect(words(await press(by("record.confirm"), asked))).toBe(t.waits);
    expect(words(await press(by("record.confirm"), asked))).toBe(t.over.waiting);
    expect(facts()).toEqual([]);
  });

  it("who could not be asked is not waited for: it can be confirmed again", async () => {
    const { as, by, proposals, id } = await carded(second);
    const failing = as("ana", {
      askSecond: async () => {
        throw new Error("Discord is down");
      },
    });
    await expect(press(by("record.confirm"), failing)).rejects.toThrow("Discord is down");
    expect(proposals().find(id)?.state).toBe("open");
    expect(words(await press(by("record.confirm"), as("ana", { askSecond: async () => "asked" })))).toBe(t.waits);
  });
});
