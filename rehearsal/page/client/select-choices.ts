// What a select menu offers and has chosen from the start, for every kind of it. Pure.
import type { APISelectMenuComponent } from "discord-api-types/v10";
import type { Channel, Snapshot } from "../../contract.ts";
import { guildChannels, roleTitle } from "./guild.ts";
import { channelTypes, Kind } from "./kinds.ts";

export interface Choice {
  value: string;
  label: string;
  description?: string;
  chosen: boolean;
}

/** A custom emoji's picture lies outside; its name stands for it. */
function emojiBefore(emoji: { id?: string | null; name?: string | null } | undefined, label: string): string {
  const name = emoji?.name ?? "";
  if (name === "") return label;
  return typeof emoji?.id === "string" && emoji.id !== "" ? `:${name}: ${label}` : `${name} ${label}`;
}

const fits = (channel: Channel, wanted: readonly number[] | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || channelTypes[channel.kind].some((type) => wanted.includes(type));

/** The entries of a menu; those of users, roles and channels come from the guild it stands in, or from all where that is not known. */
export function choicesOf(menu: APISelectMenuComponent, snapshot: Snapshot, guildId = ""): Choice[] {
  if (menu.type === Kind.stringSelect) {
    return menu.options.map((option) => ({
      value: option.value,
      label: emojiBefore(option.emoji, option.label),
      chosen: option.default === true,
      ...(option.description === undefined ? {} : { description: option.description }),
    }));
  }
  const preset = new Set<string>(menu.default_values?.map((entry) => entry.id));
  const entry = (id: string, label: string): Choice => ({ value: id, label, chosen: preset.has(id) });
  const here = (id: string): boolean => guildId === "" || id === guildId;
  if (menu.type === Kind.channelSelect) {
    return guildChannels(snapshot)
      .filter((channel) => here(channel.guildId) && fits(channel, menu.channel_types))
      .map(({ id, name }) => entry(id, `#${name}`));
  }
  const users = snapshot.readers
    .filter((reader) => guildId === "" || reader.guilds.includes(guildId))
    .map(({ id, name }) => entry(id, `@${name}`));
  const roles = snapshot.roles.filter((role) => here(role.guildId)).map(({ id, name }) => entry(id, roleTitle(name)));
  if (menu.type === Kind.userSelect) return users;
  return menu.type === Kind.roleSelect ? roles : [...users, ...roles];
}

/** How many may be chosen. Discord's own defaults are one and one. */
export function limitsOf(menu: APISelectMenuComponent): { min: number; max: number } {
  return { min: menu.min_values ?? 1, max: menu.max_values ?? 1 };
}
