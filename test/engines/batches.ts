// What the writing child writes and the test that killed it counts. Never reads a store itself: both sides only agree on the keys.

/** Rows of one batch: enough for several pages, so that a write cut in the middle would show. */
export const ROWS = 7;
export const COUNTERS = 5;

export const rowKey = (batch: string, row: number): string => `${batch}/${row}`;

export const payload = (batch: string, row: number): string => `${batch}/${row} `.repeat(40);

export const counterKeys = (run: string): string[] =>
  Array.from({ length: COUNTERS }, (_, i) => `counter-${run.padStart(3, "0")}-${i}`);
