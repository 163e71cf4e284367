// The page's API below /rehearsal/: every body checked, every refusal a sentence. Must never do what a Rehearsal object could not do for a test.
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { Refused } from "../play/refused.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { bytesOf } from "../rest/body.ts";
import { DiscordRefusal } from "../rest/errors.ts";
import { isFaultName } from "../rest/fault-kinds.ts";
import { worldChange } from "./form-world.ts";
import { sendJson } from "./reply.ts";

/** Ten files of ten MiB in base64, and the words beside them. */
const MOST = 136 * 1024 * 1024;
/** Sixty days, in minutes: every one of them is played. */
const FARTHEST = 60 * 24 * 60;

const id = z.string().regex(/^\d{17,19}$/u, "must be an id");
const file = z.object({
  name: z.string().min(1).max(1024),
  contentType: z.string().max(255),
  base64: z.base64(),
});
const typed = {
  readerId: id,
  channelId: id,
  name: z.string().min(1).max(32),
  subcommand: z.string().max(65).exactOptional(),
  options: z.record(z.string(), z.union([z.string().max(6000), z.number(), z.boolean(), file])),
};
const target = { readerId: id, messageId: id, customId: z.string().min(1).max(100) };
const leap = z
  .object({
    by: z.number().positive().max(FARTHEST).exactOptional(),
    to: z.iso.datetime({ offset: true }).exactOptional(),
  })
  .refine((one) => (one.by === undefined) !== (one.to === undefined), "give either by (minutes) or to (a time)");
const clock = z.union([
  z.object({ action: z.enum(["jump", "outage"]) }).and(leap),
  z.object({ action: z.literal("rate"), rate: z.number().min(0).max(3600) }),
]);

/** An hour is more than any 429 or slow answer of Discord's lasts; the page orders in tens. */
const fault = z.object({
  fault: z.string().refine(isFaultName, "is no fault that can be ordered"),
  on: z.enum(["posts", "edits", "deletions", "reads", "answers", "everything"]),
  channelId: id.exactOptional(),
  times: z.int().min(1).max(1000),
  seconds: z.number().min(0).max(3600).exactOptional(),
});

type Act = (rehearsal: Rehearsal, body: unknown) => Promise<unknown>;

function act<T>(schema: z.ZodType<T>, run: (rehearsal: Rehearsal, input: T) => Promise<unknown>): Act {
  return (rehearsal, body) => run(rehearsal, schema.parse(body));
}

const ACTS = new Map<string, Act>([
  ["type", act(z.object(typed), (rehearsal, input) => rehearsal.type(input))],
  [
    "autocomplete",
    act(z.object({ ...typed, focused: z.string(), value: z.string().max(6000) }), (rehearsal, input) =>
      rehearsal.autocomplete(input),
    ),
  ],
  ["press", act(z.object(target), (rehearsal, input) => rehearsal.press(input))],
  ["select", act(z.object({ ...target, values: z.array(z.string()) }), (rehearsal, input) => rehearsal.select(input))],
  [
    "submit",
    act(
      z.object({
        readerId: id,
        interactionId: id,
        values: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.array(file)])),
      }),
      (rehearsal, input) => rehearsal.submit(input),
    ),
  ],
  [
    "apps",
    act(
      z.union([
        z.object({ readerId: id, messageId: id, name: z.string() }),
        z.object({ readerId: id, channelId: id, userId: id, name: z.string() }),
      ]),
      (rehearsal, input) => ("messageId" in input ? rehearsal.useOnMessage(input) : rehearsal.useOnUser(input)),
    ),
  ],
  [
    "world",
    act(worldChange, async (rehearsal, order) => {
      rehearsal.change(order);
      return {};
    }),
  ],
  [
    "say",
    act(z.object({ readerId: id, channelId: id, content: z.string() }), async (rehearsal, said) =>
      rehearsal.say(said.readerId, said.channelId, said.content),
    ),
  ],
  ["fault", act(fault, async (rehearsal, order) => rehearsal.orderFault(order))],
  [
    "fault-off",
    act(z.object({ id: z.string().max(20) }), async (rehearsal, order) => {
      if (!rehearsal.cancelFault(order.id)) throw new Refused("There is no such fault any more.");
      return {};
    }),
  ],
  [
    "scenario",
    act(z.object({ action: z.enum(["next", "all"]) }), async ({ scenario }, { action }) => {
      if (!scenario) throw new Refused("No scenario is being played: npm run rehearsal -- --scenario NAME.");
      scenario.begin(action);
      return scenario.view();
    }),
  ],
  [
    "clock",
    act(clock, async ({ clock: world }, order) => {
      if (order.action === "rate") world.setRate(order.rate);
      else if (order.by !== undefined) await world[order.action]({ by: order.by });
      else await world[order.action]({ to: near(world.now(), order.to ?? "") });
      return { now: world.now(), rate: world.rate };
    }),
  ],
]);

/** A wrong year would be played minute by minute for months. */
function near(now: number, to: string): string {
  if (Date.parse(to) - now > FARTHEST * 60_000) throw new Refused("That is more than sixty days away.");
  return to;
}

export async function servePageApi(
  request: IncomingMessage,
  response: ServerResponse,
  rehearsal: Rehearsal,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice("/rehearsal/".length);
  const posted = request.method === "POST" ? ACTS.get(name) : undefined;
  try {
    if (posted) return sendJson(response, 200, await posted(rehearsal, await readJson(request)));
    if (request.method === "GET" && name === "state") return sendJson(response, 200, rehearsal.state());
    if (request.method === "GET" && name === "commands") {
      const channel = url.searchParams.get("channel") ?? undefined;
      return sendJson(response, 200, rehearsal.commands(url.searchParams.get("reader") ?? "", channel));
    }
    sendJson(response, 404, { error: "There is nothing at this address." });
  } catch (fault) {
    sendJson(response, 400, { error: sentence(fault) });
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request, MOST);
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Refused("The body is not JSON.");
  }
}

/** What went wrong in words; a fault of the rehearsal itself is thrown on. */
function sentence(fault: unknown): string {
  if (fault instanceof Refused || fault instanceof DiscordRefusal) return fault.message;
  if (!(fault instanceof z.ZodError)) throw fault;
  return fault.issues.map((issue) => `${issue.path.join(".") || "The body"}: ${issue.message}`).join("; ");
}
