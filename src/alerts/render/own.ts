// From rows of digests and boards to what their channel reads. Thousands of channels get the same words in the same minute: they are worked out once, and each gets
// its own mark.
import type { AlertOf } from "../../domain/alert.ts";
import type { PlaceId } from "../../domain/area.ts";
import { count } from "../../domain/count.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import type { Heard } from "../../domain/heard.ts";
import { mismatch } from "../../domain/match.ts";
import type { Known } from "../../domain/known.ts";
import { DAY, MINUTE, type Millis } from "../../domain/time.ts";
import { texts } from "../../text/index.ts";
import { split } from "../../views/fit.ts";
import type { Message } from "../../views/message.ts";
import { boardEnded, boardMessage } from "../../views/notices/board.ts";
import { digestMessage, type DigestScene } from "../../views/notices/digest.ts";
import { became, strikesBefore, type Versions } from "../changes/became.ts";
import { marked } from "./worded.ts";
import type { Rendered, Row, RowScene } from "./wording.ts";

/** What a board is for by now; `ended`: since when it is kept no more. */
export type BoardNow = { is: "kept"; areas: readonly PlaceId[]; hears: Heard } | { is: "ended" };

export interface OwnAnswers {
  /** What became known in [from, until), oldest first. */
  becameKnown: (from: Millis, until: Millis) => readonly Fact[];
  /** Every version of a subject, in the order of the log. */
  versionsOf: Versions;
  /** How it stands with the board of a row. */
  board: (delivery: Delivery) => BoardNow;
  /** Whose clock tells of what can be answered no more. */
  home: PlaceId;
}

type Late = Pick<DigestScene, "late" | "lateBy">;

/** How far back a board looks for what was recorded last. */
const LAST = 30 * DAY;
/** In place of the mark while the words are shared; nobody types it. */
const PLACE = "\u0000";
const KEPT = 300;

export class OwnWords {
  readonly #answers: OwnAnswers;
  readonly #made = new Map<string, Message>();
  #of: readonly unknown[] = [];

  constructor(answers: OwnAnswers) {
    this.#answers = answers;
  }

  digest(alert: AlertOf<"digest">, { scene: { known, now, language, mark: own, lateBy, late } }: Row): Rendered {
    const { id: _, ...same } = alert;
    const why: Late = lateBy === undefined || late === undefined ? {} : { lateBy, late };
    const words = this.#shared({ known, now }, [same, language, why], () =>
      this.#digest(alert, { known, now, language, ...why }),
    );
    return marked(split(withMark(words, own)), own);
  }

  /** One message, whatever its length: an edit cannot become two. */
  board(alert: AlertOf<"board">, { delivery, scene: { known, now, language, mark: own } }: Row): Rendered {
    const scene = { known, now };
    const { home } = this.#answers;
    const is = this.#answers.board(delivery);
    if (is.is === "ended")
      return delivery.edits === undefined
        ? "no-longer-so"
        : [boardEnded({ ...scene, language, home, mark: own, at: alert.ended ?? scene.now })];
    const { areas, hears } = is;
    const words = this.#shared(scene, ["board", areas, hears, language], () =>
      boardMessage({
        ...scene,
        areas,
        hears,
        language,
        home,
        mark: PLACE,
        last: this.#last({ ...scene, areas, hears, language }),
      }),
    );
    return [withMark(fitting(words, language), own)];
  }

  #digest(alert: AlertOf<"digest">, scene: Pick<DigestScene, "known" | "now" | "language"> & Late): Message {
    const { known, now, language } = scene;
    const { becameKnown, versionsOf: versions, home } = this.#answers;
    const { areas, hears } = alert;
    const facts = becameKnown(alert.from, alert.at);
    const before = strikesBefore(known, facts, versions);
    const filters = (hears.strikes ?? []).filter((filter) => Object.keys(filter).length > 0);
    const asked = (list: Known["strikes"]) =>
      count(list.filter((one) => filters.some((filter) => mismatch(filter, one, known.orgsById) === undefined)));
    return digestMessage(alert, {
      ...scene,
      home,
      mark: PLACE,
      news: became(facts, { known, versions, areas, hears, language, now }),
      was: before.count(),
      ...(filters.length === 0 ? {} : { asked: { now: asked(known.strikes), was: asked(before.strikes) } }),
    });
  }

  #last(
    reader: Pick<RowScene, "known" | "now"> & {
      areas: readonly PlaceId[];
      hears: Heard;
      language: Delivery["language"];
    },
  ) {
    const { becameKnown, versionsOf: versions } = this.#answers;
    const { curfews, strikes, orgs } = became(becameKnown(reader.now - LAST, reader.now + 1), { ...reader, versions });
    return [...curfews, ...strikes, ...orgs].sort((a, b) => a.at - b.at).at(-1);
  }

  /** Of one minute and one state of the record. */
  #shared({ known, now }: Pick<RowScene, "known" | "now">, what: unknown, make: () => Message): Message {
    const { areasById, curfews, withdrawn, coverage, strikes, orgs, gaps } = known;
    const of = [Math.floor(now / MINUTE), areasById, curfews, withdrawn, coverage, strikes, orgs, gaps];
    if (of.some((one, i) => one !== this.#of[i]) || this.#made.size > KEPT) this.#made.clear();
    this.#of = of;
    const key = JSON.stringify(what);
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }
}

/** As much as one message takes, and where the rest is. */
function fitting(message: Message, language: Delivery["language"]): Message {
  const [first, ...others] = split(message);
  if (first?.embed === undefined || message.embed === undefined || others.length === 0) return message;
  const { footer = "" } = message.embed;
  return { ...first, embed: { ...first.embed, footer: `${texts(language).board.more} · ${footer}` } };
}

function withMark(message: Message, own: string): Message {
  const { embed } = message;
  if (embed?.footer === undefined) return message;
  return { ...message, embed: { ...embed, footer: embed.footer.replace(PLACE, own) } };
}
