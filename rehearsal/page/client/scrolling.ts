// Keeps a channel at its newest message while the reader is there, leaves it alone while they read further up, and says how far back it is
// drawn: as Discord does, the newest part at first and more as one scrolls up.
interface Place {
  atEnd: boolean;
  /** How far down the page put the reader last, in pixels. */
  top: number;
  /** The newest message that was on the screen. */
  seen: string;
  /** The oldest message that is drawn; empty before the first drawing. */
  first: string;
}

const places = new Map<string, Place>();
const fresh = (): Place => ({ atEnd: true, top: 0, seen: "", first: "" });

/** How far from the end still counts as the end, in pixels. */
const slack = 48;

function placeOf(channelId: string): Place {
  const place = places.get(channelId) ?? fresh();
  places.set(channelId, place);
  return place;
}

/** Messages drawn at first; how many more at a time; above how many the oldest are let go again at the end. */
const few = 60;
const more = 100;
const most = 200;

/** Where in a channel's messages (their ids, oldest first) the drawing begins. */
export function windowStart(channelId: string, ids: string[]): number {
  const place = placeOf(channelId);
  const known = place.first === "" ? -1 : ids.indexOf(place.first);
  const tooMany = place.atEnd && ids.length - known > most;
  const start = known < 0 || tooMany ? Math.max(0, ids.length - few) : known;
  place.first = ids[start] ?? "";
  return start;
}

/** Draws further back from now on. */
export function showOlder(channelId: string, ids: string[]): void {
  const place = placeOf(channelId);
  place.atEnd = false;
  place.first = ids[Math.max(0, windowStart(channelId, ids) - more)] ?? "";
}

/** The reader is about to be taken to a message further up. */
export function leaveEnd(channelId: string): void {
  placeOf(channelId).atEnd = false;
}

/** Draws back to a message that is about to be looked at. */
export function showFrom(channelId: string, id: string): void {
  leaveEnd(channelId);
  placeOf(channelId).first = id;
}

/** Whether the reader is at the newest message. */
export const isAtEnd = (channelId: string): boolean => placeOf(channelId).atEnd;

/** Whether the reader has come near the oldest message drawn. */
export const nearTop = (log: HTMLElement): boolean => log.scrollTop < 300;

/** Whether newer messages than the last one seen stand below what the reader looks at. */
export function hasNewer(channelId: string, newest: string): boolean {
  const place = placeOf(channelId);
  return !place.atEnd && place.seen !== newest;
}

/** Notes where the reader scrolled to; true when that changed what the drawing shows. */
export function scrolled(channelId: string, log: HTMLElement, newest: string): boolean {
  const place = placeOf(channelId);
  const before = hasNewer(channelId, newest);
  const near = log.scrollHeight - log.scrollTop - log.clientHeight < slack;
  // A picture that arrives makes the content longer without anyone scrolling: only going up is leaving the end.
  const goingUp = log.scrollTop < place.top;
  place.atEnd = goingUp ? near && place.atEnd : near || place.atEnd;
  place.top = log.scrollTop;
  if (place.atEnd) place.seen = newest;
  return before !== hasNewer(channelId, newest);
}

/** After each drawing, and when a picture arrived: back to the end where the reader was there. */
export function settle(root: ParentNode): void {
  for (const log of root.querySelectorAll<HTMLElement>(".log")) {
    const place = placeOf(log.dataset["channel"] ?? "");
    if (!place.atEnd) continue;
    log.scrollTop = log.scrollHeight;
    place.top = log.scrollTop;
    place.seen = log.dataset["newest"] ?? "";
  }
}

/** To the end, because the reader asked for it or sent something. */
export function toEnd(channelId: string): void {
  placeOf(channelId).atEnd = true;
}
