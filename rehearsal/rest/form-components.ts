// Rows of buttons and select menus in a message, and the rules between them. Must never let a second component take a custom_id.
import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from "discord-api-types/v10";
import { z } from "zod";
import { snowflake, text } from "./errors.ts";

const customId = text(1, 100);
const emoji = z
  .strictObject({
    id: snowflake.nullable().exactOptional(),
    name: z.string().exactOptional(),
    animated: z.boolean().exactOptional(),
  })
  .refine((one) => Boolean(one.id) || /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(one.name ?? ""), {
    params: { code: "COMPONENT_INVALID_EMOJI" },
    message: "Invalid emoji",
  })
  .transform(({ id, ...rest }) => (id ? { ...rest, id } : rest));

const plain = {
  type: z.literal(ComponentType.Button),
  id: z.int().exactOptional(),
  label: text(0, 80).exactOptional(),
  emoji: emoji.exactOptional(),
  disabled: z.boolean().exactOptional(),
};
const clickable = <S extends ButtonStyle>(style: S) =>
  z.strictObject({ ...plain, style: z.literal(style), custom_id: customId });

const button = z
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
  ])
  .refine((one) => Boolean(one.label) || one.emoji !== undefined, {
    path: ["label"],
    params: { code: "BASE_TYPE_REQUIRED" },
    message: "This field is required",
  });

const menu = {
  id: z.int().exactOptional(),
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

const options = z
  .array(choiceOption)
  .min(1)
  .max(25)
  .refine((list) => new Set(list.map((one) => one.value)).size === list.length, {
    params: { code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
    message: "The specified option value is already used",
  });

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
    channel_types: z.array(z.enum(ChannelType)).exactOptional(),
  }),
] as const;

const row = z
  .strictObject({
    type: z.literal(ComponentType.ActionRow),
    id: z.int().exactOptional(),
    components: z
      .array(z.discriminatedUnion("type", [button, ...selects]))
      .min(1)
      .max(5),
  })
  .refine((one) => one.components.length === 1 || one.components.every((part) => part.type === ComponentType.Button), {
    path: ["components"],
    params: { code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
    message: "The specified component exceeds the maximum width",
  });

export const rows = z
  .array(z.discriminatedUnion("type", [row]))
  .max(5)
  .superRefine((list, ctx) => {
    const seen = new Set<string>();
    list.forEach((one, r) =>
      one.components.forEach((part, c) => {
        const at = [r, "components", c];
        if ("min_values" in part || "max_values" in part || "options" in part) menuFault(part, at, ctx);
        if (!("custom_id" in part)) return;
        if (seen.has(part.custom_id)) duplicated([...at, "custom_id"], ctx);
        seen.add(part.custom_id);
      }),
    );
  });

export function duplicated(path: (string | number)[], ctx: z.RefinementCtx): void {
  ctx.addIssue({
    code: "custom",
    path,
    params: { code: "COMPONENT_CUSTOM_ID_DUPLICATED" },
    message: "Component custom id cannot be duplicated",
  });
}

interface MenuLimits {
  min_values?: number;
  max_values?: number;
  options?: unknown[];
}

/** A menu that asks for more than it allows or offers. */
export function menuFault(part: MenuLimits, path: (string | number)[], ctx: z.RefinementCtx): void {
  const least = part.min_values ?? 1;
  const most = part.max_values ?? 1;
  const offered = part.options?.length || 25;
  if (least <= most && most <= offered) return;
  const message =
    least > most ? "min_values must not exceed max_values." : "max_values must not exceed the number of options.";
  ctx.addIssue({ code: "custom", path: [...path, "max_values"], params: { code: "BASE_TYPE_BAD_LENGTH" }, message });
}
