// A real browser window on a real rehearsal, for one file of tests: the page built once, every request and complaint of the browser kept. What asks
// another host, breaks the page's policy or complains in the console fails the file.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { buildPage } from "../../rehearsal/page/build.ts";
import type { Outcome } from "../../rehearsal/contract.ts";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { openBrowser } from "../page/browser.ts";
import { patience } from "../page/moving.ts";

export interface Look {
  /** By name; Ana without one. */
  reader?: string;
  width?: number;
  height?: number;
  scheme?: "dark" | "light";
}

interface Windows {
  /** Folder of the built page, for the stand-in that shall serve it. */
  pageDir: () => string;
  /** Opens the page as a reader, and returns when a channel is drawn. */
  open: (discord: Rehearsal, look?: Look) => Promise<Page>;
  /** Machine milliseconds from navigation to the drawn channel, by opening. */
  took: number[];
  /** Says that these complaints are expected: a refusal by the server is one of the browser's errors. */
  forgive: (pattern: RegExp) => void;
  /** Closes what is open, before the stand-in goes: a stream cut off is a complaint too. */
  shut: () => Promise<void>;
}

/** Registers the hooks of a file. */
export function windows(): Windows {
  let folder = "";
  let browser: Browser | undefined;
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  const forgiven: RegExp[] = [];
  const took: number[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vigia-page-"));
    [browser] = await Promise.all([openBrowser(), buildPage(folder)]);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
    expect(complaints.filter((text) => !forgiven.some((pattern) => pattern.test(text)))).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
  const watch = (page: Page, origin: string): void => {
    page.on("console", (entry) => {
      if (entry.type() === "error" || entry.type() === "warning")
        complaints.push(`${entry.text()} ${entry.location().url}`);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("websocket", (socket) => elsewhere.push(socket.url()));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol !== "data:" && url.origin !== origin) elsewhere.push(request.url());
    });
  };
  return {
    pageDir: () => folder,
    took,
    forgive: (pattern) => void forgiven.push(pattern),
    shut: async () => {
      await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    },
    async open(discord, { reader = "Ana", width = 1280, height = 860, scheme = "dark" } = {}) {
      if (browser === undefined) throw new Error("The browser is not open.");
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      watch(page, discord.url);
      const { id } = discord.reader(reader);
      await page.addInitScript(
        `sessionStorage.getItem("vigia-reader") ?? sessionStorage.setItem("vigia-reader", "${id}")`,
      );
      const begun = performance.now();
      await page.goto(discord.url);
      await page.getByRole("log").first().waitFor();
      took.push(Math.round(performance.now() - begun));
      return page;
    },
  };
}

/** What a channel shows: each message as its words, oldest first. */
export const shownIn = (page: Page): Promise<string[]> => page.locator(".log .message").allInnerTexts();

/** Waits until the newest message in the channel shown says this, and returns it. */
export async function newest(page: Page, says: string | RegExp): Promise<Locator> {
  const message = page.locator(".log .message").last();
  await message
    .filter({ hasText: says })
    .waitFor()
    .catch(async (fault: unknown) => {
      throw new Error(
        `Not the newest message: ${says}. The channel shows:\n${(await shownIn(page)).slice(-3).join("\n--\n")}`,
        { cause: fault },
      );
    });
  return message;
}

let words = 0;

/**
 * Has Ana say a word in the channel shown, and waits until it is the newest there: the stream keeps its order, so all that came before it is drawn.
 * What must not be there, or not twice, is read after this.
 */
export async function caughtUp(page: Page, discord: Rehearsal, channel: string): Promise<void> {
  words += 1;
  const word = `Hasta aquí (${words}).`;
  discord.say(discord.reader("Ana").id, discord.channel(channel).id, word);
  await newest(page, word);
}

/**
 * Asks until it is answered: on a crowded machine the very first answer of a bot may come after Discord's three seconds. Only for what may be asked
 * twice, before a test begins.
 */
export async function answered(ask: () => Promise<Outcome>): Promise<void> {
  let told = "";
  for (let tries = 0; tries < 10; tries += 1) {
    const outcome = await ask();
    if (outcome.kind === "message" || outcome.kind === "update") return;
    told = JSON.stringify(outcome);
  }
  throw new Error(`Not answered in ten tries: ${told}`);
}

/** Opens a channel by keyboard. */
export async function openChannel(page: Page, name: string): Promise<void> {
  await page.locator("#side .channel").filter({ hasText: name }).first().press("Enter");
  await page.locator(".channel-head h2", { hasText: name }).waitFor();
}

/** A line with its command's name and Enter, as a person types it wherever the focus is; the field that waits has the focus then. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await commandOffered(page, text);
  await page.keyboard.press("Enter");
  await page
    .locator(".command-name")
    .and(page.getByText(`/${text}`, { exact: true }))
    .waitFor();
}

/** Waits until Enter would take the command of exactly this name: /registrar toque-de-queda is not /toque-de-queda. */
export async function commandOffered(page: Page, text: string): Promise<void> {
  const name = page.getByText(`/${text}`, { exact: true });
  await page.getByRole("option", { selected: true }).filter({ has: name }).waitFor();
}

/** Goes back with Shift and Tab, from the line at the foot, to the nearest thing with this name. Throws when there is none. */
export async function tabBackTo(page: Page, name: string): Promise<void> {
  const steps: string[] = [];
  await page.keyboard.press("/");
  await page.keyboard.press("Backspace");
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Shift+Tab");
    const here = (await page.evaluate<string>("document.activeElement.innerText")).trim();
    if (here === name) return;
    steps.push(here);
  }
  throw new Error(`Nothing that Tab reaches is called ${name}, only: ${steps.join(" | ")}`);
}

/** Presses a button of the newest message by keyboard alone. */
export async function press(page: Page, name: string): Promise<void> {
  await tabBackTo(page, name);
  await page.keyboard.press("Enter");
}
