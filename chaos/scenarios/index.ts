// The list of scenarios, in the order in which they are played.
import type { ChaosScenario } from "../scenario.ts";
import { between } from "./between.ts";
import { check } from "./check.ts";
import { closed } from "./closed.ts";
import { decree } from "./decree.ts";
import { downtime } from "./downtime.ts";
import { late } from "./late.ts";
import { night } from "./night.ts";
import { outage } from "./outage.ts";
import { parts } from "./parts.ts";
import { quiet } from "./quiet.ts";
import { share } from "./share.ts";
import { strike } from "./strike.ts";

export const SCENARIOS: readonly ChaosScenario[] = [
  night,
  decree,
  strike,
  parts,
  share,
  outage,
  between,
  check,
  downtime,
  late,
  closed,
  quiet,
];
