// The word that somebody else looks after a server's alerts now, for each of those concerned; and the cards by which that is asked for and taken back.
// The first line alone says what the reader has to do with it from now on; it must never leave open until when.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span } from "../../text/time.ts";
import { asKnown } from "../as-known.ts";
import type { CurfewRecord } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message, Row } from "../message.ts";

export interface DutyScene {
  record: CurfewRecord;
  /** Whose clock. */
  home: PlaceId;
  language: Language;
}

type Moved = AlertOf<"duty.moved">;
interface NoticeScene extends DutyScene {
  mark: string;
  guildId: string;
  /** Who reads it; undefined: everybody in a channel. */
  reader: string | undefined;
  lateBy?: Millis;
}

/** Discord shows the person's own name, in the reader's client. */
export const person = (id: string): string => `<@${id}>`;

export function dutyMoved(alert: Moved, scene: NoticeScene): Message {
  const t = texts(scene.language);
  const late = scene.lateBy === undefined ? [] : [t.alerts.late(span(scene.lateBy))];
  return {
    content: [`${alert.why === "left" ? "⚠️" : "🤝"} ${sentence(firstLine(alert, scene))}`, ...late].join(" "),
    embed: {
      tone: alert.why === "left" ? "trouble" : "info",
      fields: [...fieldOf(t.duty.field.channels, [channelList(alert.channels)]), ...meaning(alert, scene)],
      footer: `#${scene.mark}`,
    },
    ...(alert.why === "handover" ? { rows: [backButton(alert, scene)] } : {}),
  };
}

function firstLine({ why, from, to = "", until, channels }: Moved, scene: NoticeScene): string {
  const { duty } = texts(scene.language);
  const t = duty.notice;
  const count = channels.length;
  const isTo = scene.reader === to;
  switch (why) {
    case "handover":
      return isTo
        ? t.yours(person(from), count, untilWords(until, scene))
        : t.theirs(person(to), count, untilWords(until, scene));
    case "over":
      return isTo ? t.again(person(from), count) : t.noMore(person(to), count);
    case "left":
      return to === "" ? t.leftNobody(person(from), count) : t.leftYou(person(from), count);
    case "back":
      return isTo ? t.backYou(count) : t.back(person(to), count);
  }
}

/** `until Fri 20 Mar 18:00 (Ecuador time)`, or for good. */
export function untilWords(until: Millis | undefined, { record, home, language }: DutyScene): string {
  const { duty: t } = texts(language);
  return until === undefined ? t.forGood : t.untilThen(asKnown({ record, place: home, at: until, language }));
}

function meaning({ why, from, to, until }: Moved, scene: NoticeScene): Field[] {
  const { duty: t } = texts(scene.language);
  if (why === "left" && to === undefined) return fieldOf(t.field.todo, [t.nameSomebody]);
  const isTheirs = scene.reader === to;
  const returns =
    why === "handover" && until !== undefined
      ? [t.returns(asKnown({ record: scene.record, place: scene.home, at: until, language: scene.language }))]
      : [];
  const lines = [...(isTheirs ? [t.means] : []), ...returns, ...(why === "left" ? [t.comesBack(person(from))] : [])];
  return fieldOf(t.field.means, lines);
}

export const channelList = (channels: readonly string[]): string => channels.map((id) => `<#${id}>`).join(", ");

function backButton({ handover = "", to }: Moved, { guildId, language, reader }: NoticeScene): Row {
  const { duty: t } = texts(language);
  return takenBack(guildId, handover, reader === to ? t.giveBack : t.takeBack);
}

function takenBack(guildId: string, id: string, label: string): Row {
  return { buttons: [{ label, press: { action: { name: "duty.back", args: [guildId, id] } } }] };
}

export interface HandoverCard extends DutyScene {
  from: string;
  to: string;
  /** Who asks hands over what is theirs. */
  own: boolean;
  until: Millis | undefined;
  channels: readonly string[];
  /** The channel of questions to the team, where it is one of them. */
  review: string | undefined;
  /** Who has it by an earlier handover that this one replaces. */
  before: string | undefined;
}

export function handoverAsked(card: HandoverCard): Message {
  const { from, to, own, until, channels, review, before, language } = card;
  const { duty } = texts(language);
  const t = duty.card;
  const when = untilWords(until, card);
  const lines = [
    t.means(person(to)),
    ...(review === undefined ? [] : [t.review(person(to), `<#${review}>`)]),
    ...(until === undefined
      ? []
      : [duty.returns(asKnown({ record: card.record, place: card.home, at: until, language }))]),
    ...(before === undefined ? [] : [t.replaces(person(before))]),
    t.told,
  ];
  const args = [from, to, until === undefined ? "-" : String(until)];
  return {
    content: own
      ? t.ask(person(to), channels.length, when)
      : t.askFrom(person(from), person(to), channels.length, when),
    embed: {
      tone: "info",
      fields: [...fieldOf(duty.field.channels, [channelList(channels)]), ...fieldOf(duty.field.means, lines)],
    },
    rows: [
      {
        buttons: [
          { label: t.yes, style: "primary", press: { action: { name: "duty.hand", args } } },
          { label: t.no, press: { action: { name: "duty.leave", args: [] } } },
        ],
      },
    ],
  };
}

export function handoverDone(
  { id, guildId, to, until }: { id: string; guildId: string; to: string; until?: Millis | undefined },
  count: number,
  scene: DutyScene,
): Message {
  const { duty } = texts(scene.language);
  const said = sentence(duty.card.done(person(to), count, untilWords(until, scene)));
  return { content: `🤝 ${said} ${duty.card.bothTold}`, rows: [takenBack(guildId, id, duty.takeBack)] };
}
