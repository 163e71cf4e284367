// A command as people type it, taken apart: `/alerts subscribe channel:#alertas`. Must never guess: what it cannot take apart, it refuses.
import { Refused } from "../play/refused.ts";

export interface TypedLine {
  name: string;
  subcommand?: string;
  options: Record<string, string>;
}

/** An option begins at a word with a colon; words before the first one are the subcommand. `23:00` and `https:` begin none. */
export function typedLine(line: string): TypedLine {
  const [head = "", ...rest] = line.split(/\s+(?=\p{L}[\p{L}\d-]*:(?!\/\/))/u);
  const [, name, subcommand] = /^\/(\S+)((?: \S+)*)$/u.exec(head.trim()) ?? [];
  if (name === undefined) throw new Refused(`"${line}" is no command: it begins with a slash and a name.`);
  const options = Object.fromEntries(
    rest.map((part) => {
      const colon = part.indexOf(":");
      return [part.slice(0, colon), part.slice(colon + 1).trim()];
    }),
  );
  const words = subcommand?.trim() ?? "";
  return { name, ...(words === "" ? {} : { subcommand: words }), options };
}
