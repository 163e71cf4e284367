// What scenes of alerts hand over where they do not care: a sender that posts everything, answers that know nothing, a clock that is right.
// A scene names what it tries and takes the rest from here, so that a new part of a contract is added in one place.
import { deliveryId } from "../../src/alerts/ledger/ledger.ts";
import type { Parts } from "../../src/alerts/courier/courier.ts";
import type { Answers } from "../../src/alerts/render/wording.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import type { Sender } from "../../src/alerts/courier/sender.ts";

/** Every post stands at once, under ids of its own. */
export function someSender(own: Partial<Sender> = {}): Sender {
  let posted = 0;
  return {
    post: async () => ({ is: "sent", messageId: `m${(posted += 1)}` }),
    edit: async () => ({ is: "sent", messageId: "m" }),
    pin: async () => "done",
    find: async () => ({ is: "absent" }),
    direct: async (userId) => ({ is: "open", channelId: `dm${userId}` }),
    events: async () => ({ is: "listed", events: [] }),
    makeEvent: async () => ({ is: "sent", messageId: "e" }),
    changeEvent: async (_, eventId) => ({ is: "sent", messageId: eventId }),
    removeEvent: async (_, eventId) => ({ is: "sent", messageId: eventId }),
    openThread: async (_, messageId) => ({ is: "sent", messageId }),
    systemChannel: async () => undefined,
    postable: async () => [],
    serverTime: async () => undefined,
    changed: () => undefined,
    forgetPace: () => undefined,
    missingPermissions: async () => [],
    ground: async () => "no such channel",
    managed: async () => ({ server: false, channels: [] }),
    isMember: async () => true,
    isIn: async () => true,
    ...own,
  };
}

export function someAnswers(own: Partial<Answers> = {}): Answers {
  return {
    again: () => undefined,
    corrected: () => undefined,
    superseded: () => false,
    factOf: () => undefined,
    home: "EC",
    becameKnown: () => [],
    versionsOf: () => [],
    board: () => ({ is: "ended" }),
    nameOf: () => undefined,
    speaks: () => undefined,
    versions: () => [],
    strikeVersions: () => [],
    orgVersions: () => [],
    spokenOf: () => undefined,
    newestOf: () => undefined,
    review: () => undefined,
    subscribed: () => undefined,
    channel: () => undefined,
    wasTold: () => false,
    pressed: () => new Map(),
    undelivered: () => undefined,
    reviewers: () => [],
    ...own,
  };
}

/** Of the courier's parts, those that hardly any scene moves. */
export const steady: Pick<Parts, "trusted" | "room" | "undelivered" | "rate" | "sumUp" | "wantedEvent" | "holding"> = {
  holding: { isQuiet: () => false, hold: async () => false },
  trusted: () => true,
  sumUp: async () => undefined,
  room: async (fault) => {
    throw fault;
  },
  // A clock that stands still would let the usual five go.
  rate: { perSecond: Infinity, burst: Infinity, together: 1 },
  undelivered: async () => undefined,
  wantedEvent: () => ({ is: "none", why: "event-removed" }),
};

/** A row that waits untried for its turn in a channel, owed for an hour; in time, and told with a sound. */
export function someRow(alert: Delivery["alert"], channel: string, own: Partial<Delivery> = {}): Delivery {
  return {
    v: 1,
    id: deliveryId(alert.id, channel),
    alert,
    destination: channel,
    channelId: channel,
    guildId: "g",
    language: "en",
    subscriptions: ["sub"],
    shown: [],
    roles: [],
    loud: true,
    state: "planned",
    reason: "in-time",
    dueAt: alert.at,
    plannedAt: alert.at,
    expiresAt: alert.at + 3_600_000,
    plannedMachine: 1_700_000_000_000,
    parts: [],
    attempts: [],
    ...own,
  };
}
