// From rows that tell what became of an organisation to what their channel reads. Everything is read anew when it is posted: a row that waited tells what is so by then.
import type { Delivery } from "../../domain/delivery.ts";
import { orgEvent, orgVersion, tells, versionsSince } from "../../domain/org-event.ts";
import { split } from "../../views/fit.ts";
import { orgNotice, orgPutRight } from "../../views/notices/org.ts";
import type { Language } from "../../domain/text.ts";
import type { Known } from "../../domain/known.ts";
import type { Millis } from "../../domain/time.ts";
import type { OrgAlert } from "../changes/org-news.ts";
import type { Answers, Rendered } from "./render.ts";
import { addressOf, marked, mentioned, withRoles } from "./worded.ts";

interface Told {
  known: Known;
  now: Millis;
  language: Language;
  mark: string;
  lateBy?: Millis;
}

export function orgRendered(
  delivery: Delivery,
  alert: OrgAlert,
  { known: record, now, language, mark: own, lateBy }: Told,
  answers: Answers,
): Rendered | undefined {
  const { edits, linked } = delivery;
  const all = answers.orgVersions(alert.subject);
  const was = orgVersion(all, alert.before);
  const newest = orgVersion(all, all.at(-1)?.id);
  if (newest === undefined) return undefined;
  const scene = { record, now, language, was };
  if (edits !== undefined) {
    const told = orgVersion(all, alert.fact);
    if (told === undefined) return undefined;
    return split(
      orgPutRight({ ...scene, told, since: versionsSince(all, told, newest), mark: edits.mark ?? own }, edits.text),
    ).slice(0, 1);
  }
  const spoken = answers.spokenOf(delivery);
  const is = spoken === undefined ? newest : (orgVersion(all, spoken) ?? newest);
  const event = orgEvent(was, is);
  // Undone meanwhile; or not to be used any more, by the time it would be posted as news: whoever read of the record before has a notice of that.
  if (!tells(event) || (newest.withdrawn !== undefined && isFirst(alert))) return "no-longer-so";
  const message = orgNotice({
    ...scene,
    is,
    mark: own,
    ...(lateBy === undefined ? {} : { lateBy }),
    ...(linked ? { earlier: addressOf(delivery) } : {}),
  });
  return marked(split(withRoles(message, mentioned(delivery))), own);
}

/** What tells of a record anew; whoever reads a change or a withdrawal has read of it before. */
const isFirst = ({ kind }: OrgAlert) => kind === "org.recorded" || kind === "org.listed" || kind === "org.delisted";
