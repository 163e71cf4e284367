// Why a channel did not get a notice that other channels of its server got. It must never make up a reason: what it cannot explain it calls a fault.
import type { Delivery } from "../../domain/delivery.ts";
import type { Subscription } from "../../domain/subscription.ts";
import type { FineTopic } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { when } from "../curfew/words.ts";
import { fieldOf, split } from "../fit.ts";
import type { Message } from "../message.ts";
import { subscriptionLine } from "./why-match.ts";
import { whyMissed } from "./why-reason.ts";
import { isOrg, sceneOfRow, spotName, type WhyScene, whatWords } from "./why-words.ts";

export interface WhyNot {
  channelId: string;
  /** As another channel got it. */
  row: Delivery;
  topic: FineTopic;
  /** All that this channel ever subscribed to. */
  ever: readonly Subscription[];
}

export function whyNot({ channelId, row, topic, ever }: WhyNot, s: WhyScene): readonly Message[] {
  const t = texts(s.language).why;
  const { alert } = row;
  // Which places another channel follows is not told here.
  const what = { alert, shown: "country" in alert ? [alert.country] : [] };
  const scene = sceneOfRow(what, s);
  const { words } = whyMissed(
    {
      kind: alert.kind,
      at: row.plannedAt,
      shown: row.shown,
      topic: texts(s.language).alerts.topics[topic],
      answers: isOrg(alert) && row.replyTo !== undefined,
      ...("subject" in alert && "fact" in alert ? { subject: alert.subject, fact: alert.fact } : {}),
      ...(alert.kind === "curfew.soon" || alert.kind === "curfew.ending" ? { lead: alert.lead } : {}),
    },
    ever,
    scene,
    s,
  );
  const lines = ever.filter((one) => one.endedAt === undefined).map((one) => subscriptionLine(one, scene, s));
  const head = t.not.head(spotName(channelId, s), whatWords(what, s), `${when(scene, alert.at)} ${scene.clock}`);
  return split({
    content: `${head} ${words}`,
    ...(lines.length === 0 ? {} : { embed: { tone: "info", fields: fieldOf(t.field.follows, lines) } }),
  });
}
