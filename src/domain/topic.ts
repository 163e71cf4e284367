// What a subscription can ask for, and which alerts that brings. It holds no words. It must never let a change be missed by whoever was told the hours.
import { z } from "zod";
import type { Alert } from "./alert.ts";

/** `curfews`: all of soon, begins, ends and changes. Persisted: names are added, never changed. */
export const Topic = z.enum(["curfews", "soon", "begins", "ends", "changes", "strikes", "orgs", "trouble"]);
export type Topic = z.infer<typeof Topic>;

/** One by one, in the order in which they are offered: `curfews` is four of them. */
export const FINE_TOPICS = ["soon", "begins", "ends", "changes", "strikes", "orgs", "trouble"] as const;
export type FineTopic = (typeof FINE_TOPICS)[number];

export const OF_CURFEWS = ["soon", "begins", "ends", "changes"] as const satisfies readonly FineTopic[];
const isOfCurfews = (topic: Topic) => OF_CURFEWS.some((one) => one === topic);

export function fine(topics: readonly Topic[]): readonly FineTopic[] {
  return FINE_TOPICS.filter((one) => topics.includes(one) || (isOfCurfews(one) && topics.includes("curfews")));
}

/** Whether it hears anything of curfews: then it hears of changes, and where knowledge ends, too. */
export function hearsCurfews(topics: readonly Topic[]): boolean {
  return topics.some((one) => one === "curfews" || isOfCurfews(one));
}

/** What the alert is of: whose sound and mention count. Undefined for what nobody subscribes to. */
export function topicOf(kind: Alert["kind"]): FineTopic | undefined {
  switch (kind) {
    case "curfew.began":
      return "begins";
    case "curfew.ended":
      return "ends";
    case "curfew.soon":
    case "curfew.ending":
      return "soon";
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn":
    case "knowledge.lapsed":
    case "knowledge.restored":
    case "place.changed":
      return "changes";
    case "strike.recorded":
    case "strike.changed":
    case "strike.withdrawn":
      return "strikes";
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
      return "orgs";
    case "vigia.down":
      return "trouble";
    case "digest":
    case "board":
    case "quiet.over":
    case "pause.begun":
    case "alerts.narrowed":
    case "drill":
    case "guild.event":
    case "thread.opened":
    case "answer.shared":
    case "answer.changed":
    case "check.due":
    case "review.due":
    case "channel.closed":
    case "channel.open":
    case "alert.undelivered":
    case "vigia.joined":
    case "seen.missing":
    case "seen.reminder":
    case "duty.moved":
      return undefined;
  }
}

/** What was said of this one, or of all curfews together. */
export function saidOf<Value>(said: Readonly<Partial<Record<Topic, Value>>>, topic: FineTopic): Value | undefined {
  return said[topic] ?? (isOfCurfews(topic) ? said.curfews : undefined);
}

/** Whether one who asked for these topics hears alerts of that kind. */
export function hears(topics: readonly Topic[], kind: Alert["kind"]): boolean {
  const topic = topicOf(kind);
  if (topic === undefined) return false;
  if (topics.includes(topic) || (isOfCurfews(topic) && topics.includes("curfews"))) return true;
  return (topic === "changes" || kind === "vigia.down") && hearsCurfews(topics);
}
