// A state with one of everything a message can hold, threads, a forum and direct messages; all of it invented. Data only.
import { SelectMenuDefaultValueType } from "discord-api-types/v10";
import type { APIAttachment, APIEmbed, APIMessage } from "discord-api-types/v10";
import type { Channel, ShownMessage, Snapshot } from "../../rehearsal/contract.ts";
import { alerts, ana, desk, luis, message, shown, snapshot } from "./snapshot.ts";

export const samples = "20000000000000011";
export const menus = "20000000000000012";
export const layouts = "20000000000000013";
export const forum = "20000000000000014";
export const news = "20000000000000015";
export const post = "20000000000000016";
export const oldPost = "20000000000000017";
const guildId = "10000000000000001";
const driversRole = "40000000000000001";
const mei = "30000000000000003";
const everyone = [ana, luis, mei];

const person = (id: string, name: string): APIMessage["author"] => ({
  id,
  username: name.toLowerCase(),
  global_name: name,
  discriminator: "0",
  avatar: null,
});
const fromLuis = { author: person(luis, "Luis") };
const fromMei = { author: person(mei, "Mei") };

/** Files the fake server hands over, by name. */
export const files: Record<string, { type: string; text: string }> = {
  "mapa.svg": {
    type: "image/svg+xml",
    text: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="240"><rect width="400" height="240" fill="#8fb996"/><circle cx="200" cy="120" r="60" fill="#c62f3c"/></svg>',
  },
  "foto.svg": {
    type: "image/svg+xml",
    text: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="#4f8fd0"/><circle cx="150" cy="150" r="90" fill="#f2c14e"/></svg>',
  },
  "ataques.csv": {
    type: "text/csv",
    text: `fecha,lugar,muertos\n${Array.from({ length: 20 }, (_, at) => `2026-03-${String(at + 1).padStart(2, "0")},Pacífico oriental,${at % 5}`).join("\n")}\n`,
  },
  "registro.json": {
    type: "application/json",
    text: '{\n  "windows": [\n    { "from": "23:00", "to": "05:00" }\n  ]\n}\n',
  },
  "SPOILER_nota.txt": { type: "text/plain", text: "No abrir todavía.\n" },
  "decreto.pdf": { type: "application/pdf", text: "%PDF-1.4" },
};

let count = 0;
function file(name: string, more: Partial<APIAttachment> = {}): APIAttachment {
  count += 1;
  const kept = files[name];
  const url = `/rehearsal/files/${name}`;
  return {
    id: String(71_000_000_000_000_000n + BigInt(count)),
    filename: name,
    size: kept?.text.length ?? 48_210,
    url,
    proxy_url: url,
    ...(kept === undefined ? {} : { content_type: kept.type }),
    ...more,
  };
}
const mapFile = () => file("mapa.svg", { width: 400, height: 240, description: "Mapa: Guayas y Los Ríos en rojo" });

const quake: APIEmbed = {
  author: { name: "⚠️ Red de ensayo", url: "https://example.org/red", icon_url: "/rehearsal/files/foto.svg" },
  title: "🌋 Sismo M 5.8, a 42 km de Puerto Luna",
  url: "https://example.org/sismo",
  color: 0xc62f3c,
  description:
    "Sacudida **fuerte**. Ocurrió <t:1773632940:R>, a las <t:1773632940:t>.\n- Alcance: 120 km\n- Réplicas: *probables*",
  thumbnail: { url: "/rehearsal/files/foto.svg" },
  fields: [
    { name: "Magnitud", value: "**5.8** Mw", inline: true },
    { name: "Profundidad", value: "18 km", inline: true },
    { name: "Intensidad", value: "VI", inline: true },
    { name: "Zonas", value: "Puerto Luna, San Telmo, Los Pinos" },
    { name: "Costa", value: "sí", inline: true },
    { name: "Sierra", value: "no", inline: true },
  ],
  image: { url: "attachment://mapa.svg" },
  footer: { text: "Simulacro · #7K3Q-9M2D", icon_url: "/rehearsal/files/foto.svg" },
  timestamp: "2026-03-16T03:49:00.000Z",
};

/** Text of every mark. */
const textOfAll = `# Plan de evacuación
## Antes
### Hoy
¡**Atención**, *todos*, __ya__, ~~luego~~ \`ahora\`! ||secreto||
1. Salga por la **puerta norte**
2. Reúnase en la plaza
  - Lleve agua y linterna
    - y pilas
  - No use el ascensor
3. Espere a <@${ana}>, <@&${driversRole}> o en <#${alerts}>
> El año pasado tardamos 6 minutos.
-# Última revisión: <t:1773630000:f>
\`\`\`json
{ "mag": 5.8, "test": true }
\`\`\`
Más en https://example.org/plan_(v2) y [el tablero](https://example.org/t). </toque-de-queda:80000000000000001> <id:customize> <:puerto:90000000000000009> 👍🏽 🇪🇨 1️⃣ ⚪ ❔ ⚫ @everyone`;

function sampleMessages(): ShownMessage[] {
  const asked = message("¿Todos bien en Puerto Luna? Avisen por aquí.", { channel_id: samples, ...fromLuis });
  const alert = message(`🔴 **TOQUE DE QUEDA AHORA** hasta el lunes 16 mar. 05:00: Guayas. <@&${driversRole}>`, {
    channel_id: samples,
    mention_roles: [driversRole],
    embeds: [quake, { description: "Segunda fuente: sin confirmar.", color: 0xe0a100 }],
    attachments: [mapFile()],
    flags: 32,
  });
  return [
    shown(message(textOfAll, { channel_id: samples, ...fromMei })),
    shown(asked),
    shown(message("Y otra cosa, enseguida.", { channel_id: samples, ...fromLuis })),
    shown(alert),
    shown(
      message("Sí, sin daños.", {
        channel_id: samples,
        ...fromMei,
        type: 19,
        edited_timestamp: "2026-03-16T03:53:00.000Z",
        message_reference: { message_id: asked.id, channel_id: samples, guild_id: guildId },
      }),
    ),
    shown(
      message("¿Y aquí?", {
        channel_id: samples,
        type: 19,
        ...fromLuis,
        message_reference: { message_id: "60000000000000000", channel_id: samples, guild_id: guildId },
        referenced_message: null,
      }),
    ),
    shown(
      message("", {
        channel_id: samples,
        type: 6,
        ...fromLuis,
        message_reference: { message_id: asked.id, channel_id: samples, guild_id: guildId },
      }),
    ),
    shown(
      message("Seguimiento", {
        channel_id: samples,
        type: 18,
        ...fromMei,
        message_reference: { channel_id: "20000000000000019", guild_id: guildId },
      }),
    ),
    shown(message("🚨👍", { channel_id: samples, ...fromMei })),
    shown(
      message("Fotos y archivos", {
        channel_id: samples,
        ...fromLuis,
        attachments: [
          mapFile(),
          file("foto.svg", { width: 300, height: 300 }),
          file("SPOILER_foto.svg", {
            url: "/rehearsal/files/foto.svg",
            content_type: "image/svg+xml",
            width: 300,
            height: 300,
            description: "Foto cubierta",
          }),
          file("ataques.csv"),
          file("registro.json"),
          file("SPOILER_nota.txt"),
          file("decreto.pdf", { size: 48_210 }),
        ],
      }),
    ),
    shown(message("⚪ Sin toque ahora en Guayas. ❔ Después: no se sabe.", { channel_id: samples }), { silent: true }),
    shown(message("", { channel_id: samples, embeds: [{ title: "Solo un contenido incrustado" }] })),
    shown(
      message("Desde un webhook", {
        channel_id: samples,
        author: person("50000000000000077", "Agencia"),
        webhook_id: "50000000000000077",
      }),
    ),
    shown(message("3 sismos en 24 h. ||M 5.8||", { channel_id: samples, flags: 64 }), {
      ephemeralFor: ana,
      invoker: { readerId: ana, text: "/toque-de-queda lugar: Los Ríos" },
    }),
    shown(message("3 sismos en 24 h, para todos.", { channel_id: samples }), {
      invoker: { readerId: luis, text: "/ataques" },
    }),
  ];
}

function menuMessages(): ShownMessage[] {
  const kinds = message("Elige", {
    channel_id: menus,
    components: [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: "1:string",
            placeholder: "Provincia",
            options: [
              { label: "Guayas", value: "EC-G", description: "Con cantones", emoji: { name: "🔴" } },
              { label: "El Oro", value: "EC-O", emoji: { id: "90000000000000009", name: "puerto" } },
              { label: "Pichincha", value: "EC-P", default: true },
            ],
          },
        ],
      },
      { type: 1, components: [{ type: 5, custom_id: "1:user", placeholder: "Persona" }] },
      { type: 1, components: [{ type: 6, custom_id: "1:role", placeholder: "Rol" }] },
      {
        type: 1,
        components: [
          {
            type: 7,
            custom_id: "1:mentionable",
            placeholder: "Persona o rol",
            min_values: 0,
            max_values: 2,
            default_values: [{ id: luis, type: SelectMenuDefaultValueType.User }],
          },
        ],
      },
      { type: 1, components: [{ type: 8, custom_id: "1:channel", placeholder: "Foro", channel_types: [15] }] },
    ],
  });
  const many = message("Varias", {
    channel_id: menus,
    components: [
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: "1:many",
            placeholder: "Dos o tres",
            min_values: 2,
            max_values: 3,
            options: ["Azuay", "Bolívar", "Cañar", "Carchi"].map((label) => ({ label, value: label })),
          },
        ],
      },
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: "Confirmar", custom_id: "1:a", emoji: { name: "✅" } },
          { type: 2, style: 2, label: "Posponer", custom_id: "1:b" },
          { type: 2, style: 3, label: "Todo bien", custom_id: "1:c" },
          { type: 2, style: 4, label: "Escalar", custom_id: "1:d" },
          { type: 2, style: 2, custom_id: "1:e", emoji: { name: "📣" }, disabled: true },
        ],
      },
      {
        type: 1,
        components: [
          { type: 2, style: 5, label: "Detalles", url: "https://example.org/d" },
          { type: 2, style: 5, label: "Cerrado", url: "https://example.org/e", disabled: true },
        ],
      },
    ],
  });
  return [shown(kinds), shown(many, { silent: true })];
}

function layoutMessages(): ShownMessage[] {
  return [
    shown(
      message("", {
        channel_id: layouts,
        flags: 1 << 15,
        attachments: [
          mapFile(),
          file("foto.svg", { width: 300, height: 300 }),
          file("ataques.csv"),
          file("decreto.pdf"),
        ],
        components: [
          { type: 10, content: "# Parte de la noche\nSin toque en **Guayas**." },
          {
            type: 17,
            accent_color: 0x157a3c,
            components: [
              {
                type: 9,
                components: [{ type: 10, content: "### Guayas\n23:00-05:00 diario" }],
                accessory: {
                  type: 11,
                  media: { url: "attachment://foto.svg" },
                  description: "Sello de Guayas",
                },
              },
              { type: 14, divider: true, spacing: 2 },
              {
                type: 9,
                components: [{ type: 10, content: "¿Sigue igual?" }],
                accessory: { type: 2, style: 1, label: "Confirmar", custom_id: "1:v2" },
              },
              {
                type: 12,
                items: [
                  { media: { url: "attachment://mapa.svg" }, description: "Mapa de la noche" },
                  { media: { url: "attachment://foto.svg" }, spoiler: true },
                ],
              },
              { type: 13, file: { url: "attachment://ataques.csv" } },
              {
                type: 1,
                components: [{ type: 2, style: 2, label: "Historial", custom_id: "1:history" }],
              },
            ],
          },
          { type: 14, divider: false, spacing: 1 },
          { type: 17, spoiler: true, components: [{ type: 10, content: "Detalle delicado" }] },
          { type: 12, items: [{ media: { url: "https://example.org/fuera.png" }, description: "Foto de fuera" }] },
        ],
      }),
    ),
  ];
}

function newsMessages(): ShownMessage[] {
  return [
    shown(message("📰 Parte publicado: sin novedad.", { channel_id: news, flags: 1 })),
    shown(message("Llegado de otro servidor.", { channel_id: news, flags: 2, ...fromMei })),
    shown(message("Noticias del Puerto", { channel_id: news, type: 12, ...fromLuis })),
  ];
}

const channel = (id: string, kind: Channel["kind"], name: string, more: Partial<Channel> = {}): Channel => ({
  id,
  guildId,
  kind,
  name,
  seenBy: everyone,
  ...more,
});

/** A new state each time, with all of the plain one and everything else. */
export function everything(): Snapshot {
  const plain = snapshot();
  const sampled = sampleMessages();
  const alert = sampled[3]?.message.id ?? "";
  return {
    ...plain,
    channels: [
      ...plain.channels,
      channel(samples, "text", "muestras", { topic: "Una de cada cosa 🧪" }),
      channel(menus, "text", "menus"),
      channel(layouts, "text", "diseño"),
      channel(news, "announcement", "noticias"),
      channel(forum, "forum", "reportes", { topic: "Un reporte, una publicación" }),
      channel(post, "thread", "Bloqueo en la vía a Daule 🚧", { parentId: forum }),
      channel(oldPost, "thread", "Corte de luz en Milagro", { parentId: forum, archived: true, locked: true }),
      channel(alert, "thread", "Seguimiento del sismo", { parentId: samples }),
      channel("20000000000000019", "thread", "Seguimiento", { parentId: samples, archived: true }),
    ],
    messages: {
      ...plain.messages,
      [samples]: sampled,
      [menus]: menuMessages(),
      [layouts]: layoutMessages(),
      [news]: newsMessages(),
      [forum]: [],
      [post]: [
        shown(message("Hay **piedras** en la calzada, paso lento. 🚗", { channel_id: post, ...fromMei })),
        shown(message("Ya lo despejan.", { channel_id: post, ...fromLuis, timestamp: "2026-03-16T03:52:00.000Z" })),
      ],
      [oldPost]: [
        shown(
          message("Sin luz desde ayer.", { channel_id: oldPost, ...fromLuis, timestamp: "2026-03-14T03:52:00.000Z" }),
        ),
      ],
      [alert]: [
        shown(message("Voy de camino 🏃", { channel_id: alert, ...fromMei })),
        shown(message("Avisa al llegar.", { channel_id: alert, ...fromLuis })),
        shown(message("Aquí todo bien.", { channel_id: alert, ...fromMei })),
      ],
      "20000000000000019": [],
    },
  };
}

/** A channel with many messages of the bot's usual sort. */
export function crowded(many: number): Snapshot {
  const state = everything();
  state.messages[desk] = Array.from({ length: many }, (_, at) =>
    shown(
      message(`⏰ Toque de queda hoy a las 23:00: Guayas, Los Ríos, número ${at}. Empieza <t:1773633600:R>.`, {
        channel_id: desk,
        timestamp: `2026-03-${String(1 + (at % 15)).padStart(2, "0")}T03:50:00.000Z`,
        embeds: [{ ...quake, fields: quake.fields?.slice(0, 3) ?? [], image: { url: "https://example.org/x.png" } }],
        components: [{ type: 1, components: [{ type: 2, style: 2, label: "Actualizar", custom_id: `1:r:${at}` }] }],
      }),
    ),
  );
  return state;
}
