// What a decree, or a change of one, will be told as once it is confirmed: worked out by the same rules as the notice itself. Sends and writes nothing.
import type { PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { effectOf } from "../../domain/curfew-effect.ts";
import type { Known } from "../../domain/known.ts";
import { groupChanges, type LeafChange } from "../../domain/outlook.ts";
import type { Standing } from "../../domain/standing.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { Why } from "../../domain/why.ts";
import { texts } from "../../text/index.ts";
import { changeAlert, type ChangeAlert } from "../notices/change.ts";
import type { Message } from "../message.ts";

export interface CurfewStep {
  record: Known;
  was: Standing;
  is: Curfew;
  kind: Exclude<ChangeAlert["kind"], "curfew.withdrawn">;
  why?: Why | undefined;
  now: Millis;
}

export interface Foreseen {
  after: Known;
  list: readonly LeafChange[];
  /** What a channel that follows these places will be told; undefined where it hears of nothing. */
  notice: (follow: readonly PlaceId[], language: Language) => Message | undefined;
}

export function foreseen(step: CurfewStep): Foreseen {
  const { record, was, is, now } = step;
  const after = withCurfew(record, is);
  const list = effectOf({ record: after, subject: is.id, was, is: { curfew: is }, now });
  return { after, list, notice: (follow, language) => noticeOf(step, { after, list }, follow, language) };
}

/** The record once it is confirmed. */
function withCurfew(record: Known, is: Curfew): Known {
  const others = record.curfews.filter(({ id }) => id !== is.id);
  return {
    ...record,
    curfews: [...others, is],
    withdrawn: record.withdrawn.filter(({ id }) => id !== is.id),
    curfewsById: new Map([...record.curfewsById, [is.id, is]]),
  };
}

/** There is no notice yet, and no mark of one. */
const ID = "0".repeat(64);

function noticeOf(
  { was, is, kind, why, now }: CurfewStep,
  { after, list }: Pick<Foreseen, "after" | "list">,
  follow: readonly PlaceId[],
  language: Language,
): Message | undefined {
  const [first, ...rest] = groupChanges(list, after, follow, now);
  if (first === undefined) return undefined;
  const alert: ChangeAlert = {
    kind,
    id: ID,
    at: now,
    country: is.country,
    fact: ID,
    subject: is.id,
    changes: [first, ...rest],
  };
  const versions = { is, was: was.curfew, why };
  const message = changeAlert(alert, { known: after, now, language, mark: "", versions });
  if (message?.embed === undefined) return message;
  const footer = message.embed.footer?.replace(/ · #$/, "");
  return { ...message, embed: { ...message.embed, ...(footer === undefined ? {} : { footer }) } };
}

/** For a card: all that anybody will be told, or that nobody will be. */
export function preview(step: CurfewStep, ahead: Foreseen, language: Language): Message {
  return ahead.notice([step.is.country], language) ?? { content: texts(language).recordCurfew.noNotice };
}
