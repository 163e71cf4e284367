// Why a channel did not get a notice that other channels of its server got. It must never make up a reason: what it cannot explain it calls a fault.
import { shownArea } from "../../domain/area-tree.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Alert } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import { mismatch, mostKilled, names } from "../../domain/match.ts";
import { strikeVersion } from "../../domain/strike-version.ts";
import type { Subscription } from "../../domain/subscription.ts";
import { MINUTE } from "../../domain/time.ts";
import { type FineTopic, hears } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { span } from "../../text/time.ts";
import { type Scene, when } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Message } from "../message.ts";
import { subscriptionLine } from "./why-match.ts";
import { isOrg, isStrike, sceneOfRow, spotName, type WhyScene, whatWords } from "./why-words.ts";

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
  const reason = reasonFor({ row, topic, ever }, scene, s);
  const lines = ever.filter((one) => one.endedAt === undefined).map((one) => subscriptionLine(one, scene, s));
  const head = t.not.head(spotName(channelId, s), whatWords(what, s), `${when(scene, alert.at)} ${scene.clock}`);
  return split({
    content: `${head} ${reason}`,
    ...(lines.length === 0 ? {} : { embed: { tone: "info", fields: fieldOf(t.field.follows, lines) } }),
  });
}

function reasonFor({ row, topic, ever }: Omit<WhyNot, "channelId">, scene: Scene, s: WhyScene): string {
  const { not } = texts(s.language).why;
  const { alert, plannedAt: at } = row;
  if (ever.length === 0) return not.never;
  const then = ever.filter(({ since, endedAt }) => since <= at && (endedAt === undefined || at < endedAt));
  if (then.length === 0) {
    const later = ever.map(({ since }) => since).filter((since) => since > at);
    if (later.length > 0) return not.later(when(scene, Math.min(...later)));
    return not.stopped(when(scene, Math.max(...ever.map(({ endedAt }) => endedAt ?? at))));
  }
  // Only what it asks for now is kept, and by that nobody may say what it asked for then.
  const changed = then.flatMap(({ askedSince = -Infinity }) => (askedSince > at ? [askedSince] : []));
  if (changed.length > 0) return not.changed(when(scene, Math.min(...changed)));
  const own = then.filter(({ topics }) => hears(topics, alert.kind));
  if (own.length === 0) return not.topic(texts(s.language).alerts.topics[topic]);
  if (isStrike(alert)) return alert.kind === "strike.recorded" ? strikeReason(alert, own, s) : not.before;
  if (isOrg(alert)) return orgReason(alert, own, row.replyTo !== undefined, s);
  const followed = leavesOf(
    own.flatMap(({ areas }) => areas),
    s,
    alert.at,
  );
  if (!leavesOf(row.shown, s, alert.at).some((leaf) => followed.includes(leaf))) return not.place;
  if (alert.kind === "curfew.soon" || alert.kind === "curfew.ending") {
    const leads = own.flatMap((one) => (alert.kind === "curfew.soon" ? one.leads : one.endLeads));
    if (!leads.includes(alert.lead)) return not.lead(span(alert.lead * MINUTE));
  }
  return not.unexplained;
}

type Of<Kind extends Alert["kind"]> = Extract<Alert, { kind: Kind }>;

/** By what it was when the other channel was told of it. */
function strikeReason(
  { subject, fact }: Of<"strike.recorded">,
  own: readonly Subscription[],
  { versions, record, language }: WhyScene,
): string {
  const { not } = texts(language).why;
  const strike = strikeVersion(versions("strike", subject), fact)?.strike;
  if (strike === undefined) return not.unexplained;
  const why = own.map((one) => ({ one, is: mismatch(one, strike, record.orgsById) }));
  if (why.some(({ is }) => is === undefined)) return not.unexplained;
  const regions = texts(language).strikes.region;
  const told = why.map(({ one, is }) => {
    if (is === "region") return not.region((one.regions ?? []).map((region) => regions[region]));
    if (is === "organisation") return not.strikeOrgs(namesOf(one, record));
    const most = mostKilled(strike);
    return most === undefined ? not.killedNotStated(one.minKilled ?? 0) : not.killed(one.minKilled ?? 0, most);
  });
  return [...new Set(told)].join(" ");
}

/** `answers`: in the other channel it put right what stood there. */
function orgReason(
  { kind, subject }: Of<`org.${string}` & Alert["kind"]>,
  own: readonly Subscription[],
  answers: boolean,
  { record, language }: WhyScene,
): string {
  const { not } = texts(language).why;
  if (own.every((one) => !names(one, [subject], record.orgsById)))
    return [...new Set(own.map((one) => not.orgs(namesOf(one, record))))].join(" ");
  return kind === "org.withdrawn" || kind === "org.changed" || answers ? not.beforeOrg : not.unexplained;
}

const namesOf = ({ organisations = [] }: Subscription, { orgsById }: WhyScene["record"]): string[] =>
  organisations.map((id) => escape(orgsById.get(id)?.name ?? id));

function leavesOf(places: readonly PlaceId[], { record: { areas } }: WhyScene, at: number): string[] {
  return places.flatMap((place) =>
    areas.get(shownArea(place).area) === undefined ? [place] : areas.leaves(place, at),
  );
}
