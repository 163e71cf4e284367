// The files of an export with one line that says what is in them. Shown to who asked only.
import type { Language } from "../../domain/text.ts";
import type { Day } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { day } from "../../text/time.ts";
import type { File, Message } from "../message.ts";

/** Bytes of one request: Discord takes 25 MiB, with all that stands around the files. */
const REQUEST = 20 * 1024 * 1024;
/** As many as Discord takes with one message. */
const FILES = 10;
/** More would not be an answer any more. */
const MESSAGES = 5;

export interface Exported {
  what: "messages" | "facts";
  count: number;
  channelId: string | undefined;
  since: Day;
  until: Day;
  files: readonly File[];
  language: Language;
}

/** Undefined where it is more than a few messages hold. */
export function exportedView({
  what,
  count,
  channelId,
  since,
  until,
  files,
  language,
}: Exported): readonly Message[] | undefined {
  const t = texts(language).proof;
  const [from, to] = [day(since, language), day(until, language)];
  const line = what === "messages" ? t.messages(count, `<#${channelId ?? ""}>`, from, to) : t.facts(count, from, to);
  if (count === 0) return [{ content: line }];
  const batches = batched(files);
  if (batches.length > MESSAGES) return undefined;
  const about = what === "messages" ? t.aboutMessages : t.aboutFacts;
  return batches.map((batch, i) => ({
    content: i === 0 ? `${line}\n${about}` : `(${i + 1}/${batches.length})`,
    files: batch,
  }));
}

function batched(files: readonly File[]): File[][] {
  const batches: File[][] = [[]];
  let size = 0;
  for (const file of files) {
    const weight = utf8Length(file.text);
    const batch = batches.at(-1) ?? [];
    if (batch.length > 0 && (size + weight > REQUEST || batch.length >= FILES)) {
      batches.push([file]);
      size = weight;
    } else {
      batch.push(file);
      size += weight;
    }
  }
  return batches;
}

const utf8Length = (text: string) => new TextEncoder().encode(text).length;
