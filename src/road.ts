// The one road of an alert, put together: what is recorded or passed by the clock -> planner -> ledger -> courier. Knows no command, no gateway and no
// config file; whoever opens it says in which order its parts begin. Used as it is by the program and by those who kill it at each step.
import { carriedTo } from "./alerts/carrying.ts";
import { checkWatch } from "./alerts/watches/check-watch.ts";
import { Boards } from "./alerts/boards/boards.ts";
import { ChannelNow } from "./alerts/care/channel-now.ts";
import { Closures } from "./alerts/care/closures.ts";
import { Clockwork } from "./alerts/clockwork.ts";
import { Courier } from "./alerts/courier/courier.ts";
import { curfewNews } from "./alerts/changes/curfew-news.ts";
import { digestWatch } from "./alerts/watches/digest-watch.ts";
import { Drills } from "./alerts/asked/drills.ts";
import { edgeWatch } from "./alerts/watches/edge-watch.ts";
import { DutyDesk } from "./alerts/care/duty-desk.ts";
import { Forgetting } from "./alerts/asked/forgetting.ts";
import { EventPlans } from "./alerts/events/event-plans.ts";
import { followed } from "./alerts/followed.ts";
import { Holding } from "./alerts/quiet/holding.ts";
import { HaveIt } from "./alerts/care/have-it.ts";
import { hearersOf } from "./alerts/hearers.ts";
import { Joining } from "./alerts/asked/joining.ts";
import { KeptMessages } from "./alerts/ledger/kept-messages.ts";
import { knowledgeWatch } from "./alerts/watches/knowledge-watch.ts";
import { Ledger } from "./alerts/ledger/ledger.ts";
import { Bookmark } from "./alerts/ledger/marks.ts";
import { Membership } from "./alerts/care/membership.ts";
import { News } from "./alerts/changes/news.ts";
import type { Rate } from "./alerts/courier/pace.ts";
import { orgAnnouncer } from "./alerts/changes/org-news.ts";
import { Pausing, pauseWatch } from "./alerts/quiet/pausing.ts";
import { People } from "./alerts/ledger/people.ts";
import { Presses } from "./alerts/seen/presses.ts";
import { placeWatch } from "./alerts/watches/place-watch.ts";
import { type Aged, Prune } from "./alerts/ledger/prune.ts";
import { renderer } from "./alerts/render/render.ts";
import type { BoardNow } from "./alerts/render/own.ts";
import { reviewing, type ReviewChannel } from "./alerts/changes/review.ts";
import { Seen } from "./alerts/seen/seen.ts";
import { SeenMissing } from "./alerts/seen/seen-missing.ts";
import type { Sender } from "./alerts/courier/sender.ts";
import { answerChanges } from "./alerts/changes/shared-changed.ts";
import { Sharing } from "./alerts/asked/sharing.ts";
import { soonWatch } from "./alerts/watches/soon-watch.ts";
import { strikeChanges } from "./alerts/changes/strike-changes.ts";
import { strikeNews } from "./alerts/changes/strike-news.ts";
import { sumUp } from "./alerts/courier/sum-up.ts";
import { answersFor, type Ask } from "./answers-for-alerts.ts";
import type { Clock } from "./clock.ts";
import { carried } from "./domain/carried.ts";
import type { AreaId } from "./domain/area.ts";
import { type Delivery, isUnsubscribed } from "./domain/delivery.ts";
import { heardOf } from "./domain/heard.ts";
import type { Known } from "./domain/known.ts";
import type { Language } from "./domain/text.ts";
import type { Millis } from "./domain/time.ts";
import type { Engine } from "./engines/open.ts";
import { isFull, type PatientEngine } from "./engines/patience.ts";
import type { Logger } from "./logger.ts";
import { StoredDuties } from "./store/stored-duties.ts";
import { StoredProposals } from "./store/proposals.ts";
import type { FactStore } from "./store/store.ts";
import type { Subscribed } from "./store/subscriptions.ts";
import { StoredSubscriptions } from "./store/stored-subscriptions.ts";

export interface RoadParts {
  /** `room`: waits for it where the disk is full; without it a full disk is a fault like any other. */
  engine: Pick<Engine, "namespace"> & Partial<Pick<PatientEngine, "room">>;
  store: FactStore;
  /** Answers again what was shared: commands know how. */
  ask: Ask;
  sender: Sender;
  clock: Clock;
  log: Logger;
  /** A fault that no row can hold: the program must stop. */
  broken: (error: unknown) => void;
  /** True where a clock may go back on purpose, and with it what is known. */
  rewinds: boolean;
  /** Whose clock tells of what can be answered no more. */
  home: AreaId;
  /** Who is asked before what is known ends; how long after a check it is asked, ms. */
  review: { id: string | undefined; guildId: string; language: Language };
  freshness: Millis;
  /** What else in the store grows old, and is not the road's. */
  aged: readonly Aged[];
  /** How fast the courier may ask; left out: what Discord allows a bot. */
  rate?: Rate;
}

export interface Road {
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  people: People;
  proposals: StoredProposals;
  shown: KeptMessages;
  sharing: Sharing;
  drills: Drills;
  joining: Joining;
  news: News;
  clockwork: Clockwork;
  courier: Courier;
  closures: Closures;
  boards: Boards;
  channels: ChannelNow;
  presses: Presses;
  seen: Seen;
  seenMissing: SeenMissing;
  pausing: Pausing;
  membership: Membership;
  duty: DutyDesk;
  forgetting: Forgetting;
  askSecond: ReturnType<typeof reviewing>;
  prune: Prune;
}

/** Reads what the store holds of it. Throws with a row's key on one that no longer fits its schema. */
export async function openRoad(parts: RoadParts): Promise<Road> {
  const { engine, store, clock, log, sender, broken } = parts;
  const subscriptions = await StoredSubscriptions.open(engine.namespace("subs"), clock, (one) =>
    carried(store.known().areas, one.areas, one.since, clock.now()),
  );
  const ledger = await Ledger.open(engine.namespace("deliveries"));
  const marks = engine.namespace("marks");
  const shown = new KeptMessages(marks);
  const people = await People.open(marks);
  const presses = await Presses.open(marks);
  const proposals = await StoredProposals.open(marks);
  const review = reviewChannel(parts.review, subscriptions);
  // A clock that was put right must not hide what is recorded; a rehearsal's goes back on purpose.
  const knownAt = (at: Millis) => (parts.rewinds ? store.known(at) : store.known());
  const subscribed = (known: Known, at: Millis) => carriedTo(subscriptions.running(), known, at);
  const events = new EventPlans({ ledger, known: knownAt, subscribed, clock, trusted: () => clockwork.trusted });
  const keep = () => events.look();
  subscriptions.onChanged(() => void keep().catch(broken));
  const clockwork: Clockwork = new Clockwork({
    known: knownAt,
    subscribed,
    keep,
    hearing: (known, audience, wanted) => hearersOf(audience, known.areas).hearing(wanted),
    watches: [
      pauseWatch(clock),
      edgeWatch({ ledger, clock }),
      soonWatch({ ledger, clock }),
      placeWatch({ ledger, clock, subscribed: () => subscriptions.running() }),
      knowledgeWatch({ ledger, clock }),
      checkWatch({ ledger, clock, channel: review, freshness: parts.freshness }),
      digestWatch({ ledger, clock }),
    ],
    ledger,
    watermark: await Bookmark.open(marks, "planned-until"),
    clock,
    serverTime: () => sender.serverTime(),
    log,
  });
  const duties = await StoredDuties.open(engine.namespace("subs"));
  const membership = new Membership({
    ledger,
    subscriptions,
    duties,
    sender,
    clock,
    log,
    swept: await Bookmark.open(marks, "members-asked"),
  });
  const duty = new DutyDesk({ subscriptions, duties, sender, clock, review: parts.review.id });
  const haveIt = await HaveIt.open(marks);
  const trusted = () => clockwork.trusted;
  const closures = new Closures({
    ledger,
    subscriptions,
    duties,
    haveIt,
    sender,
    clock,
    log,
    askMembers: (guildId, people) => membership.ask(guildId, people),
    dutyNews: (now, places) => membership.tell(now, places),
    trusted,
    wake: () => courier.wake(),
    broken,
  });
  const carry = (list: readonly Subscribed[]) => carriedTo(list, store.known(), clock.now());
  const boards = new Boards({
    ledger,
    subscriptions,
    carried: carry,
    known: () => store.known(),
    sender,
    clock,
    log,
    trusted,
    broken,
  });
  const channels = new ChannelNow({
    ledger,
    subscriptions,
    duties,
    haveIt,
    people,
    clock,
    look: () => closures.look(),
  });
  const holding = new Holding({
    ledger,
    clock,
    record: () => store.known(),
    destination: ({ guildId, destination }) => subscriptions.destination(guildId, destination),
    standing: (delivery) => (isUnsubscribed(delivery) ? "open" : standing(delivery, subscriptions)),
  });
  const courier = new Courier({
    shown,
    ledger,
    sender,
    clock,
    log,
    scene: () => ({ known: store.known(), now: clock.now() }),
    render: renderer(
      answersFor({
        ...parts,
        ledger,
        people,
        proposals,
        channels,
        presses,
        subscriptions,
        board: (delivery) => boardNow(delivery, subscriptions, carry),
        reviewers: () => reviewers(parts.review.id, review, duty),
      }),
    ),
    standing: (delivery) => standing(delivery, subscriptions),
    holding,
    trusted,
    sumUp: (destination) =>
      sumUp(
        { ledger, clock, running: (row) => subscriptions.of(row.guildId, row.destination) },
        destination,
        () => store.known(),
        clock.now(),
      ),
    closed: (delivery, why) => closures.closed(delivery, why),
    wantedEvent: (delivery) => events.wanted(delivery),
    // What they are told, and how often, is worked out of the rows.
    undelivered: async () => closures.look(),
    room: async (fault) => {
      if (engine.room === undefined || !isFull(fault)) throw fault;
      await engine.room();
    },
    broken,
    rate: parts.rate,
  });
  const prune = new Prune({
    ledger,
    shown,
    forgotten: await Bookmark.open(marks, "forgotten-until"),
    others: parts.rewinds
      ? []
      : [
          async function* aged({ now }, limit) {
            yield await proposals.forget(now, limit);
          },
          (times, limit) => presses.aged(times, limit),
          ...parts.aged,
        ],
    clock,
    log,
  });
  return {
    ledger,
    subscriptions,
    people,
    proposals,
    shown,
    sharing: new Sharing({ ledger, people, clock }),
    joining: new Joining({ ledger, subscriptions, sender, clock, log, trusted, broken }),
    drills: new Drills({ ledger, people, subscriptions, clock }),
    news: newsOf(parts, { keep, ledger, subscriptions, cursor: await Bookmark.open(marks, "planned-facts") }),
    clockwork,
    courier,
    closures,
    boards,
    channels,
    presses,
    seen: new Seen({ ledger, presses, subscriptions, duties, clock }),
    seenMissing: new SeenMissing({ ledger, presses, subscriptions, duties, sender, clock, log, trusted, broken }),
    pausing: new Pausing({ ledger, subscriptions, people, clock, wake: () => courier.wake() }),
    askSecond: reviewing({ ledger, clock, channel: review }),
    membership,
    duty,
    forgetting: new Forgetting({
      marks,
      ledger,
      subscriptions,
      duties,
      people,
      haveIt,
      proposals,
      courier,
      prune,
      sender,
      others: [(guildId) => presses.forget(guildId)],
      clock,
      log,
    }),
    prune,
  };
}

function newsOf(
  { store, clock, ask }: Pick<RoadParts, "store" | "clock" | "ask">,
  {
    ledger,
    subscriptions,
    ...own
  }: { ledger: Ledger; subscriptions: StoredSubscriptions; cursor: Bookmark; keep: () => Promise<void> },
): News {
  const known = () => store.known();
  return new News({
    factsAfter: (seq) => store.after(seq),
    subscribed: (at, wanted) => {
      const record = store.known();
      const all = carriedTo(subscriptions.at(at), record, clock.now());
      return wanted === undefined ? all : hearersOf(all, record.areas).hearing(wanted);
    },
    announcers: [
      strikeNews({ known, clock }),
      strikeChanges({ known, versions: (subject) => store.versions("strike", subject), ledger, clock }),
      orgAnnouncer({ known, versions: (subject) => store.versions("org", subject), ledger, clock }),
      curfewNews({ known, versions: (subject) => store.versions("curfew", subject), ledger, clock }),
      answerChanges({
        known: (at) => store.known(at),
        answerIn: ask,
        versions: (noun, subject) => store.versions(noun, subject),
        ledger,
        clock,
      }),
    ],
    ledger,
    clock,
    ...own,
  });
}

/** Who is called by a question to the review channel: who looks after that channel's own alerts. */
function reviewers(id: string | undefined, review: ReviewChannel | undefined, duty: DutyDesk): readonly string[] {
  return id === undefined || review === undefined ? [] : duty.ownersOf(review.about().guildId, id);
}

/** In the words of the channel's own subscription, if it has one. */
function reviewChannel(
  { id, guildId, language }: RoadParts["review"],
  subscriptions: StoredSubscriptions,
): ReviewChannel | undefined {
  const about = () => {
    const own = subscriptions.running().find(({ destination }) => destination.id === id)?.destination;
    return { guildId: own?.guildId ?? guildId, language: own?.language ?? language };
  };
  return id === undefined ? undefined : { id, about };
}

function standing(delivery: Delivery, subscriptions: StoredSubscriptions): "open" | "paused" | "ended" {
  const running = subscriptions.of(delivery.guildId, delivery.destination);
  if (running === undefined || !running.subscriptions.some((one) => delivery.subscriptions.includes(one.id)))
    return "ended";
  return running.destination.paused === undefined ? "open" : "paused";
}

/** Whom a board is for by now, if it is the one that its channel has. */
function boardNow(
  { alert, guildId, channelId }: Delivery,
  subscriptions: StoredSubscriptions,
  carry: (list: readonly Subscribed[]) => readonly Subscribed[],
): BoardNow {
  const running = subscriptions.of(guildId, channelId);
  if (running === undefined || running.destination.board?.since !== alert.at) return { is: "ended" };
  const [to] = carry([running]);
  return to === undefined ? { is: "ended" } : { is: "kept", areas: followed(to), hears: heardOf(to.subscriptions) };
}
