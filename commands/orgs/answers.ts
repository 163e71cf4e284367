// The answers of /orgs: from a list, a name or an id to messages. Knows no option and no button.
import { type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import type { Message } from "../../src/views/message.ts";
import { orgView } from "../../src/views/org.ts";
import { askBack, orgsView } from "../../src/views/orgs.ts";
import type { Lists, NoLists } from "./lists.ts";

export function everything({ known, language }: Context): Lists {
  const listed = known.orgs.filter((org) => org.designations.length > 0).length;
  const title = texts(language).orgs.all(known.orgs.length, listed);
  return { is: "lists", selector: "", label: "", title, orgs: known.orgs, asked: () => true, disputed: [] };
}

export function list(lists: Lists, page: number, { known, language, defaultArea }: Context): readonly Message[] {
  const { title, orgs: found, disputed } = lists;
  return orgsView({
    record: known,
    title,
    orgs: found,
    asked: lists.selector === "" ? undefined : lists.asked,
    disputed,
    home: defaultArea.slice(0, 2),
    page,
    language,
    turn: (to) => ({ name: "orgs.page", args: [String(to), lists.selector] }),
    open: { name: "orgs.open", args: [] },
  });
}

/** One organisation; where a list was asked for too, whether it stands on it comes first. */
export function one(typed: string, lists: Lists, context: Context): readonly Message[] {
  const { language, names } = context;
  const t = texts(language).orgs;
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return opened(found.id, context, lists);
  const ask = { typed, placeholder: t.pickOrg, action: { name: "orgs.open", args: [] }, language };
  return [
    found.is === "several"
      ? askBack({ ...ask, hits: found.hits })
      : askBack({ ...ask, hits: found.nearest, none: t.noOrg }),
  ];
}

export function opened(id: string, { known, language }: Context, lists?: Lists): readonly Message[] {
  const t = texts(language).orgs;
  const org = known.orgsById.get(id);
  if (org === undefined) throw new Refusal(t.gone);
  const missing = lists !== undefined && !lists.orgs.includes(org);
  return orgView(org, known, language, missing ? t.notOnThat(lists.label) : undefined);
}

export function whichList(typed: string, { is, hits }: NoLists, { language }: Context): Message {
  const t = texts(language).orgs;
  const ask = { typed, hits, placeholder: t.pickList, action: { name: "orgs.lists", args: [] }, language };
  return is === "several" ? askBack(ask) : askBack({ ...ask, none: t.noList });
}
