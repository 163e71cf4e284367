// A reader types a slash command, asks for suggestions, or uses an app on a message or a person. Must never wait for anything but the bot.
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteractionData,
  APIMessageApplicationCommandInteractionData,
  APIUserApplicationCommandInteractionData,
} from "discord-api-types/v10";
import { ApplicationCommandOptionType as T, ApplicationCommandType, InteractionType as I } from "discord-api-types/v10";
import type { CommandView, Outcome, Reader, TypedCommand } from "../contract.ts";
import type { Stage } from "../stage.ts";
import type { WorldChannel } from "../world/channels.ts";
import { visible } from "./allowed.ts";
import { appless, channelOf, envelope, metadata, readerOf, seenBy } from "./envelope.ts";
import { answersTo, commandView } from "./localise.ts";
import { Refused } from "./refused.ts";
import { Resolving } from "./resolved.ts";
import { send } from "./send.ts";
import { asText, findPath, readOptions, type DataOption, type Path } from "./typed.ts";
import { visibleMessage } from "./components.ts";

export interface AskedSuggestions extends TypedCommand {
  /** The option being typed, under either name, and what stands there so far. */
  focused: string;
  value: string;
}

/** Commands of every kind that a reader finds, in the first channel they see when none is named; none where no app can be used. */
export function commandsFor(stage: Stage, readerId: string, channelId?: string): CommandView[] {
  const reader = readerOf(stage, readerId);
  const first = () => [...stage.world.channels.keys()].find((id) => stage.world.sees(reader.id, id));
  const channel = seenBy(stage, reader, channelId ?? first() ?? "");
  if (appless(stage, channel) !== undefined) return [];
  return visible(stage, reader, channel).map((one) => commandView(one, reader));
}

export async function type(stage: Stage, typed: TypedCommand): Promise<Outcome> {
  const { reader, channel, path } = placed(stage, typed);
  const resolving = new Resolving(stage, reader.id, channel);
  const options = nest(path, readOptions(path, typed.options, reader, resolving));
  const pending = stage.interactions.open({
    type: I.ApplicationCommand,
    readerId: reader.id,
    channelId: channel.id,
    text: asText(path, typed.options, reader, stage),
    metadata: metadata(stage, I.ApplicationCommand, reader, channel),
  });
  const { id, name } = path.command;
  const data: APIChatInputApplicationCommandInteractionData = {
    id,
    name,
    type: ApplicationCommandType.ChatInput,
    ...scopeOf(path),
    ...(options.length > 0 ? { options } : {}),
    ...(resolving.isEmpty ? {} : { resolved: resolving.found }),
  };
  return send(stage, pending, {
    ...envelope(stage, pending, reader, channel),
    type: I.ApplicationCommand,
    data,
  });
}

export async function autocomplete(stage: Stage, asked: AskedSuggestions): Promise<Outcome> {
  const { reader, channel, path } = placed(stage, asked);
  const focused = path.options.find((one) => answersTo(one, asked.focused, reader));
  if (!focused?.autocomplete) throw new Refused(`"${asked.focused}" offers no suggestions.`);
  const others = Object.entries(asked.options).filter(([name]) => !answersTo(focused, name, reader));
  const given = readable(path, Object.fromEntries(others), reader, new Resolving(stage, reader.id, channel));
  const { name, type: optionType } = focused;
  const pending = stage.interactions.open({
    type: I.ApplicationCommandAutocomplete,
    readerId: reader.id,
    channelId: channel.id,
    focusedType: optionType,
    metadata: metadata(stage, I.ApplicationCommand, reader, channel),
  });
  if (optionType !== T.String && optionType !== T.Integer && optionType !== T.Number)
    throw new Refused(`"${asked.focused}" offers no suggestions.`);
  const options = nest(path, [...given, { name, type: optionType, value: asked.value, focused: true }]);
  const data: APIApplicationCommandAutocompleteInteraction["data"] = {
    id: path.command.id,
    name: path.command.name,
    type: ApplicationCommandType.ChatInput,
    ...scopeOf(path),
    options,
  };
  return send(stage, pending, {
    ...envelope(stage, pending, reader, channel),
    type: I.ApplicationCommandAutocomplete,
    data,
  });
}

/** Apps -> a command on a message. */
export async function useOnMessage(
  stage: Stage,
  use: { readerId: string; messageId: string; name: string },
): Promise<Outcome> {
  const reader = readerOf(stage, use.readerId);
  const { message, ephemeralFor } = visibleMessage(stage, reader, use.messageId);
  // Discord's client offers no apps there: nobody else has the message.
  if (ephemeralFor !== undefined) throw new Refused("Apps cannot be used on a message that only you can see.");
  const channel = channelOf(stage, reader, message.channel_id);
  const resolved = { messages: { [message.id]: message } };
  return useOn(stage, reader, channel, use.name, {
    type: ApplicationCommandType.Message,
    target_id: message.id,
    resolved,
  });
}

/** Apps -> a command on a person. */
export async function useOnUser(
  stage: Stage,
  use: { readerId: string; channelId: string; userId: string; name: string },
): Promise<Outcome> {
  const reader = readerOf(stage, use.readerId);
  const channel = channelOf(stage, reader, use.channelId);
  const resolving = new Resolving(stage, reader.id, channel);
  resolving.user(use.userId);
  const { users = {}, members = {} } = resolving.found;
  return useOn(stage, reader, channel, use.name, {
    type: ApplicationCommandType.User,
    target_id: use.userId,
    resolved: { users, members },
  });
}

type About<D extends { type: unknown; target_id: unknown; resolved: unknown }> = Pick<
  D,
  "type" | "target_id" | "resolved"
>;

function useOn(
  stage: Stage,
  reader: Reader,
  channel: WorldChannel,
  called: string,
  about: About<APIMessageApplicationCommandInteractionData> | About<APIUserApplicationCommandInteractionData>,
): Promise<Outcome> {
  const { type, target_id: targetId } = about;
  const command = visible(stage, reader, channel).find((one) => one.type === type && answersTo(one, called, reader));
  const what = type === ApplicationCommandType.Message ? "messages" : "people";
  if (!command) throw new Refused(`There is no app "${called}" for ${reader.name} on ${what} here.`);
  const target = type === ApplicationCommandType.Message ? { targetMessageId: targetId } : { targetUserId: targetId };
  const pending = stage.interactions.open({
    type: I.ApplicationCommand,
    readerId: reader.id,
    channelId: channel.id,
    text: called,
    metadata: metadata(stage, I.ApplicationCommand, reader, channel, target),
  });
  const { id, name, guild_id } = command;
  const scope = guild_id === undefined ? {} : { guild_id };
  const data: APIMessageApplicationCommandInteractionData | APIUserApplicationCommandInteractionData = {
    id,
    name,
    ...scope,
    ...about,
  };
  return send(stage, pending, { ...envelope(stage, pending, reader, channel), type: I.ApplicationCommand, data });
}

function placed(stage: Stage, typed: TypedCommand) {
  const reader: Reader = readerOf(stage, typed.readerId);
  const channel = channelOf(stage, reader, typed.channelId);
  const path = findPath(visible(stage, reader, channel), reader, typed.name, typed.subcommand);
  return { reader, channel, path };
}

/** A value still being typed may be anything; what does not fit yet is left out, as Discord's client leaves it out. */
function readable(path: Path, typed: TypedCommand["options"], reader: Reader, resolving: Resolving): DataOption[] {
  const loose = { ...path, options: path.options.map((one) => ({ ...one, required: false })) };
  return Object.entries(typed).flatMap(([name, value]) => {
    try {
      return readOptions(loose, { [name]: value }, reader, resolving);
    } catch (fault) {
      if (fault instanceof Refused) return [];
      throw fault;
    }
  });
}

type Sub<O> = { name: string; type: T.Subcommand; options: O[] };
type Group<O> = { name: string; type: T.SubcommandGroup; options: Sub<O>[] };

/** Puts the options below the subcommand and the group they belong to. */
function nest<O>({ steps: [outer, inner] }: Path, options: O[]): (O | Sub<O> | Group<O>)[] {
  if (!outer) return options;
  if (!inner) return [{ name: outer.name, type: T.Subcommand, options }];
  const below = [{ name: inner.name, type: T.Subcommand as const, options }];
  return [{ name: outer.name, type: T.SubcommandGroup, options: below }];
}

const scopeOf = (path: Path) => (path.command.guild_id === undefined ? {} : { guild_id: path.command.guild_id });
