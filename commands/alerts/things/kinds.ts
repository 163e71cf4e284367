// What a channel is told, and what of it makes a sound.
import { type Context, type Filled, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/draft.ts";
import { FINE_TOPICS, fine, type FineTopic, type Topic } from "../../../src/domain/topic.ts";
import { texts } from "../../../src/text/index.ts";
import { chosenIn, type Thing, topicChoice, withSettings } from "./thing.ts";
import { together } from "../../../src/together.ts";

const COUNT = FINE_TOPICS.length;

export const kinds: Thing = {
  name: "kinds",
  fields: (draft, { language }) => {
    const t = texts(language).settings.field;
    const { topics, sounds = {} } = draft.settings;
    const options = topicChoice(draft, language);
    const having = (sound: "loud" | "silent") => FINE_TOPICS.filter((topic) => sounds[topic] === sound).join();
    return [
      {
        key: "kinds",
        kind: "choice",
        label: t.kinds,
        required: true,
        options,
        most: COUNT,
        value: fine(topics).join(),
      },
      { key: "loud", kind: "choice", label: t.loud, description: t.left, options, most: COUNT, value: having("loud") },
      { key: "silent", kind: "choice", label: t.silent, options, most: COUNT, value: having("silent") },
    ];
  },
  read: (filled, draft, context) => {
    const { picked, sounds } = together({
      picked: () => pickedOf(filled, context),
      sounds: () => soundsOf(filled, context),
    });
    const { topics, mention } = draft.settings;
    // What means the same stays as it was written.
    const next: Topic[] = isSame(fine(topics), picked) ? topics : [...picked];
    const heard = mention?.filter((topic) => topic === "curfews" || picked.some((one) => one === topic));
    return withSettings(draft, {
      topics: next,
      sounds,
      mention: heard?.length === 0 ? undefined : heard,
    });
  },
};

function pickedOf(filled: Filled, context: Context): readonly FineTopic[] {
  const picked = chosenIn(filled, "kinds", FINE_TOPICS, context);
  if (picked.length === 0) throw new Refusal(texts(context.language).settings.bad.kinds);
  return picked;
}

/** Undefined where none has a sound of its own. */
function soundsOf(filled: Filled, context: Context): Draft["settings"]["sounds"] {
  const t = texts(context.language).settings;
  const loud = chosenIn(filled, "loud", FINE_TOPICS, context);
  const silent = chosenIn(filled, "silent", FINE_TOPICS, context);
  const both = loud.filter((topic) => silent.includes(topic));
  if (both.length > 0) throw new Refusal(t.bad.both(both.map((topic) => t.kind[topic]).join(", ")));
  if (loud.length + silent.length === 0) return undefined;
  return {
    ...Object.fromEntries(loud.map((topic) => [topic, "loud" as const])),
    ...Object.fromEntries(silent.map((topic) => [topic, "silent" as const])),
  };
}

const isSame = (a: readonly FineTopic[], b: readonly FineTopic[]) => a.join() === b.join();
