// /alerts why, and "Why?" under Apps on a message: what became of a notice in the channel asked in, and why. Reads only; it tells of no other server, and of
// another channel no more than that a notice was not meant for this one.
import { type Answer, answer, type Choice, type Context, Refusal, type Target } from "../../src/command.ts";
import { type Delivery, rowKey } from "../../src/domain/delivery.ts";
import { mark as markOf } from "../../src/domain/id.ts";
import { readMark } from "../../src/domain/mark.ts";
import { texts } from "../../src/text/index.ts";
import { escape } from "../../src/views/escape.ts";
import { pageOf } from "../../src/views/paging.ts";
import { plannedLines } from "../../src/views/settings/status.ts";
import { whyOne } from "../../src/views/settings/why.ts";
import { whyList } from "../../src/views/settings/why-list.ts";
import { whyNot } from "../../src/views/settings/why-not.ts";
import { type Out, outList, outOne, outValue, settled } from "../../src/views/settings/why-unposted.ts";
import { choiceWords, cut, type WhyScene } from "../../src/views/settings/why-words.ts";
import { type Unposted, unposted } from "../../src/domain/announced.ts";
import { topicOf } from "../../src/domain/topic.ts";
import { asDirect } from "./aimed.ts";
import { directs, isDirect } from "./directs.ts";

const LAST = 10;
/** As many as Discord shows. */
const SUGGESTED = 25;
const TYPED = 60;
/** A row's key, or what a menu of ours can have carried. */
const KEY = /^[\w-]{1,100}$/;
const OUT = /^out-(strike|org|curfew)-[0-9a-f]{64}$/;

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
  const [s, out] = [sceneFor(context), await outOf(context)];
  return answer(
    whyList(
      {
        channelId,
        out,
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
  if (row === undefined || topic === undefined) {
    // Seen in another server, or copied from there.
    const out = await outOf(context);
    const missed = out.all.find((one) => markOf(one.alert) === mark);
    if (missed !== undefined) return outShown(missed, out, context);
    throw new Refusal(t.unknownMark(mark));
  }
  const { channelId } = context;
  const ever = accounts.ever(channelId)?.subscriptions ?? [];
  return answer(whyNot({ channelId, row, topic, ever }, sceneFor(context)));
}

/** What was recorded lately and got no notice in the channel asked in. */
async function outOf(context: Context): Promise<Out> {
  const { channelId, known, versions, now } = context;
  const accounts = accountsFor(context);
  const ever = accounts.ever(channelId)?.subscriptions ?? [];
  const order = (noun: string, subject: string) => versions(noun, subject).map(({ id }) => id);
  const told = (noun: "strike" | "org", subject: string) => accounts.told(channelId, noun, subject);
  const all = unposted(await context.announced(), { ever, told }, { areas: known.areas, order, now });
  return settled({ channelId, all, ever }, sceneFor(context));
}

export async function outTurned([to]: readonly string[], context: Context): Promise<Answer> {
  const page = pageOf(to);
  if (page === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return answer(outList({ ...(await outOf(context)), page }, sceneFor(context)), "update");
}

function outShown(one: Unposted, out: Out, context: Context): Answer {
  const { home, nameOf, versions } = context;
  const facts = versions(one.noun, one.subject).filter(({ id }) => id === one.fact);
  return answer(outOne(one, out, facts, { nameOf: home ? nameOf : () => undefined }, sceneFor(context)));
}

async function outPicked(key: string, context: Context): Promise<Answer> {
  const out = await outOf(context);
  const one = out.all.find((other) => outValue(other) === key);
  // Older than the list reaches by now, or posted since.
  if (one === undefined) throw new Refusal(texts(context.language).why.out.gone);
  return outShown(one, out, context);
}

export async function whyPicked([key = ""]: readonly string[], context: Context): Promise<Answer> {
  if (OUT.test(key)) return outPicked(key, context);
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
