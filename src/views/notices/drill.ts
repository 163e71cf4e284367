// A drill as its channel reads it: marked as one at both ends, with what would come there. It must never look like a curfew, mention a role, nor say that all
// is well where a mention would not work.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { second, span } from "../../text/time.ts";
import { asKnown } from "../as-known.ts";
import { sceneOf } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { beforeWords } from "../settings/listed.ts";
import { channelName, type Listed, type SettingsRecord, subscriptionWords } from "../settings/subscribed.ts";

export interface DrillScene {
  record: SettingsRecord;
  /** Whose clock tells when it was asked for. */
  home: PlaceId;
  language: Language;
  mark: string;
  /** Who asked; undefined once it was erased. */
  name: string | undefined;
  /** Undefined where nobody subscribed the channel. */
  to: Listed | undefined;
  silent: boolean;
  lateBy?: Millis;
}

export function drillNotice(alert: AlertOf<"drill">, scene: DrillScene): Message {
  const { language, name, mark, lateBy } = scene;
  const t = texts(language).drill;
  const late = lateBy === undefined ? [] : [texts(language).alerts.late(span(lateBy))];
  return {
    content: [t.first, ...late].join(" "),
    signature: t.askedBy(name === undefined ? undefined : escape(name), askedAt(alert.at, scene)),
    embed: { tone: "info", fields: fields(alert, scene), footer: `#${mark}` },
  };
}

/** With its seconds: Discord shows beside the message when it arrived. */
function askedAt(at: Millis, { record, home, language }: DrillScene): string {
  const told = asKnown({ record, place: home, at, language });
  const { zone } = sceneOf(record, [home], at, language);
  return told.replace(/\d\d:\d\d(?= \()/, second(at, zone));
}

function fields({ roles = [] }: AlertOf<"drill">, { record, language, to, silent }: DrillScene): Field[] {
  const t = texts(language).drill;
  const lines = to?.subscriptions.map(
    (one) => `• ${[subscriptionWords(one, record, language), ...beforeWords(one, language)].join("; ")}`,
  );
  const paused = to?.destination.paused === undefined ? [] : [t.closed(channelName(to.destination.id))];
  const mentions = roles.map(({ role, works }) => (works ? t.works : t.fails)(`<@&${role}>`));
  return [
    ...fieldOf(t.field.comes, [...(lines ?? [t.nothing]), ...paused]),
    ...fieldOf(t.field.mention, to === undefined ? [] : mentions.length === 0 ? [t.noRole] : mentions),
    ...fieldOf(t.field.sound, silent && paused.length === 0 ? [t.silent] : []),
  ];
}
