// Buttons that turn the pages of a list, and menus of more entries than one menu holds. Knows no list; nothing here leaves an entry out.
import type { Action, Button, Menu, Row } from "./message.ts";

export interface Paging {
  /** From 1. */
  page: number;
  pages: number;
  /** To a page by number, or to one of the ends whatever its number will be by then. */
  turn: (to: string) => Action;
  labels: { first: string; previous: string; next: string; last: string };
}

/** The ends have buttons of their own where there are more than two pages. What leads nowhere is shown switched off. */
export function turns({ page, pages, turn, labels }: Paging): Row[] {
  if (pages < 2) return [];
  const button = (label: string, to: string, disabled: boolean): Button => ({
    label,
    press: { action: turn(to) },
    disabled,
  });
  const [isFirst, isLast] = [page <= 1, page >= pages];
  const previous = button(labels.previous, String(page - 1), isFirst);
  const next = button(labels.next, String(page + 1), isLast);
  if (pages === 2) return [{ buttons: [previous, next] }];
  return [{ buttons: [button(labels.first, FIRST, isFirst), previous, next, button(labels.last, LAST, isLast)] }];
}

const [FIRST, LAST] = ["first", "last"] as const;

/** What a button carries as its page; undefined for what no button of ours carries. Infinity: the last there is. */
export function pageOf(text: string | undefined): number | undefined {
  if (text === FIRST) return 1;
  if (text === LAST) return Infinity;
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Math.max(1, Number(text)) : undefined;
}

/** The nearest page there is. */
export function nearestPage(page: number, pages: number): number {
  return Math.min(Math.max(1, Math.trunc(page)), Math.max(1, pages));
}

/** Discord's limits: 25 entries a menu, and rows that other buttons leave free. */
const ENTRIES = 25;
const MENUS = 4;

/** One menu, or several where there are more entries: none is left out up to a hundred. */
export function menus(menu: Menu): Row[] {
  const { options } = menu;
  const count = Math.min(MENUS, Math.ceil(options.length / ENTRIES));
  return Array.from({ length: count }, (_, i) => {
    const part = options.slice(i * ENTRIES, (i + 1) * ENTRIES);
    const from = i * ENTRIES + 1;
    const placeholder = count === 1 ? menu.placeholder : `${menu.placeholder} (${from}-${from + part.length - 1})`;
    // Two menus of one message need different names: Discord refuses them otherwise.
    const action = i === 0 ? menu.action : { ...menu.action, args: [...menu.action.args, String(i)] };
    return { menu: { ...menu, action, placeholder, options: part } };
  });
}
