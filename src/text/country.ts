// Names of countries that the record's own areas do not hold. Never used for anything smaller than a country.
import type { Area } from "../domain/area.ts";
import type { Language } from "../domain/text.ts";
import { say } from "./index.ts";

const NAMES = {
  en: new Intl.DisplayNames("en", { type: "region" }),
  es: new Intl.DisplayNames("es", { type: "region" }),
} as const;

/** `CO` -> `Colombia`; the record's own name comes first, an unknown code stays a code. */
export function countryName(id: string, areas: ReadonlyMap<string, Area>, language: Language): string {
  const area = areas.get(id);
  return area === undefined ? (NAMES[language].of(id) ?? id) : say(area.name, language);
}
