// For those who look after a channel: its alerts are not arriving, since when, why, what to do, who has it; and what it becomes when that is over.
// The first line alone must tell somebody at 3 a.m. that they hear nothing; it must never sound as if nothing happened.
import type { ChannelState } from "../../domain/channel-state.ts";
import type { PlaceId } from "../../domain/area.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { span, stamp } from "../../text/time.ts";
import { asKnown, bothAsKnown } from "../as-known.ts";
import type { CurfewRecord } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message, Row } from "../message.ts";

export interface ChannelScene {
  record: CurfewRecord;
  /** Whose clock. */
  home: PlaceId;
  language: Language;
  mark: string;
  /** In a person's direct messages, or where others read it too. */
  where: "dm" | "place";
  /** For the next in line: nobody took it within the hour. */
  next?: true;
  lateBy?: Millis;
}

/** What stands, as things are by now. */
export function channelNotice(state: ChannelState, scene: ChannelScene): Message {
  const { language, mark } = scene;
  const t = texts(language).closures;
  const isClosed = state.is === "closed";
  return {
    content: [firstLine(state, scene), ...late(scene), ...(isClosed ? mentions(state, scene) : [])].join(" "),
    ...(isClosed && scene.where === "place" ? { users: called(state, scene) } : {}),
    ...heldLine(state, scene),
    embed: {
      tone: isClosed ? "trouble" : "info",
      fields: isClosed ? closedFields(state, scene) : fieldOf(t.field.people, people(state, language)),
      footer: `#${mark}`,
    },
    ...(isClosed && state.held === undefined ? { rows: [haveIt(state, scene)] } : {}),
  };
}

export interface Opened {
  /** Alerts that go on now, and those that were over; undefined where nobody counted. */
  goes: number | undefined;
  missed: number | undefined;
}

/** The word that it takes messages again. */
export function channelOpened(state: ChannelState, { goes, missed }: Opened, scene: ChannelScene): Message {
  const t = texts(scene.language).closures;
  const [since, opened] = fromTo(state.since, state.openedAt ?? state.since, scene);
  const lines = [
    goes === undefined ? t.goesOnSome : t.goesOn(goes),
    ...(missed === undefined || missed === 0 ? [] : [t.missed(missed)]),
  ];
  return {
    content: [`🔔 ${sentence(t.open(channelWords(state), opened, since))}`, ...late(scene)].join(" "),
    embed: { tone: "info", fields: fieldOf(t.field.waited, lines), footer: `#${scene.mark}` },
  };
}

/** `Vigía may no longer write there (missing: Send Messages)`. */
export function whyClosed({ reason, missing }: Pick<ChannelState, "reason" | "missing">, language: Language): string {
  const { closures: t, alerts } = texts(language);
  if (reason === "forbidden" && missing.includes("ViewChannel")) return t.why.hidden;
  const why = lookup(t.why, reason) ?? t.why.other;
  return missing.length === 0 ? why : `${why} (${t.missing(permissions(missing, alerts.permission))})`;
}

/** Discord shows a channel's own name in the reader's client, but not of one that is gone. */
export function channelWords({ channel, name }: Pick<ChannelState, "channel" | "name">): string {
  return name === undefined ? `<#${channel}>` : `#${escape(name)}`;
}

export function lookup(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function firstLine(state: ChannelState, scene: ChannelScene): string {
  const t = texts(scene.language).closures;
  const channel = channelWords(state);
  const since = moment(state.since, scene);
  if (state.is === "ended") return `⏹️ ${sentence(t.ended(channel, since))}`;
  if (state.is === "open")
    return `🔔 ${sentence(state.openedAt === undefined ? t.overUntold(channel, since) : overLine(state.openedAt, state, scene))}`;
  const said =
    state.again === undefined ? t.closed(channel, since) : t.closedAgain(channel, moment(state.again, scene));
  const why = sentence(whyClosed(state, scene.language));
  const isUntaken = scene.next === true && state.held === undefined;
  return `🔕 ${isUntaken ? t.untaken(lowered(said)) : said}: ${why}`;
}

/** After a colon. A channel's name is nobody's first word. */
const lowered = (said: string) => said.charAt(0).toLowerCase() + said.slice(1);

function overLine(openedAt: Millis, state: ChannelState, scene: ChannelScene): string {
  const [since, opened] = fromTo(state.since, openedAt, scene);
  return texts(scene.language).closures.over(channelWords(state), opened, since);
}

function closedFields(state: ChannelState, scene: ChannelScene): Field[] {
  const t = texts(scene.language).closures;
  const { waiting, oldest } = state;
  const waits = waiting === 0 || oldest === undefined ? t.nothingWaits : t.waits(waiting, stamp(oldest));
  return [
    ...fieldOf(t.field.todo, [todo(state, scene.language)]),
    ...fieldOf(t.field.waiting, [waits]),
    ...fieldOf(t.field.meanwhile, [t.meanwhile]),
    ...fieldOf(t.field.people, people(state, scene.language)),
  ];
}

function todo(state: ChannelState, language: Language): string {
  const { closures: t, alerts } = texts(language);
  if (state.reason !== "forbidden") return lookup({ ...t.todo, forbidden: "" }, state.reason) ?? t.todo.other;
  const list = state.missing.length === 0 ? t.todo.usual : permissions(state.missing, alerts.permission);
  return t.todo.forbidden(channelWords(state), list);
}

function people({ owners, contacts }: ChannelState, language: Language): string[] {
  const t = texts(language).closures;
  const list = (ids: readonly string[]) => ids.map((id) => `<@${id}>`).join(", ");
  return [
    ...(owners.length === 0 ? [] : [t.owner(list(owners))]),
    ...(contacts.length === 0 ? [] : [t.contact(list(contacts))]),
  ];
}

/** Only where others read it: in a direct message they read it already. */
function mentions(state: ChannelState, scene: ChannelScene): string[] {
  return scene.where === "place" ? called(state, scene).map((id) => `<@${id}>`) : [];
}

/** Owners alone; after an hour everybody who looks after it. */
function called({ owners, contacts, held }: ChannelState, { next }: ChannelScene): string[] {
  return next === true && held === undefined ? [...owners, ...contacts] : [...owners];
}

/** A name is shown and kept nowhere. */
export function heldLine({ held }: Pick<ChannelState, "held">, scene: ChannelScene): { signature: string } | object {
  if (held === undefined) return {};
  const t = texts(scene.language).closures;
  const name = held.name === undefined ? t.somebody : escape(held.name);
  return { signature: sentence(t.held(name, moment(held.at, scene))) };
}

function haveIt({ channel, since }: ChannelState, { language, where, next }: ChannelScene): Row {
  const args = [channel, String(since), language, where, ...(next === true ? ["next"] : [])];
  return {
    buttons: [
      { label: texts(language).closures.have, style: "primary", press: { action: { name: "closed.have", args } } },
    ],
  };
}

function permissions(missing: readonly string[], names: Readonly<Record<string, string>>): string {
  return missing.map((one) => lookup(names, one) ?? one).join(", ");
}

function late({ lateBy, language }: ChannelScene): string[] {
  return lateBy === undefined ? [] : [texts(language).alerts.late(span(lateBy))];
}

const fromTo = (from: Millis, to: Millis, { record, home, language }: ChannelScene) =>
  bothAsKnown({ record, place: home, language }, from, to);
const moment = (at: Millis, { record, home, language }: ChannelScene) => asKnown({ record, place: home, at, language });
