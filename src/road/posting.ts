// What brings rows to their channels: the courier, with what each row is worded from and how it stands with its channel when its turn comes.
import { calledNow } from "../alerts/called.ts";
import { Courier } from "../alerts/courier/courier.ts";
import { sumUp } from "../alerts/courier/sum-up.ts";
import type { EventPlans } from "../alerts/events/event-plans.ts";
import { followed } from "../alerts/followed.ts";
import { Holding } from "../alerts/quiet/holding.ts";
import type { BoardNow } from "../alerts/render/own.ts";
import { renderer } from "../alerts/render/render.ts";
import { answersFor } from "../answers-for-alerts.ts";
import { type Delivery, isUnsubscribed } from "../domain/delivery.ts";
import { heardOf } from "../domain/heard.ts";
import { isFull } from "../engines/faults.ts";
import type { Caring } from "./caring.ts";
import type { Common } from "./common.ts";

export function posting(common: Common, { closures, channels, duty }: Caring, events: EventPlans): Courier {
  const { engine, store, ledger, clock, subscriptions } = common;
  const known = () => store.known();
  const standing = (delivery: Delivery) => standingOf(delivery, common);
  const render = renderer(
    answersFor({
      ...common,
      channels,
      speaks: (guildId, person) => common.chosen?.(person) ?? common.spoken.of(guildId, person),
      board: (delivery) => boardNow(delivery, common),
      reviewers: () => reviewers(common, duty),
    }),
  );
  return new Courier({
    ...common,
    scene: () => ({ known: known(), now: clock.now() }),
    render: (row, scene) => render(calledNow(row, subscriptions.of(row.guildId, row.destination)), scene),
    standing,
    holding: new Holding({
      ledger,
      clock,
      record: known,
      destination: ({ guildId, destination }) => subscriptions.destination(guildId, destination),
      running: ({ guildId, destination }) => {
        const running = subscriptions.of(guildId, destination);
        return running === undefined ? undefined : common.carried([running])[0];
      },
      plannedUntil: common.plannedUntil,
      standing: (delivery) => (isUnsubscribed(delivery) ? "open" : standing(delivery)),
    }),
    sumUp: (destination) =>
      sumUp(
        { ledger, clock, running: (row) => subscriptions.of(row.guildId, row.destination) },
        destination,
        known,
        clock.now(),
      ),
    closed: (delivery, why) => closures.closed(delivery, why),
    wantedEvent: (delivery) => events.wanted(delivery),
    // What they are told, and how often, is worked out of the rows.
    undelivered: async () => closures.look(),
    room: async (fault) => {
      if (engine.room === undefined || !isFull(fault)) throw fault;
      await engine.room();
    },
  });
}

/** Who is called by a question to the review channel: who looks after that channel's own alerts. */
function reviewers({ reviewChannel: channel }: Common, duty: Caring["duty"]): readonly string[] {
  return channel === undefined ? [] : duty.ownersOf(channel.about().guildId, channel.id);
}

function standingOf(delivery: Delivery, { subscriptions }: Common): "open" | "paused" | "ended" {
  const running = subscriptions.of(delivery.guildId, delivery.destination);
  // Where nobody is subscribed any more, the word that says so waits for the channel as every row does, until its time is over.
  const isLast = running === undefined && delivery.alert.kind === "alerts.narrowed";
  if (isLast && subscriptions.destination(delivery.guildId, delivery.destination)?.paused !== undefined)
    return "paused";
  if (running === undefined || !running.subscriptions.some((one) => delivery.subscriptions.includes(one.id)))
    return "ended";
  return running.destination.paused === undefined ? "open" : "paused";
}

/** Whom a board is for by now, if it is the one that its channel has. */
function boardNow({ alert, guildId, channelId }: Delivery, { subscriptions, carried }: Common): BoardNow {
  const running = subscriptions.of(guildId, channelId);
  if (running === undefined || running.destination.board?.since !== alert.at) return { is: "ended" };
  const [to] = carried([running]);
  return to === undefined ? { is: "ended" } : { is: "kept", areas: followed(to), hears: heardOf(to.subscriptions) };
}
