// From a row of the ledger to what its channel reads. Knows the views and nothing of Discord or the store.
import type { Again } from "../../answering/again.ts";
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { ChannelState } from "../../domain/channel-state.ts";
import type { Fact } from "../../domain/fact.ts";
import { type Delivery, isShared, rowKey } from "../../domain/delivery.ts";
import { mark } from "../../domain/id.ts";
import { MINUTE, type Millis } from "../../domain/time.ts";
import type { Known } from "../../domain/known.ts";
import type { Question } from "../../domain/question.ts";
import type { Language } from "../../domain/text.ts";
import { asKnown } from "../../views/as-known.ts";
import { channelNotice, channelOpened, type ChannelScene } from "../../views/notices/channel.ts";
import { pauseBegun } from "../../views/notices/pause.ts";
import { quietNote } from "../../views/notices/quiet.ts";
import { checkDue } from "../../views/notices/check-due.ts";
import type { Versions } from "../../views/notices/change-fields.ts";
import { type AlertScene, curfewAlert } from "../../views/notices/edge.ts";
import type { Late } from "../../views/notices/edge-line.ts";
import { changeAlert, type ChangeAlert, corrected } from "../../views/notices/change.ts";
import { reviewDue, type Reviewed } from "../../views/notices/review-due.ts";
import { soonAlert } from "../../views/notices/soon.ts";
import { split } from "../../views/fit.ts";
import { drillNotice } from "../../views/notices/drill.ts";
import { joinedNotice } from "../../views/notices/joined.ts";
import { knowledgeAlert } from "../../views/notices/knowledge.ts";
import type { Message } from "../../views/message.ts";
import { dutyMoved } from "../../views/notices/duty.ts";
import { placeAlert } from "../../views/notices/place.ts";
import { seenMissing, seenReminder, seenRow } from "../../views/notices/seen.ts";
import { undelivered } from "../../views/notices/undelivered.ts";
import { sharedAnswer } from "../../views/shared.ts";
import { strikeAlert } from "../../views/notices/strike.ts";
import type { UndeliveredState } from "../care/channel-now.ts";
import { stillDue } from "../watches/check-watch.ts";
import { foreseen } from "../watches/foreseen.ts";
import { stillSo as knowledgeStillSo } from "../watches/knowledge-watch.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Presses } from "../seen/presses.ts";
import { orgRendered } from "./render-orgs.ts";
import { answerChange, strikeChanged, versionTold } from "./render-changes.ts";
import { countOf } from "../seen/seen.ts";
import { tellsOf } from "../quiet/quiet-tells.ts";
import { stillSo } from "../watches/still-so.ts";
import { OwnWords, type OwnAnswers } from "./render-own.ts";
import { addressOf, calling, marked, mentioned, withRoles } from "./worded.ts";

interface SceneKnown extends AlertScene {
  known: Known;
}

export interface Scene {
  known: Known;
  /** World time. */
  now: Millis;
  /** How late the notice is by now, ms; absent when it is in time. */
  lateBy?: Millis;
}

/** How a shared answer is answered again. Commands know that, and alerts know no command: app.ts hands it over. */
export interface Answers extends OwnAnswers {
  /** As of now, or as it was known at an instant of world time; undefined when it cannot be answered any more. */
  again: (question: Question, language: Language, at?: Millis) => Again | undefined;
  /** Undefined once it was erased. */
  nameOf: (guildId: string, person: string) => string | undefined;
  /** Every version of a curfew: what a notice of a change compares beside the hours. */
  versions: (subject: string) => readonly Fact[];
  /** Every version of a strike, in the order of the log. */
  strikeVersions: (subject: string) => readonly Fact[];
  /** Every version of an organisation, in the order of the log. */
  orgVersions: (subject: string) => readonly Fact[];
  /** The version of a strike or an organisation that a row is to tell; undefined for the newest. */
  spokenOf: (delivery: Delivery) => string | undefined;
  /** Where the newest message about a strike stands in the channel of a row that edits an older one; undefined where that is the newest. */
  newestOf: (delivery: Delivery) => string | undefined;
  /** As of an instant with what is known now; without one, as of now. Undefined when it cannot be answered any more. */
  corrected: (question: Question, language: Language, at: Millis | undefined) => Again | undefined;
  /** Whether a later row tells the same anew. */
  superseded: (delivery: Delivery) => boolean;
  /** What made a shared answer false. */
  factOf: (alert: AlertOf<"answer.changed">) => Fact | undefined;
  /** How it stands by now with a channel that closed at an instant; undefined where nobody remembers that. */
  channel: (channel: string, since: Millis) => ChannelState | undefined;
  /** Whether the notice that it closed stands where this row goes. */
  wasTold: (delivery: Delivery) => boolean;
  /** A channel with its running subscriptions; undefined where it has none. */
  subscribed: (guildId: string, channelId: string) => Subscribed | undefined;
  /** Who pressed Seen below a notice. */
  pressed: Presses["of"];
  /** How it stands with alerts that did not arrive; `id`: of the first notice about them. */
  undelivered: (id: string) => UndeliveredState | undefined;
  /** Who is called by a question to the review channel, by Discord's ids. */
  reviewers: () => readonly string[];
  /** What waits for a second person, with what it would follow; undefined once it was decided. */
  review: (proposal: string) => Reviewed | undefined;
}

/**
 * The parts to post, in order; or why there are none: what it told of is no longer in the record, or no longer so, what was shared reads otherwise by
 * now, somebody confirmed it before the question was posted.
 */
export type Rendered =
  | readonly Message[]
  | "no-longer-in-the-record"
  | "no-longer-so"
  | "answer-changed"
  | "checked-in-time";
export type Render = (delivery: Delivery, scene: Scene) => Rendered;

/** Remembers what it rendered last: thousands of channels are told the same thing in the same minute. */
export function renderer(answers: Answers): Render {
  const last = new Map<string, Rendered>();
  let of: readonly unknown[] = [];
  const own = new OwnWords(answers);
  const rendered: Render = (delivery, scene) => render(delivery, scene, answers, own) ?? "no-longer-in-the-record";
  const remembered: Render = (delivery, scene) => {
    // Of one channel alone, and it names a person.
    if (isShared(delivery) || ALONE.has(delivery.alert.kind)) return rendered(delivery, scene);
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
    const messages = last.get(key) ?? rendered(delivery, scene);
    last.set(key, messages);
    return messages;
  };
  // A button is of one channel alone.
  return (delivery, scene) => withButton(remembered(delivery, scene), delivery, answers);
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
]);

function render(delivery: Delivery, scene: Scene, answers: Answers, ownWords: OwnWords): Rendered | undefined {
  const { language } = delivery;
  const roles = mentioned(delivery);
  const { known, now, lateBy } = scene;
  const alert = stillSo(delivery.alert, known, now);
  if (alert === undefined) return "no-longer-so";
  const own = mark(alert.id);
  // Planned late: nobody was there to plan it, or the clock was wrong. Otherwise it waited on the way: a channel or Discord.
  const late: Late = delivery.lateBy === undefined ? "delivery" : (delivery.lateFault ?? "vigia");
  const common = { known, now, language, mark: own, ...(lateBy === undefined ? {} : { lateBy }) };
  switch (alert.kind) {
    case "curfew.began":
    case "curfew.ended":
    case "vigia.down":
      return marked(split(withRoles(curfewAlert(alert, { ...common, late }), roles)), own);
    case "curfew.soon":
    case "curfew.ending": {
      const still = foreseen(alert, known);
      return still === undefined
        ? undefined
        : marked(split(withRoles(soonAlert(still, { ...common, late }), roles)), own);
    }
    case "curfew.declared":
    case "curfew.changed":
    case "curfew.lifted":
    case "curfew.annulled":
    case "curfew.withdrawn": {
      const told = { ...common, late, versions: versionsOf(alert, answers) };
      if (delivery.edits !== undefined) return putRight(alert, told, delivery.edits);
      const message = changeAlert(alert, { ...told, ...(delivery.linked ? { earlier: addressOf(delivery) } : {}) });
      return message === undefined ? "no-longer-so" : marked(split(withRoles(message, roles)), own);
    }
    case "knowledge.lapsed":
    case "knowledge.restored":
      return knowledge(alert, { ...common, late }, roles);
    case "check.due": {
      const areas = stillDue(known, alert, now);
      if (areas.length === 0) return "checked-in-time";
      const message = checkDue(alert, { ...common, late }, areas);
      return marked(split(calling(message, answers.reviewers())), own);
    }
    case "place.changed":
      return marked(split(withRoles(placeAlert(alert, { ...common, late }), roles)), own);
    case "strike.recorded": {
      const version = versionTold(delivery, alert.subject, answers);
      const strike = version === undefined ? known.strikesById.get(alert.subject) : version.strike;
      return strike === undefined
        ? undefined
        : marked(split(withRoles(strikeAlert({ ...common, strike }), roles)), own);
    }
    case "strike.changed":
    case "strike.withdrawn":
      return strikeChanged(delivery, alert, common, answers);
    case "answer.changed":
      return answerChange(delivery, alert, common, answers);
    case "review.due": {
      const asked = answers.review(alert.proposal);
      if (asked === undefined) return "no-longer-so";
      const name = answers.nameOf(delivery.guildId, asked.proposal.by);
      const message = reviewDue({ ...asked, name }, { ...common, late, record: known, where: "review" });
      return marked(split(calling(message, answers.reviewers())), own);
    }
    case "channel.closed":
    case "channel.open":
    case "alert.undelivered":
      return ofChannel(delivery, alert, common, answers);
    case "drill":
      return drilled(delivery, alert, common, answers);
    case "vigia.joined":
      return marked(split(joinedNotice({ language, mark: own })), own);
    case "seen.missing":
    case "seen.reminder":
      return ofSeen(delivery, alert, common, answers);
    case "duty.moved":
      return marked(
        split(
          dutyMoved(alert, {
            ...common,
            record: known,
            home: answers.home,
            guildId: delivery.guildId,
            reader: delivery.dm,
          }),
        ),
        own,
      );
    case "answer.shared":
      return shared(delivery, alert, known, answers);
    case "digest":
      return ownWords.digest(delivery, alert, { known, now }, lateBy === undefined ? {} : { lateBy, late });
    case "board":
      return ownWords.board(delivery, alert, { known, now });
    case "quiet.over":
      return afterQuiet(delivery, alert, { ...common, late }, answers, ownWords);
    case "pause.begun":
      return paused(delivery, alert, common, answers);
    case "org.recorded":
    case "org.changed":
    case "org.listed":
    case "org.delisted":
    case "org.withdrawn":
      return orgRendered(delivery, alert, common, answers);
    case "guild.event":
    case "thread.opened":
      throw new Error(`No message tells of ${alert.kind}`);
  }
}

/** Of those who have not pressed by now: whoever pressed meanwhile is not named, and once all have there is nothing to tell. */
function ofSeen(
  { guildId, channelId, dm, language }: Delivery,
  alert: AlertOf<"seen.missing" | "seen.reminder">,
  { known: record, mark: own, lateBy }: SceneKnown,
  { pressed, home }: Answers,
): Rendered {
  const presses = pressed({ guildId, key: alert.of });
  const missing = alert.people.filter((one) => !presses.has(one));
  if (missing.length === 0) return "no-longer-so";
  const scene = { record, home, language, mark: own, ...(lateBy === undefined ? {} : { lateBy }) };
  if (alert.kind === "seen.reminder")
    return marked(split(seenReminder(alert, missing, { ...scene, guildId, channelId })), own);
  return marked(
    split(seenMissing(alert, presses, { ...scene, guildId, where: dm === undefined ? "place" : "dm" })),
    own,
  );
}

/** The button stands below the last part. Of an edit, below what it edits. How many have pressed is read anew each time: it is not remembered. */
function withButton(rendered: Rendered, delivery: Delivery, { pressed }: Answers): Rendered {
  const { seen, guildId, language } = delivery;
  const last = typeof rendered === "string" ? undefined : rendered.at(-1);
  if (seen === undefined || typeof rendered === "string" || last === undefined) return rendered;
  const below = { guildId, key: seen.of ?? rowKey(delivery), people: seen.people };
  const row = seenRow(below.key, countOf({ of: pressed }, below), language);
  return [...rendered.slice(0, -1), { ...last, rows: [...(last.rows ?? []), row] }];
}

/** Worded as things are when its turn comes: a channel that is open again is not called closed. */
function ofChannel(
  delivery: Delivery,
  alert: AlertOf<"channel.closed" | "channel.open" | "alert.undelivered">,
  { known, mark: own, lateBy }: SceneKnown,
  answers: Answers,
): Rendered {
  const { edits, dm, language } = delivery;
  const scene: ChannelScene = {
    record: known,
    home: answers.home,
    language,
    mark: edits?.mark ?? own,
    where: dm === undefined ? "place" : "dm",
    ...(lateBy === undefined ? {} : { lateBy }),
  };
  if (alert.kind === "alert.undelivered") {
    const held = answers.undelivered(alert.about ?? alert.id)?.held;
    const message = undelivered({ ...alert, held }, scene);
    if (edits !== undefined) return split(message).slice(0, 1);
    return alert.next && held !== undefined ? "no-longer-so" : marked(split(message), own);
  }
  const state = answers.channel(alert.channel, alert.since);
  if (state === undefined) return "no-longer-so";
  const notice = channelNotice(state, { ...scene, ...(alert.next ? { next: true } : {}) });
  if (edits !== undefined) return split(notice).slice(0, 1);
  if (alert.kind === "channel.closed") {
    const isMoot = alert.next === true && state.held !== undefined;
    return state.is === "closed" && !isMoot ? marked(split(notice), own) : "no-longer-so";
  }
  const opened = { goes: alert.goes, missed: alert.missed };
  if (!answers.wasTold(delivery)) return "no-longer-so";
  return state.is === "open" ? marked(split(channelOpened(state, opened, scene)), own) : "no-longer-so";
}

/** It names who asked, and says what the channel would hear: as both are when its turn comes. */
function drilled(
  { guildId, channelId, language, loud }: Delivery,
  alert: AlertOf<"drill">,
  { known: record, now, mark: own, lateBy }: SceneKnown,
  { nameOf, subscribed, home }: Answers,
): Rendered {
  const late = lateBy === undefined ? {} : { lateBy };
  const to = subscribed(guildId, channelId);
  const name = nameOf(guildId, alert.by);
  const scene = { record, home, now, language, mark: own, name, to, silent: !loud, ...late };
  return marked(split(drillNotice(alert, scene)), own);
}

function paused(
  { channelId: channel, guildId }: Delivery,
  alert: AlertOf<"pause.begun">,
  scene: SceneKnown,
  { nameOf, home }: Answers,
): Rendered {
  if ((alert.until ?? Infinity) <= scene.now) return "no-longer-so";
  return marked(split(pauseBegun(alert, { ...scene, channel, name: nameOf(guildId, alert.by), home })), scene.mark);
}

/** What was held is told by the first lines that it would have had, as of now; roles are called by the note alone. */
function afterQuiet(
  delivery: Delivery,
  alert: AlertOf<"quiet.over">,
  scene: SceneKnown,
  answers: Answers,
  ownWords: OwnWords,
): Rendered {
  const { known, now } = scene;
  const lines = alert.tells.flatMap((one) => {
    if (tellsOf(one, known, now, alert.from).length === 0) return [];
    const told = render({ ...delivery, alert: one, roles: [] }, { known, now }, answers, ownWords);
    const text = typeof told === "string" ? undefined : told?.[0]?.content;
    return text === undefined ? [] : [{ alert: one, text, mark: mark(one.id) }];
  });
  const [first, ...others] = lines;
  if (first === undefined) return "no-longer-so";
  return marked(split(withRoles(quietNote(alert, [first, ...others], scene), mentioned(delivery))), scene.mark);
}

/** What is over before it could be posted is not told: as of then it would be false. */
function knowledge(
  alert: AlertOf<"knowledge.lapsed" | "knowledge.restored">,
  scene: SceneKnown,
  roles: readonly string[],
): Rendered {
  const areas = knowledgeStillSo(scene.known, alert, scene.now);
  if (areas.length === 0) return "no-longer-so";
  return marked(split(withRoles(knowledgeAlert(alert, scene, areas), roles)), scene.mark);
}

/** An edit is one message, as what it edits: of what does not fit into it, the notice has the rest. */
function putRight(
  alert: ChangeAlert,
  told: Parameters<typeof corrected>[1],
  edits: NonNullable<Delivery["edits"]>,
): Rendered {
  const message = corrected(alert, told, { text: edits.text, mark: edits.mark ?? told.mark });
  return message === undefined ? "no-longer-so" : split(message).slice(0, 1);
}

/** The contents that a notice compares; of a withdrawal, the reason and what was withdrawn. */
function versionsOf({ fact, before, subject }: ChangeAlert, { versions }: Answers): Versions {
  const all = versions(subject);
  const is = all.find(({ id }) => id === fact);
  const was = all.find(({ id }) => id === before);
  const content = (one: Fact | undefined) => (one !== undefined && "rules" in one.content ? one.content : undefined);
  return {
    is: content(is),
    was: content(was),
    ...(is?.kind === "curfew.withdrawn" ? { reason: is.content.reason } : {}),
    ...(is?.why === undefined ? {} : { why: is.why }),
  };
}

/** What was shared is posted in somebody's name: word for word what they read, or not at all. */
function shared(
  delivery: Delivery,
  alert: Extract<Alert, { kind: "answer.shared" }>,
  known: Known,
  { again, nameOf }: Answers,
): Rendered | undefined {
  const { question, digest, asOf, by, id } = alert;
  const { language, guildId } = delivery;
  const now = again(question, language);
  const same = now?.digest === digest ? now : undefined;
  // A part may stand there already: the rest belongs to it, as it was then.
  const found = same ?? (mayStand(delivery) ? again(question, language, asOf) : undefined);
  if (found === undefined) return now === undefined ? undefined : "answer-changed";
  return sharedAnswer(found.messages, {
    language,
    name: nameOf(guildId, by),
    asOf: asKnown({ record: known, place: found.place, at: asOf, language }),
    mark: mark(id),
    copy: found.copy,
    ways: found.ways ?? [],
  });
}

function mayStand({ attempts }: Delivery): boolean {
  return attempts.some(({ outcome }) => outcome !== "again" && outcome !== "never");
}
