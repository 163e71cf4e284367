// Makes words that others wrote harmless before they stand in a message: no markdown, no mention, no link that is not ours, one line.
// It must never be used on our own texts, and never be left out on a name, a title, a note or anything typed.

/** Control characters, direction overrides and invisible signs: they can turn a sentence round or hide a word in it. */
const UNSEEN = /(?![\s\u0085\u200C\u200D])[\p{Cc}\p{Cf}]|\uFEFF/gu;
/** Signs that Discord's markdown gives a meaning anywhere in a line. */
const ANYWHERE = /[\\*_~`|[\]<]/g;
/** Headings, quotes, lists and small print: only at the start of a line, and there is one line. */
const AT_START = /^(?:[#>+-]|\d+(?=[.)]))/;
/** An invisible sign between: Discord's server looks for mentions before any backslash is read. */
const MENTION = /@(?=everyone|here|[!&]?\d)/gi;
/** A bare address becomes a link by itself; with the backslash it is shown and cannot be pressed. */
const ADDRESS = /([a-z][a-z0-9+.-]*):\/\//gi;

/** What none of the rules above can touch: letters of both languages, figures and commas, one space at a time, a letter first. Most texts are that. */
const TOUCHED = /[^A-Za-z0-9À-ÖØ-öø-ÿ ,.;()'-]|^[^A-Za-zÀ-ÖØ-öø-ÿ]| {2}| $/;

/** One line of plain words. Nothing visible is lost; the result may be up to twice as long as what came in. */
export function escape(text: string): string {
  if (!TOUCHED.test(text)) return text;
  return text
    .replaceAll(UNSEEN, "")
    .replaceAll(/[\s\u0085]+/gu, " ")
    .trim()
    .replaceAll(ANYWHERE, String.raw`\$&`)
    .replace(AT_START, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
    .replaceAll(ADDRESS, String.raw`$1:\//`)
    .replaceAll(MENTION, "@\u200B");
}

/** A link of ours: the words are escaped, the address cannot end the link early. Only for addresses that `link()` lets pass. */
export function masked(words: string, url: string): string {
  const address = url.replaceAll(/[()<>\s\\]/g, (sign) =>
    encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"),
  );
  return `[${escape(words)}](${address})`;
}
