// What the page may order to happen in the world, as it comes over HTTP. Must never let through a change that the contract does not name.
import { z } from "zod";
import { BOT_PERMISSIONS } from "../bot-permissions.ts";

const id = z.string().regex(/^\d{17,19}$/u, "must be an id");
const permission = z.enum(BOT_PERMISSIONS);
export const worldChange = z.discriminatedUnion("change", [
  z.object({ change: z.enum(["permission-taken", "permission-given-back"]), channelId: id, permission }),
  z.object({ change: z.literal("channel-deleted"), channelId: id }),
  z.object({ change: z.enum(["guild-removed", "guild-joined"]), guildId: id }),
  z.object({ change: z.enum(["dms-closed", "dms-opened"]), readerId: id }),
  z.object({
    change: z.literal("gateway"),
    how: z.enum(["cut", "reconnect", "invalid-session", "silent", "speaking"]),
  }),
  z.object({
    change: z.literal("reader"),
    readerId: id,
    locale: z.enum(["en-US", "en-GB", "es-419", "es-ES"]).exactOptional(),
    zone: z.string().min(1).max(64).exactOptional(),
    roles: z.array(id).max(250).exactOptional(),
  }),
  z.object({ change: z.literal("message-deleted"), messageId: id }),
]);
