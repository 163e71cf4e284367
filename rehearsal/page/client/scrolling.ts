// Keeps a channel at its newest message while the reader is there, and leaves it alone while they read further up.
interface Place {
  atEnd: boolean;
  /** How far down the page put the reader last, in pixels. */
  top: number;
  /** The newest message that was on the screen. */
  seen: string;
}

const places = new Map<string, Place>();
const fresh = (): Place => ({ atEnd: true, top: 0, seen: "" });

/** How far from the end still counts as the end, in pixels. */
const slack = 48;

function placeOf(channelId: string): Place {
  const place = places.get(channelId) ?? fresh();
  places.set(channelId, place);
  return place;
}

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
  place.atEnd = near || (place.atEnd && log.scrollTop >= place.top);
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
