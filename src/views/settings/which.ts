// Several sets of alerts of one channel, or several channels, to pick from. Nothing is left out of a menu without a word.
import type { Subscription } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { fine } from "../../domain/topic.ts";
import { texts } from "../../text/index.ts";
import type { Menu, Message } from "../message.ts";
import { type LineScene, placeList, topicName, whereName } from "./lines.ts";
import { goneName, type Listed } from "./subscribed.ts";

/** Discord's limits of a menu and of its labels. */
const ENTRIES = 25;
const LABEL = 100;

const cut = (text: string) => (text.length > LABEL ? `${text.slice(0, LABEL - 1).toWellFormed()}…` : text);

export interface WhichView extends LineScene {
  channel: Listed;
}

const optionOf = (one: Subscription, scene: LineScene) => ({
  value: one.id,
  label: cut(
    fine(one.topics)
      .map((topic) => topicName(topic, scene.language))
      .join(", "),
  ),
  description: cut(placeList(one.areas, scene)),
});

export function whichView({ channel, ...scene }: WhichView): Message {
  const t = texts(scene.language).settings;
  const { destination, subscriptions } = channel;
  return {
    content: t.which(whereName(destination, scene.language)),
    rows: [
      menu({
        action: { name: "alerts.which", args: [destination.id] },
        placeholder: t.whichMenu,
        options: subscriptions.map((one) => optionOf(one, scene)),
      }),
      {
        buttons: [
          {
            label: t.another,
            press: { action: { name: "alerts.another", args: [destination.id] } },
            style: "secondary",
          },
        ],
      },
    ],
  };
}

export function endWhichView({ channel, ...scene }: WhichView): Message {
  const t = texts(scene.language).settings;
  const { destination, subscriptions } = channel;
  return {
    content: t.endWhich(whereName(destination, scene.language)),
    rows: [
      menu({
        action: { name: "alerts.end", args: [destination.id] },
        placeholder: t.endMenu,
        options: [{ value: "all", label: t.endAll }, ...subscriptions.map((one) => optionOf(one, scene))],
      }),
    ],
  };
}

/** Channels of the server with alerts; those that are gone first, as nobody can name them any more. */
export function elsewhereView({ listed, language }: { listed: readonly Listed[]; language: Language }): Message {
  const t = texts(language).settings;
  const isGone = ({ destination }: Listed) => destination.paused?.reason === "no-such-channel";
  const sorted = [...listed.filter(isGone), ...listed.filter((one) => !isGone(one))];
  return {
    content: [
      t.endElsewhere,
      // A menu cannot show a channel by its name: the figures tell which is which.
      ...sorted
        .slice(0, ENTRIES)
        .map((one, i) => `${i + 1}\\. ${goneName(one.destination, language) ?? whereName(one.destination, language)}`),
    ].join("\n"),
    rows: [
      menu({
        action: { name: "alerts.end-in", args: [] },
        placeholder: t.channelMenu,
        options: sorted.map((one, i) => ({
          value: one.destination.id,
          label: cut(`${i + 1}. ${labelOf(one, language)}`),
        })),
      }),
    ],
  };
}

function labelOf(one: Listed, language: Language): string {
  if (one.destination.kind === "dm") return texts(language).settings.you;
  const topics = [...new Set(one.subscriptions.flatMap(({ topics }) => fine(topics)))];
  return goneName(one.destination, language) ?? topics.map((topic) => topicName(topic, language)).join(", ");
}

function menu(own: Menu): { menu: Menu } {
  return { menu: { ...own, options: own.options.slice(0, ENTRIES) } };
}
