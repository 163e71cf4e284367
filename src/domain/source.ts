// Where a fact was read. It must never be shown as a link unless it is https and not withheld.
import { z } from "zod";
import { Text } from "./text.ts";
import { Day, PartialDay } from "./time.ts";

export const Source = z.strictObject({
  /** A name as it stands; both languages where it holds words: "CBS News (mirror)". */
  publisher: z.union([z.string().min(1).max(200), Text]),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Day of publication, as precise as known. */
  date: PartialDay.optional(),
  note: Text.optional(),
  /** Why the address is kept out of the record. */
  urlWithheld: Text.optional(),
  /** Its publisher took it back, or we do not rest on it any more: it carries nothing, and is shown with that word. */
  withdrawn: z.strictObject({ on: Day, reason: Text.optional() }).optional(),
});
export type Source = z.infer<typeof Source>;

/** One name for comparing who published what. */
export function publisherKey({ publisher }: Source): string {
  return typeof publisher === "string" ? publisher : (publisher.en ?? publisher.es ?? "");
}

/** As figures name the source that carries them: its address, else its publisher. */
export function sourceKey(source: Source): string {
  return source.url ?? publisherKey(source);
}

export function isWithdrawn({ withdrawn }: Source): boolean {
  return withdrawn !== undefined;
}

/** Those that still carry what they carried. */
export function standingSources(sources: readonly Source[]): readonly Source[] {
  return sources.some(isWithdrawn) ? sources.filter((source) => !isWithdrawn(source)) : sources;
}

/** The newest day any of these sources carries, or undefined when none is dated. ISO order: "2024-12" sorts before its days. What was taken back makes nothing new. */
export function newestDate(sources: readonly Source[]): PartialDay | undefined {
  return standingSources(sources)
    .flatMap((source) => source.date ?? [])
    .sort()
    .at(-1);
}

/** The address a reader may be sent to; undefined for http, withheld and missing ones. */
export function link(source: Source): string | undefined {
  return source.urlWithheld === undefined && source.url?.startsWith("https://") ? untracked(source.url) : undefined;
}

/** Parts of an address that lead nowhere and tell only where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)=/i;

/** The address without them; every other part stays letter for letter. */
export function untracked(url: string): string {
  const [address = "", fragment] = url.split(/(?=#)/, 2);
  const [path = "", query] = address.split(/\?(.*)/s, 2);
  if (query === undefined) return url;
  const kept = query.split("&").filter((part) => !TRACKING.test(part));
  return `${path}${kept.length === 0 ? "" : `?${kept.join("&")}`}${fragment ?? ""}`;
}

export const Confidence = z.enum(["high", "medium", "low"]);
export type Confidence = z.infer<typeof Confidence>;
