// A state of the rehearsal for the page's tests, with invented content of every kind it draws. Data only.
import type { APIEmbed, APIMessage, APIUser } from "discord-api-types/v10";
import type { CommandView, OptionView, ShownMessage, Snapshot } from "../../rehearsal/contract.ts";

export const ana = "30000000000000001";
export const luis = "30000000000000002";
const mei = "30000000000000003";
export const alerts = "20000000000000001";
export const desk = "20000000000000002";
const guildId = "10000000000000001";
const driversRole = "40000000000000001";

const user = (id: string, name: string, bot = false): APIUser => ({
  id,
  username: name.toLowerCase(),
  global_name: name,
  discriminator: "0",
  avatar: null,
  bot,
});
const vigia = user("50000000000000001", "Vigía", true);

let count = 0;

/** A message with Discord's usual empty fields; ids rise as they do there. */
export function message(content: string, more: Partial<APIMessage> = {}): APIMessage {
  count += 1;
  return {
    id: String(60_000_000_000_000_000n + BigInt(count)),
    channel_id: alerts,
    author: vigia,
    content,
    timestamp: "2026-03-16T03:50:00.000Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    ...more,
  } satisfies APIMessage;
}

export const shown = (kept: APIMessage, more: Partial<ShownMessage> = {}): ShownMessage => ({
  message: kept,
  silent: false,
  ...more,
});

const strike: APIEmbed = {
  title: "Decreto 329, noche 6 de 16",
  url: "https://example.org/decreto",
  color: 0xc62f3c,
  description:
    "23:00-05:00 diario; última noche ~~lun 30 -> mar 31~~ **mié 25 -> jue 26 mar.**\nTu hora: <t:1774065600:f> - <t:1774087200:t> (<t:1774065600:R>)",
  fields: [
    { name: "Ahora", value: "Ninguno", inline: true },
    { name: "Esta noche", value: "El Oro, Guayas, Los Ríos", inline: true },
    { name: "Otras", value: "No se sabe", inline: true },
    { name: "Exentos", value: "- Salud\n- Policía\n- Quien tiene un vuelo (tarjeta de embarque)" },
  ],
  image: { url: "attachment://mapa.svg" },
  footer: { text: "Fuente más reciente: 16 mar · #7K3Q-9M2D" },
};

function alertMessages(): ShownMessage[] {
  const first = message(
    `⏰ Toque de queda hoy domingo 15 mar. a las 23:00: Guayas, Los Ríos. Hasta el lunes 05:00 (hora de Ecuador). <@&${driversRole}>`,
    {
      mention_roles: [driversRole],
      embeds: [strike],
      attachments: [
        {
          id: "70000000000000001",
          filename: "mapa.svg",
          size: 900,
          url: "/rehearsal/files/mapa.svg",
          proxy_url: "/rehearsal/files/mapa.svg",
          content_type: "image/svg+xml",
          description: "Mapa: Guayas y Los Ríos en rojo",
          width: 400,
          height: 240,
        },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 1, label: "Actualizar", custom_id: "1:refresh" },
            { type: 2, style: 2, label: "Compartir", custom_id: "1:form", emoji: { name: "📣" } },
            { type: 2, style: 3, label: "Confirmar", custom_id: "1:fail" },
            { type: 2, style: 4, label: "Retirar", custom_id: "1:withdraw" },
            { type: 2, style: 2, label: "Caducado", custom_id: "1:old", disabled: true },
            { type: 2, style: 5, label: "Decreto", url: "https://example.org/decreto" },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: "1:province",
              placeholder: "Otra provincia",
              options: [
                { label: "Guayas", value: "EC-G", description: "Con cantones" },
                { label: "El Oro", value: "EC-O" },
                { label: "Pichincha", value: "EC-P" },
              ],
            },
          ],
        },
      ],
    },
  );
  return [
    shown(message("⚪ Sin toque ahora en Guayas.", { timestamp: "2026-03-15T20:10:00.000Z" }), { silent: true }),
    shown(first),
    shown(
      message("🔴 **TOQUE DE QUEDA AHORA** hasta el lunes 16 mar. 05:00 (hora de Ecuador): Guayas.", {
        edited_timestamp: "2026-03-16T03:53:00.000Z",
        message_reference: { message_id: first.id, channel_id: alerts, guild_id: guildId },
      }),
      { silent: true },
    ),
    shown(message("⚪ Sin toque ahora en Los Ríos. ||oculto||"), {
      ephemeralFor: ana,
      invoker: { readerId: ana, text: "/toque-de-queda lugar: Los Ríos" },
    }),
    shown(message("Only Luis sees this."), { ephemeralFor: luis }),
  ];
}

function deskMessages(): ShownMessage[] {
  return [
    shown(message("<script>document.title = 'taken'</script> <img src=x onerror=alert(1)>", { channel_id: desk })),
    shown(
      message(
        `# Plan\n¡Atención!\n1. Salga\n2. Reúnase\n  - Agua\n3. Espere a <@${ana}> en <#${alerts}>\n> El año pasado, 6 minutos.\n-# Última revisión\n\`\`\`json\n{ "mag": 5.8 }\n\`\`\`\nMás en https://example.org/plan y [el tablero](https://example.org/t).`,
        { channel_id: desk, author: user(luis, "Luis"), mentions: [user(ana, "Ana")] },
      ),
    ),
  ];
}

/** A new state each time: the page changes what it was given, and so may a test. */
export function snapshot(): Snapshot {
  return {
    now: "2026-03-16T03:55:00.000Z",
    rate: 1,
    running: true,
    botOnline: true,
    gatewaySilent: false,
    guilds: [{ id: guildId, name: "Redacción del Puerto", botIsHere: true }],
    channels: [
      {
        id: alerts,
        guildId,
        kind: "text",
        name: "alertas",
        topic: "Toques de queda y ataques",
        seenBy: [ana, luis, mei],
      },
      { id: desk, guildId, kind: "text", name: "redaccion", seenBy: [ana, luis, mei] },
    ],
    readers: [
      { id: ana, name: "Ana", locale: "es-419", zone: "America/Guayaquil", guilds: [guildId], roles: [driversRole] },
      { id: luis, name: "Luis", locale: "en-US", zone: "America/New_York", guilds: [guildId], roles: [] },
      { id: mei, name: "Mei", locale: "en-GB", zone: "Europe/London", guilds: [guildId], roles: [] },
    ],
    roles: [{ id: driversRole, guildId, name: "choferes", color: 0xe67e22, managed: false }],
    messages: { [alerts]: alertMessages(), [desk]: deskMessages() },
    events: [],
    faults: [],
    taken: {},
    closedToDms: [],
  };
}

const option = (name: string, plainName: string, description: string, more: Partial<OptionView> = {}): OptionView => ({
  name,
  plainName,
  description,
  type: 3,
  required: false,
  autocomplete: false,
  choices: [],
  ...more,
});

/** The commands as Ana (Spanish) sees them. */
export const commands: CommandView[] = [
  {
    id: "80000000000000001",
    kind: "slash",
    name: "toque-de-queda",
    plainName: "curfew",
    description: "¿Hay toque de queda en un lugar?",
    options: [
      option("lugar", "place", "Provincia o cantón", { autocomplete: true }),
      option("cuándo", "at", "Día y hora"),
    ],
    subcommands: [],
  },
  {
    id: "80000000000000002",
    kind: "slash",
    name: "alertas",
    plainName: "alerts",
    description: "Alertas",
    options: [],
    subcommands: [
      {
        name: "suscribir",
        plainName: "subscribe",
        description: "Recibir alertas en un canal",
        options: [
          option("canal", "channel", "Dónde", { type: 7, required: true }),
          option("avisos", "leads", "Minutos antes", { type: 4, minValue: 0, maxValue: 720 }),
        ],
      },
      { name: "motivo", plainName: "why", description: "Por qué llegó o no", options: [] },
    ],
  },
];
