// Who speaks: picture, name, tag, time. The bot's picture is our own drawing; a person's is the first letter of the name.
import type { APIMessage } from "discord-api-types/v10";
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { ShownMessage } from "../../contract.ts";
import { published, quietBell, watch } from "./icons.ts";
import { Flag } from "./kinds.ts";
import type { Scene } from "./scene.ts";
import { formatterFor } from "./stamps.ts";
import { clockTime } from "./world-clock.ts";

/** A name's colour, the same wherever it stands: one of six classes of the style sheet. */
export function tint(name: string): string {
  let sum = 0;
  for (const sign of name) sum += sign.codePointAt(0) ?? 0;
  return `tint-${sum % 6}`;
}

export function avatarView(name: string, isBot: boolean, small = false): TemplateResult {
  const size = small ? " tiny" : "";
  if (isBot) return html`<span class="avatar bot${size}" aria-hidden="true">${watch()}</span>`;
  return html`<span class="avatar ${tint(name)}${size}" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>`;
}

/** A webhook's message may carry a name of its own; Discord tags it as an app all the same. */
export const isApp = ({ author, webhook_id: webhook }: APIMessage): boolean =>
  author.bot === true || webhook !== undefined;

export const authorName = (message: APIMessage): string => message.author.global_name ?? message.author.username;

/** A name in its colour. */
export function nameView(message: APIMessage): TemplateResult {
  const name = authorName(message);
  return html`<span class="name ${isApp(message) ? "bot" : tint(name)}">${name}</span>`;
}

const fullLook = { dateStyle: "full", timeStyle: "medium" } as const;

/** An instant in full, for whoever points at a short time. */
export const fullTime = (iso: string, scene: Scene): string =>
  formatterFor(scene.reader, fullLook).format(Date.parse(iso));

function badge(icon: TemplateResult, label: string): TemplateResult {
  return html`<span class="silent" role="img" aria-label=${label} title=${label}>${icon}</span>`;
}

/** Marks beside the time: sent silently, published to followers, come from a followed channel. */
export function marksView(shown: ShownMessage, scene: Scene): TemplateResult {
  const { words } = scene;
  const flags = shown.message.flags ?? 0;
  return html`${shown.silent ? badge(quietBell(), words.silent) : nothing}${
    (flags & Flag.crossposted) === 0 ? nothing : badge(published(), words.published)
  }${(flags & Flag.isCrosspost) === 0 ? nothing : badge(published(), words.crosspost)}`;
}

/** The line above what is said. */
export function headView(shown: ShownMessage, scene: Scene): TemplateResult {
  const { message } = shown;
  const ms = Date.parse(message.timestamp);
  const hint = message.webhook_id !== undefined && message.author.bot !== true ? scene.words.webhook : nothing;
  return html`<div class="head">
    ${nameView(message)}${isApp(message) ? html` <span class="tag" title=${hint}>${scene.words.app}</span>` : nothing}
    <time class="faint" datetime=${message.timestamp} title=${fullTime(message.timestamp, scene)}
      >${clockTime(ms, scene.reader.zone)}</time
    >
    ${marksView(shown, scene)}
  </div>`;
}
