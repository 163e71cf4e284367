// The notice of what became of an organisation, exactly as channels get it, and older ones put right by it. It says whose act it was and never what an
// organisation is; of a withdrawn record nothing that it said is repeated as if it held.
import {
  concerning,
  listingsBetween,
  asIn,
  type OrgEvent,
  orgEvent,
  type OrgVersion,
  toldIn,
} from "../../domain/org-event.ts";
import type { Designation } from "../../domain/org.ts";
import { texts } from "../../text/index.ts";
import { span } from "../../text/time.ts";
import type { Millis } from "../../domain/time.ts";
import { escape } from "../escape.ts";
import { fieldOf } from "../fit.ts";
import type { Embed, Field, Message } from "../message.ts";
import { say } from "../../text/index.ts";
import { listingFields, type OrgScene, spelledOut } from "../orgs/listing.ts";
import { sourcesOf, standing } from "../orgs/org.ts";
import { newestLine, sourceLine } from "../sources.ts";
import { orgLine } from "./org-line.ts";
import { putRight } from "./put-right.ts";
import { byFields, reasonFields } from "./why-fields.ts";

export interface OrgNotice extends OrgScene {
  /** What a channel heard of last; undefined: nothing. */
  was: OrgVersion | undefined;
  is: OrgVersion;
  /** `7K3Q-9M2D`; absent on a card that shows what would be sent. */
  mark?: string;
  lateBy?: Millis;
  /** Address of the older message that it cannot answer. */
  earlier?: string;
}

/** One message; with very many listings it has to be split() before it is sent. */
export function orgNotice(notice: OrgNotice): Message {
  const event = orgEvent(notice.was, notice.is);
  return message(event, notice);
}

function message(event: OrgEvent, notice: OrgNotice): Message {
  const { is, language, lateBy } = notice;
  const late = lateBy === undefined ? [] : [texts(language).strikes.late(span(lateBy))];
  return { content: [orgLine(event, is, notice), ...late].join(" "), embed: embedOf(event, notice) };
}

function embedOf(event: OrgEvent, notice: OrgNotice): Embed {
  const { is, language, mark, earlier } = notice;
  const t = texts(language);
  const gone = is.withdrawn !== undefined;
  const listings = gone ? [] : [...toldIn(event), ...event.gone];
  return {
    tone: gone ? "trouble" : "info",
    fields: [
      ...(earlier === undefined ? [] : fieldOf(t.change.field.earlier, [earlier])),
      ...(gone ? reasonFields(is.why?.reason ?? is.withdrawn, language) : []),
      ...listings.flatMap((one) => listingFields(one, notice)),
      ...spelledOut(listings, notice),
      // A new record's first line has it.
      ...(gone || event.is !== undefined ? [] : fieldOf(t.orgNotice.stateField, [standing(is.org, notice)])),
      ...(gone ? [] : fieldOf(t.orgs.description, [escape(say(is.org.description, language))])),
      ...byFields(is.why, language),
      ...(gone ? [] : ownSources(notice)),
    ],
    footer: [newestLine(sourcesOf(is.org), language), ...(mark === undefined ? [] : [`#${mark}`])].join(" · "),
  };
}

const ownSources = ({ is, language }: OrgNotice): Field[] =>
  fieldOf(
    texts(language).common.sources,
    is.org.sources.map((source) => `• ${sourceLine(source, language)}`),
  );

/** A message that told of an event, and what the record says by now. */
export interface OrgStanding extends OrgScene {
  /** What the message told: from the one to the other. */
  was: OrgVersion | undefined;
  told: OrgVersion;
  /** What became of it since, oldest first; the last of them is what the record says by now. Empty: nothing. */
  since: readonly OrgVersion[];
  mark?: string;
}

/**
 * What of the message reads otherwise than it did at `before`: words, so that it is told; only names, notes or sources, so that it is mended in silence; or
 * nothing. It may have been put right since it was posted, and may be true again.
 */
export function orgDiffers(standing: OrgStanding, before: OrgVersion): "words" | "quietly" | "no" {
  const earlier = { ...standing, since: upTo(standing, before) };
  const [then, now] = [falseIn(earlier), falseIn(standing)];
  if (JSON.stringify(then?.event) !== JSON.stringify(now?.event)) return "words";
  const [was, is] = [earlier, standing].map((one) => JSON.stringify(orgPutRight(one, undefined)));
  return was === is ? "no" : "quietly";
}

function upTo({ since }: OrgStanding, { fact }: OrgVersion): readonly OrgVersion[] {
  return since.slice(0, since.findIndex((one) => one.fact === fact) + 1);
}

/** `text`: the first line as it was posted; it stays where nothing in it is another. */
export function orgPutRight(standing: OrgStanding, text: string | undefined): Message {
  const { language, told } = standing;
  const wrong = falseIn(standing);
  if (wrong !== undefined) {
    const notice = { ...standing, is: wrong.is };
    return putRight(orgLine(wrong.event, wrong.is, standing), embedOf(wrong.event, notice), text, language);
  }
  const [then, now] = [told, newestOf(standing)].map((is) => asTold(standing, is));
  if (now === undefined) throw new RangeError("a message that told nothing");
  return then?.content === now.content ? { ...now, content: text ?? now.content } : now;
}

const newestOf = ({ told, since }: OrgStanding): OrgVersion => since.at(-1) ?? told;

interface False {
  event: OrgEvent;
  /** As it is by now, for the reason that made it so. */
  is: OrgVersion;
}

/** What since then makes the message false; undefined where it is as true as it was. */
function falseIn({ was, told, since }: OrgStanding): False | undefined {
  const own = mentioned(orgEvent(was, told), told);
  const events = since.map((is) => falseAt(told, is, own));
  const is = since.at(-1);
  const event = events.at(-1);
  if (is === undefined || event === undefined) return undefined;
  // A later note is not why it is false.
  const same = JSON.stringify(event);
  const first = events.findLastIndex((one) => JSON.stringify(one) !== same) + 1;
  const why = since[first]?.why;
  const { why: _, ...plain } = is;
  return { event, is: why === undefined ? plain : { ...plain, why } };
}

function falseAt(told: OrgVersion, is: OrgVersion, own: readonly Designation[]): OrgEvent | undefined {
  if ((told.withdrawn === undefined) !== (is.withdrawn === undefined)) return orgEvent(told, is);
  if (is.withdrawn !== undefined) return undefined;
  const since = concerning(listingsBetween(told.org.designations, is.org.designations), own);
  return [since.ended, since.corrected, since.gone].some((list) => list.length > 0) ? since : undefined;
}

/** A new record, or one that stands again, told of all its listings. */
const mentioned = (event: OrgEvent, { org }: OrgVersion): readonly Designation[] =>
  event.is === undefined ? toldIn(event) : org.designations;

/** The same event, in the words that another version gives it. */
function asTold({ was, told, ...scene }: OrgStanding, is: OrgVersion): Message {
  const event = orgEvent(was, told);
  const now = (list: readonly Designation[]) => asIn(list, is.org);
  const same: OrgEvent = {
    ...event,
    added: now(event.added),
    ended: now(event.ended),
    corrected: event.corrected.flatMap((one) => now([one.is]).map((other) => ({ was: one.was, is: other }))),
  };
  // Why the later version came is no matter of this message's.
  const { why: _, ...plain } = is;
  const spoken = told.why === undefined ? plain : { ...plain, why: told.why };
  return message(same, { ...scene, was, is: spoken });
}
