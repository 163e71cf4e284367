// /alerts forget: erases what is kept of this server, by who may manage it, after a second press; and for anybody the language that is kept for them.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { forgetAsked, forgetYours } from "../../src/views/settings/forget.ts";

export function forget({ guildId, user, forgetting, language }: Context): Answer {
  const { forget: t } = texts(language);
  if (guildId === undefined) return answer(forgetYours(texts(language).settings.direct.forget, language));
  if (!user.manageGuild) return answer(forgetYours(t.mayNot, language));
  const kept = forgetting.kept(guildId);
  if (Object.values(kept).every((count) => count === 0)) return answer(forgetYours(t.nothing, language));
  return answer(forgetAsked(kept, language));
}

export async function forgetConfirmed(_args: readonly string[], context: Context): Promise<Answer> {
  const { guildId, user, forgetting, language } = context;
  const { forget: t } = texts(language);
  // Asked anew: a press may come long after.
  if (guildId === undefined || !user.manageGuild) throw new Refusal(t.mayNot);
  await forgetting.forget(guildId);
  return answer({ content: t.done }, "update");
}

export function forgetLeft(_args: readonly string[], { language }: Context): Answer {
  return answer({ content: texts(language).forget.kept }, "update");
}

export async function languageForgotten(
  _args: readonly string[],
  { forgetLanguage, language }: Context,
): Promise<Answer> {
  const { forget: t } = texts(language);
  return answer({ content: (await forgetLanguage()) ? t.languageDone : t.languageNone });
}
