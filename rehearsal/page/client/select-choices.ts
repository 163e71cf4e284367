// What a select menu offers and has chosen from the start, for every kind of it. Pure.
import type { APISelectMenuComponent } from "discord-api-types/v10";
import type { Snapshot } from "../../contract.ts";
import { guildChannels, roleTitle } from "./guild.ts";
import { Kind } from "./kinds.ts";

export interface Choice {
  value: string;
  label: string;
  description?: string;
  chosen: boolean;
}

function emojiBefore(name: string | undefined, label: string): string {
  return name === undefined || name === "" ? label : `${name} ${label}`;
}

/** The entries of a menu; those of users, roles and channels come from the guild. */
export function choicesOf(menu: APISelectMenuComponent, snapshot: Snapshot): Choice[] {
  if (menu.type === Kind.stringSelect) {
    return menu.options.map((option) => ({
      value: option.value,
      label: emojiBefore(option.emoji?.name, option.label),
      chosen: option.default === true,
      ...(option.description === undefined ? {} : { description: option.description }),
    }));
  }
  const preset = new Set<string>(menu.default_values?.map((entry) => entry.id));
  const entry = (id: string, label: string): Choice => ({ value: id, label, chosen: preset.has(id) });
  const users = snapshot.readers.map(({ id, name }) => entry(id, `@${name}`));
  const roles = snapshot.roles.map(({ id, name }) => entry(id, roleTitle(name)));
  if (menu.type === Kind.channelSelect) return guildChannels(snapshot).map(({ id, name }) => entry(id, `#${name}`));
  if (menu.type === Kind.userSelect) return users;
  return menu.type === Kind.roleSelect ? roles : [...users, ...roles];
}

/** How many may be chosen. Discord's own defaults are one and one. */
export function limitsOf(menu: APISelectMenuComponent): { min: number; max: number } {
  return { min: menu.min_values ?? 1, max: menu.max_values ?? 1 };
}
