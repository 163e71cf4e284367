// What watches share in fitting an alert to each channel: the same words for the same places, and what the channel was told before. It plans nothing.
import type { Alert } from "../../domain/alert.ts";
import type { AreaTree } from "../../domain/area-tree.ts";
import { followed } from "../followed.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Plan, Tailor } from "../planner.ts";

/** Channels that follow the same places are told the same: it is worked out once for all of them. */
export function shared(alertFor: Tailor): Tailor {
  const told = new Map<string, Alert | undefined>();
  return (to) => {
    const key = followed(to).join();
    if (!told.has(key)) told.set(key, alertFor(to));
    return told.get(key);
  };
}

export function heardBy({ told }: Pick<Ledger, "told">, areas: AreaTree): NonNullable<Plan["heard"]> {
  return (destination) => ({ earlier: told.of(destination).map(({ delivery }) => delivery), areas });
}
