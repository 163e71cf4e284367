// One strike from a message to its withdrawal, and one curfew shortened while it runs: at each step every channel, /strikes or /curfew, counts, cards and
// history are read and compared with a table of what should be so. The whole bot on a strict Discord, in both languages.
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../rehearsal/contract.ts";
import type { Language } from "../../src/domain/text.ts";
import { type Whole, wholeBot, wordsOf, wordsOfMessage } from "./bot.ts";
import { firstLine, messageOf, partsOf, Walk } from "./walk.ts";

const CHANNELS = [
  { name: "alertas", language: "en", by: "Rita" },
  { name: "redaccion", language: "es", by: "Ana" },
  { name: "avisos", language: "es", by: "Ana" },
] as const;

let bot: Whole;
let walk: Walk;
afterEach(async () => {
  expect(bot.broken).toEqual([]);
  expect(bot.discord.unknownRoutes).toEqual([]);
  expect(bot.log.lines.filter((line) => line.level === "error")).toEqual([]);
  await bot.close();
});

async function opened(at: string, more: Parameters<typeof wholeBot>[0] = {}): Promise<void> {
  bot = await wholeBot({ at, rates: "roomy", ...more });
  walk = new Walk(bot);
  for (const { name, by } of CHANNELS) await walk.bot.subscribe(by, { channel: bot.discord.channel(name).id });
}

/** To within an hour of the first message: edits of older ones go minutes apart, and here no minute of the machine passes. */
const jump = (to: string) => bot.discord.clock.jump({ to: `2026-03-17T${to}:00-05:00` });
const own = (channel: string) => bot.shown(channel).filter(({ message }) => message.author.bot === true);
const count = (text: string, part: string) => text.split(part).length - 1;

/** What should be so. Figures before the first step are those of the shipped data: 45 strikes, 146 killed, 157 with those presumed dead. */
interface Step {
  /** Of the notice, and of the record's history. */
  word: Record<Language, string>;
  inHistory: string;
  by: "Rita" | "Ana";
  /** Posted in each channel until now; a source with the same figure is put into what stands there, in silence. */
  notices: number;
  killed: { least: number; most: number | undefined; who: Record<Language, string> };
  region: "pacific" | "caribbean";
  label: keyof typeof LABEL | "withdrawn";
  publishers: string;
}

const BEFORE = { strikes: 45, killed: 146, presumed: 157 };
const LABEL = {
  unverified: { en: "unverified", es: "sin verificar" },
  verified: { en: "verified", es: "verificado" },
  disputed: { en: "disputed", es: "en disputa" },
};
const REGION = {
  pacific: { en: "eastern Pacific", es: "Pacífico oriental" },
  caribbean: { en: "Caribbean", es: "Caribe" },
};
const alone = { en: ", says SOUTHCOM", es: ", según SOUTHCOM" };
const together = { en: ", say SOUTHCOM and apnews.com", es: ", según SOUTHCOM y apnews.com" };
const differ = { en: " (sources differ)", es: " (las fuentes no coinciden)" };

const STEPS = {
  recorded: {
    word: { en: "NEW · ", es: "NUEVO · " },
    inHistory: "RECORDED",
    by: "Rita",
    notices: 1,
    killed: { least: 3, most: 3, who: alone },
    region: "pacific",
    label: "unverified",
    publishers: "One source",
  },
  updated: {
    word: { en: "UPDATED 3 -> 4 killed · ", es: "ACTUALIZADO 3 -> 4 muertos · " },
    inHistory: "UPDATED",
    by: "Rita",
    notices: 2,
    killed: { least: 4, most: 4, who: alone },
    region: "pacific",
    label: "unverified",
    publishers: "2 links of one source",
  },
  added: {
    word: { en: "NEW SOURCE · ", es: "FUENTE NUEVA · " },
    inHistory: "SOURCE ADDED",
    by: "Ana",
    notices: 3,
    killed: { least: 4, most: undefined, who: differ },
    region: "pacific",
    label: "disputed",
    publishers: "2 sources",
  },
  corrected: {
    word: {
      en: "CORRECTED at least 4 killed -> 4 killed, eastern Pacific -> Caribbean · ",
      es: "CORREGIDO al menos 4 muertos -> 4 muertos, Pacífico oriental -> Caribe · ",
    },
    inHistory: "CORRECTED",
    by: "Ana",
    notices: 4,
    killed: { least: 4, most: 4, who: together },
    region: "caribbean",
    label: "unverified",
    publishers: "2 sources",
  },
  repeated: {
    word: { en: "CORRECTED ", es: "CORREGIDO " },
    inHistory: "SOURCE ADDED",
    by: "Rita",
    notices: 4,
    killed: { least: 4, most: 4, who: together },
    region: "caribbean",
    label: "verified",
    publishers: "3 sources",
  },
  takenBack: {
    word: { en: "UPDATED", es: "ACTUALIZADO" },
    inHistory: "UPDATED",
    by: "Rita",
    notices: 5,
    killed: { least: 4, most: 4, who: alone },
    region: "caribbean",
    label: "unverified",
    publishers: "2 sources",
  },
  withdrawn: {
    word: { en: "WITHDRAWN, do not use · ", es: "RETIRADO, no usar · " },
    inHistory: "WITHDRAWN",
    by: "Ana",
    notices: 6,
    killed: { least: 0, most: 0, who: alone },
    region: "caribbean",
    label: "withdrawn",
    publishers: "",
  },
} as const satisfies Record<string, Step>;
type Name = keyof typeof STEPS;
const ORDER: readonly Name[] = ["recorded", "updated", "added", "corrected", "repeated", "takenBack", "withdrawn"];

const amount = (least: number, most: number | undefined, language: Language) =>
  most === undefined ? `${language === "en" ? "at least" : "al menos"} ${least}` : `${least}`;

/** `46 strikes, 150 killed as announced, 161 with presumed dead`. */
function counted({ killed, label }: Step, language: Language): readonly [string, string, string] {
  const more = (base: number) => amount(base + killed.least, killed.most, language);
  const strikes = BEFORE.strikes + (label === "withdrawn" ? 0 : 1);
  return language === "en"
    ? [
        `${strikes} strikes`,
        `${more(BEFORE.killed)} killed as announced`,
        `${more(BEFORE.presumed)} with presumed dead`,
      ]
    : [
        `${strikes} ataques`,
        `${more(BEFORE.killed)} muertos según lo anunciado`,
        `${more(BEFORE.presumed)} con los dados por muertos`,
      ];
}

const killedWords = ({ killed: { least, most, who } }: Step, language: Language) =>
  `${amount(least, most, language)} ${language === "en" ? "killed" : "muertos"}${who[language]}`;

/** Whatever is kept of what was told before is struck. */
const standing = (text: string) => text.replaceAll(/~~[^~]*~~/g, "");

/** Everything that a reader or member can ask says the same as the table. */
async function tells(name: Name): Promise<void> {
  await bot.settled();
  const step: Step = STEPS[name];
  for (const { name: channel, language } of CHANNELS) {
    await expect.poll(() => own(channel).length).toBe(step.notices);
    const [strikes, killed, presumed] = counted(step, language);
    await expect
      .poll(() =>
        own(channel).map((one) => standing(wordsOfMessage(one)).includes(`${strikes}, ${killed}, ${presumed}`)),
      )
      .toEqual(Array.from({ length: step.notices }, () => true));
    const newest = own(channel).at(-1);
    expect(newest?.message.content.startsWith(step.word[language]), `${name}: ${newest?.message.content}`).toBe(true);
    expect(newest?.message.content).toContain(REGION[step.region][language]);
    // Where only the label is new, the counts tell of no edit that is still on its way.
    await vi.waitFor(() => {
      for (const one of own(channel)) holdsLabel(step, wordsOfMessage(one), language);
    });
  }
  await listed(step);
  await remembered(name);
}

function holdsLabel(step: Step, text: string, language: Language): void {
  const line = text
    .split("\n")
    .filter((one) => /^(One source|\d+ (links|sources|enlaces|fuentes)|Una sola fuente)/.test(one));
  if (step.label === "withdrawn") return expect(line).toEqual([]);
  expect(line).toEqual([expect.stringMatching(new RegExp(`, ${LABEL[step.label][language]}$`, "u"))]);
  if (language === "en") expect(line[0]).toBe(`${step.publishers}, ${LABEL[step.label].en}`);
}

async function listed(step: Step): Promise<void> {
  for (const [language, reader] of [
    ["en", "Luis"],
    ["es", "Sol"],
  ] as const) {
    const whole = wordsOf(await walk.type(language, reader, "strikes"));
    for (const part of counted(step, language)) expect(whole).toContain(part);
    const list = await walk.type(language, reader, "strikes", { since: "2026-03-17" });
    if (step.label === "withdrawn") {
      expect(firstLine(list)).toMatch(/^(No record of|Ningún registro)/);
      continue;
    }
    const line = `${REGION[step.region][language]} · ${killedWords(step, language)} · ${LABEL[step.label][language]}`;
    expect(count(wordsOf(list), line), `${line} in ${wordsOf(list)}`).toBe(1);
    const record = await walk.pick(language, reader, list, /17 [Mm]ar/);
    expect(firstLine(record)).toContain(`${REGION[step.region][language]}: ${killedWords(step, language)}`);
    holdsLabel(step, wordsOf(record), language);
  }
}

/** Versions of a page of the history. */
const PAGE = 5;

/** Every version until now, newest first, with its word and whose it is. */
async function remembered(name: Name): Promise<void> {
  const past = ORDER.slice(0, ORDER.indexOf(name) + 1);
  const history = wordsOf(await walk.type("en", "Rita", "record", { what: "17 Mar 2026" }, "history"));
  expect(history.split("\n")[0]).toMatch(new RegExp(`: ${past.length} versions?, newest first`));
  const heads = [...history.matchAll(/^(\d+) · ([A-Z ]+)[^\n]*\nBy (\w+)/gm)].map(([, n, word, by]) => [
    n,
    word?.trim(),
    by,
  ]);
  expect(heads).toEqual(
    past
      .map((one, i) => [`${i + 1}`, STEPS[one].inHistory, STEPS[one].by])
      .toReversed()
      .slice(0, PAGE),
  );
}

/** The card's own count is the one that then stands; then it is confirmed. */
async function confirms(name: Name, language: Language, card: Outcome): Promise<void> {
  const { by } = STEPS[name];
  if (name !== "withdrawn") {
    const line =
      wordsOf(card)
        .split("\n")
        .find((one) => /^• (Vigía's count|Conteo de Vigía)/.test(one)) ?? "";
    const { killed } = STEPS[name];
    expect(line).toContain(amount(BEFORE.killed + killed.least, killed.most, language));
  }
  if (name !== "repeated" && name !== "withdrawn")
    expect(firstLine(card).split("\n").at(-1)).toContain(STEPS[name].word[language]);
  const pressed = await walk.press(language, by, card, /^(Confirm|Confirmar)$/);
  expect(firstLine(pressed)).not.toMatch(/^⚠️|^Aún no|^Not recorded/);
  await tells(name);
}

const said = (content: string) =>
  bot.discord.say(bot.discord.reader("Luis").id, bot.discord.channel("redaccion").id, content).message.id;
const changing = async (language: Language, by: string, button: RegExp) =>
  walk.press(language, by, await walk.type(language, by, "record", { what: "17 Mar 2026" }, "change"), button);

/** The value of the entry that begins so, in any menu of a form. */
function entry(form: Outcome, label: string): string {
  const found = new RegExp(`"label":"${label}[^"]*","value":"([^"]+)"`).exec(JSON.stringify(form))?.[1];
  if (found === undefined) throw new Error(`no entry ${label}`);
  return found;
}

describe("a strike from a message to its withdrawal", () => {
  it("is told alike by three channels, the list, the record, the counts, the cards and the history at every step", async () => {
    await opened("2026-03-17T09:00:00-05:00");
    const first = said(
      "SOUTHCOM announced on Tuesday a strike on a vessel in the eastern Pacific. Three people were killed.\nhttps://www.southcom.mil/a/17",
    );
    // Apps, Record strike, Submit, Confirm.
    const form = await walk.use("en", "Rita", "record-strike", first);
    await confirms("recorded", "en", await walk.fill("en", "Rita", form, {}));

    await jump("09:08");
    const revised = await changing("en", "Rita", /^UPDATED$/);
    const more = {
      killed: "SOUTHCOM: 4",
      reason: "SOUTHCOM raised its figure",
      link: "https://www.southcom.mil/a/17b",
    };
    await confirms("updated", "en", await walk.fill("en", "Rita", revised, more));

    await jump("09:16");
    const second = said(
      "AP: el ataque del martes en el Pacífico oriental dejó al menos 6 muertos. https://www.apnews.com/article/17",
    );
    const other = await walk.use("es", "Ana", "record-strike", second);
    const beside = await walk.fill("es", "Ana", other, { told: "17 mar., reporte" });
    await confirms("added", "es", await walk.press("es", "Ana", beside, /^Añadirle esta fuente$/));

    await jump("09:24");
    const wrong = await changing("es", "Ana", /^CORREGIDO$/);
    const right = { killed: "SOUTHCOM: 4\napnews.com: 4", region: "caribbean", reason: "leímos mal la nota" };
    await confirms("corrected", "es", await walk.fill("es", "Ana", wrong, right));

    await jump("09:32");
    const third = said("SOUTHCOM says 4 were killed in the Caribbean on Tuesday. https://www.reuters.com/a/17");
    const again = await walk.use("en", "Rita", "record-strike", third);
    const same = await walk.fill("en", "Rita", again, { told: "17 Mar, announced" });
    await confirms("repeated", "en", await walk.press("en", "Rita", same, /^Add this source to/));

    await jump("09:40");
    const source = await changing("en", "Rita", /^Take back a source$/);
    const back = { source: entry(source, "apnews.com"), reason: "it was another strike", who: "apnews.com" };
    await confirms("takenBack", "en", await walk.fill("en", "Rita", source, back));
    expect(
      own("alertas")
        .map(({ message }) => message.content)
        .join("\n"),
    ).not.toContain("apnews.com raised its figure");

    await jump("09:48");
    const gone = { what: "17 Mar 2026", reason: "es el mismo ataque del 16, registrado dos veces" };
    await confirms("withdrawn", "es", await walk.type("es", "Ana", "record", gone, "withdraw"));
    await exported();
  }, 120_000);
});

/** The export of a channel holds what stands there, in its order. */
async function exported(): Promise<void> {
  const channel = bot.discord.channel("alertas").id;
  const answer = await walk.type("en", "Rita", "record", { what: "messages", channel, since: "2026-03-17" }, "export");
  const json = messageOf(answer).message.attachments.find(({ filename }) => filename.endsWith(".json"));
  const rows: unknown = await (await fetch(json?.url ?? "")).json();
  if (!Array.isArray(rows)) throw new Error("no list");
  const list = rows.map((row: { did?: string; messageId?: string; text?: string }) => row);
  const posted = list.filter(({ did }) => did === "posted");
  expect(posted.map(({ messageId }) => messageId)).toEqual(own("alertas").map(({ message }) => message.id));
  expect(posted.map(({ text }, i) => text?.startsWith(WORDS[i] ?? "?"))).toEqual(WORDS.map(() => true));
  // What stands there now is what the last edit of each message, or else its post, is said to have shown.
  for (const { message } of own("alertas")) {
    const last = list.findLast(({ messageId, did }) => messageId === message.id && did !== "not posted");
    expect(last?.text).toBe(message.content);
  }
}
const WORDS = ORDER.filter((name) => name !== "repeated").map((name) => STEPS[name].word.en);

/** The state that #alertas was told last and that /curfew gives a reader. */
async function agree(state: RegExp, told: RegExp): Promise<void> {
  await bot.settled();
  const asked = firstLine(await walk.type("en", "Luis", "curfew", { place: "EC-G" }));
  expect(asked).toMatch(state);
  await expect.poll(() => own("alertas").at(-1)?.message.content).toMatch(told);
}

describe("a curfew declared and shortened in mid-run", () => {
  it("changes nothing before a second member confirms, and from then on channels and /curfew agree at every minute tried", async () => {
    await opened("2026-04-02T12:00:00-05:00", { review: "revision" });
    const declared = await walk.fill(
      "en",
      "Rita",
      await walk.type("en", "Rita", "record", { place: "EC-G" }, "curfew"),
      {
        decree: "Decreto 900, the president",
        nights: "2 Apr - 10 Apr",
        rules: "23:00-05:00 Guayas",
        links: "https://www.primicias.ec/decreto-900",
      },
    );
    await walk.press("en", "Rita", declared, /^Confirm$/);
    await agree(/Guayas/, /^⚠️ NEW.*Guayas/);
    const to = async (moment: string) => {
      await bot.discord.clock.jump({ to: `2026-04-${moment}:00-05:00` });
    };
    await to("02T23:30");
    await agree(/^🔴 CURFEW NOW in Guayas until Fri 3 Apr 05:00/, /^🔴 CURFEW NOW until Fri 3 Apr 05:00/);
    const what = "Decreto 900";
    const ask = await walk.type("en", "Rita", "record", { what }, "change");
    const form = await walk.press("en", "Rita", ask, /^CHANGED$/);
    const card = await walk.fill("en", "Rita", form, {
      rules: "23:00-03:00 Guayas",
      reason: "Presidency: fewer incidents",
      link: "https://www.primicias.ec/901",
    });
    const before = own("alertas").length;
    expect(firstLine(await walk.press("en", "Rita", card, /^Confirm$/))).toMatch(/^It waits for a second person/);
    await agree(/^🔴 CURFEW NOW in Guayas until Fri 3 Apr 05:00/, /^🔴 CURFEW NOW until Fri 3 Apr 05:00/);
    expect(own("alertas")).toHaveLength(before);
    await to("03T00:30");
    await agree(/^🔴 CURFEW NOW in Guayas until Fri 3 Apr 05:00/, /^🔴 CURFEW NOW until Fri 3 Apr 05:00/);
    const asked = bot.shown("revision").find(({ message }) => message.content.startsWith("❔ "));
    const second = asked && partsOf(asked).find((part) => "label" in part && /segunda|second/.test(part.label ?? ""));
    if (asked === undefined || second === undefined || !("custom_id" in second)) throw new Error("nobody was asked");
    await walk.pressId("es", "Ana", asked.message.id, second.custom_id);
    await agree(/^🔴 CURFEW NOW in Guayas until Fri 3 Apr 03:00/, /^⚠️ CHANGED[^:]*: .*03:00.*05:00/);
    await to("03T02:59");
    await agree(/^🔴 CURFEW NOW in Guayas until Fri 3 Apr 03:00/, /^⚠️ CHANGED[^:]*: .*03:00.*05:00/);
    await to("03T03:00");
    await agree(/^(?!🔴).*Guayas/, /^(?!🔴)(?!⚠️).*03:00/);
    await to("03T05:30");
    await agree(/^(?!🔴).*Guayas/, /^(?!🔴)(?!⚠️).*03:00/);
    for (const { name } of CHANNELS)
      expect(own(name).filter(({ message }) => /^⚠️ (CHANGED|CAMBIO)[^\n]*$/.test(message.content))).toHaveLength(1);
  }, 120_000);
});
