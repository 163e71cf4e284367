// The second person over a real store: who may confirm, what is shown, and that of everything that can come between nothing is recorded twice or unseen.
import { beforeEach, describe, expect, it } from "vitest";
import { renderer } from "../../src/alerts/render/render.ts";
import type { Answer, Context } from "../../src/command.ts";
import { Curfew } from "../../src/domain/curfew.ts";
import { mark } from "../../src/domain/id.ts";
import { reviewId } from "../../src/domain/proposal.ts";
import { HOUR } from "../../src/domain/time.ts";
import { DECREE, HOME, REVIEW, type Team, team } from "./team.ts";
import { allWords, mustFit, refusal } from "../views/reading.ts";
import { someAnswers } from "../alerts/stand-ins.ts";

let t: Team;
const reason = "taken from a forged decree";

beforeEach(async () => {
  t = await team();
});

/** Ana withdraws the decree that runs: it waits. */
async function asked(name = "Ana", more = {}): Promise<Answer> {
  const card = await t.run("withdraw", { what: `curfew:${DECREE}`, reason }, name, more);
  return t.press(card, more && "language" in more ? "Confirmar" : "Confirm", name, more);
}

const waiting = () => t.parts().proposals.waiting()[0];
const rows = async () => {
  const all = [];
  for await (const row of t.parts().ledger.all()) all.push(row);
  return all;
};

/** What the courier posts into the review channel. */
async function posted(): Promise<Answer> {
  const [row] = await rows();
  if (row === undefined) throw new Error("nothing was planned");
  const { proposals, store, people } = t.parts();
  const render = renderer(
    someAnswers({
      again: () => undefined,
      nameOf: (guild, person) => people.name(guild, person),
      review: (id) => {
        const proposal = proposals.find(id);
        return proposal?.state === "waiting"
          ? { proposal, versions: (noun, subject) => store.versions(noun, subject), home: "EC" }
          : undefined;
      },
    }),
  );
  const context: Context = t.context();
  const messages = render(row, { known: context.known, now: context.now });
  if (typeof messages === "string") throw new Error(messages);
  return { to: "channel", messages };
}

const signature = (answer: Answer) => answer.messages[0]?.signature;
const decrees = () => t.versions("curfew", DECREE);

describe("a change that makes things less strict", () => {
  it("is asked of the review channel once, loudly, with what changes, who asks, why, and what happens otherwise", async () => {
    expect(allWords(await asked())).toContain("The review channel was asked.");
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      destination: `review-${REVIEW}`,
      channelId: REVIEW,
      guildId: HOME,
      loud: true,
      state: "planned",
      alert: { kind: "review.due" },
    });
    const card = await posted();
    for (const message of card.messages) await mustFit(message);
    expect(card.messages[0]?.content).toBe(
      "❔ NOT CONFIRMED, a second person is needed. WITHDRAWN: Curfew Decreto Ejecutivo 329, 15 Mar 2026 - 30 Mar 2026, Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
    );
    expect(signature(card)).toBe("Asked by Ana, Sun 15 Mar 22:55 (Ecuador time).");
    expect(allWords(card)).toContain(reason);
    expect(allWords(card)).toContain("No source was named.");
    expect(allWords(card)).toContain(
      "Nothing changes: what is recorded now stays. It can be confirmed until Mon 16 Mar 22:55",
    );
    expect(allWords(card)).toContain(`#${mark(reviewId(waiting()?.id ?? ""))}`);
    expect(decrees()).toHaveLength(1);
  });

  it("is recorded once with both names by somebody else, never by who asked nor by who may not record", async () => {
    await asked();
    const card = await posted();
    expect(await refusal(() => t.press(card, "Confirm as second person", "Ana"))).toMatch(
      /^You asked for this yourself/,
    );
    expect(await refusal(() => t.press(card, "Confirm as second person", "Mei", { manageGuild: false }))).toMatch(
      /^Only members/,
    );
    expect(decrees()).toHaveLength(1);
    const done = await t.press(card, "Confirm as second person", "Luis", { language: "es" });
    expect(done.to).toBe("update");
    expect(done.messages[0]?.content).toMatch(/^Confirmed and recorded\. WITHDRAWN: Curfew Decreto Ejecutivo 329/);
    expect(signature(done)).toBe("Asked by Ana, confirmed by Luis, Sun 15 Mar 22:55 (Ecuador time).");
    expect(done.messages[0]?.rows ?? []).toEqual([]);
    expect(allWords(done)).toContain(`#${mark(reviewId(t.parts().proposals.find(cardId(card))?.id ?? ""))}`);
    const ana = await t.context("Ana").recorder();
    const luis = await t.context("Luis").recorder();
    expect(decrees().at(-1)).toMatchObject({ recorder: ana, why: { is: "withdrawn", confirmedBy: luis } });
    expect(decrees()).toHaveLength(2);
  });

  it("is recorded once where two second persons press at once, and both read by whom", async () => {
    await asked();
    const card = await posted();
    const both = await Promise.all(["Luis", "Mei"].map((name) => t.press(card, "Confirm as second person", name)));
    expect(both.map(signature)).toEqual([
      "Asked by Ana, confirmed by Luis, Sun 15 Mar 22:55 (Ecuador time).",
      "Asked by Ana, confirmed by Luis, Sun 15 Mar 22:55 (Ecuador time).",
    ]);
    expect(decrees()).toHaveLength(2);
  });

  it("is declined with who; confirming after that records nothing, and neither does declining what is recorded", async () => {
    await asked();
    const card = await posted();
    const declined = await t.press(card, "Decline", "Luis");
    expect(declined.messages[0]?.content).toMatch(/^Declined, nothing was recorded\./);
    expect(signature(declined)).toBe("Asked by Ana, declined by Luis, Sun 15 Mar 22:55 (Ecuador time).");
    expect((await t.press(card, "Confirm as second person", "Mei")).messages[0]?.content).toMatch(/^Declined/);
    expect(decrees()).toHaveLength(1);
    await asked();
    const rowsNow = await rows();
    expect(rowsNow).toHaveLength(2);
  });

  it("decides once where one confirms and another declines at once", async () => {
    await asked();
    const card = await posted();
    const [confirmed, declined] = await Promise.all([
      t.press(card, "Confirm as second person", "Luis"),
      t.press(card, "Decline", "Mei"),
    ]);
    expect([confirmed, declined].map((one) => one.messages[0]?.content.split(".")[0])).toEqual([
      "Confirmed and recorded",
      "Confirmed and recorded",
    ]);
    expect(decrees()).toHaveLength(2);
  });

  it("can be taken back by who asked", async () => {
    await asked();
    const taken = await t.press(await posted(), "Decline", "Ana");
    expect(taken.messages[0]?.content).toMatch(/^Taken back by who asked, nothing was recorded\./);
    expect(signature(taken)).toBe("Asked by Ana.");
    expect(decrees()).toHaveLength(1);
  });

  it("waits through a restart, and is asked for again where the question was never written", async () => {
    await asked();
    const card = await posted();
    await t.restart();
    const [proposal] = t.parts().proposals.waiting();
    if (proposal === undefined) throw new Error("nothing waits");
    await t.context().askSecond(proposal);
    expect(await rows()).toHaveLength(1);
    await t.press(card, "Confirm as second person", "Luis");
    expect(decrees()).toHaveLength(2);
    await t.restart();
    expect(signature(await t.press(card, "Decline", "Mei"))).toMatch(/confirmed by Luis/);
  });

  it("says after a restart between writing and noting it that it is recorded, whatever is pressed", async () => {
    await asked();
    const card = await posted();
    const proposal = waiting();
    if (proposal === undefined) throw new Error("nothing waits");
    await t.press(card, "Confirm as second person", "Luis");
    const kept = t.parts().proposals;
    await kept.save({ ...proposal }, kept.find(proposal.id));
    const pressed = await t.press(card, "Decline", "Mei");
    expect(pressed.messages[0]?.content).toMatch(/^Confirmed and recorded/);
    expect(signature(pressed)).toMatch(/confirmed by Luis/);
    expect(decrees()).toHaveLength(2);
  });

  it("is shown anew where somebody recorded in between, and recorded only when that is confirmed", async () => {
    await asked();
    const card = await posted();
    const [head] = decrees();
    if (head?.kind !== "curfew.declared") throw new Error("no decree");
    const content = Curfew.parse({ ...head.content, lastNight: "2026-04-02" });
    const why = { is: "changed" as const, reason: { en: "prolonged" } };
    await t.record({ kind: "curfew.changed", subject: DECREE, prev: head.id, content, why }, "Mei");
    const again = await t.press(card, "Confirm as second person", "Luis");
    expect(again.messages[0]?.content).toMatch(
      /^⚠️ Somebody recorded in between\..*\n❔ NOT CONFIRMED, a second person is needed/,
    );
    expect(again.messages[0]?.content).toContain("15 Mar 2026 - 2 Apr 2026");
    expect(decrees()).toHaveLength(2);
    // The old card confirms words that are no longer meant.
    expect((await t.press(card, "Confirm as second person", "Luis")).messages[0]?.content).toMatch(/^⚠️ Somebody/);
    expect(decrees()).toHaveLength(2);
    await t.press(again, "Confirm as second person", "Luis");
    expect(decrees().map(({ kind }) => kind)).toEqual(["curfew.declared", "curfew.changed", "curfew.withdrawn"]);
    expect(decrees().at(-1)?.prev).toBe(decrees()[1]?.id);
  });

  it("that fits no longer says so: somebody else withdrew it meanwhile", async () => {
    await asked();
    const card = await posted();
    const [head] = decrees();
    const gone = { reason: { en: "another reason" } };
    await t.record({ kind: "curfew.withdrawn", subject: DECREE, prev: head?.id ?? "", content: gone }, "Mei");
    const over = await t.press(card, "Confirm as second person", "Luis");
    expect(over.messages[0]?.content).toMatch(/^It fits no longer, nothing was recorded\. It has to be made again\./);
    expect(decrees()).toHaveLength(2);
  });

  it("cannot be confirmed after 24 hours, and up to then it can", async () => {
    await asked();
    const card = await posted();
    t.pass(24 * HOUR);
    const early = await t.press(card, "Confirm as second person", "Luis");
    expect(early.messages[0]?.content).toMatch(/^Confirmed/);
    t = await team();
    await asked();
    const late = await posted();
    t.pass(24 * HOUR + 1);
    const old = await t.press(late, "Confirm as second person", "Luis");
    expect(old.messages[0]?.content).toMatch(
      /^Waited for more than 24 hours, nothing was recorded\. It has to be made again\./,
    );
    expect(decrees()).toHaveLength(1);
  });

  it("is decided only in the server where it was asked: names and ids are another server's own", async () => {
    await asked();
    const elsewhere = { guildId: "300000000000000002" };
    expect(await refusal(async () => t.press(await posted(), "Confirm as second person", "Luis", elsewhere))).toMatch(
      /^This was asked in another server/,
    );
    expect(decrees()).toHaveLength(1);
  });

  it("refuses buttons that nobody of ours can have made", async () => {
    for (const args of [[], ["x"], ["0000000000", "000000000000", "en", "review"], ["0000000000", "0", "fr", "there"]])
      expect(
        await refusal(() =>
          t.press(
            {
              to: "asker",
              messages: [
                {
                  content: "",
                  rows: [{ buttons: [{ label: "x", press: { action: { name: "review.confirm", args } } }] }],
                },
              ],
            },
            "x",
            "Luis",
          ),
        ),
      ).toMatch(/^This button comes from an older version/);
  });
});

describe("without a review channel", () => {
  beforeEach(async () => {
    t = await team({ review: false });
  });

  it("the card is shown to everyone in the channel where it was typed, and a colleague confirms it there", async () => {
    const card = await asked("Ana", { language: "es" });
    expect(card.to).toBe("channel");
    expect(card.messages[0]?.content).toMatch(
      /^❔ SIN CONFIRMAR, hace falta una segunda persona\. RETIRADO: Toque Decreto Ejecutivo 329/,
    );
    expect(signature(card)).toBe("Lo pide Ana, domingo 15 mar. 22:55 (hora de Ecuador).");
    expect(await refusal(() => t.press(card, "Confirmar como segunda persona", "Ana"))).toMatch(/^You asked/);
    const done = await t.press(card, "Confirmar como segunda persona", "Luis");
    expect(signature(done)).toBe("Lo pidió Ana, lo confirmó Luis, domingo 15 mar. 22:55 (hora de Ecuador).");
    expect(decrees()).toHaveLength(2);
  });

  it("nothing is changed where who asks may not write there, and it can be confirmed elsewhere afterwards", async () => {
    const mute = { sendMessages: false };
    expect(await refusal(() => asked("Ana", mute))).toMatch(/^It needs a second person, no review channel is set/);
    expect(t.parts().proposals.waiting()).toEqual([]);
    expect(decrees()).toHaveLength(1);
  });
});

function cardId(card: Answer): string {
  const [row] = card.messages[0]?.rows ?? [];
  const button = row !== undefined && "buttons" in row ? row.buttons[0] : undefined;
  return button !== undefined && "action" in button.press ? (button.press.action.args[0] ?? "") : "";
}
