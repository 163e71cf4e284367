// A scenario: what people do and what the clock passes, step by step, and by hand what each channel must show in the end. A step may be done again: whoever
// did not get an answer does it once more.
import type { Draft } from "../../src/domain/fact.ts";
import type { Language } from "../../src/domain/text.ts";
import type { FaultName, FaultTarget } from "../../rehearsal/contract.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { ec } from "./places.ts";
import type { Stage } from "./stage.ts";

/** A message that a channel must show once. Written by hand from the words that readers are promised, never taken from src/. */
export interface Told {
  /** Its first line as it stands in the end. */
  says: RegExp;
  /** Since when it is owed: Ecuador's time, or what somebody did (`d1 2`: recorded the second version), or `any` where its words say when they were true. */
  due: string;
  /** Which message of the channel it answers: the place in its list, from 0. */
  answers?: number;
  /** How a summary of what was missed names it: told there, it is told. Only of what is over. */
  missed?: RegExp;
  /** How many messages it takes; each with a mark of its own. */
  parts?: number;
  /** Whether it need not be told after all, by what came about. */
  excused?: (stage: Stage) => boolean;
}

export interface Step {
  says: string;
  run: (stage: Stage) => Promise<void>;
}

export interface Scenario {
  /** A sentence. */
  name: string;
  at: string;
  channels: readonly string[];
  review?: string;
  /** Done before anything is killed. */
  before: readonly Step[];
  steps: readonly Step[];
  /** By channel; a channel that is not named shows nothing. */
  shows: Readonly<Record<string, readonly Told[]>>;
}

export const clock = (at: string): Step => ({
  says: `the clock passes ${at}`,
  run: (stage) => stage.clockTo(ec(at)),
});

/** So many minutes later than it is by then, with a tick. */
export const later = (minutes: number): Step => {
  const until = new WeakMap<Stage, number>();
  return {
    says: `${minutes} min pass`,
    async run(stage) {
      const at = until.get(stage) ?? stage.now() + minutes * MINUTE;
      until.set(stage, at);
      await stage.clockTo(at);
    },
  };
};

/** `nth`: which version of its subject it is. */
export const record = (draft: Draft, nth = 1): Step => ({
  says: `${draft.kind} ${draft.subject} is recorded`,
  run: (stage) => stage.record(draft, nth),
});

export const subscribe = (
  channel: string,
  more: { topics?: ("curfews" | "strikes")[]; areas?: string[]; language?: Language; leads?: number[] } = {},
): Step => ({
  says: `${channel} subscribes`,
  run: async (stage) => {
    const { guildId, id: channelId } = stage.channel(channel);
    await stage.program.road.subscriptions.subscribe({
      guildId,
      channelId,
      kind: "channel",
      language: more.language ?? "en",
      zone: "America/Guayaquil",
      topics: more.topics ?? ["curfews"],
      areas: more.areas ?? ["EC-G"],
      leads: more.leads ?? [],
      owner: "320000000000000001",
    });
    stage.note(`subscribe ${channel}`);
    stage.program.road.courier.wake();
  },
});

export const unsubscribe = (channel: string): Step => ({
  says: `${channel} ends its subscription`,
  run: async (stage) => {
    const { guildId, id: channelId } = stage.channel(channel);
    await stage.program.road.subscriptions.end({ guildId, channelId, by: "320000000000000001" });
  },
});

/** Of the next requests, once however often the step is done. */
export const discordFails = (fault: FaultName, on: FaultTarget, times: number, seconds?: number): Step => {
  const done = new WeakSet<Stage>();
  return {
    says: `Discord answers ${fault} to the next ${times} ${on}`,
    async run(stage) {
      if (done.has(stage)) return;
      done.add(stage);
      stage.discord.refuse({ fault, on, times, ...(seconds === undefined ? {} : { seconds }) });
    },
  };
};

export const act = (says: string, run: (stage: Stage) => Promise<void> | void): Step => ({
  says,
  run: async (stage) => run(stage),
});
