// The button Seen, who has not pressed it, and the word that calls them. People are named by Discord's ids, which each reader's Discord shows as names; the
// owner's list calls nobody. It must never sound as if who has not pressed had done something wrong, nor as if they were in danger.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Count } from "../../domain/seen.ts";
import type { Language } from "../../domain/text.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { asKnown } from "../as-known.ts";
import type { CurfewRecord } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Button, Message, Row } from "../message.ts";

export interface SeenScene {
  record: CurfewRecord;
  /** Whose clock. */
  home: PlaceId;
  language: Language;
  mark: string;
  guildId: string;
  lateBy?: Millis;
}

/** Named in a first line, as far as a lock screen goes; the list below has all. */
const NAMED = 6;

export function seenLabel({ have, asked }: Count, language: Language): string {
  return texts(language).seen.button(have, asked);
}

/** `key`: of the notice's row in the ledger. */
export function seenRow(key: string, count: Count, language: Language): Row {
  const press = { action: { name: "seen.press", args: [key] } };
  return { buttons: [{ label: seenLabel(count, language), style: "primary", press }] };
}

/** `pressed`: by whom and when, world time; others than those asked may be among them. */
export function seenMissing(
  alert: AlertOf<"seen.missing">,
  pressed: ReadonlyMap<string, { at: Millis }>,
  scene: SeenScene & { where: "dm" | "place" },
): Message {
  const { language, mark, where, lateBy } = scene;
  const { seen, alerts } = texts(language);
  const t = seen.missing;
  const { people, channel, posted, after, owners = [] } = alert;
  const missing = people.filter((one) => !pressed.has(one));
  const have = people.filter((one) => pressed.has(one));
  const said = t.line(few(missing, language), missing.length, people.length, `<#${channel}>`, span(after * MINUTE));
  const calls = where === "place" ? owners : [];
  return {
    content: [
      `👁️ ${sentence(said)}`,
      ...(lateBy === undefined ? [] : [alerts.late(span(lateBy))]),
      ...(calls.length === 0 ? [] : [t.calls(calls.map(named).join(" "))]),
    ].join(" "),
    ...(calls.length === 0 ? {} : { users: calls }),
    embed: {
      tone: "info",
      fields: [
        ...fieldOf(t.field.notice, [...quoted(alert), sentence(t.posted(moment(posted, scene)))]),
        ...fieldOf(`${t.field.not} (${missing.length})`, [missing.map(named).join(", ")]),
        ...fieldOf(`${t.field.have} (${have.length})`, [have.length === 0 ? t.nobody : have.map(named).join(", ")]),
        ...fieldOf(t.field.how, [t.how]),
      ],
      footer: `#${mark}`,
    },
    rows: [{ buttons: [remindButton(alert, language), openButton(alert, { ...scene, channelId: channel })] }],
  };
}

/** It answers the notice, repeats its first line with its hour, for by now that may be over, and calls exactly these. */
export function seenReminder(
  alert: AlertOf<"seen.reminder">,
  missing: readonly string[],
  scene: SeenScene & { channelId: string },
): Message {
  const { language, mark } = scene;
  const t = texts(language).seen.reminder;
  const text = alert.text === undefined ? t.unnamed : escape(withoutRoles(alert.text));
  return {
    content: `👁️ ${t.line(moment(alert.posted, scene), text, missing.map(named).join(" "))}`,
    users: missing,
    embed: {
      tone: "info",
      description: t.count(alert.people.length - missing.length, alert.people.length),
      footer: `#${mark}`,
    },
    rows: [{ buttons: [openButton(alert, scene)] }],
  };
}

type About = Pick<AlertOf<"seen.missing">, "of" | "messageId" | "text">;

function remindButton({ of }: About, language: Language): Button {
  const press = { action: { name: "seen.remind", args: [of] } };
  return { label: texts(language).seen.missing.remind, style: "primary", press };
}

function openButton({ messageId }: About, { guildId, channelId, language }: SeenScene & { channelId: string }): Button {
  const url = `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
  return { label: texts(language).seen.missing.open, press: { url } };
}

function quoted({ text }: About): string[] {
  return text === undefined ? [] : [`> ${escape(withoutRoles(text))}`];
}

/** Who was called by the notice itself is not called once more, and elsewhere a role has no name. */
const withoutRoles = (text: string) => text.replaceAll(/ ?<@&\d+>/g, "");

export const named = (id: string): string => `<@${id}>`;

function few(people: readonly string[], language: Language): string {
  const more = people.length - NAMED;
  const first = people.slice(0, more > 1 ? NAMED : people.length).map(named);
  return [...first, ...(more > 1 ? [texts(language).alerts.andMore(more)] : [])].join(", ");
}

const moment = (at: Millis, { record, home, language }: SeenScene) => asKnown({ record, place: home, at, language });
