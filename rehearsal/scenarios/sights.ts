// Whether what a step announces was seen: counts messages, and says in both languages what is missing or should not be there. Pure.
import type { ShownMessage, Words } from "../contract.ts";
import type { Sight, Step } from "./scenario.ts";

/** What came in a step: texts for everybody by channel, and each answer as the reader got it. */
export interface Came {
  inChannel: (name: string) => string[];
  toReader: (name: string) => string[];
}

/** Nothing when all was seen. */
export function missing(step: Pick<Step, "sees" | "never">, came: Came): Words[] {
  return [
    ...(step.sees ?? []).flatMap((sight) => {
      const [wanted, found] = [sight.times ?? 1, count(sight, came)];
      if (found === wanted) return [];
      const { place, lugar, parts } = named(sight);
      return [
        {
          en: `${place}: ${parts} should be there ${times(wanted, "en")}, it is there ${times(found, "en")}.`,
          es: `${lugar}: ${parts} debería estar ${times(wanted, "es")} y está ${times(found, "es")}.`,
        },
      ];
    }),
    ...(step.never ?? []).flatMap((sight) => {
      const found = count(sight, came);
      if (found === 0) return [];
      const { place, lugar, parts } = named(sight);
      return [
        {
          en: `${place}: ${parts} should not be there, it is there ${times(found, "en")}.`,
          es: `${lugar}: ${parts} no debería estar y está ${times(found, "es")}.`,
        },
      ];
    }),
  ];
}

function count(sight: Sight, came: Came): number {
  const texts = "in" in sight ? came.inChannel(sight.in) : came.toReader(sight.by);
  return texts.filter((text) => sight.parts.every((part) => text.includes(part))).length;
}

function named(sight: Sight) {
  const quoted = sight.parts.map((part) => `“${part}”`).join(" + ");
  const parts = sight.parts.length === 0 ? { en: "a message", es: "un mensaje" }.en : quoted;
  return "in" in sight
    ? { place: `In #${sight.in}`, lugar: `En #${sight.in}`, parts }
    : { place: `To ${sight.by}`, lugar: `A ${sight.by}`, parts };
}

function times(count: number, language: "en" | "es"): string {
  if (language === "en") return count === 1 ? "once" : `${count} times`;
  return count === 1 ? "una vez" : `${count} veces`;
}

/** Everything a reader can read of a message: content, then the embeds. */
export function textOf({ message }: ShownMessage): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  return [message.content, ...embeds].filter((text) => text !== undefined && text !== "").join("\n");
}
