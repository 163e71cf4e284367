// What a channel reads when a place that it follows changed, in both languages: what happened, what it goes on hearing, who is called.
import { describe, expect, it } from "vitest";
import type { AlertOf } from "../../src/domain/alert.ts";
import { areaTree } from "../../src/domain/area-tree.ts";
import type { Language } from "../../src/domain/text.ts";
import { placeAlert } from "../../src/views/notices/place.ts";
import { alertsList } from "../../src/views/settings/listed.ts";
import { area, ec } from "../domain/fixtures.ts";
import { shipped } from "./shipped.ts";

const record = shipped();
const OWNER = "300000000000000001";
type PlaceAlert = AlertOf<"place.changed">;
const alert = (more: Partial<PlaceAlert> = {}): PlaceAlert => ({
  kind: "place.changed",
  id: "0".repeat(64),
  at: ec("2024-11-05T00:00"),
  country: "EC",
  area: "EC-1401",
  is: "split",
  areas: ["EC-1401", "EC-1413"],
  owners: [OWNER],
  ...more,
});
const view = (one: PlaceAlert, language: Language, known = record) =>
  placeAlert(one, { known, language, now: ec("2024-11-05T00:00"), mark: "7K3Q-9M2D" });

describe("the notice of a changed place", () => {
  it("says what was split and that all of it is heard, and calls its owner", () => {
    expect(view(alert(), "en").content).toBe(
      `🗺️ Since 5 Nov 2024, Morona is split: Morona, Sevilla Don Bosco. This channel goes on hearing of all of it. <@${OWNER}>`,
    );
    expect(view(alert(), "es").content).toBe(
      `🗺️ Desde el 5 nov. 2024, Morona está dividido: Morona, Sevilla Don Bosco. Este canal sigue recibiendo los avisos de todo ello. <@${OWNER}>`,
    );
    expect(view(alert(), "es").users).toEqual([OWNER]);
    expect(view(alert(), "es").roles).toBeUndefined();
  });

  it("adds what the channel follows, how exact the day is, and how to change it", () => {
    const fields = view(alert(), "es").embed?.fields ?? [];
    expect(fields.map(({ value }) => value)).toEqual([
      "Morona, Sevilla Don Bosco",
      expect.stringContaining("la precisión es de mes"),
      expect.stringContaining("/alertas quitar"),
    ]);
    expect(view(alert(), "es").embed?.footer).toBe("#7K3Q-9M2D");
  });

  const areas = [
    area("EC", "country", { zone: "America/Guayaquil" }),
    area("EC-A", "province", { parent: "EC", validTo: "2024-11-04", name: { en: "Old", es: "Vieja" } }),
    area("EC-B", "province", { parent: "EC", name: { en: "New", es: "Nueva" } }),
  ];
  const small = { ...record, areas: areaTree(areas), areasById: new Map(areas.map((one) => [one.id, one])) };

  it.each([
    [
      "renamed",
      ["EC-B"],
      "is called New. This channel goes on hearing of it.",
      "se llama Nueva. Este canal sigue recibiendo sus avisos.",
    ],
    [
      "merged",
      ["EC-B"],
      "is part of New. This channel now hears of all of New.",
      "es parte de Nueva. Este canal recibe ahora los avisos de todo Nueva.",
    ],
    [
      "ended",
      ["EC-A"],
      "No more alerts come here for Old: it no longer exists since 5 Nov 2024",
      "Ese silencio no significa que no haya toque de queda.",
    ],
  ] as const)("tells one that was %s", (is, becomes, en, es) => {
    const one = alert({ area: "EC-A", is, areas: [...becomes] });
    expect(view(one, "en", small).content).toContain(en);
    expect(view(one, "es", small).content).toContain(es);
  });

  it("says of a place that left the record that nothing is heard of it", () => {
    const one = alert({ area: "EC-77", is: "ended", areas: ["EC-77"] });
    expect(view(one, "en").content).toMatch(
      /^🗺️ No more alerts come here for EC-77: it is no longer in our record\. .*silence does not mean/,
    );
    expect(view(one, "es").content).toMatch(
      /^🗺️ Aquí ya no llegan avisos de EC-77: ya no está en nuestro registro\. .*silencio/,
    );
  });

  it("names six places at most in its first line, and all of them below", () => {
    const many = ["EC-0901", "EC-0902", "EC-0903", "EC-0904", "EC-0905", "EC-0906", "EC-0907", "EC-0908"];
    const message = view(alert({ areas: many }), "en");
    expect(message.content).toMatch(/, 3 more\. /);
    expect(message.embed?.fields?.[0]?.value.split(", ")).toHaveLength(8);
  });
});

describe("the list of alerts", () => {
  it("tells what a subscription means today, and as what it was made", () => {
    const listed = (since: string) =>
      alertsList(
        [
          {
            destination: {
              v: 1,
              id: "200000000000000001",
              guildId: "100000000000000001",
              kind: "channel",
              language: "es",
              zone: "UTC",
            },
            subscriptions: [
              {
                v: 1,
                id: "sub-1",
                destination: "200000000000000001",
                guildId: "100000000000000001",
                topics: ["curfews"],
                areas: ["EC-1401"],
                leads: [],
                endLeads: [],
                owner: OWNER,
                since: ec(since),
              },
            ],
          },
        ],
        { record: { ...record, knownAt: ec("2025-01-01T00:00") }, language: "en" },
      )[0]?.embed?.fields?.[0]?.value;
    expect(listed("2024-06-01T12:00")).toContain("Morona, Sevilla Don Bosco (subscribed to as Morona)");
    expect(listed("2024-12-01T12:00")).toMatch(/; Morona; /);
  });
});
