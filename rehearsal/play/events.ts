// Scheduled events as time passes: they begin and end by themselves. Must never touch one that is over.
// A guess: an event outside Discord begins at its start and ends at its end without anybody's doing, as people see it in the client.
import type { APIGuildScheduledEvent } from "discord-api-types/v10";
import { GuildScheduledEventStatus as Status } from "discord-api-types/v10";
import { eventNews } from "../gateway/news.ts";
import type { Stage } from "../stage.ts";

/** Brings every event to where it stands by now, each step told. */
export function beginAndEnd(stage: Stage): void {
  const now = stage.clock.now();
  for (const guild of stage.world.guilds.values())
    for (const event of guild.events.values()) {
      if (event.status === Status.Scheduled && Date.parse(event.scheduled_start_time) <= now)
        step(stage, event, Status.Active);
      const end = event.scheduled_end_time;
      if (event.status === Status.Active && end !== null && Date.parse(end) <= now)
        step(stage, event, Status.Completed);
    }
}

function step(stage: Stage, event: APIGuildScheduledEvent, status: Status): void {
  event.status = status;
  eventNews(stage, { ...event }, "changed");
  stage.bus.emit({ type: "world" });
}
