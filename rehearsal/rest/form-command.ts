// What Discord accepts as an application command. Must never register one that Discord would refuse: a bot that starts here must start there.
import { ApplicationCommandType, ApplicationCommandOptionType as T, ChannelType, Locale } from "discord-api-types/v10";
import { z } from "zod";
import { distinct, isRecord, text } from "./errors.ts";

type Ctx = z.RefinementCtx;
const fault = (ctx: Ctx, path: (string | number)[], code: string, message: string) =>
  ctx.addIssue({ code: "custom", path, params: { code }, message });

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]*$/u;
const isName = (name: string) => NAME.test(name) && name === name.toLowerCase();
const slashName = text(1, 32).refine(isName, {
  params: { code: "APPLICATION_COMMAND_INVALID_NAME" },
  message: "Command name is invalid",
});
const locales = z.enum(Locale);
const localised = (inner: z.ZodType<string>) => z.partialRecord(locales, inner).nullable().exactOptional();
const description = text(1, 100);
const words = {
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
};

const choice = z.strictObject({
  name: text(1, 100),
  name_localizations: localised(text(1, 100)),
  value: z.union([text(1, 100), z.number()]),
});

const basic = z
  .strictObject({
    ...words,
    type: z.literal([T.String, T.Integer, T.Boolean, T.User, T.Channel, T.Role, T.Mentionable, T.Number, T.Attachment]),
    required: z.boolean().exactOptional(),
    choices: z.array(choice).max(25).exactOptional(),
    autocomplete: z.boolean().exactOptional(),
    min_value: z.number().exactOptional(),
    max_value: z.number().exactOptional(),
    min_length: z.int().min(0).max(6000).exactOptional(),
    max_length: z.int().min(1).max(6000).exactOptional(),
    channel_types: distinct(z.enum(ChannelType)).exactOptional(),
  })
  .superRefine((option, ctx) => {
    const counted = option.type === T.Integer || option.type === T.Number;
    const listed = counted || option.type === T.String;
    const only = (key: keyof typeof option, allowed: boolean) => {
      if (option[key] !== undefined && !allowed)
        fault(ctx, [key], "APPLICATION_COMMAND_OPTION_TYPE_INVALID", `"${key}" does not fit this type of option.`);
    };
    only("choices", listed);
    if (option.autocomplete) only("autocomplete", listed);
    only("min_value", counted);
    only("max_value", counted);
    only("min_length", option.type === T.String);
    only("max_length", option.type === T.String);
    only("channel_types", option.type === T.Channel);
    if (option.autocomplete && (option.choices?.length ?? 0) > 0)
      fault(
        ctx,
        ["autocomplete"],
        "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
        "Choices and autocomplete exclude each other.",
      );
    choicesFaults(option.choices ?? [], counted, ctx);
    rangeFaults(option, ctx);
  });

interface Ranged {
  type: T;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  choices?: { value: string | number }[];
}

/** Documented: whole numbers for an integer, within 2^53 either way, and the least not above the most. */
function rangeFaults(option: Ranged, ctx: Ctx): void {
  const { min_value: least = -Infinity, max_value: most = Infinity, min_length = 0, max_length = 6000 } = option;
  if (least > most) fault(ctx, ["max_value"], "NUMBER_TYPE_MIN", "max_value must not be less than min_value.");
  if (min_length > max_length)
    fault(ctx, ["max_length"], "NUMBER_TYPE_MIN", "max_length must not be less than min_length.");
  const numbers: [(string | number)[], unknown][] = [
    [["min_value"], option.min_value],
    [["max_value"], option.max_value],
    ...(option.choices ?? []).map(({ value }, index): [(string | number)[], unknown] => [
      ["choices", index, "value"],
      value,
    ]),
  ];
  for (const [path, value] of numbers) {
    if (typeof value !== "number") continue;
    if (Math.abs(value) > 2 ** 53) fault(ctx, path, "NUMBER_TYPE_MAX", "Value must be between -2^53 and 2^53.");
    else if (option.type === T.Integer && !Number.isInteger(value))
      fault(ctx, path, "NUMBER_TYPE_COERCE", `Value "${value}" is not int.`);
  }
}

function choicesFaults(choices: z.infer<typeof choice>[], counted: boolean, ctx: Ctx): void {
  choices.forEach((one, index) => {
    if ((typeof one.value === "number") !== counted)
      fault(
        ctx,
        ["choices", index, "value"],
        "APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE",
        "The value has the wrong type.",
      );
    if (choices.findIndex((other) => other.name === one.name) !== index)
      fault(
        ctx,
        ["choices", index, "name"],
        "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE",
        "Choice names must be unique.",
      );
  });
}

export type BasicOption = z.infer<typeof basic>;
interface Named {
  name: string;
  name_localizations?: Partial<Record<Locale, string>> | null;
}

/** Between siblings: no name twice, in no language, and what is required comes first. */
function siblings(options: (Named & { required?: boolean })[], ctx: Ctx, code: string): void {
  options.forEach((option, index) => {
    const before = options.slice(0, index);
    if (before.some((other) => sharesName(other, option))) fault(ctx, [index, "name"], code, "Names must be unique.");
    if (option.required && before.some((other) => !other.required))
      fault(
        ctx,
        [index],
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
  });
}

function sharesName(one: Named, other: Named): boolean {
  if (one.name === other.name) return true;
  return Object.values(Locale).some((locale) => {
    const name = one.name_localizations?.[locale];
    return name !== undefined && name === other.name_localizations?.[locale];
  });
}

const OPTION_TWICE = "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS";
const list = <O extends z.ZodType<Named & { required?: boolean }>>(option: O) =>
  z
    .array(option)
    .max(25)
    .superRefine((options, ctx) => siblings(options, ctx, OPTION_TWICE));

const subcommand = z.strictObject({
  ...words,
  type: z.literal(T.Subcommand),
  options: list(basic).exactOptional(),
});
const group = z.strictObject({
  ...words,
  type: z.literal(T.SubcommandGroup),
  options: list(subcommand).exactOptional(),
});
export type CommandOption = BasicOption | z.infer<typeof subcommand> | z.infer<typeof group>;

const optionList = list(z.discriminatedUnion("type", [basic, subcommand, group])).superRefine((options, ctx) => {
  const nested = options.filter((one) => one.type === T.Subcommand || one.type === T.SubcommandGroup).length;
  if (nested > 0 && nested < options.length)
    fault(
      ctx,
      [],
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    );
});

const common = {
  name_localizations: localised(text(1, 32)),
  default_member_permissions: z.string().regex(/^\d+$/u).nullable().exactOptional(),
  dm_permission: z.boolean().nullable().exactOptional(),
  default_permission: z.boolean().exactOptional(),
  nsfw: z.boolean().exactOptional(),
  contexts: distinct(z.literal([0, 1, 2]))
    .min(1)
    .nullable()
    .exactOptional(),
  integration_types: distinct(z.literal([0, 1]))
    .min(1)
    .exactOptional(),
};
const chatInput = z
  .strictObject({
    ...common,
    ...words,
    type: z.literal(ApplicationCommandType.ChatInput),
    options: optionList.exactOptional(),
  })
  .superRefine((command, ctx) => {
    if (size(command) > 8000) fault(ctx, [], "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
  });
const contextMenu = z.strictObject({
  ...common,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: text(1, 32),
  description: z.literal("").exactOptional(),
  description_localizations: z.null().exactOptional(),
  options: z.array(z.never()).max(0).exactOptional(),
});

/** Names, descriptions and choice values; of a text in several languages only the longest counts. */
function size(part: { name?: string; options?: unknown; choices?: unknown; [key: string]: unknown }): number {
  const longest = (key: string) => {
    const texts = [part[key], ...Object.values(part[`${key}_localizations`] ?? {})];
    return Math.max(...texts.map((one) => (typeof one === "string" ? one.length : 0)));
  };
  const inner = [part.options, part.choices].flatMap((many) => (Array.isArray(many) ? many : []));
  const value = typeof part["value"] === "string" ? part["value"].length : 0;
  return longest("name") + longest("description") + value + inner.reduce<number>((sum, one) => sum + size(one), 0);
}

/** A command without a type is a slash command. */
const command = z.preprocess(
  (value) =>
    isRecord(value) && value["type"] === undefined ? { ...value, type: ApplicationCommandType.ChatInput } : value,
  z.discriminatedUnion("type", [chatInput, contextMenu]),
);

export const commandList = z.array(command).superRefine((commands, ctx) => {
  for (const type of [ApplicationCommandType.ChatInput, ApplicationCommandType.User, ApplicationCommandType.Message]) {
    commands.forEach((one, index) => {
      const before = commands.slice(0, index).filter((other) => other.type === type);
      if (one.type === type && before.some((other) => sharesName(other, one)))
        fault(ctx, [index], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    });
  }
});

export type CommandInput = z.infer<typeof commandList>[number];
