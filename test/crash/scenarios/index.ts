// The list of scenarios.
import type { Scenario } from "../scenario.ts";
import { CHANGES } from "./changes.ts";
import { NIGHTS } from "./nights.ts";
import { ROUGH } from "./rough.ts";
import { STRIKES } from "./strikes.ts";

export const SCENARIOS: readonly Scenario[] = [...NIGHTS, ...CHANGES, ...STRIKES, ...ROUGH];
