// Which military strikes a channel is told of: of which regions, naming whom, with how many killed.
import { type Context, Refusal } from "../../../src/command.ts";
import { Region } from "../../../src/domain/strike.ts";
import { fold } from "../../../src/text/fold.ts";
import { readTotal } from "../../../src/text/tally/total.ts";
import { texts } from "../../../src/text/index.ts";
import { fewest, shown, type Thing, chosenIn, typedIn, withSettings } from "./thing.ts";
import { refusals, together } from "../../../src/together.ts";

const MOST = 25;
const LONGEST = 2000;
const MOST_KILLED = 999;
const REGIONS = Region.options;

export const strikes: Thing = {
  name: "strikes",
  fits: ({ settings }) => settings.topics.includes("strikes"),
  fields: ({ settings }, { language, names }) => {
    const { settings: t, strikes: s } = texts(language);
    const { regions = [], organisations = [], minKilled } = settings;
    return [
      {
        key: "regions",
        kind: "choice",
        label: t.field.regions,
        options: REGIONS.map((region) => ({ value: region, label: s.region[region] })),
        most: REGIONS.length,
        value: regions.join(),
      },
      {
        key: "organisations",
        kind: "paragraph",
        label: t.field.organisations,
        description: t.field.organisationsHint,
        max: LONGEST,
        value: organisations.map((id) => names.orgs.label(id, language)).join("\n"),
      },
      {
        key: "killed",
        kind: "line",
        label: t.field.killed,
        max: 10,
        value: minKilled === undefined ? "" : String(minKilled),
      },
    ];
  },
  read: (filled, draft, context) => {
    const { minKilled, ...read } = together({
      regions: () => chosenIn(filled, "regions", REGIONS, context),
      organisations: () => organisationsOf(typedIn(filled, "organisations"), context),
      minKilled: () => killedOf(typedIn(filled, "killed"), context),
    });
    const [region, ...regions] = read.regions;
    const [org, ...orgs] = read.organisations;
    return withSettings(draft, {
      regions: region === undefined ? undefined : [region, ...regions],
      organisations: org === undefined ? undefined : [org, ...orgs],
      minKilled,
    });
  },
};

function killedOf(typed: string, { language }: Context): number | undefined {
  if (typed === "") return undefined;
  // "5 or more" is what its label asks for.
  const count = readTotal(typed)?.killed ?? 0;
  if (count < 1 || count > MOST_KILLED) throw new Refusal(texts(language).settings.bad.killed(shown(typed)));
  return count;
}

/** One a line, or with commas between; a name that holds a comma is one as it stands. */
function organisationsOf(typed: string, context: Context): readonly string[] {
  const t = texts(context.language).settings.bad;
  if (typed.length > LONGEST) throw new Refusal(t.tooLong(LONGEST));
  const lines = typed.split("\n").map((line) => line.trim());
  const named = lines.flatMap((line) => (isName(line, context) ? [line] : line.split(/[,;]/)));
  const read = named
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => organisation(one, context));
  const why = read.flatMap((one) => ("why" in one ? [one.why] : []));
  if (why.length > 0) throw refusals(fewest(why, context));
  const each = [...new Set(read.flatMap((one) => ("id" in one ? [one.id] : [])))];
  if (each.length > MOST) throw new Refusal(t.tooManyOrganisations(MOST));
  return each;
}

function isName(typed: string, { names, language }: Context): boolean {
  const found = names.orgs.resolve(typed, language);
  return found.is === "one" && fold(names.orgs.label(found.id, language)) === fold(typed);
}

function organisation(typed: string, { names, language }: Context): { id: string } | { why: string } {
  const t = texts(language).settings.bad;
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return { id: found.id };
  const labels = (found.is === "several" ? found.hits : found.nearest).map(({ label }) => label).join("; ");
  if (found.is === "several") return { why: t.several(shown(typed), labels) };
  return { why: t.organisation(shown(typed), labels === "" ? undefined : labels) };
}
