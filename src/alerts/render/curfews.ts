// From rows that tell of curfews, of what is known of them and of the places they are declared for, to what their channel reads. Everything is read anew when it is
// posted: what is over by then is not told as if it were to come.
import type { AlertOf } from "../../domain/alert.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import { type ChangeAlert, changeAlert, corrected } from "../../views/notices/change.ts";
import type { Versions } from "../../views/notices/change-fields.ts";
import { curfewAlert } from "../../views/notices/edge.ts";
import { knowledgeAlert } from "../../views/notices/knowledge.ts";
import { placeAlert } from "../../views/notices/place.ts";
import { soonAlert } from "../../views/notices/soon.ts";
import { followed } from "../followed.ts";
import { foreseen } from "../watches/foreseen.ts";
import { stillSo } from "../watches/knowledge-watch.ts";
import { addressOf, edited, notice } from "./worded.ts";
import type { Answers, Rendered, Row, RowScene, Wordings } from "./wording.ts";

type Kind =
  | "curfew.began"
  | "curfew.ended"
  | "curfew.soon"
  | "curfew.ending"
  | ChangeAlert["kind"]
  | "knowledge.lapsed"
  | "knowledge.restored"
  | "place.changed"
  | "vigia.down";

function turned(alert: AlertOf<"curfew.began" | "curfew.ended">, { delivery, scene }: Row): Rendered {
  return notice(delivery, scene, curfewAlert(alert, scene));
}

/** Where nothing was missed it may be that nothing is known: whoever reads what holds now must not miss that. */
function down(alert: AlertOf<"vigia.down">, { delivery, scene, answers }: Row): Rendered {
  const to = answers.subscribed(delivery.guildId, delivery.channelId);
  return notice(delivery, scene, curfewAlert(alert, { ...scene, follows: to === undefined ? [] : followed(to) }));
}

function ahead(alert: AlertOf<"curfew.soon" | "curfew.ending">, { delivery, scene }: Row): Rendered | undefined {
  const still = foreseen(alert, scene.known);
  return still === undefined ? undefined : notice(delivery, scene, soonAlert(still, scene));
}

function changed(alert: ChangeAlert, { delivery, scene, answers }: Row): Rendered {
  const told = { ...scene, versions: versionsOf(alert, answers) };
  if (delivery.edits !== undefined) return putRight(alert, told, delivery.edits);
  const message = changeAlert(alert, { ...told, ...(delivery.linked ? { earlier: addressOf(delivery) } : {}) });
  return message === undefined ? "no-longer-so" : notice(delivery, scene, message);
}

/** What is over before it could be posted is not told: as of then it would be false. */
function knowledge(alert: AlertOf<"knowledge.lapsed" | "knowledge.restored">, { delivery, scene }: Row): Rendered {
  const areas = stillSo(scene.known, alert, scene.now);
  return areas.length === 0 ? "no-longer-so" : notice(delivery, scene, knowledgeAlert(alert, scene, areas));
}

export const CURFEWS: Wordings<Kind> = {
  "curfew.began": turned,
  "curfew.ended": turned,
  "vigia.down": down,
  "curfew.soon": ahead,
  "curfew.ending": ahead,
  "curfew.declared": changed,
  "curfew.changed": changed,
  "curfew.lifted": changed,
  "curfew.annulled": changed,
  "curfew.withdrawn": changed,
  "knowledge.lapsed": knowledge,
  "knowledge.restored": knowledge,
  "place.changed": (alert, { delivery, scene }) => notice(delivery, scene, placeAlert(alert, scene)),
};

/** Of what does not fit into the edit, the notice has the rest. */
function putRight(
  alert: ChangeAlert,
  told: RowScene & { versions: Versions },
  edits: NonNullable<Delivery["edits"]>,
): Rendered {
  const message = corrected(alert, told, { text: edits.text, mark: edits.mark ?? told.mark });
  return message === undefined ? "no-longer-so" : edited(message);
}

/** The contents that a notice compares; of a withdrawal, the reason and what was withdrawn. */
function versionsOf({ fact, before, subject }: ChangeAlert, { versions }: Answers): Versions {
  const all = versions(subject);
  const is = all.find(({ id }) => id === fact);
  const was = all.find(({ id }) => id === before);
  const content = (one: Fact | undefined) => (one !== undefined && "rules" in one.content ? one.content : undefined);
  return {
    is: content(is),
    was: content(was),
    ...(is?.kind === "curfew.withdrawn" ? { reason: is.content.reason } : {}),
    ...(is?.why === undefined ? {} : { why: is.why }),
  };
}
