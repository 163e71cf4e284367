// Records that may tell of the same strike as a new one. It says what is near, never that it is the same: that is for a person to say.
import { Temporal } from "temporal-polyfill";
import { addressKey } from "./address.ts";
import { indexed } from "./strike-index.ts";
import type { Strike } from "./strike.ts";
import type { Day } from "./time.ts";
import { figure } from "./toll.ts";

/** A record may have been announced so long after its day; further apart nobody takes two for one. */
const SPREAD = 14;

/** The nearest first: the same link, then the same day and figure, then days and figures that differ by little. */
export function sameEvent(strike: Strike, strikes: readonly Strike[]): Strike[] {
  const links = new Set(strike.sources.flatMap(({ url }) => (url === undefined ? [] : [addressKey(url)])));
  const linked = strikes.filter((other) =>
    other.sources.some(({ url }) => url !== undefined && links.has(addressKey(url))),
  );
  const days = daysOf(strike).sort();
  const around = indexed(strikes).page({
    since: moved(days[0] ?? strike.date, -SPREAD),
    until: moved(days.at(-1) ?? strike.date, SPREAD),
  });
  const near = [...new Set([...linked, ...around])].flatMap((other) => {
    const far = linked.includes(other) ? -1 : farness(strike, other);
    return other.id === strike.id || far === undefined ? [] : [{ other, far }];
  });
  return near.sort((a, b) => a.far - b.far).map(({ other }) => other);
}

/** 0: the same day, region and figure. Undefined: no one would take them for one. */
function farness(a: Strike, b: Strike): number | undefined {
  if (a.target !== b.target || !meets(a, b)) return undefined;
  const apart = Math.min(...daysOf(a).flatMap((one) => daysOf(b).map((other) => between(one, other))));
  if (apart > 1) return undefined;
  const figures = figuresApart(a, b);
  // On the very day and in the very region another figure may be another source's; on the day beside it is another strike's.
  if (figures === 2 && (apart === 1 || a.region !== b.region)) return undefined;
  return apart * 3 + figures * 2 + (a.region === b.region ? 0 : 1);
}

function meets(a: Strike, b: Strike): boolean {
  return a.region === b.region || a.region === "undisclosed" || b.region === "undisclosed";
}

/** 0: they share a figure, 1: one of them gives none or they are one apart, 2: they differ. */
function figuresApart(a: Strike, b: Strike): 0 | 1 | 2 {
  const [one, other] = [figure(a, "killed"), figure(b, "killed")];
  if (one === undefined || other === undefined) return 1;
  const gap = Math.max(one.low - (other.high ?? Infinity), other.low - (one.high ?? Infinity), 0);
  return gap === 0 ? 0 : gap === 1 ? 1 : 2;
}

function daysOf({ date, announcedOn }: Strike): Day[] {
  return [...new Set([date, announcedOn ?? date])];
}

function between(a: Day, b: Day): number {
  return Math.abs(Temporal.PlainDate.from(a).until(b).days);
}

function moved(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
