// The list of scenarios, in the order in which they are shown. A test compares it with the folder.
import { gateway } from "./gateway.ts";
import { march2026 } from "./march-2026.ts";
import { outage } from "./outage.ts";
import type { Scenario } from "./scenario.ts";
import { shortened } from "./shortened.ts";
import { strikeNight } from "./strike-night.ts";

export const SCENARIOS: readonly Scenario[] = [march2026, strikeNight, outage, gateway, shortened];
