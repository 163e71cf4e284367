// Reads what a request carries: JSON, or multipart with payload_json and files. Must never hold more than one bounded body.
import type { IncomingMessage } from "node:http";
import { refusal } from "./errors.ts";
import type { UploadedFile } from "./exchange.ts";

/** Ten files of ten MiB each, and the words beside them. */
const MOST = 101 * 1024 * 1024;
const FILE_MOST = 10 * 1024 * 1024;

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

export async function readBody(type: string, bytes: Buffer): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith("multipart/form-data")) return { body: json(bytes.toString()), files: [] };
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
  if (!form) throw refusal("invalidJson");
  let body: unknown = {};
  const files: UploadedFile[] = [];
  for (const [key, value] of form.entries()) {
    if (typeof value === "string") {
      if (key === "payload_json") body = json(value);
      continue;
    }
    const content = new Uint8Array(await value.arrayBuffer());
    if (content.length > FILE_MOST) throw refusal("tooLarge");
    const index = /^files\[(\d+)\]$/u.exec(key)?.[1] ?? key;
    files.push({ index, name: value.name, contentType: value.type || "application/octet-stream", bytes: content });
  }
  return { body, files };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("invalidJson");
  }
}
