// What follows when a message goes out of its channel. Must never leave a pin, a count or a quotation of what is gone.
import type { ShownMessage } from "../contract.ts";
import type { Stage } from "../stage.ts";
import { isThread } from "../world/channels.ts";
import { unpinned } from "./pins.ts";

/** Takes a message away; answers to it show that it is gone. */
export function depart(stage: Stage, shown: ShownMessage): void {
  const { message } = shown;
  const channel = stage.world.channels.get(message.channel_id);
  stage.book.remove(shown);
  if (shown.ephemeralFor !== undefined || !channel) return;
  for (const one of stage.book.list(channel.id))
    if (one.message.message_reference?.message_id === message.id && one.message.referenced_message) {
      one.message.referenced_message = null;
      stage.book.changed(one);
    }
  if (isThread(channel) && message.id !== channel.id) channel.message_count = Math.max(0, channel.message_count - 1);
  if (message.pinned) unpinned(stage, channel, message);
}
