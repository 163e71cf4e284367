// /alerts: which channels of this server are told what. It changes subscriptions only for who may manage channels, whatever Discord let through.
import { action, answer, type Command, type Context, Refusal } from "../src/command.ts";
import { edges, groupEdges } from "../src/domain/edges.ts";
import { stateAt } from "../src/domain/state.ts";
import { DAY } from "../src/domain/time.ts";
import { texts } from "../src/text/index.ts";
import { alertsList, channelName, removedView, subscribedView, type Upcoming } from "../src/views/curfew-subscribed.ts";

const channel = { kind: "channel" } as const;

export const alerts: Command = {
  name: "alerts",
  where: "everywhere",
  needs: "manage-channels",
  subcommands: {
    subscribe: action({
      options: { channel },
      run: (typed, context) => subscribe(typed.channel ?? context.channelId, context),
    }),
    list: action({
      options: {},
      run: (_, context) =>
        answer(
          alertsList(context.subscriptions.list(allowed(context)), {
            record: context.known,
            language: context.language,
          }),
        ),
    }),
    remove: action({
      options: { channel },
      run: (typed, context) => remove(typed.channel ?? context.channelId, context),
    }),
  },
};

/** The server asked in; a refusal for who may not, and in a direct message. */
function allowed({ guildId, user, language }: Context): string {
  const t = texts(language).alerts;
  if (guildId === undefined) throw new Refusal(t.onlyServer);
  if (!user.manageChannels && !user.manageGuild) throw new Refusal(t.mayNot);
  return guildId;
}

async function subscribe(channelId: string, context: Context) {
  const { known, language, now, defaultArea: place } = context;
  const guildId = allowed(context);
  await mayPost(channelId, context);
  const { is, subscribed } = await context.subscriptions.subscribe({
    guildId,
    channelId,
    kind: "channel",
    language,
    zone: known.areas.zone(place),
    topics: ["curfews", "strikes"],
    areas: [place],
    owner: context.user.id,
  });
  const state = stateAt(known, place, now);
  return answer(
    subscribedView({
      record: known,
      place,
      channelId,
      is,
      state,
      next: upcoming(context),
      now,
      language,
      alertsIn: subscribed.destination.language,
    }),
  );
}

/** Nothing is promised to a channel that cannot be written to. */
async function mayPost(channelId: string, { missingPermissions, language }: Context): Promise<void> {
  const t = texts(language).alerts;
  const shown = channelName(channelId);
  const missing = await missingPermissions(channelId);
  if (missing === "no such channel") throw new Refusal(t.noChannel(shown));
  if (missing.length === 0) return;
  const names = new Map(Object.entries(t.permission));
  throw new Refusal(t.missing(shown, missing.map((one) => names.get(one) ?? one).join(", ")));
}

/** Near first: most next notices are of tonight. */
const SPANS = [2 * DAY, 60 * DAY] as const;

function upcoming({ known, defaultArea: place, now }: Context): Upcoming | undefined {
  for (const span of SPANS) {
    const ahead = edges(known, known.areas.country(place), { after: now, until: now + span });
    for (const { at, kind } of ahead) {
      const together = ahead.filter((edge) => edge.at === at && edge.kind === kind);
      const groups = groupEdges(together, known.areas, [place], at);
      if (groups.length > 0) return { kind, at, groups };
    }
  }
  return undefined;
}

async function remove(channelId: string, context: Context) {
  const { known, language, user, defaultArea } = context;
  const guildId = allowed(context);
  const ended = await context.subscriptions.end({ guildId, channelId, by: user.id });
  return answer(removedView(channelId, ended, { record: known, zone: known.areas.zone(defaultArea), language }));
}
