// Which channel hears what. Rows are never erased by ending: the planner asks who was subscribed at an instant.
import type { Draft } from "../domain/draft.ts";
import type { Destination, Subscription } from "../domain/subscription.ts";
import type { Topic } from "../domain/topic.ts";
import type { Language } from "../domain/text.ts";
import type { Millis } from "../domain/time.ts";

export interface Subscribed {
  destination: Destination;
  subscriptions: readonly Subscription[];
}

export interface NewSubscription {
  guildId: string;
  channelId: string;
  kind: Destination["kind"];
  language: Language;
  zone: string;
  topics: readonly Topic[];
  areas: readonly string[];
  /** Minutes before a begin, before an end. Left out: an old subscription keeps its own, a new one gets the usual. */
  leads?: readonly number[] | undefined;
  endLeads?: readonly number[] | undefined;
  /** Who is told when it cannot be delivered. */
  owner: string;
}

/** What is to be otherwise; `undefined` takes an optional part away. Who and where it is stays. */
export type Changes<Row> = {
  [Key in keyof Omit<Row, "v" | "id" | "guildId" | "destination" | "since">]?: Row[Key] | undefined;
};

export type SubscribedAs = "new" | "already" | "changed";

export type Saved =
  | {
      is: SubscribedAs;
      id: string;
      subscribed: Subscribed;
      /** What stood before, where something did. */
      before?: { destination: Destination; subscription: Subscription };
    }
  | { is: "stale" };

export interface Subscriptions {
  /** `already`: the channel hears the same; nothing was written. `changed`: it hears the same, at other times before. */
  subscribe: (wanted: NewSubscription) => Promise<{ is: SubscribedAs; subscribed: Subscribed }>;
  /** Running subscriptions of one guild's channels. */
  list: (guildId: string) => readonly Subscribed[];
  /**
   * Stores a card: the one it was read from, else the channel's own with the same kinds and places, else a new one. `stale`: what it was read from is otherwise
   * by now, or has ended; nothing was written. `by`: whose hand it is.
   */
  save: (draft: Draft, by?: string) => Promise<Saved>;
  /** Ends all of a channel's subscriptions, or those named; returns what ended (empty: there was none). Only within the guild. */
  end: (channel: {
    guildId: string;
    channelId: string;
    by: string;
    ids?: readonly string[];
  }) => Promise<readonly Subscription[]>;
  /** Of these, what ended at that instant and has not begun again. */
  ended: (of: { guildId: string; ids: readonly string[]; at: Millis }) => readonly Subscription[];
  /** Settings of a channel, or of one of its subscriptions, in its own row: what is planned for it goes on. Undefined: there is none. Throws on what fits no schema. */
  setDestination: (
    guildId: string,
    channelId: string,
    changes: Changes<Destination>,
  ) => Promise<Destination | undefined>;
  setSubscription: (guildId: string, id: string, changes: Changes<Subscription>) => Promise<Subscription | undefined>;
  /** Everything that was subscribed at an instant of world time, by channel. */
  at: (instant: Millis) => readonly Subscribed[];
}
