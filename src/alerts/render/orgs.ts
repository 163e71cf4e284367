// From rows that tell what became of an organisation to what their channel reads. Everything is read anew when it is posted: a row that waited tells what is so by then.
import { orgEvent, orgVersion, tells, versionsSince } from "../../domain/org-event.ts";
import { orgNotice, orgPutRight } from "../../views/notices/org.ts";
import type { OrgAlert } from "../changes/org-news.ts";
import { addressOf, edited, notice } from "./worded.ts";
import type { Rendered, Row, Wordings } from "./wording.ts";

export const ORGS: Wordings<OrgAlert["kind"]> = {
  "org.recorded": ofOrg,
  "org.changed": ofOrg,
  "org.listed": ofOrg,
  "org.delisted": ofOrg,
  "org.withdrawn": ofOrg,
};

function ofOrg(alert: OrgAlert, { delivery, scene: given, answers }: Row): Rendered | undefined {
  const { known: record, now, language, mark, lateBy } = given;
  const { edits, linked } = delivery;
  const all = answers.orgVersions(alert.subject);
  const was = orgVersion(all, alert.before);
  const newest = orgVersion(all, all.at(-1)?.id);
  if (newest === undefined) return undefined;
  const scene = { record, now, language, was };
  if (edits !== undefined) {
    const told = orgVersion(all, alert.fact);
    if (told === undefined) return undefined;
    const since = versionsSince(all, told, newest);
    return edited(orgPutRight({ ...scene, told, since, mark: edits.mark ?? mark }, edits.text));
  }
  const spoken = answers.spokenOf(delivery);
  const is = spoken === undefined ? newest : (orgVersion(all, spoken) ?? newest);
  const event = orgEvent(was, is);
  // Undone meanwhile; or not to be used any more, by the time it would be posted as news: whoever read of the record before has a notice of that.
  if (!tells(event) || (newest.withdrawn !== undefined && isFirst(alert))) return "no-longer-so";
  const message = orgNotice({
    ...scene,
    is,
    mark,
    ...(lateBy === undefined ? {} : { lateBy }),
    ...(linked ? { earlier: addressOf(delivery) } : {}),
  });
  return notice(delivery, given, message);
}

/** What tells of a record anew; whoever reads a change or a withdrawal has read of it before. */
const isFirst = ({ kind }: OrgAlert) => kind === "org.recorded" || kind === "org.listed" || kind === "org.delisted";
