// The server's events, for as long as the page is open: it connects again by itself, and says so each time it is connected. It keeps no state.
import type { PageEvent } from "../../contract.ts";

interface Listener {
  /** Connected, at first or again: whatever happened before is not told and has to be read. */
  opened: () => void;
  lost: () => void;
  event: (event: PageEvent) => void;
}

const types = new Set<unknown>(["clock", "bot", "commands", "world", "message", "message-deleted", "modal"]);

function isEvent(value: unknown): value is PageEvent {
  return typeof value === "object" && value !== null && "type" in value && types.has(value.type);
}

/** How long to wait before a new connection where the browser gave up by itself, in milliseconds. */
const pause = 1000;

/** Listens until the page is closed. */
export function listen(listener: Listener): void {
  const source = new EventSource("/rehearsal/events");
  source.addEventListener("open", listener.opened);
  source.addEventListener("message", (message: MessageEvent<string>) => {
    const said: unknown = JSON.parse(message.data);
    if (isEvent(said)) listener.event(said);
  });
  source.addEventListener("error", () => {
    listener.lost();
    // A browser tries again after a cut, but not after an answer that was no stream (a server that is just starting).
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(listener), pause);
  });
}
