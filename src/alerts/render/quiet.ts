// The one note at the end of quiet hours or a pause. What was held is told by the first lines that it would have had, as of now; roles are called by the note alone.
import type { AlertOf, HeldAlert } from "../../domain/alert.ts";
import { mark } from "../../domain/id.ts";
import { quietNote } from "../../views/notices/quiet.ts";
import { tellsOf } from "../quiet/quiet-tells.ts";
import { stillAsked } from "../quiet/still-asked.ts";
import { notice } from "./worded.ts";
import type { Rendered, Row } from "./wording.ts";

/** `worded`: what a row would read that tells of one alert now, in time and calling nobody. */
export function afterQuiet(
  alert: AlertOf<"quiet.over">,
  { delivery, scene, answers }: Row,
  worded: (held: HeldAlert) => Rendered | undefined,
): Rendered {
  const running = answers.subscribed(delivery.guildId, delivery.channelId);
  const lines = alert.tells.flatMap((each) => {
    if (tellsOf(each, scene.known, scene.now, alert.from).length === 0) return [];
    // The note may have waited, too.
    const one = stillAsked(each, delivery, running, scene.known)?.alert;
    if (one === undefined) return [];
    const told = worded(one);
    const text = typeof told === "string" ? undefined : told?.[0]?.content;
    return text === undefined ? [] : [{ alert: one, text, mark: mark(one.id) }];
  });
  const [first, ...others] = lines;
  if (first === undefined) return "no-longer-so";
  return notice(delivery, scene, quietNote(alert, [first, ...others], scene));
}
