// Which record is meant by what was typed: that one, or a list to pick from, or a sentence. It never takes the first of several.
import { answer, type Answer, type Context, Refusal } from "../../src/command.ts";
import { texts } from "../../src/text/index.ts";
import type { Action } from "../../src/views/message.ts";
import { typedBack } from "../../src/views/orgs/list.ts";
import { menus } from "../../src/views/paging.ts";
import { resolveSubject, type SubjectRef, type Wanted } from "./subjects.ts";

/** `action`: of the menu that asks back. Throws a Refusal where nothing fits. */
export function oneOf(typed: string, context: Context, wanted: Wanted, action: Action): SubjectRef | Answer {
  const found = resolveSubject(typed, context, wanted);
  if (found.is === "one") return found.subject;
  const t = texts(context.language).record.what;
  if (found.is === "none") throw new Refusal(t.none(typedBack(typed)));
  return answer({
    content: t.several(typedBack(typed)),
    rows: menus({
      action,
      placeholder: t.pick,
      options: found.choices.map(({ name, value }) => ({ label: shortened(name), value })),
    }),
  });
}

/** As long as an entry of a menu may be; the answer has the whole name. */
const LABEL = 100;

function shortened(name: string): string {
  return name.length <= LABEL ? name : `${name.slice(0, LABEL - 1).trimEnd()}…`;
}
