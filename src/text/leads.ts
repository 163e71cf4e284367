// Reads how long before something a channel wants to be told, as people type it, in either language: "2h, 30m", "90", "1 h 30", "none".
// It never guesses: what it does not read whole it does not read at all.

export type Leads =
  /** Minutes, the longest first, each once. Empty: none is wanted. */
  | { is: "leads"; minutes: readonly number[] }
  | { is: "unreadable" }
  /** Read, and under a minute or over a day. */
  | { is: "out-of-range"; what: string }
  | { is: "too-many"; count: number };

export const MOST_LEADS = 5;
const LONGEST_LEAD = 24 * 60;
/** Longer than any list of them; what is longer is not looked at. */
const LONGEST_TEXT = 120;

const NONE = /^(?:none|no|never|off|nothing|ningun[oa]?|nada|nunca|sin(?: aviso)?)$/;
const FILLERS = /\b(?:before(?:hand)?|earlier|antes|de antelacion|de anticipacion|about|unos|unas)\b/g;
/** A figure and a comma and a figure and an hour: `1,5 h` is an hour and a half to one reader, 1 minute and 5 hours to the next. */
const DOUBTFUL = /\d,\d+ ?h/;
const SEPARATORS = /[,;/+]|\b(?:and|y|e)\b/;

const HOURS = "(?:h|hr|hrs|hour|hours|hora|horas)";
const MINUTES = "(?:m|min|mins|minute|minutes|minuto|minutos|')";
const DAYS = "(?:d|day|days|dia|dias)";
/** Each is the whole of an entry; its groups are days, hours and minutes, in `units`. */
const SHAPES: readonly { shape: RegExp; units: readonly number[] }[] = [
  { shape: new RegExp(`^(\\d+) ?${MINUTES}?$`), units: [1] },
  { shape: new RegExp(`^(\\d+(?:\\.\\d+)?) ?${HOURS}$`), units: [60] },
  { shape: new RegExp(`^(\\d+) ?${HOURS} ?([0-5]?\\d) ?${MINUTES}?$`), units: [60, 1] },
  { shape: /^(\d{1,2}):([0-5]\d)(?: ?h)?$/, units: [60, 1] },
  { shape: new RegExp(`^(\\d+) ?${DAYS}$`), units: [24 * 60] },
];
/** Said in words, in this order; what is left is figures. */
const WORDS: readonly [RegExp, string][] = [
  [/\b(?:half an hour|half hour|media hora)\b/g, "30 min"],
  [/\b(?:(?:a )?quarter of an hour|(?:un )?cuarto de hora)\b/g, "15 min"],
  [/\b(?:an?|one|una?)(?= (?:h(?!alf)|m|d))/g, "1"],
  [/\b(?:two|dos)(?= h)/g, "2"],
  [/\b(?:three|tres)(?= h)/g, "3"],
  [/\b(?:four|cuatro)(?= h)/g, "4"],
  [/\b(?:six|seis)(?= h)/g, "6"],
  [/\b(?:twelve|doce)(?= h)/g, "12"],
  [/(\d+) (?:hours?|horas?) (?:and a half|y media)\b/g, "$1 h 30"],
  [/(\d+) and a half hours\b/g, "$1 h 30"],
  [/\b(?:hour and a half|hora y media)\b/g, "1 h 30"],
];

export function readLeads(typed: string): Leads {
  const text = plain(typed);
  if (text === "" || text.length > LONGEST_TEXT) return { is: "unreadable" };
  if (NONE.test(text)) return { is: "leads", minutes: [] };
  const spelled = WORDS.reduce((rest, [words, figures]) => rest.replaceAll(words, figures), text);
  if (DOUBTFUL.test(spelled)) return { is: "unreadable" };
  const entries = spelled.split(SEPARATORS).map((entry) => entry.trim());
  const minutes: number[] = [];
  for (const entry of entries) {
    const read = minutesOf(entry);
    if (read === undefined) return { is: "unreadable" };
    if (read < 1 || read > LONGEST_LEAD) return { is: "out-of-range", what: entry };
    minutes.push(read);
  }
  const each = [...new Set(minutes)].sort((a, b) => b - a);
  return each.length > MOST_LEADS ? { is: "too-many", count: each.length } : { is: "leads", minutes: each };
}

/** Without accents, case and fillers; figures and their signs stay. */
function plain(typed: string): string {
  const folded = typed.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return folded
    .replaceAll(/[\u2019\u2032\u00B4`]/g, "'")
    .replaceAll(FILLERS, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Whole minutes; undefined for what is none of the shapes. */
function minutesOf(entry: string): number | undefined {
  for (const { shape, units } of SHAPES) {
    const found = shape.exec(entry);
    if (found === null) continue;
    const minutes = units.reduce((sum, unit, i) => sum + unit * Number(found[i + 1]), 0);
    return Number.isInteger(minutes) ? minutes : undefined;
  }
  return undefined;
}
