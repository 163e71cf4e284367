// /alerts why, and "Why?" under Apps on a message: what became of a notice in the channel asked in, and why. Reads only; it tells of no other server, and of
// another channel no more than that a notice was not meant for this one.
import { type Answer, answer, type Choice, type Context, Refusal, type Target } from "../../src/command.ts";
import { type Delivery, rowKey } from "../../src/domain/delivery.ts";
import { readMark } from "../../src/domain/mark.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import { plannedLines } from "../../src/views/settings/status.ts";
import { whyOne } from "../../src/views/settings/why.ts";
import { cut, whyList } from "../../src/views/settings/why-list.ts";
import { whyNot } from "../../src/views/settings/why-not.ts";
import { choiceWords, type WhyScene } from "../../src/views/settings/why-words.ts";
import { topicOf } from "../../src/domain/topic.ts";
import { asDirect } from "./aimed.ts";
import { directs, isDirect } from "./directs.ts";

const LAST = 10;
/** As many as Discord shows. */
const SUGGESTED = 25;
const TYPED = 60;
/** A row's key, or what a menu of ours can have carried. */
const KEY = /^[\w-]{1,100}$/;

export async function why(typed: string | undefined, context: Context): Promise<Answer> {
  if (typed === undefined || typed.trim() === "") return lastTen(context);
  const read = readMark(typed);
  if (read === undefined) throw new Refusal(texts(context.language).why.notMark(escape(typed.slice(0, TYPED))));
  return marked(read, context);
}

async function lastTen(context: Context): Promise<Answer> {
  const accounts = accountsFor(context);
  const { channelId } = context;
  const rows = await Promise.all(
    accounts.recent(channelId, LAST).map(async ({ key }) => ({ key, delivery: await accounts.read(key) })),
  );
  const s = sceneFor(context);
  return answer(
    whyList(
      {
        channelId,
        rows: rows.flatMap(({ key, delivery }) => (delivery === undefined ? [] : [{ key, delivery }])),
        remarks: plannedLines(accounts.planned(), s),
      },
      s,
    ),
  );
}

/** In this channel, where it stands here; else why it does not. */
async function marked({ mark, part }: { mark: string; part: number }, context: Context): Promise<Answer> {
  const accounts = accountsFor(context);
  const t = texts(context.language).why;
  const all = accounts.marked(mark);
  const [here] = all.filter(({ channelId }) => channelId === context.channelId);
  const own = here === undefined ? undefined : await accounts.read(here.key);
  if (own !== undefined) return one(own, part, context);
  const [elsewhere] = all.filter((row) => topicOf(row.kind) !== undefined);
  const row = elsewhere === undefined ? undefined : await accounts.read(elsewhere.key);
  const topic = row === undefined ? undefined : topicOf(row.alert.kind);
  if (row === undefined || topic === undefined) throw new Refusal(t.unknownMark(mark));
  const { channelId } = context;
  const ever = accounts.ever(channelId)?.subscriptions ?? [];
  return answer(whyNot({ channelId, row, topic, ever }, sceneFor(context)));
}

export async function whyPicked([key = ""]: readonly string[], context: Context): Promise<Answer> {
  const row = KEY.test(key) ? await accountsFor(context).read(key) : undefined;
  // A list stays where it was shown, or was of one's own: a row of another channel can only come from a forged press.
  if (row?.channelId === context.channelId) return one(row, 1, context);
  if (row === undefined || row.channelId !== (await ownDirect(context)))
    throw new Refusal(texts(context.language).common.brokenButton);
  return one(row, 1, await asDirect("yes", context));
}

/** Of what comes to somebody else's direct messages nothing is told, nor is Discord asked. */
const ownDirect = async (context: Context) =>
  context.guildId === undefined || isDirect(context) ? undefined : context.direct();

/** On a message: whatever it is, it gets a sentence. */
export async function whyThis(target: Target, asked: Context): Promise<Answer> {
  const context = await showing(target, asked);
  const accounts = accountsFor(context);
  const t = texts(context.language).why;
  const row = target.own ? await accounts.showing(target.id) : undefined;
  if (row !== undefined && row.channelId === target.channelId)
    return one(row, row.parts.find(({ messageId }) => messageId === target.id)?.part ?? 1, context);
  // Copied or forwarded, a notice still has its mark.
  const copied = target.own ? undefined : markIn(target);
  if (copied !== undefined && accounts.marked(copied.mark).length > 0) return marked(copied, context);
  throw new Refusal(target.own ? t.noAlert : t.notOurs);
}

/** In a direct message: in that server whose notice it is. */
async function showing(target: Target, context: Context): Promise<Context> {
  const here = directs(context).map(({ destination }) => context.within(destination.guildId));
  const found = await Promise.all(here.map(async ({ accounts }) => accounts?.showing(target.id)));
  return here.find((_, i) => found[i] !== undefined) ?? here[0] ?? context;
}

/** At the foot of what people copy. */
const MARK = /#([0-9A-Z]{4}-[0-9A-Z]{4}(?:\.\d{1,2})?)(?![0-9A-Z-])/;

function markIn({ content, embeds }: Target) {
  const found = MARK.exec([content, ...embeds.map(({ text }) => text)].join("\n"));
  return found?.[1] === undefined ? undefined : readMark(found[1]);
}

async function one(row: Delivery, part: number, context: Context): Promise<Answer> {
  const accounts = accountsFor(context);
  const { home, nameOf, seen, user } = context;
  const mayKnow = user.manageChannels || user.manageGuild || seen.isCarer(row, user.id);
  const pressed = mayKnow ? seen.of(row, rowKey(row)) : undefined;
  const [edits, ever] = [await accounts.edits(row), accounts.ever(row.channelId)];
  return answer(
    whyOne({ row, part, edits, ever, pressed, nameOf: home ? nameOf : () => undefined }, sceneFor(context)),
  );
}

/** The channel's own, newest first: by mark, or by what it was. */
export function whySuggested(typed: string, context: Context): readonly Choice[] {
  const { accounts, channelId } = context;
  if (accounts === undefined) return [];
  const s = sceneFor(context);
  const wanted = typed
    .replaceAll(/[#\s-]/g, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const words = typed.trim().toLowerCase();
  const all = accounts.recent(channelId, 200).map((row) => ({ row, name: choiceWords(row, s) }));
  const fits = all.filter(
    ({ row, name }) => row.mark.replace("-", "").startsWith(wanted) || name.toLowerCase().includes(words),
  );
  return fits.slice(0, SUGGESTED).map(({ row, name }) => ({ name: cut(name), value: row.mark }));
}

function accountsFor({ accounts, language }: Context): NonNullable<Context["accounts"]> {
  if (accounts === undefined) throw new Refusal(texts(language).why.onlyServer);
  return accounts;
}

export function sceneFor(context: Context): WhyScene {
  const { known: record, language, now, defaultArea: home, versions, channelId } = context;
  return { record, language, now, home, versions, ...(isDirect(context) ? { direct: channelId } : {}) };
}
