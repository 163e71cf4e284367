// A drill as who asked for it hears of it. Shapes only.
import type { Reason } from "./reason.ts";
import type { Millis } from "./time.ts";

/** Of a role that a channel's alerts mention: whether Discord would let the mention through. */
export interface RoleTried {
  role: string;
  works: boolean;
}

export interface DrillWanted {
  guildId: string;
  channelId: string;
  asker: { id: string; name: string };
  /** Of the channel, where nobody subscribed it. */
  language: "en" | "es";
  roles: readonly RoleTried[];
}

export type Drilled =
  /** `after`: machine ms from asking to standing there. `silent`: it came without sound. */
  | { is: "posted"; messageId: string; after: Millis; silent: boolean }
  /** Nothing is known of it yet. */
  | { is: "waiting" }
  | { is: "no"; why: Reason }
  /** Another one was asked for in that channel less than a minute before. `wait`: machine ms. */
  | { is: "too-soon"; wait: Millis };
