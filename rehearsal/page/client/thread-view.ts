// Threads as a channel shows them: a box under the message they began at, cards in a forum. Opening one opens it as a channel.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { Channel, ShownMessage } from "../../contract.ts";
import { authorName, avatarView, nameView } from "./author-view.ts";
import { withEmoji } from "./emoji-view.ts";
import { box, padlock, speech } from "./icons.ts";
import { plainText } from "./marks.ts";
import { seenChannel } from "./mention-view.ts";
import type { Scene } from "./scene.ts";
import { relative } from "./stamps.ts";
import { visible } from "./state.ts";

/** Marks of a thread that is put away or closed. */
export function threadMarks(channel: Channel, scene: Scene): TemplateResult {
  const { words } = scene;
  return html`${
    channel.archived === true ? html`<span class="thread-mark">${box()} ${words.archived}</span>` : nothing
  }${channel.locked === true ? html`<span class="thread-mark">${padlock()} ${words.locked}</span>` : nothing}`;
}

/** The thread that began at a message. A post of a forum begins with the message of its own id and has no box. */
export function threadAt(shown: ShownMessage, channelId: string, scene: Scene): Channel | undefined {
  const ids = [shown.message.id, shown.message.thread?.id, shown.message.message_reference?.channel_id];
  for (const id of ids) {
    if (id === undefined || id === channelId) continue;
    const thread = seenChannel(scene, id);
    if (thread?.kind === "thread" && thread.parentId === channelId) return thread;
  }
  return undefined;
}

function preview(shown: ShownMessage | undefined, scene: Scene): TemplateResult | string {
  if (shown === undefined) return scene.words.noMessagesYet;
  const { message } = shown;
  return html`${avatarView(authorName(message), message.author.bot === true, true)} ${nameView(message)}
    <span class="cut">${withEmoji(plainText(message.content))}</span>`;
}

/** The box under a message. */
export function threadBox(thread: Channel, scene: Scene): TemplateResult {
  const list = visible(scene.state, thread.id);
  return html`<button type="button" class="thread-box" @click=${() => scene.actions.open(thread.id)}>
    <span class="thread-line"
      ><b>${withEmoji(thread.name)}</b>
      <span class="thread-count">${scene.words.messages(list.length)} ›</span> ${threadMarks(thread, scene)}</span
    >
    <span class="thread-last">${preview(list.at(-1), scene)}</span>
  </button>`;
}

function newestOf(post: Channel, scene: Scene): string {
  return visible(scene.state, post.id).at(-1)?.message.timestamp ?? "";
}

function cardView(post: Channel, scene: Scene): TemplateResult {
  const { words, reader, nowMs, state } = scene;
  const list = visible(state, post.id);
  const [first] = list;
  const newest = newestOf(post, scene);
  return html`<li>
    <button type="button" class="card" @click=${() => scene.actions.open(post.id)}>
      <span class="card-title">${withEmoji(post.name)}</span>
      <span class="card-text"
        >${
          first === undefined
            ? words.noMessagesYet
            : html`${nameView(first.message)}: ${withEmoji(plainText(first.message.content))}`
        }</span
      >
      <span class="card-foot"
        >${speech()} ${words.messages(list.length)}
        ${newest === "" ? nothing : html`<span>· ${relative(Date.parse(newest), nowMs, reader.locale)}</span>`}
        ${threadMarks(post, scene)}</span
      >
    </button>
  </li>`;
}

/** A forum: its posts, those with the newest word first, put-away ones last. */
export function forumView(forum: Channel, scene: Scene): TemplateResult {
  const { words, snapshot, reader } = scene;
  const posts = snapshot.channels.filter(
    (channel) => channel.parentId === forum.id && channel.seenBy.includes(reader.id),
  );
  const away = (post: Channel): number => (post.archived === true ? 1 : 0);
  posts.sort((a, b) => away(a) - away(b) || newestOf(b, scene).localeCompare(newestOf(a, scene)));
  if (posts.length === 0) return html`<div class="forum"><p class="empty">${words.noPosts}</p></div>`;
  return html`<div class="forum">
    <ul class="cards" aria-label=${words.postsIn(`#${forum.name}`)}>
      ${repeat(
        posts,
        (post) => post.id,
        (post) => cardView(post, scene),
      )}
    </ul>
  </div>`;
}
