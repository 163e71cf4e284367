// The page's entry: listens to the server, keeps the state, draws. It asks nobody but the server it came from.
import { html, nothing, render } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { PageEvent } from "../../contract.ts";
import { makeActions, rememberedReader } from "./actions.ts";
import { readState } from "./api.ts";
import { emptyComposer, inputId, typeText } from "./composer.ts";
import type { Composer } from "./composer.ts";
import { faultsView } from "./faults-view.ts";
import { plainText } from "./marks.ts";
import { modalView, showModal } from "./modal-view.ts";
import { hearMenus, menuView, placeMenu } from "./menu-view.ts";
import { sayIn } from "./orders.ts";
import { paneView } from "./pane-view.ts";
import { scenarioView, stepSaid } from "./scenario-view.ts";
import type { Scene } from "./scene.ts";
import { sceneOf } from "./scene.ts";
import { settle, toEnd } from "./scrolling.ts";
import { settingsView } from "./settings-view.ts";
import { sideView } from "./side-view.ts";
import { channelOf, channelTitle, emptyState, takeEvent, takeSnapshot, visible } from "./state.ts";
import { listen } from "./stream.ts";
import { chosenTheme, showTheme } from "./theme.ts";
import { topView } from "./top-view.ts";
import { wordsFor } from "./words.ts";

const state = emptyState();
state.readerId = rememberedReader();
showTheme(chosenTheme());
const composers = new Map<string, Composer>();
const actions = makeActions(state, draw, () => composers.clear());
const root = document.getElementById("page") ?? document.body;

let waiting = false;
let drawing = false;
const afterwards: (() => void)[] = [];

/** Draws once a frame, however much happened; at once where something has to follow, so that the next key meets the new elements. */
function draw(then?: () => void): void {
  if (then !== undefined && !drawing) {
    drawNow();
    then();
    return;
  }
  // Asked for in the middle of a drawing (an element that goes loses the focus): the next frame is soon enough.
  if (then !== undefined) afterwards.push(then);
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    drawNow();
    for (const next of afterwards.splice(0)) next();
  });
}

function composerFor(channelId: string): Composer {
  const composer = composers.get(channelId) ?? emptyComposer(channelId);
  composers.set(channelId, composer);
  return composer;
}

/** Asks for the commands anew; a line that was begun meanwhile is offered them too. */
async function loadCommands(): Promise<void> {
  await actions.loadCommands();
  const scene = sceneOf(state, actions, performance.now());
  for (const composer of composers.values()) {
    const typing = document.activeElement?.id === inputId(composer) && composer.text.startsWith("/");
    if (typing && scene !== undefined) typeText(composer, composer.text, scene);
  }
}

const panels = { settings: settingsView, faults: faultsView, scenario: scenarioView };

function pageView(scene: Scene): TemplateResult {
  const panes = state.panes.map((id, pane) => {
    const channel = channelOf(state, id);
    return channel === undefined ? nothing : paneView(channel, pane, composerFor(id), scene);
  });
  const { panel } = state.frame;
  return html`${topView(scene)}
    <div class=${panel === undefined ? "body" : "body with-panel"}>
      ${sideView(scene)}
      <main class=${panes.length > 1 ? "panes two" : "panes"}>${panes}</main>
      ${panel === undefined ? nothing : panels[panel](scene)}
    </div>
    ${menuView(scene)}
    <div class="unseen" role="status">${state.said}</div>
    ${modalView(scene)}`;
}

function drawNow(): void {
  drawing = true;
  try {
    drawPage();
  } finally {
    drawing = false;
  }
  settle(root);
  showModal(root);
  placeMenu(state);
}

function drawPage(): void {
  const scene = sceneOf(state, actions, performance.now());
  if (scene === undefined) {
    const words = wordsFor(navigator.language);
    render(html`<p class="starting" role="status">${state.connected ? words.starting : words.lost}</p>`, root);
    return;
  }
  // Set again to the same, it would have the browser work out every style of the page anew.
  const { documentElement: whole } = document;
  if (whole.lang !== scene.reader.locale) whole.lang = scene.reader.locale;
  const shown = channelOf(state, state.panes[state.activePane] ?? "");
  document.title = `${shown === undefined ? "" : `${channelTitle(shown)} · `}${scene.words.banner}`;
  render(pageView(scene), root);
}

/** Tells what came where the reader is not looking; the channels shown are logs and tell it themselves. */
function announce(event: PageEvent): void {
  if (event.type !== "message" || state.panes.includes(event.channelId)) return;
  const channel = channelOf(state, event.channelId);
  const scene = sceneOf(state, actions, performance.now());
  const fresh = visible(state, event.channelId).at(-1)?.message.id === event.shown.message.id;
  if (channel === undefined || scene === undefined || !fresh) return;
  state.said = scene.words.newIn(channelTitle(channel), plainText(event.shown.message.content));
}

// While the state is on its way, events wait: applied to an older state they would be overwritten by it.
let early: PageEvent[] | undefined = [];

function take(event: PageEvent): void {
  if (early !== undefined) {
    early.push(event);
    return;
  }
  if (event.type === "message" && state.snapshot?.messages[event.channelId] === undefined) {
    // A channel the state did not have yet: the bot has just opened direct messages with someone.
    void reload();
    return;
  }
  if (event.type === "world") return void reload();
  takeEvent(state, event, performance.now());
  announce(event);
  if (event.type === "commands") void loadCommands();
  draw();
}

// One reading at a time; what asks for another meanwhile gets it right afterwards, for the first may have been answered already.
let reading: Promise<void> | undefined;
let again = false;

function reload(): Promise<void> {
  if (reading !== undefined) {
    again = true;
    return reading;
  }
  reading = readAll().finally(() => {
    reading = undefined;
    if (!again) return;
    again = false;
    void reload();
  });
  return reading;
}

async function readAll(): Promise<void> {
  early ??= [];
  const scenario = state.snapshot?.scenario;
  try {
    takeSnapshot(state, await readState(), performance.now());
  } catch {
    // The server went away between the stream and the question; the page says so, and asks again with the next connection or soon.
    state.connected = false;
    draw();
    setTimeout(() => void reload(), 1000);
    return;
  }
  state.connected = true;
  const scene = sceneOf(state, actions, performance.now());
  const said = scene === undefined ? undefined : stepSaid(scenario, scene);
  if (said !== undefined) sayIn(state, said);
  const due = early;
  early = undefined;
  for (const event of due) take(event);
  // Drawn with the commands: whoever types at once must not be told that there are none.
  await loadCommands();
}

listen({
  opened: () => void reload(),
  event: take,
  lost: () => {
    state.connected = false;
    draw();
  },
});

/** How often the world's clock is drawn while it runs, in milliseconds. */
const beat = 500;
setInterval(() => {
  if (state.reading.running) draw();
}, beat);

hearMenus(root, state, draw);

// As in Discord: a slash anywhere begins a command in the channel the reader is in.
const written = "input:not([type=checkbox], [type=radio], [type=file]), textarea, select";
document.addEventListener("keydown", (event) => {
  const busy = event.target instanceof HTMLElement && event.target.matches(written);
  if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey || state.modal !== undefined) return;
  const channelId = state.panes[state.activePane];
  if (channelId === undefined) return;
  toEnd(channelId);
  document.getElementById(inputId(composerFor(channelId)))?.focus();
});

draw();
