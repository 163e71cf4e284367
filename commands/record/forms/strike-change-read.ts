// What was typed over a strike that stands, as the version that follows it: only what was changed, put upon what stands by now. It touches no figure whose
// line says what it said before.
import { type Context, Refusal } from "../../../src/command.ts";
import { addressKey } from "../../../src/domain/address.ts";
import type { Fact } from "../../../src/domain/fact.ts";
import type { Source } from "../../../src/domain/source.ts";
import { Strike } from "../../../src/domain/strike.ts";
import type { Text } from "../../../src/domain/text.ts";
import type { Figure } from "../../../src/domain/toll.ts";
import { type Why, WhyKind } from "../../../src/domain/why.ts";
import { texts } from "../../../src/text/index.ts";
import { sameAmount } from "../../../src/text/strike/amount.ts";
import { announcerIn, announcerNamed, announcerOf } from "../../../src/text/strike/announcer.ts";
import { amountOf, readLines } from "../../../src/text/strike/figures.ts";
import { languageIn } from "../../../src/text/strike/found.ts";
import type { Told } from "../../../src/text/strike/told.ts";
import { typedBack } from "../../../src/views/orgs/list.ts";
import { isSame } from "../../../src/views/record/parts-of.ts";
import { together } from "../../../src/together.ts";
import type { Given } from "../form-contract.ts";
import { LONGEST } from "./strike-fields.ts";
import { both, figureOf, lineOf, linkOf, regionOf, textOf, toldOf } from "./strike-read.ts";

const Kind = WhyKind.extract(["changed", "updated", "corrected"]);
export type Kind = "changed" | "updated" | "corrected";

export interface Standing {
  kind: Kind;
  /** The version that the form showed. */
  seen: Strike;
  head: Fact;
  /** The head's. */
  stands: Strike;
}

/** Throws a Refusal on what no button of ours can have carried, and where the record was withdrawn meanwhile. */
export function standingOf([subject = "", version = "", is]: readonly string[], context: Context): Standing {
  const { recording, versions, language } = context;
  const { common, recordStrikeChange: t } = texts(language);
  const kind = Kind.safeParse(is).data;
  const seen = versions("strike", subject).find(({ id }) => id === version);
  const head = recording.head("strike", subject);
  if (kind === undefined || seen === undefined || !("figures" in seen.content) || head === undefined)
    throw new Refusal(common.brokenButton);
  if (!("figures" in head.content)) throw new Refusal(t.gone);
  return { kind, seen: seen.content, head, stands: head.content };
}

export function toldIn({ date, dateBasis, announcedOn }: Strike): Told {
  return { date, dateBasis, ...(announcedOn === undefined || dateBasis !== "strike" ? {} : { announcedOn }) };
}

/** The new version and why. Throws a Refusal that names everything that cannot be read. */
export function readChange(
  { args, typed }: Given,
  context: Context,
): { standing: Standing; content: Strike; why: Why } {
  const t = texts(context.language).recordStrikeChange;
  const standing = standingOf(args, context);
  const { kind, seen, stands } = standing;
  let linked: Source | undefined;
  const { told, region, reason } = together({
    told: () => toldOf(typed.told ?? "", context),
    region: () => (seen.target === "land" ? undefined : regionOf(typed.region, context)),
    // The day of the report is its own; whether link and figures can be read hangs on nothing.
    link: () => (linked = sourceOf(typed.link, stands, toldIn(seen), context)),
    killed: () => changedFigures(typed.killed ?? "", { standing, source: linked }, context),
    reason: () => reasonOf(typed.reason, context),
  });
  const source = sourceOf(typed.link, stands, told, context);
  const figures = changedFigures(typed.killed ?? "", { standing, source }, context);
  const { date, dateBasis, announcedOn, ...others } = stands;
  const content = Strike.parse({
    ...others,
    // Another day is another day with all that is told of it: what was announced before is not kept beside it.
    ...(isSame(days(told), toldIn(seen)) ? { date, dateBasis, announcedOn } : days(told)),
    ...(region === undefined || region === seen.region ? {} : { region }),
    figures: figures.all,
    sources:
      source === undefined || stands.sources.some((one) => one === source)
        ? stands.sources
        : [...stands.sources, source],
  });
  if (isSame(content, stands)) throw new Refusal(t.nothing);
  const changed = figures.changed;
  const said = changed?.source === undefined ? undefined : stands.sources.find(({ url }) => url === changed.source);
  const by =
    announcerIn(reason) ?? (changed === undefined ? undefined : (changed.by ?? stands.announcedBy)) ?? byOf(source);
  if (kind !== "corrected" && by === undefined) throw new Refusal(t.noBy);
  const from = source ?? said;
  if (kind !== "corrected" && from === undefined) throw new Refusal(t.noSource);
  const why: Why = {
    is: kind,
    reason: { [languageIn(reason) ?? context.language]: reason },
    ...(by === undefined ? {} : { by }),
    ...(from === undefined ? {} : { source: from }),
  };
  return { standing, content, why };
}

function reasonOf(typed: string | undefined, context: Context): string {
  const reason = textOf(typed, LONGEST.reason, context);
  if (reason === undefined) throw new Refusal(texts(context.language).recordStrikeChange.noReason);
  return reason;
}

function days({ date, dateBasis, announcedOn }: Told): Told & { announcedOn?: string } {
  return { date, dateBasis, ...(announcedOn === undefined ? {} : { announcedOn }) };
}

/** The record's own, where the link stands there already. */
function sourceOf(
  typed: string | undefined,
  { sources }: Strike,
  { reportedOn }: Told,
  context: Context,
): Source | undefined {
  if (lineOf(typed, LONGEST.link, context) === undefined) return undefined;
  const link = linkOf(typed ?? "", context);
  const stands = sources.find(({ url }) => url !== undefined && addressKey(url) === addressKey(link.url));
  const publisher = link.host.replace(/^www\./, "");
  return stands ?? { publisher, url: link.url, ...(reportedOn === undefined ? {} : { date: reportedOn }) };
}

function byOf(source: Source | undefined): Text | undefined {
  if (source === undefined) return undefined;
  const { publisher } = source;
  const own = source.url === undefined ? undefined : announcerOf(new URL(source.url).hostname);
  return own ?? (typeof publisher === "string" ? both(publisher) : publisher);
}

/** `changed`: the figure that was changed, where it is one. */
function changedFigures(
  typed: string,
  { standing, source }: { standing: Standing; source: Source | undefined },
  context: Context,
): { all: Figure[]; changed: Figure | undefined } {
  const t = texts(context.language).recordStrikeChange;
  const { seen, stands, kind } = standing;
  const read = readLines(typed, seen);
  if (read.is !== "lines") throw new Refusal(t.badLine[read.is](typedBack(read.line)));
  const all = [...stands.figures];
  const changed: Figure[] = [];
  for (const { label, figure, amount } of read.lines) {
    if (figure === undefined) {
      if (amount === undefined) continue;
      const by = seen.figures.some(({ measure }) => measure === "killed") ? undefined : announcedAs(label, seen);
      if (source?.url === undefined && by === undefined) throw new Refusal(t.newNeedsLink(typedBack(label)));
      const named = by ?? announcerNamed(label) ?? both(label);
      all.push({
        ...figureOf("killed", amount),
        by: named,
        ...(source?.url === undefined ? {} : { source: source.url }),
      });
      continue;
    }
    if (amount !== undefined && sameAmount(amount, amountOf(figure))) continue;
    const at = placeIn(all, figure);
    changed.push(figure);
    if (at < 0) throw new Refusal(t.figureGone(typedBack(label)));
    if (amount === undefined) all.splice(at, 1);
    else all[at] = revised(all[at] ?? figure, figureOf("killed", amount), source, kind);
  }
  const [only, ...others] = changed;
  return { all, changed: others.length === 0 ? only : undefined };
}

function announcedAs(label: string, { announcedBy }: Strike): Text | undefined {
  return label === announcedBy.en || label === announcedBy.es ? announcedBy : undefined;
}

/** The very figure; where somebody changed it meanwhile, the one that the same source gives. -1: it is gone. */
function placeIn(figures: readonly Figure[], figure: Figure): number {
  const same = figures.findIndex((one) => isSame(one, figure));
  if (same >= 0) return same;
  return figures.findIndex(
    (one) => one.measure === figure.measure && isSame(one.by, figure.by) && one.source === figure.source,
  );
}

/** Words were those of the old figure; so was the day, unless the mistake was ours. */
function revised(was: Figure, is: Figure, source: Source | undefined, kind: Kind): Figure {
  const { wording: _, date, ...kept } = was;
  const { high: _high, ...rest } = kept;
  return {
    ...rest,
    ...is,
    ...(date !== undefined && kind === "corrected" ? { date } : {}),
    ...(source?.url === undefined ? {} : { source: source.url }),
  };
}
