// Names and descriptions of commands and options, in Spanish (es-ES and es-419).
// A name is 1-32 characters, a description 1-100; Discord refuses anything longer.
import { alerts } from "./command-names/alerts.ts";
import { curfew } from "./command-names/curfew.ts";
import { orgs } from "./command-names/orgs.ts";
import { record } from "./command-names/record.ts";
import { strikes } from "./command-names/strikes.ts";

export const commands = { curfew, strikes, orgs, alerts, record };
