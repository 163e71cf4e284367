// Debian's chromium for the page's tests, with everything off that would talk to the outside. Says why where there is none.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const path = "/usr/bin/chromium";

export const hasChromium = existsSync(path);
if (!hasChromium)
  console.log(`The page is not tried in a browser: ${path} is missing (Debian: apt-get install chromium).`);

/** A browser with a new profile, which it removes when it is closed. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
