// Three presets to pick from, each with one line saying what it brings. It holds no settings.
import { PRESETS } from "../../domain/preset.ts";
import type { Destination } from "../../domain/subscription.ts";
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import type { Message } from "../message.ts";
import { whereName } from "./lines.ts";

export interface PresetsView extends Pick<Destination, "kind"> {
  channelId: string;
  /** What was typed, as the buttons carry it. */
  seed: string;
  language: Language;
}

export function presetsView({ kind, channelId, seed, language }: PresetsView): Message {
  const t = texts(language).settings;
  const lines = PRESETS.map((name) => `• **${t.preset[name].label}**: ${t.preset[name].says}`);
  return {
    content: [t.choose(whereName({ kind, id: channelId }, language)), ...lines].join("\n"),
    rows: [
      {
        buttons: PRESETS.map((name) => ({
          label: t.preset[name].label,
          press: { action: { name: "alerts.preset", args: [name, seed] } },
          style: "primary",
        })),
      },
    ],
  };
}
