// The bot comes into a guild or is put out of it; Discord loses sight of a guild and finds it again. Must never leave a bot unaware of where it is.
import { guildNews } from "../gateway/news.ts";
import type { Stage } from "../stage.ts";
import { APPLICATION_ID, BOT } from "../world/seed.ts";
import { roleObject, type WorldGuild } from "../world/world-guild.ts";
import { discordTime } from "../world-clock.ts";

/** With the role Discord makes for it, which has what its invitation asks for. */
export function letIn(stage: Stage, guild: WorldGuild): void {
  if (guild.botIsHere) return;
  const own = guild.roles.find((role) => role.tags?.bot_id === APPLICATION_ID) ?? botRole(stage, guild);
  guild.members.set(APPLICATION_ID, { roles: [own.id], joinedAt: discordTime(stage.clock.now()) });
  guildNews(stage, guild, "joined");
  stage.bus.emit({ type: "world" });
  stage.bus.emit({ type: "commands" });
}

function botRole(stage: Stage, guild: WorldGuild) {
  const seed = { id: stage.ids.next(), name: stage.world.bot.username, color: 0, permissions: BOT };
  const made = roleObject({ ...seed, mentionable: false, managed: true }, guild.roles.length);
  guild.roles = [...guild.roles, made];
  return made;
}

/** Its role is kept for its return, so that a store kept from one rehearsal fits the next. */
export function putOut(stage: Stage, guild: WorldGuild): void {
  if (!guild.botIsHere) return;
  guild.members.delete(APPLICATION_ID);
  guildNews(stage, guild, "removed");
  stage.bus.emit({ type: "world" });
  stage.bus.emit({ type: "commands" });
}

export function setReach(stage: Stage, guild: WorldGuild, inReach: boolean): void {
  if (guild.unavailable !== inReach) return;
  guild.unavailable = !inReach;
  if (guild.botIsHere) guildNews(stage, guild, inReach ? "joined" : "out of reach");
  stage.bus.emit({ type: "world" });
}
