// What a row of the ledger is worded from beside the record: shared answers asked again, versions, names, proposals. It words nothing and writes nothing.
import type { ChannelNow } from "./alerts/care/channel-now.ts";
import type { Ledger } from "./alerts/ledger/ledger.ts";
import type { People } from "./alerts/ledger/people.ts";
import type { Presses } from "./alerts/seen/presses.ts";
import type { Answers } from "./alerts/render/wording.ts";
import { type AnswerIn, factOf, recordFor, superseded } from "./alerts/changes/shared-changed.ts";
import { newestOf, spokenOf } from "./alerts/changes/strike-changes.ts";
import { topicOf } from "./alerts/ledger/told-of.ts";
import type { Clock } from "./clock.ts";
import type { AreaId } from "./domain/area.ts";
import type { StoredProposals } from "./store/proposals.ts";
import type { StoredSubscriptions } from "./store/stored-subscriptions.ts";
import type { FactStore } from "./store/store.ts";

/** Answers a question with a record and at an instant; undefined when it cannot be answered any more. */
export type Ask = AnswerIn;

export function answersFor(given: {
  store: FactStore;
  clock: Clock;
  ask: Ask;
  ledger: Ledger;
  people: People;
  proposals: StoredProposals;
  home: AreaId;
  subscriptions: Pick<StoredSubscriptions, "of">;
  channels: ChannelNow;
  presses: Presses;
  board: Answers["board"];
  speaks: Answers["speaks"];
  reviewers: Answers["reviewers"];
}): Required<Answers> {
  const { store, clock, ask, ledger, people, proposals, home, channels, presses, subscriptions } = given;
  const { board, reviewers, speaks } = given;
  const versions = (noun: string, subject: string) => store.versions(noun, subject);
  return {
    again: (question, language, at) => ask(question, language, store.known(at), at ?? clock.now()),
    corrected: (question, language, at) => {
      const now = store.known();
      if (at === undefined) return ask(question, language, now, clock.now());
      return ask(question, language, recordFor(topicOf(question), now, store.known(at), at), at);
    },
    superseded: (delivery) => superseded(ledger, delivery),
    factOf: (alert) => factOf(alert, versions),
    home,
    speaks,
    board,
    becameKnown: (from, until) => store.becameKnown(from, until),
    versionsOf: versions,
    channel: (channel, since) => channels.at(channel, since),
    undelivered: (id) => channels.undelivered(id),
    reviewers,
    wasTold: (delivery) => channels.wasTold(delivery),
    nameOf: (guildId, person) => people.name(guildId, person),
    versions: (subject) => store.versions("curfew", subject),
    strikeVersions: (subject) => store.versions("strike", subject),
    orgVersions: (subject) => store.versions("org", subject),
    spokenOf: (delivery) => spokenOf(ledger, delivery),
    newestOf: (delivery) => newestOf(ledger, delivery),
    subscribed: (guildId, channelId) => subscriptions.of(guildId, channelId),
    pressed: (below) => presses.of(below),
    review: (id) => {
      const proposal = proposals.find(id);
      return proposal?.state === "waiting" ? { proposal, versions, home } : undefined;
    },
  };
}
