// What a lawyer is handed: read back from the files with another reader of CSV, and compared with what the channel was posted.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exported, type TypedExport } from "../../commands/record/export.ts";
import { KeptMessages } from "../../src/alerts/ledger/kept-messages.ts";
import { proofOf } from "../../src/alerts/ledger/proof.ts";
import { type Context, Refusal } from "../../src/command.ts";
import type { Message } from "../../src/views/message.ts";
import { CHANNEL, changeScene, decree, ec } from "../alerts/changes/change-scene.ts";
import { asking } from "../views/shipped.ts";

const GUILD = "900000000000000009";
type Scene = Awaited<ReturnType<typeof changeScene>>;

/** A night begun and shortened while it ran, by one person and confirmed by another. */
async function night(): Promise<Scene> {
  const s = await changeScene("2026-03-15T12:00");
  await s.record("curfew.declared", decree());
  s.hand.set(ec("2026-03-15T21:58"));
  await s.clockwork.tick(s.hand.clock.now());
  await s.subscribe(["EC-G"]);
  s.courier.start();
  await s.playTo("2026-03-16T01:00");
  const shortened = decree({
    exceptions: [{ night: "2026-03-15", off: false, end: "03:00" }],
    sources: [{ publisher: '=Diario "El Ñandú", S.A.', url: "https://example.org/a", date: "2026-03-16" }],
  });
  const why = { is: "changed", reason: { es: "Lo dice el decreto" }, confirmedBy: "second" };
  await s.record("curfew.changed", shortened, { why });
  await s.settle();
  await s.playTo("2026-03-16T06:00");
  return s;
}

function asks(s: Scene, more: Partial<Context> = {}): Context {
  const { proof } = proofOf({ ledger: s.ledger, store: s.store, shown: new KeptMessages(s.engine.namespace("marks")) });
  const { context } = asking({ known: s.store.known(), mayRecord: true, now: "2026-03-16T12:00:00-05:00" });
  return {
    ...context,
    guildId: GUILD,
    channelId: CHANNEL,
    versions: (noun, subject) => s.store.versions(noun, subject),
    nameOf: (id) =>
      new Map([
        ["p", "Ana"],
        ["second", "Luis"],
      ]).get(id),
    proof,
    ...more,
  };
}

const typed: TypedExport = { what: "messages", channel: undefined, since: undefined, until: undefined };
const Rows = z.array(z.record(z.string(), z.unknown()));

async function files(what: "messages" | "facts", context: Context, more: Partial<TypedExport> = {}) {
  const [message] = (await exported({ ...typed, what, ...more }, context)).messages;
  const find = (ending: string) => message?.files?.find(({ name }) => name.endsWith(ending));
  const [csv, json] = [find(".csv"), find(".json")];
  return {
    message,
    name: csv?.name,
    csv: csv === undefined ? [] : Rows.parse(parse(csv.text, { columns: true, bom: true })),
    json: json === undefined ? [] : Rows.parse(JSON.parse(json.text)),
  };
}

const wordsOf = ({ content, embed }: Message) => ({
  text: content,
  fields: (embed?.fields ?? []).map(({ name, value }) => `${name}: ${value}`).join("\n"),
  footer: embed?.footer ?? "",
});

describe("/record export what:messages", () => {
  it("holds every message and edit of the channel word for word, with due and posted time, sources and both people", async () => {
    const s = await night();
    const { json, csv, name, message } = await files("messages", asks(s));
    expect(name).toBe(`messages-${CHANNEL}-2026-02-14-2026-03-16.csv`);
    expect(message?.content).toMatch(/^What <#900000000000000001> was shown from 14 Feb 2026 to 16 Mar 2026: \d+ rows/);
    const shown = json.filter(({ did }) => did === "posted");
    expect(shown.map(({ text, fields, footer }) => ({ text, fields, footer }))).toEqual(
      s.posts.map(({ message: one }) => wordsOf(one)),
    );
    expect(shown.map(({ messageId }) => messageId)).toEqual(s.posts.map(({ messageId }) => messageId));
    const edited = json.filter(({ did }) => did === "edited");
    expect(edited.map(({ messageId, text, fields, footer }) => ({ messageId, text, fields, footer }))).toEqual(
      s.edits.map(({ messageId, message: one }) => ({ messageId, ...wordsOf(one) })),
    );
    const [begin] = shown;
    expect(begin).toMatchObject({
      kind: "curfew.began",
      due: "2026-03-16T04:00:00Z",
      posted: "2026-03-16T04:00:00Z",
      lateBySeconds: 0,
    });
    expect(begin).toMatchObject({ recordedBy: "Ana", confirmedBy: "", subjects: "d1" });
    const notice = shown.find(({ kind }) => kind === "curfew.changed");
    expect(notice).toMatchObject({ recordedBy: "Ana", confirmedBy: "Luis", newestSource: "2026-03-16" });
    expect(notice?.["sources"]).toBe('=Diario "El Ñandú", S.A. 2026-03-16 https://example.org/a');
    expect(notice?.["answersMessage"]).toBe(`https://discord.com/channels/${GUILD}/${CHANNEL}/m1`);
    // The table says the same; a spreadsheet must not take a publisher's name for a formula.
    expect(csv.map(({ text, posted, mark }) => [text, posted, mark])).toEqual(
      json.map(({ text, posted, mark }) => [text, posted, mark]),
    );
    expect(csv.find(({ kind }) => kind === "curfew.changed")?.["sources"]).toBe(`'${String(notice?.["sources"])}`);
  });

  it("says of what was not posted that it was not, and why", async () => {
    const s = await night();
    const [row] = (await s.rows()).filter(({ state }) => state === "sent");
    if (row === undefined) throw new Error("nothing was sent");
    s.answers.push({ is: "never", why: "refused-form", closes: false });
    await s.playTo("2026-03-16T23:01");
    const { json } = await files("messages", asks(s));
    expect(json.at(-1)).toMatchObject({
      did: "not posted",
      state: "failed",
      reason: "refused-form",
      messageId: "",
      posted: "",
    });
  });

  it("tells the wording that stands where an earlier attempt had posted another one", async () => {
    const s = await changeScene("2026-03-15T12:00");
    await s.record("curfew.declared", decree());
    s.hand.set(ec("2026-03-15T21:58"));
    await s.clockwork.tick(s.hand.clock.now());
    await s.subscribe(["EC-G"]);
    s.courier.start();
    s.answers.push({ is: "sent", messageId: "m9", stands: "🔴 As it was worded first." });
    await s.playTo("2026-03-15T23:00");
    const { json } = await files("messages", asks(s));
    expect(json.at(-1)).toMatchObject({ text: "🔴 As it was worded first.", messageId: "m9", digest: "" });
  });

  it("never shows another channel's or another server's, nor what was due before or after", async () => {
    const s = await night();
    expect((await files("messages", asks(s, { channelId: "900000000000000002" }))).json).toEqual([]);
    expect((await files("messages", asks(s, { guildId: "900000000000000007" }))).json).toEqual([]);
    expect((await files("messages", asks(s), { until: "2026-03-14" })).json).toEqual([]);
    // 15 March ends at midnight of Ecuador: the begin at 23:00 is in, what came after 00:00 is not.
    const first = await files("messages", asks(s), { since: "2026-03-15", until: "2026-03-15" });
    expect(first.json.map(({ due }) => due)).toEqual(["2026-03-16T04:00:00Z"]);
  });

  it("is refused to who may not record, in words", async () => {
    const s = await night();
    const refused = exported(typed, asks(s, { mayRecord: false }));
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(/^Only members of the team/);
  });
});

it("finds the alert behind a message of this server, the notice and not its edits; of another server's none", async () => {
  const s = await night();
  const { alertIn } = proofOf({
    ledger: s.ledger,
    store: s.store,
    shown: new KeptMessages(s.engine.namespace("marks")),
  });
  expect((await alertIn(GUILD, "m1"))?.kind).toBe("curfew.began");
  expect((await alertIn(GUILD, "m2"))?.kind).toBe("curfew.changed");
  expect(await alertIn("900000000000000007", "m1")).toBeUndefined();
  expect(await alertIn(GUILD, "m99")).toBeUndefined();
});

describe("/record export what:facts", () => {
  it("holds every version; each id can be computed again from what stands in the file", async () => {
    const s = await night();
    const { json, csv } = await files("facts", asks(s));
    expect(json.map(({ id }) => id)).toEqual(s.store.after(0).map(({ id }) => id));
    for (const { id, kind, subject, prev, content } of json) {
      const words = canonicalize({ kind, subject, ...(prev === undefined ? {} : { prev }), content });
      expect(
        createHash("sha256")
          .update(words ?? "")
          .digest("hex"),
      ).toBe(id);
    }
    const last = csv.at(-1);
    expect(last).toMatchObject({
      kind: "curfew.changed",
      recordedBy: "Ana",
      confirmedBy: "Luis",
      why: "changed",
      reason: "Lo dice el decreto",
    });
    expect(csv.filter(({ recordedBy }) => recordedBy === "data file").length).toBe(json.length - 2);
  });

  it("goes on in further files where one would be too large, with a head on each and nothing lost", async () => {
    const s = await night();
    const [one] = s.store.after(0);
    if (one === undefined) throw new Error("no fact");
    const many = Array.from({ length: 60 }, (_, i) => ({ ...one, seq: i + 1, origin: "x".repeat(300_000) }));
    const context = asks(s);
    const { messages } = await exported(
      { ...typed, what: "facts" },
      { ...context, proof: { ...context.proof, facts: () => many } },
    );
    for (const { files: some = [] } of messages)
      expect(some.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(24 * 1024 * 1024);
    const csvs = messages.flatMap((message) => message.files ?? []).filter(({ name }) => name.endsWith(".csv"));
    expect(csvs.map(({ name }) => name.slice(-11))).toEqual(
      ["-1-of-2.csv", "-2-of-2.csv"].map((end) => end.slice(-11)),
    );
    expect(csvs.every(({ text }) => Buffer.byteLength(text) < 10 * 1024 * 1024)).toBe(true);
    const rows = csvs.flatMap(({ text }) => Rows.parse(parse(text, { columns: true, bom: true })));
    expect(rows.map(({ seq }) => seq)).toEqual(many.map(({ seq }) => String(seq)));
    const tooMany = Array.from({ length: 400 }, (_, i) => ({ ...one, seq: i + 1, origin: "x".repeat(300_000) }));
    await expect(
      exported({ ...typed, what: "facts" }, { ...context, proof: { ...context.proof, facts: () => tooMany } }),
    ).rejects.toThrow(/more than Discord takes/);
  });
});
