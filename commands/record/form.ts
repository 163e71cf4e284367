// What a member of the team typed about a strike: read, checked, carried in a button, checked again. Nothing is recorded here.
import { z } from "zod";
import { type Context, Refusal } from "../../src/command.ts";
import { Region, Strike } from "../../src/domain/strike.ts";
import { Day, dayOf } from "../../src/domain/time.ts";
import { US_ZONE } from "../../src/domain/fresh.ts";
import { readDays } from "../../src/text/day.ts";
import { fold } from "../../src/text/fold.ts";
import { texts } from "../../src/text/index.ts";
import { readLink } from "../../src/text/typed/link.ts";
import { day } from "../../src/text/time.ts";
import { typedBack } from "../../src/views/orgs/list.ts";

/** `3`, `3-4`, `3+` or `-`: killed, as short as a button likes it. */
const Killed = z
  .string()
  .regex(/^(-|\d{1,4}(\+|-\d{1,4})?)$/)
  .refine((text) => {
    const [low = "", high] = text.split("-");
    return !high || Number(low) <= Number(high);
  });

const Link = z.string().refine((text) => {
  const read = readLink(text);
  return read.is === "link" && read.url === text;
});

/** In the order in which a button carries it. The subject is made when the card is shown: pressed twice it records once. */
const Form = z.tuple([z.string().regex(/^strike-[0-9A-Z]{10}$/), Day, Region, Killed, Link]);
export type Form = z.infer<typeof Form>;

export interface TypedForm {
  date: string;
  region: string;
  killed: string;
  link: string;
}

/** Throws a Refusal that names the first thing that cannot be read, with an example. */
export function readForm(subject: string, typed: TypedForm, context: Context): Form {
  const { language } = context;
  const { record: t, strikes } = texts(language);
  const killed = Killed.safeParse(shortKilled(typed.killed));
  if (!killed.success) throw new Refusal(t.badKilled(typedBack(typed.killed)));
  const region = Region.safeParse(typed.region);
  if (!region.success) throw new Refusal(strikes.badRegion);
  const link = readLink(typed.link);
  if (link.is === "no") throw new Refusal(texts(language).typed.link[link.why]);
  return [subject, readDay(typed.date, context), region.data, killed.data, link.url];
}

/** Undefined for what no card of ours can have carried. */
export function parseForm(args: readonly string[]): Form | undefined {
  return Form.safeParse(args).data;
}

function readDay(typed: string, { now, language }: Context): Day {
  const t = texts(language).record;
  const today = dayOf(now, US_ZONE);
  const days = readDays(typed, today);
  if (days === undefined) throw new Refusal(t.badDay(typedBack(typed)));
  if (days.from !== days.to) throw new Refusal(t.oneDay);
  if (days.from > today) throw new Refusal(t.future(day(days.from, language)));
  return days.from;
}

/** `at least 3` -> `3+`, `3 to 4` -> `3-4`, `no indicado` -> `-`; what is none of these stays as it is and is refused. */
function shortKilled(typed: string): string {
  const text = typed.trim().toLowerCase();
  if (/^(not stated|no indicado)$/.test(fold(text))) return "-";
  const least = /^(?:at least|al menos|por lo menos)\s+(\d+)$/.exec(text)?.[1] ?? /^(\d+)\s*\+$/.exec(text)?.[1];
  if (least !== undefined) return `${least}+`;
  const [, low, high] = /^(\d+)\s*(?:-|–|to|a)\s*(\d+)$/.exec(text) ?? [];
  return low === undefined || high === undefined ? text : `${low}-${high}`;
}

/** The link's site stands as source and as who says the figure: who announced the strike was not asked, so it is not stated. */
export function strikeOf([id, date, region, killed, url]: Form): Strike {
  const publisher = new URL(url).hostname.replace(/^www\./, "");
  return Strike.parse({
    id,
    target: "vessel",
    date,
    // Day of the strike or of its announcement: the form does not tell them apart, the weakest basis is the true one.
    dateBasis: "reported",
    region,
    strikes: 1,
    vessels: 1,
    announcedBy: { en: "not stated", es: "no indicado" },
    figures: killed === "-" ? [] : [{ ...figureOf(killed), by: { en: publisher, es: publisher } }],
    confidence: "low",
    sources: [{ publisher, url }],
  });
}

function figureOf(killed: string) {
  if (killed.endsWith("+")) return { measure: "killed", low: Number.parseInt(killed, 10), atLeast: true };
  const [low = 0, high = low] = killed.split("-").map(Number);
  return { measure: "killed", low, high };
}
