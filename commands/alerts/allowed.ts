// Who may see and change how a server's channels are alerted. Asked anew at every button, of Discord itself where another channel is meant.
import type { Ground } from "../../src/domain/ground.ts";
import { type Context, Refusal } from "../../src/command.ts";
import type { Destination, Subscription } from "../../src/domain/subscription.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { texts } from "../../src/text/index.ts";
import { whereName } from "../../src/views/settings/lines.ts";

/** The server asked in; a refusal for who may not, and in a direct message. */
export function allowed(context: Context): string {
  const { user, language } = context;
  const guildId = inServer(context);
  if (!user.manageChannels && !user.manageGuild) throw new Refusal(texts(language).alerts.mayNot);
  return guildId;
}

export function inServer({ guildId, language }: Context): string {
  if (guildId === undefined) throw new Refusal(texts(language).alerts.onlyServer);
  return guildId;
}

/** What is to be changed; `mine`: what stands of it is looked after by who asks. */
export interface Wanted extends Pick<Destination, "kind"> {
  channelId: string;
  mine?: boolean;
}

/** Whether who asks may do with it what its owner may: by who looks after it now, never by what is written in it alone. */
export const isMine =
  ({ duty, user }: Pick<Context, "duty" | "user">) =>
  (one: Subscription): boolean =>
    duty.owns(user.id, one);

/**
 * What Discord says of the channel, for who may change it: people with Manage Channels there, and who looks after it; of direct messages the person alone. A Refusal for
 * everybody else, and for a channel of another server.
 */
export async function mayChange(wanted: Wanted, context: Context): Promise<Ground | "no such channel"> {
  const { channelId, kind, mine = false } = wanted;
  const { language } = context;
  const guildId = inServer(context);
  const t = texts(language).settings;
  const where = whereName({ kind, id: channelId }, language);
  if (kind === "dm") return ownDirect(wanted, context);
  const ground = await context.ground(channelId);
  if (ground !== "no such channel" && isElsewhere(ground, guildId)) throw new Refusal(t.notHere(where));
  if (mine || (await manages(channelId, ground, context))) {
    // Whoever changes alerts may be written to about them.
    await context.speaks(guildId);
    return ground;
  }
  throw new Refusal(t.notYours(where));
}

/** A direct message has no server; a channel that the bot cannot see tells none. */
function isElsewhere({ guildId, kind, lacks }: Ground, here: string): boolean {
  if (guildId !== undefined) return guildId !== here;
  return kind === "dm" || !lacks.includes("ViewChannel");
}

async function ownDirect({ channelId }: Wanted, { direct, language }: Context): Promise<Ground> {
  const t = texts(language).settings;
  const own = await direct();
  if (own === undefined) throw new Refusal(t.noDirect);
  if (own !== channelId) throw new Refusal(texts(language).common.brokenButton);
  return { kind: "dm", lacks: [], mentionable: [], manages: true };
}

/** Of the channel asked in the interaction itself tells; of one that nobody can see, the server. */
async function manages(channelId: string, ground: Ground | "no such channel", context: Context): Promise<boolean> {
  if (channelId === context.channelId) return context.user.manageChannels;
  if (ground !== "no such channel" && ground.guildId !== undefined) return ground.manages;
  return (await context.managed()).server;
}

/** All of the server for who manages any of it; for others what they look after. Direct messages only for whose they are. */
export async function visible(context: Context): Promise<{ all: boolean; listed: readonly Subscribed[] }> {
  const { subscriptions, user } = context;
  const listed = subscriptions
    .list(inServer(context))
    .filter((one) => one.destination.kind !== "dm" || isOwned(one, context));
  if (user.manageChannels || user.manageGuild) return { all: true, listed };
  const { server, channels } = await context.managed();
  if (server || channels.length > 0) return { all: true, listed };
  return { all: false, listed: listed.filter((one) => isOwned(one, context)) };
}

/** Any of it. A person's own direct messages are nobody else's, whoever stands in for them. */
export function isOwned({ destination, subscriptions }: Subscribed, context: Pick<Context, "duty" | "user">): boolean {
  if (destination.kind === "dm") return subscriptions.some(({ owner }) => owner === context.user.id);
  return subscriptions.some(isMine(context));
}
