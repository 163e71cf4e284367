// The form that withdraws a record: not to be used any more, with a reason that readers get. It writes nothing; what it leaves is not known, never "none".
import { type Context, Refusal } from "../../../src/command.ts";
import { figure } from "../../../src/domain/count.ts";
import type { Draft, Fact } from "../../../src/domain/fact.ts";
import { isOfficial } from "../../../src/domain/official.ts";
import type { Strike } from "../../../src/domain/strike.ts";
import type { Text } from "../../../src/domain/text.ts";
import type { Why } from "../../../src/domain/why.ts";
import { texts } from "../../../src/text/index.ts";
import { cleanLine } from "../../../src/text/typed/clean.ts";
import { readLink } from "../../../src/text/typed/link.ts";
import { escape } from "../../../src/views/escape.ts";
import type { Message } from "../../../src/views/message.ts";
import { shortListing, stageIn } from "../../../src/views/orgs/listing.ts";
import { differences } from "../../../src/views/record/differences.ts";
import { contentOf, namedBy } from "../../../src/views/record/subject.ts";
import { sourceLine } from "../../../src/views/sources.ts";
import type { Card, Given, RecordForm } from "../form-contract.ts";
import { needsSecond, withdrawal } from "../second.ts";

/** As long as stands whole in a first line with what it is about. */
const REASON = 300;

export const withdraw: RecordForm = {
  name: "withdraw",
  title: (_given, { language }) => texts(language).review.withdraw.title,
  fields: ({ typed }, { language }) => {
    const t = texts(language).review.withdraw;
    return [
      {
        key: "reason",
        label: t.reason,
        description: t.reasonExample,
        required: true,
        kind: "paragraph",
        max: REASON,
        ...(typed["reason"] ? { value: typed["reason"] } : {}),
      },
      {
        key: "link",
        label: t.link,
        description: t.linkExample,
        kind: "line",
        max: 1000,
        ...(typed["link"] ? { value: typed["link"] } : {}),
      },
    ];
  },
  read: (given, context) => [read(given, context)],
  card,
  recorded: (facts, context) => texts(context.language).review.withdraw.recorded(nameOf(facts, context)),
};

/** In this order in the arguments: the noun, the subject, the version that was seen, how many channels were told of it. */
function read({ args: [noun = "", subject = ""], typed }: Given, context: Context): Draft {
  const t = texts(context.language);
  const kind = withdrawal(noun);
  const head = context.recording.head(noun, subject);
  if (kind === undefined || head === undefined) throw new Refusal(t.common.brokenButton);
  if (head.kind.endsWith(".withdrawn")) throw new Refusal(t.review.withdraw.gone);
  mayGo(head, context);
  const reason = reasonOf(typed["reason"] ?? "", context);
  const why: Why = { is: "withdrawn", reason, ...sourceOf(typed["link"] ?? "", context) };
  return { kind, subject, prev: head.id, content: { reason }, why };
}

function reasonOf(typed: string, { language }: Context): Text {
  const t = texts(language).review.withdraw;
  const clean = cleanLine(typed, REASON);
  if (clean.is === "empty") throw new Refusal(t.noReason);
  if (clean.is === "too-long") throw new Refusal(texts(language).typed.tooLong(clean.length, clean.max));
  return { [language]: clean.text };
}

function sourceOf(typed: string, { language }: Context): Pick<Why, "source" | "official"> {
  if (typed.trim() === "") return {};
  const link = readLink(typed);
  if (link.is === "no") throw new Refusal(texts(language).typed.link[link.why]);
  return {
    source: { publisher: link.host.replace(/^www\./, ""), url: link.url },
    ...(isOfficial(link.url) ? { official: true as const } : {}),
  };
}

/** An organisation that others of our records speak of stays findable; a listing that ends on a later day stands until then. */
function mayGo({ kind, content }: Fact, { known, now, language }: Context): void {
  if (!kind.startsWith("org.") || !("designations" in content)) return;
  const t = texts(language).review.withdraw;
  const scene = { record: known, now, language };
  const lists = content.designations.filter((one) => stageIn(one, scene) !== "former");
  if (lists.length > 0) throw new Refusal(t.listed(lists.map((one) => shortListing(one, scene)).join(", ")));
  const named = known.strikes.filter(({ orgIds }) => orgIds.includes(content.id)).length;
  if (named > 0) throw new Refusal(t.named(named));
}

function card([draft]: readonly Draft[], { args }: Given, context: Context): Card {
  const { known, language, recording, versions } = context;
  const t = texts(language).review.withdraw;
  const [noun = "", subject = "", seen, told = "0"] = args;
  const head = recording.head(noun, subject);
  if (draft === undefined || head === undefined) throw new Error(`nothing to withdraw: ${noun} ${subject}`);
  const second = needsSecond(draft, context);
  const before = versions(noun, subject).find(({ id }) => id === seen);
  const moved = before === undefined || before.id === head.id ? [] : differences(before, head, known, language);
  return {
    preview: preview(draft, head, context),
    warnings: moved.length === 0 ? [] : [[t.moved, ...moved].join(" ")],
    lines: [...leaves(head, context), t.told(Number.parseInt(told, 10) || 0), ...(second ? [t.waits] : [])],
    rests: [head.id, second],
    needsSecond: second,
  };
}

function preview(draft: Draft, head: Fact, context: Context): Message {
  const { language } = context;
  const t = texts(language);
  const { reason, source } = draft.why ?? {};
  const words = reason === undefined ? "" : escape(reason[language] ?? reason.en ?? reason.es ?? "");
  return {
    content: `${t.review.withdraw.is(nameOf([head], context))}. ${t.history.reason(words)}`,
    embed: {
      tone: "unknown",
      fields: source === undefined ? [] : [{ name: t.common.source, value: sourceLine(source, language) }],
    },
  };
}

/** What will hold then. */
function leaves(head: Fact, { language }: Context): string[] {
  const t = texts(language).review.withdraw;
  const own = contentOf(head);
  if (own === undefined) return [];
  return own.noun === "strike" && "figures" in own.content ? [strikeLine(own.content, language)] : [PLAIN[own.noun](t)];
}

type Words = ReturnType<typeof texts>["review"]["withdraw"];
const PLAIN: Record<"strike" | "curfew" | "org" | "tally" | "coverage", (t: Words) => string> = {
  strike: (t) => t.land,
  curfew: (t) => t.curfew,
  org: (t) => t.org,
  tally: (t) => t.tally,
  coverage: (t) => t.coverage,
};

function strikeLine(strike: Strike, language: Context["language"]): string {
  const t = texts(language);
  if (strike.target === "land") return t.review.withdraw.land;
  const range = figure(strike, "killed");
  const count = strike.strikes ?? 1;
  return range === undefined
    ? t.review.withdraw.strikeSilent(count)
    : t.review.withdraw.strike(count, t.strikes.amount(range.low, range.high));
}

function nameOf(facts: readonly Fact[], { known, language, versions }: Context): string {
  const names = facts.map((fact) => {
    const noun = fact.kind.slice(0, fact.kind.indexOf("."));
    return escape(namedBy([fact, ...versions(noun, fact.subject).toReversed()], known, language) ?? fact.subject);
  });
  return names.join("; ");
}
