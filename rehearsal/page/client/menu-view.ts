// The menu of a message ("…", the context-menu key, a right click or a long press): Apps, copying, deleting. It holds no word and no rule of the bot's.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { CommandView, ShownMessage } from "../../contract.ts";
import type { OpenMenu } from "./frame-state.ts";
import { dots } from "./icons.ts";
import type { Scene } from "./scene.ts";
import { commandsIn, visible } from "./state.ts";
import type { PageState } from "./state.ts";

const menuId = "message-menu";
const buttonId = (messageId: string): string => `apps-${messageId}`;
const nameOf = ({ message }: ShownMessage): string => message.author.global_name ?? message.author.username;

type Draw = (then?: () => void) => void;

const entries = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`#${menuId} [role="menuitem"]`)];

function open(state: PageState, menu: OpenMenu, draw: Draw): void {
  state.frame.menu = menu;
  draw(() => entries()[0]?.focus());
}

function close(state: PageState, draw: Draw, back: boolean): void {
  const { menu } = state.frame;
  if (menu === undefined) return;
  state.frame.menu = undefined;
  draw(() => {
    if (back) document.getElementById(buttonId(menu.messageId))?.focus();
  });
}

/** The button of a message that opens its menu. */
export function menuButton(shown: ShownMessage, channelId: string, scene: Scene): TemplateResult {
  const { state, words, actions } = scene;
  const messageId = shown.message.id;
  const isOpen = state.frame.menu?.messageId === messageId;
  const toggle = (): void => {
    if (isOpen) close(state, actions.draw, true);
    else open(state, { messageId, channelId, person: false }, actions.draw);
  };
  return html`<button
    type="button"
    id=${buttonId(messageId)}
    class="menu-knob"
    aria-haspopup="menu"
    aria-expanded=${isOpen ? "true" : "false"}
    aria-label=${words.messageMenu(nameOf(shown))}
    title=${words.more}
    @click=${toggle}
  >
    ${dots()}
  </button>`;
}

interface Entry {
  label: string;
  hint?: string;
  danger?: true;
  run: () => void;
}

interface Group {
  title?: string;
  entries: Entry[];
  /** Said where there is none. */
  none?: string;
}

async function copy(text: string, scene: Scene): Promise<void> {
  const { words, actions } = scene;
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  actions.say(done ? words.copied : words.notCopied);
}

function appEntries(kind: CommandView["kind"], shown: ShownMessage, channelId: string, scene: Scene): Entry[] {
  const commands = commandsIn(scene.state, channelId).filter((command) => command.kind === kind);
  return commands.map((command) => ({
    label: command.name,
    ...(command.description === "" ? {} : { hint: command.description }),
    run: () => void scene.actions.apps(shown, channelId, command),
  }));
}

function ownEntries(shown: ShownMessage, channelId: string, scene: Scene): Entry[] {
  const { words, actions, snapshot } = scene;
  const { message, ephemeralFor } = shown;
  const guildId = snapshot.channels.find(({ id }) => id === channelId)?.guildId;
  const link = `https://discord.com/channels/${guildId === undefined || guildId === "" ? "@me" : guildId}/${channelId}/${message.id}`;
  const drop: Entry =
    ephemeralFor === undefined
      ? {
          label: words.deleteMessage,
          hint: words.deleteMessageHint,
          danger: true,
          run: () =>
            void actions.order(
              { path: "world", body: { change: "message-deleted", messageId: message.id } },
              words.messageDeleted,
            ),
        }
      : { label: words.dismiss, run: () => actions.dismiss(message.id) };
  return [
    ...(message.content === "" ? [] : [{ label: words.copyText, run: () => void copy(message.content, scene) }]),
    { label: words.copyLink, run: () => void copy(link, scene) },
    drop,
  ];
}

function groupsOf(menu: OpenMenu, shown: ShownMessage, scene: Scene): Group[] {
  const { words } = scene;
  const person = appEntries("user", shown, menu.channelId, scene);
  const about: Group = { title: words.person(nameOf(shown)), entries: person };
  if (menu.person) return [{ ...about, none: words.noApps }];
  const apps = appEntries("message", shown, menu.channelId, scene);
  return [
    // A private answer has no Apps in Discord: it is nobody else's message.
    ...(shown.ephemeralFor === undefined ? [{ title: words.apps, entries: apps, none: words.noApps }] : []),
    ...(person.length > 0 ? [about] : []),
    { entries: ownEntries(shown, menu.channelId, scene) },
  ];
}

function keys(state: PageState, draw: Draw, event: KeyboardEvent): void {
  const all = entries();
  const at = all.findIndex((entry) => entry === document.activeElement);
  const last = all.length - 1;
  const moves: Record<string, number> = {
    ArrowDown: at >= last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const to = moves[event.key];
  if (to !== undefined) all[to]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") close(state, draw, true);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function entryView(entry: Entry, scene: Scene): TemplateResult {
  const run = (): void => {
    close(scene.state, scene.actions.draw, true);
    entry.run();
  };
  return html`<button
    type="button"
    role="menuitem"
    tabindex="-1"
    class=${entry.danger === true ? "option bad" : "option"}
    @click=${run}
  >
    <span>${entry.label}</span>${entry.hint === undefined ? nothing : html`<span class="faint">${entry.hint}</span>`}
  </button>`;
}

function groupView(group: Group, at: number, scene: Scene): TemplateResult {
  const { title, none } = group;
  return html`<div role="group" aria-labelledby=${title === undefined ? nothing : `${menuId}-${at}`}>
    ${title === undefined ? nothing : html`<div class="menu-title" id="${menuId}-${at}">${title}</div>`}
    ${group.entries.map((entry) => entryView(entry, scene))}
    ${
      group.entries.length === 0 && none !== undefined
        ? html`<button type="button" role="menuitem" tabindex="-1" class="option" aria-disabled="true">
            <span class="faint">${none}</span>
          </button>`
        : nothing
    }
  </div>`;
}

/** The open menu, drawn above everything. */
export function menuView(scene: Scene): TemplateResult | typeof nothing {
  const { state, actions, words } = scene;
  const { menu } = state.frame;
  if (menu === undefined) return nothing;
  const shown = visible(state, menu.channelId).find(({ message }) => message.id === menu.messageId);
  if (shown === undefined) return nothing;
  const name = nameOf(shown);
  return html`<div
    id=${menuId}
    class="message-menu"
    role="menu"
    aria-label=${menu.person ? words.personMenu(name) : words.messageMenu(name)}
    @keydown=${(event: KeyboardEvent) => keys(state, actions.draw, event)}
  >
    ${groupsOf(menu, shown, scene).map((group, at) => groupView(group, at, scene))}
  </div>`;
}

const edge = 8;

/** Puts the drawn menu where it was asked for, within the window. Positions go through the CSSOM: the page's policy forbids style attributes. */
export function placeMenu(state: PageState): void {
  const { menu } = state.frame;
  const box = document.getElementById(menuId);
  if (menu === undefined || box === null) return;
  const button = document.getElementById(buttonId(menu.messageId))?.getBoundingClientRect();
  const from = menu.at ?? { x: (button?.right ?? 0) - box.offsetWidth, y: (button?.bottom ?? 0) + 2 };
  const left = Math.max(edge, Math.min(from.x, innerWidth - box.offsetWidth - edge));
  const top = Math.max(edge, Math.min(from.y, innerHeight - box.offsetHeight - edge));
  box.style.setProperty("left", `${left}px`);
  box.style.setProperty("top", `${top}px`);
}

/** How long a finger rests before it means the menu, in milliseconds. Android says "contextmenu" by itself, iOS does not. */
const press = 500;
/** How far a resting finger may tremble, in pixels. */
const tremble = 10;

/** Hears right clicks, the context-menu key, long presses and clicks elsewhere, for all messages at once. */
export function hearMenus(root: HTMLElement, state: PageState, draw: Draw): void {
  const ask = (target: EventTarget | null, at: OpenMenu["at"]): boolean => {
    if (!(target instanceof Element) || target.closest("a, input, textarea, dialog") !== null) return false;
    const message = target.closest<HTMLElement>('[id^="message-"].message');
    const channelId = message?.closest<HTMLElement>("[data-channel]")?.dataset["channel"];
    if (message === null || channelId === undefined) return false;
    const person = target.closest(".head .name") !== null;
    open(state, { messageId: message.id.slice("message-".length), channelId, person, ...(at ? { at } : {}) }, draw);
    return true;
  };
  root.addEventListener("contextmenu", (event) => {
    // Selected text keeps the browser's own menu: someone wants to copy a part of it.
    if (getSelection()?.isCollapsed === false) return;
    const byKey = event.button !== 2;
    if (ask(event.target, byKey ? undefined : { x: event.clientX, y: event.clientY })) event.preventDefault();
  });
  let resting = { x: 0, y: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  root.addEventListener("pointerdown", (event) => {
    const { target } = event;
    if (
      state.frame.menu !== undefined &&
      target instanceof Element &&
      target.closest(`#${menuId}, .menu-knob`) === null
    )
      close(state, draw, false);
    stop();
    // A finger that rests on a button means the button.
    if (event.pointerType !== "touch" || (target instanceof Element && target.closest("button") !== null)) return;
    const at = { x: event.clientX, y: event.clientY };
    resting = at;
    timer = setTimeout(() => ask(target, at), press);
  });
  root.addEventListener("pointermove", (event) => {
    if (Math.hypot(event.clientX - resting.x, event.clientY - resting.y) > tremble) stop();
  });
  for (const kind of ["pointerup", "pointercancel"]) root.addEventListener(kind, stop);
}
