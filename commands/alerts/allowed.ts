// Who may see and change how a server's channels are alerted. Asked anew at every button.
import { type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";

/** The server asked in; a refusal for who may not, and in a direct message. */
export function allowed({ guildId, user, language }: Context): string {
  const t = texts(language).alerts;
  if (guildId === undefined) throw new Refusal(t.onlyServer);
  if (!user.manageChannels && !user.manageGuild) throw new Refusal(t.mayNot);
  return guildId;
}
