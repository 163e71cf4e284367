// How tests read a page that draws once a frame, and asks when it may: what shall come is waited for (`expect.poll`, `waitFor`); what shall not
// come, or shall stay, is read only after everything begun before is drawn or asked. Must never read the moment after an action.
import type { Page } from "playwright-core";
import type { Asked } from "./fake-server.ts";

/** How long what must come may take, milliseconds. Only the machine's speed decides here: it shall outlast a crowded machine, and still tell a hang. */
export const patience = 20_000;

/** What `read` says once all is drawn that was done in the page so far. Answers still on their way are not waited for: wait for those first. */
export async function onceDrawn<T>(page: Page, read: () => Promise<T>): Promise<T> {
  // The page draws in the next frame what an event changed; a second frame lets what followed that drawing (focus, scrolling) be drawn too.
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  return read();
}

/** Bodies posted to a path below /rehearsal/ by all that was done in the page so far: a last question, of the test's own, came after them. */
export async function askedByNow(page: Page, server: { asked: Asked[] }, path: string): Promise<Asked["body"][]> {
  const bodies = (of: string) => server.asked.filter((one) => one.path === `/rehearsal/${of}`).map((one) => one.body);
  await onceDrawn(page, () => page.evaluate("fetch('/rehearsal/nothing', { method: 'POST', body: '{}' })"));
  return bodies(path);
}

/**
 * Types into a field whose suggestions are asked for, and waits for those to the whole text: a slow machine rests between two keys, and what is
 * offered for the first letters may look the same, until it is put anew under the arrows.
 */
export async function typeAsking(page: Page, text: string, value: string = text): Promise<void> {
  const sent = `"value":${JSON.stringify(value)}`;
  const whole = page.waitForResponse(
    (one) => one.url().endsWith("/rehearsal/autocomplete") && one.request().postData()?.includes(sent) === true,
  );
  await page.keyboard.type(text);
  await (await whole).finished();
  await onceDrawn(page, async () => undefined);
}
