// Share under the answers of /curfew, /strikes and /orgs: who may, what is missing, what is shared, and that nothing stale is.
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { curfew } from "../../commands/curfew/index.ts";
import { orgs } from "../../commands/orgs/index.ts";
import { strikes } from "../../commands/strikes/index.ts";
import type { Answer, Context } from "../../src/command.ts";
import type { Shared, ShareWanted } from "../../src/domain/share.ts";
import { LANGUAGES, type Language } from "../../src/domain/text.ts";
import { ec, knownAt } from "../views/ecuador-known.ts";
import { actionOf, allWords, mustFit, pick, press, refusal, run } from "../views/reading.ts";
import { type Asking, asking, shipped } from "../views/shipped.ts";

const NIGHT = "2026-03-20T23:30";
const LABEL = { en: "Share", es: "Compartir" };
const buttons = (answer: Answer) =>
  (answer.messages.at(-1)?.rows ?? []).flatMap((row) => ("buttons" in row ? row.buttons.map((one) => one.label) : []));

/** A reader whose presses are remembered instead of posted. */
function reader(given: Asking = {}, where: Partial<Context> = {}, shared: Shared = { is: "posted" }) {
  const wanted: ShareWanted[] = [];
  const { context } = asking({
    ...given,
    where: {
      messageId: "350000000000000001",
      share: async (one) => (wanted.push(one), shared),
      ...where,
    },
  });
  return { context, wanted };
}
const onCurfew = (now = NIGHT): Asking => ({ known: knownAt(now), now: `${now}:00-05:00` });
const shareOf = (answer: Answer, language: Language = "en") => actionOf(answer, LABEL[language]);

describe("Share", () => {
  it("stands with Copy under every answer, lists, pages and single records, and under no question back", async () => {
    const { context } = reader();
    const page = await run(strikes, {}, context);
    const opened = await pick(strikes, actionOf(page, "Open one record"), "2026-03-08", context);
    const answers = [
      await run(curfew, {}, reader(onCurfew()).context),
      await run(curfew, { place: "guayas" }, reader(onCurfew()).context),
      page,
      await press(strikes, actionOf(page, "Older"), context),
      opened,
      await run(orgs, {}, context),
      await run(orgs, { name: "los lobos" }, context),
      await run(orgs, { "designated-by": "us" }, context),
    ];
    for (const answer of answers) {
      expect(buttons(answer).slice(-3)).toEqual(["Share", "Copy", "En español"]);
      await Promise.all(answer.messages.map(mustFit));
    }
    expect(buttons(await run(orgs, { name: "CDG" }, context))).toEqual([]);
  });

  it.each(LANGUAGES)("hands over what was read: question, language, instant, who and where (%s)", async (language) => {
    const { context, wanted } = reader({ ...onCurfew(), language });
    const answer = await run(curfew, { place: "guayas", at: "tonight" }, context);
    const said = await press(curfew, shareOf(answer, language), context);
    expect(said.to).toBe("asker");
    expect(said.messages.map((one) => one.content)).toEqual([
      language === "en" ? "Shared in <#100000000000000002>." : "Compartido en <#100000000000000002>.",
    ]);
    expect(wanted).toHaveLength(1);
    expect(wanted[0]).toMatchObject({
      question: { is: "curfew.place", place: "EC-G", at: ec("2026-03-20T23:00") },
      language,
      answeredAt: ec(NIGHT),
      messageId: "350000000000000001",
      guildId: "100000000000000001",
      channelId: "100000000000000002",
      sharer: { id: "100000000000000003", name: "Ana" },
    });
  });

  it("keeps the language that was read, also when the reader's Discord speaks another by now", async () => {
    const { context, wanted } = reader({ ...onCurfew(), language: "es" });
    const answer = await run(curfew, { place: "guayas" }, context);
    const said = await press(curfew, shareOf(answer, "es"), { ...context, language: "en" });
    expect(said.messages[0]?.content).toBe("Shared in <#100000000000000002>.");
    expect(wanted[0]?.language).toBe("es");
  });

  it("needs the member's own leave to write there, and names it, in a thread the thread's", async () => {
    const user = { ...asking().context.user, sendMessages: false };
    const { context, wanted } = reader(onCurfew(), { user });
    const share = shareOf(await run(curfew, {}, context));
    expect(await refusal(() => press(curfew, share, context))).toMatch(
      /^You may not write in <#\d+> yourself.*“Send Messages” is missing/,
    );
    expect(await refusal(() => press(curfew, share, { ...context, inThread: true }))).toContain(
      "“Send Messages in Threads”",
    );
    expect(await refusal(() => press(curfew, share, { ...context, language: "es" }))).toMatch(
      /^No puedes escribir en .*«Enviar mensajes»/,
    );
    expect(wanted).toEqual([]);
  });

  it("names what the bot lacks there, before anything is written", async () => {
    const lacking = (missing: readonly string[] | "no such channel") => ({ missingPermissions: async () => missing });
    const { context, wanted } = reader(onCurfew(), lacking(["SendMessages", "EmbedLinks"]));
    const share = shareOf(await run(curfew, {}, context));
    expect(await refusal(() => press(curfew, share, context))).toMatch(
      /I may not post in .* allow me there: Send Messages, Embed Links\./,
    );
    expect(await refusal(() => press(curfew, share, { ...context, language: "es" }))).toContain(
      "Enviar mensajes, Insertar enlaces",
    );
    expect(await refusal(() => press(curfew, share, { ...context, ...lacking("no such channel") }))).toContain(
      "“View Channel”",
    );
    expect(wanted).toEqual([]);
  });

  it("is not offered in a direct message, and refused there all the same; Copy is", async () => {
    const { context } = reader(onCurfew());
    const share = shareOf(await run(curfew, {}, context));
    const alone = { ...context, guildId: undefined };
    expect(buttons(await run(curfew, {}, alone))).toEqual(["Next 14 nights", "Sources", "Copy", "En español"]);
    expect(await refusal(() => press(curfew, share, alone))).toMatch(/nobody to share them with/);
  });

  it("shares nothing that has changed since it was read: the newest stands below, to be read first", async () => {
    const before = reader(onCurfew("2026-03-20T22:55"));
    const share = shareOf(await run(curfew, { place: "guayas" }, before.context));
    const { context, wanted } = reader(onCurfew("2026-03-20T23:01"));
    const told = await press(curfew, share, context);
    expect(told.to).toBe("asker");
    expect(told.messages[0]?.content).toMatch(/^Not shared: this has changed/);
    expect(told.messages[1]?.content).toMatch(/^🔴 CURFEW NOW in Guayas/);
    expect(wanted).toEqual([]);
    await press(curfew, shareOf(told), context);
    expect(wanted).toHaveLength(1);
  });

  it("says so when the record is gone, and refuses what no button of ours carries", async () => {
    const { context } = reader();
    const page = await run(strikes, {}, context);
    const opened = await pick(strikes, actionOf(page, "Open one record"), "2026-03-08", context);
    const known = shipped();
    const without = { ...known, strikesById: new Map() };
    expect(await refusal(() => press(strikes, shareOf(opened), { ...context, known: without }))).toContain(
      "no longer in the list",
    );
    expect(await refusal(() => press(strikes, { name: "strikes.share", args: ["x"] }, context))).toContain(
      "older version",
    );
    expect(await refusal(() => press(strikes, { name: "strikes.copy", args: [] }, context))).toContain("older version");
  });

  it.each([
    [{ is: "already" }, /^This is shared in <#\d+> already; nothing was posted twice\.$/, /^Esto ya se compartió/],
    [{ is: "waiting" }, /^Discord does not take it yet/, /^Discord todavía no lo acepta/],
    [
      { is: "no", why: "forbidden" },
      /^Not shared in <#\d+>: Discord does not let me/,
      /^No se compartió en <#\d+>: Discord no me deja/,
    ],
    [{ is: "no", why: "answer-changed" }, /it changed in that very moment/, /cambió justo en ese momento/],
    [{ is: "no", why: "some-new-reason" }, /something went wrong here/, /algo falló aquí/],
  ] as const)("tells the presser what became of it: %j", async (shared, english, spanish) => {
    const { context } = reader(onCurfew(), {}, shared);
    const share = shareOf(await run(curfew, {}, context));
    expect((await press(curfew, share, context)).messages[0]?.content).toMatch(english);
    expect((await press(curfew, share, { ...context, language: "es" })).messages[0]?.content).toMatch(spanish);
  });
});

describe("the way back", () => {
  it("leads from a record to the page it was opened from, in place", async () => {
    const { context } = reader();
    const second = await press(strikes, actionOf(await run(strikes, {}, context), "Older"), context);
    const [menu] = second.messages.flatMap((one) => one.rows ?? []).flatMap((row) => ("menu" in row ? [row.menu] : []));
    const opened = await pick(strikes, actionOf(second, "Open one record"), menu?.options[0]?.value ?? "", context);
    const back = await press(strikes, actionOf(opened, "Back to the list"), context);
    expect(back.to).toBe("update");
    expect(allWords(back)).toBe(allWords(second));
    const list = await run(orgs, { "designated-by": "us" }, context);
    const one = await pick(orgs, actionOf(list, "Open one organisation"), "los-lobos", context);
    expect(allWords(await press(orgs, actionOf(one, "Back to the list"), context))).toBe(allWords(list));
  });

  it("is not offered by a menu of an older version, which knew no list", async () => {
    const { context } = reader();
    const opened = await pick(strikes, { name: "strikes.open", args: [] }, "2026-03-08", context);
    expect(buttons(opened)).toEqual(["Share", "Copy", "En español"]);
    const one = await pick(orgs, { name: "orgs.open", args: [] }, "los-lobos", context);
    expect(buttons(one)).toEqual(["Share", "Copy", "En español"]);
  });
});

it("no other command's answers carry Share", () => {
  expect(COMMANDS.filter((one) => one.answers !== undefined).map((one) => one.name)).toEqual([
    "curfew",
    "strikes",
    "orgs",
  ]);
});
