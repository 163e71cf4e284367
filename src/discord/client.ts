// The bot on Discord as the app sees it: logged in, its commands registered, every interaction answered. Puts the parts together, does nothing itself.
import type { Changed, GuildHere, GuildNamed, TokenRefused, NotConnected } from "./gateway.ts";
import { login, type Gateway as LoggedIn } from "./gateway.ts";
import { declareAll, register, type Registered } from "./register.ts";
import { router, type RouterOptions } from "./router.ts";

export { NotConnected, TokenRefused } from "./gateway.ts";

export interface ConnectOptions extends RouterOptions {
  token: string;
  /** Without /v10; absent: Discord's own. */
  apiUrl?: string | undefined;
  /** Servers of the team, where home commands are registered. */
  homeGuilds: readonly string[];
  /** Discord ended the connection for good while the bot was running. */
  lost: (fault: TokenRefused | NotConnected) => void;
  /** A channel, thread or server that the bot was in is no more. */
  gone?: (what: { channelId: string; name?: string | undefined } | { guildId: string }) => void;
  /** A server that the bot is in came into reach. */
  here?: (guild: GuildHere) => void;
  /** What a server is called: said at each connection, and when it changes. */
  named?: (guild: GuildNamed) => void;
  /** What the bot may do there may be otherwise now. */
  changed?: (what: Changed) => void;
}

export interface Gateway extends LoggedIn {
  /** What became of the registration, which nothing waits for. Never rejects. */
  registered: Promise<readonly Registered[]>;
}

/** Throws TokenRefused or NotConnected, and at once on a command that Discord would refuse or a name that leads to two places. */
export async function connect(options: ConnectOptions): Promise<Gateway> {
  const { token, apiUrl, log, commands, homeGuilds, lost, gone, here, named, changed } = options;
  const interaction = router(options);
  const declared = declareAll(commands);
  const heard = {
    interaction,
    lost,
    channelGone: (channelId: string, name?: string) => gone?.({ channelId, name }),
    guildGone: (guildId: string) => gone?.({ guildId }),
    guildHere: (guild: GuildHere) => here?.(guild),
    guildNamed: (guild: GuildNamed) => named?.(guild),
    changed: (what: Changed) => changed?.(what),
  };
  const gateway = await login({ token, apiUrl, log, heard });
  const registered = register({ token, apiUrl, log, declared, homeGuilds, applicationId: gateway.applicationId });
  return { ...gateway, registered };
}
