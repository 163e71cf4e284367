// Every command, option, button and menu used in the whole bot by readers of both languages, as Discord would carry it; what nobody tried fails.
// The cases stand in cases/, one file a command; those of Share in cases/share.ts.
import { afterAll, beforeAll, expect, it } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { type Whole, wholeBot } from "./bot.ts";
import { alertsCases } from "./cases/alerts.ts";
import { checkCases } from "./cases/check.ts";
import { closuresCases } from "./cases/closures.ts";
import { historyCases } from "./cases/history.ts";
import { curfewCases } from "./cases/curfew.ts";
import { curfewAskedCases } from "./cases/curfew-asked.ts";
import { directCases } from "./cases/direct.ts";
import { exportCases } from "./cases/export.ts";
import { joiningCases } from "./cases/joining.ts";
import { ownersCases } from "./cases/owners.ts";
import { orgsCases } from "./cases/orgs.ts";
import { pauseCases } from "./cases/pause.ts";
import { recordCases } from "./cases/record.ts";
import { recordCurfewCases } from "./cases/record-curfew.ts";
import { recordOrgCases } from "./cases/record-org.ts";
import { seenCases } from "./cases/seen.ts";
import { shareCases } from "./cases/share.ts";
import { strikesCases } from "./cases/strikes.ts";
import { totalCases } from "./cases/total.ts";
import { waysCases } from "./cases/ways.ts";
import { whyCases } from "./cases/why.ts";
import { declared, Walk } from "./walk.ts";

let bots: Whole[] = [];
let walk: Walk;
/** Of a night of its own: it moves the clock into it, and the others ask before. */
let night: Walk;

beforeAll(async () => {
  const begun = () => wholeBot({ at: "2026-03-15T22:55:00-05:00", review: "redaccion" });
  const [bot, other] = [await begun(), await begun()];
  bots = [bot, other];
  walk = new Walk(bot);
  night = new Walk(other);
}, 60_000);
afterAll(async () => {
  for (const bot of bots) {
    expect(bot.broken).toEqual([]);
    expect(bot.discord.unknownRoutes).toEqual([]);
    expect(bot.log.lines.filter((line) => line.level === "error")).toEqual([]);
    await bot.close();
  }
});

curfewCases(() => walk);
curfewAskedCases(() => walk);
strikesCases(() => walk);
orgsCases(() => walk);
alertsCases(() => walk);
directCases(() => walk);
pauseCases(() => walk);
waysCases(() => walk);
shareCases(() => walk);
recordCases(() => walk);
exportCases(() => walk);
totalCases(() => walk);
recordOrgCases(() => walk);
recordCurfewCases(() => walk);
joiningCases(() => walk);
whyCases(() => night);
// After it, on the evening that follows.
seenCases(() => night);
// Last: it moves the clock.
checkCases(() => walk);
historyCases(() => walk);
// It leaves behind channels that are deleted and subscribed.
closuresCases(() => walk);
// Last of all: it erases what the others left.
ownersCases(
  () => walk,
  () => night,
);

it("leaves nothing that a command declares untried, in either language", () => {
  expect(declared(COMMANDS).filter((thing) => !walk.used.has(thing) && !night.used.has(thing))).toEqual([]);
});
