// From rows that tell of a strike to what their channel reads. Everything is read anew when it is posted: what a change after it has undone, or only a link is left
// of, is not told.
import type { AlertOf } from "../../domain/alert.ts";
import { strikePath, type StrikeVersion, strikeVersion } from "../../domain/strike-version.ts";
import { strikeAlert } from "../../views/notices/strike.ts";
import { differs, type StrikeChange, strikeChange, strikePutRight } from "../../views/notices/strike-change.ts";
import { addressOf, edited, notice } from "./worded.ts";
import type { Rendered, Row, Wordings } from "./wording.ts";

export const STRIKES: Wordings<"strike.recorded" | "strike.changed" | "strike.withdrawn"> = {
  "strike.recorded": (alert, row) => {
    const { delivery, scene } = row;
    const version = versionTold(row, alert.subject);
    const strike = version === undefined ? scene.known.strikesById.get(alert.subject) : version.strike;
    return strike === undefined ? undefined : notice(delivery, scene, strikeAlert({ ...scene, strike }));
  },
  "strike.changed": changed,
  "strike.withdrawn": changed,
};

function changed(alert: AlertOf<"strike.changed" | "strike.withdrawn">, row: Row): Rendered | undefined {
  const { delivery, scene, answers } = row;
  const { edits, linked } = delivery;
  const all = answers.strikeVersions(alert.subject);
  const was = strikeVersion(all, alert.before);
  const is = versionTold(row, alert.subject) ?? strikeVersion(all, all.at(-1)?.id);
  if (was === undefined || is === undefined) return undefined;
  const newest = answers.newestOf(delivery);
  const path = strikePath(all, was, is);
  const change: StrikeChange = {
    ...scene,
    was,
    is,
    path,
    ...(newest === undefined ? {} : { newest: addressOf(delivery, newest) }),
  };
  if (edits !== undefined) return edited(strikePutRight({ ...change, mark: edits.mark ?? scene.mark }, edits.text));
  if (differs(change) !== "words") return "no-longer-so";
  return notice(delivery, scene, strikeChange({ ...change, ...(linked ? { earlier: addressOf(delivery) } : {}) }));
}

/** Undefined where a row tells the newest. */
function versionTold({ delivery, answers }: Row, subject: string): StrikeVersion | undefined {
  const spoken = answers.spokenOf(delivery);
  return spoken === undefined ? undefined : strikeVersion(answers.strikeVersions(subject), spoken);
}
