// /alerts subscribe: a channel, or oneself, and one of three presets; then the card. Nothing is stored before Save.
import { z } from "zod";
import { answer, type Answer, type Choice, type Context, Refusal } from "../../src/command.ts";
import { type Draft, channelSettings, draftOf } from "../../src/domain/draft.ts";
import { preset as brings, PresetName } from "../../src/domain/preset.ts";
import { Destination } from "../../src/domain/subscription.ts";
import { fine } from "../../src/domain/topic.ts";
import { AreaId } from "../../src/domain/area.ts";
import type { Language } from "../../src/domain/text.ts";
import { texts } from "../../src/text/index.ts";
import { presetsView } from "../../src/views/settings/presets.ts";
import { whereName } from "../../src/views/settings/lines.ts";
import { type Aim, aimed, oneOf } from "./aimed.ts";
import { inServer, isMine, mayChange } from "./allowed.ts";
import { card, Id, jsonOf, subscribedTo } from "./card.ts";
import { minutesOf } from "./things/leads.ts";
import { readPlaces } from "./things/places.ts";
import { together } from "../../src/together.ts";

export interface Typed extends Aim {
  preset: string | undefined;
  place: string | undefined;
  "before-start": string | undefined;
  "before-end": string | undefined;
}

/** What was typed, until a preset is picked. Undefined where nothing was typed: then it stays as it is. */
const Seed = z.strictObject({
  guildId: Id,
  channelId: Id,
  kind: Destination.shape.kind,
  areas: z.tuple([AreaId], AreaId),
  leads: z.array(z.int().positive()).optional(),
  endLeads: z.array(z.int().positive()).optional(),
});
type Seed = z.infer<typeof Seed>;

export async function subscribe(typed: Typed, context: Context): Promise<Answer> {
  const guildId = inServer(context);
  const before = (text: string | undefined) => (text === undefined ? undefined : [...minutesOf(text, context)]);
  const { areas, leads, endLeads } = together({
    whose: () => oneOf(typed, context),
    areas: () => (typed.place === undefined ? undefined : readPlaces(typed.place, context)),
    leads: () => before(typed["before-start"]),
    endLeads: () => before(typed["before-end"]),
  });
  const { channelId, kind } = await target(typed, context);
  const seed: Seed = {
    guildId,
    channelId,
    kind,
    areas: areas ?? [context.defaultArea],
    ...(leads === undefined ? {} : { leads }),
    ...(endLeads === undefined ? {} : { endLeads }),
  };
  const name = PresetName.safeParse(typed.preset).data;
  return name === undefined ? presets(seed, context, "asker") : card(draftFor(name, seed, context), context);
}

/** The channel named, this one, or the direct messages with who asks. Asked for leave. */
async function target(typed: Aim, context: Context): Promise<{ channelId: string; kind: Destination["kind"] }> {
  const { language } = context;
  const t = texts(language);
  const { channelId, kind } = await aimed(typed, context);
  if (kind === "dm") return { channelId, kind };
  const mine = subscribedTo(channelId, context)?.subscriptions.some(isMine(context)) === true;
  const ground = await mayChange({ channelId, kind: "channel", mine }, context);
  if (ground === "no such channel")
    throw new Refusal(t.alerts.noChannel(whereName({ kind: "channel", id: channelId }, language)));
  return { channelId, kind: ground.kind };
}

function presets(seed: Seed, { language }: Context, to: Answer["to"]): Answer {
  return answer(presetsView({ ...seed, seed: JSON.stringify(seed), language }), to);
}

export function presetPicked([name, text]: readonly string[], context: Context): Promise<Answer> {
  const seed = Seed.safeParse(jsonOf(text)).data;
  const named = PresetName.safeParse(name).data;
  if (seed === undefined || named === undefined || seed.guildId !== inServer(context))
    throw new Refusal(texts(context.language).common.brokenButton);
  return card(draftFor(named, seed, context), context, { to: "update" });
}

/** "Add another set", below what a channel has. */
export async function another([channel]: readonly string[], context: Context): Promise<Answer> {
  const listed = subscribedTo(channel ?? "", context);
  if (listed === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  const { id: channelId, kind, guildId } = listed.destination;
  await mayChange({ channelId, kind, mine: listed.subscriptions.every(isMine(context)) }, context);
  return presets({ guildId, channelId, kind, areas: [context.defaultArea] }, context, "update");
}

/** Where the channel has the same kinds and places already, it is those that are changed. */
function draftFor(
  name: PresetName,
  { guildId, channelId, kind, areas, leads, endLeads }: Seed,
  context: Context,
): Draft {
  const own = brings(name, areas);
  const before = { ...(leads === undefined ? {} : { leads }), ...(endLeads === undefined ? {} : { endLeads }) };
  const channel = subscribedTo(channelId, context);
  const same = channel?.subscriptions.find(
    (one) =>
      fine(one.topics).join() === fine(own.topics).join() && [...one.areas].sort().join() === [...areas].sort().join(),
  );
  if (channel !== undefined && same !== undefined) {
    const draft = draftOf(channel.destination, same);
    return { ...draft, settings: { ...draft.settings, ...before } };
  }
  return {
    v: 1,
    guildId,
    channelId,
    kind,
    channel:
      channel === undefined
        ? { language: context.language, zone: context.known.areas.zone(areas[0]) }
        : channelSettings(channel.destination),
    settings: { ...own, ...before, owner: context.user.id },
  };
}

export const presetChoices = (language: Language): readonly Choice[] =>
  PresetName.options.map((value) => ({ value, name: texts(language).settings.preset[value].label }));

export const meChoices = (language: Language): readonly Choice[] => [
  { value: "yes", name: texts(language).settings.me.yes },
];
