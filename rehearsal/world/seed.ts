// Who and what the rehearsal begins with. The ids are fixed (made from a day in 2016), so that a store kept from one rehearsal fits the next.
// Must never depend on the clock.
import type { Reader } from "../contract.ts";
import { P } from "./permissions.ts";
import { snowflakeAt } from "./snowflake.ts";

const FIRST_DAY = 1_456_833_600_000;
const fixed = (n: number): string => (snowflakeAt(FIRST_DAY) + BigInt(n)).toString();

export const SEED_CREATED = FIRST_DAY;
export const GUILD_ID = fixed(1);
export const APPLICATION_ID = fixed(2);
export const OWNER_ID = fixed(3);
export const ALERTAS_ID = fixed(10);
const REDACCION_ID = fixed(11);
const AVISOS_ID = fixed(12);
const FORO_ID = fixed(13);
export const REVISION_ID = fixed(14);
export const ANA_ID = fixed(20);
const LUIS_ID = fixed(21);
const MEI_ID = fixed(22);
const ROSA_ID = fixed(23);
const CHOFERES_ID = fixed(30);
const BOT_ROLE_ID = fixed(31);
const DESK_ROLE_ID = fixed(32);
const TECH_ROLE_ID = fixed(33);
const CURFEW_TAG_ID = fixed(40);
const VERIFIED_TAG_ID = fixed(41);

/** What anybody may do in a new guild. */
export const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.ReadMessageHistory |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.UseExternalEmojis |
  P.ChangeNickname |
  P.UseApplicationCommands |
  P.SendMessagesInThreads;
/** What the bot asks for in its invitation link. */
export const BOT = EVERYONE | P.CreateEvents | P.CreatePublicThreads;

export interface RoleSeed {
  id: string;
  name: string;
  color: number;
  permissions: bigint;
  mentionable: boolean;
  managed: boolean;
}

export const ROLE_SEEDS: RoleSeed[] = [
  { id: GUILD_ID, name: "@everyone", color: 0, permissions: EVERYONE, mentionable: false, managed: false },
  { id: CHOFERES_ID, name: "choferes", color: 0xe67e22, permissions: 0n, mentionable: true, managed: false },
  {
    id: TECH_ROLE_ID,
    name: "técnica",
    color: 0x3498db,
    permissions: P.ManageChannels,
    mentionable: false,
    managed: false,
  },
  {
    id: DESK_ROLE_ID,
    name: "mesa",
    color: 0x9b59b6,
    permissions: P.ManageGuild | P.ManageChannels,
    mentionable: false,
    managed: false,
  },
  { id: BOT_ROLE_ID, name: "Vigía", color: 0x1abc9c, permissions: BOT, mentionable: false, managed: true },
];

export interface TagSeed {
  id: string;
  name: string;
  /** Only moderators may set it. */
  moderated: boolean;
}

export interface ChannelSeed {
  id: string;
  kind: "text" | "announcement" | "forum";
  name: string;
  topic: string;
  tags?: TagSeed[];
}

export const CHANNEL_SEEDS: ChannelSeed[] = [
  { id: ALERTAS_ID, kind: "text", name: "alertas", topic: "Avisos de Vigía" },
  { id: REDACCION_ID, kind: "text", name: "redaccion", topic: "La mesa" },
  { id: AVISOS_ID, kind: "announcement", name: "avisos", topic: "Lo que otros servidores siguen" },
  {
    id: FORO_ID,
    kind: "forum",
    name: "foro",
    topic: "Un hilo por asunto",
    tags: [
      { id: CURFEW_TAG_ID, name: "toque de queda", moderated: false },
      { id: VERIFIED_TAG_ID, name: "verificado", moderated: true },
    ],
  },
  { id: REVISION_ID, kind: "text", name: "revision", topic: "Lo que espera a una segunda persona" },
];

export interface PersonSeed extends Omit<Reader, "guilds" | "roles"> {
  username: string;
}

export const READER_SEEDS: PersonSeed[] = [
  { id: ANA_ID, name: "Ana", username: "ana", locale: "es-419", zone: "America/Guayaquil" },
  { id: LUIS_ID, name: "Luis", username: "luis", locale: "en-US", zone: "America/New_York" },
  { id: MEI_ID, name: "Mei", username: "mei", locale: "en-US", zone: "Europe/Madrid" },
  // The second person of the desk: what one of the two asks, the other confirms.
  { id: ROSA_ID, name: "Rosa", username: "rosa", locale: "es-419", zone: "America/Guayaquil" },
];

/** Who is in the first guild, with which roles. */
export const MEMBER_SEEDS: ReadonlyMap<string, string[]> = new Map([
  [OWNER_ID, []],
  [ANA_ID, [DESK_ROLE_ID]],
  [LUIS_ID, [CHOFERES_ID]],
  [MEI_ID, [TECH_ROLE_ID]],
  [ROSA_ID, [DESK_ROLE_ID]],
]);

export const BOT_ROLES = [BOT_ROLE_ID];

/** Who owns the first guild, and every other whose owner is not named. */
export const OWNER_SEED = { id: OWNER_ID, username: "direccion", name: "Dirección" };
