// One thing of a card at a time: its form, and the card with what was filled in. A mistake is said in a sentence, with the way back into what was typed.
import { z } from "zod";
import { answer, type Answer, type Context, type Filled, type Opened, opens, Refusal } from "../../src/command.ts";
import type { Draft } from "../../src/domain/draft.ts";
import { texts } from "../../src/text/index.ts";
import { card, jsonOf, packed, unpacked } from "./card.ts";
import { thingsFor } from "./things/index.ts";
import type { Thing } from "./things/thing.ts";

const Typed = z.record(z.string().max(100), z.string().max(4000));

/** Nothing is asked of Discord here: a form has to be shown at once. Leave is asked when it is sent. */
export function thingPicked(args: readonly string[], [name]: readonly string[], context: Context): Opened {
  const draft = unpacked(args[0], context);
  return opened(thingOf(name, draft, context), draft, {}, context);
}

/** The form again, with what was typed. */
export function mend([text, name, typed]: readonly string[], context: Context): Opened {
  const draft = unpacked(text, context);
  const read = Typed.safeParse(jsonOf(typed)).data;
  if (read === undefined) throw new Refusal(texts(context.language).common.brokenButton);
  return opened(thingOf(name, draft, context), draft, read, context);
}

function thingOf(name: string | undefined, draft: Draft, { language }: Context): Thing {
  const thing = thingsFor(draft).find((one) => one.name === name);
  if (thing === undefined) throw new Refusal(texts(language).common.brokenButton);
  return thing;
}

function opened(thing: Thing, draft: Draft, typed: Filled, context: Context): Opened {
  const fields = thing.fields(draft, context).map((field) => {
    const value = typed[field.key] ?? field.value ?? "";
    const isText = field.kind === "line" || field.kind === "paragraph";
    // What stood there before may be longer than what is typed anew.
    return { ...field, value, ...(isText ? { max: Math.max(field.max, value.length) } : {}) };
  });
  return opens({
    title: texts(context.language).settings.thing[thing.name].label,
    action: { name: "alerts.filled", args: [packed(draft), thing.name] },
    fields,
  });
}

export async function filled([text, name]: readonly string[], typed: Filled, context: Context): Promise<Answer> {
  const draft = unpacked(text, context);
  const thing = thingOf(name, draft, context);
  const next = readOrWhy(thing, typed, draft, context);
  if (!("why" in next)) return card(next, context, { to: "update" });
  const t = texts(context.language).settings;
  const kept = Typed.safeParse(typed).data ?? {};
  return answer(
    {
      content: next.why,
      rows: [
        {
          buttons: [
            {
              label: t.mend,
              press: { action: { name: "alerts.mend", args: [packed(draft), thing.name, JSON.stringify(kept)] } },
              style: "primary",
            },
            { label: t.back, press: { action: { name: "alerts.card", args: [packed(draft)] } }, style: "secondary" },
          ],
        },
      ],
    },
    "update",
  );
}

function readOrWhy(thing: Thing, typed: Filled, draft: Draft, context: Context): Draft | { why: string } {
  try {
    return thing.read(typed, draft, context);
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}
