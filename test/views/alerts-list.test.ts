// /alerts list: a channel whose notices are held back says so in both languages; three short lines a channel; many channels are paged, and none is left out.
import { expect, it } from "vitest";
import { alertsList } from "../../src/views/settings/listed.ts";
import { Destination, Subscription } from "../../src/domain/subscription.ts";
import { channel } from "../alerts/ticking.ts";
import { mustFit, wordsOf } from "./reading.ts";
import { shipped } from "./shipped.ts";

const record = shipped();

it.each([
  [
    "en",
    [
      "**<#900000000000000001>**: curfews; Ecuador; nothing before a curfew begins",
      "**PAUSED** by <@900000000000000008> until somebody resumes · quiet hours 22:00 to 06:00 · summary daily 18:00 · board · in English",
      "looked after by <@900000000000000007>, in place of <@900000000000000009>; then <@900000000000000008>",
    ],
  ],
  [
    "es",
    [
      "**<#900000000000000001>**: toques de queda; Ecuador; nada antes de que empiece un toque",
      "**EN PAUSA** hasta que alguien la termine; la puso <@900000000000000008> · horas de silencio de 22:00 a 06:00 · resumen diario a las 18:00 · tablero · en inglés",
      "a cargo de <@900000000000000007>, en lugar de <@900000000000000009>; luego <@900000000000000008>",
    ],
  ],
] as const)(
  "tells in three lines what a channel hears, what holds it back and who looks after it (%s)",
  (language, words) => {
    const { destination, subscriptions } = channel("1", ["EC"]);
    const held = Destination.parse({
      ...destination,
      id: "900000000000000001",
      language: "en",
      pause: { from: 0, by: "900000000000000008" },
      quietHours: { start: "22:00", end: "06:00" },
      board: { since: 1 },
    });
    const own = subscriptions.map((one) =>
      Subscription.parse({
        ...one,
        topics: ["soon", "begins", "ends", "changes"],
        leads: [],
        owner: "900000000000000009",
        secondContact: "900000000000000008",
        digest: { every: "day", at: "18:00", form: "line" },
      }),
    );
    const other = { destination: Destination.parse({ ...destination, id: "900000000000000002" }), subscriptions };
    const caredBy = ({ owner }: Subscription) => ({
      person: owner === "900000000000000009" ? "900000000000000007" : owner,
    });
    const [message] = alertsList([{ destination: held, subscriptions: own }, other], { record, language, caredBy });
    const lines = (message?.embed?.fields ?? []).flatMap(({ value }) => value.split("\n"));
    expect(lines.slice(0, 3)).toEqual(words);
    expect(lines).toHaveLength(6);
    expect(lines.slice(3).join()).not.toMatch(/PAUSED|PAUSA|quiet|silencio/u);
  },
);

it("pages eighty channels, each on one page, three lines each, whatever they hear", async () => {
  const { destination, subscriptions } = channel("1", ["EC"]);
  const [one] = subscriptions;
  const areas = [...record.areasById.keys()].filter((area) => area.startsWith("EC-")).slice(0, 30);
  const sets = Array.from({ length: 40 }, () =>
    Subscription.parse({ ...one, areas, leads: [120, 30], endLeads: [15] }),
  );
  const ids = Array.from({ length: 80 }, (_, i) => `9000000000000001${String(i).padStart(2, "0")}`);
  const paused = { at: 0, reason: "no-such-channel", name: "turno" };
  const listed = ids.map((id, i) => ({
    destination: Destination.parse({ ...destination, id, ...(i === 79 ? { paused } : {}) }),
    subscriptions: i % 2 === 0 ? sets : subscriptions,
  }));
  const seen: string[] = [];
  for (let page = 1; page <= 14; page++) {
    const messages = alertsList(listed, { record, language: "es", page });
    for (const message of messages) await mustFit(message);
    const words = messages.map(wordsOf).join("\n");
    expect(words).toContain(`${page} `);
    seen.push(...[...words.matchAll(/\*\*<#(\d+)>\*\*/g)].map(([, id]) => id ?? ""));
    const turning = messages.at(-1)?.rows?.flatMap((row) => ("buttons" in row ? row.buttons : [])) ?? [];
    expect(turning.filter(({ disabled }) => disabled !== true).length).toBeGreaterThan(0);
    if (page === 1) expect(words).toMatch(/\*\*#turno \(canal borrado\)\*\*/);
  }
  // The one that is gone stands first, by its name.
  expect(seen).toEqual(ids.slice(0, 79));
});
