// Who looks after a subscription at an instant: its owner and second contact as written in it, moved by handovers and by who has left the server. Pure; it must
// never name somebody who has left, nor lose a subscription because two handovers point at each other.
import { z } from "zod";
import type { Subscription } from "./subscription.ts";
import { DAY, type Millis } from "./time.ts";

const Snowflake = z.string().regex(/^\d{17,20}$/, "not a Discord id");
const Millis = z.int();

/** One person's duty goes to another. All times are world time. */
export const Handover = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  guildId: Snowflake,
  from: Snowflake,
  to: Snowflake,
  /** Who asked for it: `from`, or who may manage the server. */
  by: Snowflake,
  at: Millis,
  /** It returns by itself then; left out: for good. */
  until: Millis.optional(),
  /** Taken back before that, or replaced by another one. */
  endedAt: Millis.optional(),
  /** Those concerned were told that it began, that it is over. */
  told: z.literal(true).optional(),
  overTold: z.literal(true).optional(),
  language: z.enum(["en", "es"]),
});
export type Handover = z.infer<typeof Handover>;

/** Somebody was found to be no member of the server any more, and perhaps to be one again. */
export const Left = z.strictObject({
  v: z.literal(1),
  guildId: Snowflake,
  person: Snowflake,
  at: Millis,
  backAt: Millis.optional(),
  /** Those concerned were told of either. */
  told: z.literal(true).optional(),
  backTold: z.literal(true).optional(),
});
export type Left = z.infer<typeof Left>;

/** Who comes back within so long looks after everything again as before; later what was theirs stays with who took over. */
export const RETURNS_WITHIN: Millis = 30 * DAY;

export interface Duties {
  handovers: readonly Handover[];
  left: readonly Left[];
}
export const NO_DUTIES: Duties = { handovers: [], left: [] };

export interface Carers {
  owners: string[];
  contacts: string[];
}

export function isActive({ at, until, endedAt }: Handover, instant: Millis): boolean {
  return at <= instant && instant < (until ?? Infinity) && instant < (endedAt ?? Infinity);
}

/** Owners and second contacts at an instant, each once; a second contact whose owner is gone is the owner. */
export function carers(
  subscriptions: readonly Pick<Subscription, "owner" | "secondContact" | "since" | "caredSince">[],
  duties: Duties,
  at: Millis,
): Carers {
  const all = subscriptions.map((one) => {
    const since = one.caredSince ?? one.since;
    const owner = carrier({ person: one.owner, since }, duties, at);
    const second =
      one.secondContact === undefined ? undefined : carrier({ person: one.secondContact, since }, duties, at);
    return owner === undefined ? { owner: second, second: undefined } : { owner, second };
  });
  const owners = [...new Set(all.flatMap(({ owner }) => owner ?? []))];
  const contacts = [...new Set(all.flatMap(({ second }) => second ?? []))];
  return { owners, contacts: contacts.filter((one) => !owners.includes(one)) };
}

type Cared = Parameters<typeof carers>[0][number];

/**
 * Whether somebody may do with a subscription what its owner may: whoever looks after it at that instant, and whoever handed it over for a while, as it comes
 * back to them. Who gave it away for good takes it back first.
 */
export function owns(person: string, one: Cared, duties: Duties, at: Millis): boolean {
  if (carers([one], duties, at).owners.includes(person)) return true;
  const handovers = duties.handovers.filter(({ from, until }) => from !== person || until === undefined);
  return carers([one], { ...duties, handovers }, at).owners.includes(person);
}

/** Who looks after a subscription, in its owner's place perhaps, and then until when. */
export interface CaredBy {
  /** Undefined: nobody who is still there. */
  person: string | undefined;
  until?: Millis;
}

export function caredBy(one: Cared, duties: Duties, at: Millis): CaredBy {
  const since = one.caredSince ?? one.since;
  const has = (person: string | undefined) =>
    person === undefined ? undefined : carriage({ person, since }, duties, at);
  const { person, until } = has(one.owner) ?? has(one.secondContact) ?? {};
  return { person, ...(until !== undefined && person !== one.owner && { until }) };
}

/** `since`: when they took on what is asked about. Undefined: they have left, and nobody has it from them. */
export const carrier = (...asked: Parameters<typeof carriage>): string | undefined => carriage(...asked)?.person;

/** With when the first of the handovers that brought it there ends. */
function carriage(
  { person, since }: { person: string; since: Millis },
  { handovers, left }: Duties,
  at: Millis,
): { person: string; until: Millis | undefined } | undefined {
  const isHere = (one: string, from: Millis) => !isGone(one, from, left, at);
  let standing = handovers.filter((one) => isActive(one, at) && isHere(one.to, one.at));
  for (;;) {
    const path = pathFrom(person, since, standing);
    if (!path.loops) {
      const last = path.steps.at(-1);
      const [now, from] = last === undefined ? [person, since] : [last.to, last.at];
      const ends = path.steps.flatMap(({ until }) => until ?? []);
      return isHere(now, from) ? { person: now, until: ends.length === 0 ? undefined : Math.min(...ends) } : undefined;
    }
    // Two who hand over to each other: the older one is set aside as long as the newer holds.
    const [oldest] = [...path.steps].sort(inOrder);
    standing = standing.filter((one) => one !== oldest);
  }
}

/** Handovers followed one after another; where they come round again, those of the round. */
function pathFrom(
  person: string,
  since: Millis,
  standing: readonly Handover[],
): { steps: readonly Handover[]; loops: boolean } {
  const steps: Handover[] = [];
  let [now, from] = [person, since];
  for (;;) {
    const next = newestOf(standing.filter((one) => one.from === now && covers(one, from)));
    if (next === undefined) return { steps, loops: false };
    steps.push(next);
    const round = steps.findIndex((one) => one.from === next.to);
    if (round >= 0) return { steps: steps.slice(round), loops: true };
    [now, from] = [next.to, next.at];
  }
}

/** Who is away for a while is away for what comes meanwhile, too; what was handed over for good is what there was. */
const covers = ({ until, at }: Handover, since: Millis): boolean => until !== undefined || since <= at;

const inOrder = (a: Handover, b: Handover) => a.at - b.at || (a.id < b.id ? -1 : 1);
const newestOf = (some: readonly Handover[]) => [...some].sort(inOrder).at(-1);

/** For what they took on at `since`. */
function isGone(person: string, since: Millis, left: readonly Left[], at: Millis): boolean {
  return left.some(
    (one) =>
      one.person === person &&
      one.at <= at &&
      !(one.backAt !== undefined && one.backAt <= at && (one.backAt - one.at <= RETURNS_WITHIN || since >= one.backAt)),
  );
}
