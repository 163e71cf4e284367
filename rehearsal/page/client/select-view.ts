// A message's select menu: a button that opens a listbox. Arrow keys never send anything (a native select would), only Enter or a click does.
import type { APISelectMenuComponent } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { withEmoji } from "./emoji-view.ts";
import { fold } from "./folding.ts";
import { chevron } from "./icons.ts";
import type { Scene } from "./scene.ts";
import { choicesOf, limitsOf } from "./select-choices.ts";
import type { Choice } from "./select-choices.ts";
import type { OpenSelect } from "./state.ts";

interface Menu {
  scene: Scene;
  channelId: string;
  messageId: string;
  menu: APISelectMenuComponent;
  choices: Choice[];
  id: string;
  busy: boolean;
}

function openOf({ scene, messageId, menu }: Menu): OpenSelect | undefined {
  const open = scene.state.select;
  return open?.messageId === messageId && open.customId === menu.custom_id ? open : undefined;
}

function open(part: Menu): void {
  const chosen = part.choices.filter((choice) => choice.chosen).map((choice) => choice.value);
  const active = Math.max(
    0,
    part.choices.findIndex((choice) => choice.chosen),
  );
  part.scene.state.select = { messageId: part.messageId, customId: part.menu.custom_id, active, chosen };
  part.scene.actions.draw(() => document.getElementById(`${part.id}-list`)?.focus());
}

function close(part: Menu, back: boolean): void {
  part.scene.state.select = undefined;
  part.scene.actions.draw(() => {
    if (back) document.getElementById(part.id)?.focus();
  });
}

function send(part: Menu, values: string[]): void {
  close(part, true);
  void part.scene.actions.choose(part.channelId, part.messageId, part.menu.custom_id, values);
}

function pick(part: Menu, at: number): void {
  const choice = part.choices[at];
  const state = openOf(part);
  if (choice === undefined || state === undefined) return;
  const { max } = limitsOf(part.menu);
  if (max === 1) {
    send(part, [choice.value]);
    return;
  }
  const has = state.chosen.includes(choice.value);
  if (has) state.chosen = state.chosen.filter((value) => value !== choice.value);
  else if (state.chosen.length < max) state.chosen = [...state.chosen, choice.value];
  state.active = at;
  part.scene.actions.draw();
}

/** The next entry, after the active one and around, that begins with the letter typed. */
function beginningWith(part: Menu, state: OpenSelect, letter: string): number | undefined {
  const { choices } = part;
  const order = choices.map((_, step) => (state.active + 1 + step) % choices.length);
  return order.find((at) =>
    fold(choices[at]?.label ?? "")
      .replace(/^[^\p{L}\p{N}]+/u, "")
      .startsWith(fold(letter)),
  );
}

/** Where a key moves the active entry; undefined for keys that move nothing. */
function moveTo(part: Menu, state: OpenSelect, event: KeyboardEvent): number | undefined {
  const last = part.choices.length - 1;
  const { active } = state;
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 7,
    PageUp: active - 7,
    Home: 0,
    End: last,
  };
  const isLetter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  return moves[event.key] ?? (isLetter ? beginningWith(part, state, event.key) : undefined);
}

function keys(part: Menu, event: KeyboardEvent): void {
  const state = openOf(part);
  if (state === undefined) return;
  const last = part.choices.length - 1;
  const to = moveTo(part, state, event);
  if (to !== undefined) {
    state.active = Math.min(last, Math.max(0, to));
    part.scene.actions.draw(() =>
      document.getElementById(`${part.id}-${state.active}`)?.scrollIntoView({ block: "nearest" }),
    );
  } else if (event.key === "Enter" || event.key === " ") pick(part, state.active);
  else if (event.key === "Escape") close(part, true);
  else return;
  event.preventDefault();
}

function optionView(part: Menu, state: OpenSelect, choice: Choice, at: number): TemplateResult {
  return html`<div
    id="${part.id}-${at}"
    role="option"
    class=${at === state.active ? "option active" : "option"}
    aria-selected=${state.chosen.includes(choice.value) ? "true" : "false"}
    @click=${() => pick(part, at)}
  >
    <span>${withEmoji(choice.label)}</span>
    ${choice.description === undefined ? nothing : html`<span class="faint">${choice.description}</span>`}
  </div>`;
}

function listView(part: Menu, state: OpenSelect): TemplateResult {
  const { min, max } = limitsOf(part.menu);
  const many = max > 1;
  const { words } = part.scene;
  const leave = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    const here = event.currentTarget;
    if (here instanceof Element && to instanceof Node && here.contains(to)) return;
    close(part, false);
  };
  return html`<div class="popup" @focusout=${leave}>
    <div
      id="${part.id}-list"
      class="options"
      role="listbox"
      tabindex="0"
      aria-label=${part.menu.placeholder ?? words.choose}
      aria-multiselectable=${many ? "true" : "false"}
      aria-activedescendant="${part.id}-${state.active}"
      @keydown=${(event: KeyboardEvent) => keys(part, event)}
    >
      ${part.choices.map((choice, at) => optionView(part, state, choice, at))}
    </div>
    ${
      many
        ? html`<div class="popup-foot">
            <span class="faint">${words.chooseHow(min, max)}</span>
            <button
              type="button"
              class="button primary"
              ?disabled=${state.chosen.length < min}
              @click=${() => send(part, state.chosen)}
            >
              ${words.send}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

/** One menu of a message. */
export function selectView(
  menu: APISelectMenuComponent,
  place: { channelId: string; messageId: string; id: string; busy: boolean },
  scene: Scene,
): TemplateResult {
  const guildId = scene.snapshot.channels.find((channel) => channel.id === place.channelId)?.guildId;
  const part: Menu = { scene, menu, choices: choicesOf(menu, scene.snapshot, guildId), ...place };
  const state = openOf(part);
  const chosen = part.choices.filter((choice) => choice.chosen).map((choice) => choice.label);
  const label = chosen.length > 0 ? chosen.join(", ") : (menu.placeholder ?? scene.words.choose);
  return html`<div class="menu">
    <button
      type="button"
      id=${place.id}
      class=${chosen.length > 0 ? "menu-button" : "menu-button placeholder"}
      aria-haspopup="listbox"
      aria-expanded=${state === undefined ? "false" : "true"}
      ?disabled=${menu.disabled === true || place.busy}
      @click=${() => (state === undefined ? open(part) : close(part, true))}
    >
      <span class="cut">${withEmoji(label)}</span>${chevron()}
    </button>
    ${state === undefined ? nothing : listView(part, state)}
  </div>`;
}
