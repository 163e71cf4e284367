// Who looks after a channel's alerts: the owner, a second contact, a channel of last resort.
import { Refusal } from "../../../src/command.ts";
import { texts } from "../../../src/text/index.ts";
import { idsIn, type Thing, withSettings } from "./thing.ts";

export const carers: Thing = {
  name: "carers",
  // Of what comes to one person nobody else is in charge.
  fits: ({ kind }) => kind !== "dm",
  fields: ({ settings }, { language }) => {
    const t = texts(language).settings.field;
    const { owner, secondContact = "", lastResort = "" } = settings;
    return [
      { key: "owner", kind: "people", label: t.owner, required: true, most: 1, value: owner },
      { key: "second", kind: "people", label: t.second, most: 1, value: secondContact },
      { key: "last", kind: "channels", label: t.last, description: t.lastHint, most: 1, value: lastResort },
    ];
  },
  read: (filled, draft, context) => {
    const [owner] = idsIn(filled, "owner", context, 1);
    if (owner === undefined) throw new Refusal(texts(context.language).settings.bad.owner);
    const [secondContact] = idsIn(filled, "second", context, 1);
    const [lastResort] = idsIn(filled, "last", context, 1);
    return withSettings(draft, { owner, secondContact, lastResort });
  },
};
