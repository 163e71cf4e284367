// /record org: which form is opened. A name that nobody bears is a new organisation's; of a known one it is asked what became of it. Leave is asked first.
import { answer, type Answer, type Choice, type Context, type Opened, Refusal } from "../../src/command.ts";
import { newSubject } from "../../src/domain/id.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import { askBack, typedBack } from "../../src/views/orgs/list.ts";
import { mayRecord } from "./allowed.ts";
import { begin } from "./flow.ts";
import { formNamed } from "./forms/index.ts";

const WHATS = ["new", "listed", "delisted", "renamed", "merged", "named"] as const;
type What = (typeof WHATS)[number];

/** Rows of buttons hold five. */
const OF_A_KNOWN_ONE = WHATS.filter((what) => what !== "new");

export const orgOptions = {
  name: {
    kind: "text",
    complete: (typed: string, { names, language }: Context): readonly Choice[] =>
      names.orgs.find(typed, language, 25).map((hit) => ({ name: hit.label, value: hit.id })),
  },
  what: {
    kind: "text",
    choices: (language: Context["language"]): readonly Choice[] =>
      WHATS.map((value) => ({ name: texts(language).recordOrg.what[value], value })),
  },
} as const;

export function orgAsked(
  { name, what: typed }: { name: string | undefined; what: string | undefined },
  context: Context,
): Answer | Promise<Answer | Opened> {
  mayRecord(context);
  const t = texts(context.language).recordOrg;
  const what = WHATS.find((one) => one === typed);
  if (what === "new" || (name === undefined && what === undefined)) return opened("new", [], name, context);
  if (name === undefined) throw new Refusal(t.noName);
  const ids = idsOf(name, what, context);
  if (ids === undefined) return opened("new", [], name, context);
  if (ids.is === "several")
    return answer(
      askBack({
        typed: name,
        hits: ids.hits,
        placeholder: texts(context.language).orgs.pickOrg,
        action: { name: "record.org-which", args: [what ?? ""] },
        language: context.language,
      }),
    );
  return what === undefined ? whichAct(ids.ids, context) : opened(what, ids.ids, undefined, context);
}

type Ids = { is: "ids"; ids: readonly string[] } | { is: "several"; hits: readonly { id: string; label: string }[] };

/** Undefined: nobody's name, and nothing said of what became of it. Several by comma where one act lists them. */
function idsOf(typed: string, what: What | undefined, context: Context): Ids | undefined {
  const { names, language } = context;
  const t = texts(language).recordOrg;
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return { is: "ids", ids: [found.id] };
  if (found.is === "several") return found;
  const parts = typed.split(",").map((one) => one.trim());
  if (what === "listed" && parts.length > 1)
    return { is: "ids", ids: [...new Set(parts.map((one) => oneOf(one, context)))] };
  if (what === undefined) return undefined;
  const nearest = found.nearest.map(({ label }) => escape(label)).join("; ");
  throw new Refusal(
    [t.unknown(typedBack(typed)), ...(nearest === "" ? [] : [texts(language).orgs.nearest(nearest)])].join(" "),
  );
}

function oneOf(typed: string, { names, language }: Context): string {
  const t = texts(language).recordOrg;
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return found.id;
  if (found.is === "none") throw new Refusal(t.unknown(typedBack(typed)));
  throw new Refusal(t.twoNames(typedBack(typed), found.hits.map(({ label }) => escape(label)).join("; ")));
}

function whichAct([id = ""]: readonly string[], { known, language }: Context): Answer {
  const t = texts(language).recordOrg;
  const buttons = OF_A_KNOWN_ONE.map((what) => ({
    label: t.what[what],
    press: { action: { name: "record.org-what", args: [what, id] } },
  }));
  return answer({ content: t.ask(escape(known.orgsById.get(id)?.name ?? id)), rows: [{ buttons }] });
}

/** What became of the organisation that was named. */
export function orgWhat([typed, id = ""]: readonly string[], context: Context): Promise<Answer | Opened> {
  mayRecord(context);
  const what = OF_A_KNOWN_ONE.find((one) => one === typed);
  if (what === undefined || !context.known.orgsById.has(id))
    throw new Refusal(texts(context.language).common.brokenButton);
  return opened(what, [id], undefined, context);
}

/** Which of those with the name that was typed. */
export function orgWhich(
  [typed]: readonly string[],
  [id = ""]: readonly string[],
  context: Context,
): Answer | Promise<Answer | Opened> {
  mayRecord(context);
  if (!context.known.orgsById.has(id)) throw new Refusal(texts(context.language).common.brokenButton);
  const what = OF_A_KNOWN_ONE.find((one) => one === typed);
  return what === undefined ? whichAct([id], context) : opened(what, [id], undefined, context);
}

function opened(
  what: What,
  ids: readonly string[],
  name: string | undefined,
  context: Context,
): Promise<Answer | Opened> {
  const form = formNamed(`org-${what}`);
  if (form === undefined) throw new Error(`no form for ${what}`);
  const label =
    name === undefined || !context.known.orgsById.has(name) ? name : context.names.orgs.label(name, context.language);
  const args =
    what === "new" ? [newSubject("org")] : what === "listed" ? [newSubject("org").slice(4), ...ids] : ids.slice(0, 1);
  return begin(form, { args, typed: label === undefined ? {} : { name: label.slice(0, 200) } }, context);
}
