// What a channel gets that chose one of the offered bundles: fields of a subscription, nothing else. Pure; it names no channel and no person.
import { z } from "zod";
import type { AreaId } from "./area.ts";
import { type Subscription, USUAL_LEADS } from "./subscription.ts";

/** Offered in this order. */
export const PRESETS = ["drivers", "newsroom", "management"] as const;
/** `plain`: curfews and strikes as they come, nothing else set; it can be typed and stands on no button. */
export const PresetName = z.enum([...PRESETS, "plain"]);
export type PresetName = z.infer<typeof PresetName>;

/** What a subscription brings, without who, where and since when. */
export type Brings = Pick<Subscription, "topics" | "areas" | "leads" | "endLeads" | "sounds" | "digest">;

/** Six in the evening, before people drive home; seven in the morning, before the first meeting. */
const EVENING = "18:00";
const MORNING = "07:00";

export function preset(name: PresetName, areas: readonly [AreaId, ...AreaId[]]): Brings {
  const common: Pick<Brings, "areas" | "leads" | "endLeads"> = {
    areas: [...areas],
    leads: [...USUAL_LEADS],
    endLeads: [],
  };
  switch (name) {
    case "drivers":
      return {
        ...common,
        topics: ["soon", "begins", "ends", "changes"],
        sounds: { soon: "loud", begins: "silent", ends: "silent", changes: "loud" },
        digest: { every: "day", at: EVENING, form: "line" },
      };
    case "newsroom":
      return { ...common, topics: ["changes", "strikes", "orgs"] };
    case "management":
      return { ...common, topics: ["changes", "trouble"], digest: { every: "day", at: MORNING, form: "full" } };
    case "plain":
      return { ...common, topics: ["curfews", "strikes"] };
  }
}
