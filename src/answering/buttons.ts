// The buttons below a command's answers: Share, Copy, the other language, and what else is told of the same. Must never post in somebody's name what they may not write there, or have not read.
import { answer, type Answer, type Answering, type Command, type Context, Refusal } from "../command.ts";
import type { Shared } from "../domain/share.ts";
import { texts } from "../text/index.ts";
import { channelName } from "../views/settings/subscribed.ts";
import { pages } from "../views/bare.ts";
import { type Asked, digestOf, parseAsked } from "./asked.ts";
import { inOtherLanguage } from "./other-language.ts";
import { present } from "./present.ts";

type Answers = Command & { answers: Answering };
type Buttons = NonNullable<Command["buttons"]>;

export function withAnswerButtons(command: Answers): Command {
  const buttons: Buttons = {
    [`${command.name}.share`]: (args, context) => share(command, args, context),
    [`${command.name}.copy`]: (args, context) => copy(command, args, context),
    [`${command.name}.language`]: (args, context) => inOtherLanguage(command, args, context),
    ...(command.answers.ways === undefined
      ? {}
      : { [`${command.name}.ask`]: (args: readonly string[], context: Context) => askedAgain(command, args, context) }),
  };
  return { ...command, buttons: { ...command.buttons, ...buttons } };
}

function asked({ answers }: Answers, args: readonly string[], { language }: Context): Asked {
  const read = parseAsked(args, answers);
  if (read === undefined) throw new Refusal(texts(language).common.brokenButton);
  return read;
}

/** Another question about the same, for whoever presses: beside the answer, never in its place. */
function askedAgain(command: Answers, args: readonly string[], context: Context): Answer {
  const question = command.answers.parse(args);
  if (question === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return present(command, question, context);
}

/** In the language of the answer that it stands under. */
function copy(command: Answers, args: readonly string[], context: Context): Answer {
  const { question, language } = asked(command, args, context);
  const lines = command.answers.lines(question, { ...context, language });
  if (lines === undefined) throw new Refusal(command.answers.gone(context.language));
  return answer(pages(lines).map((content) => ({ content, noPreviews: true })));
}

async function share(command: Answers, args: readonly string[], context: Context): Promise<Answer> {
  const t = texts(context.language).share;
  const { guildId, channelId, messageId } = context;
  const { question, language, digest, answeredAt } = asked(command, args, context);
  if (guildId === undefined || messageId === undefined) throw new Refusal(t.onlyServer);
  const permission = texts(context.language).alerts.permission;
  if (!context.user.sendMessages)
    throw new Refusal(
      t.mayNot(channelName(channelId), permission[context.inThread ? "SendMessagesInThreads" : "SendMessages"]),
    );
  const messages = command.answers.messages(question, { ...context, language });
  if (messages === undefined) throw new Refusal(command.answers.gone(context.language));
  if (digestOf(messages) !== digest) {
    const fresh = present(command, question, { ...context, language });
    return answer([{ content: t.changed }, ...fresh.messages]);
  }
  await mayPost(context);
  const { id, name } = context.user;
  const wanted = { question, language, answeredAt, messageId, digest, guildId, channelId, sharer: { id, name } };
  return answer({ content: said(await context.share(wanted), context) });
}

/** Asked of Discord before anything is written: what is missing is named. */
async function mayPost({ channelId, missingPermissions, language }: Context): Promise<void> {
  const { share: t, alerts } = texts(language);
  const missing = await missingPermissions(channelId);
  if (missing === "no such channel") throw new Refusal(t.cannotSee(channelName(channelId)));
  if (missing.length === 0) return;
  const names = new Map(Object.entries(alerts.permission));
  throw new Refusal(t.missing(channelName(channelId), missing.map((one) => names.get(one) ?? one).join(", ")));
}

function said(shared: Shared, { channelId, language }: Context): string {
  const t = texts(language).share;
  if (shared.is !== "no") return t[shared.is](channelName(channelId));
  const reasons = new Map(Object.entries(t.why));
  return t.notPosted(channelName(channelId), reasons.get(shared.why) ?? t.why.other);
}
