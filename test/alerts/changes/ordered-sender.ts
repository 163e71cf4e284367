// A sender that answers as ordered and remembers what stands: posts and edits in the order in which they came, messages that a moderator deleted.
import type { Manner, Outcome, Search } from "../../../src/alerts/courier/sender.ts";
import type { Message } from "../../../src/views/message.ts";
import { someSender } from "../stand-ins.ts";

export function orderedSender() {
  const posts: { channel: string; messageId: string; message: Message; how: Manner }[] = [];
  const edits: { channel: string; messageId: string; message: Message }[] = [];
  /** `post m1`, `edit m1`. */
  const did: string[] = [];
  /** To the next posts and edits, in place of "it stands". */
  const answers: (Outcome | Promise<Outcome>)[] = [];
  const gone = new Set<string>();
  const search: { is: Search } = { is: { is: "absent" } };
  const sender = someSender({
    async post(channel, message, how) {
      const next = (await answers.shift()) ?? { is: "sent", messageId: `m${posts.length + 1}` };
      if (next.is !== "sent") return next;
      posts.push({ channel, messageId: next.messageId, message, how });
      did.push(`post ${next.messageId}`);
      return next;
    },
    async edit(channel, messageId, message) {
      if (gone.has(messageId)) return { is: "never", why: "message-deleted", closes: false };
      const next = (await answers.shift()) ?? { is: "sent", messageId };
      if (next.is !== "sent") return next;
      edits.push({ channel, messageId, message });
      did.push(`edit ${messageId}`);
      return next;
    },
    find: async () => search.is,
  });
  return { sender, posts, edits, did, answers, gone, search };
}
