// Makes a typed time comparable: small letters without accents, one kind of dash and arrow. Never used for anything that is shown.

/** Dots, colons and slashes stay, they are part of hours and dates. `1º` becomes `1o`. */
export function plain(typed: string): string {
  return typed
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s*(?:->|=>|→|⇒)\s*/g, " -> ")
    .replaceAll(/[¿?¡!"“”«»]/g, " ")
    .replaceAll("’", "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}
