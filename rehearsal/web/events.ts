// The page's stream of events. Must never hold back what happened, or keep a closed page alive.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Bus } from "../bus.ts";

const HEARTBEAT = 15_000;

export function serveEvents(request: IncomingMessage, response: ServerResponse, bus: Bus): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
  response.write(": here\n\n");
  const stop = bus.on((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const beat = setInterval(() => response.write(": beat\n\n"), HEARTBEAT);
  request.on("close", () => {
    clearInterval(beat);
    stop();
  });
}
