// From rows that tell what became of a strike or of a shared answer to what their channel reads. Everything is read anew when it is posted.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Question } from "../../domain/question.ts";
import { strikePath, type StrikeVersion, strikeVersion } from "../../domain/strike-version.ts";
import { asKnown } from "../../views/as-known.ts";
import { split } from "../../views/fit.ts";
import {
  type AnswerChanged,
  answerChanged,
  answerPutRight,
  noticePutRight,
  sameAnswer,
} from "../../views/notices/answer-changed.ts";
import { differs, type StrikeChange, strikeChange, strikePutRight } from "../../views/notices/strike-change.ts";
import { sharedAnswer } from "../../views/shared.ts";
import type { Answers, Rendered, Scene } from "./render.ts";
import { addressOf, marked, mentioned, withRoles } from "./worded.ts";

/** Undefined where a row tells the newest. */
export function versionTold(
  delivery: Delivery,
  subject: string,
  { spokenOf, strikeVersions }: Answers,
): StrikeVersion | undefined {
  const spoken = spokenOf(delivery);
  return spoken === undefined ? undefined : strikeVersion(strikeVersions(subject), spoken);
}

/** Put into words anew: what a change after it has undone, or only a link is left of, is not told. */
export function strikeChanged(
  delivery: Delivery,
  alert: AlertOf<"strike.changed" | "strike.withdrawn">,
  scene: Pick<StrikeChange, "known" | "now" | "language" | "lateBy"> & { mark: string },
  answers: Answers,
): Rendered | undefined {
  const { edits, linked } = delivery;
  const all = answers.strikeVersions(alert.subject);
  const was = strikeVersion(all, alert.before);
  const is = versionTold(delivery, alert.subject, answers) ?? strikeVersion(all, all.at(-1)?.id);
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
  if (edits !== undefined)
    return split(strikePutRight({ ...change, mark: edits.mark ?? scene.mark }, edits.text)).slice(0, 1);
  if (differs(change) !== "words") return "no-longer-so";
  const message = strikeChange({ ...change, ...(linked ? { earlier: addressOf(delivery) } : {}) });
  return marked(split(withRoles(message, mentioned(delivery))), scene.mark);
}

/** Of what was shared: the notice, or the answer itself as of then, with the word of its correction. */
export function answerChange(
  delivery: Delivery,
  alert: AlertOf<"answer.changed">,
  scene: Pick<Scene, "known" | "now" | "lateBy"> & { mark: string },
  { corrected, superseded, nameOf, factOf, home }: Answers,
): Rendered | undefined {
  const { language, guildId, edits, linked } = delivery;
  if (superseded(delivery)) return "no-longer-so";
  const { known, now, lateBy, mark: own } = scene;
  const found = corrected(alert.question, language, alert.asOf);
  const place = found?.place ?? home;
  const asOf = asKnown({ record: known, place, at: alert.asOf, language });
  const name = nameOf(guildId, alert.by);
  const fact = factOf(alert);
  if (edits === undefined || edits.of !== alert.of) {
    const first = found?.messages[0]?.content;
    if (edits === undefined && first !== undefined && sameAnswer(first.split("\n")[0] ?? "", alert.was, language))
      return "no-longer-so";
    const asked = dated(alert);
    const told = asked === undefined ? undefined : corrected(asked, language, undefined)?.messages[0]?.content;
    const line = first === undefined ? undefined : (told ?? first);
    const notice: AnswerChanged = { language, fact, was: alert.was, line, asOf, name, mark: edits?.mark ?? own };
    if (edits !== undefined) return [noticePutRight(notice, edits.text)];
    const how = { ...(lateBy === undefined ? {} : { lateBy }), ...(linked ? { earlier: addressOf(delivery) } : {}) };
    return [answerChanged({ ...notice, ...how })];
  }
  const stands = edits.mark ?? own;
  const parts =
    found === undefined
      ? []
      : sharedAnswer(found.messages, {
          language,
          name,
          asOf,
          mark: stands.split(".")[0] ?? stands,
          copy: found.copy,
          ways: found.ways ?? [],
        });
  const moment = asKnown({ record: known, place, at: now, language });
  return [answerPutRight(parts[(edits.part ?? 1) - 1], { language, fact, mark: stands }, { text: edits.text, moment })];
}

/** What held at the hour of the answer, asked for by that hour: no "now" of then. Undefined where it names its hours itself. */
function dated({ question, asOf }: AlertOf<"answer.changed">): Question | undefined {
  const present = (question.is === "curfew.place" || question.is === "curfew.places") && question.at === undefined;
  return present ? { ...question, at: asOf } : undefined;
}
