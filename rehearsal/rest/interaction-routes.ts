// The first answer to an interaction. Must never accept one that comes late, comes twice, or does not fit what was asked.
import type { APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import {
  ApplicationCommandOptionType,
  InteractionResponseType as R,
  InteractionType as I,
  Locale,
  MessageFlags,
} from "discord-api-types/v10";
import { z } from "zod";
import type { ShownMessage } from "../contract.ts";
import { isLoading, messageOutcome, postAnswer, editAnswer, updateOutcome } from "../play/answers.ts";
import type { Pending } from "../play/interactions.ts";
import type { Stage } from "../stage.ts";
import { DiscordRefusal, invalidForm, parseForm, refusal, text } from "./errors.ts";
import { noContent, ok, type Call, type RestAnswer, type Route } from "./exchange.ts";
import { answerMessage, editedAnswer } from "./form-message.ts";
import { modal } from "./form-modal.ts";

const envelope = z.strictObject({ type: z.int(), data: z.unknown().optional() });
const deferred = z.strictObject({ flags: z.literal([0, MessageFlags.Ephemeral]).exactOptional() }).optional();

/** Which kinds of answer fit which kind of interaction. */
function fitting(pending: Pending): number[] {
  if (pending.type === I.ApplicationCommandAutocomplete) return [R.ApplicationCommandAutocompleteResult];
  const words = [R.ChannelMessageWithSource, R.DeferredChannelMessageWithSource];
  const update = pending.sourceId === undefined ? [] : [R.DeferredMessageUpdate, R.UpdateMessage];
  return [...words, ...update, ...(pending.type === I.ModalSubmit ? [] : [R.Modal])];
}

function answer(call: Call): RestAnswer {
  const pending = call.stage.interactions.byToken(call.part("token"));
  if (!pending || pending.id !== call.part("interaction")) throw refusal("unknownInteraction");
  if (pending.answered !== undefined) throw refusal("alreadyAnswered");
  if (call.stage.interactions.isLate(pending)) throw refusal("unknownInteraction");
  try {
    const resource = take(call, pending);
    if (call.request.query.get("with_response") !== "true") return noContent;
    return ok(described(pending, resource));
  } catch (fault) {
    if (fault instanceof DiscordRefusal) pending.refused.push(`An answer was refused: ${JSON.stringify(fault.body)}`);
    throw fault;
  }
}

/** Carries the answer out; returns the message it made or changed. */
function take(call: Call, pending: Pending): ShownMessage | undefined {
  const { type, data } = parseForm(envelope, call.request.body);
  const allowed = fitting(pending);
  if (!allowed.includes(type))
    throw invalidForm([
      { path: ["type"], code: "BASE_TYPE_CHOICES", message: `Value must be one of (${allowed.join(", ")}).` },
    ]);
  const shown = ANSWERS.get(type)?.(call, pending, data);
  pending.answered = type;
  return shown;
}

type Taker = (call: Call, pending: Pending, data: unknown) => ShownMessage | undefined;

const ANSWERS = new Map<number, Taker>([
  [
    R.ChannelMessageWithSource,
    ({ stage, request }, pending, data) => {
      const input = parseForm(inData(answerMessage), { data }).data;
      const shown = postAnswer(stage, pending, input.flags ?? 0, { input, files: request.files });
      pending.originalId = shown.message.id;
      pending.settle(messageOutcome(shown, false));
      return shown;
    },
  ],
  [
    R.DeferredChannelMessageWithSource,
    ({ stage }, pending, data) => {
      const shown = postAnswer(stage, pending, parseForm(deferred, data)?.flags ?? 0);
      pending.originalId = shown.message.id;
      stage.interactions.waitForEdit(pending, () => ({
        kind: "failed",
        why: isLoading(shown.message) ? "The answer was deferred and never came." : "The answer was taken back.",
      }));
      return shown;
    },
  ],
  [
    R.DeferredMessageUpdate,
    ({ stage }, pending) => {
      const source = sourceOf(stage, pending);
      stage.interactions.waitForEdit(pending, () => updateOutcome(source));
      return undefined;
    },
  ],
  [
    R.UpdateMessage,
    ({ stage, request }, pending, data) => {
      const source = sourceOf(stage, pending);
      const input = data === undefined ? {} : parseForm(inData(editedAnswer), { data }).data;
      editAnswer(stage, source, input, request.files);
      pending.settle(updateOutcome(source));
      return source;
    },
  ],
  [
    R.ApplicationCommandAutocompleteResult,
    (_call, pending, data) => {
      pending.settle({ kind: "choices", choices: choicesOf(pending, data) });
      return undefined;
    },
  ],
  [
    R.Modal,
    ({ stage }, pending, data) => {
      const shown = parseForm(inData(modal), { data }).data;
      pending.modal = shown;
      stage.bus.emit({ type: "modal", readerId: pending.readerId, interactionId: pending.id, modal: shown });
      pending.settle({ kind: "modal", interactionId: pending.id, modal: shown });
      return undefined;
    },
  ],
]);

/** The message the button or modal belongs to; `@original` is that message then. */
function sourceOf(stage: Stage, pending: Pending): ShownMessage {
  const source = stage.book.find(pending.sourceId ?? "");
  if (!source) throw refusal("unknownMessage");
  pending.originalId = source.message.id;
  pending.messageIds.push(source.message.id);
  return source;
}

/** Faults of an answer are named below `data`, as Discord names them. */
function inData<T extends z.ZodType>(schema: T) {
  return z.strictObject({ data: schema });
}

/** Documented: what is offered has the option's own type; numbers stay within 2^53 either way. */
const BIGGEST = 2 ** 53;
const VALUES = new Map<number | undefined, z.ZodType<string | number>>([
  [ApplicationCommandOptionType.String, text(1, 100)],
  [ApplicationCommandOptionType.Integer, z.int()],
]);

function choicesOf(pending: Pending, data: unknown): APIApplicationCommandOptionChoice[] {
  const value = VALUES.get(pending.focusedType) ?? z.number().min(-BIGGEST).max(BIGGEST);
  const localised = z.partialRecord(z.enum(Locale), text(1, 100)).nullable().exactOptional();
  const choice = z.strictObject({ name: text(1, 100), name_localizations: localised, value });
  return parseForm(inData(z.strictObject({ choices: z.array(choice).max(25) })), { data }).data.choices;
}

function described(pending: Pending, shown: ShownMessage | undefined): object {
  const made = shown ? { response_message_id: shown.message.id } : {};
  const isMessage = pending.answered === R.ChannelMessageWithSource || pending.answered === R.UpdateMessage;
  return {
    interaction: {
      id: pending.id,
      type: pending.type,
      ...made,
      response_message_loading: shown ? isLoading(shown.message) : false,
      response_message_ephemeral: shown?.ephemeralFor !== undefined,
    },
    resource: { type: pending.answered, ...(shown && isMessage ? { message: shown.message } : {}) },
  };
}

export const interactionRoutes: Route[] = [
  { method: "POST", pattern: "/interactions/:interaction/:token/callback", open: true, run: answer },
];
