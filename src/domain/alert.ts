// What there is to say, as data. Persisted in the rows of the ledger: kinds and optional fields are added, never changed. It holds no words.
import { z } from "zod";
import { AreaId, PlaceId } from "./area.ts";
import { CurfewChanges } from "./curfew-change.ts";
import { EdgeGroups } from "./edge-group.ts";
import { Heard } from "./heard.ts";
import { Lost } from "./narrowed.ts";
import { Question } from "./question.ts";

const Millis = z.int();
/** `at`: when it is due, world time. It never changes for one id: the row's key begins with it. */
const AlertBase = { id: z.string().length(64), at: Millis };

/** `groups`: those that follow the tailored channel's places. `lead`: minutes before the begin or end. */
const edge = { ...AlertBase, country: AreaId, groups: EdgeGroups };
const edgeAlerts = [
  z.strictObject({ ...edge, kind: z.literal("curfew.began") }),
  z.strictObject({ ...edge, kind: z.literal("curfew.ended") }),
  z.strictObject({ ...edge, kind: z.literal("curfew.soon"), lead: z.int().positive() }),
  z.strictObject({ ...edge, kind: z.literal("curfew.ending"), lead: z.int().positive() }),
] as const;

/**
 * What a fact about a curfew made of the channel's places. `fact`: its id; `subject`: the curfew's. `before`: the version it is compared with; absent for a
 * decree that nobody was told of.
 */
const change = {
  ...AlertBase,
  country: AreaId,
  fact: z.string(),
  subject: z.string(),
  before: z.string().optional(),
  changes: CurfewChanges,
};
const changeAlerts = [
  z.strictObject({ ...change, kind: z.literal("curfew.declared") }),
  z.strictObject({ ...change, kind: z.literal("curfew.changed") }),
  z.strictObject({ ...change, kind: z.literal("curfew.lifted") }),
  z.strictObject({ ...change, kind: z.literal("curfew.annulled") }),
  z.strictObject({ ...change, kind: z.literal("curfew.withdrawn") }),
] as const;

/** What a fact made of an organisation. `before`: the version that it replaces; absent for one that is new. */
const org = { ...AlertBase, fact: z.string(), subject: z.string(), before: z.string().optional() };
const orgAlerts = [
  z.strictObject({ ...org, kind: z.literal("org.recorded") }),
  z.strictObject({ ...org, kind: z.literal("org.changed") }),
  z.strictObject({ ...org, kind: z.literal("org.listed") }),
  z.strictObject({ ...org, kind: z.literal("org.delisted") }),
  z.strictObject({ ...org, kind: z.literal("org.withdrawn") }),
] as const;

const places = { ...AlertBase, country: AreaId, areas: z.array(PlaceId).nonempty() };
const knowledgeAlerts = [
  /** Nobody confirmed what holds there since `since`. */
  z.strictObject({ ...places, kind: z.literal("knowledge.lapsed"), since: Millis }),
  /** Known again from `from` on, after the lapse that began at `since`. */
  z.strictObject({ ...places, kind: z.literal("knowledge.restored"), since: Millis, from: Millis }),
  /** For the review channel alone: what is known of these places ends at `until`, unless somebody confirms that nothing is new. */
  z.strictObject({ ...places, kind: z.literal("check.due"), until: Millis }),
] as const;

/** The places a channel follows are others now; its subscription goes on for `areas`. */
const placeAlerts = [
  z.strictObject({
    ...places,
    kind: z.literal("place.changed"),
    /** The place that was subscribed to. */
    area: AreaId,
    /** Ended: nothing took its place, or it is no longer in the record; `areas` is the place itself. */
    is: z.enum(["split", "renamed", "merged", "ended"]),
    /** Discord's ids of those whose subscriptions are concerned. */
    owners: z.array(z.string()),
  }),
] as const;

/** What a fact made of a strike that channels were told of. `before`: the version they were told. */
const strikeChange = { ...AlertBase, fact: z.string(), subject: z.string(), before: z.string() };
const recordAlerts = [
  z.strictObject({ ...strikeChange, kind: z.literal("strike.changed") }),
  z.strictObject({ ...strikeChange, kind: z.literal("strike.withdrawn") }),
  /**
   * An answer that somebody shared reads otherwise since `fact`, of `subject`. `of`: the row that posted it. `was`: its first line as the channel read it last, `is`: as
   * it reads since; empty where it cannot be answered any more.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("answer.changed"),
    fact: z.string(),
    subject: z.string(),
    of: z.string(),
    question: Question,
    /** As of when it was answered, world time. */
    asOf: Millis,
    by: z.string(),
    was: z.string(),
    is: z.string(),
  }),
  /** For the review channel alone: a change that relaxes waits for a second person. `proposal`: its id. */
  z.strictObject({ ...AlertBase, kind: z.literal("review.due"), proposal: z.string() }),
] as const;

/**
 * For those who look after a channel's subscriptions: its owners, their second contacts, the place of last resort. Never for the channel itself.
 * `channel`: Discord's id. `reason`: a named one of sender.ts. `since`: when it closed, world time.
 */
const channel = {
  ...AlertBase,
  channel: z.string(),
  reason: z.string(),
  since: Millis,
  /** Of a channel that is gone: Discord shows its name no more. */
  name: z.string().optional(),
  /** What the bot lacked there, by Discord's names. */
  missing: z.array(z.string()).optional(),
  /** Discord's ids of those who look after it. */
  owners: z.array(z.string()).optional(),
  contacts: z.array(z.string()).optional(),
  /** Nobody took it within the hour: for the next in line. */
  next: z.literal(true).optional(),
};
const channelAlerts = [
  /**
   * Its alerts wait until it takes messages again. `turn`: something became of it since, and the notice that stands is edited: it is open, or closed again
   * within the hour, nobody is subscribed any more, somebody has it, the reason is another.
   */
  z.strictObject({
    ...channel,
    kind: z.literal("channel.closed"),
    turn: z.enum(["open", "again", "ended", "has", "reason"]).optional(),
  }),
  /** It takes messages again: for those who were told that it did not. */
  z.strictObject({
    ...channel,
    kind: z.literal("channel.open"),
    /** Alerts that waited: those that go on now, and those that were over. */
    goes: z.int().optional(),
    missed: z.int().optional(),
  }),
  /** Alerts that will not reach an open channel. `of`: the key of the first one's row in the ledger; `also`: of the others, for the same reason. */
  z.strictObject({
    ...channel,
    kind: z.literal("alert.undelivered"),
    of: z.string(),
    also: z.array(z.string()).optional(),
    /** Somebody has it: the notices that stand are edited. */
    turn: z.literal("has").optional(),
    /** By which "I have it" finds it, where this is a later word about it: the first one's id. */
    about: z.string().optional(),
    /** Of the first: what it was to tell, when, its mark, and its first line where it was put into words. */
    lost: z
      .strictObject({
        kind: z.string(),
        at: Millis,
        mark: z.string(),
        text: z.string().optional(),
        /** It was to put an older message right. */
        edits: z.literal(true).optional(),
      })
      .optional(),
  }),
] as const;

/**
 * About a notice below which people were asked to press Seen. `of`: the key of its row; `people`: who was asked; `posted`: when, world time; `after`: minutes
 * they were given. `messageId`: of its last part, which has the button; `text`: its first line, as posted.
 */
const seen = {
  ...AlertBase,
  channel: z.string(),
  of: z.string(),
  people: z.array(z.string()).nonempty(),
  posted: Millis,
  after: z.int().positive(),
  messageId: z.string(),
  text: z.string().optional(),
};
const strikeRecorded = z.strictObject({
  ...AlertBase,
  kind: z.literal("strike.recorded"),
  fact: z.string(),
  subject: z.string(),
});
/** One for each outage and channel: what passed while nobody watched. Times of what was missed, and nothing else. */
const down = z.strictObject({
  ...AlertBase,
  kind: z.literal("vigia.down"),
  country: AreaId,
  from: Millis,
  to: Millis,
  /** Vigía itself, its clock, Discord, or the channel, which took no messages; left out: Vigía. */
  fault: z.enum(["vigia", "clock", "discord", "channel"]).optional(),
  missed: z
    .array(z.strictObject({ kind: z.enum(["curfew.began", "curfew.ended"]), at: Millis, groups: EdgeGroups }))
    .nonempty(),
});

/** What waits while a channel is quiet, and is told by the note at the end. */
const HeldAlert = z.discriminatedUnion("kind", [
  ...edgeAlerts,
  ...knowledgeAlerts,
  ...placeAlerts,
  ...orgAlerts,
  strikeRecorded,
  down,
]);
export type HeldAlert = z.infer<typeof HeldAlert>;

/** What a channel or person is told because of how it is subscribed, whatever happened. */
const ownAlerts = [
  /** What holds, what comes and what became known in [from, at), for these places. */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("digest"),
    every: z.enum(["day", "week"]),
    form: z.enum(["line", "full"]),
    from: Millis,
    areas: z.array(PlaceId).nonempty(),
    hears: Heard,
  }),
  /**
   * One message that is kept up to date, in two rows: one posts it, the other edits it and is planned anew for each edit. `at`: since when it stands there.
   * `pinned`: whether we pinned it; left out: not tried yet. `ended`: of the edit that says that it is kept up to date no more.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("board"),
    pinned: z.boolean().optional(),
    ended: Millis.optional(),
  }),
  /**
   * Quiet hours, or a pause, are over: what is still so, and what was held. `held`: ids of the rows that it stands for; `tells`: what they were to tell, a
   * strike in the version that it was known in by then. `from`: since when it was quiet.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("quiet.over"),
    is: z.enum(["hours", "pause"]),
    from: Millis,
    held: z.array(z.string()).nonempty(),
    tells: z.array(HeldAlert).nonempty(),
  }),
  /** Somebody wanted no notices for a while. `by`: an opaque id. */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("pause.begun"),
    until: Millis.optional(),
    by: z.string(),
    /** It was ended before that, then, or another one took its place: the word that stands is put right. */
    over: z.strictObject({ at: Millis, is: z.enum(["resumed", "replaced"]) }).optional(),
  }),
  /**
   * Somebody ended or changed a set, and of all the channel's sets together something is heard no more. `by`: an opaque id. `all`: nothing comes any more. `open`:
   * windows that the channel was told of there, and which are not over.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("alerts.narrowed"),
    by: z.string(),
    lost: z.array(Lost).nonempty(),
    all: z.literal(true).optional(),
    open: z.array(z.strictObject({ areas: z.array(PlaceId).nonempty(), until: Millis.optional() })),
    /** It is all heard again since then: the word that stands is put right. */
    over: z.strictObject({ at: Millis }).optional(),
  }),
  /** Nothing happened: somebody wants to see that notices arrive. `by`: an opaque id. */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("drill"),
    by: z.string(),
    /** Of the channel's roles, whether Discord would have let a mention through when it was asked for. */
    roles: z.array(z.strictObject({ role: z.string(), works: z.boolean() })).optional(),
  }),
  /** The bot came into a server. */
  z.strictObject({ ...AlertBase, kind: z.literal("vigia.joined") }),
  /** For the owner alone: who has not pressed Seen below a loud notice. `owners`: who is called where others read it too. */
  z.strictObject({ ...seen, kind: z.literal("seen.missing"), owners: z.array(z.string()).optional() }),
  /** Somebody wants those who have not pressed to be called, in the channel. */
  z.strictObject({ ...seen, kind: z.literal("seen.reminder") }),
  /**
   * For those concerned: who looks after a server's alerts is another now. `from`: who had it, `to`: who has it; Discord's ids. `left`: the one before left the
   * server; without `to` nobody has it. `back`: they are a member again. `handover`: its id, by which it can be taken back.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("duty.moved"),
    why: z.enum(["handover", "over", "left", "back"]),
    from: z.string(),
    to: z.string().optional(),
    until: Millis.optional(),
    channels: z.array(z.string()),
    handover: z.string().optional(),
  }),
] as const;

/** What is done in a server beside a message: nothing of it makes a sound, and no channel waits for it. */
const effects = [
  /**
   * A decree in a server's list of events, brought to where it should stand by now. `subject`: the curfew's. `n`: how often that was planned for this server,
   * from 1; the entry bears the mark of the first (`entry`: its id). `is`: a hash of what was wanted when it was planned. `wants`: "none" where it is to go.
   */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("guild.event"),
    country: AreaId,
    subject: z.string(),
    entry: z.string().length(64),
    n: z.int().positive(),
    is: z.string(),
    wants: z.enum(["shown", "none"]),
  }),
  /** A thread to talk in, below a message. `of`: the key of the row that posts it. */
  z.strictObject({ ...AlertBase, kind: z.literal("thread.opened"), of: z.string() }),
] as const;

/**
 * `id` = SHA-256 of (kind, country, instant, lead) for edges, of (kind, fact) for what a fact caused, of (message, channel, question) for an answer shared,
 * of (kind, channel, since or row) for what is told of a channel. */
export const Alert = z.discriminatedUnion("kind", [
  ...edgeAlerts,
  ...changeAlerts,
  ...knowledgeAlerts,
  ...placeAlerts,
  ...recordAlerts,
  ...channelAlerts,
  ...orgAlerts,
  ...ownAlerts,
  ...effects,
  strikeRecorded,
  down,
  /** An answer that a reader showed to the whole channel. `at`: when it was given to them, the same for every press of its button. */
  z.strictObject({
    ...AlertBase,
    kind: z.literal("answer.shared"),
    question: Question,
    /** World time: when it was shared, and still said word for word what the sharer had read. */
    asOf: Millis,
    /** Of those words: what would read otherwise is not posted in the sharer's name. */
    digest: z.string(),
    /** An opaque id; the name stands in an erasable row. */
    by: z.string(),
  }),
]);
export type Alert = z.infer<typeof Alert>;
export type AlertOf<Kind extends Alert["kind"]> = Extract<Alert, { kind: Kind }>;
