// A reader types a slash command, asks for suggestions, or uses an app on a message or a person. Must never wait for anything but the bot.
import { ApplicationCommandType, InteractionType as I } from "discord-api-types/v10";
import type { CommandView, Outcome, Reader, TypedCommand } from "../contract.ts";
import type { Stage } from "../stage.ts";
import type { WorldChannel } from "../world/channels.ts";
import { visible } from "./allowed.ts";
import { channelOf, envelope, metadata, readerOf } from "./envelope.ts";
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

/** Commands of every kind that a reader finds, in the first channel they see when none is named. */
export function commandsFor(stage: Stage, readerId: string, channelId?: string): CommandView[] {
  const reader = readerOf(stage, readerId);
  const first = () => [...stage.world.channels.keys()].find((id) => stage.world.sees(reader.id, id));
  const channel = channelOf(stage, reader, channelId ?? first() ?? "");
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
    text: asText(typed.name, typed.subcommand, typed.options, stage),
    metadata: metadata(stage, I.ApplicationCommand, reader, channel),
  });
  const { id, name } = path.command;
  const data = {
    id,
    name,
    type: ApplicationCommandType.ChatInput,
    ...scopeOf(path),
    ...(options.length > 0 ? { options } : {}),
  };
  const resolved = resolving.isEmpty ? {} : { resolved: resolving.found };
  return send(stage, pending, {
    ...envelope(stage, pending, reader, channel),
    type: I.ApplicationCommand,
    data: { ...data, ...resolved },
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
  const options = nest(path, [...given, { name, type: optionType, value: asked.value, focused: true }]);
  const data = {
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
  return useOn(stage, reader, channel, use.name, ApplicationCommandType.Message, message.id, resolved);
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
  return useOn(stage, reader, channel, use.name, ApplicationCommandType.User, use.userId, resolving.found);
}

function useOn(
  stage: Stage,
  reader: Reader,
  channel: WorldChannel,
  called: string,
  type: ApplicationCommandType.Message | ApplicationCommandType.User,
  targetId: string,
  resolved: object,
): Promise<Outcome> {
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
  const data = { id, name, type, ...scope, target_id: targetId, resolved };
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

/** Puts the options below the subcommand and the group they belong to. */
function nest<O>(path: Path, options: O[]): (O | Nested<O>)[] {
  return path.steps.toReversed().reduce<(O | Nested<O>)[]>((inner, step) => [{ ...step, options: inner }], options);
}

interface Nested<O> {
  name: string;
  type: number;
  options: (O | Nested<O>)[];
}

const scopeOf = (path: Path) => (path.command.guild_id === undefined ? {} : { guild_id: path.command.guild_id });
