// Waits for what becomes of one row: for whoever asked for a post and is to be told. It moves nothing.
import type { Clock } from "../../clock.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Ledger } from "../ledger/ledger.ts";

interface Parts {
  ledger: Pick<Ledger, "onMoved">;
  clock: Pick<Clock, "after">;
}

/** Listens from now on, so that nothing is missed of a row that is written next. `late`: what it is by then, if nothing came of it within `patience`, machine ms. */
export function settling<Became>(
  { ledger, clock }: Parts,
  id: string,
  { became, late, patience }: { became: (row: Delivery) => Became | undefined; late: Became; patience: number },
): { settled: Promise<Became>; stop: () => void } {
  let stop = (): void => undefined;
  const settled = new Promise<Became>((resolve) => {
    const unwatch = ledger.onMoved(({ delivery }) => {
      const came = delivery.id === id ? became(delivery) : undefined;
      if (came !== undefined) resolve(came);
    });
    const cancel = clock.after(patience, () => resolve(late));
    stop = () => {
      unwatch();
      cancel();
    };
  });
  return { settled, stop: () => stop() };
}
