// The panel of a scenario: its steps in the reader's language, which are done, and the two buttons that play it. The server plays; this shows.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ScenarioView } from "../../contract.ts";
import { panelFrame } from "./panel-view.ts";
import type { Scene } from "./scene.ts";

const languageOf = (scene: Scene): "en" | "es" => (scene.reader.locale.startsWith("es") ? "es" : "en");

function stepView(scenario: ScenarioView, at: number, scene: Scene): TemplateResult {
  const { words } = scene;
  const done = at < scenario.done;
  const next = at === scenario.done;
  const mark = done ? words.stepMark : next ? words.stepNext : "";
  return html`<li class=${done ? "step done" : "step"} aria-current=${next ? "step" : "false"}>
    <span class="step-mark" aria-hidden="true">${done ? "✓" : at + 1}</span>
    <span>${scenario.steps[at]?.[languageOf(scene)]}${mark === "" ? nothing : html`<span class="unseen"> (${mark})</span>`}</span>
  </li>`;
}

function buttonsView(scenario: ScenarioView, scene: Scene): TemplateResult {
  const { words, actions, state } = scene;
  const busy = state.frame.ordering !== undefined;
  const over = scenario.done >= scenario.steps.length;
  const text = scenario.steps[scenario.done]?.[languageOf(scene)] ?? "";
  const next = (): Promise<boolean> =>
    actions.order({ path: "scenario", body: { action: "next" } }, words.stepDone(scenario.done + 1, text));
  const all = (): Promise<boolean> => actions.order({ path: "scenario", body: { action: "all" } }, words.scenarioOver);
  return html`<div class="pair">
    <button type="button" class="button primary" ?disabled=${busy || over} @click=${next}>
      ${state.frame.ordering === "scenario" ? words.playingStep : words.nextStep}
    </button>
    <button type="button" class="button secondary" ?disabled=${busy || over} @click=${all}>${words.playAll}</button>
  </div>`;
}

/** The panel "Scenario"; without one there is nothing to show. */
export function scenarioView(scene: Scene): TemplateResult | typeof nothing {
  const { words, snapshot } = scene;
  const { scenario } = snapshot;
  if (scenario === undefined) return nothing;
  const said = words.steps(scenario.done, scenario.steps.length);
  const body = html`<h3>${scenario.title[languageOf(scene)]}</h3>
    <progress max=${scenario.steps.length} value=${scenario.done} aria-label=${words.scenario}></progress>
    <p class="faint" role="status">${scenario.done >= scenario.steps.length ? words.scenarioOver : said}</p>
    ${buttonsView(scenario, scene)}
    <ol class="steps">
      ${scenario.steps.map((_step, at) => stepView(scenario, at, scene))}
    </ol>`;
  return panelFrame(words.scenario, body, scene);
}
