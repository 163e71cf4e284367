// What a reader can do on the page, each ending in a changed state and a new drawing. It never decides what a message means.
import type { Outcome, TypedCommand } from "../../contract.ts";
import { act, moveClock, readCommands } from "./api.ts";
import type { ClockOrder } from "./api.ts";
import { changeReader, channelsOf, openChannel, takeOutcome } from "./state.ts";
import type { Ask, PageState } from "./state.ts";

export interface Actions {
  /** Draws soon; `then` runs once it is drawn, for what needs the new elements (focus, scrolling). */
  draw: (then?: () => void) => void;
  send: (command: TypedCommand, text: string) => Promise<void>;
  press: (channelId: string, messageId: string, customId: string) => Promise<void>;
  choose: (channelId: string, messageId: string, customId: string, values: string[]) => Promise<void>;
  submit: (values: Record<string, string | string[]>) => Promise<void>;
  suggest: (command: TypedCommand, focused: string, value: string) => Promise<Outcome>;
  closeModal: () => void;
  forget: (ask: Ask) => void;
  dismiss: (messageId: string) => void;
  open: (channelId: string, pane?: number) => void;
  beside: (on: boolean) => void;
  actAs: (readerId: string) => Promise<void>;
  loadCommands: () => Promise<void>;
  clock: (order: ClockOrder) => Promise<void>;
}

const remembered = "vigia-reader";

/** The reader chosen before in this tab; two tabs can be two people. */
export function rememberedReader(): string {
  return sessionStorage.getItem(remembered) ?? "";
}

const because = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type Draw = Actions["draw"];
type Local = Pick<Actions, "closeModal" | "forget" | "dismiss" | "open" | "beside">;
type Asking = Pick<Actions, "send" | "press" | "choose" | "suggest" | "submit">;

/** What changes only what this page shows. */
function localActions(state: PageState, draw: Draw): Local {
  const then =
    <A extends unknown[]>(change: (...given: A) => void) =>
    (...given: A): void => {
      change(...given);
      draw();
    };
  return {
    closeModal: then(() => {
      state.modal = undefined;
    }),
    forget: then((ask: Ask) => {
      state.asks = state.asks.filter((known) => known !== ask);
    }),
    dismiss: then((messageId: string) => {
      state.dismissed.add(messageId);
    }),
    open: then((channelId: string, pane?: number) => openChannel(state, channelId, pane)),
    beside: then((on: boolean) => showBeside(state, on)),
  };
}

/** What the bot has to answer. */
function askingActions(state: PageState, draw: Draw): Asking {
  let asked = 0;
  async function asking(
    ask: Omit<Ask, "id" | "readerId">,
    send: (readerId: string) => Promise<Outcome>,
  ): Promise<void> {
    asked += 1;
    const open: Ask = { ...ask, id: asked, readerId: state.readerId };
    // One red line a message: what failed there before is old news once it is tried again.
    state.asks = state.asks.filter((known) => known.failed === undefined || known.messageId !== ask.messageId);
    state.asks.push(open);
    draw();
    takeOutcome(state, open, await send(open.readerId));
    draw();
  }
  return {
    send: (command, text) => asking({ channelId: command.channelId, text }, () => act("type", command)),
    press: (channelId, messageId, customId) =>
      asking({ channelId, messageId, text: customId }, (readerId) => act("press", { readerId, messageId, customId })),
    choose: (channelId, messageId, customId, values) =>
      asking({ channelId, messageId, text: customId }, (readerId) =>
        act("select", { readerId, messageId, customId, values }),
      ),
    suggest: (command, focused, value) => act("autocomplete", { ...command, focused, value }),
    submit: (values) => submitModal(state, values, draw),
  };
}

/** All actions on this state. `readerChanged` is called before another reader is drawn. */
export function makeActions(state: PageState, draw: Draw, readerChanged: () => void): Actions {
  async function loadCommands(): Promise<void> {
    const readerId = state.readerId;
    const commands = await readCommands(readerId).catch(() => []);
    // The reader may have been switched while the list was on its way.
    if (readerId === state.readerId) state.commands = commands;
    draw();
  }
  return {
    ...localActions(state, draw),
    ...askingActions(state, draw),
    draw,
    loadCommands,
    actAs: async (readerId) => {
      changeReader(state, readerId);
      sessionStorage.setItem(remembered, readerId);
      readerChanged();
      draw();
      await loadCommands();
    },
    clock: async (order) => {
      state.movingClock = true;
      state.clockError = undefined;
      draw();
      await moveClock(order).catch((error: unknown) => {
        state.clockError = because(error);
      });
      state.movingClock = false;
      draw();
    },
  };
}

/** Shows a second channel, the first that is not shown yet, or leaves the active one alone. */
function showBeside(state: PageState, on: boolean): void {
  const other = channelsOf(state).find((channel) => !state.panes.includes(channel.id));
  if (on && other !== undefined) openChannel(state, other.id, 1);
  else if (!on) state.panes = state.panes.slice(0, 1);
  if (!on) state.activePane = 0;
}

async function submitModal(
  state: PageState,
  values: Record<string, string | string[]>,
  draw: () => void,
): Promise<void> {
  const open = state.modal;
  if (open === undefined || open.sending) return;
  open.sending = true;
  delete open.error;
  draw();
  const { readerId, interactionId } = open;
  const outcome = await act("submit", { readerId, interactionId, values });
  open.sending = false;
  if (outcome.kind === "failed") open.error = outcome.why;
  else {
    if (state.modal === open) state.modal = undefined;
    takeOutcome(state, { id: 0, readerId, channelId: "", text: "" }, outcome);
  }
  draw();
}
