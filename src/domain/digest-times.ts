// When a channel's digests are due, by its own clock. Pure; it must never leave out a day on which clocks are changed.
import type { Destination, Subscription } from "./subscription.ts";
import { DAY, dayOf, type Interval, type Millis } from "./time.ts";
import { epochDay, wallInstant, weekday } from "./wall.ts";

interface Channel {
  destination: Pick<Destination, "zone">;
  subscriptions: readonly Pick<Subscription, "digest">[];
}

/** In (start, end], in order; several subscriptions at one instant are one message. */
export function digestTimes({ destination: { zone }, subscriptions }: Channel, { start, end }: Interval): Millis[] {
  const wanted = subscriptions.flatMap(({ digest }) => digest ?? []);
  const days = Array.from(
    { length: wanted.length === 0 ? 0 : Math.ceil((end - start) / DAY) + 2 },
    (_, i) => epochDay(dayOf(start, zone)) + i,
  );
  const times = days.flatMap((day) =>
    wanted
      .filter(({ every, weekday: on = 1 }) => every === "day" || weekday(day) === on)
      .map(({ at }) => wallInstant(day, at, zone, "start")),
  );
  return [...new Set(times)].filter((at) => at > start && at <= end).sort((a, b) => a - b);
}
