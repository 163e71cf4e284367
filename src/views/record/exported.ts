// The files of an export with one line that says what is in them. Shown to who asked only.
import type { Language } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import type { File, Message } from "../message.ts";

/** As many as Discord takes with one message. */
export const MOST_FILES = 10;

export interface Exported {
  what: "messages" | "facts";
  count: number;
  channelId: string | undefined;
  since: Day;
  until: Day;
  files: readonly File[];
  language: Language;
}

export function exportedView({ what, count, channelId, since, until, files, language }: Exported): Message {
  const t = texts(language).proof;
  const [from, to] = [day(since, language), day(until, language)];
  const line = what === "messages" ? t.messages(count, `<#${channelId ?? ""}>`, from, to) : t.facts(count, from, to);
  return {
    content: [line, ...(count === 0 ? [] : [what === "messages" ? t.aboutMessages : t.aboutFacts])].join("\n"),
    files: count === 0 ? [] : files,
  };
}
