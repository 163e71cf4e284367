// Names made comparable: case and accents put aside. Pure.

/** "Mínimo Muertos" and "minimo muertos" fold to the same. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
