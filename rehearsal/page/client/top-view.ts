// The top of the page: what this is, whether the server answers, the world clock, and the ways to the panels.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { controlsView, faceView, journeyView } from "./clock-view.ts";
import { bars, bolt, clapper, gear } from "./frame-icons.ts";
import type { PanelName } from "./frame-state.ts";
import { chevron, clock } from "./icons.ts";
import { sideId, sideKnobId, toolId } from "./orders.ts";
import type { Scene } from "./scene.ts";
import { channelsOf, unreadIn } from "./state.ts";
import { disturbances } from "./world-view.ts";

interface Badge {
  text: string;
  said: string;
  calls: boolean;
}

/** A button that opens a panel. */
export function toolView(
  name: PanelName,
  tool: { sign: TemplateResult; label: string; badge?: Badge },
  scene: Scene,
): TemplateResult {
  const { state, actions } = scene;
  const { sign, label, badge } = tool;
  const open = state.frame.panel === name;
  return html`<button
    type="button"
    id=${toolId(name)}
    class="knob tool"
    aria-expanded=${open ? "true" : "false"}
    @click=${() => actions.panel(name)}
  >
    ${sign}<span class="tool-name">${label}</span>
    ${
      badge === undefined
        ? nothing
        : html`<span class=${badge.calls ? "badge calls" : "badge"} title=${badge.said}
            ><span aria-hidden="true">${badge.text}</span><span class="unseen">${badge.said}</span></span
          >`
    }
  </button>`;
}

/** On a phone: the way to the channels, with what waits in them. */
function sideKnob(scene: Scene): TemplateResult {
  const { state, words, actions } = scene;
  const { frame } = state;
  const waiting = channelsOf(state).map(({ id }) => unreadIn(state, id));
  const count = waiting.reduce((sum, one) => sum + one.count, 0);
  const mentions = waiting.reduce((sum, one) => sum + one.mentions, 0);
  const said = mentions > 0 ? words.mentions(mentions) : words.unread(count);
  return html`<button
    type="button"
    id=${sideKnobId}
    class="knob phone-only side-knob"
    aria-expanded=${frame.sideOpen ? "true" : "false"}
    aria-controls=${sideId}
    @click=${() => actions.side(!frame.sideOpen)}
  >
    ${bars()}<span class="cut">${words.openSide}</span>
    ${
      count === 0
        ? nothing
        : html`<span class=${mentions > 0 ? "badge calls" : "badge"}
            ><span aria-hidden="true">${mentions > 0 ? mentions : count}</span><span class="unseen">${said}</span></span
          >`
    }
  </button>`;
}

function toolsView(scene: Scene): TemplateResult {
  const { words, snapshot } = scene;
  const wrong = disturbances(scene);
  const badge = { text: String(wrong), said: words.faultsBadge(wrong), calls: true };
  const { scenario } = snapshot;
  return html`<div class="tools" role="group" aria-label=${words.tools}>
    ${sideKnob(scene)}
    ${toolView("faults", { sign: bolt(), label: words.faults, ...(wrong > 0 ? { badge } : {}) }, scene)}
    ${
      scenario === undefined
        ? nothing
        : toolView(
            "scenario",
            {
              sign: clapper(),
              label: words.scenario,
              badge: {
                text: `${scenario.done}/${scenario.steps.length}`,
                said: words.steps(scenario.done, scenario.steps.length),
                calls: false,
              },
            },
            scene,
          )
    }
    ${toolView("settings", { sign: gear(), label: words.settings }, scene)}
  </div>`;
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
      <div class="clock-line">
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
      </div>
      ${toolsView(scene)} ${controlsView(scene)} ${journeyView(scene)}
      ${state.clockError === undefined ? nothing : html`<div class="failed" role="alert">${state.clockError}</div>`}
    </div>
  </header>`;
}
