// What every part of the road is made of: what its opener gives, what the store holds of it, and the few words its parts have for each other. It plans nothing.
import { carriedTo } from "../alerts/carrying.ts";
import { HaveIt } from "../alerts/care/have-it.ts";
import type { ReviewChannel } from "../alerts/changes/review.ts";
import { KeptMessages } from "../alerts/ledger/kept-messages.ts";
import { Ledger } from "../alerts/ledger/ledger.ts";
import { People } from "../alerts/ledger/people.ts";
import { Presses } from "../alerts/seen/presses.ts";
import { carried } from "../domain/carried.ts";
import type { Millis } from "../domain/time.ts";
import type { Store as Rows } from "../engines/store.ts";
import type { RoadParts } from "../road.ts";
import { StoredProposals } from "../store/proposals.ts";
import { SpokenLanguages } from "../store/spoken-languages.ts";
import { StoredDuties } from "../store/stored-duties.ts";
import { StoredSubscriptions } from "../store/stored-subscriptions.ts";
import type { Subscribed } from "../store/subscriptions.ts";

export interface RoadRows {
  subscriptions: StoredSubscriptions;
  duties: StoredDuties;
  ledger: Ledger;
  /** Where parts that have little to keep have it. */
  marks: Rows;
  shown: KeptMessages;
  people: People;
  presses: Presses;
  proposals: StoredProposals;
  haveIt: HaveIt;
  spoken: SpokenLanguages;
}

export interface Common extends RoadParts, RoadRows {
  reviewChannel: ReviewChannel | undefined;
  /** With the places of these subscriptions as they are by now. */
  carried: (list: readonly Subscribed[]) => readonly Subscribed[];
  /** Whether the clock stands where it should. */
  trusted: () => boolean;
  /** World time up to which everything is planned that the clock brings. */
  plannedUntil: () => Millis | undefined;
  /** What waited for a channel may go on. */
  wake: () => void;
}

/** Throws with a row's key on one that no longer fits its schema. */
export async function openRows({ engine, store, clock }: RoadParts): Promise<RoadRows> {
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock, (one) =>
    carried(store.known().areas, one.areas, one.since, clock.now()),
  );
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const marks = engine.namespace("marks");
  return {
    subscriptions,
    duties: await StoredDuties.open(engine.namespace("subs")),
    ledger,
    marks,
    shown: new KeptMessages(marks),
    people: await People.open(marks),
    presses: await Presses.open(marks),
    proposals: await StoredProposals.open(marks),
    haveIt: await HaveIt.open(marks),
    spoken: await SpokenLanguages.open(engine.namespace("subs")),
  };
}

/** `does`: what the parts of the road, which are made of this, do for each other. */
export function commonOf(
  parts: RoadParts,
  rows: RoadRows,
  does: Pick<Common, "trusted" | "plannedUntil" | "wake">,
): Common {
  const { store, clock } = parts;
  return {
    ...parts,
    ...rows,
    ...does,
    reviewChannel: reviewChannel(parts.review, rows.subscriptions),
    carried: (list) => carriedTo(list, store.known(), clock.now()),
  };
}

/** In the words of the channel's own subscription, if it has one. */
function reviewChannel(
  { id, guildId, language }: RoadParts["review"],
  subscriptions: StoredSubscriptions,
): ReviewChannel | undefined {
  const about = () => {
    const own = subscriptions.running().find(({ destination }) => destination.id === id)?.destination;
    return { guildId: own?.guildId ?? guildId, language: own?.language ?? language };
  };
  return id === undefined ? undefined : { id, about };
}
