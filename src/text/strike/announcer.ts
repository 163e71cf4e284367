// Who a statement says has announced a strike: a small table of offices and persons. It never guesses between two of them.
import type { Text } from "../../domain/text.ts";

interface Announcer {
  name: Text;
  /** As statements write it. */
  named: string;
  /** Sites that are its own: whatever stands there is its word. */
  hosts?: readonly string[];
  /** Named in many statements without saying anything: counts only where it is said to speak. */
  onlySpeaking?: true;
}

const both = (name: string): Text => ({ en: name, es: name });

/** Add a row for a new one: nothing else has to change. */
const ANNOUNCERS: readonly Announcer[] = [
  {
    name: both("SOUTHCOM"),
    named: "SOUTHCOM|(?:US |U\\.S\\. )?Southern Command|Comando Sur",
    hosts: ["southcom.mil"],
  },
  {
    name: { en: "Pentagon", es: "Pentágono" },
    named: "Pentagon|Pent[aá]gono|Department of (?:Defense|War)|Departamento de (?:Defensa|Guerra)|Sean Parnell",
    hosts: ["war.gov", "defense.gov"],
  },
  { name: both("Pete Hegseth"), named: "(?:Pete )?Hegseth" },
  { name: both("Donald Trump"), named: "(?:Donald )?Trump(?! administration)", onlySpeaking: true },
  {
    name: { en: "the White House", es: "la Casa Blanca" },
    named: "White House|Casa Blanca",
    hosts: ["whitehouse.gov"],
    onlySpeaking: true,
  },
  { name: both("Marco Rubio"), named: "(?:Marco )?Rubio", onlySpeaking: true },
  { name: both("JD Vance"), named: "(?:J\\.?D\\.? )?Vance", onlySpeaking: true },
  {
    name: { en: "US military", es: "Fuerzas Armadas de EE. UU." },
    named:
      "(?:US|U\\.S\\.) (?:military|armed forces)|(?:Fuerzas Armadas|Ej[eé]rcito) de (?:EE\\.? ?UU\\.?|Estados Unidos)",
    onlySpeaking: true,
  },
];

const SAYS =
  "says?|said|announced?|confirm(?:s|ed)|reported|posted|wrote|dijo|dice|anunci[oó]|inform[oó]|confirm[oó]|se[nñ]al[oó]|public[oó]|escribi[oó]|seg[uú]n|according to|de acuerdo con";
/** `at the direction of Secretary Hegseth`, `por orden del presidente Trump`: who gave the order has not announced it. */
const ORDERED =
  /(?:direction|orders?|behest|orden(?:es)?|instrucci[oó]n(?:es)?|direcci[oó]n) (?:of|from|de|del)(?: [\p{L}.]+){0,4} ?$/iu;

/** Undefined where the statement names none of them, or several and not which of them speaks. */
export function announcerIn(statement: string): Text | undefined {
  const found = ANNOUNCERS.flatMap((one) => mentions(one, statement));
  const speaking = new Set(found.filter(({ speaks }) => speaks).map(({ name }) => name));
  if (speaking.size > 0) return speaking.size === 1 ? [...speaking][0] : undefined;
  const named = new Set(found.filter(({ quiet }) => !quiet).map(({ name }) => name));
  return named.size === 1 ? [...named][0] : undefined;
}

/** Whose site it is. */
export function announcerOf(host: string): Text | undefined {
  return ANNOUNCERS.find(({ hosts = [] }) => hosts.some((one) => host === one || host.endsWith(`.${one}`)))?.name;
}

function mentions({ name, named, onlySpeaking }: Announcer, statement: string) {
  const all = statement.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${named})(?![\\p{L}\\p{N}])`, "giu"));
  return [...all].flatMap((match) => {
    const before = statement.slice(Math.max(0, match.index - 60), match.index);
    const after = statement.slice(match.index + match[0].length).slice(0, 60);
    if (ORDERED.test(before)) return [];
    const speaks =
      new RegExp(`^(?:[:)]|(?: [\\p{L}.]+){0,2} (?:${SAYS})(?!\\p{L}))`, "iu").test(after) ||
      new RegExp(
        `(?:^|[^\\p{L}])(?:${SAYS}|(?:announced|released|anunciado|informado|publicado) (?:by|por))(?: (?:the|el|la|los|las|president|presidente|secretary|secretario|US|U\\.S\\.))* ?$`,
        "iu",
      ).test(before);
    return [{ name, speaks, quiet: onlySpeaking === true }];
  });
}

/** A name of the table as it stands, in either language; undefined for every other. */
export function announcerNamed(typed: string): Text | undefined {
  const shown = typed.trim();
  return ANNOUNCERS.find(
    ({ name, named }) => name.en === shown || name.es === shown || new RegExp(`^(?:${named})$`, "iu").test(shown),
  )?.name;
}
