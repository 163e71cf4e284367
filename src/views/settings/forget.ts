// What goes when a server is forgotten, named before anything goes; and what a person can have forgotten. It must never promise more than what is erased.
import type { Language } from "../../domain/text.ts";
import { texts } from "../../text/index.ts";
import { fieldOf } from "../fit.ts";
import type { Button, Message } from "../message.ts";

/** How much there is of each. */
export interface KeptView {
  channels: number;
  subscriptions: number;
  pauses: number;
  handovers: number;
  seenLists: number;
  names: number;
  notices: number;
}

const ORDER = ["channels", "subscriptions", "names", "pauses", "handovers", "seenLists", "notices"] as const;

export function forgetAsked(kept: KeptView, language: Language): Message {
  const { forget: t } = texts(language);
  const goes = ORDER.flatMap((one) => (kept[one] === 0 ? [] : [`• ${t.goes[one](kept[one])}`]));
  return {
    content: `⚠️ ${t.ask}`,
    embed: {
      tone: "trouble",
      fields: [
        ...fieldOf(t.field.goes, [...goes, `• ${t.goes.direct}`]),
        ...fieldOf(t.field.stays, [t.stays]),
        ...fieldOf(t.field.yours, [t.yours]),
      ],
    },
    rows: [
      {
        buttons: [
          { label: t.yes, style: "danger", press: { action: { name: "forget.yes", args: [] } } },
          { label: t.no, press: { action: { name: "forget.no", args: [] } } },
          languageButton(language),
        ],
      },
    ],
  };
}

/** `said`: why nothing else can be erased here. */
export function forgetYours(said: string, language: Language): Message {
  const { forget: t } = texts(language);
  return {
    content: said,
    embed: { tone: "info", fields: fieldOf(t.field.yours, [t.yours]) },
    rows: [{ buttons: [languageButton(language)] }],
  };
}

function languageButton(language: Language): Button {
  return { label: texts(language).forget.language, press: { action: { name: "forget.language", args: [] } } };
}
