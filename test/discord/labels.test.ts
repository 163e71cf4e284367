// A button whose label counts, pressed by many at once: whatever the order in which answers arrive, the last thing that the message shows is the newest count.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, type Command } from "../../src/command.ts";
import { Labels, relabelled } from "../../src/discord/labels.ts";
import { router } from "../../src/discord/router.ts";
import { handClock, rememberingLog } from "../support.ts";
import { contexts, heldArgs, keptAnswers, pressed } from "./fixtures.ts";

const ROWS = [
  { type: 1, components: [{ type: 2, style: 2, label: "Other", custom_id: "1:other" }] },
  { type: 1, id: 7, components: [{ type: 2, style: 1, label: "Seen 0 of 5", custom_id: "1:seen" }] },
];

describe("a label", () => {
  it("is put on the button that was pressed, and all else stays as it was", () => {
    expect(relabelled(ROWS, "1:seen", "Seen 1 of 5")).toEqual({
      components: [
        ROWS[0],
        { type: 1, id: 7, components: [{ type: 2, style: 1, label: "Seen 1 of 5", custom_id: "1:seen" }] },
      ],
    });
  });

  it("shows the newest count last, in whatever order answers arrive", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 25 }), async (scheduler, many) => {
        const labels = new Labels();
        let [count, shown, said] = [0, 0, 0];
        const send = async () => {
          const text = count;
          await scheduler.schedule(Promise.resolve());
          shown = text;
          said += 1;
        };
        const all = Array.from({ length: many }, async () => {
          await scheduler.schedule(Promise.resolve());
          count += 1;
          await labels.say("m", send, send);
        });
        await Promise.all([scheduler.waitIdle(), ...all]);
        expect(shown).toBe(many);
        // Never a request a press more than the presses themselves need.
        expect(said).toBeLessThanOrEqual(2 * many);
      }),
      { numRuns: 200 },
    );
  });

  it("is the answer to the press, and what only its reader sees comes after it", async () => {
    const { sent, ...answers } = keptAnswers();
    const command: Command = {
      name: "told",
      where: "everywhere",
      buttons: { seen: () => ({ ...answer({ content: "Noted." }), label: () => "Seen 1 of 5" }) },
    };
    const { log, lines } = rememberingLog();
    const { clock } = handClock("2026-03-15T22:58:00-05:00");
    const route = router({ commands: [command], context: await contexts(), log, longArgs: heldArgs(), clock });
    const message = { id: "350000000000000001", flags: 0, components: ROWS };
    await route({ ...pressed("1:seen"), message }, answers);
    expect(sent).toMatchObject([
      { how: "first", response: { type: 7, data: relabelled(ROWS, "1:seen", "Seen 1 of 5") } },
      { how: "followUp", body: { content: "Noted.", flags: 64 } },
    ]);
    const [first] = sent;
    expect(first?.how === "first" && "data" in first.response && Object.keys(first.response.data ?? {})).toEqual([
      "components",
    ]);
    expect(lines).toEqual([]);
  });
});
