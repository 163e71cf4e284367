// Suggestions while somebody types. The only place where a text is shortened: the name shown, never the value that comes back.
import type { APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import type { Context, Options } from "../command.ts";
import type { Logger } from "../logger.ts";

const MOST = 25;
const LONGEST = 100;

/** Best first, at most 25. A value that Discord would refuse is left out and logged: one bad value would lose all suggestions. */
export function suggestions(
  options: Options,
  asked: { option: string; typed: string },
  context: Context,
  log: Logger,
): APIApplicationCommandOptionChoice[] {
  const option = Object.hasOwn(options, asked.option) ? options[asked.option] : undefined;
  if (option?.complete === undefined) return [];
  const asNumber = option.kind === "integer";
  const fits = (choice: { name: string; value: string }) =>
    choice.name.trim() !== "" &&
    (asNumber ? Number.isSafeInteger(Number(choice.value)) : choice.value !== "" && choice.value.length <= LONGEST);
  const found = option.complete(asked.typed, context);
  const unfit = found.filter((choice) => !fits(choice));
  if (unfit.length > 0)
    log.error({ option: asked.option, unfit }, "Suggestions that Discord would refuse were left out");
  return found
    .filter(fits)
    .slice(0, MOST)
    .map(({ name, value }) => ({ name: shortened(name), value: asNumber ? Number(value) : value }));
}

/** At most 100 UTF-16 units, never half a character, with a sign that something is missing. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (kept.length + segment.length >= LONGEST) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
