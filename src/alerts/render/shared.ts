// From rows of shared answers to what their channel reads: the answer itself, and what a fact made of it since. Everything is answered anew when it is posted.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Question } from "../../domain/question.ts";
import { asKnown } from "../../views/as-known.ts";
import {
  type AnswerChanged,
  answerChanged,
  answerPutRight,
  noticePutRight,
  sameAnswer,
} from "../../views/notices/answer-changed.ts";
import { sharedAnswer } from "../../views/shared.ts";
import { addressOf } from "./worded.ts";
import type { Rendered, Row, Wordings } from "./wording.ts";

export const SHARED: Wordings<"answer.shared" | "answer.changed"> = {
  "answer.shared": shared,
  "answer.changed": changed,
};

/** What was shared is posted in somebody's name: word for word what they read, or not at all. */
function shared(
  { question, digest, asOf, by }: AlertOf<"answer.shared">,
  { delivery, scene, answers: { again, nameOf } }: Row,
): Rendered | undefined {
  const { language, guildId } = delivery;
  const now = again(question, language);
  const same = now?.digest === digest ? now : undefined;
  // A part may stand there already: the rest belongs to it, as it was then.
  const found = same ?? (mayStand(delivery) ? again(question, language, asOf) : undefined);
  if (found === undefined) return now === undefined ? undefined : "answer-changed";
  return sharedAnswer(found.messages, {
    language,
    name: nameOf(guildId, by),
    asOf: asKnown({ record: scene.known, place: found.place, at: asOf, language }),
    mark: scene.mark,
    copy: found.copy,
    ways: found.ways ?? [],
  });
}

function mayStand({ attempts }: Delivery): boolean {
  return attempts.some(({ outcome }) => outcome !== "again" && outcome !== "never");
}

/** Of what was shared: the notice, or the answer itself as of then, with the word of its correction. */
function changed(
  alert: AlertOf<"answer.changed">,
  { delivery, scene, answers: { corrected, superseded, nameOf, factOf, home } }: Row,
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
