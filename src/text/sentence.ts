// Ends a sentence once: Spanish months and “EE. UU.” bring a full stop of their own. Never used inside a sentence.

/** `hasta el 6 mar.` stays as it is, `up to 6 Mar` gets its full stop. */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
