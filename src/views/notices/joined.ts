// The one message with which Vigía comes into a server, and the answer to "What can I see here". It must never read as if alerts came already, nor promise
// to whoever asks what only some may do.
import type { AreaState } from "../../domain/situation.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { PlaceId } from "../../domain/area.ts";
import { texts } from "../../text/index.ts";
import type { CurfewRecord } from "../curfew/words.ts";
import { curfewOverview } from "../curfew/overview.ts";
import { fieldOf } from "../fit.ts";
import type { Button, Message } from "../message.ts";
import { channelName } from "../settings/subscribed.ts";

export function joinedNotice({ language, mark }: { language: Language; mark?: string }): Message {
  const { joined: t, share } = texts(language);
  const button = (name: "subscribe" | "drill" | "here", style: Button["style"] = "secondary"): Button => ({
    label: t.label[name],
    style,
    press: { action: { name: `joined.${name}`, args: [] } },
  });
  return {
    content: t.first,
    embed: {
      tone: "info",
      fields: [...fieldOf(t.field.now, [t.subscribe, t.drill, t.here]), ...fieldOf(t.field.who, [t.who])],
      ...(mark === undefined ? {} : { footer: `#${mark}` }),
    },
    rows: [
      { buttons: [button("subscribe", "primary"), button("drill"), button("here")] },
      // It is written in what the server speaks; who sets it up may read another.
      { buttons: [{ label: share.otherLanguage, press: { action: { name: "joined.language", args: [language] } } }] },
    ],
  };
}

export interface SeenHere {
  record: CurfewRecord;
  place: PlaceId;
  state: AreaState;
  now: Millis;
  language: Language;
  /** Channels of this server that get alerts. */
  channels: readonly string[];
}

/** First what is known now of the area, as whoever types "/curfew" reads it. */
export function seenHere({ record, place, state, now, language, channels }: SeenHere): Message {
  const t = texts(language).joined;
  const [overview] = curfewOverview({ record, place, state, now, language, others: [] });
  return {
    content: overview?.content ?? t.first,
    embed: {
      tone: overview?.embed?.tone ?? "info",
      fields: [
        ...fieldOf(
          t.ask,
          t.commands.map((one) => `• ${one}`),
        ),
        ...fieldOf(t.getting, [channels.length === 0 ? t.none : t.channels(channels.map(channelName).join(", "))]),
      ],
      ...(overview?.embed?.footer === undefined ? {} : { footer: overview.embed.footer }),
    },
  };
}
