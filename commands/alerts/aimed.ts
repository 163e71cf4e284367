// For whom something is typed: a channel, or who asks alone, in their direct messages. It asks for no leave: what goes on does.
import { type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { inServer } from "./allowed.ts";
import { subscribedTo } from "./card.ts";
import { isDirect } from "./directs.ts";

/** As it was typed. */
export interface Aim {
  channel: string | undefined;
  me: string | undefined;
}

/** `kind`: what is known of it before Discord is asked. */
export interface Aimed {
  channelId: string;
  kind: "channel" | "dm";
}

/** A Refusal where both a channel and oneself were named. */
export function oneOf({ channel, me }: Aim, { language }: Context): void {
  if (channel !== undefined && me !== undefined) throw new Refusal(texts(language).settings.meAndChannel);
}

/** The channel named, this one, or the direct messages with who asks. */
export async function aimed(typed: Aim, context: Context): Promise<Aimed> {
  inServer(context);
  oneOf(typed, context);
  if (typed.me === undefined) return { channelId: typed.channel ?? context.channelId, kind: "channel" };
  return { channelId: await directOf(context), kind: "dm" };
}

async function directOf(context: Context): Promise<string> {
  if (isDirect(context)) return context.channelId;
  const own = await context.direct();
  if (own === undefined) throw new Refusal(texts(context.language).settings.noDirect);
  return own;
}

/** Typed in a server for oneself, it goes on as if it were typed in the direct message: without any right, and about what comes there. A Refusal where nothing does. */
export async function asDirect(me: string | undefined, context: Context): Promise<Context> {
  if (me === undefined) return context;
  const { channelId } = await aimed({ channel: undefined, me }, context);
  if (subscribedTo(channelId, context) === undefined)
    throw new Refusal(
      texts(context.language).settings.none(whereName({ kind: "dm", id: channelId }, context.language)),
    );
  return { ...context.within(inServer(context)), channelId };
}
