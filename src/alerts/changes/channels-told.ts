// In how many channels something of a record was told: whoever withdraws it knows how many will hear so. It only reads.
import type { Alert } from "../../domain/alert.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** Channels that show a notice of this record, each once. */
export async function channelsTold(ledger: Pick<Ledger, "all">, noun: string, subject: string): Promise<number> {
  const channels = new Set<string>();
  for await (const { alert, state, edits, channelId } of ledger.all())
    if (state === "sent" && edits === undefined && tells(alert, noun, subject)) channels.add(channelId);
  return channels.size;
}

function tells(alert: Alert, noun: string, subject: string): boolean {
  if (alert.kind === "quiet.over") return alert.tells.some((one) => tells(one, noun, subject));
  if ("subject" in alert) return alert.subject === subject && alert.kind.startsWith(`${noun}.`);
  return noun === "curfew" && "groups" in alert && alert.groups.some(({ curfews }) => curfews.includes(subject));
}
