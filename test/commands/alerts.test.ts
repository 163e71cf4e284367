// /alerts: a channel is promised only what it can get, by who may promise it.
import { said } from "../support.ts";
import { describe, expect, it } from "vitest";
import { alerts } from "../../commands/alerts/index.ts";
import { type Answer, type Context, Refusal } from "../../src/command.ts";
import type { Subscription } from "../../src/domain/subscription.ts";
import type { Language } from "../../src/domain/text.ts";
import type { NewSubscription, Subscribed, Subscriptions } from "../../src/store/subscriptions.ts";
import { ec, knownAt } from "../views/ecuador-known.ts";
import { asking } from "../views/shipped.ts";

const HERE = "100000000000000002";
const THERE = "100000000000000009";

/** Remembers what was asked of it; one subscription a channel. */
function remembered(now: number): Subscriptions & { wanted: NewSubscription[] } {
  const rows = new Map<string, Subscribed>();
  const wanted: NewSubscription[] = [];
  return {
    wanted,
    subscribe: async (one) => {
      wanted.push(one);
      const old = rows.get(one.channelId);
      const [before] = old?.subscriptions ?? [];
      if (old !== undefined && before !== undefined) {
        const changed = one.leads !== undefined || one.endLeads !== undefined;
        const next = {
          ...before,
          leads: [...(one.leads ?? before.leads)],
          endLeads: [...(one.endLeads ?? before.endLeads)],
        };
        const subscribed = { ...old, subscriptions: [next] };
        rows.set(one.channelId, subscribed);
        return { is: changed ? "changed" : "already", subscribed };
      }
      const [topic = "curfews", ...topics] = one.topics;
      const [area = "EC", ...areas] = one.areas;
      const subscription: Subscription = {
        v: 1,
        id: "sub-1",
        destination: one.channelId,
        guildId: one.guildId,
        topics: [topic, ...topics],
        areas: [area, ...areas],
        leads: [...(one.leads ?? [120])],
        endLeads: [...(one.endLeads ?? [])],
        owner: one.owner,
        since: now,
      };
      const subscribed: Subscribed = {
        destination: {
          v: 1,
          id: one.channelId,
          guildId: one.guildId,
          kind: one.kind,
          language: one.language,
          zone: one.zone,
        },
        subscriptions: [subscription],
      };
      rows.set(one.channelId, subscribed);
      return { is: "new", subscribed };
    },
    list: (guildId) => [...rows.values()].filter((one) => one.destination.guildId === guildId),
    setDestination: async () => undefined,
    setSubscription: async () => undefined,
    end: async ({ channelId, by }) => {
      const old = rows.get(channelId);
      rows.delete(channelId);
      return (old?.subscriptions ?? []).map((one) => ({ ...one, endedAt: now, endedBy: by }));
    },
    at: () => [],
  };
}

function scene(now = "2026-03-15T22:58", language: Language = "en", more: Partial<Context> = {}) {
  const { context } = asking({ known: knownAt(now), language, now: `${now}:00-05:00` });
  const subscriptions = remembered(ec(now));
  const user = { ...context.user, manageChannels: true };
  return { subscriptions, context: { ...context, subscriptions, user, ...more } };
}

/** A channel, or all options by name. */
type Typed = string | Record<string, string>;
const run = async (name: "subscribe" | "list" | "remove", context: Context, typed?: Typed): Promise<Answer> => {
  const subcommand = alerts.subcommands?.[name];
  if (subcommand === undefined) throw new Error(name);
  const options: Parameters<typeof subcommand.run>[0] = {};
  return said(subcommand.run({ ...options, ...(typeof typed === "string" ? { channel: typed } : typed) }, context));
};
const content = async (...asked: Parameters<typeof run>) =>
  (await run(...asked)).messages.map((one) => one.content).join("\n");

async function refusal(...asked: Parameters<typeof run>): Promise<string> {
  const thrown: unknown = await run(...asked).catch((error: unknown) => error);
  if (thrown instanceof Refusal) return thrown.message;
  throw new Error("was not refused");
}

describe("/alerts subscribe", () => {
  it("says what will come, the next notice, and from when silence means nothing", async () => {
    const { context, subscriptions } = scene();
    expect(await content("subscribe", context)).toBe(
      [
        "<#100000000000000002> gets alerts from now on.",
        "What comes, in English: 2 h before a curfew begins in Ecuador (with sound); when it begins and ends (silent); each newly recorded military strike (with sound).",
        "Next notice: curfew begins tonight 23:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
        "For Ecuador except Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas our information reaches to Mon 16 Mar 06:00 (Ecuador time). If nobody checks again by then, it is not known from there, and the channel is told so.",
      ].join("\n"),
    );
    expect(subscriptions.wanted).toEqual([
      {
        guildId: "100000000000000001",
        channelId: HERE,
        kind: "channel",
        language: "en",
        zone: "America/Guayaquil",
        topics: ["curfews", "strikes"],
        areas: ["EC"],
        leads: undefined,
        endLeads: undefined,
        owner: "100000000000000003",
      },
    ]);
  });

  it("tells how long before as it was typed, and names the notice that comes first", async () => {
    const { context, subscriptions } = scene("2026-03-15T20:00");
    const before = { "before-start": "30m, 2 hours", "before-end": "1 h 30" };
    expect((await content("subscribe", context, before)).split("\n").slice(0, 3)).toEqual([
      "<#100000000000000002> gets alerts from now on.",
      "What comes, in English: 2 h and 30 min before a curfew begins in Ecuador (with sound); when it begins and ends (silent); 1 h 30 min before it ends (silent); each newly recorded military strike (with sound).",
      "Next notice: tonight 21:00, that curfew begins tonight 23:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
    ]);
    expect(subscriptions.wanted.map(({ leads, endLeads }) => [leads, endLeads])).toEqual([[[120, 30], [90]]]);
    expect((await run("list", context)).messages[0]?.embed?.fields?.[0]?.value).toBe(
      "<#100000000000000002>: curfews, military strikes; Ecuador; 2 h and 30 min before a curfew begins; 1 h 30 min before it ends; in English",
    );
  });

  it("says in Spanish that other times hold now, and that nothing comes beforehand", async () => {
    const { context } = scene("2026-03-15T20:00", "es");
    await run("subscribe", context);
    const told = await content("subscribe", context, { "before-start": "ninguno", "before-end": "media hora" });
    expect(told.split("\n").slice(0, 3)).toEqual([
      "Cambiado: <#100000000000000002> recibe sus avisos con otra anticipación.",
      "Qué llegará, en español: cuando empieza un toque de queda en Ecuador (con sonido) y cuando termina (sin sonido); 30 min antes de que termine (sin sonido); cada ataque militar que se registre (con sonido).",
      "Próximo aviso: el toque empieza hoy 23:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
    ]);
    expect((await run("list", context)).messages[0]?.embed?.fields?.[0]?.value).toContain(
      "; nada antes de que empiece un toque; 30 min antes de que termine; en español",
    );
  });

  it.each<["en" | "es", string, string]>([
    [
      "en",
      "*soon*",
      "I could not read “\\*soon\\*” as times before. Write for example “2h, 30m”, “90” (minutes), “1 h 30” or “none”.",
    ],
    [
      "es",
      "1,5 h",
      "No pude leer «1,5 h» como anticipación. Escribe por ejemplo «2h, 30m», «90» (minutos), «1 h 30» o «ninguno».",
    ],
    ["en", "2h, 25h", "“25h”: each time before must be from 1 minute to 24 hours."],
    ["es", "0", "«0»: cada anticipación debe ser de 1 minuto a 24 horas."],
    ["en", "1,2,3,4,5,6", "At most 5 times before; you wrote 6."],
  ])("refuses in %s what it cannot read: %s", async (language, typed, sentence) => {
    const { context, subscriptions } = scene("2026-03-15T20:00", language);
    expect(await refusal("subscribe", context, { "before-start": typed })).toBe(sentence);
    expect(await refusal("subscribe", context, { "before-end": typed })).toBe(sentence);
    expect(subscriptions.wanted).toEqual([]);
  });

  it("speaks the reader's language, names another channel and the running curfew's end", async () => {
    const { context } = scene("2026-03-16T01:30", "es");
    expect(await content("subscribe", context, THERE)).toBe(
      [
        "<#100000000000000009> recibe avisos desde ahora.",
        "Qué llegará, en español: 2 h antes de que empiece un toque de queda en Ecuador (con sonido); cuando empieza y cuando termina (sin sonido); cada ataque militar que se registre (con sonido).",
        "Próximo aviso: el toque termina hoy 05:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
        "Lo que sabemos de Ecuador excepto Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas vale hasta el lunes 16 mar. 06:00 (hora de Ecuador). Si nadie vuelve a revisar antes, desde esa hora no se sabrá, y el canal recibirá el aviso.",
      ].join("\n"),
    );
  });

  it("says since when nothing is known where nothing is", async () => {
    const { context } = scene("2026-06-01T12:00");
    const told = await content("subscribe", context);
    expect(told).toContain(
      "For Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas nothing is known since Tue 31 Mar 05:00 (Ecuador time): until somebody checks or records newer facts, no notice will come, and silence does not mean that there is no curfew.\nFor Ecuador except Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas nothing is known since Fri 20 Mar 06:15 (Ecuador time)",
    );
    expect(told.split("\n").at(-1)).toBe("Until then ask the authorities of the place.");
    expect(told).not.toContain("No notice lies ahead");
  });

  it("tells for a place covered only in part which part is not known, and until when the rest is", async () => {
    const { context } = scene("2026-03-18T12:00");
    const lines = (await content("subscribe", context)).split("\n").slice(3);
    expect(lines).toEqual([
      "For Ecuador except Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas nothing is known since Mon 16 Mar 06:00 (Ecuador time): until somebody checks or records newer facts, no notice will come, and silence does not mean that there is no curfew.",
      "For Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas our information reaches to Tue 31 Mar 05:00 (Ecuador time). If nobody checks again by then, it is not known from there, and the channel is told so.",
      "Until then ask the authorities of the place.",
    ]);
  });

  it("says where hours are declared that notices follow them unchecked, and never that none will come", async () => {
    const known = knownAt("2026-03-18T12:00");
    const coverage = known.coverage.map((one) =>
      one.areas.length === 4 ? { ...one, to: "2026-03-17T12:00:00-05:00" } : one,
    );
    const { context } = scene("2026-03-18T12:00", "es", { known: { ...known, coverage } });
    const told = await content("subscribe", context);
    expect(told).toContain(
      "En Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas nadie ha revisado desde el martes 17 mar. 12:00 (hora de Ecuador): los avisos siguen lo que se declaró antes",
    );
    expect(told).not.toMatch(/^De Guayas, .* no llegará ningún aviso/m);
  });

  it("says that the channel has them already", async () => {
    const { context } = scene();
    await run("subscribe", context);
    expect(await content("subscribe", context)).toMatch(
      /^<#100000000000000002> already gets these alerts; nothing was changed\./,
    );
  });

  it("names every permission that is lacking, in the reader's own words for it, and writes nothing", async () => {
    const missingPermissions = async () => ["ViewChannel", "SendMessages", "EmbedLinks", "ReadMessageHistory"];
    const { context, subscriptions } = scene(undefined, "es", { missingPermissions });
    expect(await refusal("subscribe", context)).toBe(
      "Todavía no puedo publicar avisos en <#100000000000000002>. Permíteme allí: Ver canal, Enviar mensajes, Insertar enlaces, Leer el historial de mensajes. (Ajustes del canal, Permisos, añadir Vigía.) Luego pídelo otra vez.",
    );
    expect(await refusal("subscribe", { ...context, language: "en" })).toContain(
      "View Channel, Send Messages, Embed Links, Read Message History",
    );
    expect(subscriptions.wanted).toEqual([]);
  });

  it("refuses a channel that it cannot see", async () => {
    const { context } = scene(undefined, "en", { missingPermissions: async () => "no such channel" });
    expect(await refusal("subscribe", context)).toMatch(/^I cannot see <#100000000000000002>\./);
  });
});

describe("who may", () => {
  it.each(["subscribe", "list", "remove"] as const)("%s needs a server", async (name) => {
    const { context } = scene(undefined, "en", { guildId: undefined });
    expect(await refusal(name, context)).toBe(
      "Alerts go to a server's channels: please ask in the server, not in a direct message.",
    );
  });

  it.each(["subscribe", "list", "remove"] as const)(
    "%s needs the right to manage channels or the server",
    async (name) => {
      const { context, subscriptions } = scene();
      const nobody = { ...context, user: { ...context.user, manageChannels: false } };
      expect(await refusal(name, nobody)).toMatch(/^Only who may manage channels/);
      expect(subscriptions.wanted).toEqual([]);
      const manager = { ...nobody, user: { ...nobody.user, manageGuild: true } };
      expect((await run(name, manager)).to).toBe("asker");
    },
  );
});

describe("/alerts list and remove", () => {
  it("lists channels with what they hear", async () => {
    const { context } = scene();
    expect(await content("list", context)).toBe(
      "No channel of this server gets alerts. “/alerts subscribe” starts them.",
    );
    await run("subscribe", context);
    await run("subscribe", context, THERE);
    const { messages } = await run("list", context);
    expect(messages[0]?.content).toBe("2 channels get alerts:");
    expect(messages[0]?.embed?.fields?.[0]?.value).toBe(
      "<#100000000000000002>: curfews, military strikes; Ecuador; 2 h before a curfew begins; in English\n<#100000000000000009>: curfews, military strikes; Ecuador; 2 h before a curfew begins; in English",
    );
  });

  it("says what ended, and when there was nothing to end", async () => {
    const { context } = scene("2026-03-15T22:58", "es");
    await run("subscribe", context);
    expect(await content("remove", context)).toBe(
      "<#100000000000000002> ya no recibe avisos. Terminó:\n• toques de queda, ataques militares; Ecuador, desde el domingo 15 mar. 22:58",
    );
    expect(await content("remove", context)).toBe("<#100000000000000002> no recibe avisos; no se cambió nada.");
  });
});
