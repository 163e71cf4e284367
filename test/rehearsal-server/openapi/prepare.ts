// Turns a schema of Discord's description into one that ajv compiles quickly and whose faults can be read. Must never accept what the description
// refuses, but for one thing: "one of" is read as "any of" where nothing tells the kinds apart.
// What it forbids beyond the letter: keys that are not described (Discord's description never says so, and a key nobody knows is a slip).

export type Json = null | boolean | number | string | Json[] | Schema;
export interface Schema {
  [key: string]: Json;
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const PREFIX = "#/components/schemas/";

/** The schema that a reference names; ajv knows each by its bare name. */
export type Lookup = (name: string) => Schema;

export function prepared(schema: Json, lookup: Lookup): Json {
  if (Array.isArray(schema)) return schema.map((one) => prepared(one, lookup));
  if (!isSchema(schema)) return schema;
  const { $ref } = schema;
  if (typeof $ref === "string") return { $ref: $ref.replace(PREFIX, "") };
  return closed(united(merged(schema, lookup), lookup), lookup);
}

function target(schema: Json, lookup: Lookup): Schema {
  if (!isSchema(schema)) return {};
  const { $ref } = schema;
  return typeof $ref === "string" ? target(lookup($ref.replace(PREFIX, "")), lookup) : schema;
}

/** `allOf` is used for two things only: an object put together of parts, and a kind (`enum`) that belongs to a list of kinds. */
function merged(schema: Schema, lookup: Lookup): Schema {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || "enum" in rest) return rest;
  const parts = [...allOf.map((one) => merged(target(one, lookup), lookup)), rest];
  const required = parts.flatMap((part) => (Array.isArray(part["required"]) ? part["required"] : []));
  const properties = Object.assign({}, ...parts.map((part) => part["properties"] ?? {}));
  return { ...Object.assign({}, ...parts), properties, ...(required.length > 0 ? { required } : {}) };
}

function united(schema: Schema, lookup: Lookup): Schema {
  const { oneOf, anyOf, discriminator: _, "x-discord-union": __, ...rest } = schema;
  const kinds = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : undefined;
  if (kinds === undefined) return rest;
  const some = kinds.filter((kind) => !(isSchema(kind) && kind["type"] === "null"));
  const one = { ...rest, ...unionOf(some, lookup) };
  // Said as a choice, so that a fault is told of the value that is there and not also of its not being null.
  return some.length === kinds.length ? one : { if: { type: "null" }, else: one };
}

function unionOf(kinds: Json[], lookup: Lookup): Schema {
  const constants = kinds.flatMap((kind) => (isSchema(kind) && "const" in kind ? [kind["const"] ?? null] : []));
  if (constants.length === kinds.length) return { enum: constants };
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return { allOf: [prepared(only, lookup)] };
  const types = kinds.map((kind) => typesOf(kind, lookup));
  const all = types.flat();
  if (types.some((one) => one.length === 0) || new Set(all).size < all.length)
    return { anyOf: prepared(kinds, lookup) };
  const each = kinds.map((kind, index): Schema => {
    const is = { properties: { type: { enum: types[index] ?? [] } } };
    return { if: { not: is }, else: prepared(kind, lookup) };
  });
  const known: Schema = { type: "object", required: ["type"], properties: { type: { enum: all } } };
  return { allOf: [known, ...each] };
}

/** The values that a kind's `type` can have, where it says so. */
function typesOf(kind: Json, lookup: Lookup): Json[] {
  const properties = target(kind, lookup)["properties"];
  const type = isSchema(properties) ? properties["type"] : undefined;
  return isSchema(type) && Array.isArray(type["enum"]) ? type["enum"] : [];
}

function closed(schema: Schema, lookup: Lookup): Schema {
  const inner = Object.entries(schema).map(([key, value]): [string, Json] => {
    if (key === "properties" && isSchema(value))
      return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, prepared(one, lookup)]))];
    if (["items", "additionalProperties"].includes(key)) return [key, prepared(value, lookup)];
    return [key, value];
  });
  const open = "properties" in schema && !("additionalProperties" in schema) ? { additionalProperties: false } : {};
  return { ...Object.fromEntries(inner), ...open };
}
