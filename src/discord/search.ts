// Looks for a mark among the bot's own messages of one channel. Must never say "absent" unless every message since then was seen.
import { Routes } from "discord.js";
import { z } from "zod";
import type { Millis } from "../domain/time.ts";
import type { Reader } from "./rest.ts";

const Id = z.string().regex(/^\d{17,20}$/);
const Page = z.array(
  z.object({
    id: Id,
    author: z.object({ id: Id }),
    content: z.string().optional(),
    embeds: z.array(z.object({ footer: z.object({ text: z.string() }).nullish() })),
  }),
);
type Post = z.infer<typeof Page>[number];

const PAGE = 100;
/** The instant from which Discord counts its ids. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** The smallest id of an instant. */
export function snowflakeAt(at: Millis): bigint {
  return BigInt(Math.max(0, Math.floor(at) - DISCORD_EPOCH)) << 22n;
}

/** Goes on until it is found or the newest message was seen. `seen`: how many were there at all. Throws what the requests throw. */
export async function findMark(
  rest: Reader,
  where: { channelId: string; botId: string; mark: string; since: Millis },
): Promise<{ found?: { messageId: string; stands?: string }; seen: number }> {
  const pattern = wholeMark(where.mark);
  const isIt = (post: Post) =>
    post.author.id === where.botId && post.embeds.some((embed) => pattern.test(embed.footer?.text ?? ""));
  let seen = 0;
  for (let after = snowflakeAt(where.since); ;) {
    const query = new URLSearchParams({ after: after.toString(), limit: String(PAGE) });
    const page = Page.parse(await rest.get(Routes.channelMessages(where.channelId), { query }));
    seen += page.length;
    const hit = page.find(isIt);
    if (hit !== undefined) {
      const stands = hit.content === undefined ? {} : { stands: hit.content };
      return { found: { messageId: hit.id, ...stands }, seen };
    }
    if (page.length < PAGE) return { seen };
    const newest = page.map((post) => BigInt(post.id)).reduce((a, b) => (a > b ? a : b));
    if (newest <= after) throw new Error("Discord's pages of messages do not go on");
    after = newest;
  }
}

/** `#7K3Q-9M2D` must not be found in `#7K3Q-9M2D.2`: that is another part. */
function wholeMark(mark: string): RegExp {
  const literal = mark.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`(?<![\\w#-])${literal}(?![\\w-]|\\.\\d)`, "u");
}
