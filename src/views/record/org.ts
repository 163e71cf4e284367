// What a member of the team sees before something about organisations is recorded: the answer of /orgs as readers will get it, with the listings that are concerned.
// Sends nothing.
import type { Instrument, Org } from "../../domain/org.ts";
import { say, texts } from "../../text/index.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { listingFields, type OrgScene, spelledOut } from "../orgs/listing.ts";
import { headline, mergerFields, nameFields } from "../orgs/org.ts";
import { sourceLine } from "../sources.ts";

export interface OrgCard extends OrgScene {
  /** Each as it stood, and as it will be. `record` holds them already. */
  changes: readonly { was: Org | undefined; is: Org }[];
  instrument: Instrument | undefined;
}

/** As many as one legal act is told with one by one. */
const NAMED = 12;

export function orgPreview({ changes, instrument, ...scene }: OrgCard): Message {
  const [first, ...others] = changes;
  if (first === undefined) throw new Error("a card about organisations shows at least one");
  if (others.length === 0)
    return { content: headline(first.is, scene), embed: { tone: "info", fields: fieldsOf(first, scene) } };
  const { record, language } = scene;
  const t = texts(language);
  const authority = record.authorities.find(({ id }) => id === instrument?.authority);
  const lines = changes.slice(0, NAMED).map(({ is }) => `• ${headline(is, scene).replace(` ${t.orgs.act}`, "")}`);
  const more = changes.length > NAMED ? [`• ${t.curfew.andMore(changes.length - NAMED)}`] : [];
  const listing = first.is.designations.at(-1);
  return {
    content: `${t.recordOrg.preview(
      escape(instrument?.name ?? ""),
      escape(authority === undefined ? "" : say(authority.name, language)),
      changes.length,
    )} ${t.orgs.act}`,
    embed: {
      tone: "info",
      fields: [
        ...fieldOf(t.recordOrg.several(changes.length), [...lines, ...more]),
        ...(listing === undefined ? [] : listingFields(listing, scene)),
      ],
    },
  };
}

/** All of one that is new; of others what is different, and in full. */
function fieldsOf({ was, is }: OrgCard["changes"][number], scene: OrgScene): Field[] {
  const { language } = scene;
  const t = texts(language);
  const differs = (key: keyof Org) => JSON.stringify(was?.[key]) !== JSON.stringify(is[key]);
  const listings = is.designations.filter(
    (one) => !was?.designations.some((other) => JSON.stringify(other) === JSON.stringify(one)),
  );
  return [
    ...(differs("description") ? fieldOf(t.orgs.description, [escape(say(is.description, language))]) : []),
    ...(differs("otherNames") ? nameFields(is, language) : []),
    ...(differs("mergedInto") ? mergerFields(is, scene) : []),
    ...listings.flatMap((one) => listingFields(one, scene)),
    ...spelledOut(listings, scene),
    ...(differs("sources")
      ? fieldOf(
          t.common.sources,
          is.sources.map((source) => `• ${sourceLine(source, language)}`),
        )
      : []),
  ];
}
