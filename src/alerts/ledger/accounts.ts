// What became of the notices of one server, for its members who ask. It only reads, a few rows at a time, and never a row of another server.
import type { Delivery } from "../../domain/delivery.ts";
import { mark as markOf } from "../../domain/id.ts";
import type { Millis } from "../../domain/time.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Clockwork } from "../clockwork.ts";
import type { Glance } from "./lately.ts";
import type { Ledger } from "./ledger.ts";

export type { Glance } from "./lately.ts";

export interface Accounts {
  /** What was to be posted in a channel, newest first by when it was due; without what puts older messages right. */
  recent: (channelId: string, most: number) => readonly Glance[];
  /** Of each channel its newest notice, and the newest that was posted. */
  newest: () => ReadonlyMap<string, { newest: Glance; delivered?: Glance }>;
  read: (key: string) => Promise<Delivery | undefined>;
  /** Rows under a mark in any of the server's channels, newest first; without what puts older messages right. */
  marked: (mark: string) => readonly Glance[];
  /** What posted a message of ours. */
  showing: (messageId: string) => Promise<Delivery | undefined>;
  /** What puts the messages of a row right, oldest first. */
  edits: (of: Delivery) => Promise<readonly Delivery[]>;
  /** What still waits to be posted in a channel, oldest first. */
  waiting: (channelId: string) => readonly Delivery[];
  /** What told people that a channel is closed or open again, oldest first; also direct messages. */
  about: (channelId: string) => Promise<readonly Delivery[]>;
  /** Versions of a strike or an organisation that a channel has rows of, whatever became of them. */
  told: (channelId: string, noun: "strike" | "org", subject: string) => readonly string[];
  /** Every subscription that a channel ever had, ended ones too; undefined where it had none. */
  ever: (channelId: string) => Subscribed | undefined;
  /** Until when everything known is planned; `trusted`: false while the clock stands where nobody confirms it. */
  planned: () => { until: Millis | undefined; trusted: boolean };
}

interface Parts {
  ledger: Pick<Ledger, "lately" | "read" | "of" | "toldOf">;
  subscriptions: Pick<StoredSubscriptions, "ever">;
  clockwork: Pick<Clockwork, "trusted" | "plannedUntil">;
}

export function accountsOf({ ledger, subscriptions, clockwork }: Parts): (guildId: string) => Accounts {
  return (guildId) => {
    const read = async (key: string) => {
      const row = (await ledger.read(key))?.delivery;
      return row?.guildId === guildId ? row : undefined;
    };
    const all = async (glances: readonly Glance[]) =>
      (await Promise.all(glances.map(({ key }) => read(key)))).flatMap((row) => row ?? []);
    return {
      recent: (channelId, most) =>
        ledger.lately
          .of(guildId, channelId)
          .filter((one) => !one.edits)
          .slice(0, most),
      newest: () => ledger.lately.newest(guildId),
      read,
      marked: (mark) => ledger.lately.marked(guildId, mark).filter((one) => !one.edits),
      async showing(messageId) {
        const rows = await all(ledger.lately.showing(guildId, messageId).filter((one) => !one.edits));
        return rows.find(({ parts }) => parts.some((part) => part.messageId === messageId));
      },
      async edits(of) {
        const messages = of.parts.flatMap(({ messageId }) => messageId ?? []);
        const glances = [
          ...ledger.lately.marked(guildId, markOf(of.alert.id)),
          ...messages.flatMap((id) => ledger.lately.showing(guildId, id)),
        ].filter((one) => one.edits && one.channelId === of.channelId);
        const rows = await all([...new Map(glances.map((one) => [one.key, one])).values()]);
        return rows.filter(({ edits }) => edits?.of === of.id).sort((a, b) => a.dueAt - b.dueAt);
      },
      waiting: (channelId) =>
        ledger
          .of(channelId)
          .map(({ delivery }) => delivery)
          .filter((one) => one.guildId === guildId)
          .sort((a, b) => a.dueAt - b.dueAt),
      async about(channelId) {
        const rows = await Promise.all(ledger.lately.about(channelId).map(read));
        return rows.flatMap((row) => row ?? []);
      },
      told: (channelId, noun, subject) =>
        ledger.toldOf[noun](subject)
          .flat()
          .flatMap(({ destination, fact }) => (destination === channelId ? [fact] : [])),
      ever: (channelId) => subscriptions.ever(guildId, channelId),
      planned: () => ({ until: clockwork.plannedUntil, trusted: clockwork.trusted }),
    };
  };
}
