// Rules for days told from today: today, tomorrow, weekdays, nights and small hours. A new word for a day is one more rule in DAYS.
import type { Temporal } from "temporal-polyfill";
import { partOfDay } from "./clocks.ts";
import { dates, find, WEEKDAY, weekdayOf } from "./dates.ts";
import type { DayRead, Here, PartOfDay } from "./reading.ts";
import { as, both, either, firstOf, nothing, piece, type Rule } from "./rule.ts";

type Date = Temporal.PlainDate;

/** Up to here "tonight" is the night that runs; whoever asks later means the one to come. */
const RUNS_UNTIL = 5;
const ON = String.raw`(?:(?:on|of|for|de|del|el|para|para el)\s+)?`;

/** Days by their distance from today. */
const DISTANCES: readonly (readonly [number, string])[] = [
  [0, "today|hoy"],
  [1, "tomorrow|manana"],
  [2, "(?:the )?day after tomorrow|pasado manana"],
  [-1, "yesterday|ayer"],
  [-2, "(?:the )?day before yesterday|anteayer|antier|antes de ayer"],
];

function fromToday({ today }: Here): Rule<DayRead> {
  return either(
    ...DISTANCES.map(([days, words]) =>
      piece(`${ON}(?:${words})`, ([typed = ""]): DayRead => ({
        dates: [today.add({ days })],
        bare: true,
        notes: [],
        typed,
      })),
    ),
    piece(String.raw`(?:in|en|dentro de) (\d{1,3}|a|an|un|una) (days?|dias?|weeks?|semanas?)`, (groups): DayRead => {
      const [typed = "", count = "", unit = ""] = groups;
      const days = (Number(count) || 1) * (/^[ws]/.test(unit) ? 7 : 1);
      return { dates: [today.add({ days })], notes: [], typed };
    }),
  );
}

function weekdays(here: Here): Rule<DayRead> {
  const { today } = here;
  const after = (name: number) => (from: Date) => find(from, 7, (one) => one.dayOfWeek === name);
  const coming = (typed: string | undefined, name: number, from: Date): DayRead => {
    const one = after(name)(from) ?? from;
    return { dates: [one, one.add({ days: 7 })], after: after(name), notes: [], typed: typed ?? "" };
  };
  /** "Next Friday" said on a Wednesday: some mean the one after it. */
  const next = (typed: string | undefined, name: number): DayRead => {
    const found = coming(typed, name, today.add({ days: 1 }));
    return { ...found, notes: found.dates.slice(0, 1).map((one) => ({ is: "coming", day: one.toString() })) };
  };
  const last = (typed: string | undefined, name: number): DayRead => ({
    dates: [find(today.subtract({ days: 7 }), 7, (one) => one.dayOfWeek === name) ?? today],
    notes: [],
    typed: typed ?? "",
  });
  return either(
    piece(String.raw`(?:on |the )?(?:next|(?:de |del? )?(?:el )?proximo) ${WEEKDAY}`, ([all, name]) =>
      next(all, weekdayOf(name)),
    ),
    piece(String.raw`${ON}${WEEKDAY} (?:que viene|proximo|siguiente)`, ([all, name]) => next(all, weekdayOf(name))),
    piece(String.raw`(?:on )?(?:last|past|(?:de |del? )?(?:el )?(?:pasado|ultimo)) ${WEEKDAY}`, ([all, name]) =>
      last(all, weekdayOf(name)),
    ),
    piece(String.raw`${ON}${WEEKDAY} pasado`, ([all, name]) => last(all, weekdayOf(name))),
    piece(String.raw`${ON}(?:(?:this|this coming|coming|este|de este) )?${WEEKDAY}`, ([all, name]) =>
      coming(all, weekdayOf(name), today),
    ),
  );
}

/** After midnight, the night that runs. */
function tonight({ now, today }: Here, typed: string): DayRead {
  const runs = now.hour < RUNS_UNTIL;
  return {
    dates: [runs ? today.subtract({ days: 1 }) : today],
    part: "night",
    bare: true,
    notes: runs ? [{ is: "running" }] : [],
    typed,
  };
}

/** Parts of days with words of their own. */
function named(here: Here): Rule<DayRead> {
  const { today } = here;
  const of = (part: PartOfDay, dates: readonly Date[], typed = ""): DayRead => ({
    dates,
    part,
    bare: true,
    notes: [],
    typed,
  });
  return either(
    piece(String.raw`(?:for |de |para )?(?:tonight|this evening|esta noche|la noche de hoy)`, ([typed = ""]) =>
      tonight(here, typed),
    ),
    piece("(?:last night|yesterday evening|anoche)", ([typed]) => of("night", [today.subtract({ days: 1 })], typed)),
    piece("(?:antenoche|anteanoche)", ([typed]) => of("night", [today.subtract({ days: 2 })], typed)),
    piece("(?:this morning|esta manana)", ([typed]) => of("morning", [today], typed)),
    piece("(?:this afternoon|esta tarde)", ([typed]) => of("afternoon", [today], typed)),
    piece("(?:esta madrugada)", ([typed]) => of("small", [today, today.add({ days: 1 })], typed)),
  );
}

/** `por la noche`, `madrugada`: of the day to which it comes next. An hour may stand behind it, never before it. */
export function parts(here: Here): Rule<DayRead> {
  const dates = [here.today, here.today.add({ days: 1 })];
  return either<DayRead>(
    as(partOfDay, (part) =>
      part === "noon" || part === "night" ? undefined : { dates, part, bare: true, notes: [], typed: "" },
    ),
    piece("(?:(?:de|en|por|a) la noche|at night|in the evening|(?:la )?noche|night)", ([typed = ""]) =>
      tonight(here, typed),
    ),
  );
}

/** `por la noche`, `night`, behind a day. */
const behind: Rule<PartOfDay> = either(
  partOfDay,
  piece("(?:night|evening|(?:de |a la )?noche)", () => "night" as const),
  piece("morning", () => "morning" as const),
  piece("(?:afternoon|tarde)", () => "afternoon" as const),
  piece("de manana", () => "morning" as const),
);

/** `la noche del`, `the night of`, before a day. */
const before: Rule<PartOfDay> = either(
  piece("(?:(?:en|por|on|for) )?(?:the |la )?(?:night|noche)(?: of| de)?", () => "night" as const),
  piece("(?:en |por )?(?:la )?madrugada(?: de)?", () => "small" as const),
  piece("(?:(?:en|por|on) )?(?:the |la )?(?:morning|manana)(?= (?:of|del?) )", () => "morning" as const),
  piece("(?:(?:en|por|on) )?(?:the |la )?(?:afternoon|tarde)(?= (?:of|del?) )", () => "afternoon" as const),
);

const withPart = (day: DayRead, part: PartOfDay): DayRead | undefined =>
  day.part === undefined ? { ...day, part, bare: true } : undefined;

/** `Fri 20 -> Sat 21 Mar, 06:00` behind "the night", as our answers tell a night: its first day counts. */
function nightAcross(day: Rule<DayRead>): Rule<DayRead> {
  const end = both(
    piece("(?:->|al|a|to)", () => true),
    day,
    (_, last) => last,
  );
  const hour = firstOf<boolean>(
    piece("06:00", () => true),
    as(nothing, () => false),
  );
  const across = both(
    both(day, end, (first, last) => ({ first, last })),
    hour,
    (one) => one,
  );
  const opening = piece("(?:the |la )?(?:night|noche)(?: of(?: the)?| de)?", () => true);
  return both(opening, across, (_, { first, last }) => {
    const [own] = first.dates;
    const next = own === undefined ? undefined : (last.after?.(own) ?? last.dates[0]);
    return own !== undefined && next?.equals(own.add({ days: 1 })) ? withPart(first, "night") : undefined;
  });
}

/** Every way to name a day, with its part or without. */
export function days(here: Here): Rule<DayRead> {
  const plain = either(dates(here), weekdays(here), fromToday(here));
  return either(
    named(here),
    nightAcross(plain),
    both(before, plain, (part, day) => withPart(day, part)),
    both(plain, behind, withPart),
    plain,
  );
}
