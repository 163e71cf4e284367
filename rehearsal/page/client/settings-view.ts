// The panel of settings: the acting reader's language, zone, roles and direct messages, which the server keeps, and the page's colours, which it does not.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { Guild, Reader, WorldChange } from "../../contract.ts";
import { roleTitle } from "./guild.ts";
import { panelFrame, pickField, tickField } from "./panel-view.ts";
import type { Part } from "./panel-view.ts";
import type { Scene } from "./scene.ts";
import { chooseTheme, chosenTheme, themes } from "./theme.ts";
import { wordsFor } from "./words.ts";
import { zoneField } from "./zone-field.ts";

type ReaderChange = Omit<Extract<WorldChange, { change: "reader" }>, "change" | "readerId">;

const locales: Reader["locale"][] = ["es-419", "es-ES", "en-US", "en-GB"];
const isLocale = (value: string): value is Reader["locale"] => locales.some((locale) => locale === value);

/** Shows the change at once, and takes it back where the server refuses it. */
async function set(change: ReaderChange, said: string, scene: Scene): Promise<void> {
  const { reader, actions } = scene;
  const { locale, zone, roles } = reader;
  const before = { locale, zone, roles };
  Object.assign(reader, change);
  const done = await actions.order({ path: "world", body: { change: "reader", readerId: reader.id, ...change } }, said);
  if (!done) Object.assign(reader, before);
  actions.draw();
}

function languageView(scene: Scene): TemplateResult {
  const { words, reader } = scene;
  const pick = (locale: string): void => {
    if (!isLocale(locale)) return;
    const next = wordsFor(locale);
    void set({ locale }, next.changed(next.languages[locale]), scene);
  };
  return pickField(
    words.language,
    locales.map((value) => ({ value, label: words.languages[value] })),
    reader.locale,
    pick,
  );
}

function rolesIn(guild: Guild, scene: Scene): Part {
  const { words, snapshot, reader } = scene;
  const roles = snapshot.roles.filter((role) => role.guildId === guild.id && role.name !== "@everyone");
  if (roles.length === 0) return nothing;
  const tick = (id: string, name: string, on: boolean): void => {
    const others = reader.roles.filter((role) => role !== id);
    void set({ roles: on ? [...others, id] : others }, words.changed(roleTitle(name)), scene);
  };
  return html`<fieldset class="ticks">
    <legend>${words.rolesIn(guild.name)}</legend>
    ${roles.map(({ id, name, managed }) =>
      tickField(
        html`${roleTitle(name)} ${managed ? html`<span class="faint">${words.managed}</span>` : nothing}`,
        reader.roles.includes(id),
        (on) => tick(id, name, on),
        managed,
      ),
    )}
  </fieldset>`;
}

function dmsView(scene: Scene): TemplateResult {
  const { words, snapshot, reader, actions } = scene;
  return tickField(words.takeDms, !snapshot.closedToDms.includes(reader.id), (on) => {
    const body: WorldChange = { change: on ? "dms-opened" : "dms-closed", readerId: reader.id };
    void actions.order({ path: "world", body }, words.changed(words.takeDms));
  });
}

function themeView(scene: Scene): TemplateResult {
  const { words, actions } = scene;
  const chosen = chosenTheme();
  return html`<fieldset class="ticks">
    <legend>${words.theme}</legend>
    ${themes.map(
      (theme) =>
        html`<label class="tick">
          <input
            type="radio"
            name="theme"
            value=${theme}
            ?checked=${theme === chosen}
            @change=${() => {
              chooseTheme(theme);
              actions.say(words.changed(words.themes[theme]));
            }}
          /><span>${words.themes[theme]}</span>
        </label>`,
    )}
  </fieldset>`;
}

/** The panel "Settings" of who acts. */
export function settingsView(scene: Scene): TemplateResult {
  const { words, reader, snapshot } = scene;
  const guilds = snapshot.guilds.filter(({ id }) => reader.guilds.includes(id));
  const takeZone = (zone: string): void => void set({ zone }, words.changed(zone), scene);
  const body = html`<p class="faint">${words.settingsHint}</p>
    ${languageView(scene)} ${zoneField(reader.zone, takeZone, scene)} ${guilds.map((guild) => rolesIn(guild, scene))}
    ${dmsView(scene)} ${themeView(scene)}`;
  return panelFrame(words.settingsOf(reader.name), body, scene);
}
