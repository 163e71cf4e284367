// A strike as a sentence that can be published: how many, where, when, and who says so. A figure never stands without its speaker.
import { type StrikeRecord, figure } from "../../domain/count.ts";
import { standingSources } from "../../domain/source.ts";
import type { Strike } from "../../domain/strike.ts";
import type { Language } from "../../domain/text.ts";
import { rangeOf, standing } from "../../domain/toll.ts";
import { countryName } from "../../text/country.ts";
import { say, texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { longDay } from "../../text/time.ts";
import { sourceLines } from "../as-known.ts";
import { bare } from "../bare.ts";
import { amountOf, statusLine } from "./strike.ts";

/** `asKnown`: the closing line, ready made. */
export function strikeLines(
  strike: Strike,
  record: Pick<StrikeRecord, "areasById">,
  language: Language,
  asKnown: string,
): string[] {
  const { common } = texts(language);
  const disputed = strike.disputed.map((one) => sentence(`${common.disputed}: ${say(one, language)}`));
  const status = sentence(statusLine(strike, language));
  return [
    publishable(strike, record, language),
    ...disputed,
    ...sourceLines(strike.sources, language),
    status,
    sentence(asKnown),
  ].map(bare);
}

/** `3 people were killed in a US strike on a vessel in the eastern Pacific, SOUTHCOM said on 17 March 2026; the day of the strike was not stated.` */
export function publishable(strike: Strike, record: Pick<StrikeRecord, "areasById">, language: Language): string {
  const t = texts(language).strikes.copy;
  const event = t.event(
    strike.target === "land" ? undefined : { strikes: strike.strikes ?? 1, vessels: strike.vessels ?? 1 },
    strike.target === "land" ? landOf(strike, record, language) : t.region[strike.region ?? "undisclosed"],
    strike.dateBasis === "strike" ? longDay(strike.date, language) : undefined,
  );
  const first = sentence([opening(strike, event, language), ...dayUnknown(strike, language)].join("; "));
  const presumed = figure(strike, "presumed-dead");
  return presumed === undefined ? first : `${first} ${sentence(t.presumed(presumed.low, presumed.high))}`;
}

function opening(strike: Strike, event: string, language: Language): string {
  const t = texts(language).strikes.copy;
  const killed = standing(strike, "killed");
  const [only] = killed;
  const said = saidOn(strike, language);
  if (only === undefined) {
    const { who, how } = speaker(strike, language);
    return t.silent(event, who, said, how);
  }
  const by = (one: typeof only) => inline(one.by === undefined ? speaker(strike, language).who : say(one.by, language));
  const { low, high } = rangeOf(only);
  const amount = amountOf(only, language);
  // Each who says the same, and nobody's word alone.
  const all = [...new Set(killed.map(by))];
  if (killed.every((one) => amountOf(one, language) === amount))
    return t.killed(low, high, event, texts(language).strikes.and(all), said);
  return t.differ(
    event,
    killed.map((one) => `${amountOf(one, language)} (${by(one)})`),
  );
}

function landOf({ area, country }: Strike, { areasById }: Pick<StrikeRecord, "areasById">, language: Language): string {
  const names = [area, country].filter((id) => id !== undefined).map((id) => countryName(id, areasById, language));
  return names.length > 0
    ? texts(language).strikes.copy.in(names.join(", "))
    : texts(language).strikes.copy.region.undisclosed;
}

/** Whoever announced it; where that is not stated, whoever published it. */
function speaker({ announcedBy, sources }: Strike, language: Language): { who: string; how: "announced" | "reported" } {
  const by = say(announcedBy, language);
  if (by !== texts(language).common.notStated) return { who: inline(by), how: "announced" };
  const publisher = standingSources(sources)[0]?.publisher ?? by;
  return { who: typeof publisher === "string" ? publisher : say(publisher, language), how: "reported" };
}

/** Several announcers in one sentence: its own parts are parted by semicolons. */
const inline = (names: string) => names.replaceAll("; ", ", ");

function saidOn({ announcedOn, date, dateBasis }: Strike, language: Language): string | undefined {
  const day = announcedOn ?? (dateBasis === "announcement" ? date : undefined);
  return day === undefined ? undefined : longDay(day, language);
}

function dayUnknown({ dateBasis, date, target }: Strike, language: Language): string[] {
  const t = texts(language).strikes.copy;
  if (dateBasis === "strike") return [];
  const unknown = t.dayNotStated(target === "land");
  return dateBasis === "reported" ? [t.reported(longDay(date, language)), unknown] : [unknown];
}
