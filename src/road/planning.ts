// What makes rows of what happens: the clock passed something, or a fact was recorded. A new kind of alert is listed here, as a watch or as an announcer.
import { carriedTo } from "../alerts/carrying.ts";
import { curfewNews } from "../alerts/changes/curfew-news.ts";
import { News } from "../alerts/changes/news.ts";
import { orgAnnouncer } from "../alerts/changes/org-news.ts";
import { answerChanges } from "../alerts/changes/shared-changed.ts";
import { strikeChanges } from "../alerts/changes/strike-changes.ts";
import { strikeNews } from "../alerts/changes/strike-news.ts";
import { Clockwork } from "../alerts/clockwork.ts";
import { EventPlans } from "../alerts/events/event-plans.ts";
import { hearersOf } from "../alerts/hearers.ts";
import { Bookmark } from "../alerts/ledger/marks.ts";
import { pauseWatch } from "../alerts/quiet/pausing.ts";
import { checkWatch } from "../alerts/watches/check-watch.ts";
import { digestWatch } from "../alerts/watches/digest-watch.ts";
import { edgeWatch } from "../alerts/watches/edge-watch.ts";
import { knowledgeWatch } from "../alerts/watches/knowledge-watch.ts";
import { placeWatch } from "../alerts/watches/place-watch.ts";
import { soonWatch } from "../alerts/watches/soon-watch.ts";
import type { Known } from "../domain/known.ts";
import type { Millis } from "../domain/time.ts";
import type { Common } from "./common.ts";

export interface Planning {
  clockwork: Clockwork;
  news: News;
  /** Entries in servers' lists of events, as the record and the subscriptions want them. */
  events: EventPlans;
}

/** `look`: what else is worked out each minute of how things stand. */
export async function planning(common: Common, look: () => Promise<void>): Promise<Planning> {
  const { store, subscriptions, broken } = common;
  // A clock that was put right must not hide what is recorded; a rehearsal's goes back on purpose.
  const known = (at: Millis) => (common.rewinds ? store.known(at) : store.known());
  const subscribed = (record: Known, at: Millis) => carriedTo(subscriptions.running(), record, at);
  const events = new EventPlans({ ...common, known, subscribed });
  const keep = () => events.look();
  subscriptions.onChanged(() => void keep().catch(broken));
  return {
    clockwork: await clockworkOf(common, {
      known,
      subscribed,
      keep: async () => {
        await keep();
        await look();
      },
    }),
    news: await newsOf(common, keep),
    events,
  };
}

async function clockworkOf(
  { ledger, clock, subscriptions, reviewChannel: channel, freshness, marks, sender, log }: Common,
  own: {
    known: (at: Millis) => Known;
    subscribed: ConstructorParameters<typeof Clockwork>[0]["subscribed"];
    keep: () => Promise<void>;
  },
): Promise<Clockwork> {
  return new Clockwork({
    ...own,
    hearing: (known, audience, wanted) => hearersOf(audience, known.areas).hearing(wanted),
    watches: [
      pauseWatch({ ledger, clock }),
      edgeWatch({ ledger, clock }),
      soonWatch({ ledger, clock }),
      placeWatch({ ledger, clock, subscribed: () => subscriptions.running() }),
      knowledgeWatch({ ledger, clock }),
      checkWatch({ ledger, clock, channel, freshness }),
      digestWatch({ ledger, clock }),
    ],
    ledger,
    watermark: await Bookmark.open(marks, "planned-until"),
    clock,
    serverTime: () => sender.serverTime(),
    log,
  });
}

async function newsOf(
  { store, clock, ask, ledger, subscriptions, marks }: Common,
  keep: () => Promise<void>,
): Promise<News> {
  const known = () => store.known();
  return new News({
    factsAfter: (seq) => store.after(seq),
    subscribed: (at, wanted) => {
      const record = store.known();
      const all = carriedTo(subscriptions.at(at), record, clock.now());
      return wanted === undefined ? all : hearersOf(all, record.areas).hearing(wanted);
    },
    announcers: [
      strikeNews({ known, clock }),
      strikeChanges({ known, versions: (subject) => store.versions("strike", subject), ledger, clock }),
      orgAnnouncer({ known, versions: (subject) => store.versions("org", subject), ledger, clock }),
      curfewNews({ known, versions: (subject) => store.versions("curfew", subject), ledger, clock }),
      answerChanges({
        known: (at) => store.known(at),
        answerIn: ask,
        versions: (noun, subject) => store.versions(noun, subject),
        ledger,
        clock,
      }),
    ],
    keep,
    ledger,
    cursor: await Bookmark.open(marks, "planned-facts"),
    clock,
  });
}
