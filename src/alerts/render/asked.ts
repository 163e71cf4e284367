// From rows that somebody's own act brought to what their channel reads: a drill, a pause, alerts that somebody ended, the greeting of a new server. They name who asked, as they are called when
// its turn comes.
import { isHeardAgain } from "../../domain/narrowed.ts";
import { split } from "../../views/fit.ts";
import { drillNotice } from "../../views/notices/drill.ts";
import { joinedNotice } from "../../views/notices/joined.ts";
import { narrowed, narrowedOver } from "../../views/notices/narrowed.ts";
import { pauseBegun, pauseOver } from "../../views/notices/pause.ts";
import { marked } from "./worded.ts";
import type { Wordings } from "./wording.ts";

export const ASKED: Wordings<"drill" | "pause.begun" | "alerts.narrowed" | "vigia.joined"> = {
  /** It says what the channel would hear, as that is by now. */
  drill: (alert, { delivery, scene, answers: { nameOf, subscribed, home } }) => {
    const { guildId, channelId, loud } = delivery;
    const to = subscribed(guildId, channelId);
    const name = nameOf(guildId, alert.by);
    return marked(
      split(drillNotice(alert, { ...scene, record: scene.known, home, name, to, silent: !loud })),
      scene.mark,
    );
  },

  "pause.begun": (alert, { delivery: { channelId: channel, guildId, edits }, scene, answers: { nameOf, home } }) => {
    if (alert.over !== undefined) {
      const { mark: own = scene.mark, text } = edits ?? {};
      return [pauseOver(alert.over, { ...scene, mark: own, home, text })];
    }
    if ((alert.until ?? Infinity) <= scene.now) return "no-longer-so";
    return marked(split(pauseBegun(alert, { ...scene, channel, name: nameOf(guildId, alert.by), home })), scene.mark);
  },

  "alerts.narrowed": (
    alert,
    { delivery: { channelId, guildId, edits }, scene, answers: { nameOf, home, subscribed } },
  ) => {
    if (alert.over !== undefined) {
      const { mark: own = scene.mark, text } = edits ?? {};
      return [narrowedOver(alert.over, { ...scene, mark: own, home, text })];
    }
    const { areas } = scene.known;
    const now = subscribed(guildId, channelId)?.subscriptions ?? [];
    if (isHeardAgain(alert.lost, now, { areas, at: scene.now })) return "no-longer-so";
    return marked(split(narrowed(alert, { ...scene, name: nameOf(guildId, alert.by), home })), scene.mark);
  },

  "vigia.joined": (_, { scene: { language, mark } }) => marked(split(joinedNotice({ language, mark })), mark),
};
