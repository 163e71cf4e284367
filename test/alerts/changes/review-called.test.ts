// Questions to the review channel call whoever looks after that channel's own alerts, also after a handover; where it has none, nobody.
import { expect, it } from "vitest";
import { reviewId } from "../../../src/domain/proposal.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import { closuresScene, GUAYAS, GUILD, OWNER, SECOND } from "../care/scene.ts";
import { someAnswers, someRow } from "../stand-ins.ts";
import { strike } from "./strike-scene.ts";

const ID = "proposal-0000000001";

it.each([
  [[OWNER], ` <@${OWNER}>`],
  [[], ""],
])("is called by a question: %j", async (people, mention) => {
  const s = await closuresScene();
  const draft = { kind: "strike.recorded" as const, subject: "s1", content: strike({ id: "s1" }) };
  const proposal = {
    v: 1 as const,
    id: ID,
    state: "waiting" as const,
    form: "strike",
    by: "b",
    guildId: GUILD,
    at: 1_773_600_000_000,
    args: [],
    language: "en" as const,
    typed: {},
    drafts: [draft],
  };
  const render = renderer(
    someAnswers({ reviewers: () => people, review: () => ({ proposal, versions: () => [], home: "EC" }) }),
  );
  const row = someRow({ kind: "review.due", id: reviewId(ID), at: 1, proposal: ID }, GUAYAS);
  const known = s.store.known();
  const shown = render(row, { known, now: s.hand.clock.now() });
  const [message] = typeof shown === "string" ? [] : shown;
  expect(message?.content.replace(/^.*?(?=( <@\d+>)*$)/su, "")).toBe(mention);
  expect(message?.users ?? []).toEqual(people);
});

it("is whoever owns the channel's subscription by now", async () => {
  const s = await closuresScene({ review: GUAYAS });
  expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([]);
  await s.subscribe(GUAYAS);
  expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([OWNER]);
  await s.road.duty.handOver({ guildId: GUILD, from: OWNER, to: SECOND, by: OWNER, language: "en" });
  expect(s.road.duty.ownersOf(GUILD, GUAYAS)).toEqual([SECOND]);
  expect(s.road.duty.isReview(GUAYAS)).toBe(true);
});
