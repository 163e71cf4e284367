// Who may see and change how a server's channels are alerted. Asked anew at every button.
import type { Ground } from "../../src/alerts/sender.ts";
import { type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";

/** The server asked in; a refusal for who may not, and in a direct message. */
export function allowed({ guildId, user, language }: Context): string {
  const t = texts(language).alerts;
  if (guildId === undefined) throw new Refusal(t.onlyServer);
  if (!user.manageChannels && !user.manageGuild) throw new Refusal(t.mayNot);
  return guildId;
}

export function inServer({ guildId, language }: Context): string {
  if (guildId === undefined) throw new Refusal(texts(language).alerts.onlyServer);
  return guildId;
}

/** What Discord says of the channel, for who may change it: people with Manage Channels there, and the owner. */
export async function mayChange(
  { channelId, owner }: { channelId: string; kind: "channel" | "thread" | "dm"; owner?: string },
  context: Context,
): Promise<Ground | "no such channel"> {
  const guildId = inServer(context);
  const t = texts(context.language).alerts;
  const ground = await context.ground(channelId);
  if (ground !== "no such channel" && ground.guildId !== undefined && ground.guildId !== guildId)
    throw new Refusal(t.noChannel(`<#${channelId}>`));
  const here = channelId === context.channelId && context.user.manageChannels;
  if (owner === context.user.id || here || (ground !== "no such channel" && ground.manages)) return ground;
  throw new Refusal(t.mayNot);
}
