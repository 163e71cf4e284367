// The list of every form of /record. A form that is not here does not exist.
import type { RecordForm } from "../form-contract.ts";
import { curfewChangeForm } from "./curfew-change.ts";
import { curfewForm } from "./curfew.ts";
import { orgForms } from "./org.ts";
import { strikeChangeForm } from "./strike-change.ts";
import { strikeForm } from "./strike.ts";
import { strikeSource } from "./source-withdraw.ts";
import { totalChange } from "./total-change.ts";
import { totalForm } from "./total.ts";
import { undo } from "./undo.ts";
import { withdraw } from "./withdraw.ts";

export const FORMS: readonly RecordForm[] = [
  strikeForm,
  strikeChangeForm,
  strikeSource,
  curfewForm,
  curfewChangeForm,
  ...orgForms,
  totalForm,
  totalChange,
  undo,
  withdraw,
];

/** Undefined for what no button of ours can have carried. */
export function formNamed(name: string | undefined): RecordForm | undefined {
  return FORMS.find((form) => form.name === name);
}
