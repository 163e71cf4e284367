// The list of every form of /record. A form that is not here does not exist.
import type { RecordForm } from "../form-contract.ts";

export const FORMS: readonly RecordForm[] = [];

/** Undefined for what no button of ours can have carried. */
export function formNamed(name: string | undefined): RecordForm | undefined {
  return FORMS.find((form) => form.name === name);
}
