// The list of scenarios, in the order in which they are shown. A test compares it with the folder.
import { march2026 } from "./march-2026.ts";
import type { Scenario } from "./scenario.ts";

export const SCENARIOS: readonly Scenario[] = [march2026];
