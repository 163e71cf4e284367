// What a source's record became since it was taken: the versions to record, their kinds read off the contents alone. Pure; what a record claims to be
// (the kind of its own versions) is never believed, for a source states its record's whole life anew each time.
import type { Curfew } from "../domain/curfew.ts";
import type { Fact } from "../domain/fact.ts";
import { canonicalJson } from "../domain/id.ts";
import type { Designation, Org } from "../domain/org.ts";
import type { Subject, Version } from "./importer.ts";

/** The source's state today, if it differs from what was taken. That it changed became known now: it carries no `knownFrom`. */
export function changed(taken: Fact, subject: Subject): Version[] {
  const today = subject.versions.at(-1) ?? subject.versions[0];
  if (canonicalJson(plain(taken.content)) === canonicalJson(plain(today.content))) return [];
  switch (today.kind) {
    case "area.recorded":
    case "area.changed":
      return [{ kind: "area.changed", subject: today.subject, content: today.content }];
    case "strike.recorded":
    case "strike.changed":
      return [{ kind: "strike.changed", subject: today.subject, content: today.content }];
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
      return [{ kind: curfewKind(taken, today.content), subject: today.subject, content: today.content }];
    case "org.recorded":
    case "org.listed":
    case "org.delisted":
    case "org.changed":
      return orgChanges(taken, today.subject, today.content);
    // Kinds that know no change state the whole anew; a withdrawal is what it is.
    case "area.withdrawn":
    case "curfew.withdrawn":
    case "coverage.confirmed":
    case "coverage.withdrawn":
    case "strike.withdrawn":
    case "tally.quoted":
    case "tally.withdrawn":
    case "gap.noted":
    case "gap.withdrawn":
    case "claim.recorded":
    case "claim.withdrawn":
    case "org.withdrawn":
    case "authority.recorded":
    case "authority.withdrawn":
    case "instrument.recorded":
    case "instrument.withdrawn": {
      const { knownFrom: _, ...statedAnew } = today;
      return [statedAnew];
    }
  }
}

/** Only an ending that was not there before ends it now. */
function curfewKind({ content }: Fact, today: Curfew): "curfew.annulled" | "curfew.lifted" | "curfew.changed" {
  const had: Partial<Curfew> = "rules" in content ? content : {};
  if (today.annulled !== undefined && had.annulled === undefined) return "curfew.annulled";
  return today.lifted !== undefined && had.lifted === undefined ? "curfew.lifted" : "curfew.changed";
}

/** Taken off one list and put on another on the same day, it is two things that happened: first off, then on. */
function orgChanges({ content }: Fact, subject: string, today: Org): Version[] {
  const had = "designations" in content ? content.designations : [];
  const before = new Set(had.map(listing));
  const kept = today.designations.filter((one) => before.has(listing(one)));
  const gained = kept.length < today.designations.length;
  const off = new Set(had.filter(({ ended }) => ended !== undefined).map(listing));
  const lost =
    new Set(kept.map(listing)).size < before.size ||
    kept.some((one) => one.ended !== undefined && !off.has(listing(one)));
  const listed: Version = { kind: "org.listed", subject, content: today };
  if (gained && lost) return [{ kind: "org.delisted", subject, content: { ...today, designations: kept } }, listed];
  if (gained) return [listed];
  return [{ kind: lost ? "org.delisted" : "org.changed", subject, content: today }];
}

/** What makes a listing the same listing: who, when, by which act. Its notes and sources may be mended. */
function listing({ authority, date, instrument, instrumentId }: Designation): string {
  return JSON.stringify([authority, date, instrument?.en ?? instrumentId ?? instrument?.es]);
}

const plain = (content: unknown): Parameters<typeof canonicalJson>[0] => JSON.parse(JSON.stringify(content));
