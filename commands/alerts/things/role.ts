// Which role is mentioned, and on what.
import { type Context, type Filled, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/draft.ts";
import { fine, FINE_TOPICS, type Topic } from "../../../src/domain/topic.ts";
import { texts } from "../../../src/text/index.ts";
import { chosenIn, idsIn, type Thing, topicChoice, withSettings } from "./thing.ts";
import { together } from "../../../src/together.ts";

export const role: Thing = {
  name: "role",
  fits: ({ kind }) => kind !== "dm",
  fields: (draft, { language }) => {
    const t = texts(language).settings.field;
    const { role: own = "", mention = [] } = draft.settings;
    const options = topicChoice(draft, language, false);
    return [
      { key: "role", kind: "roles", label: t.role, most: 1, value: own },
      { key: "mention", kind: "choice", label: t.mention, options, most: options.length, value: fine(mention).join() },
    ];
  },
  read: (filled, draft, context) => {
    const { own, mention } = together({
      own: () => roleOf(filled, draft, context),
      mention: () => chosenIn(filled, "mention", FINE_TOPICS, context),
    });
    const before = draft.settings.mention;
    // What means the same stays as it was written.
    const kept: Topic[] = before !== undefined && fine(before).join() === mention.join() ? before : [...mention];
    return withSettings(draft, {
      role: own,
      mention: own === undefined || mention.length === 0 ? undefined : kept,
    });
  },
};

/** Discord calls everybody's role by the server's id; it is mentioned in another way, which we never do. */
function roleOf(filled: Filled, { guildId }: Draft, context: Context): string | undefined {
  const [own] = idsIn(filled, "role", context, 1);
  if (own === guildId) throw new Refusal(texts(context.language).settings.bad.everyone);
  return own;
}
