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
  const step = scenario.steps[at];
  const wrong = done && step?.seen === false;
  const ended = wrong ? words.stepWrong : words.stepMark;
  const mark = done ? ended : next ? words.stepNext : "";
  const classes = ["step"];
  if (done) classes.push(wrong ? "wrong" : "done");
  return html`<li class=${classes.join(" ")} aria-current=${next ? "step" : "false"}>
    <span class="step-mark" aria-hidden="true">${done ? (wrong ? "✗" : "✓") : at + 1}</span>
    <div>
      ${step?.[languageOf(scene)]}${mark === "" ? nothing : html`<span class="unseen"> (${mark})</span>`}
      ${(done ? (step?.missing ?? []) : []).map((what) => html`<div class="failed">${words.stepMissing(what[languageOf(scene)])}</div>`)}
    </div>
  </li>`;
}

function buttonsView(scenario: ScenarioView, scene: Scene): TemplateResult {
  const { words, actions, state } = scene;
  const busy = scenario.playing || state.frame.ordering !== undefined;
  const over = scenario.done >= scenario.steps.length;
  const play = (action: "next" | "all"): Promise<boolean> =>
    actions.order({ path: "scenario", body: { action } }, words.playingStep);
  return html`<div class="pair">
    <button type="button" class="button primary" ?disabled=${busy || over} @click=${() => play("next")}>
      ${scenario.playing ? words.playingStep : words.nextStep}
    </button>
    <button type="button" class="button secondary" ?disabled=${busy || over} @click=${() => play("all")}>
      ${words.playAll}
    </button>
  </div>`;
}

/** What is said when a step is done, whoever played it; undefined where none was. */
export function stepSaid(before: ScenarioView | undefined, scene: Scene): string | undefined {
  const { scenario } = scene.snapshot;
  if (scenario === undefined || before === undefined || scenario.done <= before.done) return undefined;
  const { words } = scene;
  if (scenario.done >= scenario.steps.length) return words.scenarioOver;
  return words.stepDone(scenario.done, scenario.steps[scenario.done - 1]?.[languageOf(scene)] ?? "");
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
