// /record org, a new organisation: name, other names, country, what sources say it is, link. It writes nothing and asks no leave.
import { type Context, Refusal } from "../../../src/command.ts";
import type { Draft } from "../../../src/domain/fact.ts";
import { isNewSubject } from "../../../src/domain/id.ts";
import { Org } from "../../../src/domain/org.ts";
import { fold } from "../../../src/text/fold.ts";
import { texts } from "../../../src/text/index.ts";
import { together } from "../../../src/together.ts";
import type { Given, RecordForm } from "../form-contract.ts";
import { orgCard, orgRecorded } from "./org-card.ts";
import { countryOf, field, line, LONGEST, nameAndAcronym, needed, paragraph, sourceOf, textIn } from "./org-read.ts";

/** Args: the new organisation's id. */
export const orgNew: RecordForm = {
  name: "org-new",
  title: (_given, { language }) => texts(language).recordOrg.title.new(),
  fields: (given, context) => [
    field("name", given, context, { required: true, max: LONGEST.name }),
    field("others", given, context, { max: LONGEST.others }),
    field("country", given, context, { required: true }),
    field("description", given, context, { required: true, paragraph: true, max: LONGEST.description }),
    field("link", given, context, { required: true, max: LONGEST.link }),
  ],
  read,
  card: orgCard({ read }),
  recorded: orgRecorded,
};

function read(given: Given, context: Context): [Draft] {
  const [subject = ""] = given.args;
  if (!isNewSubject("org", subject)) throw new Refusal(texts(context.language).common.brokenButton);
  const { named, aliases, country, description, source } = together({
    named: () => nameAndAcronym(needed("name", line("name", given, context), context)),
    aliases: () => line("others", given, context, LONGEST.others),
    country: () => countryOf(needed("country", line("country", given, context), context), context),
    description: () => needed("description", paragraph("description", given, context, LONGEST.description), context),
    source: () => sourceOf(given, context),
  });
  const { name, acronym } = named;
  const others = (aliases ?? "").split(";").map((one) => one.trim());
  const own = new Set([name, acronym ?? ""].map(fold));
  const content = Org.parse({
    id: subject,
    name,
    ...(acronym === undefined ? {} : { acronym }),
    otherNames: [...new Map(others.map((one) => [fold(one), one]))]
      .filter(([folded, one]) => one !== "" && !own.has(folded))
      .map(([, one]) => ({ name: one.slice(0, LONGEST.name) })),
    country,
    description: textIn(context.language, description),
    sources: [source],
  });
  return [{ kind: "org.recorded", subject, content }];
}
