// The fields of /record strike: the five that a statement always has, and the rest behind "More details". Holds no words and reads nothing.
import type { Context, ModalField } from "../../../src/command.ts";
import { Region } from "../../../src/domain/strike.ts";
import { texts } from "../../../src/text/index.ts";
import type { Given } from "../form-contract.ts";

/** In UTF-16 units. A statement stands in a fact between quotes, with its language named. */
export const LONGEST = {
  statement: 3_900,
  told: 120,
  killed: 60,
  link: 1_000,
  announcedBy: 100,
  people: 200,
  group: 100,
  hits: 60,
  differs: 1_000,
  reason: 600,
  /** Killed, one line a source. */
  lines: 1_500,
} as const;

export function strikeFields({ typed }: Given, { language }: Context): ModalField[] {
  const t = texts(language).recordStrike;
  return [
    {
      key: "statement",
      kind: "paragraph",
      ...t.statement,
      required: true,
      max: LONGEST.statement,
      ...filled(typed.statement),
    },
    { key: "told", kind: "line", ...t.told, required: true, max: LONGEST.told, ...filled(typed.told) },
    regionField(typed.region, { language }),
    { key: "killed", kind: "line", ...t.killed, required: true, max: LONGEST.killed, ...filled(typed.killed) },
    { key: "link", kind: "line", ...t.link, required: true, max: LONGEST.link, ...filled(typed.link) },
  ];
}

export function regionField(region: string | undefined, { language }: Pick<Context, "language">): ModalField {
  const { recordStrike: t, strikes } = texts(language);
  return {
    key: "region",
    kind: "choice",
    ...t.region,
    required: true,
    options: Region.options.map((value) => ({ label: strikes.region[value], value })),
    ...filled(region),
  };
}

/** `standing`: what holds where nothing was typed: who announced it, the group. */
export function moreFields(
  { typed }: Given,
  standing: { announcedBy: string; group: string },
  { language }: Context,
): ModalField[] {
  const t = texts(language).recordStrike;
  const line = (key: "announcedBy" | "group" | "hits", value: string | undefined): ModalField => ({
    key,
    kind: "line",
    ...t[key],
    max: LONGEST[key],
    ...filled(value),
  });
  const paragraph = (key: "people" | "differs"): ModalField => ({
    key,
    kind: "paragraph",
    ...t[key],
    max: LONGEST[key],
    ...filled(typed[key]),
  });
  return [
    line("announcedBy", typed.announcedBy ?? standing.announcedBy),
    paragraph("people"),
    line("group", typed.group ?? standing.group),
    line("hits", typed.hits),
    paragraph("differs"),
  ];
}

export function filled(value: string | undefined): { value?: string } {
  return value === undefined || value === "" ? {} : { value };
}
