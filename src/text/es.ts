// Every Spanish word the program says, as a colleague in Ecuador would say it. Same keys as en.ts or it does not compile.
import { alerts } from "./es/alerts.ts";
import { closures } from "./es/closures.ts";
import { duty, forget } from "./es/duty.ts";
import { apps } from "./es/apps.ts";
import { answerChanged } from "./es/answer-changed.ts";
import { ask } from "./es/ask.ts";
import { board } from "./es/board.ts";
import { change } from "./es/change.ts";
import { clock } from "./es/clock.ts";
import { commands } from "./es/commands.ts";
import { common } from "./es/common.ts";
import { curfew } from "./es/curfew.ts";
import { digest } from "./es/digest.ts";
import { differences } from "./es/differences.ts";
import { nights } from "./es/nights.ts";
import { knowledge } from "./es/knowledge.ts";
import { orgNotice } from "./es/org-notice.ts";
import { orgs } from "./es/orgs.ts";
import { places } from "./es/places.ts";
import { drill } from "./es/drill.ts";
import { joined } from "./es/joined.ts";
import { preview } from "./es/preview.ts";
import { proof } from "./es/proof.ts";
import { record } from "./es/record.ts";
import { recordSource } from "./es/record-source.ts";
import { recordTotal } from "./es/record-total.ts";
import { recordOrg } from "./es/record-org.ts";
import { recordStrike } from "./es/record-strike.ts";
import { recordStrikeChange } from "./es/record-strike-change.ts";
import { narrowed } from "./es/narrowed.ts";
import { quiet } from "./es/quiet.ts";
import { review } from "./es/review.ts";
import { event } from "./es/event.ts";
import { history } from "./es/history.ts";
import { reasons } from "./es/reasons.ts";
import { recordCurfew } from "./es/record-curfew.ts";
import { rules } from "./es/rules.ts";
import { settings } from "./es/settings.ts";
import { seen } from "./es/seen.ts";
import { share } from "./es/share.ts";
import { soon } from "./es/soon.ts";
import { strikeChange } from "./es/strike-change.ts";
import { strikes } from "./es/strikes.ts";
import { typed } from "./es/typed.ts";
import { why } from "./es/why.ts";
import type { en } from "./en.ts";

export const es: typeof en = {
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
