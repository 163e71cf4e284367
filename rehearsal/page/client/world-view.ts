// What happens in the world without the bot's doing: permissions taken, the line cut, servers left, channels deleted, direct messages closed. Orders only.
import { html, nothing } from "lit-html";
import type { TemplateResult } from "lit-html";
import { BOT_PERMISSIONS, type BotPermission } from "../../bot-permissions.ts";
import type { Guild, WorldChange } from "../../contract.ts";
import { guildChannels } from "./guild.ts";
import { pickField, tickField } from "./panel-view.ts";
import type { Part } from "./panel-view.ts";
import type { Scene } from "./scene.ts";
import { channelTitle } from "./state.ts";

const change = (scene: Scene, body: WorldChange, said: string): Promise<boolean> =>
  scene.actions.order({ path: "world", body }, said);

const titleOf = (channelId: string, scene: Scene): string => {
  const channel = scene.snapshot.channels.find((known) => known.id === channelId);
  return channel === undefined ? scene.words.unknownChannel : channelTitle(channel);
};

function takenView(scene: Scene): Part {
  const { words, snapshot } = scene;
  const rows = Object.entries(snapshot.taken).filter(([, list]) => list.length > 0);
  if (rows.length === 0) return nothing;
  return html`${rows.map(
    ([channelId, list]) =>
      html`<div class="taken">
        <div>${words.takenIn(titleOf(channelId, scene))}</div>
        <ul class="waiting-list">
          ${list.map((permission) => {
            const what = words.permission[permission];
            const back = (): Promise<boolean> =>
              change(scene, { change: "permission-given-back", channelId, permission }, words.permissionGiven(what));
            return html`<li>
              <span>${what} <span class="faint">${permission}</span></span
              ><button
                type="button"
                class="knob"
                aria-label=${words.giveBackWhat(what, titleOf(channelId, scene))}
                @click=${back}
              >
                ${words.giveBack}
              </button>
            </li>`;
          })}
        </ul>
      </div>`,
  )}`;
}

function permissionsView(scene: Scene): TemplateResult {
  const { words, snapshot, state, actions } = scene;
  const channels = guildChannels(snapshot);
  const channelId = channels.find(({ id }) => id === state.frame.permissionsOf)?.id ?? channels[0]?.id ?? "";
  const taken = snapshot.taken[channelId] ?? [];
  const pick = (id: string): void => {
    state.frame.permissionsOf = id;
    actions.draw();
  };
  const tick = (permission: BotPermission, on: boolean): void => {
    const what = words.permission[permission];
    void change(
      scene,
      { change: on ? "permission-given-back" : "permission-taken", channelId, permission },
      on ? words.permissionGiven(what) : words.permissionTaken(what),
    );
  };
  return html`${takenView(scene)}
    <p class="faint">${words.permissionsHint}</p>
    ${pickField(
      words.channel,
      channels.map((channel) => ({ value: channel.id, label: channelTitle(channel) })),
      channelId,
      pick,
    )}
    <div class="ticks" role="group" aria-label="${words.permissions}, ${titleOf(channelId, scene)}">
      ${BOT_PERMISSIONS.map((permission) =>
        tickField(
          html`${words.permission[permission]} <span class="faint">${permission}</span>`,
          !taken.includes(permission),
          (on) => tick(permission, on),
        ),
      )}
    </div>`;
}

function lineView(scene: Scene): TemplateResult {
  const { words, snapshot } = scene;
  type How = Extract<WorldChange, { change: "gateway" }>["how"];
  const knob = (how: How, label: string, hint: string): TemplateResult =>
    html`<button type="button" class="wide-knob" @click=${() => change(scene, { change: "gateway", how }, label)}>
      <span>${label}</span><span class="faint">${hint}</span>
    </button>`;
  const up = snapshot.botOnline ? words.lineUp : words.lineDown;
  return html`<p role="status">${snapshot.gatewaySilent ? words.lineSilent : up}</p>
    <div class="knobs">
      ${
        snapshot.gatewaySilent
          ? knob("speaking", words.speak, "")
          : html`${knob("cut", words.cut, words.cutHint)} ${knob("reconnect", words.reconnect, words.reconnectHint)}
            ${knob("invalid-session", words.invalid, words.invalidHint)} ${knob("silent", words.hush, words.hushHint)}`
      }
    </div>`;
}

function guildView(guild: Guild, scene: Scene): TemplateResult {
  const { words } = scene;
  const label = guild.botIsHere ? words.putOut(guild.name) : words.bringBack(guild.name);
  const body: WorldChange = { change: guild.botIsHere ? "guild-removed" : "guild-joined", guildId: guild.id };
  return html`<button type="button" class="wide-knob" @click=${() => change(scene, body, label)}>
    <span>${label}</span><span class="faint">${guild.botIsHere ? words.botHere : words.botGone}</span>
  </button>`;
}

function deletionView(scene: Scene): TemplateResult {
  const { words, snapshot, state, actions } = scene;
  const { frame } = state;
  const channels = guildChannels(snapshot);
  const channelId = channels.find(({ id }) => id === frame.toDelete)?.id ?? channels[0]?.id ?? "";
  const title = titleOf(channelId, scene);
  const asked = (on: boolean, focusOn: string): void => {
    frame.askedDelete = on;
    actions.draw(() => document.getElementById(focusOn)?.focus());
  };
  const pick = (id: string): void => {
    frame.toDelete = id;
    frame.askedDelete = false;
    actions.draw();
  };
  const go = (): void => {
    asked(false, "delete-ask");
    void change(scene, { change: "channel-deleted", channelId }, words.deleted(title));
  };
  return html`${pickField(
    words.channel,
    channels.map((channel) => ({ value: channel.id, label: channelTitle(channel) })),
    channelId,
    pick,
  )}
  ${
    frame.askedDelete
      ? html`<div class="ask-back" role="group" aria-labelledby="delete-question">
          <p id="delete-question">${words.deleteAsk(title)}</p>
          <button type="button" id="delete-keep" class="button secondary" @click=${() => asked(false, "delete-ask")}>
            ${words.keep}
          </button>
          <button type="button" class="button danger" @click=${go}>${words.deleteYes(title)}</button>
        </div>`
      : html`<button type="button" id="delete-ask" class="knob" @click=${() => asked(true, "delete-keep")}>
          ${words.deleteIt}
        </button>`
  }`;
}

function dmsView(scene: Scene): TemplateResult {
  const { words, snapshot } = scene;
  return html`<div class="ticks">
    ${snapshot.readers.map((reader) =>
      tickField(words.takesDms(reader.name), !snapshot.closedToDms.includes(reader.id), (on) => {
        void change(scene, { change: on ? "dms-opened" : "dms-closed", readerId: reader.id }, words.done);
      }),
    )}
  </div>`;
}

/** The folds of the panel "Faults" that change the world. One that holds something changed says so when it is closed too. */
export function worldView(scene: Scene): TemplateResult {
  const { words, snapshot } = scene;
  const lost = Object.values(snapshot.taken).reduce((sum, list) => sum + list.length, 0);
  const gone = snapshot.guilds.filter(({ botIsHere }) => !botIsHere).length;
  const fold = (title: string, count: number, body: Part): TemplateResult =>
    html`<details class="fold">
      <summary>
        <h3>${title}</h3>
        ${count > 0 ? html`<span class="badge calls">${count}</span>` : nothing}
      </summary>
      ${body}
    </details>`;
  return html`${fold(words.permissions, lost, permissionsView(scene))}
  ${fold(words.line, snapshot.gatewaySilent ? 1 : 0, lineView(scene))}
  ${fold(words.servers, gone, html`<div class="knobs">${snapshot.guilds.map((guild) => guildView(guild, scene))}</div>`)}
  ${fold(words.deleteChannel, 0, deletionView(scene))}
  ${fold(words.directMessages, snapshot.closedToDms.length, dmsView(scene))}`;
}

/** How much is out of order: what nobody may forget. A server without the bot is none of it, some never had it; the side shows that. */
export function disturbances(scene: Scene): number {
  const { faults, taken, gatewaySilent, closedToDms } = scene.snapshot;
  const lost = Object.values(taken).filter((list) => list.length > 0).length;
  return faults.length + lost + closedToDms.length + (gatewaySilent ? 1 : 0);
}
