// Who may pass, in three lists that are never mixed: exempt, expressly not exempt, and where sources differ; and what changed since the decree before.
// It must never say that somebody is exempt, or no longer, of whom no source says so.
import type { PlaceId } from "../../domain/area.ts";
import type { Curfew } from "../../domain/curfew.ts";
import { decreeBefore, exemptionDiff } from "../../domain/exemption-diff.ts";
import { groupBy } from "../../domain/group.ts";
import type { Text } from "../../domain/text.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { decreeTitle } from "./title.ts";
import { fullList, type Scene } from "./words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";

export function exemptionFields(curfew: Curfew, scene: Scene, place: PlaceId): Field[] {
  const { common, curfew: t } = texts(scene.language);
  const list = (texts: readonly Text[] | undefined) => (texts === undefined ? common.notStated : listed(texts, scene));
  const { penalty } = curfew;
  const named = penalty !== undefined && isAttributed(say(penalty, scene.language));
  return [
    ...fieldOf(t.field.exempt, [list(curfew.exempt)]),
    ...fieldOf(t.field.notExempt, [list(curfew.notExempt)]),
    ...fieldOf(
      t.field.differ,
      (curfew.sourcesDiffer ?? []).map((text) => escape(say(text, scene.language))),
    ),
    ...sinceFields(curfew, scene, place),
    ...fieldOf(named ? t.field.penalty : t.field.penaltyReported, [
      penalty === undefined ? common.notStated : escape(say(penalty, scene.language)),
    ]),
  ];
}

/** `a; b; c (Diario Extra)`: who says all of it is named once. */
function listed(list: readonly Text[], { language }: Scene): string {
  const told = list.map((text) => escape(say(text, language)));
  const [by, ...others] = new Set(told.map((one) => / \([^()]+\)$/.exec(one)?.[0]));
  if (by === undefined || others.length > 0) return told.join("; ");
  return `${told.map((one) => one.slice(0, -by.length)).join("; ")}${by}`;
}

/** As far as its first comma: what follows stands in the list itself. */
function inShort(list: readonly Text[], { language }: Scene): string {
  return list.map((text) => escape(say(text, language).split(",")[0] ?? "")).join("; ");
}

/** Whether a penalty says who says so; else it is told as reported. */
function isAttributed(penalty: string): boolean {
  return /(?<!\p{L})(?:says?|said|according to|según|dice|dijo)(?!\p{L})/iu.test(penalty);
}

/** `Compared with Decreto Ejecutivo 392`: a field each, with its places where they had different decrees before. */
function sinceFields(curfew: Curfew, scene: Scene, place: PlaceId): Field[] {
  const { record } = scene;
  const t = texts(scene.language).curfew;
  const found = placesOf(curfew, scene, place).map((area) => ({ area, before: decreeBefore(record, curfew, area) }));
  const groups = groupBy(found, ({ before }) => before?.id ?? "");
  return groups.flatMap((group) => {
    const before = group[0]?.before;
    const told = before === undefined ? undefined : changeWords(before, curfew, scene);
    if (before === undefined || told === undefined) return [];
    const areas = group.map(({ area }) => area);
    const places = groups.length === 1 ? "" : `${fullList(scene, areas)}: `;
    const title = t.since(decreeTitle(before, scene));
    return fieldOf(title.length > TITLE ? t.field.changes : title, [sentence(`${places}${told}`)]);
  });
}

/** Discord's limit for the name of a field. */
const TITLE = 256;

/** Areas that the decree names, as far as they lie in the place that was asked about; the place itself where it lies in one of them. */
function placesOf(curfew: Curfew, { record }: Scene, place: PlaceId): PlaceId[] {
  const around = record.areas.ancestors(place);
  const named = [...new Set(curfew.rules.flatMap((rule) => rule.areas))].filter((area) => record.areasById.has(area));
  if (named.some((area) => around.includes(area))) return [place];
  return named.filter((area) => record.areas.ancestors(area).includes(place));
}

function changeWords(before: Curfew, curfew: Curfew, scene: Scene): string | undefined {
  const t = texts(scene.language).curfew;
  const diff = exemptionDiff(before, curfew, scene.language);
  if (diff === undefined) return undefined;
  if (diff === "not stated") return t.beforeNotStated;
  const parts = [
    ...(diff.nowNot.length === 0 ? [] : [t.nowNot(listed(diff.nowNot, scene))]),
    ...(diff.removed.length === 0 ? [] : [t.removed(listed(diff.removed, scene))]),
    ...(diff.added.length === 0 ? [] : [t.added(inShort(diff.added, scene))]),
  ];
  return parts.length === 0 ? t.sameList : parts.join(". ");
}
