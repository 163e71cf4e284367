// What is known of a strike before its form is opened: from a message in Discord, or from the options of /record strike. What cannot be read stays empty.
import { type Context, Refusal, type Target } from "../../../src/command.ts";
import { newSubject } from "../../../src/domain/id.ts";
import { texts } from "../../../src/text/index.ts";
import { amountWords } from "../../../src/text/strike/amount.ts";
import { killedIn, regionIn, toldIn } from "../../../src/text/strike/found.ts";
import { toldWords } from "../../../src/text/strike/told.ts";
import { cleanLine, cleanText } from "../../../src/text/typed/clean.ts";
import { linksIn } from "../../../src/text/typed/link.ts";
import type { Given } from "../form-contract.ts";
import { LONGEST } from "./strike-fields.ts";
import { argsOf, today } from "./strike-read.ts";

/** Names in Discord have 32 characters at most. */
const AUTHOR = 80;

export function strikeTyped(typed: { organisation?: string | undefined; link?: string | undefined }): Given {
  return {
    args: argsOf({
      subject: newSubject("strike"),
      group: (typed.organisation ?? "").slice(0, LONGEST.group),
      post: { author: "", url: "" },
      turn: { is: "none" },
    }),
    typed: typed.link === undefined ? {} : { link: typed.link },
  };
}

/** Throws a Refusal on a notice of ours: it rests on the record already. */
export function strikeFrom(target: Target, { language }: Pick<Context, "language">): Given {
  if (target.own) throw new Refusal(texts(language).recordStrike.own);
  const text = shown(target);
  const killed = killedIn(text);
  const region = regionIn(text);
  const author = cleanLine(target.author.name, AUTHOR);
  return {
    args: argsOf({
      subject: newSubject("strike"),
      group: "",
      post: { author: author.is === "text" ? author.text : target.author.id, url: target.url },
      turn: { is: "none" },
    }),
    typed: {
      statement: text,
      told: toldWords(toldIn(text, today(target.at)), language),
      ...(region === undefined ? {} : { region }),
      ...(killed === undefined ? {} : { killed: amountWords(killed.amount, language) }),
      link: sourceIn(target),
    },
  };
}

/** The first address that can stand as a source; a message without one is the source itself. */
function sourceIn({ content, embeds, url }: Target): string {
  const [first] = linksIn([content, ...embeds.flatMap((one) => [one.url ?? "", one.text])].join("\n"));
  return first?.url ?? url;
}

/** Without what only Discord reads (mentions, emoji, times) and without lines that are an address and nothing else: it has a field of its own. */
function shown({ content, embeds }: Target): string {
  const words = [content, ...embeds.map(({ text }) => text)]
    .join("\n")
    .replaceAll(/<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?)>/g, "")
    .split("\n")
    .filter((line) => !/^\s*<?https?:\/\/\S+\s*$/.test(line))
    .join("\n");
  const cleaned = cleanText(words, Infinity);
  if (cleaned.is !== "text") return "";
  if (cleaned.text.length <= LONGEST.statement) return cleaned.text;
  // The field takes no more; the source has the rest.
  const start = cleaned.text.slice(0, LONGEST.statement - 1);
  return `${start.slice(0, Math.max(start.lastIndexOf(" "), LONGEST.statement / 2))}…`.toWellFormed();
}
