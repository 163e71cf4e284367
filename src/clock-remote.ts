// The rehearsal's world clock, heard over loopback: it tells each minute and waits until we have planned it. Never used with the real Discord.
import { type RawData, WebSocket } from "ws";
import { z } from "zod";
import type { Clock } from "./clock.ts";
import type { Millis } from "./domain/time.ts";

const Heard = z.discriminatedUnion("type", [
  z.object({ type: z.literal("now"), now: z.number(), rate: z.number().nonnegative() }),
  z.object({ type: z.literal("tick"), id: z.int(), now: z.number() }),
]);

const textOf = (data: RawData) =>
  (Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data).toString();

/** Connects to the clock (`http://127.0.0.1:4800/clock`). Rejects when nobody answers; `lost` is called once if the line breaks later. */
export function remoteClock(address: string, base: Clock, lost: (why: string) => void): Promise<Clock> {
  const socket = new WebSocket(address.replace(/^http/, "ws"));
  const state = { now: 0, at: 0, rate: 0, stopped: false };
  const waiting: { id: number; now: Millis }[] = [];
  let tick: ((now: Millis) => Promise<void>) | undefined;
  let turn: Promise<void> = Promise.resolve();

  const set = (now: Millis, rate = state.rate) => Object.assign(state, { now, rate, at: base.machine() });
  const play = () => {
    for (const { id, now } of waiting.splice(0))
      turn = turn.then(async () => {
        set(now);
        await tick?.(now);
        socket.send(JSON.stringify({ type: "done", id }));
      });
  };
  const clock: Clock = {
    machine: () => base.machine(),
    wall: () => base.wall(),
    runs: "as-told",
    after: (delay, run) => base.after(delay, run),
    now: () => Math.floor(state.now + (base.machine() - state.at) * state.rate),
    async start(run) {
      tick = run;
      play();
    },
    async stop() {
      state.stopped = true;
      await turn;
      socket.close();
    },
  };
  return new Promise((resolve, reject) => {
    socket.on("message", (data) => {
      const heard = Heard.parse(JSON.parse(textOf(data)));
      if (heard.type === "now") {
        set(heard.now, heard.rate);
        resolve(clock);
      } else {
        waiting.push(heard);
        if (tick !== undefined) play();
      }
    });
    socket.on("error", (error) => reject(new Error(`The clock at ${address} does not answer: ${error.message}`)));
    socket.on("close", () => {
      reject(new Error(`The clock at ${address} closed the line.`));
      if (!state.stopped) lost(`the clock at ${address} closed the line`);
    });
  });
}
