// Keeps other web sites out: a page elsewhere can reach 127.0.0.1 through the reader's browser (DNS rebinding). Must never trust a name it was not told.
import type { IncomingMessage } from "node:http";

/** Why this request is not from our own page; undefined when it may pass. */
export function strangerReason(request: IncomingMessage, port: number): string | undefined {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !ours.includes(host)) return "This address is served under 127.0.0.1 and localhost only.";
  const reads = request.method === "GET" && request.headers.upgrade === undefined;
  if (origin !== undefined && !reads && origin !== `http://${host}`)
    return "Only the rehearsal's own page may ask for this.";
  return undefined;
}
