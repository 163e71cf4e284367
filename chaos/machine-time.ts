// Machine time as this process reads it, moved on by hand: the program is away for minutes and nobody waits for them. Discord's own memory (of nonces, of
// limits) ages by it too. Timers go on by the real one. For a process that holds one run: it moves all that reads performance.now.
const real = performance.now.bind(performance);
let moved = 0;
performance.now = () => real() + moved;

/** So many ms pass at once. */
export function passTime(ms: number): void {
  moved += ms;
}

/** By how much the program's own wall clock has to be ahead, ms. */
export function ahead(): number {
  return moved;
}
