// The name under which Discord recognises a post it has already taken. Follows from alert, channel and part, so that a crash does not change it.
import type { Delivery } from "../../domain/delivery.ts";
import { hash } from "../../domain/id.ts";

/** 25 characters, Discord's limit. The channel is in it: Discord looks at the author alone. */
export function nonceOf(delivery: Pick<Delivery, "alert" | "destination">, part: number): string {
  return hash({ alert: delivery.alert.id, destination: delivery.destination, part }).slice(0, 25);
}
