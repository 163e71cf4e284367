// Who looks after a channel, and what they are told of it: members who left, duties that moved, channels that closed.
import { ChannelNow } from "../alerts/care/channel-now.ts";
import { Closures } from "../alerts/care/closures.ts";
import { DutyDesk } from "../alerts/care/duty-desk.ts";
import { Membership } from "../alerts/care/membership.ts";
import { Bookmark } from "../alerts/ledger/marks.ts";
import type { Common } from "./common.ts";

export interface Caring {
  membership: Membership;
  duty: DutyDesk;
  closures: Closures;
  channels: ChannelNow;
}

export async function caring(common: Common): Promise<Caring> {
  const membership = new Membership({ ...common, swept: await Bookmark.open(common.marks, "members-asked") });
  const closures = new Closures({
    ...common,
    askMembers: (guildId, people) => membership.ask(guildId, people),
    dutyNews: (now, places) => membership.tell(now, places),
  });
  return {
    membership,
    duty: new DutyDesk({ ...common, review: common.review.id }),
    closures,
    channels: new ChannelNow({ ...common, look: () => closures.look() }),
  };
}
