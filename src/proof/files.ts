// Rows as files to hand over: CSV (RFC 4180, with a byte order mark so that spreadsheets read the accents) and JSON. Nothing is cut: what does not fit into
// one file goes on in the next, and what does not fit into an answer is refused by whoever asks for it.
import { stringify } from "csv-stringify/sync";
import type { File } from "../views/message.ts";

/** Under Discord's 10 MiB for each file, in bytes of UTF-8. */
const FILE = 9 * 1024 * 1024;

/** `name` without an ending. At least one file, if only with its head. */
export function csvFiles<R extends object>(
  name: string,
  rows: readonly R[],
  columns: readonly (keyof R & string)[],
): File[] {
  const lines = (part: readonly R[], header: boolean) =>
    stringify([...part], { columns: [...columns], header, record_delimiter: "windows", escape_formulas: true });
  const head = `\uFEFF${lines([], true)}`;
  return files(
    name,
    "csv",
    rows.map((row) => lines([row], false)),
    { head, between: "", foot: "" },
  );
}

export function jsonFiles(name: string, rows: readonly object[]): File[] {
  const texts = rows.map((row) => JSON.stringify(row));
  return files(name, "json", texts, { head: "[\n", between: ",\n", foot: "\n]\n" });
}

function files(
  name: string,
  ending: string,
  texts: readonly string[],
  { head, between, foot }: { head: string; between: string; foot: string },
): File[] {
  const batches: string[][] = [[]];
  let size = 0;
  for (const text of texts) {
    const weight = Buffer.byteLength(text) + between.length;
    const batch = batches.at(-1) ?? [];
    if (batch.length > 0 && size + weight > FILE) {
      batches.push([text]);
      size = weight;
    } else {
      batch.push(text);
      size += weight;
    }
  }
  return batches.map((batch, i) => ({
    name: `${name}${batches.length === 1 ? "" : `-${i + 1}-of-${batches.length}`}.${ending}`,
    text: `${head}${batch.join(between)}${foot}`,
  }));
}
