// What a card shows before anything is stored: settings of one subscription and of its channel, as they travel in buttons. Pure; it changes nothing.
import { z } from "zod";
import { hash } from "./id.ts";
import { Destination, Subscription } from "./subscription.ts";

/** Of the channel: all its subscriptions share them. */
export const ChannelSettings = Destination.pick({ language: true, zone: true, quietHours: true, board: true });
export type ChannelSettings = z.infer<typeof ChannelSettings>;

export const Settings = Subscription.omit({
  v: true,
  id: true,
  destination: true,
  guildId: true,
  since: true,
  caredSince: true,
  askedSince: true,
  askedBy: true,
  endedAt: true,
  endedBy: true,
});
export type Settings = z.infer<typeof Settings>;

export const Draft = z.strictObject({
  v: z.literal(1),
  guildId: Destination.shape.guildId,
  channelId: Destination.shape.id,
  kind: Destination.shape.kind,
  /** Of one that stands: which, and what stood when it was read. Left out of a new one. */
  of: z.strictObject({ id: z.string(), rests: z.string() }).optional(),
  channel: ChannelSettings,
  settings: Settings,
});
export type Draft = z.infer<typeof Draft>;

/** Of a channel its settings alone, without keys that say nothing. */
export function channelSettings({ language, zone, quietHours, board }: Destination): ChannelSettings {
  return {
    language,
    zone,
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(board === undefined ? {} : { board }),
  };
}

export function settingsOf(one: Subscription): Settings {
  const {
    v: _v,
    id: _id,
    destination: _d,
    guildId: _g,
    since: _s,
    caredSince: _c,
    askedSince: _a,
    askedBy: _by,
    endedAt: _e,
    endedBy: _b,
    ...own
  } = one;
  return Settings.parse(JSON.parse(JSON.stringify(own)));
}

/** Two of the same name say the same settings. Which message is kept up to date there is nobody's setting. */
export function restsOn({ board, ...channel }: ChannelSettings, settings: Settings): string {
  return hash(JSON.parse(JSON.stringify([{ ...channel, board: board !== undefined }, settings]))).slice(0, 24);
}

/** The settings that stand, to be changed. */
export function draftOf(destination: Destination, one: Subscription): Draft {
  const [channel, settings] = [channelSettings(destination), settingsOf(one)];
  return {
    v: 1,
    guildId: destination.guildId,
    channelId: destination.id,
    kind: destination.kind,
    of: { id: one.id, rests: restsOn(channel, settings) },
    channel,
    settings,
  };
}
