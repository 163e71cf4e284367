// One plain rule: how far its sources carry a recorded strike. Never a judgement of what happened.
import { publisherKey, type Source } from "./source.ts";

/** One publisher alone verifies nothing; two or more do so in part. Nothing here is ever called verified. */
export function verified(sources: readonly Source[]): "unverified" | "partly" {
  const publishers = new Set(sources.map((source) => publisherKey(source).trim().toLowerCase()));
  return publishers.size > 1 ? "partly" : "unverified";
}
