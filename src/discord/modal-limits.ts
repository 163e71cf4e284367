// Discord's limits on a form, checked before it leaves: a form that Discord refuses leaves a reader before nothing.
import type { Modal, ModalField } from "../command.ts";
import { checkOption, count, length, OverLimit } from "./limits.ts";

/** Throws OverLimit at the first fault. */
export function checkModal({ title, fields }: Modal): void {
  length("title of the form", title, 1, 45);
  count("fields of the form", fields.length, 1, 5);
  for (const field of fields) checkField(field, `field “${field.key}”`);
  const keys = fields.map((field) => field.key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new OverLimit(`two fields of the form have the key ${twice}`);
}

function checkField(field: ModalField, where: string): void {
  length(`key of ${where}`, field.key, 1, 100);
  length(`label of ${where}`, field.label, 1, 45);
  if (field.description !== undefined) length(`description of ${where}`, field.description, 1, 100);
  switch (field.kind) {
    case "line":
    case "paragraph":
      return checkInput(field, where);
    case "choice":
      return checkChoice(field, where);
    case "people":
    case "roles":
    case "channels":
      return count(`most of ${where}`, field.most, 1, 25);
  }
}

function checkInput(field: Extract<ModalField, { kind: "line" | "paragraph" }>, where: string): void {
  const { value = "", placeholder, min = 0, max } = field;
  count(`longest text of ${where}`, max, 1, 4000);
  count(`shortest text of ${where}`, min, 0, max);
  if (placeholder !== undefined) length(`placeholder of ${where}`, placeholder, 1, 100);
  if (value === "") return;
  count(`characters already in ${where}`, value.length, min, max);
}

function checkChoice({ options, most = 1 }: Extract<ModalField, { kind: "choice" }>, where: string): void {
  count(`most of ${where}`, most, 1, options.length);
  count(`options of ${where}`, options.length, 1, 25);
  for (const option of options) checkOption(option, where);
  if (new Set(options.map((option) => option.value)).size !== options.length)
    throw new OverLimit(`two options of ${where} have the same value`);
}
