// The card: what a channel would be told, what Discord allows there, what it would have brought, and what can be done about it. It must never read as saved.
import type { CaredBy } from "../../domain/duty.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Language } from "../../domain/text.ts";
import type { Ground } from "../../domain/ground.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { escape } from "../escape.ts";
import { breakLine, fieldOf } from "../fit.ts";
import type { Button, Field, Message } from "../message.ts";
import { careWords, extraLines, kindLines, type LineScene, placesLine, whereName } from "./lines.ts";

export interface CardView extends LineScene {
  draft: Draft;
  /** As it travels in the buttons. */
  packed: string;
  ground: Ground;
  /** Of the channel's other sets of alerts. */
  others: number;
  /** What the last days would have brought, and what comes next. */
  would: readonly string[];
  changed: boolean;
  /** Who looks after it by now. */
  cared: CaredBy;
  /** Said first: what happened to what was pressed. */
  first?: string;
  things: readonly string[];
}

/** Without these no alert can be posted with its sources, nor looked for after a fault. */
const TO_POST = new Set([
  "ViewChannel",
  "SendMessages",
  "SendMessagesInThreads",
  "EmbedLinks",
  "ReadMessageHistory",
  "ManageThreads",
]);

/** What is lacking, and forbids saving. In a channel posts need no leave for threads. */
export function lacksToPost({ kind, lacks }: Ground): readonly string[] {
  return lacks.filter((one) => TO_POST.has(one) && (kind === "thread" || one !== "SendMessagesInThreads"));
}

export function cardView(view: CardView): Message {
  const { draft, packed, language, ground, others, would } = view;
  const t = texts(language).settings;
  const where = whereName({ kind: draft.kind, id: draft.channelId }, language);
  const head = view.changed ? t.head.changed : draft.of === undefined ? t.head.new : t.head.edit;
  const lines = [
    ...kindLines(draft.settings, view),
    placesLine(draft.settings, view),
    ...extraLines(draft, view),
    // Else the line above has named them.
    ...(view.cared.person === draft.settings.owner
      ? []
      : [begun(careWords(draft.settings, view.cared, { ...view, zone: draft.channel.zone }))]),
  ];
  const content = [
    ...(view.first === undefined ? [] : [view.first]),
    head(where),
    ...lines.map((line) => `• ${line}`),
    ...(others === 0 ? [] : [t.others(others)]),
  ].join("\n");
  // Of many places and people the lines go on in the embed: nothing of a card is cut.
  const [first = "", ...rest] = content.length > LONGEST ? breakLine(content, LONGEST) : [content];
  const fields: Field[] = [
    ...rest.flatMap((text) => fieldOf("…", [text])),
    ...(would.length === 0 ? [] : fieldOf(t.would, would)),
    ...fieldOf(t.may, groundLines(draft, ground, language)),
  ];
  const missing = lacksToPost(ground).length > 0;
  const lacksMore = extrasOf(draft, ground).some(({ permission }) => ground.lacks.includes(permission));
  return {
    content: first,
    embed: { tone: missing ? "trouble" : "info", fields },
    rows: [
      {
        menu: {
          action: { name: "alerts.thing", args: [packed] },
          placeholder: t.change,
          options: view.things.map((thing) => ({ value: thing, ...thingWords(thing, language) })),
        },
      },
      { buttons: cardButtons(view, missing, missing || lacksMore) },
    ],
  };
}

const begun = (words: string) => sentence(words.charAt(0).toUpperCase() + words.slice(1));

/** Discord's own limit is 2,000. */
const LONGEST = 1900;

function cardButtons({ packed, draft, language }: CardView, missing: boolean, mayAsk: boolean): Button[] {
  const t = texts(language).settings;
  const button = (label: string, name: string, args: readonly string[] = [packed]): Button => ({
    label,
    press: { action: { name, args } },
    style: "secondary",
  });
  return [
    { ...button(t.save, "alerts.save"), style: "primary", ...(missing ? { disabled: true } : {}) },
    ...(mayAsk ? [button(t.again, "alerts.card")] : []),
    ...(draft.of === undefined ? [] : [button(t.another, "alerts.another", [draft.channelId])]),
    button(t.cancel, "alerts.cancel", []),
  ];
}

function thingWords(thing: string, language: Language): { label: string; description: string } {
  const all: Readonly<Record<string, { label: string; says: string }>> = texts(language).settings.thing;
  const { label = thing, says = thing } = all[thing] ?? {};
  return { label, description: says };
}

/** One by one: what is allowed, what is missing, what for, and how to allow it. */
function groundLines(draft: Draft, ground: Ground, language: Language): string[] {
  const t = texts(language).settings;
  if (draft.kind === "dm") return [t.dmOpen];
  const lacking = lacksToPost(ground);
  const extras = extrasOf(draft, ground);
  const wanted = [...toPost(ground), ...extras.map(({ permission }) => permission)];
  const missing = extras.filter(({ permission }) => ground.lacks.includes(permission));
  const have = wanted.filter((one) => !ground.lacks.includes(one));
  const name = (one: string) => escape(permissionName(one, language));
  return [
    ...(have.length === 0 ? [] : [t.have([...new Set(have)].map(name).join(", "))]),
    ...lacking.map((one) => t.lack(name(one), t.toPost)),
    ...missing.map(({ permission, why }) => t.lack(name(permission), t.for[why])),
    ...(lacking.length + missing.length === 0 ? [t.allThere] : []),
    ...(lacking.length > 0 || missing.some(({ why }) => why !== "events") ? [t.grant.channel] : []),
    ...(missing.some(({ why }) => why === "events") ? [t.grant.server] : []),
    ...(missing.some(({ why }) => why === "role") ? [t.grant.role] : []),
  ];
}

function toPost({ kind }: Ground): string[] {
  return [
    "ViewChannel",
    kind === "thread" ? "SendMessagesInThreads" : "SendMessages",
    "EmbedLinks",
    "ReadMessageHistory",
  ];
}

/** What the choices need on top, and for which of them. */
function extrasOf({ settings, channel }: Draft, { mentionable }: Ground) {
  const role = settings.role !== undefined && !mentionable.includes(settings.role);
  return [
    ...(role ? [{ permission: "MentionEveryone", why: "role" } as const] : []),
    ...(settings.thread === true
      ? [
          { permission: "CreatePublicThreads", why: "thread" } as const,
          { permission: "SendMessagesInThreads", why: "thread" } as const,
        ]
      : []),
    ...(channel.board === undefined ? [] : [{ permission: "PinMessages", why: "board" } as const]),
    ...(settings.events === true ? [{ permission: "CreateEvents", why: "events" } as const] : []),
  ];
}

export function permissionName(one: string, language: Language): string {
  const { alerts, settings } = texts(language);
  const names: Readonly<Record<string, string>> = { ...alerts.permission, ...settings.permission };
  return names[one] ?? one;
}
