// /alerts: a channel is promised only what it can get, by who may promise it.
import { describe, expect, it } from "vitest";
import { alerts } from "../../commands/alerts.ts";
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
      if (old !== undefined) return { is: "already", subscribed: old };
      const [topic = "curfews", ...topics] = one.topics;
      const [area = "EC", ...areas] = one.areas;
      const subscription: Subscription = {
        v: 1,
        id: "sub-1",
        destination: one.channelId,
        guildId: one.guildId,
        topics: [topic, ...topics],
        areas: [area, ...areas],
        leads: [],
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

const run = async (name: "subscribe" | "list" | "remove", context: Context, channel?: string): Promise<Answer> => {
  const subcommand = alerts.subcommands?.[name];
  if (subcommand === undefined) throw new Error(name);
  return subcommand.run({ channel }, context);
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
        "What comes: when a curfew begins or ends in Ecuador, and each newly recorded military strike, in English.",
        "Next notice: curfew begins tonight 23:00 (Ecuador time): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
        "For parts of Ecuador our information ends Mon 16 Mar 00:00 (Ecuador time); from then on silence does not mean that there is no curfew.",
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
        owner: "100000000000000003",
      },
    ]);
  });

  it("speaks the reader's language, names another channel and the running curfew's end", async () => {
    const { context } = scene("2026-03-16T01:30", "es");
    expect(await content("subscribe", context, THERE)).toBe(
      [
        "<#100000000000000009> recibe avisos desde ahora.",
        "Qué llegará: cuándo empieza o termina un toque de queda en Ecuador, y cada ataque militar que se registre, en español.",
        "Próximo aviso: el toque termina hoy 05:00 (hora de Ecuador): Guayas, El Oro, Los Ríos, Santo Domingo de los Tsáchilas.",
        "De partes de Ecuador nuestra información llega al lunes 16 mar. 06:00 (hora de Ecuador); desde entonces el silencio no significa que no haya toque de queda.",
      ].join("\n"),
    );
  });

  it("says since when nothing is known where nothing is", async () => {
    const { context } = scene("2026-06-01T12:00");
    const told = await content("subscribe", context);
    expect(told).toContain(
      "For Ecuador nothing is known since Fri 20 Mar 06:15 (Ecuador time): until somebody records newer facts, no notice will come",
    );
    expect(told).not.toContain("No notice lies ahead");
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
      "<#100000000000000002>: curfews, military strikes; Ecuador; in English\n<#100000000000000009>: curfews, military strikes; Ecuador; in English",
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
