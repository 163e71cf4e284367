// Keeps a message's drawing while nothing it shows has changed: a channel of hundreds is drawn again at every key and every half second.
// It must name everything a row reads, or a row shows old news.
import type { ShownMessage } from "../../contract.ts";
import { originalOf } from "./message-view.ts";
import type { Scene } from "./scene.ts";
import { relative } from "./stamps.ts";
import { visible } from "./state.ts";
import { threadAt } from "./thread-view.ts";

/** The instants of relative stamps in a message, found once: they alone age while the clock runs. */
const ages = new WeakMap<ShownMessage, number[]>();

function agesIn(shown: ShownMessage): number[] {
  const known = ages.get(shown);
  if (known !== undefined) return known;
  const found = Array.from(JSON.stringify(shown.message).matchAll(/<t:(-?\d{1,13}):R>/gu), (hit) => Number(hit[1]));
  ages.set(shown, found);
  return found;
}

/** Everything a message's row depends on, to be compared with what it was at the last drawing. */
export function rowReads(shown: ShownMessage, channelId: string, follows: boolean, scene: Scene): unknown[] {
  const { state, reader, snapshot, words, nowMs } = scene;
  const { id } = shown.message;
  const asks = state.asks.filter((ask) => ask.messageId === id);
  const open = state.select?.messageId === id ? state.select : undefined;
  const thread = threadAt(shown, channelId, scene);
  const inThread = thread === undefined ? [] : visible(state, thread.id);
  return [
    shown,
    follows,
    snapshot,
    reader,
    reader.locale,
    reader.zone,
    words,
    originalOf(shown.message, channelId, scene),
    agesIn(shown)
      .map((unix) => relative(unix * 1000, nowMs, reader.locale))
      .join(),
    asks.map((ask) => `${ask.id} ${ask.failed ?? ""}`).join(),
    open === undefined ? "" : JSON.stringify(open),
    state.frame.menu?.messageId === id,
    thread,
    inThread.length,
    inThread.at(-1),
  ];
}
