// One channel with all that waits, sums up or is kept up to date: quiet hours into the curfew, a line each evening, and the board.
import type { ChaosScenario } from "../scenario.ts";

const SIX = "2026-03-16T18:00:00-05:00";
const SOON = "2026-03-16T21:00:00-05:00";
const OVER = "2026-03-17T04:00:00-05:00";
const END = "2026-03-17T05:00:00-05:00";

export const quiet: ChaosScenario = {
  name: "quiet",
  says: "quiet hours, a summary and the board in one channel, through a night",
  startAt: "2026-03-16T17:55:00-05:00",
  shows: [
    {
      in: "alertas",
      says: ["📌 As of Tue 17 Mar 05:0", "No curfew now in Guayas", "Next: today, Tue 17 Mar 23:00"],
      first: ["📌 As of "],
      // It comes with the next minute, or with a start; it ages with "As of", never with "late".
      due: SIX,
    },
    { in: "alertas", says: ["Daily summary: ", "23:00"], due: SIX },
    { in: "alertas", says: ["⏰ Curfew at 23:00 tonight, Mon 16 Mar"], due: SOON },
    { in: "alertas", says: ["🔴 CURFEW NOW until Tue 17 Mar 05:00", "Quiet hours are over"], due: OVER },
    { in: "alertas", says: ["⚪ Curfew over at 05:00, Tue 17 Mar", "Next: today 23:00"], due: END },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:drivers place:guayas");
    await desk.pick("Mei", "Quiet hours");
    await desk.submit("Mei", { quiet: "22:00-04:00" });
    await desk.pick("Mei", "Board");
    await desk.submit("Mei", { extras: ["board"] });
    await desk.press("Mei", "Save");
    await desk.to("2026-03-16T18:00:00-05:00");
    await desk.sees(2);
    await desk.skip("2026-03-16T20:57:00-05:00");
    await desk.to("2026-03-16T21:00:00-05:00");
    await desk.sees(3);
    await desk.skip("2026-03-16T22:57:00-05:00");
    await desk.to("2026-03-16T23:01:00-05:00");
    // Who died at the begin is back before the clock jumps: else it would have been away over all of the night, and say so.
    await desk.to("2026-03-16T23:02:00-05:00");
    await desk.holds();
    await desk.skip("2026-03-17T03:57:00-05:00");
    await desk.to("2026-03-17T04:00:00-05:00");
    await desk.sees(4);
    // An old message, as the board is, may be edited once in three minutes of machine time.
    await desk.pulled(4);
    await desk.skip("2026-03-17T04:57:00-05:00");
    await desk.on();
    await desk.to("2026-03-17T05:00:00-05:00");
    await desk.sees(5);
  },
};
