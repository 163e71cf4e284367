// What the page knows, and how the server's words change it. Pure apart from the object it changes; it must not use the DOM or the network.
import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type {
  Channel,
  CommandView,
  Outcome,
  PageEvent,
  Reader,
  SentFile,
  ShownMessage,
  Snapshot,
} from "../../contract.ts";
import { emptyFrame } from "./frame-state.ts";
import type { FrameState } from "./frame-state.ts";
import { Flag } from "./kinds.ts";
import type { Reading } from "./world-clock.ts";

/** Something a reader asked for that is not answered yet, or was answered by Discord's red line. Seen by that reader only. */
export interface Ask {
  id: number;
  readerId: string;
  channelId: string;
  text: string;
  /** Set when a component of this message was used. */
  messageId?: string;
  failed?: string;
}

export interface OpenModal {
  readerId: string;
  interactionId: string;
  modal: APIModalInteractionResponseCallbackData;
  sending: boolean;
  error?: string;
  /** What is wrong with a field, by custom_id. */
  errors: Map<string, string>;
  /** How long a text is, for its counter; texts themselves are kept by the form's elements. */
  lengths: Map<string, number>;
  files: Map<string, ChosenFile[]>;
}

/** A file that was chosen for a form, already read. */
export interface ChosenFile {
  size: number;
  sent: SentFile;
}

/** A select menu that is open in some message. */
export interface OpenSelect {
  messageId: string;
  customId: string;
  active: number;
  chosen: string[];
}

export interface PageState {
  snapshot: Snapshot | undefined;
  reading: Reading;
  connected: boolean;
  readerId: string;
  /** By channel: each guild may have its own. */
  commands: Map<string, CommandView[]>;
  lastCommands: CommandView[];
  /** Ids of the channels shown, one or two. */
  panes: string[];
  activePane: number;
  unread: Map<string, Set<string>>;
  dismissed: Set<string>;
  asks: Ask[];
  modal: OpenModal | undefined;
  /** Forms that were opened once: the stream and the answer both bring each, in either order. */
  openedModals: Set<string>;
  select: OpenSelect | undefined;
  /** What is open around the channels. */
  frame: FrameState;
  movingClock: boolean;
  clockError: string | undefined;
  /** Said once, politely, for what happens where the reader is not looking. */
  said: string;
  /** On a phone: whether the clock's buttons are unfolded. */
  clockOpen: boolean;
  /** Ids of the channels shown as a phone's lock screen shows them. */
  lockScreens: Set<string>;
}

export function emptyState(): PageState {
  return {
    snapshot: undefined,
    reading: { worldMs: 0, rate: 1, running: false, takenAt: 0 },
    connected: false,
    readerId: "",
    commands: new Map(),
    lastCommands: [],
    panes: [],
    activePane: 0,
    unread: new Map(),
    dismissed: new Set(),
    asks: [],
    modal: undefined,
    openedModals: new Set(),
    select: undefined,
    frame: emptyFrame(),
    movingClock: false,
    clockError: undefined,
    said: "",
    clockOpen: false,
    lockScreens: new Set(),
  };
}

export const readerOf = (state: PageState): Reader | undefined =>
  state.snapshot?.readers.find((reader) => reader.id === state.readerId);

/** The channels this reader sees: of all guilds, and their own direct messages with the bot. */
export function channelsOf(state: PageState): Channel[] {
  const all = state.snapshot?.channels ?? [];
  const { readerId } = state;
  return all.filter(({ dmWith, seenBy: eyes }) =>
    dmWith === undefined ? eyes.includes(readerId) : dmWith === readerId,
  );
}

/** What a reader can do in a channel: the commands of its guild, or the last ones known while those are on their way. */
export function commandsIn(state: PageState, channelId: string): CommandView[] {
  return state.commands.get(channelId) ?? state.lastCommands;
}

/** "#alertas", or "@Vigía" for direct messages: their other side is the bot. */
export const channelTitle = (channel: Channel): string =>
  channel.dmWith === undefined ? `#${channel.name}` : "@Vigía";

export const channelOf = (state: PageState, id: string): Channel | undefined =>
  channelsOf(state).find((channel) => channel.id === id);

/** Whether a message is for this reader's eyes: public, or private to them and not dismissed. */
function seenBy(state: PageState, shown: ShownMessage): boolean {
  if (state.dismissed.has(shown.message.id)) return false;
  return shown.ephemeralFor === undefined || shown.ephemeralFor === state.readerId;
}

/** A channel's messages as the acting reader sees them, oldest first. */
export function visible(state: PageState, channelId: string): ShownMessage[] {
  return (state.snapshot?.messages[channelId] ?? []).filter((shown) => seenBy(state, shown));
}

/** Whether a message calls this reader: by name, by a role of theirs, or everyone. */
export function calls(shown: ShownMessage, reader: Reader): boolean {
  const { mentions, mention_roles: roles, mention_everyone: everyone } = shown.message;
  return (
    everyone || mentions.some((user) => user.id === reader.id) || roles.some((role) => reader.roles.includes(role))
  );
}

/** What a channel's entry in the list tells: how many messages came while it was not shown, and how many of them call the reader. */
export function unreadIn(state: PageState, channelId: string): { count: number; mentions: number } {
  const ids = state.unread.get(channelId) ?? new Set();
  const fresh = visible(state, channelId).filter((shown) => ids.has(shown.message.id));
  const reader = readerOf(state);
  return { count: fresh.length, mentions: reader ? fresh.filter((shown) => calls(shown, reader)).length : 0 };
}

function markUnread(state: PageState, channelId: string, messageId: string): void {
  if (state.panes.includes(channelId)) return;
  const ids = state.unread.get(channelId) ?? new Set<string>();
  state.unread.set(channelId, ids.add(messageId));
}

/** Shows a channel in a pane (0 or 1) and takes its mark away. Two panes never show the same channel. */
export function openChannel(state: PageState, channelId: string, pane = state.activePane): void {
  const elsewhere = state.panes.indexOf(channelId);
  if (elsewhere >= 0) state.activePane = elsewhere;
  else {
    state.panes[pane] = channelId;
    state.activePane = pane;
  }
  state.unread.delete(channelId);
}

/** Takes the whole state, at the start and after each reconnection. What came meanwhile in channels not shown counts as unread. */
export function takeSnapshot(state: PageState, snapshot: Snapshot, machineMs: number): void {
  const before = state.snapshot;
  if (before !== undefined) {
    for (const [channelId, list] of Object.entries(snapshot.messages)) {
      const known = new Set(before.messages[channelId]?.map((shown) => shown.message.id));
      for (const { message } of list) if (!known.has(message.id)) markUnread(state, channelId, message.id);
    }
  }
  state.snapshot = snapshot;
  takeClock(state, snapshot, machineMs);
  if (readerOf(state) === undefined) state.readerId = snapshot.readers[0]?.id ?? "";
  fitPanes(state);
}

/** Keeps only channels that exist and that the reader may see; with none left, the first one. */
function fitPanes(state: PageState): void {
  state.panes = state.panes.filter((id) => channelOf(state, id) !== undefined);
  const first = channelsOf(state)[0];
  if (state.panes.length === 0 && first !== undefined) openChannel(state, first.id, 0);
  state.activePane = Math.min(state.activePane, Math.max(0, state.panes.length - 1));
}

/** Another reader acts from now on: open forms and menus were the last one's. */
export function changeReader(state: PageState, readerId: string): void {
  state.readerId = readerId;
  state.modal = undefined;
  state.select = undefined;
  state.commands.clear();
  state.lastCommands = [];
  state.frame.menu = undefined;
  fitPanes(state);
}

function takeClock(state: PageState, word: { now: string; rate: number; running: boolean }, machineMs: number): void {
  state.reading = { worldMs: Date.parse(word.now), rate: word.rate, running: word.running, takenAt: machineMs };
}

/** Puts a message in its place: a known one is replaced, a new one goes to the end. True when it is new. */
function takeMessage(state: PageState, channelId: string, shown: ShownMessage): boolean {
  const { snapshot } = state;
  if (snapshot === undefined) return false;
  const list = (snapshot.messages[channelId] ??= []);
  const at = list.findIndex((known) => known.message.id === shown.message.id);
  if (at >= 0) list[at] = shown;
  else {
    list.push(shown);
    markUnread(state, channelId, shown.message.id);
  }
  return at < 0;
}

/** An answer may arrive behind the stream's word about the same message: it must not bring back "is thinking…" or an older text. */
function isStale(state: PageState, channelId: string, shown: ShownMessage): boolean {
  const known = state.snapshot?.messages[channelId]?.find((entry) => entry.message.id === shown.message.id)?.message;
  if (known === undefined) return false;
  if (isThinking(shown) && ((known.flags ?? 0) & Flag.loading) === 0) return true;
  return (known.edited_timestamp ?? "") > (shown.message.edited_timestamp ?? "");
}

/** A deferred answer that has nothing to show yet. */
export const isThinking = (shown: ShownMessage): boolean => ((shown.message.flags ?? 0) & Flag.loading) !== 0;

function dropMessage(state: PageState, channelId: string, messageId: string): void {
  const list = state.snapshot?.messages[channelId];
  if (list === undefined || state.snapshot === undefined) return;
  state.snapshot.messages[channelId] = list.filter((shown) => shown.message.id !== messageId);
}

/** Opens a form for the reader it was meant for; the answer and the event stream both bring it, and it opens once. */
function takeModal(state: PageState, opened: Pick<OpenModal, "readerId" | "interactionId" | "modal">): void {
  if (opened.readerId !== state.readerId || state.openedModals.has(opened.interactionId)) return;
  state.openedModals.add(opened.interactionId);
  state.modal = { ...opened, sending: false, errors: new Map(), lengths: new Map(), files: new Map() };
}

/** Takes one event of the stream. `machineMs` is the page's monotonic time. */
export function takeEvent(state: PageState, event: PageEvent, machineMs: number): void {
  switch (event.type) {
    case "clock":
      takeClock(state, event, machineMs);
      return;
    case "bot":
      if (state.snapshot !== undefined) state.snapshot.botOnline = event.online;
      return;
    case "message":
      takeMessage(state, event.channelId, event.shown);
      return;
    case "message-deleted":
      dropMessage(state, event.channelId, event.messageId);
      return;
    case "modal":
      takeModal(state, event);
      return;
    case "commands":
    case "world":
      // Asked for anew by who owns the network.
      return;
    default:
      event satisfies never;
  }
}

/** Takes what an interaction came to. A failure stays on the ask; anything else ends it. */
export function takeOutcome(state: PageState, ask: Ask, outcome: Outcome): void {
  if (outcome.kind === "failed") {
    ask.failed = outcome.why;
    return;
  }
  state.asks = state.asks.filter((known) => known !== ask);
  if (outcome.kind === "message" || outcome.kind === "update") {
    const { channelId, shown } = outcome;
    if (!isStale(state, channelId, shown)) takeMessage(state, channelId, shown);
  }
  if (outcome.kind === "modal") takeModal(state, { ...outcome, readerId: ask.readerId });
}
