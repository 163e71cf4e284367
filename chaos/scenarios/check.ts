// What is known ends: the review channel is asked before, somebody presses that there is nothing new, and the next day nobody does: then channels are told.
import type { ChaosScenario } from "../scenario.ts";

const asked = "❔ Anything new?";

const LAPSE = "2026-06-03T07:00:00-05:00";

export const check: ChaosScenario = {
  name: "check",
  says: "the question before what is known ends is answered in time, and a day later too late",
  startAt: "2026-06-01T08:58:00-05:00",
  review: "redaccion",
  shows: [
    {
      in: "redaccion",
      says: ["Checked, nothing new: Ecuador. Holds until Wed 3 Jun 05:00", "By Ana"],
      first: [asked, "Tue 2 Jun 08:58"],
      due: "2026-06-02T05:00:00-05:00",
    },
    {
      in: "redaccion",
      says: [asked, "Known until Wed 3 Jun 05:00", ": Ecuador."],
      due: "2026-06-03T01:00:00-05:00",
    },
    {
      in: "alertas",
      says: [
        "❔ NO SE SABE si hay toque de queda en Ecuador, desde el miércoles 3 jun. 05:00",
        "nadie ha revisado desde el martes 2 jun. 05:00",
      ],
      due: LAPSE,
    },
    {
      in: "redaccion",
      says: [
        "❔ NOT KNOWN whether there is a curfew in Ecuador, since Wed 3 Jun 05:00",
        "nobody has checked since Tue 2 Jun 05:00",
      ],
      due: LAPSE,
    },
  ],
  async play(desk) {
    await desk.type("Ana", "/alertas suscribir canal:#alertas plantilla:plain");
    await desk.press("Ana", "Guardar");
    await desk.type("Mei", "/alerts subscribe channel:#redaccion preset:plain");
    await desk.press("Mei", "Save");
    await desk.type("Ana", "/registrar revisado lugar:EC");
    await desk.press("Ana", "Confirmar");
    await desk.skip("2026-06-02T04:57:00-05:00");
    await desk.to("2026-06-02T05:00:00-05:00");
    await desk.sees(1);
    await desk.pressOn("Ana", "Nothing new", desk.find("redaccion", asked));
    await desk.skip("2026-06-03T00:57:00-05:00");
    await desk.to("2026-06-03T01:00:00-05:00");
    await desk.sees(2);
    await desk.skip("2026-06-03T04:58:00-05:00");
    await desk.to("2026-06-03T07:00:00-05:00");
    await desk.sees(4);
  },
};
