// Where a listing stands on a day: to come, standing, taken off. A listing is a government's act; nothing here says what an organisation is.
import { hash } from "./id.ts";
import type { AuthorityId, Designation } from "./org.ts";
import type { Day } from "./time.ts";

/** `ending`: it stands, and the day on which it will be taken off is known already. */
export type Stage = "ahead" | "standing" | "ending" | "former";

/** `today`: the calendar day where the authority is. Without a day of its own a listing stands since it was announced, and is off since that was. */
export function stageOf(listing: Designation, today: Day): Stage {
  const { date, ended } = listing;
  const off = offFrom(listing);
  if (ended !== undefined && (off === undefined || off <= today)) return "former";
  if (date !== undefined && date > today) return "ahead";
  return ended === undefined ? "standing" : "ending";
}

export function stands(listing: Designation, today: Day): boolean {
  const stage = stageOf(listing, today);
  return stage === "standing" || stage === "ending";
}

/** The first day on which it is off the list, as far as that is known. */
export function offFrom({ ended }: Designation): Day | undefined {
  return ended?.date ?? ended?.announced;
}

/** Taken off before the day on which it would have taken effect, or on it. */
export function neverTookEffect(listing: Designation): boolean {
  const off = offFrom(listing);
  return off !== undefined && listing.date !== undefined && off <= listing.date;
}

/** `us-state` -> `US`: the country on whose calendar its days are. */
export function countryOf(authority: AuthorityId): string {
  return authority.slice(0, 2).toUpperCase();
}

/** Tells the listings of one organisation apart; a source or a note more changes nothing. */
export function listingKey({ authority, type, date, announced, instrument, instrumentId }: Designation): string {
  return hash([
    authority,
    type.en ?? "",
    type.es ?? "",
    date ?? "",
    announced ?? "",
    instrument?.en ?? instrument?.es ?? "",
    instrumentId ?? "",
  ]).slice(0, 12);
}
