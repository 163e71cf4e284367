// Asks the review channel for a second person: a row in the ledger like any other, posted by the courier. It asks once for each proposal and decides nothing.
import type { Clock } from "../../clock.ts";
import type { Context } from "../../command.ts";
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { type Proposal, reviewId } from "../../domain/proposal.ts";
import type { Language } from "../../domain/text.ts";
import { reviewDestination } from "../watches/check-watch.ts";
import { freshRow } from "../ledger/fresh-row.ts";
import type { Ledger } from "../ledger/ledger.ts";

export interface ReviewChannel {
  id: string;
  about: () => { guildId: string; language: Language };
}

interface Parts {
  ledger: Pick<Ledger, "plan">;
  clock: Pick<Clock, "now" | "wall">;
  channel: ReviewChannel | undefined;
}

/** Harmless when asked again: the row's key follows from the proposal. */
export function reviewing({ ledger, clock, channel }: Parts): Context["askSecond"] {
  return async (proposal) => {
    const about = channel?.about();
    // People have another opaque id in each server: nobody could tell there whether it is the proposer who presses.
    if (channel === undefined || about === undefined || about.guildId !== proposal.guildId) return "no-channel";
    await ledger.plan([row(proposal, channel.id, about, clock)]);
    return "asked";
  };
}

function row(
  { id, at }: Proposal,
  channelId: string,
  { guildId, language }: ReturnType<ReviewChannel["about"]>,
  clock: Pick<Clock, "now" | "wall">,
): Delivery {
  const alert: AlertOf<"review.due"> = { kind: "review.due", id: reviewId(id), at, proposal: id };
  const to = { destination: reviewDestination(channelId), channelId, guildId, language };
  return freshRow(alert, to, { now: clock.now(), wall: clock.wall() }, { loud: true });
}
