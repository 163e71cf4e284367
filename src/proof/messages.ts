// What a channel was shown, one row for each message, edit and notice that was not posted: when it was due, when it stood there, in which words, resting on
// what. Nothing is left out because it failed. It asks no leave: whoever calls it has.
import type { ShownRow } from "../alerts/ledger/proof.ts";
import type { Alert } from "../domain/alert.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { Fact } from "../domain/fact.ts";
import { mark } from "../domain/id.ts";
import { newestDate, publisherKey, type Source } from "../domain/source.ts";
import { instant, isoOf, type Millis } from "../domain/time.ts";

/** Times in UTC, ISO 8601. A row without `posted` was not posted: `state` and `reason` say why. */
export interface MessageRow {
  mark: string;
  kind: Alert["kind"];
  /** What became of it in the channel. */
  did: "posted" | "edited" | "not posted";
  part: number;
  state: Delivery["state"];
  reason: string;
  channelId: string;
  messageId: string;
  link: string;
  due: string;
  planned: string;
  posted: string;
  /** Of the whole row: by how much it came after it was due, seconds. */
  lateBySeconds: number | undefined;
  language: string;
  /** Word for word; without the line that names who shared it. */
  text: string;
  title: string;
  description: string;
  /** `Name: words`, one a line. */
  fields: string;
  footer: string;
  /** SHA-256 over what was shown. */
  digest: string;
  answersMessage: string;
  subjects: string;
  facts: string;
  recordedBy: string;
  confirmedBy: string;
  sharedBy: string;
  newestSource: string;
  sources: string;
}

export interface Record {
  versions: (noun: string, subject: string) => readonly Fact[];
  /** Undefined once it was erased, and for whom another server knows. */
  nameOf: (recorder: string) => string | undefined;
}

export function messageRows(rows: readonly ShownRow[], record: Record): MessageRow[] {
  return rows.flatMap((row) => rowsOf(row, record));
}

function rowsOf({ delivery, shown }: ShownRow, record: Record): MessageRow[] {
  const base = baseOf(delivery, record);
  if (delivery.parts.length === 0) return [base];
  return delivery.parts.map((part, i): MessageRow => {
    const { messageId, shownAt } = part;
    const stands = messageId !== undefined && delivery.state !== "skipped" && delivery.state !== "failed";
    const words = shown[i];
    const { title = "", description = "", fields = [], footer = "" } = words?.embed ?? {};
    return {
      ...base,
      part: delivery.edits?.part ?? part.part,
      did: !stands ? "not posted" : delivery.edits === undefined ? "posted" : "edited",
      messageId: messageId ?? "",
      link: messageId === undefined ? "" : linkOf(delivery, messageId),
      posted: stands && shownAt !== undefined ? isoOf(shownAt) : "",
      lateBySeconds: stands && shownAt !== undefined ? Math.round((shownAt - delivery.dueAt) / 1000) : undefined,
      text: words?.content ?? part.text ?? "",
      title,
      description,
      fields: fields.map(({ name, value }) => `${name}: ${value}`).join("\n"),
      footer,
      digest: part.shown ?? "",
    };
  });
}

function baseOf(delivery: Delivery, record: Record): MessageRow {
  const { alert, guildId, replyTo, edits } = delivery;
  const facts = factsBehind(alert, delivery.plannedAt, record);
  const sources = facts.flatMap(({ content }) => ("sources" in content ? (content.sources ?? []) : []));
  return {
    mark: `#${edits?.mark ?? mark(alert.id)}`,
    kind: alert.kind,
    did: "not posted",
    part: 1,
    state: delivery.state,
    reason: delivery.reason,
    channelId: delivery.channelId,
    messageId: "",
    link: "",
    due: isoOf(delivery.dueAt),
    planned: isoOf(delivery.plannedAt),
    posted: "",
    lateBySeconds: undefined,
    language: delivery.language,
    text: "",
    title: "",
    description: "",
    fields: "",
    footer: "",
    digest: "",
    answersMessage: replyTo === undefined ? "" : linkOf({ guildId, channelId: delivery.channelId }, replyTo),
    subjects: list(facts.map(({ subject }) => subject)),
    facts: list(facts.map(({ id }) => id)),
    recordedBy: list(facts.map(({ recorder }) => nameOf(recorder, record))),
    confirmedBy: list(
      facts.flatMap(({ why }) => (why?.confirmedBy === undefined ? [] : nameOf(why.confirmedBy, record))),
    ),
    sharedBy: "by" in alert ? nameOf(alert.by, record) : "",
    newestSource: newestDate(sources) ?? "",
    sources: list(sources.map(sourceOf)),
  };
}

/** The versions that the alert rests on: the fact it names, or the curfews of its hours as they stood when it was planned. */
function factsBehind(alert: Alert, planned: Millis, { versions }: Record): Fact[] {
  if ("fact" in alert) {
    const subject = "subject" in alert ? alert.subject : undefined;
    const nouns = alert.kind.startsWith("strike.") ? ["strike"] : ["curfew"];
    return subject === undefined
      ? []
      : nouns.flatMap((noun) => versions(noun, subject)).filter(({ id }) => id === alert.fact);
  }
  const groups =
    "groups" in alert ? alert.groups : alert.kind === "vigia.down" ? alert.missed.flatMap((one) => one.groups) : [];
  return [...new Set(groups.flatMap((group) => group.curfews))].flatMap((id) => {
    const stood = versions("curfew", id).filter(({ recordedAt }) => instant(recordedAt) <= planned);
    return stood.at(-1) ?? [];
  });
}

/** `data`: the files that ship with the program. */
export function nameOf(recorder: string, record: Pick<Record, "nameOf">): string {
  return recorder === "data" ? "data file" : (record.nameOf(recorder) ?? recorder);
}

export function sourceOf(source: Source): string {
  const { url, date } = source;
  return [publisherKey(source), date, url, source.withdrawn === undefined ? undefined : "(taken back)"]
    .filter(Boolean)
    .join(" ");
}

const list = (words: readonly string[]) => [...new Set(words)].join("\n");

function linkOf({ guildId, channelId }: Pick<Delivery, "guildId" | "channelId">, messageId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}
