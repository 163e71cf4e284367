// Several sets of alerts of one channel, several channels, or several servers, to pick from: a page at a time, with buttons to every other page. Nothing is left out.
import type { Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { fine } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import { moment } from "../../text/time.ts";
import type { Menu, Message, Row } from "../message.ts";
import { menus, nearestPage, turns } from "../paging.ts";
import { filterWords, heard, type LineScene, placeList, whereName } from "./lines.ts";
import { goneName, type Listed } from "./subscribed.ts";

/** Discord's limits of a menu and of its labels. */
const ENTRIES = 25;
const LABEL = 100;

/** What is cut ends in “…”; the card that it opens has all of it. */
export const cut = (text: string) => (text.length > LABEL ? `${text.slice(0, LABEL - 1).toWellFormed()}…` : text);

/** Which of these lists a button turns; channels are picked to be changed or to be ended. */
export const LISTS = ["which", "end", "edit-in", "end-in"] as const;
export type ListName = (typeof LISTS)[number];

export interface WhichView extends LineScene {
  channel: Listed;
  page: number;
}

/** Its kinds, and its places below: as a menu and suggestions show it. */
export const setWords = (one: Subscription, scene: LineScene) => ({
  kinds: heard(one, scene, (topic) => filterWords(topic, one, scene.record, scene.language)),
  places: placeList(one.areas, scene),
});

function optionOf(one: Subscription, scene: LineScene) {
  const { kinds, places } = setWords(one, scene);
  return { value: one.id, label: cut(kinds), description: cut(places) };
}

export function whichView({ channel, page, ...scene }: WhichView): Message {
  const t = texts(scene.language).settings;
  const { destination, subscriptions } = channel;
  const action = { name: "alerts.another", args: [destination.id, destination.guildId] };
  return {
    content: t.which(whereName(destination, scene.language)),
    rows: [
      ...paged("which", destination.id, page, scene.language, {
        action: { name: "alerts.which", args: [destination.id] },
        placeholder: t.whichMenu,
        options: subscriptions.map((one) => optionOf(one, scene)),
      }),
      { buttons: [{ label: t.another, press: { action }, style: "secondary" }] },
    ],
  };
}

export function endWhichView({ channel, page, ...scene }: WhichView): Message {
  const t = texts(scene.language).settings;
  const { destination, subscriptions } = channel;
  const all = { value: "all", label: t.endAll };
  const menu = {
    action: { name: "alerts.end", args: [destination.id] },
    placeholder: t.endMenu,
    options: subscriptions.map((one) => optionOf(one, scene)),
  };
  return {
    content: t.endWhich(whereName(destination, scene.language)),
    rows: paged("end", destination.id, page, scene.language, menu, [all]),
  };
}

export interface ElsewhereView {
  list: "edit-in" | "end-in";
  listed: readonly Listed[];
  page: number;
  language: Language;
}

/** Channels of the server with alerts; those that are gone first, as nobody can name them any more. */
export function elsewhereView({ list, listed, page, language }: ElsewhereView): Message {
  const t = texts(language).settings;
  const isGone = ({ destination }: Listed) => destination.paused?.reason === "no-such-channel";
  const sorted = [...listed.filter(isGone), ...listed.filter((one) => !isGone(one))];
  const { from, to } = partOf(sorted.length, page, ENTRIES);
  // A menu cannot show a channel by its name: the figures tell which is which.
  const lines = sorted.map(
    ({ destination }, i) => `${i + 1}\\. ${goneName(destination, language) ?? whereName(destination, language)}`,
  );
  return {
    content: [list === "edit-in" ? t.editElsewhere : t.endElsewhere, ...lines.slice(from, to)].join("\n"),
    rows: paged(list, "", page, language, {
      action: { name: `alerts.${list}`, args: [] },
      placeholder: t.channelMenu,
      options: sorted.map((one, i) => ({
        value: one.destination.id,
        label: cut(`${i + 1}. ${labelOf(one, language)}`),
      })),
    }),
  };
}

function labelOf(one: Listed, language: Language): string {
  if (one.destination.kind === "dm") return texts(language).settings.you;
  const topics = [...new Set(one.subscriptions.flatMap(({ topics }) => fine(topics)))];
  return goneName(one.destination, language) ?? heard({ topics }, { language });
}

interface ServersView extends LineScene {
  listed: readonly Listed[];
  /** What was typed. */
  carried: readonly string[];
  /** Undefined where Discord has not said it. */
  serverName: (guildId: string) => string | undefined;
}

/** Where alerts of several servers come to one direct message: by the servers' names. One that is not known, or is not the only one of its name, has its number. */
export function serversView({ listed, carried, serverName, ...scene }: ServersView): Message {
  const { language } = scene;
  const t = texts(language).settings.direct;
  const names = listed.map(({ destination }) => serverName(destination.guildId));
  const options = listed.map(({ destination, subscriptions: [first] }, i) => {
    const { kinds, places } = first === undefined ? { kinds: "", places: "" } : setWords(first, scene);
    const since =
      first === undefined ? "" : texts(language).alerts.since(moment(first.since, destination.zone, language));
    const name = names[i];
    const isOnly = names.filter((one) => one === name).length === 1;
    const label = name !== undefined && isOnly ? name : `${i + 1}. ${name ?? kinds}`;
    const more = name === undefined ? [places, since] : [kinds, places, since];
    return { value: destination.guildId, label: cut(label), description: cut(more.join(", ")) };
  });
  return {
    content: t.which,
    rows: menus({ action: { name: "alerts.server", args: carried }, placeholder: t.menu, options }),
  };
}

const partOf = (count: number, wanted: number, size: number) => {
  const pages = Math.max(1, Math.ceil(count / size));
  const page = nearestPage(wanted, pages);
  return { pages, page, from: (page - 1) * size, to: Math.min(page * size, count) };
};

/** One menu, and buttons to the rest of its entries. `always`: entries of every page. */
function paged(
  list: ListName,
  channelId: string,
  wanted: number,
  language: Language,
  menu: Menu,
  always: Menu["options"] = [],
): Row[] {
  const { common, settings: t } = texts(language);
  const { options } = menu;
  const { page, pages, from, to } = partOf(options.length, wanted, ENTRIES - always.length);
  const placeholder = pages === 1 ? menu.placeholder : `${menu.placeholder} ${t.entries(from + 1, to, options.length)}`;
  const { first, previous, next, last } = common;
  return [
    { menu: { ...menu, placeholder, options: [...always, ...options.slice(from, to)] } },
    ...turns({
      page,
      pages,
      turn: (there) => ({ name: "alerts.turn", args: [list, channelId, there] }),
      labels: { first, previous, next, last },
    }),
  ];
}
