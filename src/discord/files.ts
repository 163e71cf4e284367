// The files of a message as Discord's REST takes them: texts in UTF-8, under Discord's limits. Must never cut: over a limit it throws.
import type { RawFile } from "discord.js";
import type { File } from "../views/message.ts";
import { count, OverLimit } from "./limits.ts";

const MIB = 1024 * 1024;
/** Of one file, where nobody has paid for more. */
const ONE = 10 * MIB;
/** Of a whole request Discord takes 25 MiB; one is left for everything else in it. */
const ALL = 24 * MIB;
const MOST = 10;

/** Discord changes other signs of a name to underscores: then it would not be the name that the text speaks of. */
const NAME = /^[\w.-]{1,100}$/;
const KINDS: Readonly<Record<string, string>> = { csv: "text/csv", json: "application/json", md: "text/markdown" };

/** In their order. Throws OverLimit at the first fault. */
export function rawFiles(files: readonly File[]): RawFile[] {
  count("files", files.length, 0, MOST);
  const raw = files.map(({ name, text }) => {
    if (!NAME.test(name))
      throw new OverLimit(`“${name}” is no name of a file: 1 to 100 letters, digits, dots and hyphens`);
    const data = Buffer.from(text, "utf8");
    count(`bytes of ${name}`, data.byteLength, 1, ONE);
    const kind = KINDS[name.split(".").at(-1) ?? ""] ?? "text/plain";
    return { name, data, contentType: `${kind}; charset=utf-8` };
  });
  count(
    "bytes of all files",
    raw.reduce((sum, { data }) => sum + data.byteLength, 0),
    0,
    ALL,
  );
  const names = files.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new OverLimit(`two files are called ${twice}`);
  return raw;
}
