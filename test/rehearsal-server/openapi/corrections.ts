// Where Discord's documentation and its OpenAPI description differ, the documentation wins (the description's own README says so). One line each, with
// the reason. Must never hide a fault of the stand-in: a line that no test needs any more is to be deleted.
import type { Schema } from "./prepare.ts";

interface Correction {
  schema: string;
  /** Properties as they are, in place of or beside those described. */
  properties?: Record<string, Schema>;
  /** Described as always there; the documentation says that they may be left out. */
  optional?: string[];
  /** Another schema altogether. */
  is?: Schema;
  why: string;
}

/** The API takes and gives bit sets as text ("Permissions"), and a text of digits is taken for a number everywhere (README of the description). */
const bits: Schema = { type: ["string", "integer", "null"], pattern: "^\\d+$", minimum: 0 };
const innerErrors: Schema = {
  type: "array",
  minItems: 1,
  items: {
    type: "object",
    properties: { code: { type: "string", pattern: "^[A-Z][A-Z0-9_]*$" }, message: { type: "string", minLength: 1 } },
    required: ["code", "message"],
    additionalProperties: false,
  },
};
const COMMAND_BODIES = [
  "ApplicationCommandUpdateRequest",
  "ApplicationCommandCreateRequest",
  "ApplicationCommandPatchRequestPartial",
];

export const CORRECTIONS: Correction[] = [
  ...COMMAND_BODIES.map((schema) => ({
    schema,
    properties: { default_member_permissions: bits },
    why: "docs, application commands: default_member_permissions is a bit set as text",
  })),
  {
    schema: "MessageAttachmentRequest",
    properties: { id: { type: ["string", "integer"], pattern: "^(0|[1-9][0-9]*)$", minimum: 0 } },
    why: "docs, reference, uploading files: the examples number the files of a request with plain integers",
  },
  {
    schema: "RatelimitedResponse",
    is: {
      type: "object",
      properties: {
        message: { type: "string" },
        retry_after: { type: "number", exclusiveMinimum: 0 },
        global: { type: "boolean" },
        code: { type: "integer" },
      },
      required: ["message", "retry_after", "global"],
    },
    why: "docs, rate limits: only some limits have a code",
  },
  {
    schema: "GuildWithCountsResponse",
    // The types call hub_type unstable; the documentation lets a region be nothing, as it has been for years.
    properties: { region: { type: ["string", "null"] }, hub_type: { type: ["integer", "null"] } },
    optional: ["home_header", "nsfw", "max_presences", "max_video_channel_users", "max_stage_video_channel_users"],
    why: "docs, guild object: the first two are not there, the others may be left out",
  },
  {
    schema: "CreatedThreadResponse",
    properties: { message: { $ref: "#/components/schemas/MessageResponse" } },
    why: "docs, start thread in forum: a channel with a nested message",
  },
  {
    schema: "UnfurledMediaResponse",
    optional: ["id"],
    why: "docs, unfurled media item: there is an attachment_id, for uploads, and no other id",
  },
  {
    schema: "ErrorDetails",
    is: {
      type: "object",
      properties: { _errors: innerErrors },
      additionalProperties: { $ref: "#/components/schemas/ErrorDetails" },
      dependentSchemas: { _errors: { maxProperties: 1 } },
    },
    why: "docs, reference, error messages: the codes inside `errors` are names, as BASE_TYPE_REQUIRED; the description says numbers",
  },
];

export function corrected(name: string, schema: Schema): Schema {
  return CORRECTIONS.filter((one) => one.schema === name).reduce<Schema>(
    (before, { is, properties, optional = [] }) => {
      if (is) return is;
      const required = Array.isArray(before["required"]) ? before["required"] : [];
      return {
        ...before,
        ...(properties ? { properties: Object.assign({}, before["properties"], properties) } : {}),
        required: required.filter((key) => !optional.some((one) => one === key)),
      };
    },
    schema,
  );
}

/** Error codes that discord-api-types does not know, each with where it was seen. */
export const UNLISTED: ReadonlyMap<number, string> = new Map([]);
