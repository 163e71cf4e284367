// What follows when a message comes into a channel. Must never let a channel and its messages tell different stories.
import type { ShownMessage } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { isThread } from "../world/channels.ts";
import { writtenInto } from "./threads.ts";

/** Puts a finished message into its channel. `first` is a forum post's own message, which no thread counts. */
export function arrive(stage: Stage, shown: ShownMessage, first = false): void {
  const { message } = shown;
  const channel = stage.world.channels.get(message.channel_id);
  if (!channel) return;
  if (shown.ephemeralFor === undefined) {
    if (isThread(channel) && !first) writtenInto(stage, channel, message.author.id);
    channel.last_message_id = message.id;
  }
  stage.book.add(shown);
}
