// The first line of a notice about an organisation: what kind of act, which organisation, whose list, since when. It stands alone on a lock screen, and says
// each time that a listing is a government's act.
import { neverTookEffect, offFrom } from "../../domain/listing.ts";
import type { Designation } from "../../domain/org.ts";
import type { OrgEvent, OrgVersion } from "../../domain/org-event.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { day } from "../../text/time.ts";
import { beganOn, dateOf, type OrgScene, stageIn, whose } from "../orgs/listing.ts";
import { headline, whoIs } from "../orgs/org.ts";
import { escape } from "../escape.ts";

/** A line holds a short reason; the embed has all of it. */
const SHORT = 90;

/** `is`: the version that it tells of. */
export function orgLine(event: OrgEvent, is: OrgVersion, scene: OrgScene): string {
  const { language } = scene;
  const { orgNotice: t, orgs } = texts(language);
  const who = whoIs(is.org, scene);
  if (event.is === "withdrawn") return withdrawnLine(is, who, scene);
  if (event.is === "new") return `${t.word.new} · ${headline(is.org, scene)}`;
  if (event.is === "again") return `${t.word.corrected} · ${t.again(headline(is.org, scene))}`;
  const told = [
    ...event.added.map((one) => putWords(one, scene)),
    ...event.ended.map((one) => offWords(one, scene)),
    ...event.corrected.map((one) => correctedWords(one, scene)),
    ...event.gone.map((one) => t.gone(whose(one, scene), beganOn(one, language))),
  ];
  return `${sentence(`${wordOf(event, is, scene)} · ${who}: ${t.and(told)}`)} ${orgs.act}`;
}

/** What was news stands before what was put right; who had it otherwise is a statement. */
function wordOf({ added, ended }: OrgEvent, { why }: OrgVersion, scene: OrgScene): string {
  const { word } = texts(scene.language).orgNotice;
  if (added.length > 0) return word.listed;
  // What is still to come must not read as done.
  const isAhead = ended.every((one) => !neverTookEffect(one) && stageIn(one, scene) !== "former");
  if (ended.length > 0) return isAhead ? word.willLeave : word.delisted;
  return why?.is === "corrected" || why?.is === "undone" ? word.corrected : word.changed;
}

function withdrawnLine({ withdrawn, why }: OrgVersion, who: string, { language }: OrgScene): string {
  const t = texts(language).orgNotice;
  const reason = why?.reason ?? withdrawn;
  const told = reason === undefined ? "" : escape(say(reason, language));
  return [
    sentence(`${t.word.withdrawn} · ${t.withdrawn(who)}`),
    ...(told === "" || told.length > SHORT ? [] : [sentence(t.reason(told))]),
  ].join(" ");
}

/** Ended already where it came into the record with its end. */
function putWords(one: Designation, scene: OrgScene): string {
  const t = texts(scene.language).orgNotice;
  if (stageIn(one, scene) === "ahead") return t.willPut(whose(one, scene), dateOf(one, scene));
  const since = one.ended === undefined ? beganOn(one, scene.language) : dateOf(one, scene);
  return t.put(whose(one, scene), since);
}

function offWords(one: Designation, scene: OrgScene): string {
  const { orgNotice: t, orgs } = texts(scene.language);
  const off = offFrom(one);
  const told = off === undefined ? orgs.dateNotStated : day(off, scene.language);
  if (neverTookEffect(one)) return `${whose(one, scene)} ${orgs.takenBack(told)}`;
  return stageIn(one, scene) === "former" ? t.off(whose(one, scene), told) : t.willOff(whose(one, scene), told);
}

function correctedWords({ was, is }: { was: Designation; is: Designation }, scene: OrgScene): string {
  const { language } = scene;
  const { orgNotice: t, orgs } = texts(language);
  const ended = (one: Designation) => {
    const off = offFrom(one);
    return off === undefined ? orgs.dateNotStated : day(off, language);
  };
  const [before, now] = [was, is].map((one) => beganOn(one, language));
  if (before !== now) return t.corrected(whose(is, scene), t.onSince(now ?? ""), before ?? "");
  if (is.ended === undefined) return t.corrected(whose(is, scene), t.notOff(now ?? ""), t.offAt(ended(was)));
  return t.corrected(whose(is, scene), t.offAt(ended(is)), ended(was));
}
