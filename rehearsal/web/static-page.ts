// Serves the built page and nothing else from the disk. Must never follow a path out of its folder, or let the page ask another host.
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { send, sendText } from "./reply.ts";

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".woff2", "font/woff2"],
]);
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export async function servePage(response: ServerResponse, pageDir: string | undefined, path: string): Promise<void> {
  const name = path === "/" ? "index.html" : path.slice(1);
  const type = TYPES.get(extname(name));
  // One plain name: no folders, so no way out of this one.
  if (!type || !/^[\w-]+(?:\.[\w-]+)+$/u.test(name))
    return sendText(response, 404, "There is nothing at this address.");
  const bytes = pageDir === undefined ? undefined : await readFile(join(pageDir, name)).catch(() => undefined);
  if (bytes) return send(response, 200, type, bytes, POLICY);
  if (name === "index.html") return sendText(response, 503, "The page is not built yet: run `npm run build`.");
  sendText(response, 404, "There is nothing at this address.");
}
