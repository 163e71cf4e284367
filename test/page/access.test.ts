// What axe-core finds on the page with each panel open, in both themes and languages, and whether anything stands out of a phone or of 200 % zoom.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hasChromium } from "./browser.ts";
import { everyControl } from "./forms.ts";
import { onceDrawn } from "./moving.ts";
import { pages } from "./open-page.ts";
import type { Opened } from "./open-page.ts";
import { alerts, ana, luis } from "./rich-snapshot.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const found = z.object({
  violations: z.array(
    z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

type Step = (opened: Opened) => Promise<void>;

/** One page for all of them: a list first, then the command, the menu, the form or the panel is closed. */
async function leave({ page }: Opened): Promise<void> {
  for (let at = 0; at < 2; at += 1) await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".panel, .chip, dialog, #message-menu").count()).toBe(0);
}

const tool =
  (name: string): Step =>
  async ({ page }) => {
    await page.locator(`#tool-${name}`).click();
    await page.locator(".panel").waitFor();
  };

/** Everything that can be open, and how to get there. */
const views: [string, Step][] = [
  ["nothing", async () => {}],
  [
    "faults",
    async (opened) => {
      await tool("faults")(opened);
      for (const fold of await opened.page.locator(".fold summary").all()) await fold.click();
      await opened.page.locator("#delete-ask").click();
    },
  ],
  ["settings", tool("settings")],
  [
    "zones",
    async (opened) => {
      await tool("settings")(opened);
      await opened.page.locator("#zone-input").fill("am");
      await opened.page.locator("#zone-list").waitFor();
    },
  ],
  ["scenario", tool("scenario")],
  [
    "menu",
    async ({ page }) => {
      await page.locator(".menu-knob").nth(1).press("Enter");
      await page.getByRole("menu").waitFor();
    },
  ],
  [
    "composer",
    async ({ page }) => {
      await page.keyboard.press("/");
      await page.keyboard.type("record x");
      await page.locator(".chip-more").focus();
      await page.getByRole("listbox").waitFor();
    },
  ],
  [
    "form",
    async ({ page }) => {
      await page.getByRole("button", { name: "Compartir" }).press("Enter");
      await page.getByRole("dialog").locator("[type=submit]").click();
      await page.locator(".part-error").first().waitFor();
    },
  ],
];

describe.skipIf(!hasChromium)("the page with each thing open", () => {
  const open = pages();
  const rich = (look: Parameters<typeof open>[0]) =>
    open({
      ...look,
      planned: {
        answer: ({ path }) =>
          path === "/rehearsal/press"
            ? { kind: "modal", interactionId: "90000000000000009", modal: everyControl }
            : undefined,
      },
      change: (state) => {
        state.faults = [{ id: "1", fault: "503", on: "posts", times: 3, left: 2, channelId: alerts }];
        state.taken = { [alerts]: ["SendMessages"] };
        for (const guild of state.guilds) guild.botIsHere = guild.id === state.guilds[0]?.id;
      },
    });

  for (const scheme of ["dark", "light"] as const) {
    for (const [language, readerId] of [
      ["es", ana],
      ["en", luis],
    ] as const) {
      it(`has no serious finding of axe, ${scheme}, ${language}`, { timeout: 90_000 }, async () => {
        const opened = await rich({ scheme, readerId });
        await opened.page.evaluate(axe);
        for (const [name, step] of views) {
          await step(opened);
          const { violations } = found.parse(await opened.page.evaluate("axe.run()"));
          const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
          const said = grave.map(({ id, nodes }) => [name, id, ...nodes.map(({ html }) => html.slice(0, 160))]);
          expect(said).toEqual([]);
          await leave(opened);
        }
        expect(opened.complaints).toEqual([]);
        expect([...opened.hosts]).toEqual([new URL(opened.server.url).host]);
      });
    }
  }

  // 640 pixels wide is what a window of 1280 has at 200 %.
  for (const [width, height] of [
    [390, 844],
    [640, 450],
    [320, 640],
  ] as const) {
    it(`stands within ${width} pixels`, { timeout: 90_000 }, async () => {
      const opened = await rich({ width, height, scheme: "light" });
      for (const [name, step] of views) {
        await step(opened);
        const over = await onceDrawn(opened.page, opened.beyond);
        expect([name, over]).toEqual([name, 0]);
        await leave(opened);
      }
      await opened.page.locator("#side-knob").click();
      await opened.page.locator("#side").waitFor();
      expect(await onceDrawn(opened.page, opened.beyond)).toBe(0);
      await opened.page.keyboard.press("Escape");
      await expect.poll(() => opened.page.locator(":focus").getAttribute("id")).toBe("side-knob");
      await opened.page.locator(".unfold").click();
      await opened.page.locator("#clock-controls").waitFor();
      expect(await onceDrawn(opened.page, opened.beyond)).toBe(0);
    });
  }
});
