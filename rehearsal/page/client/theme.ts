// Light, dark or as the system says: remembered by the browser, set on the root element for the style sheet. It never sets a colour.

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "vigia-theme";
const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value);

/** The theme chosen before in this browser. A browser that keeps nothing has the system's. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return isTheme(kept) ? kept : "system";
  } catch {
    return "system";
  }
}

/** Shows a theme: the system's needs no mark, the style sheet asks for it itself. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
}

export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Nothing can be kept here: the choice holds until the page is closed.
  }
}
