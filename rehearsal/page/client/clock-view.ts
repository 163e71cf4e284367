// The world clock and what moves it: jumps, which play every minute; speeds; and outages, during which the bot is off. It never shows the machine's time.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ClockOrder } from "./api.ts";
import type { Scene } from "./scene.ts";
import { clockDay, clockTime, isoOf, nextAt, placeZone, zoneCity } from "./world-clock.ts";

const jumps = [1, 5, 60];
const hours = [23, 5];
const rates = [1, 60, 600];
/** Lengths of an outage, in minutes. */
const outages = [10, 30, 60, 180, 720, 1440];
const usualOutage = 180;
const minute = 60_000;
/** Always 24 hours, as the clock itself: the browser's own field would ask for "PM" in some languages. */
const typedTime = /^\s*([01]?\d|2[0-3])[:.hH]?([0-5]\d)\s*$/u;

/** The world's time: first the place's, then the reader's own where it differs. */
export function faceView(scene: Scene): TemplateResult {
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

function jumpTo(toMs: number): ClockOrder {
  return { action: "jump", to: isoOf(toMs) };
}

function typedJump(scene: Scene): TemplateResult {
  const { words, actions, nowMs, state } = scene;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const time = new FormData(event.target).get("time");
    const typed = typedTime.exec(typeof time === "string" ? time : "");
    if (typed === null) return;
    void actions.clock(jumpTo(nextAt(Number(typed[1]), placeZone, nowMs, Number(typed[2]))));
  };
  return html`<form class="typed-jump" @submit=${onSubmit}>
    <input
      class="typed-time"
      name="time"
      required
      inputmode="numeric"
      autocomplete="off"
      pattern=${typedTime.source}
      aria-label=${words.jumpTo}
      title=${words.jumpToHint}
      placeholder="22:30"
    />
    <button type="submit" class="knob" ?disabled=${state.movingClock}>${words.jumpGo}</button>
  </form>`;
}

function jumpGroup(scene: Scene): TemplateResult {
  const { words, actions, nowMs, state } = scene;
  const busy = state.movingClock;
  return html`<div class="knob-group" role="group" aria-label=${words.jumpGroup} aria-description=${words.jumpHint}>
    <span class="group-name" title=${words.jumpHint} aria-hidden="true">${words.jumpGroup}</span>
    ${jumps.map(
      (by) =>
        html`<button type="button" class="knob" ?disabled=${busy} @click=${() => actions.clock({ action: "jump", by })}>
          ${words.minutes(by)}
        </button>`,
    )}
    ${hours.map((hour) => {
      const time = `${String(hour).padStart(2, "0")}:00`;
      const go = (): Promise<void> => actions.clock(jumpTo(nextAt(hour, placeZone, nowMs)));
      return html`<button type="button" class="knob" title=${words.untilHint(time)} ?disabled=${busy} @click=${go}>
        ${words.until(time)}
      </button>`;
    })}
    ${typedJump(scene)}
  </div>`;
}

function speedGroup(scene: Scene): TemplateResult {
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
  return html`<div class="knob-group" role="group" aria-label=${words.speed} aria-description=${words.speedHint}>
    <span class="group-name" title=${words.speedHint} aria-hidden="true">${words.speed}</span>
    <div class="speeds">
      ${knob(words.pause, 0, rate === 0)} ${rates.map((value) => knob(`${value}×`, value, rate === value))}
    </div>
  </div>`;
}

function outageGroup(scene: Scene): TemplateResult {
  const { words, actions, state } = scene;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    void actions.clock({ action: "outage", by: Number(new FormData(event.target).get("by")) });
  };
  return html`<form
    class="knob-group outage"
    role="group"
    aria-label=${words.outageGroup}
    aria-description=${words.outageLong}
    @submit=${onSubmit}
  >
    <span class="group-name" title=${words.outageLong} aria-hidden="true">${words.outageGroup}</span>
    <select name="by" aria-label=${words.outageLength}>
      ${outages.map(
        (length) => html`<option value=${length} ?selected=${length === usualOutage}>${words.span(length)}</option>`,
      )}
    </select>
    <button type="submit" class="knob" title=${words.outageLong} ?disabled=${state.movingClock}>
      ${words.outageGo}
    </button>
  </form>`;
}

/** What moves the clock, and in words which of it leaves the bot running. */
export function controlsView(scene: Scene): TemplateResult {
  const { words, state } = scene;
  return html`<div
    id="clock-controls"
    class=${state.clockOpen ? "controls open" : "controls"}
    role="group"
    aria-label=${words.clockControls}
  >
    ${jumpGroup(scene)} ${speedGroup(scene)} ${outageGroup(scene)}
    <p class="faint clock-hint">${words.jumpHint} ${words.outageLong}</p>
  </div>`;
}

/** How far the clock is on its way, with a way to stop it. */
export function journeyView(scene: Scene): TemplateResult | typeof nothing {
  const { words, state, nowMs, actions } = scene;
  const { journey } = state.frame;
  if (journey === undefined) return nothing;
  if (journey.outage) return html`<div class="moving">${words.skipping}</div>`;
  const to = clockTime(journey.toMs, placeZone);
  const label = words.playing(clockTime(nowMs, placeZone), to);
  const stop = (): void => {
    journey.stopping = true;
    actions.draw();
  };
  return html`<div class="moving">
    <span>${label}</span>
    <progress
      max=${Math.max(1, Math.round((journey.toMs - journey.fromMs) / minute))}
      value=${Math.max(0, Math.round((nowMs - journey.fromMs) / minute))}
      aria-label=${words.moving}
    ></progress>
    <button type="button" class="knob" ?disabled=${journey.stopping} @click=${stop}>
      ${journey.stopping ? words.stopping : words.stop}
    </button>
  </div>`;
}
