// Opens the built page on the fake server for one file of tests, and closes it behind each. Complaints of the browser and hosts asked are kept.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Snapshot } from "../../rehearsal/contract.ts";
import { buildPage } from "../../rehearsal/page/build.ts";
import { openBrowser } from "./browser.ts";
import { startFakeServer } from "./fake-server.ts";
import type { FakeServer } from "./fake-server.ts";
import { patience } from "./moving.ts";
import { richCommands, richSnapshot } from "./rich-snapshot.ts";

type Planned = NonNullable<Parameters<typeof startFakeServer>[2]>;

export interface Opened {
  page: Page;
  server: FakeServer;
  state: Snapshot;
  complaints: string[];
  hosts: Set<string>;
  /** Bodies posted to a path below /rehearsal/. */
  asked: (path: string) => Record<string, unknown>[];
  /** The newest of them, waited for. */
  lastAsked: (path: string) => Promise<Record<string, unknown> | undefined>;
  /** How far anything stands out beyond the window's right edge, in pixels. */
  beyond: () => Promise<number>;
}

interface Look {
  width?: number;
  height?: number;
  scheme?: "light" | "dark";
  readerId?: string;
  planned?: Planned;
  change?: (state: Snapshot) => void;
}

interface Box {
  scrollWidth: number;
  clientWidth: number;
}

/** Registers the hooks; what it returns opens a page in a new state. */
export function pages(): (look?: Look) => Promise<Opened> {
  let folder: string;
  let browser: Browser;
  const open: { page: Page; server: FakeServer }[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vigia-page-"));
    await buildPage(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const { page, server } of open.splice(0)) {
      await page.context().close();
      await server.close();
    }
  });
  return async ({ width = 1280, height = 900, scheme = "dark", readerId, planned, change } = {}) => {
    const state = richSnapshot();
    change?.(state);
    const server = await startFakeServer(folder, () => state, { commands: richCommands, ...planned });
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    open.push({ page, server });
    page.setDefaultTimeout(patience);
    const complaints: string[] = [];
    const hosts = new Set<string>();
    page.on("console", (entry) => {
      if (entry.type() === "error" || entry.type() === "warning") complaints.push(entry.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== "data:") hosts.add(host);
    });
    if (readerId !== undefined) await page.addInitScript(`sessionStorage.setItem("vigia-reader", "${readerId}")`);
    await page.goto(server.url);
    await page.getByRole("log").waitFor();
    const asked = (path: string) =>
      server.asked.filter((one) => one.path === `/rehearsal/${path}`).map((one) => one.body);
    return {
      page,
      server,
      state,
      complaints,
      hosts,
      asked,
      lastAsked: async (path) => {
        await expect.poll(() => asked(path).length).toBeGreaterThan(0);
        return asked(path).at(-1);
      },
      beyond: () => page.locator("html").evaluate((box: Box) => box.scrollWidth - box.clientWidth),
    };
  };
}
