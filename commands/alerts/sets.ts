// Sets of alerts by what they bring: suggested while somebody types, and found again by that. It asks for no leave: what is done with one does.
import { type Choice, type Context, Refusal } from "../../src/command.ts";
import type { Subscription } from "../../src/domain/subscription.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import { fold } from "../../src/text/fold.ts";
import { texts } from "../../src/text/index.ts";
import { setWords } from "../../src/views/settings/which.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { inServer, isOwned, visible } from "./allowed.ts";
import { shown } from "./things/thing.ts";

interface Named {
  channel: Subscribed;
  one: Subscription;
  name: string;
}

/** Of this channel, then of what else they look after or manage; Discord itself shows 25 of them, the best first. */
export function setsSuggested(typed: string, context: Context): readonly Choice[] {
  if (context.guildId === undefined) return [];
  const wanted = fold(typed).split(" ").filter(Boolean);
  return named(context)
    .filter(({ name }) => wanted.every((word) => fold(name).includes(word)))
    .map(({ name, one }) => ({ name, value: one.id }));
}

function named(context: Context, channelId?: string): Named[] {
  const { user, known: record, now, language, subscriptions } = context;
  const manages = user.manageChannels || user.manageGuild;
  const all = subscriptions
    .list(inServer(context))
    .filter((one) => isOwned(one, context) || (manages && one.destination.kind !== "dm"));
  const wanted = channelId ?? context.channelId;
  const here = all.filter(({ destination }) => destination.id === wanted);
  const others = channelId === undefined ? all.filter((one) => !here.includes(one)) : [];
  return [...here, ...others].flatMap((channel) =>
    channel.subscriptions.map((one): Named => {
      const { kinds, places } = setWords(one, { record, now, language });
      const { kind, id } = channel.destination;
      const t = texts(language).settings;
      const where = id === wanted ? [] : [kind === "dm" ? whereName({ kind, id }, language) : t.elsewhere];
      return { channel, one, name: [...where, `${kinds}; ${places}`].join(" · ") };
    }),
  );
}

/** The one that was picked, or the only one that is called so. A Refusal for anything else. */
export function setNamed(typed: string, channelId: string | undefined, context: Context): Named {
  const all = subscribedSets(context);
  const picked = all.find(({ one }) => one.id === typed.trim());
  if (picked !== undefined && (channelId === undefined || picked.channel.destination.id === channelId))
    return { ...picked, name: "" };
  const wanted = fold(typed).split(" ").filter(Boolean);
  const fits = named(context, channelId).filter(({ name }) => wanted.every((word) => fold(name).includes(word)));
  const [only, ...more] = fits;
  if (only !== undefined && more.length === 0 && wanted.length > 0) return only;
  throw new Refusal(texts(context.language).settings.noSet(shown(typed)));
}

const subscribedSets = (context: Context) =>
  context.subscriptions
    .list(inServer(context))
    .flatMap((channel) => channel.subscriptions.map((one) => ({ channel, one })));

/** Channels of the server whose alerts who asks may change. */
export async function elsewhere(context: Context): Promise<readonly Subscribed[]> {
  const { all, listed } = await visible(context);
  return all ? listed : listed.filter((one) => isOwned(one, context));
}
