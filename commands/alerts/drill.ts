// /alerts test: a drill in a channel, for who may change its alerts. It tells who asked whether it arrived; it never tries a channel of another server.
import { type Answer, answer, type Context, Refusal } from "../../src/command.ts";
import type { Subscribed } from "../../src/store/subscriptions.ts";
import type { RoleTried } from "../../src/domain/drill.ts";
import { texts } from "../../src/text/index.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { drilledView } from "../../src/views/settings/drilled.ts";
import type { Aimed } from "./aimed.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";

/** Of all that extras may need: without these nothing is posted, or found again. */
const NEEDED: ReadonlySet<string> = new Set([
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "ReadMessageHistory",
  "ManageThreads",
]);
const IN_THREAD = "SendMessagesInThreads";

export async function drill(to: Aimed, context: Context): Promise<Answer> {
  const { channelId } = to;
  const { language, user, subscriptions } = context;
  const guildId = inServer(context);
  const subscribed = subscriptions.list(guildId).find(({ destination }) => destination.id === channelId);
  const ground = await mayChange({ channelId, ...standing(subscribed, to, context) }, context);
  if (ground === "no such channel" || (ground.guildId === undefined && ground.kind !== "dm"))
    throw new Refusal(texts(language).alerts.noChannel(whereName({ kind: "channel", id: channelId }, language)));
  const wanted = [...new Set(subscribed?.subscriptions.flatMap(({ role }) => role ?? []))];
  const roles = wanted.map((role): RoleTried => ({
    role,
    works: ground.mentionable.includes(role) || !ground.lacks.includes("MentionEveryone"),
  }));
  const drilled = await context.drill({ guildId, channelId, asker: { id: user.id, name: user.name }, language, roles });
  const lacks = ground.lacks.filter((one) => NEEDED.has(one) || (one === IN_THREAD && ground.kind === "thread"));
  const inVain = roles.filter(({ works }) => !works).map(({ role }) => role);
  return answer(drilledView({ guildId, channelId, kind: ground.kind, drilled, lacks, inVain, language }));
}

/** What it is, where it is known; and whether who asks looks after it. */
function standing(known: Subscribed | undefined, { channelId, kind }: Aimed, context: Context) {
  const usual = channelId === context.channelId && context.inThread ? "thread" : kind;
  return { kind: known?.destination.kind ?? usual, mine: known?.subscriptions.some(isMine(context)) === true } as const;
}
