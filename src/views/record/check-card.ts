// What a member of the team sees before a check is recorded: what readers will be told there from then on, and for how long. Sends nothing.
import type { PlaceId } from "../../domain/area.ts";
import type { Coverage } from "../../domain/coverage.ts";
import { knowledgeOf, lasting, leavesOf } from "../../domain/knowledge.ts";
import { stateAt } from "../../domain/state.ts";
import type { Language } from "../../domain/text.ts";
import { instant, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { basisOf, partFields } from "../curfew/place.ts";
import { groupBy } from "../../domain/group.ts";
import { only, SIGN } from "../curfew/line.ts";
import { runningLines, unknownLines, upcoming, upcomingLine } from "../curfew/parts.ts";
import { bullet } from "../curfew/sources.ts";
import { type CurfewRecord, fullList, placeName, type Scene, sceneOf, when } from "../curfew/words.ts";
import { fieldOf } from "../fit.ts";
import type { Field, Message } from "../message.ts";

export interface CheckCard {
  record: CurfewRecord;
  place: PlaceId;
  /** What would be recorded. */
  check: Coverage;
  now: Millis;
  language: Language;
  /** Why it is shown once more instead of being recorded. */
  again?: "changed" | "old";
  /** The whole form, carried by the Confirm button. */
  form: readonly string[];
}

export function checkCard({ record, place, check, now, language, again, form }: CheckCard): Message {
  // As readers will be answered once it stands: the same rules over the same record, with this check in it.
  const then: CurfewRecord = { ...record, coverage: [...record.coverage, check] };
  const basis = basisOf({ record: then, place, at: now, now, language, state: stateAt(then, place, now) });
  const t = texts(language).knowledge;
  const head = again === undefined ? t.card : { changed: t.cardAgain, old: t.cardOld }[again];
  return {
    content: [head, basis.headline].join("\n"),
    embed: {
      tone: "info",
      fields: [
        ...fieldOf(
          t.ifConfirmed,
          [...checkLines({ record, place, check, now, language }), t.unlisted, t.asks].map(bullet),
        ),
        ...heldFields(basis.scene, basis.parts, now),
        ...soFar(record, place, now, language),
      ],
    },
    rows: [
      {
        buttons: [
          { label: t.confirm, style: "primary", press: { action: { name: "check.confirm", args: form } } },
          {
            label: texts(language).record.cancel,
            style: "secondary",
            press: { action: { name: "record.cancel", args: [] } },
          },
        ],
      },
    ],
  };
}

type Checked = Pick<CheckCard, "record" | "place" | "check" | "now" | "language">;

function checkLines(checked: Checked): string[] {
  const { name, from, until } = checkWords(checked);
  return [texts(checked.language).knowledge.confirms(name, from, until)];
}

/** The place, from when and until when, in words. */
export function checkWords({ record, place, check, now, language }: Checked): {
  name: string;
  from: string;
  until: string;
} {
  const scene = sceneOf(record, [place], now, language);
  return {
    name: placeName(record, place, language, now),
    from: when(scene, instant(check.from)),
    until: `${when(scene, instant(check.to))} ${scene.clock}`,
  };
}

/** Every curfew that is known there, and every place without one: what is missing is what would be told wrongly. */
function heldFields(scene: Scene, parts: Parameters<typeof partFields>[1], at: Millis): Field[] {
  const t = texts(scene.language).curfew;
  const runs = runningLines(scene, parts, at);
  const next = upcoming(scene, parts).map((one) => upcomingLine(scene, one));
  const free = only(parts, "notInForce").flatMap(({ areas, state }) => (state.next === undefined ? areas : []));
  return [
    ...fieldOf(t.field.now, runs.length === 0 ? [t.noneNow] : runs),
    ...fieldOf(t.field.nextNight, next),
    ...fieldOf(t.field.none, free.length === 0 ? [] : [`${SIGN.none} ${fullList(scene, free)}`]),
    ...fieldOf(t.field.unknown, unknownLines(scene, parts)),
  ];
}

/** How far it is known without this check. */
function soFar(record: CurfewRecord, place: PlaceId, now: Millis, language: Language): Field[] {
  const t = texts(language).knowledge;
  const scene = sceneOf(record, [place], now, language);
  const ahead = lasting(record);
  const leaves = leavesOf(record.areas, [place], now);
  const told = (leaf: string) => {
    const own = knowledgeOf(ahead, leaf, now);
    if (own.is === "known") return t.knownSoFar(when(scene, own.until));
    return own.since === undefined ? t.neverKnown : t.unknownSoFar(when(scene, own.since));
  };
  const groups = groupBy(leaves, told);
  const lines = groups.map((group) => {
    const words = group[0] === undefined ? "" : told(group[0]);
    return groups.length === 1 ? words : bullet(`${fullList(scene, group)}: ${words}`);
  });
  return fieldOf(t.soFar, lines);
}
