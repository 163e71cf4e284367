// Makes names comparable, as people type and as records hold them: no accents, no case, no punctuation. Never used for anything that is shown.

/** `Los Ríos` -> `los rios`; `EE. UU.` -> `ee uu`. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
