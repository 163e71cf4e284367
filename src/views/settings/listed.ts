// /alerts list: which channels are told what, three short lines each, a page at a time. A channel that takes no alerts, or whose alerts people hold back, says so:
// nobody may take its silence for news.
import type { ChannelState } from "../../domain/channel-state.ts";
import { carried } from "../../domain/carried.ts";
import type { CaredBy } from "../../domain/duty.ts";
import type { Known } from "../../domain/known.ts";
import { isPaused } from "../../domain/quiet.ts";
import type { Destination, Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { moment } from "../../text/time.ts";
import { placeName } from "../curfew/words.ts";
import { escape } from "../escape.ts";
import { fieldOf, split } from "../fit.ts";
import type { Action, Message } from "../message.ts";
import { whyClosed } from "../notices/channel.ts";
import { nearestPage, turns } from "../paging.ts";
import { careWords, filterWords, heard, person, spans, whereName } from "./lines.ts";
import { goneName, type Listed } from "./subscribed.ts";

/** Channels that a phone shows in about a screen. */
const PAGE = 6;
/** Sets of one channel, and places of one set, that a line names; the card has all of them, and the foot says where. */
const SETS = 3;
const PLACES = 4;

export interface AlertsList {
  record: Known;
  language: Language;
  page?: number;
  /** How it stands with a channel that is paused. */
  closure?: (destination: Destination) => ChannelState | undefined;
  /** Who looks after it by now. */
  caredBy?: (one: Subscription) => CaredBy;
  /** All of the server, what who asks looks after, or what comes to the direct message asked in. */
  whose?: "server" | "mine" | "direct";
  /** In a direct message to which several servers' alerts come: whose these are. */
  serverName?: (guildId: string) => string | undefined;
}

export function alertsList(listed: readonly Listed[], list: AlertsList): readonly Message[] {
  const { language, whose = "server", page: wanted = 1 } = list;
  const { alerts: t, common, settings: s } = texts(language);
  if (listed.length === 0)
    return [{ content: { server: t.listNone, mine: s.listNoneMine, direct: s.direct.none }[whose] }];
  const isClosed = ({ destination }: Listed) => destination.paused !== undefined;
  // What needs somebody comes first.
  const sorted = [...listed.filter(isClosed), ...listed.filter((one) => !isClosed(one))];
  const pages = Math.ceil(sorted.length / PAGE);
  const page = nearestPage(wanted, pages);
  const shown = sorted.slice((page - 1) * PAGE, page * PAGE);
  const { first, previous, next, last } = common;
  const turn = (to: string): Action => ({ name: "alerts.list", args: [to] });
  return split({
    content: { server: t.listed, mine: s.listMine, direct: () => s.listDirect }[whose](listed.length),
    embed: {
      tone: shown.some(isClosed) ? "trouble" : "info",
      fields: fieldOf(
        t.channels,
        shown.map((one) => channelLines(one, list).join("\n")),
      ),
      footer: [s.listFoot, ...(pages > 1 ? [common.page(page, pages)] : [])].join(" · "),
    },
    rows: turns({ page, pages, turn, labels: { first, previous, next, last } }),
  });
}

/** What it hears; how it stands; who looks after it. */
function channelLines(one: Listed, list: AlertsList): string[] {
  const { destination, subscriptions } = one;
  const name = goneName(destination, list.language) ?? whereName(destination, list.language);
  const server = list.serverName?.(destination.guildId);
  const where = server === undefined ? name : texts(list.language).settings.direct.of(name, escape(server));
  return [
    `**${where}**: ${setsLine(subscriptions, list)}`,
    [...closedWords(destination, list), ...heldWords(destination, list), ...setWords(one, list)].join(" · "),
    // Of what comes to one person nobody else is in charge.
    ...(destination.kind === "dm" ? [] : [carersLine(one, list)]),
  ];
}

function setsLine(subscriptions: readonly Subscription[], list: AlertsList): string {
  const t = texts(list.language).settings;
  const shown = subscriptions.length > SETS ? subscriptions.slice(0, SETS - 1) : subscriptions;
  const rest = subscriptions.length - shown.length;
  return [...shown.map((one) => setLine(one, list)), ...(rest === 0 ? [] : [t.moreSets(rest)])].join(" · ");
}

/** `curfews, military strikes (only region: Caribbean); Guayas; 2 h before a curfew begins`. */
function setLine(one: Subscription, { record, language }: AlertsList): string {
  const { places: p } = texts(language);
  const what = heard(one, { language }, (topic) => filterWords(topic, one, record, language));
  const today = carried(record.areas, one.areas, one.since, record.knownAt);
  const isAsBefore = today.join() === one.areas.join() || today.length === 0;
  const places = isAsBefore
    ? few(one.areas, one.since, record, language)
    : `${few(today, record.knownAt, record, language)} ${p.subscribedAs(few(one.areas, one.since, record, language))}`;
  return [what, places, ...beforeWords(one, language)].join("; ");
}

function few(areas: readonly string[], at: Millis, record: Known, language: Language): string {
  const names = areas.map((area) => (record.areasById.has(area) ? placeName(record, area, language, at) : area));
  const shown = names.length > PLACES ? names.slice(0, PLACES - 1) : names;
  const rest = names.length - shown.length;
  return `${shown.join(", ")}${rest === 0 ? "" : ` ${texts(language).alerts.andMore(rest)}`}`;
}

/** How long before, where that is heard at all. */
export function beforeWords({ topics, leads, endLeads }: Subscription, language: Language): string[] {
  if (!topics.includes("curfews") && !topics.includes("soon")) return [];
  const t = texts(language).soon;
  const [begin, end] = [spans(leads, language), spans(endLeads, language)];
  return [begin === undefined ? t.noneBefore : t.beforeBegin(begin), ...(end === undefined ? [] : [t.beforeEnd(end)])];
}

/** What the channel is set to, in words of two or three each. */
function setWords({ destination, subscriptions }: Listed, { language }: AlertsList): string[] {
  const { common, settings: t } = texts(language);
  const digests = subscriptions.flatMap(({ digest }) => digest ?? []);
  const roles = [...new Set(subscriptions.flatMap(({ role }) => role ?? []))];
  const told = digests.map(({ every, at, weekday = 1 }) =>
    every === "day" ? t.listDay(at) : t.listWeek(t.weekdays[weekday - 1] ?? "", at),
  );
  return [
    ...(destination.quietHours === undefined
      ? []
      : [t.listQuiet(destination.quietHours.start, destination.quietHours.end)]),
    ...new Set(told),
    ...(destination.board === undefined ? [] : [t.listBoard]),
    ...(roles.length === 0 ? [] : [t.listRoles(roles.map((id) => `<@&${id}>`).join(", "))]),
    common.languageName[destination.language],
  ];
}

/** What people want held back there. */
function heldWords(destination: Destination, { record, language }: AlertsList): string[] {
  const { pause, zone, boardOff } = destination;
  const { quiet: t, why, board } = texts(language);
  const off = boardOff === undefined ? [] : [board.off(moment(boardOff.at, zone, language, record.knownAt))];
  if (pause === undefined || !isPaused(destination, record.knownAt)) return off;
  const until = pause.until === undefined ? t.openUntil : t.until(moment(pause.until, zone, language, record.knownAt));
  return [why.status.byPeople(person(pause.by), until), ...off];
}

/** `PAUSED since Sun 15 Mar 23:02: Vigía may no longer write there; 2 alerts wait; Luis has it, since …`. */
function closedWords(destination: Destination, { closure, language }: AlertsList): string[] {
  const { paused, zone } = destination;
  if (paused === undefined) return [];
  const t = texts(language).closures;
  const { held, waiting = 0, missing = [], told = true } = closure?.(destination) ?? {};
  const name = held?.name === undefined ? t.somebody : escape(held.name);
  const words = [
    t.paused(moment(paused.at, zone, language), whyClosed({ reason: paused.reason, missing }, language)),
    ...(waiting === 0 ? [] : [t.waitsShort(waiting)]),
    ...(held === undefined ? (told ? [] : [t.untold]) : [t.held(name, moment(held.at, zone, language))]),
  ];
  return [words.join("; ")];
}

function carersLine({ destination, subscriptions }: Listed, list: AlertsList): string {
  const { language, record, caredBy = ({ owner }) => ({ person: owner }) } = list;
  const scene = { zone: destination.zone, now: record.knownAt, language };
  const carers = [...new Set(subscriptions.map((one) => careWords(one, caredBy(one), scene)))];
  const owners = new Set(subscriptions.map(({ owner }) => owner));
  const seconds = new Set(subscriptions.flatMap(({ secondContact }) => secondContact ?? []));
  const then = [...seconds].filter((one) => !owners.has(one)).map(person);
  return [...carers, ...(then.length === 0 ? [] : [texts(language).settings.listThen(then.join(", "))])].join("; ");
}
