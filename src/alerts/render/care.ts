// From rows for those who look after a channel to what they read: closed channels, alerts that did not arrive, duties that moved. Worded as things are when its
// turn comes: a channel that is open again is not called closed.
import type { AlertOf } from "../../domain/alert.ts";
import { split } from "../../views/fit.ts";
import { channelNotice, channelOpened, type ChannelScene } from "../../views/notices/channel.ts";
import { dutyMoved } from "../../views/notices/duty.ts";
import { undelivered } from "../../views/notices/undelivered.ts";
import { edited, marked } from "./worded.ts";
import type { Rendered, Row, Wordings } from "./wording.ts";

export const CARE: Wordings<"channel.closed" | "channel.open" | "alert.undelivered" | "duty.moved"> = {
  "channel.closed": ofChannel,
  "channel.open": ofChannel,

  "alert.undelivered": (alert, row) => {
    const held = row.answers.undelivered(alert.about ?? alert.id)?.held;
    const message = undelivered({ ...alert, held }, sceneOf(row));
    if (row.delivery.edits !== undefined) return edited(message);
    return alert.next && held !== undefined ? "no-longer-so" : marked(split(message), row.scene.mark);
  },

  "duty.moved": (alert, { delivery: { guildId, dm: reader }, scene, answers: { home } }) =>
    marked(split(dutyMoved(alert, { ...scene, record: scene.known, home, guildId, reader })), scene.mark),
};

function ofChannel(alert: AlertOf<"channel.closed" | "channel.open">, row: Row): Rendered {
  const { delivery, answers } = row;
  const { mark: own } = row.scene;
  const scene = sceneOf(row);
  const state = answers.channel(alert.channel, alert.since);
  if (state === undefined) return "no-longer-so";
  const message = channelNotice(state, { ...scene, ...(alert.next ? { next: true } : {}) });
  if (delivery.edits !== undefined) return edited(message);
  if (alert.kind === "channel.closed") {
    const isMoot = alert.next === true && state.held !== undefined;
    return state.is === "closed" && !isMoot ? marked(split(message), own) : "no-longer-so";
  }
  const opened = { goes: alert.goes, missed: alert.missed };
  if (!answers.wasTold(delivery)) return "no-longer-so";
  return state.is === "open" ? marked(split(channelOpened(state, opened, scene)), own) : "no-longer-so";
}

function sceneOf({ delivery: { edits, dm, language }, scene, answers: { home } }: Row): ChannelScene {
  return {
    record: scene.known,
    home,
    language,
    mark: edits?.mark ?? scene.mark,
    where: dm === undefined ? "place" : "dm",
    ...(scene.lateBy === undefined ? {} : { lateBy: scene.lateBy }),
  };
}
