// The answers of /orgs: from a question to messages and to text to paste. Knows no option and no button.
import { answering } from "../../src/answering/answering.ts";
import { present } from "../../src/answering/present.ts";
import { type Answer, answer, type Context, type Reading, Refusal } from "../../src/command.ts";
import { mergedInto, successors } from "../../src/domain/org-change.ts";
import { OrgsQuestion } from "../../src/domain/question.ts";
import { texts } from "../../src/text/index.ts";
import { asKnown } from "../../src/views/as-known.ts";
import type { Button } from "../../src/views/message.ts";
import type { OrgScene } from "../../src/views/orgs/listing.ts";
import { isListed, mergedSentence, orgLines, orgView } from "../../src/views/orgs/org.ts";
import { askBack, keyOf, orgsLines, type OrgsQuestion as Shown, orgsView } from "../../src/views/orgs/list.ts";
import { pageOf } from "../../src/views/paging.ts";
import { type Lists, listsOf, type NoLists } from "./lists.ts";

export const answers = answering({
  schema: OrgsQuestion,
  args: (question) =>
    question.is === "orgs.one"
      ? ["o", question.id, question.lists, ...(question.from === undefined ? [] : [question.from])]
      : ["l", String(question.page), question.lists],
  parse: ([kind, first, lists, from, ...more]) => {
    if (more.length > 0) return undefined;
    if (kind === "o") return { is: "orgs.one", id: first, lists, ...(from === undefined ? {} : { from }) };
    return kind === "l" && from === undefined ? { is: "orgs.list", page: Number(first), lists } : undefined;
  },
  messages(question, reading) {
    const lists = selected(question.lists, reading);
    if (question.is === "orgs.list")
      return lists === undefined ? undefined : orgsView(shown(lists, question.page, reading));
    const org = reading.known.orgsById.get(question.id);
    return org && orgView(org, sceneOf(reading), remark(question, lists, reading));
  },
  lines(question, reading) {
    const lists = selected(question.lists, reading);
    const closing = asKnownLine(reading);
    if (question.is === "orgs.list")
      return lists === undefined ? undefined : [...orgsLines(shown(lists, question.page, reading)), closing];
    const org = reading.known.orgsById.get(question.id);
    return org && [...orgLines(org, sceneOf(reading), remark(question, lists, reading)), closing];
  },
  ways,
  gone: (language) => texts(language).orgs.gone,
});

export const own = { name: "orgs", answers };

/** The lists that a button's words mean; undefined where they mean none any more. */
function selected(selector: string, reading: Reading): Lists | undefined {
  if (selector === "") return everything(reading);
  const lists = listsOf(selector, reading);
  return lists.is === "lists" ? lists : undefined;
}

const sceneOf = ({ known, now, language }: Reading): OrgScene => ({ record: known, now, language });

function everything(reading: Reading): Lists {
  const { known, language } = reading;
  const onLists = known.orgs.filter((org) => isListed(org, sceneOf(reading))).length;
  const title = texts(language).orgs.all(known.orgs.length, onLists);
  return { is: "lists", selector: "", label: "", title, orgs: known.orgs, asked: () => true, disputed: [] };
}

type One = Extract<OrgsQuestion, { is: "orgs.one" }>;

/** First of all: what became of the one that was asked for, and that it is not on the list that was asked for. */
function remark({ id, from }: One, lists: Lists | undefined, reading: Reading): string | undefined {
  const missing = lists !== undefined && lists.selector !== "" && !lists.orgs.some((org) => org.id === id);
  const sentences = [
    ...(from === undefined ? [] : wayTo(id, from, reading)),
    ...(missing ? [texts(reading.language).orgs.notOnThat(lists.label)] : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

/** Each step from the one asked for to the one shown; none where it no longer leads there. */
function wayTo(id: string, from: string, reading: Reading): string[] {
  const { orgsById } = reading.known;
  const chain = successors(from, orgsById);
  if (!chain.includes(id)) return [];
  const steps = [from, ...chain.slice(0, chain.indexOf(id))];
  return steps.flatMap((step) => {
    const org = orgsById.get(step);
    return org === undefined ? [] : [mergedSentence(org, sceneOf(reading))];
  });
}

/** Discord's limits: buttons of a row, letters of a label. */
const BUTTONS = 5;
const LABEL = 80;

/** From one that merged to what it went on as, and from there to those whose listings stand apart. */
function ways(question: OrgsQuestion, { known, language }: Reading): readonly Button[] {
  if (question.is !== "orgs.one") return [];
  const t = texts(language).orgs;
  const button = (label: string, id: string): Button => ({
    label: label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label,
    press: { action: { name: "orgs.ask", args: ["o", id, ""] } },
  });
  const last = successors(question.id, known.orgsById).at(-1);
  const next = last === undefined ? undefined : known.orgsById.get(last);
  return [
    ...(next === undefined ? [] : [button(t.openSuccessor(next.name), next.id)]),
    ...mergedInto(question.id, known.orgs).map((org) => button(t.openMerged(org.name), org.id)),
  ].slice(0, BUTTONS);
}

function shown(lists: Lists, page: number, { known, now, language, defaultArea }: Reading): Shown {
  const { title, orgs, disputed, selector } = lists;
  return {
    record: known,
    title,
    orgs,
    asked: selector === "" ? undefined : lists.asked,
    disputed,
    home: defaultArea.slice(0, 2),
    page,
    now,
    language,
    turn: (to, key) => ({ name: "orgs.page", args: [to, selector, key] }),
    open: (at, key) => ({ name: "orgs.open", args: [at, selector, key] }),
  };
}

function asKnownLine({ known, now, language, defaultArea }: Reading): string {
  return texts(language).share.asKnown(asKnown({ record: known, place: defaultArea, at: now, language }, true));
}

/** "The last page", whatever its number is by then. */
const LAST = 999_999;

/** In place of the message that the button belongs to. Buttons of an older version carry no key. */
export function turned([page, selector = "", key]: readonly string[], context: Context): Answer {
  const { common } = texts(context.language);
  const number = pageOf(page);
  const lists = selected(selector, context);
  if (lists === undefined || number === undefined) throw new Refusal(common.brokenButton);
  const changed = key !== undefined && key !== keyOf(lists.orgs);
  const question = { is: "orgs.list", lists: selector, page: Math.min(number, LAST) } as const;
  return present(own, question, context, { to: "update", ...(changed ? { note: common.listChanged } : {}) });
}

/** The first page of whose lists were asked for. */
export function list(lists: string, context: Context): Answer {
  if (selected(lists, context) === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return present(own, { is: "orgs.list", lists, page: 1 }, context);
}

/** One organisation by what was typed; where a list was asked for too, whether it stands on it comes first. */
export function one(typed: string, lists: string, context: Context): Answer {
  const { language, names } = context;
  const t = texts(language).orgs;
  const found = names.orgs.resolve(typed, language);
  if (found.is === "one") return led(found.id, lists, context);
  const ask = { typed, placeholder: t.pickOrg, action: { name: "orgs.open", args: ["", lists] }, language };
  return answer(
    found.is === "several"
      ? askBack({ ...ask, hits: found.hits })
      : askBack({ ...ask, hits: found.nearest, none: t.noOrg }),
  );
}

/** Who asks for one that went on as another is led there, and told so. */
function led(id: string, lists: string, context: Context): Answer {
  const next = successors(id, context.known.orgsById).at(-1);
  return next === undefined
    ? opened(["", lists], id, context)
    : present(own, { is: "orgs.one", id: next, lists, from: id }, context);
}

/** Beside the list, with the way back to its page; from a question back, or a menu of an older version, there is none. */
export function opened(args: readonly string[], id: string, context: Context): Answer {
  const [page, lists = ""] = args;
  const back = pageOf(page) === undefined ? {} : { back: { name: "orgs.page", args: args.slice(0, 3) } };
  return present(own, { is: "orgs.one", id, lists }, context, back);
}

export function whichList(typed: string, { is, hits }: NoLists, { language }: Context): Answer {
  const t = texts(language).orgs;
  const ask = { typed, hits, placeholder: t.pickList, action: { name: "orgs.lists", args: [] }, language };
  return answer(is === "several" ? askBack(ask) : askBack({ ...ask, none: t.noList }));
}
