// A strike that channels were told of, and the words in which they read it. Data and steps for tests only.
import type { Why } from "../../../src/domain/why.ts";
import { killed, strike, strikeScene } from "./strike-scene.ts";

export const NEW =
  "NEW · US strike on a vessel, eastern Pacific: 3 killed, says SOUTHCOM. Announced Tue 17 Mar; day of the strike not stated.";
export const UPDATED =
  "UPDATED 3 -> 4 killed · US strike on a vessel, eastern Pacific, announced Tue 17 Mar. SOUTHCOM raised its figure.";
export const four = strike({ figures: [killed(4)] });
export const five = strike({ figures: [killed(5)] });
export const wrong: Why = { is: "corrected", reason: { en: "a typing error", es: "un error de tipeo" } };
export const withdrawal = {
  reason: { en: "same strike as 16 Mar, recorded twice", es: "es el del 16 mar., registrado dos veces" },
};

/** Channel 1 was told that three were killed. */
export async function told(given: Parameters<typeof strikeScene>[0] = {}, channels = 1) {
  const s = await strikeScene(given);
  for (let n = 1; n <= channels; n += 1) await s.subscribe(n);
  await s.record("strike.recorded", strike());
  await s.settle();
  return s;
}
export type Scene = Awaited<ReturnType<typeof told>>;

/** The process starts again over the same store. */
export async function restarted(s: Scene) {
  await s.courier.stop();
  return strikeScene({ engine: s.engine });
}

export const contents = (s: Pick<Scene, "edits">) =>
  s.edits.map(({ messageId, message }) => `${messageId}: ${message.content}`);
