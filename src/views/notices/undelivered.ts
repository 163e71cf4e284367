// For those who look after a channel: an alert did not reach it, though the channel is open. Says which, why, and what helps; it must never repeat an alert as
// if it were the alert itself.
import type { AlertOf } from "../../domain/alert.ts";
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { asKnown } from "../as-known.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Message } from "../message.ts";
import { type ChannelScene, channelWords, lookup } from "./channel.ts";

/** Of our own making: nobody in the server can mend it. */
const FAULTS: ReadonlySet<string> = new Set(["refused-form", "could-not-render"]);

export function undelivered(alert: AlertOf<"alert.undelivered">, scene: ChannelScene): Message {
  const { language, mark, where } = scene;
  const { closures } = texts(language);
  const t = closures.undelivered;
  const { lost, also = [], owners = [] } = alert;
  const channel = channelWords({ channel: alert.channel, name: alert.name });
  const when = asKnown({ record: scene.record, place: scene.home, at: alert.since, language });
  const what = `${lookup(t.what, lost?.kind ?? "") ?? t.what.other}, ${when}`;
  const effect = { "guild.event": t.effect.event, "thread.opened": t.effect.thread(channel) };
  const said =
    lookup(effect, lost?.kind ?? "") ??
    (also.length > 0 ? t.many(also.length + 1, channel, what) : (lost?.edits ? t.correction : t.one)(channel, what));
  const because = t.because(lookup(t.reason, alert.reason) ?? t.reason.other);
  const calls = where === "place" ? owners.map((id) => `<@${id}>`) : [];
  return {
    content: [`⚠️ ${sentence(said)}`, sentence(because), ...calls].join(" "),
    ...(where === "place" ? { users: owners } : {}),
    embed: {
      tone: "trouble",
      fields: [
        ...fieldOf(closures.field.todo, [todo(alert.reason, channel, language)]),
        ...fieldOf(closures.field.lost, lost?.text === undefined ? [] : [`> ${escape(lost.text)}`]),
        ...fieldOf(
          closures.field.more,
          lost === undefined ? [] : [[`#${lost.mark}`, ...(also.length > 0 ? [t.andMore(also.length)] : [])].join(" ")],
        ),
      ],
      footer: `#${mark}`,
    },
  };
}

function todo(reason: string, channel: string, language: Language): string {
  const t = texts(language).closures.undelivered.todo;
  if (FAULTS.has(reason)) return t.fault;
  if (reason === "no-leave-for-events" || reason === "too-many-events") return t[reason];
  if (reason === "no-leave-for-threads") return t[reason](channel);
  if (reason === "blocked-by-moderation" || reason === "no-history" || reason === "expired") return t[reason](channel);
  return t.other;
}
