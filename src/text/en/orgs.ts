// Words of organisations, in English. A listing is told as a government's act; nothing here says what an organisation is.
import { sentence } from "../sentence.ts";

const many = (n: number, one: string, several: string) => `${n} ${n === 1 ? one : several}`;
const orgsOf = (n: number) => many(n, "organisation", "organisations");

export const orgs = {
  act: "A listing is a government's act, not a court ruling.",
  onLists: (who: string, count: number, lists: string) =>
    `${who}: on ${many(count, "government list", "government lists")}: ${lists}.`,
  onNone: (who: string) => `${who}: on no government list that we know of.`,
  dateNotStated: "date not stated",
  /** What a date is the date of, where it is not the day on which the listing took effect. */
  basis: {
    announcement: "date announced",
    reported: "date reported",
    "announced-effective": "effect as announced",
  },
  otherNames: "Other names",
  former: (name: string, until?: string) => `${name} (former name${until === undefined ? "" : `, until ${until}`})`,
  calledBy: (name: string, by: string) => `${name}; so called by ${by}`,
  onNoneNow: (who: string) => `${who}: on no government list now, as far as we know.`,
  /** `20 Mar 2026`: announced, takes effect later. */
  ahead: (lists: string) => sentence(`Announced, not yet in effect: ${lists}`),
  was: (lists: string) => sentence(`Taken off: ${lists}`),
  fromDay: (day: string) => `from ${day}`,
  untilDay: (since: string, off: string) => `${since} (to be taken off ${off})`,
  wasFromTo: (from: string | undefined, to: string | undefined) =>
    from === undefined && to === undefined
      ? "(dates not stated)"
      : to === undefined
        ? `(on it since ${from}, end not stated)`
        : from === undefined
          ? `(was on the list until ${to})`
          : `(was on the list ${from} to ${to})`,
  takenBack: (day: string) => `(taken back ${day}, before it took effect)`,
  listed: {
    standing: (authority: string) => `Listed by: ${authority}`,
    ending: (authority: string) => `Listed by: ${authority}`,
    ahead: (authority: string) => `To be listed by: ${authority}`,
    former: (authority: string) => `No longer listed by: ${authority}`,
  },
  effectAhead: (day: string) => `Takes effect: ${day}`,
  off: (day: string) => `Taken off the list: ${day}`,
  offAhead: (day: string) => `To be taken off the list: ${day}`,
  offAnnounced: (day: string) => `Taking off announced: ${day}`,
  offAnnouncedOnly: (day: string) => `Taken off the list, announced ${day} (from which day is not stated)`,
  offNoDate: "Taken off the list: date not stated",
  offBy: (act: string) => `Taken off by: ${act}`,
  spelledField: "Spelled out, in the authority's own words",
  spelled: (short: string, name: string, act: string | undefined) =>
    `${short}: “${name}”${act === undefined ? "" : ` (${act})`}`,
  merged: (name: string, into: string, said: string) =>
    `${name} merged into ${into}${said === "" ? "" : ` (${said})`}.`,
  mergedInto: "Merged into",
  mergedHere: "Merged into it, with listings of their own",
  says: (who: string) => `says ${who}`,
  mergersField: "Merged organisations",
  countedApart: "Strikes are counted under the name they were announced with.",
  openMerged: (name: string) => `Listings of ${name}`,
  strikesOf: (name: string) => `Strikes that name ${name}`,
  openSuccessor: (name: string) => `To ${name}`,
  country: "Country",
  activeIn: "Active in",
  description: "Description",
  type: (type: string) => `Kind of listing: ${type}`,
  effect: (day: string) => `Took effect: ${day}`,
  announcement: (day: string) => `Announced: ${day} (when it took effect is not stated)`,
  reported: (day: string) => `Reported: ${day} (when it took effect is not stated)`,
  announcedEffective: (day: string) => `To take effect, as announced: ${day}`,
  noDate: "Date: not stated",
  announced: (day: string) => `Announced: ${day}`,
  determination: (day: string) => `Determination dated: ${day}`,
  instrument: (instrument: string) => `Legal act: ${instrument}`,
  listedAs: (name: string) => `Listed under the name: ${name}`,
  category: "Category given by Ecuador's authorities",
  namedField: "Strikes in which it was named",
  named: (strikes: string, records: number, days: string) =>
    `Named by whoever announced them in ${strikes} on vessels (${many(records, "record", "records")}): ${days}. An allegation, not a finding of ours.`,
  lastDays: (count: number, days: string) => `the last ${count} on ${days}`,
  namedInNone: (records: number, silent: number) =>
    `Named in none of our ${many(records, "record", "records")}; ${silent} name no group.`,
  namedOnLand: (days: string) => `Named in operations on land, outside those counts: ${days}.`,
  all: (count: number, listed: number) => `${orgsOf(count)} in our record, ${listed} of them on government lists.`,
  byAuthority: (authority: string, count: number) => `${authority}: ${orgsOf(count)} on its lists that we know of.`,
  byCountry: (country: string, count: number, each: string) =>
    `${country}: ${orgsOf(count)} on its authorities' lists that we know of (${each}).`,
  byInstrument: (instrument: string, authority: string, day: string, count: number) =>
    `${instrument} (${authority}, ${day}): ${orgsOf(count)}.`,
  byText: (typed: string, count: number) =>
    `“${typed}” in the legal act: ${many(count, "organisation", "organisations")}.`,
  each: (authority: string, count: number) => `${authority} ${count}`,
  group: (country: string, count: number) => `${country} (${count})`,
  groupPart: (country: string, shown: number, count: number) => `${country} (${shown} of ${count})`,
  more: (ahead: number, former: number) =>
    [
      ...(ahead === 0 ? [] : [` Announced and not yet in effect: ${ahead} more.`]),
      ...(former === 0 ? [] : [` Taken off again: ${former}.`]),
    ].join(""),
  nowhere: (lists: string) => `on no list now, as far as we know; ${lists}`,
  line: (name: string, lists: string) => `• **${name}**: ${lists}`,
  name: (name: string) => `• **${name}**`,
  sameField: "Kind of listing, for all of them",
  onNoList: "on no list that we know of",
  notOnThat: (list: string) => `Not on the lists asked for (${list}), as far as we know.`,
  open: "Open one organisation",
  noOrg: (typed: string) => `No organisation “${typed}” that we know of. That does not mean that no list has it.`,
  noList: (typed: string) => `No authority, country or legal act “${typed}” that we know of.`,
  nearest: (names: string) => sentence(`Nearest: ${names}`),
  pickOrg: "Pick an organisation",
  pickList: "Pick a list",
  gone: "That organisation is no longer in our record. Please type /orgs again.",
};
