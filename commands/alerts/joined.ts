// The buttons of the message with which Vigía comes into a server. They work for months, and ask at each press who may.
import { type Answer, answer, type Context, type Handled } from "../../src/command.ts";
import { stateAt } from "../../src/domain/state.ts";
import { seenHere } from "../../src/views/notices/joined.ts";
import { drill } from "./drill.ts";
import { subscribe } from "./subscribe.ts";

const BARE = {
  channel: undefined,
  preset: undefined,
  place: undefined,
  "before-start": undefined,
  "before-end": undefined,
  me: undefined,
};

/** As a bare "/alerts subscribe" in the channel where the button stands. */
export function joinedSubscribe(_args: readonly string[], context: Context): Handled {
  return subscribe(BARE, context);
}

export function joinedDrill(_args: readonly string[], context: Context): Promise<Answer> {
  return drill(context.channelId, context);
}

/** For everybody. */
export function joinedHere(_args: readonly string[], context: Context): Answer {
  const { known: record, defaultArea: place, now, language, guildId, subscriptions } = context;
  const listed = guildId === undefined ? [] : subscriptions.list(guildId);
  const channels = listed
    .filter(({ destination }) => destination.kind !== "dm")
    .map(({ destination }) => destination.id);
  return answer(seenHere({ record, place, state: stateAt(record, place, now), now, language, channels }));
}
