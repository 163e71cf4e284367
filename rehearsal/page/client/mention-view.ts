// Names in a text: users, roles, channels, commands, places of the server. It resolves them for the acting reader and never shows a bare id.
import { html } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { Channel } from "../../contract.ts";
import { withEmoji } from "./emoji-view.ts";
import { roleTitle } from "./guild.ts";
import { forum, hash, megaphone, speech } from "./icons.ts";
import type { GuidePlace } from "./inline-marks.ts";
import { paint } from "./paint.ts";
import type { Scene } from "./scene.ts";

/** The sign before a channel's name. */
export function channelIcon(channel: Channel): TemplateResult | string {
  if (channel.kind === "dm" || channel.dmWith !== undefined) return "@";
  const icons = { text: hash, announcement: megaphone, forum, thread: speech };
  return icons[channel.kind]();
}

/** A name between signs that Discord marks. */
export function mention(label: string): TemplateResult {
  return html`<span class="mention">${label}</span>`;
}

/** The bot is no reader; its name stands in what it wrote. */
function botName(scene: Scene, id: string): string | undefined {
  for (const list of Object.values(scene.snapshot.messages)) {
    const author = list.find((shown) => shown.message.author.id === id)?.message.author;
    if (author !== undefined) return author.global_name ?? author.username;
  }
  return undefined;
}

export const userName = (scene: Scene, id: string): string =>
  scene.snapshot.readers.find((reader) => reader.id === id)?.name ?? botName(scene, id) ?? scene.words.unknownUser;

export const roleName = (scene: Scene, id: string): string =>
  roleTitle(scene.snapshot.roles.find((known) => known.id === id)?.name ?? scene.words.unknownRole);

/** A channel that this reader may see; Discord shows others as unknown. */
export function seenChannel(scene: Scene, id: string): Channel | undefined {
  return scene.snapshot.channels.find((known) => known.id === id && known.seenBy.includes(scene.reader.id));
}

export function named(scene: Scene, kind: "user" | "role" | "channel", id: string): TemplateResult {
  const { snapshot, words, actions } = scene;
  if (kind === "user") return mention(`@${userName(scene, id)}`);
  if (kind === "role") {
    const role = snapshot.roles.find((known) => known.id === id);
    return html`<span class="mention role" ${paint(role?.color)}>${roleName(scene, id)}</span>`;
  }
  const channel = seenChannel(scene, id);
  if (channel === undefined) return mention(`#${words.unknownChannel}`);
  return html`<button type="button" class="mention" @click=${() => actions.open(id)}>
    ${channel.kind === "text" ? "#" : html`${channelIcon(channel)} `}${withEmoji(channel.name)}
  </button>`;
}

/** `<id:customize>` and its like: places of a server that the rehearsal names and does not have. */
export function guideView(to: GuidePlace, scene: Scene): TemplateResult {
  return mention(scene.words.places[to]);
}
