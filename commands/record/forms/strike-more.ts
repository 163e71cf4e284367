// "More details" of /record strike: a second form over the same proposal, filled in with what holds without it.
import type { Context } from "../../../src/command.ts";
import { say, texts } from "../../../src/text/index.ts";
import type { Given, MoreFields } from "../form-contract.ts";
import { moreFields } from "./strike-fields.ts";
import { announcerFor, openingOf } from "./strike-read.ts";

export const strikeMore: MoreFields = {
  key: "details",
  label: ({ language }) => texts(language).recordStrike.more,
  title: (_given, { language }) => texts(language).recordStrike.moreTitle,
  fields: (given, context) => moreFields(given, standing(given, context), context),
};

function standing(given: Given, context: Context): { announcedBy: string; group: string } {
  const { known, names, language } = context;
  const { typed, args } = given;
  const announcer = announcerFor({ args, typed: { link: typed.link ?? "" } }, typed.statement ?? "", context);
  const { group } = openingOf(args);
  return {
    announcedBy: say(announcer, language),
    group: known.orgsById.has(group) ? names.orgs.label(group, language) : group,
  };
}
