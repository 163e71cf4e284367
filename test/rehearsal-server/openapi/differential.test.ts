// Two strangers' opinions against the stand-in's: Discord's own description (the stand-in is never more lenient), and discord.js' builders (what they
// let through is taken, what they refuse is refused). Random, but from a fixed seed, so that a red run can be repeated.
import { DiscordAPIError, Routes } from "discord.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type Bot } from "../bot.ts";
import { built, GOOD, unbuilt, type Kind } from "./bodies.ts";
import { bodyFaults, discord } from "./exchanges.ts";
import { mutated } from "./mutations.ts";

const RUNS = { numRuns: 200, seed: 20260315 };

let bot: Bot;
let channel: string;
beforeAll(async () => {
  bot = await startBot({ rates: "roomy" });
  channel = bot.rehearsal.channel("alertas").id;
});
afterAll(() => bot.stop());

/** What the stand-in refuses a body with; undefined when it takes it. Anything but a refusal is a fault of the stand-in. */
async function refused(send: Promise<unknown>): Promise<string | undefined> {
  try {
    await send;
    return undefined;
  } catch (fault) {
    if (fault instanceof DiscordAPIError && fault.status === 400) return fault.message;
    throw fault;
  }
}

/** The body is tried as the first answer; whatever becomes of it, the interaction is brought to an end. */
function tried(act: () => Promise<unknown>, body: unknown, good: object): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    bot.handle = async ({ id, token }) => {
      const post = (one: unknown) => bot.rest.post(Routes.interactionCallback(id, token), { body: one, auth: false });
      const why = await refused(post(body));
      if (why !== undefined) await post(good);
      return why;
    };
    const handle = bot.handle;
    let answer: Promise<unknown> = Promise.resolve();
    bot.handle = (interaction) => (answer = handle(interaction));
    act()
      .then(() => answer)
      .then((why) => resolve(typeof why === "string" ? why : undefined))
      .catch(reject);
  });
}

const ask = () => ({ readerId: bot.rehearsal.reader("Ana").id, channelId: channel, name: "curfew", options: {} });
const { applicationId, guildId } = {
  applicationId: () => bot.rehearsal.applicationId,
  guildId: () => bot.rehearsal.guildId,
};

const SENT: Record<Kind, { operation: [string, string]; send: (body: unknown) => Promise<string | undefined> }> = {
  message: {
    operation: ["POST", "/channels/1/messages"],
    send: (body) => refused(bot.rest.post(Routes.channelMessages(channel), { body })),
  },
  commands: {
    operation: ["PUT", "/applications/1/guilds/1/commands"],
    send: (body) => refused(bot.rest.put(Routes.applicationGuildCommands(applicationId(), guildId()), { body })),
  },
  modal: {
    operation: ["POST", "/interactions/1/t/callback"],
    send: (body) => tried(() => bot.rehearsal.type(ask()), body, { type: 4, data: { content: "good" } }),
  },
  choices: {
    operation: ["POST", "/interactions/1/t/callback"],
    send: (body) =>
      tried(() => bot.rehearsal.autocomplete({ ...ask(), focused: "place", value: "" }), body, {
        type: 8,
        data: { choices: [] },
      }),
  },
};
const KINDS = ["message", "commands", "modal", "choices"] as const;

function described(kind: Kind, body: unknown): string[] {
  const operation = discord().find(...SENT[kind].operation);
  if (!operation) throw new Error(`No such call: ${SENT[kind].operation.join(" ")}`);
  return bodyFaults(operation, body === undefined ? undefined : JSON.parse(JSON.stringify(body)));
}

describe.each(KINDS)("of %s, the stand-in", (kind) => {
  it("takes the good ones that everything here begins with", async () => {
    for (const body of GOOD[kind]) {
      expect(described(kind, body)).toEqual([]);
      expect(await SENT[kind].send(body)).toBeUndefined();
    }
  });

  it("refuses whatever Discord's description refuses", { timeout: 60_000 }, async () => {
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(mutated(GOOD[kind]), async ({ what, body }) => {
        const faults = described(kind, body);
        if (faults.length === 0 || body === undefined) return;
        refusals += 1;
        const why = await SENT[kind].send(body);
        if (why === undefined) throw new Error(`${what}: taken, though ${faults[0]}`);
      }),
      RUNS,
    );
    expect(refusals).toBeGreaterThan(50);
  });

  it("takes what discord.js' builders make", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(built[kind], async (body) => {
        expect(described(kind, body)).toEqual([]);
        expect(await SENT[kind].send(body)).toBeUndefined();
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

describe("what discord.js' builders refuse", () => {
  it.each(unbuilt)("is refused here too: %s", async (_name, kind, build, body) => {
    expect(build).toThrow();
    expect(await SENT[kind].send(body)).toBeDefined();
  });
});
