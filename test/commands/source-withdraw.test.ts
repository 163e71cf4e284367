// A source of a strike taken back by hand: what falls out of figures, label and count, what is shown before Confirm, and that the record keeps it, struck.
import { describe, expect, it } from "vitest";
import { strikeSource } from "../../commands/record/forms/source-withdraw.ts";
import { strikes } from "../../commands/strikes/index.ts";
import type { Modal } from "../../src/command.ts";
import { Strike } from "../../src/domain/strike.ts";
import { allWords, englishIn, fieldOf, mustFit, pick, refusal, run } from "../views/reading.ts";
import { scene } from "./total-scene.ts";

const NOW = "2026-03-20T22:00:00-04:00";
const said = (name: string) => ({ en: name, es: name });
const killed = (low: number, by: string, more: object) => ({
  measure: "killed",
  low,
  by: said(by),
  date: "2026-03-17",
  ...more,
});
const content = Strike.parse({
  id: "strike-1",
  target: "vessel",
  date: "2026-03-17",
  dateBasis: "strike",
  region: "caribbean",
  announcedBy: said("SOUTHCOM"),
  figures: [
    killed(3, "SOUTHCOM", { source: "https://ap.example/1" }),
    killed(7, "Colombian Navy", { source: "https://blog.example/1" }),
  ],
  sources: [
    { publisher: "AP", url: "https://ap.example/1", date: "2026-03-17" },
    { publisher: "CNN", url: "https://cnn.example/1", date: "2026-03-17" },
    { publisher: "Blog", url: "https://blog.example/1", date: "2026-03-18" },
  ],
});
const open = () => scene(NOW, [{ kind: "strike.recorded", subject: content.id, content }]);
const args = (version: string, kind = "corrected") => [content.id, version, kind];

function valueOf(modal: Modal, label: string): string {
  const field = modal.fields.find(({ key }) => key === "source");
  const value = field?.kind === "choice" ? field.options.find((one) => one.label.startsWith(label))?.value : undefined;
  if (value === undefined) throw new Error(`no source ${label}`);
  return value;
}

describe("a source taken back", () => {
  it("is picked from those that stand; the card shows figures, label and count old -> new, and writes nothing", async () => {
    const { context, opened, filled, newest, store } = await open();
    const modal = await opened(strikeSource, args(newest("strike", content.id).id), context());
    const [source] = modal.fields;
    expect(source?.kind === "choice" && source.options.map(({ label }) => label)).toEqual([
      "AP, 17 Mar 2026",
      "CNN, 17 Mar 2026",
      "Blog, 18 Mar 2026",
    ]);
    const card = await filled(
      modal,
      { source: valueOf(modal, "Blog"), reason: "it was another strike", who: "Blog" },
      context(),
    );
    for (const message of card.messages) await mustFit(message);
    const lines = fieldOf(card, "If you confirm") ?? "";
    expect(lines).toContain(
      "Killed, as announced: 3, says SOUTHCOM, 17 Mar 2026; 7, says Colombian Navy, 17 Mar 2026 -> 3, says SOUTHCOM, 17 Mar 2026",
    );
    expect(lines).toContain("How far it is verified: 3 sources, disputed -> 2 sources, partly verified");
    expect(lines).toMatch(
      /Vigía's count: \d+ strikes, at least \d+|Vigía's count: \d+ strikes, (\d+) to (\d+) killed as announced.* -> \d+ strikes, \d+ killed as announced/,
    );
    expect(allWords(card)).toContain("~~[Blog], 18 Mar 2026~~ withdrawn 20 Mar 2026: it was another strike");
    expect(newest("strike", content.id)).toMatchObject({ kind: "strike.recorded" });
    expect(store.known().strikesById.get(content.id)?.sources[2]?.withdrawn).toBeUndefined();
  });

  it("once confirmed carries nothing: figure, list, count and record say the same, and why it was done stands with it", async () => {
    const { context, opened, filled, confirmed, newest, store } = await open();
    const before = await run(strikes, { since: "2026-03-10", until: "2026-03-18" }, context());
    expect(before.messages[0]?.content).toMatch(/^1 US military strike on vessels, .*: 3 to 7 killed as announced/);
    const seen = newest("strike", content.id);
    const modal = await opened(strikeSource, args(seen.id), context());
    const card = await filled(
      modal,
      {
        source: valueOf(modal, "Blog"),
        reason: "it was another strike",
        who: "Blog",
        link: "https://blog.example/note",
      },
      context(),
    );
    expect((await confirmed(card, context())).messages[0]?.content).toMatch(
      /^Recorded, the source is struck: US strike on a vessel, Caribbean: 3 killed, says SOUTHCOM\. On 17 Mar 2026\.$/,
    );
    expect(newest("strike", content.id)).toMatchObject({
      kind: "strike.changed",
      prev: seen.id,
      why: {
        is: "corrected",
        reason: { en: "it was another strike" },
        by: said("Blog"),
        source: { url: "https://blog.example/note" },
      },
    });
    expect(
      store
        .known()
        .strikesById.get(content.id)
        ?.sources.map(({ withdrawn }) => withdrawn),
    ).toEqual([undefined, undefined, { on: "2026-03-20", reason: { en: "it was another strike" } }]);
    const after = await run(strikes, { since: "2026-03-10", until: "2026-03-18" }, context());
    expect(after.messages[0]?.content).toMatch(
      /^1 US military strike on vessels, .*: 3 killed as announced.* Newest source 17 Mar 2026\.$/,
    );
    expect(fieldOf(after, "Records")).toContain("3 killed, says SOUTHCOM · partly verified");
    const one = await pick(strikes, { name: "strikes.open", args: [] }, content.id, context());
    expect(fieldOf(one, "Killed, as announced")).toContain(
      "~~7, says Colombian Navy, 17 Mar 2026~~ (its source was withdrawn)",
    );
  });

  it("is offered no more, and the last one never", async () => {
    const { context, opened, filled, confirmed, newest } = await open();
    for (const name of ["Blog", "CNN"]) {
      const modal = await opened(strikeSource, args(newest("strike", content.id).id, "withdrawn"), context());
      await confirmed(await filled(modal, { source: valueOf(modal, name), reason: "gone" }, context()), context());
    }
    const last = async () => ({
      to: "asker" as const,
      messages: [{ content: (await opened(strikeSource, args(newest("strike", content.id).id), context())).title }],
    });
    expect(await refusal(last)).toBe(
      "It is the only source left that carries this record. Withdraw the record itself: /record withdraw.",
    );
  });

  it("says what cannot be taken, and what somebody else changed meanwhile", async () => {
    const { context, opened, filled, confirmed, newest } = await open();
    const seen = newest("strike", content.id);
    const modal = await opened(strikeSource, args(seen.id), context());
    const words = async (typed: Record<string, string>) =>
      (await filled(modal, typed, context())).messages[0]?.content ?? "";
    expect(await words({ source: "zzz", reason: "gone" })).toContain("Please pick the source");
    expect(await words({ source: valueOf(modal, "CNN"), reason: " " })).toContain("The reason is missing");
    expect(await words({ source: valueOf(modal, "CNN"), reason: "gone", link: "http://x" })).toContain("https://");
    const theirs = await opened(strikeSource, args(seen.id), context());
    await confirmed(await filled(theirs, { source: valueOf(theirs, "Blog"), reason: "gone" }, context()), context());
    const mine = await opened(strikeSource, args(seen.id), context());
    expect(
      (await filled(mine, { source: valueOf(mine, "CNN"), reason: "gone" }, context())).messages[0]?.content,
    ).toContain("Somebody changed it since you opened the form");
    expect(
      await refusal(async () => ({
        to: "asker",
        messages: [{ content: (await opened(strikeSource, args("0".repeat(64)), context())).title }],
      })),
    ).toContain("older version");
  });

  it("speaks Spanish to who reads Spanish, in the form, on the card and after it", async () => {
    const { context, opened, filled, confirmed, newest, store } = await open();
    const modal = await opened(strikeSource, args(newest("strike", content.id).id), context("es"));
    const card = await filled(modal, { source: valueOf(modal, "CNN"), reason: "la retiró" }, context("es"));
    expect(englishIn(allWords(card).replaceAll(/Colombian Navy|Blog/g, ""), store.known())).toEqual([]);
    expect(fieldOf(card, "Si confirmas")).toContain("Ninguna cifra depende solo de ella");
    expect(fieldOf(card, "Si confirmas")).toContain("El conteo de Vigía no cambia");
    expect((await confirmed(card, context("es"))).messages[0]?.content).toMatch(
      /^Registrado, la fuente queda tachada: /,
    );
  });
});
