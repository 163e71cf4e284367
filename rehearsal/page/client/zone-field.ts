// A list of all time zones that is searched by typing: the arrows move, Enter takes, Escape leaves all as it was. It changes nothing itself.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { ifDefined } from "lit-html/directives/if-defined.js";
import { live } from "lit-html/directives/live.js";
import { fold } from "./folding.ts";
import type { Scene } from "./scene.ts";
import { clockTime } from "./world-clock.ts";

/** How many zones are offered at once: more are found by typing on. */
const most = 60;
const inputId = "zone-input";

interface Search {
  text: string;
  active: number;
}

// Of the one field there is; gone when it is left.
let search: Search | undefined;

let zones: string[] | undefined;
const allZones = (): string[] =>
  (zones ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]);

/** Zones whose name holds every word typed, with or without accents and underscores. */
export function zonesFor(typed: string, known: string[] = allZones()): string[] {
  const wanted = fold(typed)
    .split(/[\s/_]+/u)
    .filter(Boolean);
  return known.filter((zone) => {
    const name = fold(zone.replaceAll("_", " "));
    return wanted.every((word) => name.includes(word));
  });
}

const shownZone = (zone: string): string => zone.replaceAll("_", " ");

interface Field {
  scene: Scene;
  zone: string;
  take: (zone: string) => void;
}

function begin(field: Field, text: string): void {
  const found = zonesFor(text).slice(0, most);
  search = { text, active: text === "" ? Math.max(0, found.indexOf(field.zone)) : 0 };
  field.scene.actions.draw(scroll);
}

function end(field: Field): void {
  search = undefined;
  field.scene.actions.draw();
}

function scroll(): void {
  document.getElementById(`zone-entry-${search?.active ?? 0}`)?.scrollIntoView({ block: "nearest" });
}

function keys(field: Field, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step !== 0) {
    if (search === undefined) begin(field, "");
    else {
      const size = Math.min(most, zonesFor(search.text).length);
      if (size > 0) search.active = (search.active + step + size) % size;
      field.scene.actions.draw(scroll);
    }
  } else if (event.key === "Enter" && search !== undefined) {
    const zone = zonesFor(search.text)[search.active];
    if (zone !== undefined) field.take(zone);
    end(field);
  } else if (event.key === "Escape" && search !== undefined) end(field);
  else return;
  event.preventDefault();
}

function listView(field: Field, open: Search): TemplateResult {
  const { words, nowMs } = field.scene;
  const found = zonesFor(open.text);
  if (found.length === 0) return html`<div class="faint" role="status">${words.zoneNone}</div>`;
  return html`<div id="zone-list" class="options zone-list" role="listbox" aria-label=${words.zone}>
    ${found.slice(0, most).map(
      (zone, at) =>
        html`<div
          id="zone-entry-${at}"
          role="option"
          class=${at === open.active ? "option active" : "option"}
          aria-selected=${at === open.active ? "true" : "false"}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => {
            field.take(zone);
            end(field);
          }}
        >
          <span>${shownZone(zone)}</span><span class="faint">${clockTime(nowMs, zone)}</span>
        </div>`,
    )}
  </div>`;
}

/** The field: it shows the zone that is set, until someone types. */
export function zoneField(zone: string, take: (zone: string) => void, scene: Scene): TemplateResult {
  const field: Field = { scene, zone, take };
  const { words, nowMs } = scene;
  const open = search;
  const count = open === undefined ? 0 : zonesFor(open.text).length;
  return html`<div class="field">
    <label for=${inputId}>${words.zone}</label>
    <input
      id=${inputId}
      autocomplete="off"
      spellcheck="false"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${count > 0 ? "true" : "false"}
      aria-controls=${ifDefined(count > 0 ? "zone-list" : undefined)}
      aria-activedescendant=${ifDefined(count > 0 && open !== undefined ? `zone-entry-${open.active}` : undefined)}
      placeholder=${words.zoneHint}
      aria-description=${words.zoneHint}
      .value=${live(open === undefined ? shownZone(zone) : open.text)}
      @focus=${(event: Event) => (event.target instanceof HTMLInputElement ? event.target.select() : undefined)}
      @click=${() => (search === undefined ? begin(field, "") : undefined)}
      @input=${(event: Event) => (event.target instanceof HTMLInputElement ? begin(field, event.target.value) : undefined)}
      @blur=${() => (search === undefined ? undefined : end(field))}
      @keydown=${(event: KeyboardEvent) => keys(field, event)}
    />
    ${open === undefined ? html`<span class="faint">${words.zoneNow(clockTime(nowMs, zone))}</span>` : nothing}
    ${open === undefined ? nothing : listView(field, open)}
  </div>`;
}
