// What every part of the drawing needs to know: who looks, in which words, at which time of the world. It holds no state of its own.
import type { Reader, Snapshot } from "../../contract.ts";
import type { Actions } from "./actions.ts";
import type { PageState } from "./state.ts";
import { readerOf } from "./state.ts";
import { wordsFor } from "./words.ts";
import type { Words } from "./words.ts";
import { worldNow } from "./world-clock.ts";

export interface Scene {
  state: PageState;
  snapshot: Snapshot;
  reader: Reader;
  words: Words;
  actions: Actions;
  /** The world's time, milliseconds. */
  nowMs: number;
}

/** The scene at the page's monotonic time `machineMs`, or undefined while there is no state to draw. */
export function sceneOf(state: PageState, actions: Actions, machineMs: number): Scene | undefined {
  const { snapshot } = state;
  const reader = readerOf(state);
  if (snapshot === undefined || reader === undefined) return undefined;
  return {
    state,
    snapshot,
    reader,
    actions,
    words: wordsFor(reader.locale),
    nowMs: worldNow(state.reading, machineMs),
  };
}
