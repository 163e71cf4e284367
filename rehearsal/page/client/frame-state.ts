// What is open around the channels, and what was ordered there. Pure; it must not use the DOM or the network.
import type { FaultOrder } from "../../contract.ts";

/** A sheet beside the channels. */
export type PanelName = "settings" | "faults" | "scenario";

/** A clock on its way, in world milliseconds. */
export interface Journey {
  fromMs: number;
  toMs: number;
  outage: boolean;
  /** The reader asked to stop after the piece that is being played. */
  stopping: boolean;
}

/** The menu of a message, or of its author alone. */
export interface OpenMenu {
  messageId: string;
  channelId: string;
  person: boolean;
  /** Where it was asked for, in pixels of the window; undefined: at its button. */
  at?: { x: number; y: number };
}

export interface FrameState {
  panel: PanelName | undefined;
  /** On a phone: the list of channels is a drawer. */
  sideOpen: boolean;
  /** The order that is being carried out, by its path; buttons wait for it. */
  ordering: string | undefined;
  orderError: string | undefined;
  /** The fault being put together. */
  draft: FaultOrder;
  /** The channel whose permissions are shown. */
  permissionsOf: string | undefined;
  /** The channel in the list of what can be deleted, and whether it was asked back. */
  toDelete: string | undefined;
  askedDelete: boolean;
  menu: OpenMenu | undefined;
  journey: Journey | undefined;
}

export function emptyFrame(): FrameState {
  return {
    panel: undefined,
    sideOpen: false,
    ordering: undefined,
    orderError: undefined,
    draft: { fault: "503", on: "posts", times: 1 },
    permissionsOf: undefined,
    toDelete: undefined,
    askedDelete: false,
    menu: undefined,
    journey: undefined,
  };
}

/** Faults that take a number of seconds, and the number to begin with: Discord's waits are short, a slow answer misses the three seconds. */
export function secondsFor(fault: FaultOrder["fault"]): number | undefined {
  if (fault === "slow") return 4;
  return fault.startsWith("rate-limited") ? 2 : undefined;
}
