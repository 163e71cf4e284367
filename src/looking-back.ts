// Looks back over the last days for a channel, as the road would have told it. It must never keep the program from answering others meanwhile.
import { lastDays } from "./alerts/last-days/last-days.ts";
import type { Clock } from "./clock.ts";
import type { AreaId } from "./domain/area.ts";
import type { LastDays } from "./domain/last-days.ts";
import { coming } from "./domain/next-notice.ts";
import { preset } from "./domain/preset.ts";
import type { Millis } from "./domain/time.ts";
import type { FactStore } from "./store/store.ts";
import type { Subscribed } from "./store/subscriptions.ts";

interface Parts {
  store: Pick<FactStore, "known" | "learned" | "versions">;
  clock: Pick<Clock, "machine" | "after">;
}

/** Milliseconds of work between two breaths: far below what Discord gives for an answer. */
const STRETCH = 15;

/** Milliseconds of machine time for which people wait at a start, so that the first card of settings is quick. A record of some years needs less. */
export const PATIENCE = 2_000;

/** The start goes on without it. */
class TooLong extends Error {
  override name = "TooLong";
}

export function lookBack(to: Subscribed, now: Millis, parts: Parts): Promise<LastDays> {
  return replayed(to, now, parts.store, breathing(parts.clock));
}

function replayed(to: Subscribed, now: Millis, store: Parts["store"], breathe: () => Promise<void>) {
  return lastDays({
    to,
    learned: (after, until) => store.learned(after, until),
    knownAt: (at) => store.known(at),
    versions: (noun, subject) => store.versions(noun, subject),
    now,
    breathe,
  });
}

/** Lets others have their turn whenever a stretch is over. Throws TooLong after `most` ms of machine time. */
function breathing(clock: Parts["clock"], most = Infinity): () => Promise<void> {
  const began = clock.machine();
  let last = began;
  return async () => {
    if (clock.machine() - began > most) throw new TooLong();
    if (clock.machine() - last < STRETCH) return;
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    last = clock.machine();
  };
}

/**
 * What the first card of a run would work out for everybody: the month as it was known, and the weeks ahead. Its own answer is nobody's. A record so long that
 * people would wait for it is left to that card; what is worked out by then is kept.
 * @returns whether it was done
 */
export async function lookBackFirst(area: AreaId, now: Millis, parts: Parts): Promise<boolean> {
  const { topics, ...brings } = preset("plain", [area]);
  const [id, guildId] = ["0", "0"];
  const zone = parts.store.known().areas.zone(area);
  const to: Subscribed = {
    destination: { v: 1, id, guildId, kind: "channel", language: "en", zone },
    subscriptions: [
      { ...brings, topics: [...topics, "orgs", "changes"], v: 1, id, destination: id, guildId, owner: id, since: now },
    ],
  };
  const breathe = breathing(parts.clock, PATIENCE);
  try {
    await replayed(to, now, parts.store, breathe);
    await breathe();
    coming(parts.store.known(), to, now);
    return true;
  } catch (error) {
    if (error instanceof TooLong) return false;
    throw error;
  }
}
