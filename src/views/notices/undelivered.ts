// For those who look after a channel: an alert did not reach it, though the channel is open. Says which, why, and what helps; it must never repeat an alert as
// if it were the alert itself.
import type { AlertOf } from "../../domain/alert.ts";
import type { ChannelState } from "../../domain/channel-state.ts";
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { asKnown } from "../as-known.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Message, Row } from "../message.ts";
import { type ChannelScene, channelWords, heldLine, lookup } from "./channel.ts";

/** Of our own making: nobody in the server can mend it. */
const FAULTS: ReadonlySet<string> = new Set(["refused-form", "could-not-render"]);

/** `held`: who has it, by now. */
export type Undelivered = AlertOf<"alert.undelivered"> & { held?: ChannelState["held"] };

export function undelivered(alert: Undelivered, scene: ChannelScene): Message {
  const { language, mark, where } = scene;
  const { closures } = texts(language);
  const t = closures.undelivered;
  const { lost, also = [], owners = [], contacts = [], held } = alert;
  const channel = channelWords({ channel: alert.channel, name: alert.name });
  const when = asKnown({ record: scene.record, place: scene.home, at: alert.since, language });
  const what = `${lookup(t.what, lost?.kind ?? "") ?? t.what.other}, ${when}`;
  const effect = {
    "guild.event": t.effect.event,
    "thread.opened": t.effect.thread(channel),
    board: t.effect.board(channel),
  };
  const said =
    lookup(effect, lost?.kind ?? "") ??
    (also.length > 0 ? t.many(also.length + 1, channel, what) : (lost?.edits ? t.correction : t.one)(channel, what));
  const because = t.because(lookup(t.reason, alert.reason) ?? t.reason.other);
  const isUntaken = alert.next === true && held === undefined;
  const users = where === "dm" || held !== undefined ? [] : isUntaken ? [...owners, ...contacts] : owners;
  const first = isUntaken ? closures.untaken(said.charAt(0).toLowerCase() + said.slice(1)) : said;
  return {
    content: [`⚠️ ${sentence(first)}`, sentence(because), ...users.map((id) => `<@${id}>`)].join(" "),
    ...(where === "place" ? { users } : {}),
    ...heldLine({ held }, scene),
    embed: {
      tone: "trouble",
      fields: [
        ...fieldOf(closures.field.todo, [todo(alert.reason, channel, language)]),
        ...fieldOf(closures.field.lost, lost?.text === undefined ? [] : [`> ${escape(lost.text)}`]),
        ...fieldOf(
          closures.field.more(also.length + 1),
          lost === undefined ? [] : [[`#${lost.mark}`, ...(also.length > 0 ? [t.andMore(also.length)] : [])].join(" ")],
        ),
      ],
      footer: `#${mark}`,
    },
    ...(held === undefined ? { rows: [haveIt(alert, scene)] } : {}),
  };
}

function haveIt({ id, about, next }: Undelivered, { language, where }: ChannelScene): Row {
  const args = [about ?? id, language, where, ...(next === true ? ["next"] : [])];
  return {
    buttons: [
      { label: texts(language).closures.have, style: "primary", press: { action: { name: "undelivered.have", args } } },
    ],
  };
}

function todo(reason: string, channel: string, language: Language): string {
  const t = texts(language).closures.undelivered.todo;
  if (FAULTS.has(reason)) return t.fault;
  if (reason === "no-leave-for-events" || reason === "too-many-events") return t[reason];
  if (reason === "no-leave-for-threads" || reason === "board-deleted") return t[reason](channel);
  if (reason === "blocked-by-moderation" || reason === "no-history" || reason === "expired") return t[reason](channel);
  return t.other;
}
