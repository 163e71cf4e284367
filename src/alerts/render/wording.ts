// What every family of notices is worded from, and what comes of it. Types alone: the table of families stands in render.ts.
import type { Again } from "../../answering/again.ts";
import type { Alert, AlertOf } from "../../domain/alert.ts";
import type { ChannelState } from "../../domain/channel-state.ts";
import type { Delivery } from "../../domain/delivery.ts";
import type { Fact } from "../../domain/fact.ts";
import type { Known } from "../../domain/known.ts";
import type { Question } from "../../domain/question.ts";
import type { Language } from "../../domain/text.ts";
import type { Millis } from "../../domain/time.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import type { Message } from "../../views/message.ts";
import type { AlertScene } from "../../views/notices/edge.ts";
import type { Reviewed } from "../../views/notices/review-due.ts";
import type { UndeliveredState } from "../care/channel-now.ts";
import type { Presses } from "../seen/presses.ts";
import type { OwnAnswers } from "./own.ts";

/** How a shared answer is answered again. Commands know that, and alerts know no command: app.ts hands it over. */
export interface Answers extends OwnAnswers {
  /** As of now, or as it was known at an instant of world time; undefined when it cannot be answered any more. */
  again: (question: Question, language: Language, at?: Millis) => Again | undefined;
  /** A person's own language; undefined where nobody knows it. */
  speaks: (guildId: string, person: string) => Language | undefined;
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

/** `mark`: the alert's own; of an edit, the message has its own already. */
export interface RowScene extends AlertScene {
  known: Known;
}

/** A row whose turn has come. */
export interface Row {
  delivery: Delivery;
  scene: RowScene;
  answers: Answers;
}

/** Undefined: what it told of is no longer in the record. */
export type Wording<Kind extends Alert["kind"]> = (alert: AlertOf<Kind>, row: Row) => Rendered | undefined;
/** How each of these kinds is put into words. */
export type Wordings<Kinds extends Alert["kind"] = Alert["kind"]> = { readonly [Kind in Kinds]: Wording<Kind> };
