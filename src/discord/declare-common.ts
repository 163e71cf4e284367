// What commands and entries of Apps declare alike: who sees them, where, and their Spanish names.
import {
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import type { Command } from "../command.ts";

/** Nobody's role is known in advance: who manages the server sees `record`, and opens it to the recorders' role in Discord's own settings. */
const NEEDED = {
  "manage-channels": PermissionFlagsBits.ManageChannels,
  record: PermissionFlagsBits.ManageGuild,
} as const;

export function permissionsOf({ needs }: Command): string | null {
  return needs === undefined ? null : NEEDED[needs].toString();
}

export function placesOf({ where, needs }: Command) {
  const inGuildsOnly = where === "home" || needs !== undefined;
  return {
    contexts: inGuildsOnly
      ? [InteractionContextType.Guild]
      : [InteractionContextType.Guild, InteractionContextType.BotDM],
    /** User-installed, the bot could answer and never post: it would promise alerts that cannot come. */
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

/** Both kinds of Spanish that Discord knows. */
export function spanishMap(text: string): LocalizationMap {
  return { "es-ES": text, "es-419": text };
}
