// From a row of the ledger to what its channel reads: which family of notices words which kind, and what is remembered of it. Knows nothing of Discord or the store.
import type { Alert, AlertOf } from "../../domain/alert.ts";
import { type Delivery, isShared } from "../../domain/delivery.ts";
import { mark } from "../../domain/id.ts";
import type { Known } from "../../domain/known.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import { stillSo } from "../watches/still-so.ts";
import { ASKED } from "./asked.ts";
import { CARE } from "./care.ts";
import { CURFEWS } from "./curfews.ts";
import { ORGS } from "./orgs.ts";
import { OwnWords } from "./own.ts";
import { afterQuiet } from "./quiet.ts";
import { REVIEW } from "./review.ts";
import { SEEN, withButton } from "./seen.ts";
import { SHARED } from "./shared.ts";
import { STRIKES } from "./strikes.ts";
import { addressOf, mentioned } from "./worded.ts";
import type { Answers, Rendered, Row, RowScene, Wordings } from "./wording.ts";

export interface Scene {
  known: Known;
  /** World time. */
  now: Millis;
  /** How late the notice is by now, ms; absent when it is in time. */
  lateBy?: Millis;
}

export type Render = (delivery: Delivery, scene: Scene) => Rendered;

export function renderer(answers: Answers): Render {
  const words = wordsFrom(answers);
  const once = remembering(words, answers);
  // A button is of one channel alone.
  return (row, scene) => {
    const delivery = inReadersWords(row, answers);
    // Of one channel alone, and it names a person.
    const isAlone = isShared(delivery) || ALONE.has(delivery.alert.kind);
    return withButton(isAlone ? words(delivery, scene) : once(delivery, scene), delivery, answers);
  };
}

/** The one place that says which language a direct message has: its reader's own, where that is known; else its channel's. */
function inReadersWords(delivery: Delivery, { speaks }: Pick<Answers, "speaks">): Delivery {
  const { dm, guildId, language } = delivery;
  return dm === undefined ? delivery : { ...delivery, language: speaks(guildId, dm) ?? language };
}

/** One channel's, or they name a person, or tell how things stand at this moment. */
const ALONE: ReadonlySet<Alert["kind"]> = new Set([
  "answer.changed",
  "check.due",
  "review.due",
  "duty.moved",
  "channel.closed",
  "channel.open",
  "alert.undelivered",
  "drill",
  "vigia.joined",
  "seen.missing",
  "seen.reminder",
  // They share their words among themselves.
  "digest",
  "board",
  "quiet.over",
  "pause.begun",
  "alerts.narrowed",
]);

/** Remembers what it rendered last: thousands of channels are told the same thing in the same minute. */
function remembering(words: Render, answers: Pick<Answers, "spokenOf" | "newestOf">): Render {
  const last = new Map<string, Rendered>();
  let of: readonly unknown[] = [];
  return (delivery, scene) => {
    // Lists of the record stay the same objects while nothing in them changes.
    const { areasById, curfews, withdrawn, coverage, strikes, orgs, authorities } = scene.known;
    const lists = [areasById, curfews, withdrawn, coverage, strikes, orgs, authorities];
    if (lists.some((list, i) => list !== of[i]) || last.size > 100) last.clear();
    of = lists;
    const minute = Math.floor(scene.now / MINUTE);
    const key = JSON.stringify([
      delivery.alert,
      delivery.language,
      mentioned(delivery),
      delivery.lateBy,
      delivery.lateFault,
      delivery.edits,
      delivery.linked === undefined ? undefined : addressOf(delivery),
      answers.spokenOf(delivery),
      answers.newestOf(delivery),
      scene.lateBy,
      minute,
    ]);
    const messages = last.get(key) ?? words(delivery, scene);
    last.set(key, messages);
    return messages;
  };
}

/** As of now, whoever asked before. */
function wordsFrom(answers: Answers): Render {
  const own = new OwnWords(answers);
  const wordings: Wordings = {
    ...CURFEWS,
    ...STRIKES,
    ...ORGS,
    ...SHARED,
    ...REVIEW,
    ...CARE,
    ...SEEN,
    ...ASKED,
    digest: (alert, row) => own.digest(alert, row),
    board: (alert, row) => own.board(alert, row),
    "quiet.over": (alert, row) => {
      const { known, now } = row.scene;
      return afterQuiet(alert, row, (held) => words({ ...row.delivery, alert: held, roles: [] }, { known, now }));
    },
    "guild.event": noMessage,
    "thread.opened": noMessage,
  };
  const words: Render = (delivery, scene) => {
    const alert = stillSo(delivery.alert, scene.known, scene.now);
    if (alert === undefined) return "no-longer-so";
    const row = { delivery, scene: sceneOf(delivery, scene), answers };
    return word(wordings, alert.kind, alert, row) ?? "no-longer-in-the-record";
  };
  return words;
}

/** The kind says which of them is the alert's own. */
function word<Kind extends Alert["kind"]>(
  wordings: Wordings,
  kind: Kind,
  alert: AlertOf<Kind>,
  row: Row,
): Rendered | undefined {
  return wordings[kind](alert, row);
}

function sceneOf({ alert, language, lateBy, lateFault }: Delivery, scene: Scene): RowScene {
  // Planned late: nobody was there to plan it, or the clock was wrong. Otherwise it waited on the way: a channel or Discord.
  const late = lateBy === undefined ? "delivery" : (lateFault ?? "vigia");
  return { ...scene, language, mark: mark(alert.id), late };
}

function noMessage({ kind }: Alert): never {
  throw new Error(`No message tells of ${kind}`);
}
