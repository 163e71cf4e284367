// /alerts list: a channel whose notices are held back says so in both languages.
import { expect, it } from "vitest";
import { alertsList } from "../../src/views/settings/subscribed.ts";
import { channel } from "../alerts/ticking.ts";
import { shipped } from "./shipped.ts";

it.each([
  ["en", "**PAUSED** by <@900000000000000008> until somebody resumes; quiet hours 22:00 to 06:00"],
  [
    "es",
    "**EN PAUSA** hasta que alguien la termine; la puso <@900000000000000008>; horas de silencio de 22:00 a 06:00",
  ],
] as const)("tells a pause and quiet hours of a channel (%s)", (language, words) => {
  const { destination, subscriptions } = channel("1", ["EC"]);
  const record = shipped();
  const held = {
    ...destination,
    pause: { from: 0, by: "900000000000000008" },
    quietHours: { start: "22:00", end: "06:00" },
  };
  const [message] = alertsList(
    [
      { destination: held, subscriptions },
      { destination: { ...destination, id: "900000000000000002" }, subscriptions },
    ],
    { record, language },
  );
  const [first, second] = (message?.embed?.fields ?? [])
    .map(({ value }) => value)
    .join("\n")
    .split("\n");
  expect(first).toContain(words);
  expect(second).not.toMatch(/PAUSED|PAUSA|quiet|silencio/u);
});
