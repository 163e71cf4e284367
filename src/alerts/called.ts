// Whom a row calls when it is posted: it may have waited for Discord, its channel or the end of quiet hours since it was planned. It must never call a role that
// its people have taken away, nor one where none was to be called.
import type { Delivery } from "../domain/delivery.ts";
import type { Subscribed } from "../store/subscriptions.ts";
import { rolesOf } from "./planner.ts";

/** The row with the roles that its own sets name by now. Its sound stays as it was planned: a notice is not made louder on its way. */
export function calledNow(row: Delivery, running: Subscribed | undefined): Delivery {
  if (row.roles.length === 0) return row;
  const own = running?.subscriptions.filter(({ id }) => row.subscriptions.includes(id)) ?? [];
  // Of the note after quiet hours each thing had its own; that was decided a moment ago, when it was planned.
  const roles =
    row.alert.kind === "quiet.over"
      ? row.roles.filter((role) => own.some((one) => one.role === role))
      : rolesOf(row.alert, own);
  return { ...row, roles };
}
