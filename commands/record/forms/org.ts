// The forms about organisations, one for each thing that can become of one. Holds no rule of any.
import type { RecordForm } from "../form-contract.ts";
import { orgActs } from "./org-acts.ts";
import { orgChange } from "./org-change.ts";
import { orgListed } from "./org-listed.ts";
import { orgNew } from "./org-new.ts";

export const orgForms: readonly RecordForm[] = [orgNew, orgListed, ...orgActs, orgChange];
