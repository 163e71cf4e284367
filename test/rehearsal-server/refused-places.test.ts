// What Discord refuses by place and leave rather than by form: channels, threads, events, permissions, commands. Each with the status and the code of
// the documentation (opcodes and status codes) or the fault's place and its code. Must never pass because of another fault in the same call.
import { DiscordAPIError, Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { P } from "../../rehearsal/world/permissions.ts";
import { emptyRehearsal, restOf } from "./bot.ts";

let rehearsal: Rehearsal;
let rest: REST;
beforeEach(async () => {
  rehearsal = await emptyRehearsal({ rates: "roomy" });
  rest = restOf(rehearsal);
});
afterEach(() => rehearsal.close());

const NOBODY = "1482951167364300800";
const channel = (name: string) => rehearsal.channel(name).id;
const luis = () => rehearsal.reader("Luis").id;
const event = (more: object = {}) => ({
  name: "n",
  privacy_level: 2,
  entity_type: 3,
  scheduled_start_time: "2026-03-15T23:00:00-05:00",
  scheduled_end_time: "2026-03-15T23:10:00-05:00",
  entity_metadata: { location: "l" },
  ...more,
});
const events = (body: object) => rest.post(Routes.guildScheduledEvents(rehearsal.guildId), { body });
const post = (to: string, body: object = { content: "a" }) => rest.post(Routes.channelMessages(to), { body });
const thread = (to: string, body: object) => rest.post(Routes.threads(to), { body });
const bits = (name: string, value: bigint) => rehearsal.setBotPermissions(channel(name), value);
const READ = P.ViewChannel | P.ReadMessageHistory;

async function idOf(call: Promise<unknown>): Promise<string> {
  const { id } = Object(await call);
  return String(id);
}

/** [status, code] of a plain refusal, or "where CODE" of each fault in the form. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const fault: unknown = await call.then(
    () => "accepted",
    (refused: unknown) => refused,
  );
  if (!(fault instanceof DiscordAPIError)) return fault;
  const { code, errors } = Object(fault.rawError);
  return code === 50035 ? leaves(errors ?? {}, []) : [fault.status, code];
}

function leaves(tree: object, path: string[]): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    key === "_errors"
      ? value.map((one: { code: string }) => `${path.join(".")} ${one.code}`)
      : leaves(value, [...path, key]),
  );
}

const CASES: [string, () => Promise<unknown>, unknown][] = [
  ["a channel that is not there", () => post(NOBODY), [404, 10003]],
  ["a channel that is no id", () => post("here"), ["channel_id NUMBER_TYPE_COERCE"]],
  ["a channel the bot does not see", () => (bits("alertas", 0n), post(channel("alertas"))), [403, 50001]],
  ["a channel the bot may not write in", () => (bits("alertas", READ), post(channel("alertas"))), [403, 50013]],
  [
    "an embed without the leave for it",
    () => (bits("alertas", READ | P.SendMessages), post(channel("alertas"), { embeds: [{ title: "t" }] })),
    [403, 50013],
  ],
  [
    "an answer without the leave to read",
    async () => {
      const id = await idOf(post(channel("alertas")));
      bits("alertas", P.ViewChannel | P.SendMessages);
      return post(channel("alertas"), { content: "a", message_reference: { message_id: id } });
    },
    [400, 160002],
  ],
  ["a message in a forum itself", () => post(channel("foro")), [400, 40058]],
  ["a message that is not there", () => rest.get(Routes.channelMessage(channel("alertas"), NOBODY)), [404, 10008]],
  [
    "an edit of what somebody else wrote",
    () => {
      const { message } = rehearsal.say(luis(), channel("alertas"), "a");
      return rest.patch(Routes.channelMessage(channel("alertas"), message.id), { body: { content: "b" } });
    },
    [403, 50005],
  ],
  [
    "a direct message to who takes none",
    async () => {
      const dm = await idOf(rest.post(Routes.userChannels(), { body: { recipient_id: luis() } }));
      rehearsal.closeDms(luis());
      return post(dm);
    },
    [403, 50007],
  ],
  [
    "a crosspost outside an announcement channel",
    async () => {
      const id = await idOf(post(channel("alertas")));
      return rest.post(Routes.channelMessageCrosspost(channel("alertas"), id));
    },
    [400, 50024],
  ],
  [
    "a crosspost for the second time",
    async () => {
      const id = await idOf(post(channel("avisos")));
      await rest.post(Routes.channelMessageCrosspost(channel("avisos"), id));
      return rest.post(Routes.channelMessageCrosspost(channel("avisos"), id));
    },
    [400, 40033],
  ],
  [
    "a second thread at a message",
    async () => {
      const id = await idOf(post(channel("alertas")));
      const begin = () => rest.post(Routes.threads(channel("alertas"), id), { body: { name: "n" } });
      await begin();
      return begin();
    },
    [400, 160004],
  ],
  ["a thread without a name", () => thread(channel("alertas"), { type: 11 }), ["name BASE_TYPE_REQUIRED"]],
  [
    "a thread name over 100",
    () => thread(channel("alertas"), { type: 11, name: "x".repeat(101) }),
    ["name BASE_TYPE_BAD_LENGTH"],
  ],
  ["a forum post without a message", () => thread(channel("foro"), { name: "n" }), ["message BASE_TYPE_REQUIRED"]],
  [
    "a thread where the bot may begin none",
    () => (bits("alertas", READ | P.SendMessages), thread(channel("alertas"), { type: 11, name: "n" })),
    [403, 50013],
  ],
  [
    "an event without an end",
    () => events(event({ scheduled_end_time: null })),
    ["scheduled_end_time BASE_TYPE_REQUIRED"],
  ],
  [
    "an event without a place",
    () => events(event({ entity_metadata: {} })),
    ["entity_metadata.location BASE_TYPE_REQUIRED"],
  ],
  [
    "an event in the past",
    () => events(event({ scheduled_start_time: "2026-03-15T22:00:00-05:00" })),
    ["scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"],
  ],
  ["an event name over 100", () => events(event({ name: "x".repeat(101) })), ["name BASE_TYPE_BAD_LENGTH"]],
  [
    "an event time that is none",
    () => events(event({ scheduled_start_time: "soon" })),
    ["scheduled_start_time DATE_TIME_TYPE_PARSE"],
  ],
  ["an event that is not there", () => rest.get(Routes.guildScheduledEvent(rehearsal.guildId, NOBODY)), [404, 10070]],
  ["a server that is not there", () => rest.get(Routes.guild(NOBODY)), [404, 10004]],
  ["a member that is not there", () => rest.get(Routes.guildMember(rehearsal.guildId, NOBODY)), [404, 10013]],
  ["a user that is not there", () => rest.get(Routes.user(NOBODY)), [404, 10013]],
  ["commands of another application", () => rest.put(Routes.applicationCommands(NOBODY), { body: [] }), [403, 20012]],
  [
    "commands in a server without the bot",
    () => rest.put(Routes.applicationGuildCommands(rehearsal.applicationId, NOBODY), { body: [] }),
    [403, 50001],
  ],
  [
    "a follow-up to nothing",
    () => rest.post(Routes.webhook(rehearsal.applicationId, "token"), { body: { content: "a" }, auth: false }),
    [404, 10015],
  ],
  [
    "an answer to nothing",
    () => rest.post(Routes.interactionCallback(NOBODY, "token"), { body: { type: 5 }, auth: false }),
    [404, 10062],
  ],
];

describe("Discord's refusal of", () => {
  it.each(CASES)("%s", async (_name, call, expected) => {
    expect(await refusal(call())).toEqual(expected);
  });
});
