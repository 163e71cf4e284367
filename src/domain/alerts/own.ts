// What a channel is told because of how it is subscribed, and what is done in its server beside a message.
import { z } from "zod";
import { AreaId, PlaceId } from "../area.ts";
import { Heard } from "../heard.ts";
import { Lost } from "../narrowed.ts";
import { AlertBase, Millis } from "./base.ts";
import { edgeAlerts, down } from "./curfew.ts";
import { knowledgeAlerts, placeAlerts } from "./places.ts";
import { orgAlerts, strikeRecorded } from "./record.ts";

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
export const ownAlerts = [
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
] as const;

/** What is done in a server beside a message: nothing of it makes a sound, and no channel waits for it. */
export const effects = [
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
