// What a reader can do on the page, each ending in a changed state and a new drawing. It never decides what a message means.
import type { CommandView, Outcome, SentFile, ShownMessage, TypedCommand } from "../../contract.ts";
import { act, readCommands } from "./api.ts";
import type { ClockOrder } from "./api.ts";
import { moveWorld } from "./moving.ts";
import { makeOrders } from "./orders.ts";
import type { Orders } from "./orders.ts";
import { changeReader, channelsOf, openChannel, readerOf, takeOutcome } from "./state.ts";
import type { Ask, PageState } from "./state.ts";
import { wordsFor } from "./words.ts";
import { clockTime, placeZone, worldNow } from "./world-clock.ts";

/** What a form says, by custom_id. */
export type FormValues = Record<string, string | string[] | SentFile[]>;

export interface Actions extends Orders {
  /** Draws soon; `then` runs once it is drawn, for what needs the new elements (focus, scrolling). */
  draw: (then?: () => void) => void;
  send: (command: TypedCommand, text: string) => Promise<void>;
  press: (channelId: string, messageId: string, customId: string) => Promise<void>;
  choose: (channelId: string, messageId: string, customId: string, values: string[]) => Promise<void>;
  submit: (values: FormValues) => Promise<void>;
  /** A command of the menu "Apps": on a message, or on its author. */
  apps: (shown: ShownMessage, channelId: string, command: CommandView) => Promise<void>;
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

type Draw = Actions["draw"];
type Local = Pick<Actions, "closeModal" | "forget" | "dismiss">;
type Asking = Pick<Actions, "send" | "press" | "choose" | "suggest" | "submit" | "apps">;

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
    apps: ({ message }, channelId, { kind, name, plainName }) =>
      asking({ channelId, messageId: message.id, text: name }, (readerId) =>
        act("apps", {
          readerId,
          name: plainName,
          ...(kind === "user" ? { channelId, userId: message.author.id } : { messageId: message.id }),
        }),
      ),
    suggest: (command, focused, value) => act("autocomplete", { ...command, focused, value }),
    submit: (values) => submitModal(state, values, draw),
  };
}

/** All actions on this state. `readerChanged` is called before another reader is drawn. */
export function makeActions(state: PageState, draw: Draw, readerChanged: () => void): Actions {
  /** Of the channels shown, or of those shown without any yet. */
  async function load(channels: string[]): Promise<void> {
    const { readerId } = state;
    const lists = await Promise.all(channels.map((id) => readCommands(readerId, id).catch(() => undefined)));
    // The reader may have been switched while the lists were on their way.
    if (readerId !== state.readerId) return;
    channels.forEach((id, at) => {
      const list = lists[at];
      if (list !== undefined) state.commands.set(id, list);
      state.lastCommands = list ?? state.lastCommands;
    });
    draw();
  }
  const missing = (): string[] => state.panes.filter((id) => !state.commands.has(id));
  const loadCommands = (): Promise<void> => {
    state.commands.clear();
    return load(state.panes);
  };
  const arrived = (): { moving: string; arrived: string } => {
    const words = wordsFor(readerOf(state)?.locale ?? "");
    const time = clockTime(worldNow(state.reading, performance.now()), placeZone);
    return { moving: words.moving, arrived: words.arrived(time) };
  };
  return {
    ...localActions(state, draw),
    ...askingActions(state, draw),
    ...makeOrders(state, draw),
    draw,
    open: (channelId, pane) => {
      openChannel(state, channelId, pane);
      draw();
      void load(missing());
    },
    beside: (on) => {
      showBeside(state, on);
      draw();
      void load(missing());
    },
    loadCommands,
    actAs: async (readerId) => {
      changeReader(state, readerId);
      sessionStorage.setItem(remembered, readerId);
      readerChanged();
      draw();
      await loadCommands();
    },
    clock: (order) => moveWorld(order, state, draw, arrived),
  };
}

/** Shows a second channel, the first that is not shown yet, or leaves the active one alone. */
function showBeside(state: PageState, on: boolean): void {
  const other = channelsOf(state).find((channel) => !state.panes.includes(channel.id));
  if (on && other !== undefined) openChannel(state, other.id, 1);
  else if (!on) state.panes = state.panes.slice(0, 1);
  if (!on) state.activePane = 0;
}

async function submitModal(state: PageState, values: FormValues, draw: () => void): Promise<void> {
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
