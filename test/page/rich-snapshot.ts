// A fuller state for the tests of what stands around the messages: two servers, every kind of channel, roles, an event, a scenario. Data only.
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
} from "discord-api-types/v10";
import type { APIGuildScheduledEvent } from "discord-api-types/v10";
import type { CommandView, OptionView, Snapshot } from "../../rehearsal/contract.ts";
import { alerts, ana, commands, desk, luis, message, shown, snapshot } from "./snapshot.ts";

export const mei = "30000000000000003";
export const guildId = "10000000000000001";
export const otherGuild = "10000000000000002";
export const bulletins = "20000000000000003";
export const forum = "20000000000000004";
export const thread = "20000000000000005";
export const oldThread = "20000000000000006";
export const abroad = "20000000000000007";
export const direct = "20000000000000008";
export const secret = "20000000000000009";
export const editors = "40000000000000002";

const event: APIGuildScheduledEvent = {
  id: "80000000000000101",
  guild_id: guildId,
  channel_id: null,
  creator_id: null,
  name: "Toque de queda: Guayas",
  description: null,
  scheduled_start_time: "2026-03-16T04:00:00.000Z",
  scheduled_end_time: "2026-03-16T10:00:00.000Z",
  privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
  status: GuildScheduledEventStatus.Scheduled,
  entity_type: GuildScheduledEventEntityType.External,
  entity_id: null,
  entity_metadata: { location: "Guayas" },
  image: null,
  recurrence_rule: null,
};

/** A new state each time, as `snapshot` gives it, with more in it. */
export function richSnapshot(): Snapshot {
  const plain = snapshot();
  const all = [ana, luis, mei];
  return {
    ...plain,
    guilds: [...plain.guilds, { id: otherGuild, name: "Corresponsalía", botIsHere: false }],
    channels: [
      ...plain.channels,
      { id: bulletins, guildId, kind: "announcement", name: "boletines", seenBy: all },
      { id: forum, guildId, kind: "forum", name: "ataques", seenBy: all },
      { id: thread, guildId, kind: "thread", name: "Decreto 329", parentId: desk, seenBy: all },
      {
        id: oldThread,
        guildId,
        kind: "thread",
        name: "Decreto 311",
        parentId: desk,
        archived: true,
        locked: true,
        seenBy: all,
      },
      { id: secret, guildId, kind: "text", name: "direccion", seenBy: [luis] },
      { id: abroad, guildId: otherGuild, kind: "text", name: "general", seenBy: [luis, mei] },
      { id: direct, guildId: "", kind: "dm", name: "Ana", seenBy: [ana], dmWith: ana },
    ],
    readers: plain.readers.map((reader) => ({
      ...reader,
      guilds: reader.id === ana ? [guildId] : [guildId, otherGuild],
    })),
    roles: [
      ...plain.roles,
      { id: editors, guildId, name: "editores", color: 0, managed: false },
      { id: "40000000000000003", guildId, name: "Vigía", color: 0, managed: true },
      { id: "40000000000000004", guildId: otherGuild, name: "corresponsales", color: 0, managed: false },
    ],
    messages: {
      ...plain.messages,
      [thread]: [shown(message("Nota en el hilo", { channel_id: thread }))],
      [direct]: [shown(message("Un canal dejó de existir.", { channel_id: direct }))],
    },
    events: [event],
    scenario: {
      name: "march-2026",
      title: { en: "The March 2026 curfew", es: "El toque de queda de marzo de 2026" },
      steps: [
        { en: "The decree is recorded.", es: "Se registra el decreto." },
        {
          en: "The clock goes to 23:00.",
          es: "El reloj llega a las 23:00.",
          seen: false,
          missing: [{ en: "the alert in #alertas", es: "el aviso en #alertas" }],
        },
        { en: "It is shortened in mid-run.", es: "Se acorta a mitad de camino." },
      ],
      done: 1,
      playing: false,
    },
  };
}

const option = (name: string, plainName: string, type: number, more: Partial<OptionView> = {}): OptionView => ({
  name,
  plainName,
  description: `Campo ${name}`,
  type,
  required: false,
  autocomplete: false,
  choices: [],
  ...more,
});

/** The commands of `snapshot.ts`, one with every type of option, and those of the menu Apps. */
export const richCommands: CommandView[] = [
  ...commands,
  {
    id: "80000000000000003",
    kind: "slash",
    name: "registrar",
    plainName: "record",
    description: "Registrar un hecho",
    options: [
      option("qué", "what", 3, { required: true, maxLength: 20 }),
      option("muertos", "killed", 4, { minValue: 0, maxValue: 50 }),
      option("seguro", "sure", 5),
      option("quién", "who", 6),
      option("dónde", "where", 7, { channelTypes: [5, 15] }),
      option("rol", "role", 8),
      option("avisa", "tell", 9),
      option("peso", "weight", 10, { minValue: 0.5 }),
      option("tipo", "kind", 3, {
        choices: [
          { name: "Ataque", value: "strike" },
          { name: "Otro", value: "other" },
        ],
      }),
      option("foto", "photo", 11),
    ],
    subcommands: [],
  },
  {
    id: "80000000000000004",
    kind: "message",
    name: "Registrar ataque",
    plainName: "Record strike",
    description: "",
    options: [],
    subcommands: [],
  },
  {
    id: "80000000000000005",
    kind: "user",
    name: "Qué registró",
    plainName: "What they recorded",
    description: "",
    options: [],
    subcommands: [],
  },
];

export { alerts, ana, desk, luis };
