// /alerts typed, pressed or picked in a direct message: there it means the alerts that come to this very message, as a member of the server they belong to. It gives
// nobody a right, and tells of no channel of a server.
import {
  answer,
  type Answer,
  type Choice,
  type Context,
  type Filled,
  type Handled,
  Refusal,
} from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { serversView } from "../../src/views/settings/which.ts";
import type { Aimed } from "./aimed.ts";
import { jsonOf, TypedText } from "./card.ts";
import { drill } from "./drill.ts";
import { directs } from "./directs.ts";
import { edit } from "./edit.ts";
import { pause, resume } from "./pause.ts";
import { remove } from "./remove.ts";
import { status } from "./status.ts";
import { subscribe } from "./subscribe.ts";
import { why } from "./why.ts";

type Values = Readonly<Record<string, string>>;
type Run = (typed: Values, context: Context) => Promise<Answer>;

/** What means something there, and how it goes on once the server is known. */
const MEANT = {
  subscribe: (typed, context) => subscribe({ ...NOTHING, ...typed, me: ME }, context),
  edit: ({ set }, context) => edit({ channel: undefined, me: ME, set }, context),
  remove: ({ set }, context) => remove({ channel: undefined, me: ME, set }, context),
  pause: ({ until }, context) => pause(here(context), until, context),
  resume: (_, context) => resume(here(context), context),
  test: (_, context) => drill(here(context), context),
  why: ({ mark }, context) => why(mark, context),
  status: (_, context) => status(1, context),
} as const satisfies Record<string, Run>;

const here = ({ channelId }: Context): Aimed => ({ channelId, kind: "dm" });

const ME = "yes";
const NOTHING = {
  channel: undefined,
  preset: undefined,
  place: undefined,
  "before-start": undefined,
  "before-end": undefined,
};

/** In a server as it was typed there. In a direct message for the alerts that come to it; of several servers, it is asked of which. */
export function orDirect<T extends object>(
  name: keyof typeof MEANT,
  run: (typed: T, context: Context) => Handled,
): (typed: T, context: Context) => Handled {
  return (typed, context) => {
    if (context.guildId !== undefined) return run(typed, context);
    const { language, known: record, now } = context;
    const t = texts(language).settings.direct;
    const values = TypedText.parse(JSON.parse(JSON.stringify(typed)));
    if (values["channel"] !== undefined) throw new Refusal(t.channel);
    const [only, ...more] = directs(context);
    if (only === undefined) throw new Refusal(t.none);
    // A set that was picked tells the server by itself.
    const holding = [only, ...more].find((one) => one.subscriptions.some(({ id }) => id === values["set"]));
    const sure = more.length === 0 ? only : holding;
    if (sure !== undefined) return MEANT[name](values, context.within(sure.destination.guildId));
    const carried = [name, JSON.stringify(values)];
    const { serverName } = context;
    return answer(serversView({ listed: [only, ...more], carried, serverName, record, now, language }));
  };
}

/** What was typed, in the server that was picked. */
export function serverPicked(
  [name = "", typed]: readonly string[],
  [guildId]: readonly string[],
  context: Context,
): Promise<Answer> {
  const own = directs(context).find(({ destination }) => destination.guildId === guildId);
  const values = TypedText.safeParse(jsonOf(typed)).data;
  if (own === undefined || values === undefined || !isMeant(name))
    throw new Refusal(texts(context.language).common.brokenButton);
  return MEANT[name](values, context.within(own.destination.guildId));
}

const isMeant = (name: string): name is keyof typeof MEANT => Object.hasOwn(MEANT, name);

/** Of a button, a menu or a form of ours in a direct message: in the server that it carries, whose set was picked, or whose alerts come there. */
export const pressed =
  <Done>(run: (args: readonly string[], context: Context) => Done) =>
  (args: readonly string[], context: Context): Done =>
    run(args, serving(args, [], context));

export const picked =
  <Done>(run: (args: readonly string[], picked: readonly string[], context: Context) => Done) =>
  (args: readonly string[], own: readonly string[], context: Context): Done =>
    run(args, own, serving(args, own, context));

export const sent =
  <Done>(run: (args: readonly string[], filled: Filled, context: Context) => Done) =>
  (args: readonly string[], filled: Filled, context: Context): Done =>
    run(args, filled, serving(args, [], context));

export const suggested =
  (run: (typed: string, context: Context) => readonly Choice[]) =>
  (typed: string, context: Context): readonly Choice[] => {
    const own = directs(context);
    if (context.guildId !== undefined || own.length === 0) return run(typed, context);
    return own.flatMap(({ destination: { guildId } }) => {
      const server = own.length === 1 ? undefined : context.serverName(guildId);
      const found = run(typed, context.within(guildId));
      return server === undefined ? found : found.map(({ name, value }) => ({ name: `${server} · ${name}`, value }));
    });
  };

const CARRIED = /"guildId":"(\d{17,20})"/;

/** What a card carries counts also after its alerts have ended: Undo brings them back. Each handler asks for leave by itself. */
function serving(args: readonly string[], own: readonly string[], context: Context): Context {
  if (context.guildId !== undefined) return context;
  const carried = args.map((one) => CARRIED.exec(one)?.[1]).find((one) => one !== undefined);
  if (carried !== undefined) return context.within(carried);
  const here = directs(context);
  const named = here.find(({ destination }) => args.includes(destination.guildId));
  const holding = here.find(({ subscriptions }) => subscriptions.some(({ id }) => own.includes(id)));
  const found = named ?? holding ?? here[0];
  if (found === undefined) throw new Refusal(texts(context.language).settings.direct.none);
  return context.within(found.destination.guildId);
}
