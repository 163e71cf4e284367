// Hours in which what comes waits.
import { Refusal } from "../../../src/command.ts";
import { readQuietHours } from "../../../src/text/time-of-day.ts";
import { texts } from "../../../src/text/index.ts";
import { shown, type Thing, typedIn, withChannel } from "./thing.ts";

export const quiet: Thing = {
  name: "quiet",
  fields: ({ channel: { quietHours } }, { language }) => {
    const t = texts(language).settings.field;
    const value = quietHours === undefined ? "" : `${quietHours.start}-${quietHours.end}`;
    return [{ key: "quiet", kind: "line", label: t.quiet, description: t.quietHint, max: 60, value }];
  },
  read: (filled, draft, { language }) => {
    const typed = typedIn(filled, "quiet");
    const read = readQuietHours(typed);
    if (read === undefined) throw new Refusal(texts(language).settings.bad.quiet(shown(typed)));
    return withChannel(draft, { quietHours: read === "none" ? undefined : read });
  },
};
