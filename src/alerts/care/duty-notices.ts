// The word to those concerned that somebody else looks after a server's alerts now: a row each, by direct message; where nobody has them any more, in the place
// of last resort. Every id follows from the handover or the person, so that planning twice makes the same rows. It must never tell anybody else.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { carers, type Duties, type Handover, type Left, RETURNS_WITHIN } from "../../domain/duty.ts";
import { hash } from "../../domain/id.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import type { Untold } from "../../store/stored-duties.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { noticeRow, type Where } from "./channel-plan.ts";

type DutyMoved = AlertOf<"duty.moved">;

interface Scene {
  /** Of the guild, what runs. */
  listed: readonly Subscribed[];
  duties: Duties;
  now: Millis;
  clock: Pick<Clock, "wall">;
  /** Where a post goes about these channels; undefined: Discord did not say, nothing is planned yet. */
  places: (one: Subscribed) => Promise<Where[] | undefined>;
}

/** Undefined: it cannot be told yet. */
export async function dutyRows(one: Untold, scene: Scene): Promise<Delivery[] | undefined> {
  switch (one.is) {
    case "handover":
    case "over":
      return handoverRows(one.is, one.handover, scene);
    case "left":
      return leftRows(one.left, scene);
    case "back":
      return backRows(one.left, scene);
  }
}

/** Channels that a person would look after if they had handed nothing over. A person's own direct messages are nobody else's. */
export function channelsOf(
  person: string,
  { listed, duties, now }: Pick<Scene, "listed" | "duties" | "now">,
): string[] {
  const own = { ...duties, handovers: duties.handovers.filter(({ from }) => from !== person) };
  return listed.flatMap(({ destination, subscriptions }) => {
    const { owners, contacts } = carers(subscriptions, own, now);
    return destination.kind !== "dm" && [...owners, ...contacts].includes(person) ? [destination.id] : [];
  });
}

function handoverRows(why: "handover" | "over", one: Handover, scene: Scene): Delivery[] {
  const { id, from, to, at, until, endedAt, guildId, language } = one;
  const moved: DutyMoved = {
    kind: "duty.moved",
    id: hash({ kind: "duty.moved", why, of: id }),
    at: why === "over" ? Math.min(endedAt ?? Infinity, until ?? Infinity) : at,
    why,
    from: why === "over" ? to : from,
    to: why === "over" ? from : to,
    ...(until === undefined ? {} : { until }),
    channels: channelsOf(from, scene),
    handover: id,
  };
  // Taken over by another handover: its own notice tells whose it is now.
  const isReplaced = scene.duties.handovers.some(
    (other) => other.id !== id && other.from === from && other.at === endedAt,
  );
  const people = why === "over" && isReplaced ? [to] : [from, to];
  return people.map((dm) => noticeRow(moved, { dm }, { guildId, language }, scene));
}

async function leftRows(left: Left, scene: Scene): Promise<Delivery[] | undefined> {
  const { listed, duties, now } = scene;
  const before = { ...duties, left: duties.left.filter((one) => one !== left) };
  const lost = listed.flatMap((one) =>
    one.destination.kind === "dm"
      ? []
      : one.subscriptions.flatMap((subscription) => {
          const was = carers([subscription], before, now).owners[0];
          return was === left.person ? [{ one, to: carers([subscription], duties, now).owners[0] }] : [];
        }),
  );
  const rows: Delivery[] = [];
  for (const to of new Set(lost.map((each) => each.to))) {
    const own = lost.filter((each) => each.to === to).map(({ one }) => one);
    const [first] = own;
    if (first === undefined) continue;
    const moved: DutyMoved = {
      kind: "duty.moved",
      id: hash({ kind: "duty.moved", why: "left", of: left.person, guild: left.guildId, at: left.at, to: to ?? "" }),
      at: left.at,
      why: "left",
      from: left.person,
      ...(to === undefined ? {} : { to }),
      channels: [...new Set(own.map(({ destination }) => destination.id))],
    };
    const wheres = to === undefined ? await scene.places(first) : [{ dm: to }];
    if (wheres === undefined) return undefined;
    rows.push(...wheres.map((where) => noticeRow(moved, where, aboutOf(first, left.guildId), scene)));
  }
  return rows;
}

function backRows(left: Left, scene: Scene): Delivery[] {
  const { listed, duties, now } = scene;
  const { person, guildId, at, backAt } = left;
  if (backAt === undefined || backAt - at > RETURNS_WITHIN) return [];
  const { backAt: _, ...away } = left;
  const before = { ...duties, left: duties.left.map((one) => (one === left ? away : one)) };
  const back = listed.filter(
    ({ destination, subscriptions }) =>
      destination.kind !== "dm" && carers(subscriptions, duties, now).owners.includes(person),
  );
  const [first] = back;
  if (first === undefined) return [];
  const acting = [...new Set(back.flatMap(({ subscriptions }) => carers(subscriptions, before, now).owners))];
  const moved: DutyMoved = {
    kind: "duty.moved",
    id: hash({ kind: "duty.moved", why: "back", of: person, guild: guildId, at: backAt }),
    at: backAt,
    why: "back",
    from: acting.find((one) => one !== person) ?? person,
    to: person,
    channels: back.map(({ destination }) => destination.id),
  };
  return [...new Set([person, ...acting])].map((dm) => noticeRow(moved, { dm }, aboutOf(first, guildId), scene));
}

function aboutOf({ destination }: Subscribed, guildId: string): { guildId: string; language: Language } {
  return { guildId, language: destination.language };
}
