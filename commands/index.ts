// The list of everything people can type. A command that is not here does not exist.
import type { Command } from "../src/command.ts";
import { alerts } from "./alerts/index.ts";
import { curfew } from "./curfew/index.ts";
import { orgs } from "./orgs/index.ts";
import { record } from "./record/index.ts";
import { strikes } from "./strikes/index.ts";

export const COMMANDS: readonly Command[] = [curfew, strikes, orgs, alerts, record];
