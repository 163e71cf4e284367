// One listing in words: whose act, what its dates are dates of, and whether it stands, is still to come, or was taken off. It says who lists, never what is listed.
import type { AreaTree } from "../../domain/area-tree.ts";
import type { StrikeRecord } from "../../domain/count.ts";
import { countryOf, neverTookEffect, offFrom, type Stage, stageOf } from "../../domain/listing.ts";
import type { Authority, AuthorityId, Designation, Org } from "../../domain/org.ts";
import type { Language, Text } from "../../domain/text.ts";
import { type Day, dayOf, type Millis } from "../../domain/time.ts";
import { countryName } from "../../text/country.ts";
import { say, texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field } from "../message.ts";
import { sourceLine } from "../sources.ts";

export interface OrgRecord extends StrikeRecord {
  areas: AreaTree;
  orgs: readonly Org[];
  authorities: readonly Authority[];
}

/** What an answer rests on, and when it is read: a listing that was announced comes into effect by itself. */
export interface OrgScene {
  record: OrgRecord;
  now: Millis;
  language: Language;
}

/** The calendar day where the authority is. */
export function todayOf(authority: AuthorityId, { record, now }: Pick<OrgScene, "record" | "now">): Day {
  const country = countryOf(authority);
  return dayOf(now, record.areasById.has(country) ? record.areas.zone(country) : "UTC");
}

export function stageIn(listing: Designation, scene: Pick<OrgScene, "record" | "now">): Stage {
  return stageOf(listing, todayOf(listing.authority, scene));
}

export function isOn(listing: Designation, scene: Pick<OrgScene, "record" | "now">): boolean {
  const stage = stageIn(listing, scene);
  return stage === "standing" || stage === "ending";
}

/** Oldest first; without a date last. */
export function byDate(designations: readonly Designation[]): Designation[] {
  const key = (one: Designation) => one.date ?? one.announced ?? "9999";
  return [...designations].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** `25 Feb 2025 (date reported)`: a date never stands without what it is the date of, nor a listing that is none any more as if it were one. */
export function dateOf(one: Designation, scene: OrgScene): string {
  const { language } = scene;
  const t = texts(language).orgs;
  const off = offFrom(one);
  switch (stageIn(one, scene)) {
    case "ahead":
      return t.fromDay(day(one.date ?? "", language));
    case "standing":
      return beganOn(one, language);
    case "ending":
      return t.untilDay(beganOn(one, language), day(off ?? "", language));
    case "former":
      if (neverTookEffect(one)) return t.takenBack(day(off ?? "", language));
      return t.wasFromTo(
        one.date === undefined && one.announced === undefined ? undefined : beganOn(one, language),
        off === undefined ? undefined : day(off, language),
      );
  }
}

/** The day on which it was put on the list, with what that day is the day of. */
export function beganOn(one: Designation, language: Language): string {
  const t = texts(language).orgs;
  if (one.date !== undefined)
    return day(one.date, language) + (one.dateBasis === undefined ? "" : ` (${t.basis[one.dateBasis]})`);
  return one.announced === undefined ? t.dateNotStated : `${day(one.announced, language)} (${t.basis.announcement})`;
}

/** A country with one authority is named by its country alone. */
export function shortAuthority(
  id: string,
  record: Pick<OrgRecord, "authorities" | "areasById">,
  language: Language,
): string {
  const authority = record.authorities.find((one) => one.id === id);
  if (authority === undefined) return escape(id);
  const alone = record.authorities.filter((one) => one.country === authority.country).length === 1;
  return escape(alone ? countryName(authority.country, record.areasById, language) : say(authority.name, language));
}

/** `US Department of State (FTO, SDGT) 5 Sep 2025`. */
export function shortListing(one: Designation, scene: OrgScene): string {
  return `${whose(one, scene)} ${dateOf(one, scene)}`;
}

/** `US Department of State (FTO, SDGT)`. */
export function whose(one: Designation, scene: Pick<OrgScene, "record" | "language">): string {
  const initials = initialsOf(say(one.type, scene.language));
  return [
    shortAuthority(one.authority, scene.record, scene.language),
    ...(initials.length === 0 ? [] : [`(${initials.join(", ")})`]),
  ].join(" ");
}

/** `FTO and SDGT` -> FTO, SDGT; a listing described in words is not repeated in the first line. */
function initialsOf(type: string): string[] {
  const words = type.split(/\s+(?:and|y|,)\s+/);
  return words.every((word) => /^[A-Z]{2,}$/.test(word)) ? words : [];
}

export function listingFields(one: Designation, scene: OrgScene): Field[] {
  const { record, language } = scene;
  const t = texts(language).orgs;
  const authority = record.authorities.find((other) => other.id === one.authority);
  const told = (text: Text) => escape(say(text, language));
  const { ended } = one;
  const lines = [
    t.type(told(one.type)),
    ...dateLines(one, scene),
    ...(one.instrument === undefined ? [] : [t.instrument(told(one.instrument))]),
    ...(one.listedAs === undefined ? [] : [t.listedAs(escape(one.listedAs))]),
    ...(one.note === undefined ? [] : [told(one.note)]),
    ...(ended?.instrument === undefined ? [] : [t.offBy(told(ended.instrument))]),
    ...(ended?.note === undefined ? [] : [told(ended.note)]),
    ...[...one.sources, ...(ended?.sources ?? [])].map((source) => `• ${sourceLine(source, language)}`),
  ];
  return fieldOf(t.listed[stageIn(one, scene)](authority === undefined ? one.authority : told(authority.name)), lines);
}

function dateLines(one: Designation, scene: OrgScene): string[] {
  const { language } = scene;
  const t = texts(language).orgs;
  const ahead = one.date !== undefined && one.date > todayOf(one.authority, scene);
  const kind = {
    effect: ahead ? t.effectAhead : t.effect,
    announcement: t.announcement,
    reported: t.reported,
    "announced-effective": t.announcedEffective,
  }[one.dateBasis ?? "effect"];
  return [
    ...(one.date === undefined
      ? [one.announced === undefined ? t.noDate : t.announcement(day(one.announced, language))]
      : [
          kind(day(one.date, language)),
          ...(one.announced === undefined ? [] : [t.announced(day(one.announced, language))]),
        ]),
    ...(one.determinationDated === undefined ? [] : [t.determination(day(one.determinationDated, language))]),
    ...offLines(one, scene),
  ];
}

function offLines(one: Designation, scene: OrgScene): string[] {
  const { ended } = one;
  if (ended === undefined) return [];
  const { language } = scene;
  const t = texts(language).orgs;
  const { date, announced } = ended;
  if (date === undefined) return [announced === undefined ? t.offNoDate : t.offAnnouncedOnly(day(announced, language))];
  const off = stageIn(one, scene) === "former" ? t.off : t.offAhead;
  return [off(day(date, language)), ...(announced === undefined ? [] : [t.offAnnounced(day(announced, language))])];
}

/** What the authorities call the kinds that stand as initials in these listings, each once. */
export function spelledOut(listings: readonly Designation[], { record, language }: OrgScene): Field[] {
  const lines = record.authorities.flatMap(({ id, kinds = [] }) => {
    const used = new Set(
      listings.filter(({ authority }) => authority === id).flatMap(({ type }) => initialsOf(say(type, language))),
    );
    return kinds
      .filter(({ short }) => used.has(short))
      .map(({ short, type, act }) =>
        texts(language).orgs.spelled(
          escape(short),
          escape(say(type, language)),
          act === undefined ? undefined : escape(say(act, language)),
        ),
      );
  });
  return fieldOf(texts(language).orgs.spelledField, [...new Set(lines)]);
}
