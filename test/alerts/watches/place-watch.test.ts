// A change of the map as channels are told of it: once, with their owners, also when it became known months later; never to who subscribed after it.
import { beforeEach, describe, expect, it } from "vitest";
import { carriedTo } from "../../../src/alerts/carrying.ts";
import { followed } from "../../../src/alerts/followed.ts";
import { Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { placeWatch } from "../../../src/alerts/watches/place-watch.ts";
import type { Area } from "../../../src/domain/area.ts";
import { areaTree } from "../../../src/domain/area-tree.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import type { Known } from "../../../src/domain/known.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Subscribed } from "../../../src/store/subscriptions.ts";
import { area, ec, ecuadorAreas } from "../../domain/fixtures.ts";
import { shipped } from "../../views/shipped.ts";
import { handClock, memoryEngine } from "../../support.ts";

const [CHANNEL, OTHER] = ["200000000000000001", "200000000000000002"];
const [ANA, LUIS] = ["300000000000000001", "300000000000000002"];
const SPLIT = ec("2024-11-05T00:00");

let ledger: Ledger;
let subscribed: Subscribed[];
let known: Known;
const { clock } = handClock("2024-11-05T00:00:00-05:00");

beforeEach(async () => {
  ledger = await Ledger.open((await memoryEngine()).namespace("deliveries"));
  known = knowing(ecuadorAreas());
  subscribed = [];
});

function knowing(areas: readonly Area[]): Known {
  return { ...shipped(), areas: areaTree(areas), areasById: new Map(areas.map((one) => [one.id, one])) };
}

function subscribe(
  channel: string,
  areas: [string, ...string[]],
  since: number,
  more: Partial<Subscription> = {},
): void {
  const guildId = "100000000000000001";
  const old = subscribed.find(({ destination }) => destination.id === channel);
  const one: Subscription = {
    v: 1,
    id: `sub-${subscribed.flatMap(({ subscriptions }) => subscriptions).length}`,
    destination: channel,
    guildId,
    topics: ["curfews", "strikes"],
    areas,
    leads: [],
    endLeads: [],
    owner: ANA,
    since,
    ...more,
  };
  const destination = {
    v: 1,
    id: channel,
    guildId,
    kind: "channel",
    language: "es",
    zone: "America/Guayaquil",
  } as const;
  if (old === undefined) subscribed.push({ destination, subscriptions: [one] });
  else subscribed[subscribed.indexOf(old)] = { ...old, subscriptions: [...old.subscriptions, one] };
}

/** A bot that was just started: it remembers nothing but its ledger. */
const started = () => placeWatch({ ledger, clock, subscribed: () => subscribed });

async function tick(watch: ReturnType<typeof started>, now: number): Promise<readonly Delivery[]> {
  const rows = await watch({ known, after: now - 60_000, now, audience: carriedTo(subscribed, known, now) });
  await ledger.plan(rows);
  return rows;
}

describe("a change of the map", () => {
  it("is told as the clock passes it, silently, with the owner's mention; and never again, also after a restart", async () => {
    subscribe(CHANNEL, ["EC-1401"], ec("2024-06-01T12:00"), { role: "400000000000000001" });
    const watch = started();
    expect(await tick(watch, SPLIT - 60_000)).toEqual([]);
    const [row, ...rest] = await tick(watch, SPLIT);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      destination: CHANNEL,
      loud: false,
      roles: [],
      shown: ["EC-1401", "EC-1413"],
      dueAt: SPLIT,
    });
    expect(row?.alert).toMatchObject({ is: "split", area: "EC-1401", areas: ["EC-1401", "EC-1413"], owners: [ANA] });
    expect(row).not.toHaveProperty("lateBy");
    expect(await tick(watch, SPLIT + 60_000)).toEqual([]);
    expect(await tick(started(), SPLIT + 120_000)).toEqual([]);
  });

  it("is told once when it became known months after", async () => {
    known = knowing(ecuadorAreas().filter(({ id }) => id !== "EC-1413"));
    subscribe(CHANNEL, ["EC-1401"], ec("2024-06-01T12:00"));
    const watch = started();
    const later = ec("2025-03-01T08:00");
    expect(await tick(watch, later)).toEqual([]);
    known = knowing(ecuadorAreas());
    expect(await tick(watch, later + 60_000)).toHaveLength(1);
    expect(await tick(watch, later + 120_000)).toEqual([]);
  });

  it("concerns nobody who subscribed after it, though it became known later", async () => {
    subscribe(CHANNEL, ["EC-1401"], SPLIT);
    subscribe(OTHER, ["EC-S"], ec("2024-06-01T12:00"));
    expect(await tick(started(), ec("2025-03-01T08:00"))).toEqual([]);
  });

  it("names all owners of one channel in one notice, and only the subscriptions that are concerned", async () => {
    subscribe(CHANNEL, ["EC-1401"], ec("2024-06-01T12:00"), { owner: LUIS });
    subscribe(CHANNEL, ["EC-1401", "EC-R"], ec("2024-07-01T12:00"));
    subscribe(CHANNEL, ["EC-G"], ec("2024-07-01T12:00"), { owner: "300000000000000003" });
    subscribe(OTHER, ["EC-1401"], ec("2024-06-01T12:00"), { topics: ["strikes"] });
    const rows = await tick(started(), SPLIT);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.alert).toMatchObject({ owners: [ANA, LUIS] });
    expect(rows[0]?.subscriptions).toEqual(["sub-0", "sub-1"]);
  });

  it("tells of a place that ended, and of one that is no longer in the record, once for a channel", async () => {
    known = knowing([...ecuadorAreas(), area("EC-X", "province", { parent: "EC", validTo: "2024-12-31" })]);
    subscribe(CHANNEL, ["EC-X", "EC-77"], ec("2024-12-01T12:00"));
    subscribe(CHANNEL, ["EC-77"], ec("2024-12-02T12:00"), { owner: LUIS });
    const watch = started();
    const gone = await tick(watch, ec("2024-12-31T23:59"));
    expect(gone.map(({ alert }) => alert)).toMatchObject([{ is: "ended", area: "EC-77", owners: [ANA, LUIS] }]);
    const ended = await tick(watch, ec("2025-01-01T00:00"));
    expect(ended.map(({ alert }) => alert)).toMatchObject([
      { is: "ended", area: "EC-X", areas: ["EC-X"], owners: [ANA] },
    ]);
    expect(await tick(started(), ec("2025-01-01T00:01"))).toEqual([]);
    subscribe(CHANNEL, ["EC-77"], ec("2025-01-01T00:01"), { owner: LUIS });
    expect(await tick(started(), ec("2025-01-01T00:02"))).toEqual([]);
  });

  it("is not told under a clock that stands before the subscription", async () => {
    subscribe(CHANNEL, ["EC-77"], ec("2024-12-01T12:00"));
    expect(await tick(started(), ec("2024-11-30T12:00"))).toEqual([]);
  });

  it("leaves the audience its places as they are now, and the names of those that ended", () => {
    subscribe(CHANNEL, ["EC-1401"], ec("2024-06-01T12:00"));
    subscribe(OTHER, ["EC-77"], ec("2024-06-01T12:00"));
    const audience = (at: number) => carriedTo(subscribed, known, at).map((to) => followed(to));
    expect(audience(SPLIT - 1)).toEqual([["EC-1401"], ["EC-77"]]);
    expect(audience(SPLIT)).toEqual([["EC-1401", "EC-1413"], ["EC-77"]]);
  });
});
