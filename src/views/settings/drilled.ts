// What became of a drill, for whoever asked for it. It must never call a drill delivered that nobody confirmed.
import type { Drilled } from "../../domain/drill.ts";
import { SECOND } from "../../domain/time.ts";
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import type { Message } from "../message.ts";
import type { Destination } from "../../domain/subscription.ts";
import { whereName } from "./lines.ts";

export interface DrilledView {
  guildId: string;
  channelId: string;
  kind: Destination["kind"];
  drilled: Drilled;
  /** What the bot lacks there, by Discord's names. */
  lacks: readonly string[];
  /** Roles that the channel's alerts would mention in vain. */
  inVain: readonly string[];
  language: Language;
}

export function drilledView({ guildId, channelId, kind, drilled, lacks, inVain, language }: DrilledView): Message {
  const { drill: t, reasons } = texts(language);
  const channel = whereName({ kind, id: channelId }, language);
  switch (drilled.is) {
    case "posted": {
      const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
        Math.max(0.1, drilled.after / SECOND),
      );
      const link = `https://discord.com/channels/${kind === "dm" ? "@me" : guildId}/${channelId}/${drilled.messageId}`;
      const more = [...(drilled.silent ? [t.postedSilent] : []), ...inVain.map((role) => t.fails(`<@&${role}>`))];
      return { content: [t.posted(channel, seconds), ...more, t.look(link)].join("\n"), noPreviews: true };
    }
    case "waiting":
      return { content: t.waiting(channel) };
    case "no": {
      const why = [reasons[drilled.why].full, ...(lacks.length === 0 ? [] : [t.lacks(named(lacks, language))])];
      return { content: t.no(channel, why.join(" ")) };
    }
    case "too-soon":
      return { content: t.tooSoon(channel, Math.ceil(drilled.wait / SECOND)) };
  }
}

function named(lacks: readonly string[], language: Language): string {
  const names = new Map(Object.entries(texts(language).alerts.permission));
  return lacks.map((one) => names.get(one) ?? one).join(", ");
}
