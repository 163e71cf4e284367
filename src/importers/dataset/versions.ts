// From a record of the data set to the versions its subject went through, each with the time since when it was known. Pure.
import type { Curfew } from "../../domain/curfew.ts";
import { US_ZONE } from "../../domain/fresh.ts";
import type { Org } from "../../domain/org.ts";
import type { Strike } from "../../domain/strike.ts";
import { dayStart, type Day, type InstantText, instant, isoOf, type Zone } from "../../domain/time.ts";
import type { Version } from "../importer.ts";

type Versions = readonly [Version, ...Version[]];
type Known<T> = { content: T; knownFrom?: InstantText | undefined };

export const at = (day: Day, zone: Zone): InstantText => isoOf(dayStart(day, zone));

/** Known since it was announced, else declared. What a court or an authority did to it later became known later. */
export function curfewVersions({ content, knownFrom }: Known<Curfew>): Versions {
  const { annulled, lifted, ...declared } = content;
  const from = knownFrom ?? at(content.announced ?? content.declared, content.zone);
  const first: Version = { kind: "curfew.declared", subject: content.id, content: declared, knownFrom: from };
  const end = annulled ?? lifted;
  if (end === undefined) return [first];
  // Before the ruling nobody could know of it: the first version has no end, and nothing that was said later.
  const { lastNight, endsBy: _, ...open } = declared;
  const lastConfirmed = content.lastConfirmed ?? lastNight ?? content.firstNight;
  const amendments = content.amendments.filter((one) => one.date <= content.declared);
  const running: Curfew = { ...open, lastConfirmed, amendments, notes: [], disputed: [] };
  const kind = annulled === undefined ? "curfew.lifted" : "curfew.annulled";
  return [
    { ...first, content: running },
    { kind, subject: content.id, content, knownFrom: at(end.date, content.zone) },
  ];
}

/** Known since the announcement, else since its day. */
export function strikeVersions({ content, knownFrom }: Known<Strike>): Versions {
  return [
    {
      kind: "strike.recorded",
      subject: content.id,
      content,
      knownFrom: knownFrom ?? at(content.announcedOn ?? content.date, US_ZONE),
    },
  ];
}

/** One version for each listing, in the order in which they became known: before a listing was announced, nobody knew of it. */
export function orgVersions({ content, knownFrom }: Known<Org>, zoneOf: (country: string) => Zone): Versions {
  const dated = content.designations.map((listing) => {
    const day = listing.announced ?? listing.date ?? listing.notBefore;
    return {
      listing,
      since: day === undefined ? undefined : at(day, zoneOf(listing.authority.slice(0, 2).toUpperCase())),
    };
  });
  const steps = [...new Set(dated.flatMap(({ since }) => since ?? []))].sort((a, b) => instant(a) - instant(b));
  const first = knownFrom ?? steps[0] ?? at("2000-01-01", "UTC");
  const asOf = (when: InstantText): Org => ({
    ...content,
    designations: dated
      .filter(({ since }) => since === undefined || instant(since) <= instant(when))
      .map(({ listing }) => listing),
  });
  const later = steps.filter((step) => instant(step) > instant(first));
  return [
    { kind: "org.recorded", subject: content.id, content: asOf(first), knownFrom: first },
    ...later.map((step): Version => ({
      kind: "org.listed",
      subject: content.id,
      content: asOf(step),
      knownFrom: step,
    })),
  ];
}
