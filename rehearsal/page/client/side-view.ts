// The left side: servers with their channels, threads and events as the acting reader sees them, direct messages, who acts. On a phone it is a drawer.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import type { APIGuildScheduledEvent } from "discord-api-types/v10";
import type { Channel, Guild } from "../../contract.ts";
import { calendar, kindSign } from "./frame-icons.ts";
import { cross } from "./icons.ts";
import { avatarView } from "./message-view.ts";
import { sideId } from "./orders.ts";
import type { Scene } from "./scene.ts";
import { formatterFor } from "./stamps.ts";
import { textView } from "./text-view.ts";
import { channelsOf, channelTitle, unreadIn } from "./state.ts";

type Part = TemplateResult | typeof nothing;

function badgeView(channelId: string, scene: Scene): Part {
  const { state, words } = scene;
  const { count, mentions } = unreadIn(state, channelId);
  if (count === 0) return nothing;
  const said = mentions > 0 ? words.mentions(mentions) : words.unread(count);
  return html`<span class=${mentions > 0 ? "badge calls" : "badge"} title=${said}
    ><span aria-hidden="true">${mentions > 0 ? mentions : count}</span><span class="unseen">${said}</span></span
  >`;
}

function channelEntry(channel: Channel, scene: Scene): TemplateResult {
  const { state, words, actions } = scene;
  const shown = state.panes[state.activePane] === channel.id;
  const classes = ["channel"];
  if (unreadIn(state, channel.id).count > 0) classes.push("unread");
  if (channel.kind === "thread") classes.push("thread");
  const open = (): void => {
    actions.open(channel.id);
    if (state.frame.sideOpen) actions.side(false);
  };
  // What kind it is: heard after the name, where it is not the usual one.
  const kind = channel.kind === "text" || channel.kind === "dm" ? nothing : `, ${words.kinds[channel.kind]}`;
  return html`<li>
    <button type="button" class=${classes.join(" ")} aria-current=${shown ? "true" : "false"} @click=${open}>
      ${kindSign(channel.kind)}<span class="cut" title=${channelTitle(channel).slice(1)}
        >${channelTitle(channel).slice(1)}<span class="unseen"
          >${kind}${channel.locked === true ? `, ${words.lockedWord}` : ""}</span
        ></span
      >
      ${badgeView(channel.id, scene)}
    </button>
  </li>`;
}

/** Channels in the server's order, each followed by its threads; a thread whose parent is not seen stands by itself. */
function treeOf(channels: Channel[]): Channel[] {
  const tops = channels.filter(({ parentId }) => parentId === undefined || channels.every(({ id }) => id !== parentId));
  return tops.flatMap((top) => [top, ...channels.filter(({ parentId }) => parentId === top.id)]);
}

function eventView(event: APIGuildScheduledEvent, scene: Scene): TemplateResult {
  const { words, reader } = scene;
  const look = { dateStyle: "medium", timeStyle: "short" } as const;
  const from = formatterFor(reader, look).format(Date.parse(event.scheduled_start_time));
  const end = event.scheduled_end_time;
  const until = end === null ? "" : ` – ${formatterFor(reader, look).format(Date.parse(end))}`;
  const place = event.entity_metadata?.location;
  return html`<li class="event">
    ${calendar()}
    <div>
      <div>${event.name}</div>
      <div class="faint"><time datetime=${event.scheduled_start_time}>${from}</time>${until}</div>
      <div class="faint">${words.eventStatus[event.status]}${place === undefined ? nothing : ` · ${place}`}</div>
      ${
        event.description
          ? html`<details>
              <summary>${words.eventMore}</summary>
              <div class="event-text">${textView(event.description, scene)}</div>
            </details>`
          : nothing
      }
    </div>
  </li>`;
}

function guildView(guild: Guild, scene: Scene): Part {
  const { state, words, snapshot } = scene;
  const own = channelsOf(state).filter(({ guildId }) => guildId === guild.id);
  const events = snapshot.events.filter(({ guild_id: id }) => id === guild.id);
  if (own.length === 0 && !scene.reader.guilds.includes(guild.id)) return nothing;
  // An archived thread that is on the screen stays in the list.
  const folded = own.filter(({ archived, id }) => archived === true && !state.panes.includes(id));
  const open = treeOf(own.filter((channel) => !folded.includes(channel)));
  return html`<section class="guild" aria-labelledby="guild-${guild.id}">
    <h2 id="guild-${guild.id}">${guild.name}</h2>
    ${guild.botIsHere ? nothing : html`<p class="absent">${words.botAbsent}</p>`}
    ${own.length === 0 ? html`<p class="faint">${words.noChannels}</p>` : nothing}
    <ul>
      ${open.map((channel) => channelEntry(channel, scene))}
    </ul>
    ${
      folded.length === 0
        ? nothing
        : html`<details class="archived">
            <summary>${words.archivedThreads(folded.length)}</summary>
            <ul>
              ${folded.map((channel) => channelEntry(channel, scene))}
            </ul>
          </details>`
    }
    ${
      events.length === 0
        ? nothing
        : html`<h3 id="events-${guild.id}">${words.events}</h3>
            <ul aria-labelledby="events-${guild.id}">
              ${events.map((event) => eventView(event, scene))}
            </ul>`
    }
  </section>`;
}

function directView(scene: Scene): Part {
  const direct = channelsOf(scene.state).filter(({ dmWith }) => dmWith !== undefined);
  if (direct.length === 0) return nothing;
  return html`<section class="guild" aria-labelledby="direct">
    <h2 id="direct">${scene.words.direct}</h2>
    <ul>
      ${direct.map((channel) => channelEntry(channel, scene))}
    </ul>
  </section>`;
}

function readerView(scene: Scene): TemplateResult {
  const { snapshot, reader, words, actions } = scene;
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void actions.actAs(event.target.value);
  };
  return html`<label class="reader">
    ${avatarView(reader.name, false)}
    <span class="faint">${words.acting}</span>
    <select @change=${onChange}>
      ${snapshot.readers.map(
        (known) =>
          html`<option value=${known.id} ?selected=${known.id === reader.id}>
            ${known.name} · ${known.locale.slice(0, 2).toUpperCase()}
          </option>`,
      )}
    </select>
  </label>`;
}

/** The left side. */
export function sideView(scene: Scene): TemplateResult {
  const { snapshot, words, state, actions } = scene;
  const open = state.frame.sideOpen;
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && state.frame.sideOpen) actions.side(false);
  };
  const close = html`<button
    type="button"
    class="round phone-only side-close"
    aria-label=${words.closeSide}
    @click=${() => actions.side(false)}
  >
    ${cross()}
  </button>`;
  return html`<aside id=${sideId} class=${open ? "side open" : "side"} aria-label=${words.side} @keydown=${keys}>
    ${close}
    <nav aria-label=${words.channels}>
      ${snapshot.guilds.map((guild) => guildView(guild, scene))} ${directView(scene)}
    </nav>
    <div class="foot">
      <div class=${snapshot.botOnline ? "presence on" : "presence"} role="status">
        ${snapshot.botOnline ? words.online : words.offline}
      </div>
      ${readerView(scene)}
    </div>
  </aside>`;
}
