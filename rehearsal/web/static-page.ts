// Serves the built page and the emoji's graphics, and nothing else from the disk. Must never follow a path out of their folders, or let the
// page ask another host.
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
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

/** Graphics never change under their name: the browser may keep them for a day. */
const KEPT = "private, max-age=86400";
const EMOJI = /^\/emoji\/([0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,15})\.svg$/u;
const require = createRequire(import.meta.url);
const emojiDir = join(dirname(require.resolve("@discordapp/twemoji/package.json")), "dist", "svg");

/** One of Twemoji's graphics (CC BY 4.0). A few joined emoji are filed with FE0F, others without it: both names are tried. */
async function serveEmoji(response: ServerResponse, code: string): Promise<void> {
  for (const name of [code, code.replaceAll("-fe0f", "")]) {
    const bytes = await readFile(join(emojiDir, `${name}.svg`)).catch(() => undefined);
    if (bytes) return send(response, 200, "image/svg+xml", bytes, undefined, KEPT);
  }
  sendText(response, 404, "There is no graphic for this emoji.");
}

export async function servePage(response: ServerResponse, pageDir: string | undefined, path: string): Promise<void> {
  const emoji = EMOJI.exec(path)?.[1];
  if (emoji !== undefined) return serveEmoji(response, emoji);
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
