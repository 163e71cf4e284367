// The buttons of the message with which Vigía comes into a server. They work for months, and ask at each press who may.
import { OTHER } from "../../src/answering/language-button.ts";
import { type Answer, answer, type Context, type Handled, Refusal } from "../../src/command.ts";
import { stateAt } from "../../src/domain/state.ts";
import { LANGUAGES } from "../../src/domain/text.ts";
import { texts } from "../../src/text/index.ts";
import { joinedNotice, seenHere } from "../../src/views/notices/joined.ts";
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
  return drill({ channelId: context.channelId, kind: "channel" }, context);
}

/** The same, to who pressed alone: the message above stays as all read it. From then on every answer is in that language. */
export async function joinedLanguage([from]: readonly string[], context: Context): Promise<Answer> {
  const stands = LANGUAGES.find((one) => one === from);
  if (stands === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  const language = OTHER[stands];
  await context.remember(language);
  const message = joinedNotice({ language });
  return answer({ ...message, content: `${message.content}\n${texts(language).share.remembered}` });
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
