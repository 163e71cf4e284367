// How it stands with a channel that was closed: what its people read of it, wherever they read it. Types only; it holds no words.
import type { Millis } from "./time.ts";

export interface ChannelState {
  guildId: string;
  channel: string;
  /** Of a channel that is gone. */
  name: string | undefined;
  /** `ended`: nobody is subscribed any more. */
  is: "closed" | "open" | "ended";
  /** A named one of the courier's, or "bot-removed". */
  reason: string;
  /** What the bot lacked there, by Discord's names. */
  missing: readonly string[];
  /** When it closed, world time. */
  since: Millis;
  /** Open by then, closed once more since. */
  again: Millis | undefined;
  openedAt: Millis | undefined;
  owners: readonly string[];
  contacts: readonly string[];
  /** Who said that they have it. The name is undefined once it was erased. */
  held: { name: string | undefined; at: Millis } | undefined;
  /** Alerts that wait for it, and since when the oldest does. */
  waiting: number;
  oldest: Millis | undefined;
  /** Whether anybody was told, or is about to be. */
  told: boolean;
}
