// Who may record: asked at every press, pick and form, whatever Discord let through.
import { type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";

/** @returns the opaque id under which what this person records stands. Throws a Refusal for who may not. */
export function allowed(context: Context): Promise<string> {
  mayRecord(context);
  return context.recorder();
}

export function mayRecord({ home, mayRecord: may, language }: Context): void {
  if (!home || !may) throw new Refusal(texts(language).record.notAllowed);
}
