// The answers of /strikes: from a cut and a page to messages. Knows no option and no button.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import type { Cut } from "../../src/domain/count.ts";
import { dayOf } from "../../src/domain/time.ts";
import { US_ZONE } from "../../src/domain/fresh.ts";
import { texts } from "../../src/text/index.ts";
import { askBack } from "../../src/views/orgs.ts";
import { strikesView } from "../../src/views/strikes.ts";
import { cutArgs } from "./cut.ts";

/** In place of the message that the button belongs to; its arguments come from outside. */
export function update(cut: Cut | undefined, page: number, context: Context): Answer {
  const known = cut?.org === undefined || context.known.orgsById.has(cut.org);
  if (cut === undefined || !known || !Number.isFinite(page))
    throw new Refusal(texts(context.language).common.brokenButton);
  return answer(list(cut, page, context), "update");
}

export function list(cut: Cut, page: number, context: Context) {
  return strikesView({
    record: context.known,
    cut,
    page,
    today: today(context),
    language: context.language,
    turn: (to) => ({ name: "strikes.page", args: [String(to), ...cutArgs(cut)] }),
    open: { name: "strikes.open", args: [] },
  });
}

/** Two bearers of a name are asked back, with the other filters kept. */
export function forOrg(typed: string, cut: Cut, context: Context) {
  const { language, names } = context;
  const { orgs, strikes: t } = texts(language);
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return list({ ...cut, org: found.id }, 1, context);
  const ask = {
    typed,
    placeholder: orgs.pickOrg,
    action: { name: "strikes.org", args: cutArgs(cut) },
    language,
  };
  return found.is === "several"
    ? askBack({ ...ask, hits: found.hits })
    : askBack({ ...ask, hits: found.nearest, none: t.noOrg });
}

/** US dates: the day where the strikes are announced. */
export function today(context: Context): string {
  return dayOf(context.now, US_ZONE);
}
