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

type Step = { at: InstantText; kind: "org.listed" | "org.delisted" | "org.changed" };

/** One version for each listing, its end and the merger, in the order in which they became known: before it was announced, nobody knew of it. */
export function orgVersions({ content, knownFrom }: Known<Org>, zoneOf: (country: string) => Zone): Versions {
  const since = (day: Day | undefined, country: string) => (day === undefined ? undefined : at(day, zoneOf(country)));
  const dated = content.designations.map((listing) => {
    const country = listing.authority.slice(0, 2).toUpperCase();
    const { ended } = listing;
    return {
      listing,
      since: since(listing.announced ?? listing.date ?? listing.notBefore, country),
      off: since(ended?.announced ?? ended?.date, country),
    };
  });
  const merged = since(content.mergedInto?.date, content.country);
  const steps = inOrder([
    ...dated.flatMap((one) => (one.since === undefined ? [] : [{ at: one.since, kind: "org.listed" as const }])),
    ...dated.flatMap((one) => (one.off === undefined ? [] : [{ at: one.off, kind: "org.delisted" as const }])),
    ...(merged === undefined ? [] : [{ at: merged, kind: "org.changed" as const }]),
  ]);
  const first = knownFrom ?? steps[0]?.at ?? at("2000-01-01", "UTC");
  const asOf = (when: InstantText): Org => {
    const isKnown = (one: InstantText | undefined) => one === undefined || instant(one) <= instant(when);
    const { mergedInto, ...rest } = content;
    return {
      ...rest,
      designations: dated
        .filter((one) => isKnown(one.since))
        .map(({ listing: { ended, ...listing }, off }) =>
          ended === undefined || !isKnown(off) ? listing : { ...listing, ended },
        ),
      ...(mergedInto === undefined || !isKnown(merged) ? {} : { mergedInto }),
    };
  };
  const later = steps.filter((step) => instant(step.at) > instant(first));
  return [
    { kind: "org.recorded", subject: content.id, content: asOf(first), knownFrom: first },
    ...later.map((step): Version => ({
      kind: step.kind,
      subject: content.id,
      content: asOf(step.at),
      knownFrom: step.at,
    })),
  ];
}

/** Each instant once, by the first that became known then. */
function inOrder(steps: readonly Step[]): Step[] {
  const sorted = steps.toSorted((a, b) => instant(a.at) - instant(b.at));
  return sorted.filter((step, i) => i === 0 || instant(sorted[i - 1]?.at ?? step.at) !== instant(step.at));
}
