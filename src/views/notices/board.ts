// The message that is kept up to date, exactly as a channel shows it. It must age by itself: when it was looked at stands in it as Discord's own relative time, and
// in plain words for whoever sees no embed.
import type { PlaceId } from "../../domain/area.ts";
import type { Heard } from "../../domain/heard.ts";
import type { Known } from "../../domain/known.ts";
import { indexed } from "../../domain/strike-index.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { sentence } from "../../text/sentence.ts";
import { stamp } from "../../text/time.ts";
import { when } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";
import { countLine } from "../strikes/count.ts";
import { headline } from "../strikes/headline.ts";
import {
  comesFields,
  informationFields,
  nowFields,
  type Standing,
  standingLine,
  standingNow,
  standingTone,
  tonightFields,
  unknownFields,
} from "./standing-now.ts";

export interface BoardScene {
  known: Known;
  areas: readonly PlaceId[];
  hears: Heard;
  now: Millis;
  language: Language;
  home: PlaceId;
  mark: string;
  /** The newest of what concerns the channel. */
  last: { at: Millis; text: string } | undefined;
}

export function boardMessage(input: BoardScene): Message {
  const { known, areas, hears, now, language, home, mark } = input;
  const standing = standingNow(known, areas, { now, language, home });
  const t = texts(language);
  const state = hears.curfews
    ? standingLine(standing)
    : hears.strikes === undefined
      ? sentence(t.digest.organisations(known.orgs.length))
      : headline({ record: known, cut: {}, language });
  const { scene } = standing;
  // Its hour first: whoever reads a message that nobody renews any more must not take it for what holds.
  const asOf = t.board.asOf(`${when(scene, now)} ${scene.clock}`);
  return {
    content: `📌 ${asOf}: ${state}`,
    embed: {
      tone: hears.curfews ? standingTone(standing) : "strike",
      title: t.board.title,
      description: hears.curfews ? t.board.checked(stamp(now, "R")) : t.board.checkedStrikes(stamp(now, "R")),
      fields: fieldsOf(input, standing),
      footer: [...(hears.curfews ? [t.curfew.permission] : []), `#${mark}`].join(" · "),
    },
  };
}

function fieldsOf({ known, hears, last, language }: BoardScene, standing: Standing): Field[] {
  const t = texts(language);
  const { scene } = standing;
  return [
    ...(hears.curfews
      ? [...unknownFields(standing), ...nowFields(standing), ...tonightFields(standing), ...comesFields(standing)]
      : []),
    ...(hears.strikes === undefined
      ? []
      : fieldOf(t.digest.field.count, [sentence(countLine(indexed(known.strikes).count(), language))])),
    ...fieldOf(t.board.field.last, [last === undefined ? t.board.lastNone : `${when(scene, last.at)}: ${last.text}`]),
    ...(hears.curfews ? informationFields(standing) : []),
  ];
}

/** What stood there is gone: an old state that nobody renews must not be read any more. */
export function boardEnded({
  known,
  now,
  language,
  home,
  mark,
  at,
}: Omit<BoardScene, "areas" | "hears" | "last"> & { at: Millis }): Message {
  const { scene } = standingNow(known, [], { now, language, home });
  const line = texts(language).board.ended(`${when(scene, at)} ${scene.clock}`);
  return { content: `⏹️ ${sentence(line)}`, embed: { tone: "info", footer: `#${mark}` } };
}
