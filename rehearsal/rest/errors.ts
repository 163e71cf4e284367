// Discord's refusals with their real codes and bodies. Must never invent a code for something Discord has a code for.
import { z } from "zod";

export class DiscordRefusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.body = { message, code, ...(errors ? { errors } : {}) };
  }
}

const KNOWN = {
  blocked: [403, 40333, "internal network error"],
  wrongVersion: [400, 50041, "Invalid API version provided"],
  tooManyFiles: [400, 30015, "Maximum number of attachments in a message reached (10)"],
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  methodNotAllowed: [405, 0, "405: Method Not Allowed"],
  unknownChannel: [404, 10003, "Unknown Channel"],
  unknownGuild: [404, 10004, "Unknown Guild"],
  unknownMember: [404, 10007, "Unknown Member"],
  unknownMessage: [404, 10008, "Unknown Message"],
  unknownUser: [404, 10013, "Unknown User"],
  unknownWebhook: [404, 10015, "Unknown Webhook"],
  unknownInteraction: [404, 10062, "Unknown interaction"],
  unknownCommand: [404, 10063, "Unknown application command"],
  unknownCommandPermissions: [404, 10066, "Unknown application command permissions"],
  unknownEvent: [404, 10070, "Unknown Guild Scheduled Event"],
  wrongApplication: [403, 20012, "You are not authorized to perform this action on this application"],
  tooManyPins: [400, 30003, "Maximum number of pins reached for the channel (250)"],
  tooManyCommands: [400, 30032, "Maximum number of application commands reached (100)."],
  tooManyNewCommands: [400, 30034, "Max number of daily application command creates has been reached (200)"],
  tooManyEvents: [400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)"],
  tooLarge: [413, 40005, "Request entity too large"],
  alreadyCrossposted: [400, 40033, "This message has already been crossposted"],
  commandNameTaken: [400, 40041, "An application command with that name already exists"],
  noMessagesInForum: [400, 40058, "Cannot send messages in a forum channel"],
  alreadyAnswered: [400, 40060, "Interaction has already been acknowledged."],
  tagForModerators: [403, 40066, "There are no tags available that can be set by non-moderators"],
  missingAccess: [403, 50001, "Missing Access"],
  notInDm: [400, 50003, "Cannot execute action on a DM channel"],
  notYours: [403, 50005, "Cannot edit a message authored by another user"],
  emptyMessage: [400, 50006, "Cannot send an empty message"],
  closedToDms: [403, 50007, "Cannot send messages to this user"],
  missingPermissions: [403, 50013, "Missing Permissions"],
  tooManyToDelete: [
    400,
    50016,
    "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.",
  ],
  systemMessage: [403, 50021, "Cannot execute action on a system message"],
  wrongChannelType: [400, 50024, "Cannot execute action on this channel type"],
  invalidWebhookToken: [401, 50027, "Invalid Webhook Token"],
  invalidRecipient: [400, 50033, "Invalid Recipient(s)"],
  tooOldToDelete: [400, 50034, "You can only bulk delete messages that are under 14 days old."],
  wrongMessageType: [400, 50068, "Invalid message type"],
  archivedThread: [400, 50083, "Thread is archived"],
  invalidJson: [400, 50109, "The request body contains invalid JSON."],
  noMutualGuild: [403, 50278, "Cannot send messages to this user due to having no mutual guilds"],
  noHistoryNoReply: [400, 160002, "Cannot reply without permission to read message history"],
  hasThread: [400, 160004, "A thread has already been created for this message"],
  lockedThread: [403, 160005, "Thread is locked"],
  finishedEvent: [400, 180000, "Cannot update a finished event"],
} satisfies Record<string, [number, number, string]>;

export type RefusalName = keyof typeof KNOWN;

export function refusal(name: RefusalName): DiscordRefusal {
  const [status, code, message] = KNOWN[name];
  return new DiscordRefusal(status, code, message);
}

export function asAnswer(fault: DiscordRefusal): { status: number; body: unknown } {
  return { status: fault.status, body: fault.body };
}

export interface FormFault {
  path: readonly PropertyKey[];
  code: string;
  message: string;
}

/** 50035 with the faults nested by path, as Discord nests them. */
export function invalidForm(faults: FormFault[]): DiscordRefusal {
  const tree = branchOf();
  for (const fault of faults) plant(tree, fault.path.map(String), { code: fault.code, message: fault.message });
  return new DiscordRefusal(400, 50035, "Invalid Form Body", tree);
}

/** Without a prototype: the keys are what a stranger wrote, and may be called "__proto__". */
function branchOf(): Record<string, unknown> {
  const branch: Record<string, unknown> = Object.create(null);
  return branch;
}

function plant(tree: Record<string, unknown>, path: string[], leaf: { code: string; message: string }): void {
  const [head, ...rest] = path;
  // A key that a stranger calls "_errors" cannot have a branch of its own: its fault is told of what holds it.
  if (head === undefined || head === "_errors") {
    const known = Array.isArray(tree["_errors"]) ? tree["_errors"] : [];
    tree["_errors"] = [...known, leaf];
    return;
  }
  const branch = tree[head];
  const next: Record<string, unknown> = isRecord(branch) ? branch : branchOf();
  tree[head] = next;
  plant(next, rest, leaf);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses a body or throws the 50035 that tells every fault. */
export function parseForm<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw invalidForm(read.error.issues.flatMap(faultsOf));
}

/** Discord has a code of its own for a button that could not be told from another: a schema says this when it is missing. */
export const BUTTON_ID_NEEDED = "A custom id is required";

function faultsOf(issue: z.core.$ZodIssue): FormFault[] {
  const fault = (code: string, message: string): FormFault[] => [{ path: issue.path, code, message }];
  if (issue.code === "custom") return fault(textOr(issue.params?.["code"], "INVALID"), issue.message);
  if (issue.code === "invalid_type" && issue.input === undefined)
    return issue.message === BUTTON_ID_NEEDED
      ? fault("BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", issue.message)
      : fault("BASE_TYPE_REQUIRED", "This field is required");
  if (issue.code === "too_big" || issue.code === "too_small") return fault(...sizeFault(issue));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      code: "UNKNOWN_FIELD",
      message: `Discord knows no field "${key}" here; this rehearsal refuses what Discord would ignore.`,
    }));
  if (issue.code === "invalid_value")
    return fault("BASE_TYPE_CHOICES", `Value must be one of (${issue.values.map(String).join(", ")}).`);
  if (issue.code === "invalid_union") return [unionFault(issue)];
  if (issue.code === "invalid_type") return fault(...typeFault(issue.expected, issue.input));
  if (issue.code === "invalid_format" && issue.format === "datetime")
    return fault("DATE_TIME_TYPE_PARSE", `Could not parse ${String(issue.input)}. Should be ISO8601.`);
  return fault("BASE_TYPE_INVALID", issue.message);
}

/** Discord's words for a value of the wrong type, as its libraries' users quote them [C]. */
function typeFault(expected: string, input: unknown): [string, string] {
  // Lists and objects are not written out: a body nested deep enough could not be.
  const shown = typeof input === "object" && input !== null ? "object" : String(input);
  if (expected === "object") return ["MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"];
  if (expected === "array") return ["LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"];
  if (expected === "string") return ["STRING_TYPE_CONVERT", `Could not interpret "${shown}" as string.`];
  if (expected === "boolean") return ["BOOLEAN_TYPE_CONVERT", "Must be either true or false."];
  if (expected === "number" || expected === "int") return ["NUMBER_TYPE_COERCE", `Value "${shown}" is not int.`];
  return ["BASE_TYPE_INVALID", `Value "${shown}" has the wrong type.`];
}

/** Where `type` tells kinds apart Discord refuses the whole part, else the value. */
function unionFault({ path, discriminator }: z.core.$ZodIssueInvalidUnion): FormFault {
  if (discriminator !== undefined && discriminator !== "type")
    return { path, code: "BASE_TYPE_CHOICES", message: "Value is none of the accepted kinds." };
  const message = 'Value of field "type" is none of the accepted kinds.';
  return { path: path.at(-1) === "type" ? path.slice(0, -1) : path, code: "UNION_TYPE_CHOICES", message };
}

function sizeFault(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): [string, string] {
  const [limit, words] =
    issue.code === "too_big" ? [issue.maximum, "or fewer in length"] : [issue.minimum, "or more in length"];
  if (issue.origin === "string" || issue.origin === "array")
    return [`BASE_TYPE_${issue.code === "too_big" ? "MAX" : "MIN"}_LENGTH`, `Must be ${limit} ${words}.`];
  const sign = issue.code === "too_big" ? "less than or equal to" : "greater than or equal to";
  return [`NUMBER_TYPE_${issue.code === "too_big" ? "MAX" : "MIN"}`, `int value should be ${sign} ${limit}.`];
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

/** A length between both limits, counted in UTF-16 units: Discord's own count is unpublished, this one is the stricter. */
export function text(min: number, max: number, missing?: string) {
  return z.string(missing).refine((value) => value.length >= min && value.length <= max, lengthFault(min, max));
}

/** Discord names both limits where there are two. */
function lengthFault(min: number, max: number) {
  return min === 0
    ? { params: { code: "BASE_TYPE_MAX_LENGTH" }, message: `Must be ${max} or fewer in length.` }
    : { params: { code: "BASE_TYPE_BAD_LENGTH" }, message: `Must be between ${min} and ${max} in length.` };
}

/** A text that may not be empty where it stands: Discord takes an empty one for a missing one. */
export function needed(max: number) {
  return z
    .string()
    .refine((value) => value.length > 0, { params: { code: "BASE_TYPE_REQUIRED" }, message: "This field is required" })
    .refine((value) => value.length <= max, lengthFault(0, max));
}

export function listOf<T extends z.ZodType>(item: T, min: number, max: number) {
  return z.array(item).refine((list) => list.length >= min && list.length <= max, lengthFault(min, max));
}

/** None twice. */
export function distinct<T extends z.ZodType>(item: T) {
  return z.array(item).refine((list) => new Set(list).size === list.length, {
    params: { code: "SET_TYPE_ALREADY_CONTAINS_VALUE" },
    message: "The set already contains this value",
  });
}

export const snowflake = z.string().refine((value) => /^\d{17,19}$/u.test(value), {
  params: { code: "NUMBER_TYPE_COERCE" },
  error: (issue) => `Value "${String(issue.input)}" is not snowflake.`,
});

/** Something that Discord has and this rehearsal does not play: said in a sentence, and never taken in silence. */
export function notPlayed(what: string) {
  return z
    .unknown()
    .refine((value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0), {
      params: { code: "NOT_PLAYED" },
      message: `${what} not played by this rehearsal.`,
    })
    .optional();
}
