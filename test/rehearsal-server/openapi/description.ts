// Discord's own OpenAPI description, cut down (test/fixtures): finds the operation of a call and says what of a body, a query or an answer it does not
// allow. Must never know the stand-in: it judges both sides of a call.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";
import { corrected } from "./corrections.ts";
import { isSchema, prepared, type Json, type Schema } from "./prepare.ts";

const json: z.ZodType<Json> = z.json();
const schema = z.record(z.string(), json);
const operationShape = z.object({
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(["path", "query"]), schema, required: z.boolean().optional() }),
  ),
  body: schema.optional(),
  answers: z.record(z.string(), schema.nullable()),
});
const described = z.object({
  operations: z.record(z.string(), z.unknown()),
  schemas: z.record(z.string(), z.unknown()),
});

export interface Operation extends z.infer<typeof operationShape> {
  /** `POST /channels/{channel_id}/messages` */
  name: string;
  /** Values of the path's parameters. */
  parts: Record<string, string>;
}

const FIXTURE = join(import.meta.dirname, "..", "..", "fixtures", "discord-openapi.json");

export class Description {
  readonly #operations: Record<string, unknown>;
  readonly #schemas: Record<string, unknown>;
  readonly #templates: { method: string; pieces: string[]; name: string }[];
  /** Operations that were called before: reading one takes longer than judging a call by it. */
  readonly #read = new Map<string, z.infer<typeof operationShape>>();
  readonly #compiled = new Map<string, ValidateFunction>();
  /** Unused rules are not looked for, and optimising code that runs a few times costs more than it gives. */
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, code: { optimize: false } });

  constructor() {
    const read = described.parse(JSON.parse(readFileSync(FIXTURE, "utf8")));
    this.#operations = read.operations;
    this.#schemas = read.schemas;
    this.#templates = Object.keys(read.operations).map((name) => {
      const [method = "", path = ""] = name.split(" ");
      return { method, pieces: path.split("/"), name };
    });
    addFormats.default(this.#ajv);
    this.#ajv.addFormat("snowflake", true).addFormat("nonce", true);
    for (const name of Object.keys(this.#schemas)) this.#ajv.addSchema(this.#ready(this.#named(name)), name);
  }

  /** Names of all operations. */
  get names(): string[] {
    return Object.keys(this.#operations);
  }

  /** @param path below /api/v10, as it came */
  find(method: string, path: string): Operation | undefined {
    const given = path.split("/").map(decode);
    const fits = this.#templates
      .filter((one) => one.method === method && one.pieces.length === given.length)
      .filter(({ pieces }) => pieces.every((piece, index) => piece.startsWith("{") || piece === given[index]));
    // `/users/@me` before `/users/{user_id}`.
    const [best] = fits.toSorted((one, other) => blanks(one.pieces) - blanks(other.pieces));
    if (!best) return undefined;
    const parts = best.pieces.flatMap((piece, index) =>
      piece.startsWith("{") ? [[piece.slice(1, -1), given[index] ?? ""] as const] : [],
    );
    const operation = this.#read.get(best.name) ?? operationShape.parse(this.#operations[best.name]);
    this.#read.set(best.name, operation);
    return { ...operation, name: best.name, parts: Object.fromEntries(parts) };
  }

  /** Sentences about what `schema` does not allow in `value`; none when all is well. `key` names the schema for the next time. */
  faults(key: string, schema: Schema, value: unknown): string[] {
    let check = this.#compiled.get(key);
    if (!check) {
      check = this.#ajv.compile(this.#ready(schema));
      this.#compiled.set(key, check);
    }
    return check(value) ? [] : sentences(check.errors ?? [], value);
  }

  #named(name: string): Schema {
    const found = this.#schemas[name];
    return corrected(name, schema.parse(found));
  }

  #ready(one: Schema): Schema {
    const ready = prepared(one, (name) => this.#named(name));
    return isSchema(ready) ? ready : {};
  }
}

const blanks = (pieces: string[]): number => pieces.filter((piece) => piece.startsWith("{")).length;

function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

const MOST = 5;

function sentences(errors: ErrorObject[], value: unknown): string[] {
  // "if" only says that a rule below it, told by itself, was broken.
  const told = errors.filter((error) => error.keyword !== "if").map((error) => sentence(error, value));
  return [...new Set(told)].slice(0, MOST);
}

function sentence(error: ErrorObject, value: unknown): string {
  const place = error.instancePath.slice(1).replaceAll("/", ".") || "(the whole)";
  const { additionalProperty, allowedValues } = error.params;
  if (typeof additionalProperty === "string") return `${place} has "${additionalProperty}", which is not described`;
  const allowed = Array.isArray(allowedValues) ? ` (${allowedValues.join(", ")})` : "";
  return `${place} ${error.message ?? error.keyword}${allowed}, but is ${shown(valueAt(value, error.instancePath))}`;
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : inner),
      value,
    );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}
