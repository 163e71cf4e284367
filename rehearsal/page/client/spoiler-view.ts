// Covers what Discord hides until it is pressed: pictures, files, whole containers. What is covered cannot be reached by keyboard either.
import { html } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { Scene } from "./scene.ts";

function reveal(event: Event): void {
  const button = event.currentTarget;
  const cover = button instanceof Element ? button.closest(".cover") : null;
  if (cover === null) return;
  cover.classList.add("open");
  for (const child of cover.children) child.removeAttribute("inert");
  const inner = cover.querySelector<HTMLElement>(".covered");
  inner?.setAttribute("tabindex", "-1");
  inner?.focus({ preventScroll: true });
  if (button instanceof Element) button.remove();
}

/** Some content behind a cover. */
export function covered(inner: unknown, scene: Scene): TemplateResult {
  const { words } = scene;
  return html`<div class="cover">
    <div class="covered" inert>${inner}</div>
    <button type="button" class="uncover" @click=${reveal}>
      <span>${words.spoilerTag}<span class="unseen">${words.pressToShow}</span></span>
    </button>
  </div>`;
}
