// Organisations, who lists them and channels that ask for them, over the whole road: what is recorded, and what each channel shows by now.
import type { Designation, Org } from "../../../src/domain/org.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import type { Language } from "../../../src/domain/text.ts";
import { GUILD, roadScene } from "../road-scene.ts";

export const OWNER = "900000000000000008";
export const channel = (n: number) => `90000000000000000${n}`;
const both = (words: string) => ({ en: words, es: words });
const source = { publisher: "Reuters", url: "https://example.org/lobos", date: "2026-01-10" };

export const listing = (more: Partial<Designation> = {}): Designation => ({
  authority: "us-treasury",
  type: both("SDGT"),
  date: "2026-01-09",
  sources: [source],
  ...more,
});

export const org = (more: Partial<Org> = {}): Org => ({
  id: "los-lobos",
  name: "Los Lobos",
  otherNames: [],
  country: "EC",
  activeIn: [],
  description: { en: "A group", es: "Un grupo" },
  designations: [],
  notes: [],
  disputed: [],
  sources: [source],
  ...more,
});

export async function orgScene() {
  const s = await roadScene();
  const subscribe = async (n: number, own: Partial<Subscription> = {}, language: Language = "en") => {
    const { subscribed } = await s.road.subscriptions.subscribe({
      guildId: GUILD,
      channelId: channel(n),
      kind: "channel",
      language,
      zone: "America/Guayaquil",
      topics: own.topics ?? ["orgs"],
      areas: ["EC"],
      owner: OWNER,
    });
    const id = subscribed.subscriptions.at(-1)?.id ?? "";
    const { topics: _, ...rest } = own;
    await s.road.subscriptions.setSubscription(GUILD, id, rest);
    return id;
  };
  const authority = (id: string, en: string, es: string, country: string) =>
    s.record("authority.recorded", { id, name: { en, es }, country, spellings: [] });
  await authority("us-treasury", "US Department of the Treasury", "Departamento del Tesoro de EE. UU.", "US");
  await authority("us-state", "US Department of State", "Departamento de Estado de EE. UU.", "US");
  return {
    ...s,
    subscribe,
    /** As each message of a channel stands by now, first lines first. */
    shows: (n: number): string[] =>
      s.posts
        .filter((one) => one.channel === channel(n))
        .map(({ messageId, text }) => s.edits.findLast((one) => one.messageId === messageId)?.text ?? text),
    rows: async () => (await s.rows()).filter(({ alert }) => alert.kind.startsWith("org.")),
  };
}
