// Every English word the program says, one file a subject. Same keys as es.ts or it does not compile.
import { alerts } from "./en/alerts.ts";
import { closures } from "./en/closures.ts";
import { duty, forget } from "./en/duty.ts";
import { apps } from "./en/apps.ts";
import { answerChanged } from "./en/answer-changed.ts";
import { ask } from "./en/ask.ts";
import { board } from "./en/board.ts";
import { change } from "./en/change.ts";
import { clock } from "./en/clock.ts";
import { commands } from "./en/commands.ts";
import { common } from "./en/common.ts";
import { curfew } from "./en/curfew.ts";
import { digest } from "./en/digest.ts";
import { differences } from "./en/differences.ts";
import { nights } from "./en/nights.ts";
import { knowledge } from "./en/knowledge.ts";
import { orgNotice } from "./en/org-notice.ts";
import { orgs } from "./en/orgs.ts";
import { places } from "./en/places.ts";
import { drill } from "./en/drill.ts";
import { joined } from "./en/joined.ts";
import { preview } from "./en/preview.ts";
import { proof } from "./en/proof.ts";
import { record } from "./en/record.ts";
import { recordSource } from "./en/record-source.ts";
import { recordTotal } from "./en/record-total.ts";
import { recordOrg } from "./en/record-org.ts";
import { recordStrike } from "./en/record-strike.ts";
import { recordStrikeChange } from "./en/record-strike-change.ts";
import { narrowed } from "./en/narrowed.ts";
import { quiet } from "./en/quiet.ts";
import { review } from "./en/review.ts";
import { event } from "./en/event.ts";
import { history } from "./en/history.ts";
import { reasons } from "./en/reasons.ts";
import { recordCurfew } from "./en/record-curfew.ts";
import { rules } from "./en/rules.ts";
import { settings } from "./en/settings.ts";
import { seen } from "./en/seen.ts";
import { share } from "./en/share.ts";
import { soon } from "./en/soon.ts";
import { strikeChange } from "./en/strike-change.ts";
import { strikes } from "./en/strikes.ts";
import { typed } from "./en/typed.ts";
import { why } from "./en/why.ts";

export const en = {
  clock,
  common,
  commands,
  curfew,
  nights,
  strikes,
  strikeChange,
  orgNotice,
  orgs,
  alerts,
  closures,
  duty,
  forget,
  apps,
  answerChanged,
  record,
  recordSource,
  recordTotal,
  recordOrg,
  drill,
  joined,
  preview,
  proof,
  recordStrike,
  recordStrikeChange,
  recordCurfew,
  rules,
  settings,
  seen,
  share,
  soon,
  places,
  ask,
  board,
  digest,
  knowledge,
  change,
  differences,
  event,
  typed,
  review,
  history,
  narrowed,
  quiet,
  reasons,
  why,
};
