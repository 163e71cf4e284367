// Writing HTTP answers. Must never let a browser guess a type or run what it should only show.
import type { ServerResponse } from "node:http";

const ALWAYS = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" };
/** For everything that is no page: nothing in it may act. */
const INERT = "default-src 'none'; sandbox";

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, "application/json", JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, "text/plain; charset=utf-8", `${sentence}\n`);
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  policy = INERT,
  cache = ALWAYS["Cache-Control"],
): void {
  response.writeHead(status, {
    ...ALWAYS,
    "Cache-Control": cache,
    "Content-Type": type,
    "Content-Security-Policy": policy,
  });
  response.end(body);
}
