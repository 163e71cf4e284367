// Reads what a request carries: JSON, or multipart with payload_json and files. Must never hold more than one bounded body.
// Documented: 25 MiB a request, ten files, `files[n]` with a filename each, a Content-Type. A file's limit is told as 10 MiB or, since the
// summer of 2026, 20 MiB: the smaller holds here. Not played, and refused in a sentence: x-www-form-urlencoded.
import type { IncomingMessage } from "node:http";
import { invalidForm, refusal } from "./errors.ts";
import type { UploadedFile } from "./exchange.ts";

const MIB = 1024 * 1024;
const MOST = 25 * MIB;
const FILE_MOST = 10 * MIB;
const FILES = 10;

export interface Contents {
  body: unknown;
  files: UploadedFile[];
}

/** All bytes of a request; throws 40005 above `most`. */
export async function bytesOf(request: IncomingMessage, most = MOST): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= most) chunks.push(bytes);
  }
  if (size > most) throw refusal("tooLarge");
  return Buffer.concat(chunks);
}

export async function readBody(type: string, bytes: Buffer): Promise<Contents> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  const kind = type.split(";")[0]?.trim().toLowerCase();
  if (kind === "application/json") return { body: json(bytes.toString()), files: [] };
  if (kind !== "multipart/form-data") throw wrongType(kind);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
  if (!form) throw refusal("invalidJson");
  return contents(form);
}

/** Without payload_json the fields themselves are the body. */
async function contents(form: FormData): Promise<Contents> {
  const fields = new Map<string, unknown>();
  const files: UploadedFile[] = [];
  for (const [key, value] of form.entries()) {
    if (typeof value !== "string") files.push(await uploaded(key, value));
    else fields.set(key, value === "true" || value === "false" ? value === "true" : value);
  }
  if (files.length > FILES) throw refusal("tooManyFiles");
  const twice = files.find((one, index) => files.findIndex((other) => other.index === one.index) !== index);
  if (twice) throw wrongFile(`files[${twice.index}]`, "Each file needs a name of its own.");
  const payload = fields.get("payload_json");
  return { body: typeof payload === "string" ? json(payload) : Object.fromEntries(fields), files };
}

async function uploaded(key: string, value: File): Promise<UploadedFile> {
  const index = /^files\[(\d{1,19})\]$/u.exec(key)?.[1];
  if (index === undefined) throw wrongFile(key, "Files must be named files[n].");
  if (value.name.length === 0 || value.name.length > 1024)
    throw wrongFile(key, "A file needs a filename of 1 to 1024 characters.");
  const bytes = new Uint8Array(await value.arrayBuffer());
  if (bytes.length > FILE_MOST) throw refusal("tooLarge");
  return {
    index: String(BigInt(index)),
    name: value.name,
    contentType: value.type || "application/octet-stream",
    bytes,
  };
}

function wrongFile(key: string, message: string) {
  return invalidForm([{ path: [key], code: "BASE_TYPE_INVALID", message }]);
}

function wrongType(kind: string | undefined) {
  const message =
    kind === "application/x-www-form-urlencoded"
      ? "Forms as x-www-form-urlencoded are not played by this rehearsal."
      : "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.";
  return invalidForm([{ path: [], code: "CONTENT_TYPE_INVALID", message }]);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("invalidJson");
  }
}
