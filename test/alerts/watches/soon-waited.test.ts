// A notice beforehand that waited: it tells the hours that hold when it is posted, for the places where they do.
import { describe, expect, it } from "vitest";
import { foreseen } from "../../../src/alerts/watches/foreseen.ts";
import { renderer } from "../../../src/alerts/render/render.ts";
import type { Alert, AlertOf } from "../../../src/domain/alert.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import { curfew, ec } from "../../domain/fixtures.ts";
import { someAnswers } from "../stand-ins.ts";
import { knownOf, night, COVERED } from "./soon-scene.ts";

describe("a notice that waited", () => {
  const groups = (areas: [string, ...string[]], since: string, until: string): AlertOf<"curfew.soon">["groups"] => [
    { areas, since: ec(since), until: ec(until), followedBy: "notInForce", curfews: ["night"] },
  ];
  const soon: AlertOf<"curfew.soon"> = {
    kind: "curfew.soon",
    id: "a".repeat(64),
    at: ec("2026-03-15T21:00"),
    country: "EC",
    lead: 120,
    groups: groups(["EC-G", "EC-R"], "2026-03-15T23:00", "2026-03-16T05:00"),
  };
  const now = (curfews: Known["curfews"]) => knownOf({ curfews, ...COVERED });

  it("tells the hours that hold when it is posted, for the places where they do", () => {
    expect(foreseen(soon, now([night("23:00", "05:00")]))).toEqual(soon);
    expect(foreseen(soon, now([night("23:00", "04:00")]))?.groups).toEqual(
      groups(["EC-G", "EC-R"], "2026-03-15T23:00", "2026-03-16T04:00"),
    );
    const guayas = curfew("night", [{ areas: ["EC-G"], start: "23:00", end: "05:00" }], {
      firstNight: "2026-03-15",
      lastNight: "2026-03-15",
    });
    expect(foreseen(soon, now([guayas]))?.groups).toEqual(groups(["EC-G"], "2026-03-15T23:00", "2026-03-16T05:00"));
  });

  it("is not posted where nothing begins there then any more", () => {
    const answers = someAnswers();
    const row: Delivery = { ...ROW, alert: soon };
    const posted = (known: Known) => renderer(answers)(row, { known, now: ec("2026-03-15T21:30") });
    expect(foreseen(soon, now([night("23:30", "05:00")]))).toBeUndefined();
    expect(posted(now([]))).toBe("no-longer-so");
    expect(posted(now([night("23:00", "05:00")]))).toHaveLength(1);
  });

  it("mentions the roles where it makes a sound, and only there", () => {
    const known = now([night("23:00", "05:00")]);
    const began: Alert = {
      kind: "curfew.began",
      id: soon.id,
      at: ec("2026-03-15T23:00"),
      country: "EC",
      groups: soon.groups,
    };
    const render = renderer(someAnswers());
    const first = (alert: Alert, loud: boolean) => {
      const messages = render({ ...ROW, alert, loud }, { known, now: alert.at });
      if (typeof messages === "string") throw new Error(messages);
      return { mention: messages[0]?.content.match(/ <@&\d+>$/)?.[0], roles: messages[0]?.roles };
    };
    const called = { mention: " <@&900000000000000031>", roles: ["900000000000000031"] };
    expect(first(soon, true)).toEqual(called);
    expect(first(began, true)).toEqual(called);
    expect(first(began, false)).toEqual({ mention: undefined, roles: undefined });
  });
});

const ROW: Omit<Delivery, "alert"> = {
  v: 1,
  id: "row",
  destination: "900000000000000001",
  channelId: "900000000000000001",
  guildId: "900000000000000009",
  language: "en",
  subscriptions: ["sub"],
  shown: ["EC-G", "EC-R"],
  roles: ["900000000000000031"],
  loud: true,
  state: "planned",
  reason: "in-time",
  dueAt: 0,
  plannedAt: 0,
  expiresAt: 0,
  plannedMachine: 0,
  parts: [],
  attempts: [],
};
