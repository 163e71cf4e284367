// Buttons, select menus and the rows they stand in, for messages and modals. Must never know what stands around a row: layout-rules.ts does.
// Guess: a premium button is refused, as the application sells nothing and Discord knows no SKU of its.
import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from "discord-api-types/v10";
import { z } from "zod";
import { BUTTON_ID_NEEDED, distinct, listOf, snowflake, text, type FormFault } from "./errors.ts";

/** 0 counts as none. */
export const componentId = z.int().min(0).max(0x7fffffff).exactOptional();
export const customId = text(1, 100);
const emoji = z
  .strictObject({
    id: snowflake.nullable().exactOptional(),
    name: z.string().exactOptional(),
    animated: z.boolean().exactOptional(),
  })
  .refine((one) => Boolean(one.id) || /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(one.name ?? ""), {
    path: ["name"],
    params: { code: "COMPONENT_INVALID_EMOJI" },
    message: "Invalid emoji",
  })
  .transform(({ id, ...rest }) => (id ? { ...rest, id } : rest));

const plain = {
  type: z.literal(ComponentType.Button),
  id: componentId,
  label: text(0, 80).exactOptional(),
  emoji: emoji.exactOptional(),
  disabled: z.boolean().exactOptional(),
};
const clickable = <S extends ButtonStyle>(style: S) =>
  z.strictObject({ ...plain, style: z.literal(style), custom_id: text(1, 100, BUTTON_ID_NEEDED) });

export const button = z
  .discriminatedUnion("style", [
    clickable(ButtonStyle.Primary),
    clickable(ButtonStyle.Secondary),
    clickable(ButtonStyle.Success),
    clickable(ButtonStyle.Danger),
    z.strictObject({
      ...plain,
      style: z.literal(ButtonStyle.Link),
      url: z
        .string()
        .max(512)
        .refine((url) => URL.canParse(url) && /^(?:https?|discord):/u.test(url), {
          params: { code: "URL_TYPE_INVALID_SCHEME" },
          message: "Scheme must be one of (http, https, discord).",
        }),
    }),
    z.strictObject({
      type: z.literal(ComponentType.Button),
      id: componentId,
      disabled: z.boolean().exactOptional(),
      style: z.literal(ButtonStyle.Premium),
      sku_id: snowflake.refine(() => false, {
        params: { code: "NOT_PLAYED" },
        message: "This application sells nothing: premium buttons are not played by this rehearsal.",
      }),
    }),
  ])
  .refine((one) => one.style === ButtonStyle.Premium || Boolean(one.label) || one.emoji !== undefined, {
    path: ["label"],
    params: { code: "BASE_TYPE_REQUIRED" },
    message: "This field is required",
  });

const menu = {
  id: componentId,
  custom_id: customId,
  placeholder: text(0, 150).exactOptional(),
  min_values: z.int().min(0).max(25).exactOptional(),
  max_values: z.int().min(1).max(25).exactOptional(),
  disabled: z.boolean().exactOptional(),
  required: z.boolean().exactOptional(),
};

export const choiceOption = z.strictObject({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).exactOptional(),
  emoji: emoji.exactOptional(),
  default: z.boolean().exactOptional(),
});

const options = listOf(choiceOption, 1, 25).refine(
  (list) => new Set(list.map((one) => one.value)).size === list.length,
  {
    params: { code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
    message: "The specified option value is already used",
  },
);

function defaults<T extends SelectMenuDefaultValueType>(...kinds: [T, ...T[]]) {
  return z
    .array(z.strictObject({ id: snowflake, type: z.enum(kinds) }))
    .max(25)
    .exactOptional();
}

const { User, Role, Channel } = SelectMenuDefaultValueType;
/** Each kind of select menu, for messages and modals alike. */
export const selects = [
  z.strictObject({ ...menu, type: z.literal(ComponentType.StringSelect), options }),
  z.strictObject({ ...menu, type: z.literal(ComponentType.UserSelect), default_values: defaults(User) }),
  z.strictObject({ ...menu, type: z.literal(ComponentType.RoleSelect), default_values: defaults(Role) }),
  z.strictObject({ ...menu, type: z.literal(ComponentType.MentionableSelect), default_values: defaults(User, Role) }),
  z.strictObject({
    ...menu,
    type: z.literal(ComponentType.ChannelSelect),
    default_values: defaults(Channel),
    channel_types: distinct(z.enum(ChannelType)).exactOptional(),
  }),
] as const;

export const row = z
  .strictObject({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: listOf(z.discriminatedUnion("type", [button, ...selects]), 1, 5),
  })
  .refine((one) => one.components.length === 1 || one.components.every((part) => part.type === ComponentType.Button), {
    path: ["components"],
    params: { code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
    message: "The specified component exceeds the maximum width",
  });

interface MenuLike {
  type: number;
  min_values?: number;
  max_values?: number;
  options?: { default?: boolean }[];
  default_values?: unknown[] | undefined;
}

/** A menu that asks for more than it allows or offers, or begins with a choice it would not take. */
export function menuFaults(part: { type: number }, path: (string | number)[]): FormFault[] {
  if (!isMenu(part)) return [];
  const { min_values: least = 1, max_values: most = 1, options, default_values: chosen } = part;
  const fault = (key: string, message: string) => [{ path: [...path, key], code: "BASE_TYPE_BAD_LENGTH", message }];
  if (least > most) return fault("max_values", "min_values must not exceed max_values.");
  if (most > (options?.length || 25)) return fault("max_values", "max_values must not exceed the number of options.");
  const marked = options?.filter((one) => one.default === true).length ?? 0;
  if (marked > most) return fault("options", `No more than ${most} options can be selected by default.`);
  if (chosen && chosen.length > 0 && (chosen.length < least || chosen.length > most))
    return fault("default_values", `Must be between ${least} and ${most} in length.`);
  return [];
}

const MENUS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

function isMenu(part: { type: number }): part is MenuLike {
  return MENUS.includes(part.type);
}
