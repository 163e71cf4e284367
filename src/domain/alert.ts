// What there is to say, as data. Persisted in the rows of the ledger: kinds and optional fields are added, never changed. It holds no words.
import { z } from "zod";
import { channelAlerts, dutyAlerts } from "./alerts/care.ts";
import { changeAlerts, down, edgeAlerts } from "./alerts/curfew.ts";
import { effects, ownAlerts } from "./alerts/own.ts";
import { knowledgeAlerts, placeAlerts } from "./alerts/places.ts";
import { orgAlerts, recordAlerts, shared, strikeRecorded } from "./alerts/record.ts";

export type { HeldAlert } from "./alerts/own.ts";

/**
 * `id` = SHA-256 of (kind, country, instant, lead) for edges, of (kind, fact) for what a fact caused, of (message, channel, question) for an answer shared,
 * of (kind, channel, since or row) for what is told of a channel. */
export const Alert = z.discriminatedUnion("kind", [
  ...edgeAlerts,
  ...changeAlerts,
  ...knowledgeAlerts,
  ...placeAlerts,
  ...recordAlerts,
  ...channelAlerts,
  ...orgAlerts,
  ...ownAlerts,
  ...dutyAlerts,
  ...effects,
  strikeRecorded,
  down,
  shared,
]);
export type Alert = z.infer<typeof Alert>;
export type AlertOf<Kind extends Alert["kind"]> = Extract<Alert, { kind: Kind }>;
