// The frame around the channels: banner, world clock, list of channels, who is acting. It shows the world's time and never the machine's.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { Channel } from "../../contract.ts";
import { chevron, clock, dots, hash } from "./icons.ts";
import { avatarView } from "./message-view.ts";
import type { Scene } from "./scene.ts";
import { channelsOf, channelTitle, unreadIn } from "./state.ts";
import { clockDay, clockTime, isoOf, nextAt, placeZone, zoneCity } from "./world-clock.ts";

const jumps = [1, 5, 60];
const hours = [23, 5];
const rates = [1, 60, 600];
const outageMinutes = 180;

/** The world's time: first the place's, then the reader's own where it differs. */
function faceView(scene: Scene): TemplateResult {
  const { nowMs, reader, words } = scene;
  const place = { locale: reader.locale, zone: placeZone };
  const ownDay = clockDay(nowMs, reader);
  const ownTime = clockTime(nowMs, reader.zone);
  const sameDay = ownDay === clockDay(nowMs, place);
  const same = sameDay && ownTime === clockTime(nowMs, placeZone);
  return html`<div class="face" role="group" aria-label=${words.clock}>
    <span class="face-day">${clockDay(nowMs, place)},</span> <b>${clockTime(nowMs, placeZone)}</b> ${words.place}
    ${
      same
        ? nothing
        : html`<span class="faint own-time"
            >${sameDay ? "" : `${ownDay}, `}${ownTime} ${words.yourTime(zoneCity(reader.zone))}</span
          >`
    }
  </div>`;
}

function jumpButtons(scene: Scene): TemplateResult {
  const { words, actions, nowMs, state } = scene;
  const busy = state.movingClock;
  return html`${jumps.map(
    (by) =>
      html`<button type="button" class="knob" ?disabled=${busy} @click=${() => actions.clock({ action: "jump", by })}>
        ${words.minutes(by)}
      </button>`,
  )}
  ${hours.map((hour) => {
    const time = `${String(hour).padStart(2, "0")}:00`;
    const go = (): Promise<void> => actions.clock({ action: "jump", to: isoOf(nextAt(hour, placeZone, nowMs)) });
    return html`<button type="button" class="knob" title=${words.untilHint(time)} ?disabled=${busy} @click=${go}>
      ${words.until(time)}
    </button>`;
  })}`;
}

function speedButtons(scene: Scene): TemplateResult {
  const { words, actions, state } = scene;
  const { rate } = state.reading;
  const knob = (label: string, wanted: number, on: boolean): TemplateResult =>
    html`<button
      type="button"
      class="knob"
      aria-pressed=${on ? "true" : "false"}
      ?disabled=${state.movingClock}
      @click=${() => actions.clock({ action: "rate", rate: wanted })}
    >
      ${label}
    </button>`;
  return html`<div class="speeds" role="group" aria-label=${words.speed}>
    ${knob(words.pause, 0, rate === 0)} ${rates.map((value) => knob(`${value}×`, value, rate === value))}
  </div>`;
}

function moreMenu(scene: Scene): TemplateResult {
  const { words, actions, state } = scene;
  const order = (event: Event): void => {
    if (event.currentTarget instanceof Element) event.currentTarget.closest("details")?.removeAttribute("open");
    void actions.clock({ action: "outage", by: outageMinutes });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !(event.currentTarget instanceof HTMLDetailsElement)) return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };
  return html`<details class="more" @keydown=${leave}>
    <summary class="knob" aria-label=${words.more} title=${words.more}>${dots()}</summary>
    <div class="popup">
      <button type="button" class="option" ?disabled=${state.movingClock} @click=${order}>
        <span>${words.outage}</span><span class="faint">${words.outageHint}</span>
      </button>
    </div>
  </details>`;
}

/** The bar at the top, with the banner above it. */
export function topView(scene: Scene): TemplateResult {
  const { words, state, actions } = scene;
  const toggle = (): void => {
    state.clockOpen = !state.clockOpen;
    actions.draw();
  };
  return html`<header class="top">
    <div class="banner">${words.banner}</div>
    ${state.connected ? nothing : html`<div class="lost" role="status">${words.lost}</div>`}
    <div class="clock-bar">
      ${clock()} ${faceView(scene)}
      <button
        type="button"
        class="knob unfold"
        aria-expanded=${state.clockOpen ? "true" : "false"}
        aria-controls="clock-controls"
        aria-label=${words.clockControls}
        title=${words.clockControls}
        @click=${toggle}
      >
        ${clock()}${chevron()}
      </button>
      <div
        id="clock-controls"
        class=${state.clockOpen ? "controls open" : "controls"}
        role="group"
        aria-label=${words.clockControls}
      >
        ${jumpButtons(scene)} ${speedButtons(scene)} ${moreMenu(scene)}
      </div>
      <div class="moving" role="status">${state.movingClock ? words.moving : nothing}</div>
      ${state.clockError === undefined ? nothing : html`<div class="failed" role="alert">${state.clockError}</div>`}
    </div>
  </header>`;
}

function channelEntry(channel: Channel, scene: Scene): TemplateResult {
  const { state, words, actions } = scene;
  const { count, mentions } = unreadIn(state, channel.id);
  const shown = state.panes[state.activePane] === channel.id;
  const said = mentions > 0 ? words.mentions(mentions) : words.unread(count);
  return html`<button
    type="button"
    class=${count > 0 ? "channel unread" : "channel"}
    aria-current=${shown ? "true" : "false"}
    @click=${() => actions.open(channel.id)}
  >
    ${channel.dmWith === undefined ? hash() : "@"}<span class="cut">${channelTitle(channel).slice(1)}</span>
    ${
      count === 0
        ? nothing
        : html`<span class=${mentions > 0 ? "badge calls" : "badge"} title=${said}
            ><span aria-hidden="true">${mentions > 0 ? mentions : count}</span><span class="unseen">${said}</span></span
          >`
    }
  </button>`;
}

function readerView(scene: Scene): TemplateResult {
  const { snapshot, reader, words, actions } = scene;
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void actions.actAs(event.target.value);
  };
  return html`<label class="reader">
    ${avatarView(reader.name, false)}
    <span class="faint">${words.acting}</span>
    <select @change=${onChange}>
      ${snapshot.readers.map(
        (known) =>
          html`<option value=${known.id} ?selected=${known.id === reader.id}>
            ${known.name} · ${known.locale.slice(0, 2).toUpperCase()}
          </option>`,
      )}
    </select>
  </label>`;
}

/** The left side: the guild, its channels, the bot's presence, who acts. */
export function sideView(scene: Scene): TemplateResult {
  const { snapshot, words } = scene;
  return html`<aside class="side">
    <h1>${snapshot.guilds[0]?.name}</h1>
    <nav aria-label=${words.channels}>${channelsOf(scene.state).map((channel) => channelEntry(channel, scene))}</nav>
    <div class="foot">
      <div class=${snapshot.botOnline ? "presence on" : "presence"} role="status">
        ${snapshot.botOnline ? words.online : words.offline}
      </div>
      ${readerView(scene)}
    </div>
  </aside>`;
}
