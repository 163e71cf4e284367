// A sentence to who records, however long it is: nothing is cut, buttons stand below the end. Sends nothing.
import { breakLine } from "../fit.ts";
import type { Button, Message } from "../message.ts";

/** Of Discord's 2,000. */
const CONTENT = 1900;
/** Discord's buttons in a row. */
const ROW = 5;

/** At least one message. */
export function saidView(text: string, buttons: readonly Button[] = []): readonly Message[] {
  const pieces = breakLine(text, CONTENT);
  const whole = pieces.length === 0 ? [text] : pieces;
  return whole.map((content, i) => ({
    content,
    ...(i === whole.length - 1 && buttons.length > 0 ? { rows: rowsOf(buttons) } : {}),
  }));
}

export function rowsOf(buttons: readonly Button[]): { buttons: readonly Button[] }[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, i) => ({
    buttons: buttons.slice(i * ROW, (i + 1) * ROW),
  }));
}
