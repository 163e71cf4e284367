// Starts the rehearsals of all tests, with an eye on every exchange: a request or an answer that Discord's own description does not allow fails the
// test in which it happened. Must never let one pass because a test ended early: what comes later fails the next test, or the end of the file.
import { startRehearsal, type Rehearsal, type RehearsalOptions } from "../../rehearsal/rehearsal.ts";
import { faultsOf } from "./openapi/exchanges.ts";
import { problems } from "../problems.ts";

export function startWatched(options: RehearsalOptions): Promise<Rehearsal> {
  return startRehearsal({
    ...options,
    onExchange: (exchange) => {
      problems.push(...faultsOf(exchange));
      options.onExchange?.(exchange);
    },
  });
}
