// Words of recording what became of an organisation, in English. Seen by members of the team only. A listing is told as a government's act.
export const recordOrg = {
  /** As the option offers them. */
  what: {
    new: "a new organisation",
    listed: "listed by a government",
    delisted: "taken off a list",
    renamed: "renamed",
    merged: "merged into another",
    named: "another name",
  },
  title: {
    new: () => "A new organisation",
    listed: (name: string) => `Listed: ${name}`,
    delisted: (name: string) => `Taken off a list: ${name}`,
    renamed: (name: string) => `Renamed: ${name}`,
    merged: (name: string) => `Merged: ${name}`,
    named: (name: string) => `Another name: ${name}`,
    change: (name: string) => `Change: ${name}`,
  },
  several: (count: number) => `${count} organisations`,
  ask: (name: string) => `What became of ${name}?`,
  noName: "Please name the organisation.",
  unknown: (typed: string) =>
    `No organisation “${typed}” in our record. To add it, leave out what became of it, or pick: a new organisation.`,
  twoNames: (typed: string, names: string) =>
    `“${typed}” can be several: ${names}. Please pick one of the suggestions.`,
  gone: "That organisation was withdrawn from our record. Nothing was written.",
  field: {
    name: { label: "Name, as it calls itself", description: "With its acronym in brackets: Cártel del Golfo (CDG)" },
    others: { label: "Other names", description: "Separated by semicolons" },
    country: { label: "Country", description: "Ecuador, Colombia, MX" },
    description: { label: "What sources say it is", description: "Loaded words only in quotes, with who says them" },
    link: { label: "Link to the source", description: "https://…" },
    authority: {
      label: "Who lists it",
      description: "us state, ofac, Ecuador … For one we do not know yet, new: Name, Country",
    },
    kind: { label: "Kind of listing; legal act", description: "FTO and SDGT; E.O. 14157" },
    dates: { label: "Announced, and effective from", description: "announced 17 Mar, effective 20 Mar · not stated" },
    note: { label: "Wording, or a remark", description: "Their words in quotes" },
    listing: { label: "Which listing" },
    offDates: {
      label: "Announced, and off the list from",
      description: "announced 17 Mar, effective 20 Mar · not stated",
    },
    act: { label: "By which legal act" },
    newName: { label: "New name", description: "The one until now stays as a former name" },
    acronym: { label: "Acronym", description: "As it is from now on; empty: none" },
    since: { label: "Since when", description: "17 March, 2026-03-17, not stated" },
    by: { label: "Who says so", description: "The organisation, a government, a newspaper" },
    into: { label: "Into which organisation", description: "A name in our record" },
    otherName: { label: "The other name" },
    isFormer: { label: "Which kind of name" },
    until: { label: "Until when, for a former one", description: "2019-05-01, not stated" },
    calledBy: { label: "Who calls it so" },
    nameAndCountry: {
      label: "Name (acronym), country",
      description: "Los Lobos, Ecuador · Cártel del Golfo (CDG), Mexico",
    },
    listings: {
      label: "Dates of its listings, a line each",
      description: "Leave what is right as it is. “off” is the day it left the list",
    },
    reason: { label: "Reason, and who says so", description: "The decree gives 9 January · we misread it" },
  },
  alsoCalled: "it is also called so",
  formerName: "a former name",
  /** As they are typed. */
  dates: {
    announced: (day: string) => `announced ${day}`,
    effect: (day: string) => `effective ${day}`,
    off: "off",
    none: "not stated",
  },
  bad: {
    missing: (field: string) => `“${field}” is empty. Please fill it in.`,
    dates: (typed: string) =>
      `“${typed}” is no date that I can read. Write for example: announced 17 Mar, effective 20 Mar; or: not stated.`,
    oneDay: (typed: string) => `“${typed}” is not one day. Write for example: announced 17 Mar, effective 20 Mar.`,
    country: (typed: string) =>
      `“${typed}” is no country that I know. Write its name or its two letters, for example Ecuador or EC.`,
    authority: (typed: string, known: string) =>
      `“${typed}” is no authority in our record. Known are: ${known}. For another one write, for example, new: Government of Peru, Peru`,
    newAuthority:
      "For an authority that is not in our record yet write its name and its country, for example new: Government of Peru, Peru",
    kind: "Please write which kind of listing it is, for example FTO and SDGT.",
    act: "Several organisations at once are listed by one legal act: please name it behind the kind of listing, after a semicolon, and give its day.",
    listing: "Please pick which listing it is.",
    into: (typed: string) => `“${typed}” is no organisation in our record. Record it first, then the merger.`,
    listings: (lines: number) =>
      `Each of its ${lines} listings keeps its line, with its number. To take it off a list, use: /record org.`,
    end: "To take it off a list, use: /record org.",
    reason: "Please write why, and who says so.",
    linkNeeded: "Please give the link where that is said. Only a correction of our own mistake goes without one.",
  },
  no: {
    ahead: "That day has not come yet. Write the day on which it was announced.",
    "listed-already": "That listing is in our record already.",
    "no-such-listing": "That listing is no longer in our record as it was. Please begin again with /record org.",
    "off-already": "Our record has it taken off that list already. To put a date right, use /record change.",
    "off-before-on": "That is before the day it was put on the list.",
    "same-name": "That is its name already.",
    "no-target": "The organisation it merged into is not in our record.",
    itself: "An organisation cannot merge into itself.",
    circle: "The other one has merged into this one, so that they would lead to each other for ever.",
    "merged-already": "Our record has it merged already. To put that right, use /record change.",
    "named-already": "It has that name in our record already.",
  },
  noListing: (name: string) => `${name} stands on no list in our record, so there is none to take it off.`,
  sameSource: (what: string) => `That listing is in our record already, with this very source: ${what}`,
  nothing: "Nothing differs from what stands.",
  warn: {
    bearers: (name: string, others: string) => `“${name}” is also a name of: ${others}.`,
    near: (others: string) => `Names that are alike: ${others}. Confirm only if this is another organisation.`,
    again: (what: string) =>
      `That listing is in our record already: ${what}. If you confirm, this source is added to it and nothing else changes.`,
    before: "It would take effect before it was announced. Please check the dates.",
    since: "Somebody changed this record after you opened the form. Yours is put upon that:",
    both: (field: string) => `“${field}” was changed by somebody else too; yours takes its place.`,
  },
  lines: {
    told: (channels: number) =>
      channels === 0
        ? "It is news, and no channel asks for news of it. It stands in /orgs from then on."
        : `It is announced in ${channels === 1 ? "1 channel that asks" : `${channels} channels that ask`} for it.`,
    tooOld:
      "It is recorded and not announced as news: it lies more than 72 hours back. Channels that were told otherwise are put right.",
    quiet: "No channel is told of it. It stands in /orgs from then on.",
    ahead: (day: string) => `Until ${day} it is told as announced and not yet in effect.`,
    newAuthority: (name: string) => `${name} joins the record as an authority that lists.`,
    act: (name: string, count: number) => `${name} stands as one legal act with ${count} organisations.`,
    led: (name: string, into: string) =>
      `Who asks for ${name} is led to ${into}. Strikes that name ${name} stay counted there.`,
    oneLanguage: "What you typed is shown in quotes to who reads the other language.",
    why: (word: string, reason: string) => `${word} - ${reason}`,
    saidBy: (who: string) => `Who says so: ${who}`,
  },
  kind: { changed: "CHANGED", updated: "UPDATED", corrected: "CORRECTED" },
  /** Why the version follows the one before, in both languages at once. */
  reason: {
    listed: "put on a list",
    delisted: "taken off a list",
    renamed: "has a new name",
    merged: "merged into another organisation",
    named: "another name is known",
    source: "another source for a listing",
  },
  preview: (name: string, authority: string, count: number) => `${name} (${authority}): ${count} organisations.`,
  recorded: (what: string) => `Recorded: ${what}`,
};
