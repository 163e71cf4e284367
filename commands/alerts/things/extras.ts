// More than messages: the board, threads below notices, decrees as events.
import type { Draft } from "../../../src/domain/draft.ts";
import { texts } from "../../../src/text/index.ts";
import { chosenIn, type Thing, withChannel, withSettings } from "./thing.ts";

const EXTRAS = ["board", "thread", "events"] as const;

/** A thread has no threads of its own; a person has no server. */
function offered({ kind }: Draft): readonly (typeof EXTRAS)[number][] {
  if (kind === "dm") return ["board"];
  return EXTRAS.filter((one) => kind === "channel" || one !== "thread");
}

export const extras: Thing = {
  name: "extras",
  fields: (draft, { language }) => {
    const { field, choice } = texts(language).settings;
    const list = offered(draft);
    const { settings, channel } = draft;
    const holds = { board: channel.board !== undefined, thread: settings.thread, events: settings.events };
    return [
      {
        key: "extras",
        kind: "choice",
        label: field.extras,
        options: list.map((value) => ({ value, label: choice[value] })),
        most: list.length,
        value: list.filter((one) => holds[one] === true).join(),
      },
    ];
  },
  read: (filled, draft, context) => {
    const picked = chosenIn(filled, "extras", offered(draft), context);
    const board = picked.includes("board") ? (draft.channel.board ?? { since: context.now }) : undefined;
    return withChannel(
      withSettings(draft, {
        thread: picked.includes("thread") ? true : undefined,
        events: picked.includes("events") ? true : undefined,
      }),
      { board },
    );
  },
};
