// What a decree, or a change of one, makes of the hours ahead, exactly as channels get it; and older messages put right by it.
// It must say what holds tonight, as the record has it when it is posted, and must never leave out what was so before.
import type { AlertOf } from "../../domain/alert.ts";
import { shownArea } from "../../domain/area-tree.ts";
import type { Text } from "../../domain/text.ts";
import { say, texts } from "../../text/index.ts";
import {
  byFields,
  changedFields,
  nowField,
  sameExemptions,
  samePenalty,
  type Versions,
  yourTime,
} from "./change-fields.ts";
import { changeLine, lastingLine } from "./change-line.ts";
import type { Headline } from "./change-phrase.ts";
import { toldNow, type Told } from "./change-told.ts";
import { putRight } from "./put-right.ts";
import { type AlertScene, exemptFields, footer } from "./edge.ts";
import { toneOf } from "../curfew/line.ts";
import { partsNow } from "../curfew/now.ts";
import { type Scene, sceneOf } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Embed, Message } from "../message.ts";

export type ChangeAlert = AlertOf<
  "curfew.declared" | "curfew.changed" | "curfew.lifted" | "curfew.annulled" | "curfew.withdrawn"
>;

export interface ChangeScene extends AlertScene {
  /** The version that the notice tells of and the one before, where the record still has them. */
  versions?: Versions;
  /** Address of the older message that it cannot answer. */
  earlier?: string;
}

/** Undefined where a later change has undone it: there is nothing left to tell. */
export function changeAlert(alert: ChangeAlert, input: ChangeScene): Message | undefined {
  const prepared = prepare(alert, input);
  if (prepared === undefined) return undefined;
  const { scene, told, line } = prepared;
  return { content: changeLine(scene, line), embed: embedOf(alert, input, scene, told) };
}

/** What stood in the message to put right. */
export interface Old {
  text: string | undefined;
  mark: string;
}

/** An older message, put right: what is so now, and below it what it said, struck through. It stands for days: no word of tonight. */
export function corrected(alert: ChangeAlert, input: ChangeScene, old: Old): Message | undefined {
  const prepared = prepare(alert, input);
  if (prepared === undefined) return undefined;
  const { scene, told, line } = prepared;
  const head = lastingLine({ ...scene, lasting: true }, line);
  const embed = embedOf(alert, { ...input, mark: old.mark }, { ...scene, lasting: true }, told);
  return putRight(head, embed, old.text, scene.language);
}

interface Prepared {
  scene: Scene;
  told: Told[];
  line: Headline;
}

function prepare(alert: ChangeAlert, input: ChangeScene): Prepared | undefined {
  const scene = sceneFor(alert, input);
  const told = toldNow(scene, alert.changes);
  if (told.length === 0) return undefined;
  const { is, was, reason, why } = input.versions ?? {};
  const ending =
    alert.kind === "curfew.annulled" ? is?.annulled : alert.kind === "curfew.lifted" ? is?.lifted : undefined;
  const both = is !== undefined && was !== undefined;
  const line: Headline = {
    kind: alert.kind,
    told,
    terms: { exemptions: both && !sameExemptions(was, is), penalty: both && !samePenalty(was, is) },
    by: short(ending === undefined ? undefined : say(ending.by, scene.language)),
    reason: shortly(reason ?? why?.reason, scene),
    why: why?.is,
    says: shortly(why?.by, scene),
    lateBy: input.lateBy,
    late: input.late,
  };
  return { scene, told, line };
}

/** A line holds a name or a short reason; the embed has all of it. */
const SHORT = 90;
const shortly = (text: Text | undefined, { language }: Scene) =>
  short(text === undefined ? undefined : say(text, language));
const short = (text: string | undefined) => (text === undefined || text.length > SHORT ? undefined : escape(text));

/** An area that the record no longer holds is left out; the country's clock stands in for its own. */
function sceneFor(alert: ChangeAlert, { known, now, language }: ChangeScene): Scene {
  const areas = alert.changes.flatMap((change) => change.areas);
  const found = areas.filter((place) => known.areas.get(shownArea(place).area) !== undefined);
  return sceneOf(known, found.length === 0 ? [alert.country] : found, now, language, alert.at);
}

function embedOf(alert: ChangeAlert, input: ChangeScene, scene: Scene, told: readonly Told[]): Embed {
  const versions = input.versions ?? {};
  const areas = told.flatMap((one) => one.areas);
  const parts = partsNow(scene, areas);
  const ahead = told.some(({ now }) => now !== undefined);
  const exempt = versions.is !== undefined && ahead && (alert.kind === "curfew.declared" || !sameTerms(versions));
  const link = input.earlier === undefined ? [] : fieldOf(texts(scene.language).change.field.earlier, [input.earlier]);
  const decrees = told.flatMap(({ now }) => now?.curfews ?? []);
  return {
    tone: toneOf(parts),
    fields: [
      ...link,
      ...changedFields(scene, told, versions),
      ...(scene.lasting ? [] : nowField(scene, told)),
      ...byFields(scene, versions),
      ...yourTime(scene, told),
      ...(exempt && versions.is !== undefined ? exemptFields(scene, [versions.is]) : []),
    ],
    footer: footer(scene, [alert.subject, ...decrees], input.mark),
  };
}

function sameTerms({ is, was }: Versions): boolean {
  return is !== undefined && was !== undefined && sameExemptions(was, is) && samePenalty(was, is);
}
