// A channel with quiet hours, or a pause, on the whole road with a clock moved by hand; it is noon of 10 January in Ecuador. For the tests of what is held, what passes,
// and the one note at the end.
import type { Destination } from "../../../src/domain/subscription.ts";
import { instant, MINUTE } from "../../../src/domain/time.ts";
import type { Engine } from "../../../src/engines/open.ts";
import type { Store } from "../../../src/engines/store.ts";
import type { Changes } from "../../../src/store/subscriptions.ts";
import { decree } from "../changes/change-scene.ts";
import { CHANNELS, GUILD, roadScene, type RoadScene } from "../road-scene.ts";

export const [CHANNEL = "", OTHER = ""] = CHANNELS;
export const NIGHT = { start: "22:00", end: "06:00" };
export const OWNER = "900000000000000008";
export const ec = (text: string) => instant(`${text}:00-05:00`);
type Given = NonNullable<Parameters<typeof roadScene>[0]>;

/** A decree of the night to 11 January was recorded at noon, before anybody subscribed; nobody is told beforehand. */
export async function scene(
  hours: readonly [string, string] | undefined,
  given: Given & { wants?: Changes<Destination> } = {},
) {
  const { wants = { quietHours: NIGHT }, ...rest } = given;
  const s = await roadScene(rest);
  if (hours !== undefined) await declare(s, hours);
  await s.pass(MINUTE);
  await subscribe(s, CHANNEL, wants);
  return s;
}
export async function subscribe(s: RoadScene, channelId: string, wants: Changes<Destination>, leads: number[] = []) {
  const { subscribed } = await s.road.subscriptions.subscribe({
    guildId: GUILD,
    channelId,
    kind: "channel",
    language: "en",
    zone: "America/Guayaquil",
    topics: ["curfews", "strikes"],
    areas: ["EC-G"],
    leads,
    owner: OWNER,
  });
  await s.road.subscriptions.setDestination(GUILD, channelId, wants);
  return subscribed;
}
export const night = ([start, end]: readonly [string, string], id = "d") =>
  decree({
    id,
    declared: "2026-01-10",
    firstNight: "2026-01-10",
    lastNight: "2026-01-10",
    rules: [{ start, end, areas: ["EC-G"], areasPartial: false }],
  });
export const declare = (s: RoadScene, hours: readonly [string, string], id = "d") =>
  s.record("curfew.declared", night(hours, id));
/** In steps of minutes, as the program ticks. */
export async function until(s: RoadScene, at: string, step = 5 * MINUTE) {
  while (s.hand.clock.now() < ec(at)) await s.pass(Math.min(step, ec(at) - s.hand.clock.now()));
}
export const texts = (s: RoadScene, channel = CHANNEL) => s.posts.filter((one) => one.channel === channel).map(({ text }) => text); // prettier-ignore
export const rows = async (s: RoadScene, channel = CHANNEL) =>
  (await s.rows())
    .filter(({ destination }) => destination === channel)
    .map(({ alert, state, reason }) => `${alert.kind} ${state} ${reason}`);
export const BEGAN = "🔴 CURFEW NOW until Sun 11 Jan 07:00 (EC time): EC-G.";
/** Somebody wants no notices from now on. */
export const pause = (s: RoadScene, end?: string) =>
  s.road.pausing.begin({ guildId: GUILD, channelId: CHANNEL }, end === undefined ? undefined : ec(end), { id: OWNER, name: "Ana" }); // prettier-ignore
/** Nobody is there from then on: both times pass, and the program starts anew at `at`. */
export async function away(s: RoadScene, at: string) {
  s.hand.pass(ec(at) - s.hand.clock.now());
  s.hand.set(ec(at));
  await s.restart();
  await s.tick();
}

/** Fails the nth write of the ledger from when it is armed, before it is written or after. */
export function dying(engine: Engine) {
  const state = { left: Infinity, after: false };
  const over = (store: Store): Store => {
    const write = async <T>(run: () => Promise<T>): Promise<T> => {
      state.left -= 1;
      if (state.left !== 0) return run();
      if (state.after) await run();
      throw new Error("killed");
    };
    return { ...store, add: (all) => write(() => store.add(all)), swap: (all) => write(() => store.swap(all)) };
  };
  const namespace: Engine["namespace"] = (name) =>
    name === "deliveries" ? bound(over, engine.namespace(name)) : engine.namespace(name);
  return { engine: { namespace }, state };
}
/** A store is an object with methods of its own. */
const bound = (over: (store: Store) => Store, store: Store): Store =>
  over({
    name: store.name,
    keyv: store.keyv,
    add: (all) => store.add(all),
    addAll: (all) => store.addAll(all),
    swap: (all) => store.swap(all),
    remove: (all) => store.remove(all),
    read: (key) => store.read(key),
    scan: (after) => store.scan(after),
  });
