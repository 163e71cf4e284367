// What the panels order, one at a time: carried out by the server, told to who ordered it, and shown by the state that is read again. It draws nothing.
import type { Order } from "./api.ts";
import { order } from "./api.ts";
import type { PanelName } from "./frame-state.ts";
import type { PageState } from "./state.ts";

export interface Orders {
  /** True when it was carried out; `said` is then announced. A refusal is shown in the open panel. */
  order: (wanted: Order, said: string) => Promise<boolean>;
  /** Opens a panel, or closes it where it is open already. The focus goes with it and comes back. */
  panel: (name: PanelName | undefined) => void;
  side: (open: boolean) => void;
  /** Said once by the screen reader, without a sign on the screen. */
  say: (text: string) => void;
}

export const because = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A live region stays silent where its text does not change: the same words again get a blank that nobody hears. */
export function sayIn(state: PageState, text: string): void {
  state.said = state.said === text ? `${text}\u{a0}` : text;
}

const focus = (id: string): void => document.getElementById(id)?.focus();

export const panelTitleId = "panel-title";
export const toolId = (name: PanelName): string => `tool-${name}`;
export const sideId = "side";
export const sideKnobId = "side-knob";

export function makeOrders(state: PageState, draw: (then?: () => void) => void): Orders {
  const { frame } = state;
  return {
    order: async (wanted, said) => {
      frame.ordering = wanted.path;
      frame.orderError = undefined;
      draw();
      try {
        await order(wanted);
        sayIn(state, said);
        return true;
      } catch (error) {
        frame.orderError = because(error);
        return false;
      } finally {
        frame.ordering = undefined;
        draw();
      }
    },
    panel: (name) => {
      const before = frame.panel;
      frame.panel = before === name ? undefined : name;
      frame.orderError = undefined;
      frame.askedDelete = false;
      frame.sideOpen = false;
      const to = frame.panel;
      draw(() => {
        if (to !== undefined) focus(panelTitleId);
        else if (before !== undefined) focus(toolId(before));
      });
    },
    side: (open) => {
      frame.sideOpen = open;
      draw(() => {
        if (open) document.querySelector<HTMLElement>(`#${sideId} [aria-current="true"], #${sideId} button`)?.focus();
        else focus(sideKnobId);
      });
    },
    say: (text) => {
      sayIn(state, text);
      draw();
    },
  };
}
