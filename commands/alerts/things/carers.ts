// Who looks after a channel's alerts: the owner, a second contact, a channel of last resort.
import { type Context, Refusal } from "../../../src/command.ts";
import { texts } from "../../../src/text/index.ts";
import { idsIn, type Thing, withSettings } from "./thing.ts";
import { together } from "../../../src/together.ts";

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
    const one = (key: string) => idsIn(filled, key, context, 1)[0];
    const read = together({
      owner: () => ownerOf(one("owner"), context),
      secondContact: () => one("second"),
      lastResort: () => one("last"),
    });
    return withSettings(draft, read);
  },
};

function ownerOf(picked: string | undefined, { language }: Context): string {
  if (picked === undefined) throw new Refusal(texts(language).settings.bad.owner);
  return picked;
}
