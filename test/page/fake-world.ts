// What the fake server's orders do to its state, as little as the page's tests need: faults wait, permissions go, readers change. It plays no bot.
import type { BotPermission } from "../../rehearsal/bot-permissions.ts";
import type { FaultOrder, Snapshot, WorldChange } from "../../rehearsal/contract.ts";

/** A body as the page posted it. The tests look at each of them; here it is taken for what the page's own types say. */
type Posted = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isWorld = (body: Posted): body is Posted & WorldChange => typeof body["change"] === "string";
const isFault = (body: Posted): body is Posted & FaultOrder =>
  typeof body["fault"] === "string" && typeof body["times"] === "number";

let faults = 0;

function permission(state: Snapshot, channelId: string, wanted: BotPermission, taken: boolean): void {
  const rest = (state.taken[channelId] ?? []).filter((known) => known !== wanted);
  state.taken[channelId] = taken ? [...rest, wanted] : rest;
}

function change(state: Snapshot, body: WorldChange): void {
  switch (body.change) {
    case "permission-taken":
    case "permission-given-back":
      return permission(state, body.channelId, body.permission, body.change === "permission-taken");
    case "channel-deleted":
      state.channels = state.channels.filter(({ id }) => id !== body.channelId);
      return;
    case "guild-removed":
    case "guild-joined":
      for (const guild of state.guilds) if (guild.id === body.guildId) guild.botIsHere = body.change === "guild-joined";
      return;
    case "dms-closed":
    case "dms-opened": {
      const others = state.closedToDms.filter((id) => id !== body.readerId);
      state.closedToDms = body.change === "dms-closed" ? [...others, body.readerId] : others;
      return;
    }
    case "gateway":
      state.gatewaySilent = body.how === "silent" || (state.gatewaySilent && body.how !== "speaking");
      return;
    case "reader": {
      const { locale, zone, roles } = body;
      const reader = state.readers.find(({ id }) => id === body.readerId);
      if (reader === undefined) return;
      reader.locale = locale ?? reader.locale;
      reader.zone = zone ?? reader.zone;
      reader.roles = roles ?? reader.roles;
      return;
    }
    case "message-deleted":
      for (const [channelId, list] of Object.entries(state.messages)) {
        state.messages[channelId] = list.filter(({ message }) => message.id !== body.messageId);
      }
      return;
    default:
      body satisfies never;
  }
}

/** Carries out an order of a panel; false where the path is none. */
export function obey(path: string, body: Posted, state: Snapshot): boolean {
  if (path === "/rehearsal/world" && isWorld(body)) change(state, body);
  else if (path === "/rehearsal/fault" && isFault(body)) {
    faults += 1;
    state.faults.push({ ...body, id: String(faults), left: body.times });
  } else if (path === "/rehearsal/fault-off") state.faults = state.faults.filter(({ id }) => id !== text(body["id"]));
  else if (path === "/rehearsal/scenario" && state.scenario !== undefined) {
    state.scenario.done = body["action"] === "all" ? state.scenario.steps.length : state.scenario.done + 1;
  } else return false;
  return true;
}
