// Planned in time, and then Discord takes nothing until the program is pulled out of the wall: it comes back minutes of machine time later and says so.
import type { ChaosScenario } from "../scenario.ts";

export const late: ChaosScenario = {
  name: "late",
  says: "planned in time and posted eight minutes later by the machine's time: marked as late",
  startAt: "2026-03-16T22:58:00-05:00",
  shows: [
    {
      in: "alertas",
      says: ["🔴 CURFEW NOW since 23:00, until Tue 17 Mar 05:00", "(This notice is", "min late"],
      due: "2026-03-16T23:00:00-05:00",
      late: true,
    },
    { in: "alertas", says: ["⚪ Curfew over at 05:00, Tue 17 Mar"], due: "2026-03-17T05:00:00-05:00" },
  ],
  async play(desk) {
    await desk.type("Mei", "/alerts subscribe channel:#alertas preset:plain");
    await desk.press("Mei", "Save");
    const fault = desk.fault({ fault: "closed-before", on: "posts", times: 100 });
    await desk.to("2026-03-16T23:00:00-05:00");
    await desk.asked(({ method, path }) => method === "POST" && path.startsWith("/channels/"));
    await desk.pulled(8);
    desk.rehearsal.cancelFault(fault);
    await desk.on();
    await desk.sees(1);
    await desk.skip("2026-03-17T04:57:00-05:00");
    await desk.to("2026-03-17T05:00:00-05:00");
    await desk.sees(2);
  },
};
