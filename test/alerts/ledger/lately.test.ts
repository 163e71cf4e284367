// What leads from a channel, a mark or a message to the rows of the ledger: compared with a plain look through all of them, and weighed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountsOf } from "../../../src/alerts/ledger/accounts.ts";
import { Lately } from "../../../src/alerts/ledger/lately.ts";
import { deliveryId, Ledger } from "../../../src/alerts/ledger/ledger.ts";
import { proofOf } from "../../../src/alerts/ledger/proof.ts";
import type { Delivery } from "../../../src/domain/delivery.ts";
import { hash, mark } from "../../../src/domain/id.ts";
import { memoryEngine } from "../../support.ts";

const GUILDS = ["900000000000000001", "900000000000000002"] as const;
const CHANNELS = ["800000000000000001", "800000000000000002", "800000000000000003"] as const;

function row(n: number, more: Partial<Delivery> = {}): Delivery {
  const channelId = CHANNELS[n % CHANNELS.length] ?? CHANNELS[0];
  const at = 1_773_000_000_000 + n * 1000;
  const id = hash(`alert ${n % 4}`);
  return {
    v: 1,
    id: deliveryId(hash(`row ${n}`), channelId),
    alert: { kind: "strike.recorded", id, at, fact: "f", subject: "s" },
    destination: channelId,
    channelId,
    guildId: GUILDS[n % 2] ?? GUILDS[0],
    language: "en",
    subscriptions: ["sub-1"],
    shown: [],
    roles: [],
    loud: true,
    state: "planned",
    reason: "in-time",
    dueAt: at,
    plannedAt: at,
    expiresAt: at + 1,
    plannedMachine: at,
    parts: [],
    attempts: [],
    ...more,
  };
}

const keyOf = (one: Delivery) => `${String(one.dueAt).padStart(15, "0")}-${one.id}`;
const posted = (one: Delivery, messageId: string): Delivery => ({
  ...one,
  state: "sent",
  parts: [{ part: 1, nonce: "n", messageId }],
});
const newestFirst = (rows: readonly Delivery[]) => rows.map(keyOf).sort().toReversed();

describe("the index of the ledger", () => {
  it("finds what a look through every row finds, after any planning, posting and pruning", () => {
    const step = fc.record({ n: fc.nat(17), does: fc.constantFrom("plan", "post", "edit", "forget") });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: "max" }), (steps) => {
        const lately = new Lately();
        const all = new Map<string, Delivery>();
        for (const { n, does } of steps) {
          const plain = row(
            n,
            does === "edit" ? { edits: { of: "x", messageId: `m${n}`, mark: mark(hash("alert 1")) } } : {},
          );
          const one = does === "post" ? posted(all.get(keyOf(plain)) ?? plain, `m${n}`) : plain;
          const key = keyOf(one);
          if (does === "forget") {
            lately.forget(key);
            all.delete(key);
          } else if (does === "post" || !all.has(key)) {
            lately.note(key, one);
            lately.note(key, one);
            all.set(key, one);
          }
        }
        const rows = [...all.values()];
        for (const guildId of GUILDS) {
          const own = rows.filter((one) => one.guildId === guildId);
          for (const channelId of CHANNELS)
            expect(lately.of(guildId, channelId).map(({ key }) => key)).toEqual(
              newestFirst(own.filter((one) => one.channelId === channelId)),
            );
          for (const n of [0, 1, 2, 3]) {
            const wanted = mark(hash(`alert ${n}`));
            const bearing = own.filter((one) => (one.edits?.mark ?? mark(one.alert.id)) === wanted);
            expect(lately.marked(guildId, wanted).map(({ key }) => key)).toEqual(newestFirst(bearing));
          }
          for (const n of [0, 1, 2, 3, 17]) {
            const shows = own.filter((one) => one.edits?.messageId === `m${n}` || one.parts[0]?.messageId === `m${n}`);
            expect(lately.showing(guildId, `m${n}`).map(({ key }) => key)).toEqual(newestFirst(shows));
          }
          for (const [channelId, { newest, delivered }] of lately.newest(guildId)) {
            const here = own.filter((one) => one.channelId === channelId && one.edits === undefined);
            expect(newest.key).toBe(newestFirst(here)[0]);
            expect(delivered?.key).toBe(newestFirst(here.filter((one) => one.state === "sent"))[0]);
          }
        }
      }),
    );
  });

  it("knows nobody's direct messages by channel, mark or message, and who was told of a channel", () => {
    const lately = new Lately();
    const alert = {
      kind: "channel.closed",
      id: hash("c"),
      at: 1,
      channel: CHANNELS[1],
      reason: "forbidden",
      since: 1,
    } as const;
    const dm = posted(row(2, { alert, dm: "700000000000000001", channelId: CHANNELS[0], guildId: GUILDS[0] }), "m1");
    lately.note(keyOf(dm), dm);
    expect(lately.of(GUILDS[0], CHANNELS[0])).toEqual([]);
    expect(lately.marked(GUILDS[0], mark(hash("c")))).toEqual([]);
    expect(lately.showing(GUILDS[0], "m1")).toEqual([]);
    expect(lately.about(CHANNELS[1])).toEqual([keyOf(dm)]);
    lately.forget(keyOf(dm));
    expect(lately.about(CHANNELS[1])).toEqual([]);
  });

  it("holds a hundred thousand rows in under 15 MB, and answers after most of them were pruned", () => {
    const plain = row(1);
    const many = Array.from({ length: 100_000 }, (_, n) => ({
      ...posted(plain, String(1_480_000_000_000_000_000n + BigInt(n))),
      id: n.toString(16).padStart(8, "0").repeat(8),
      channelId: CHANNELS[n % 3] ?? CHANNELS[0],
    }));
    const keys = many.map(keyOf);
    const lately = new Lately();
    many.forEach((one, n) => lately.note(keys[n] ?? "", one));
    expect(lately.bytes / 1e6).toBeLessThan(15);
    for (const key of keys.slice(0, 90_000)) lately.forget(key);
    expect(lately.showing(many[95_001]?.guildId ?? "", many[95_001]?.parts[0]?.messageId ?? "")[0]?.key).toBe(
      keys[95_001],
    );
    expect(lately.showing(many[5]?.guildId ?? "", many[5]?.parts[0]?.messageId ?? "")).toEqual([]);
  });

  it("reads a handful of rows for an answer, however many there are, and none of another server", async () => {
    const engine = await memoryEngine();
    const rows = engine.namespace("deliveries");
    const many = Array.from({ length: 20_000 }, (_, n) => posted({ ...row(n % 6), id: hash(`row ${n}`) }, `m${n}`));
    // What puts a message right later is not what it tells of.
    const right = posted(
      { ...row(3), id: hash("right"), dueAt: 1_774_000_000_000, edits: { of: "x", messageId: "m15001" } },
      "m15001",
    );
    many.push(right);
    await rows.add(many.map((value) => ({ key: keyOf(value), value })));
    const ledger = await Ledger.open(rows);
    let reads = 0;
    const read = rows.read.bind(rows);
    rows.read = (key) => {
      reads += 1;
      return read(key);
    };
    rows.scan = () => {
      throw new Error("nobody scans for an answer");
    };
    const subscriptions = { ever: () => undefined };
    const of = accountsOf({ ledger, subscriptions, clockwork: { trusted: true, plannedUntil: 5 } });
    const [mine, other] = [of(GUILDS[1]), of(GUILDS[0])];
    expect((await mine.showing("m15001"))?.id).toBe(many[15_001]?.id);
    expect(await other.showing("m15001")).toBeUndefined();
    expect(await other.read(keyOf(many[15_001] ?? row(1)))).toBeUndefined();
    expect(mine.recent(CHANNELS[1], 10)).toHaveLength(10);
    const proving = proofOf({ ledger, store: { after: () => [] }, shown: { find: async () => undefined } });
    expect((await proving.alertIn(GUILDS[1], "m15001"))?.id).toBe(many[15_001]?.alert.id);
    expect(await proving.alertIn(GUILDS[0], "m15001")).toBeUndefined();
    expect(reads).toBeLessThan(10);
  });
});
