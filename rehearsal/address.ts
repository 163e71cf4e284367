// Where a request is addressed. Must never throw: what a stranger writes into the first line of a request would end the process.
import type { IncomingMessage } from "node:http";

/** Undefined for what is no path of this server: another form of address ("*", a whole URL), as a proxy or a scanner sends it. */
export function addressOf({ url }: IncomingMessage, origin: string): URL | undefined {
  // Put together as text: with a base, "//name" would be another host, and "//" none at all.
  const whole = `${origin}${url ?? ""}`;
  return url?.startsWith("/") && URL.canParse(whole) ? new URL(whole) : undefined;
}
