// Seen, below a notice: whoever was asked is counted, once and for ever; whoever was not reads a friendly word. And the owner's button that calls those who
// have not pressed. It decides nothing of its own.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import { asKnown } from "../../src/views/as-known.ts";
import { named, seenLabel } from "../../src/views/notices/seen.ts";

/** A row's key. */
const KEY = /^\d{15}-[0-9a-f]{64}$/;

export async function seenPressed([key = ""]: readonly string[], context: Context): Promise<Answer> {
  const { seen, user, guildId, messageId, language } = context;
  const { common, seen: t } = texts(language);
  const pressed = KEY.test(key)
    ? await seen.press({ key, user: user.id, guildId, messageId })
    : { is: "unknown" as const };
  if (pressed.is === "unknown") throw new Refusal(common.brokenButton);
  if (pressed.is === "not-asked") return answer({ content: t.notAsked });
  const { have, asked } = pressed.count();
  const said = `${t[pressed.is](moment(pressed.at, context))} ${pressed.over ? t.over : t.count(have, asked)}`;
  // The message itself is put right by what took its place.
  if (pressed.over) return answer({ content: said });
  return { ...answer({ content: said }), label: () => seenLabel(pressed.count(), pressed.language) };
}

export async function remindThem([of = ""]: readonly string[], context: Context): Promise<Answer> {
  const { seen, user, guildId, language } = context;
  const { reminded: t } = texts(language).seen;
  const done = KEY.test(of)
    ? await seen.remind(of, { user: user.id, guildId, manages: user.manageChannels })
    : { is: "unknown" as const };
  switch (done.is) {
    case "called":
      return answer({ content: t.called(done.people.map(named).join(", "), `<#${done.channel}>`) });
    case "lately":
      throw new Refusal(t.lately(moment(done.at, context)));
    case "may-not":
      throw new Refusal(t.mayNot);
    case "unknown":
    case "all":
    case "over":
      throw new Refusal(t[done.is]);
  }
}

const moment = (at: number, { known: record, defaultArea: place, language }: Context) =>
  asKnown({ record, place, at, language });
