// What a channel's settings would have brought in the last days, and bring next: for the card that is shown before they are saved. Nothing is written.
import type { Context } from "../../src/command.ts";
import { coming } from "../../src/domain/next-notice.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { wouldBring } from "../../src/views/settings/would-bring.ts";

/** `to`: the channel with all its subscriptions as they would be, drafts among them (`since` plays no part). Lines in the reader's language. */
export async function preview(to: Subscribed, context: Context): Promise<readonly string[]> {
  const { known, now, language } = context;
  const last = await context.lastDays(to);
  return wouldBring({ record: known, to, last, next: coming(known, to, now), now, language });
}
