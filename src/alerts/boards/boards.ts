// Keeps one message in a channel up to date: posts it, has it edited whenever what it says has changed or is a few minutes old, pins it where it may, and says
// when it is kept no more. It must never renew what nobody looked at by a believed clock, nor post anew again and again what somebody deletes.
import { type Heard, heardOf } from "../../domain/heard.ts";
import type { Known } from "../../domain/known.ts";
import { nextTurn } from "../../domain/next-turn.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../../domain/time.ts";
import type { Clock } from "../../clock.ts";
import { patiently } from "../../engines/patience.ts";
import type { Logger } from "../../logger.ts";
import type { StoredSubscriptions } from "../../store/stored-subscriptions.ts";
import type { Subscribed } from "../../store/subscriptions.ts";
import { boardAlert, type BoardAlert, planEdit } from "./board-rows.ts";
import { followed } from "../followed.ts";
import { type Entry, isDecided, type Ledger } from "../ledger/ledger.ts";
import type { BoardRows } from "../ledger/own-rows.ts";
import { planFor } from "../planner.ts";
import type { Sender } from "../courier/sender.ts";
import { Rounds } from "../courier/rounds.ts";

/**
 * World time between two edits where nothing has changed (docs/decisions/0029): often enough that "checked" tells at a glance whether we live, and a third of what
 * old messages may be edited in one channel (old-edits.ts).
 */
export const REFRESH = 10 * MINUTE;
/** And machine time: a rehearsal's clock that jumps over a night must not use up what an old message may be edited. */
const APART = 3 * MINUTE;
/** What could not be renewed or posted is tried again after this. */
const AGAIN = HOUR;
/** So often a board that somebody deletes is posted anew. */
const ANEW = DAY;
/** Requests for pins in one look: they share their road with what people ask. */
const PINS = 10;

export interface BoardsParts {
  ledger: Ledger;
  subscriptions: StoredSubscriptions;
  /** With the places of these subscriptions as they are by now. */
  carried: (list: readonly Subscribed[]) => readonly Subscribed[];
  known: () => Known;
  sender: Pick<Sender, "pin">;
  clock: Pick<Clock, "now" | "wall" | "machine">;
  log: Logger;
  trusted: () => boolean;
  broken: (error: unknown) => void;
}

/** What a board said when its last edit was planned. */
interface Said {
  at: Millis;
  machine: Millis;
  /** Lists of the record stay the same objects while nothing in them changes. */
  lists: readonly unknown[];
  /** When that becomes another, as far as it was known then. */
  until: Millis;
  /** For whom: places, topics and language are settings. */
  reader: string;
}

interface Scene {
  now: Millis;
  known: Known;
  turns: Map<string, Millis>;
  pins: number;
}

export class Boards {
  readonly #parts: BoardsParts;
  readonly #said = new Map<string, Said>();
  readonly #rounds: Rounds;

  constructor(parts: BoardsParts) {
    this.#parts = parts;
    this.#rounds = new Rounds(() => this.#round(), parts.broken);
    parts.subscriptions.onChanged(() => this.look());
    parts.ledger.onMoved(({ delivery: { alert, edits, state, reason } }) => {
      if (alert.kind !== "board") return;
      const isNew = edits === undefined && state === "sent" && alert.pinned === undefined;
      if (isNew || (edits !== undefined && (alert.ended !== undefined || reason === "message-deleted"))) this.look();
    });
  }

  start(): void {
    this.#rounds.start();
  }

  async stop(): Promise<void> {
    await this.#rounds.stop();
  }

  /** Resolves when nothing is left to be planned or pinned now. For tests. */
  async idle(): Promise<void> {
    await this.#rounds.idle();
  }

  /** Plans whatever is due; harmless however often. Called once a minute, and when something was recorded or changed. */
  look(): void {
    this.#rounds.look();
  }

  async #round(): Promise<void> {
    const { ledger, subscriptions, carried, clock, known, trusted } = this.#parts;
    if (!trusted()) return;
    const scene = { now: clock.now(), known: known(), turns: new Map<string, Millis>(), pins: PINS };
    const current = new Set<string>();
    // Carried all together: that list is kept while nobody changes anything.
    for (const to of carried(subscriptions.running()).filter(({ destination }) => destination.board !== undefined)) {
      if (this.#rounds.stopped || !trusted()) return;
      const alert = boardAlert(to.destination, to.destination.board?.since ?? scene.now);
      current.add(alert.id);
      await this.#keep(to, alert, scene);
    }
    for (const rows of Array.from(ledger.own.boards()))
      if (rows.post !== undefined && !current.has(rows.post.delivery.alert.id)) await this.#end(rows, scene);
  }

  async #keep(to: Subscribed, alert: BoardAlert, scene: Scene): Promise<void> {
    const { ledger, clock } = this.#parts;
    const { now } = scene;
    const { post, edit } = ledger.own.board(to.destination.id, alert.id) ?? {};
    if (post === undefined) {
      this.#note(to, scene);
      return ledger.plan(planFor(alert, to, { now }, clock).map((row) => ({ ...row, loud: false, roles: [] })));
    }
    if (!isDecided(post.delivery)) return;
    if (post.delivery.state !== "sent") {
      // Nobody was subscribed when its turn came, and somebody is again.
      if (post.delivery.state === "skipped" && now - alert.at >= AGAIN) await this.#anew(to, now);
      return;
    }
    await this.#pin(post, true, scene);
    if (edit !== undefined && !isDecided(edit.delivery)) return;
    if (edit?.delivery.reason === "message-deleted") return this.#deleted(to, now);
    // It said that it is kept no more, and is wanted again.
    if (isEnded(edit)) return this.#anew(to, now);
    if (isStuck(edit, now) || !this.#isDue(to, scene)) return;
    this.#note(to, scene);
    await planEdit(ledger, ledger.own.board(to.destination.id, alert.id)?.post ?? post, edit, { now, clock, to });
  }

  /** It says so where it stands, once, and is no longer pinned if that was our doing. */
  async #end({ post, edit }: BoardRows, scene: Scene): Promise<void> {
    const { ledger, clock } = this.#parts;
    const { now } = scene;
    if (post === undefined || post.delivery.state !== "sent") return;
    this.#said.delete(post.delivery.destination);
    if (edit !== undefined && (!isDecided(edit.delivery) || edit.delivery.untold)) return;
    if (edit?.delivery.reason === "message-deleted") return;
    if (isEnded(edit)) return this.#pin(post, false, scene);
    await planEdit(ledger, post, edit, { now, clock, ended: now });
  }

  /** Once: whoever takes it away from there has a reason. Without leave the board works all the same. */
  async #pin(post: Entry, on: boolean, scene: Scene): Promise<void> {
    const { ledger, sender } = this.#parts;
    const { alert, channelId, parts } = post.delivery;
    const messageId = parts[0]?.messageId;
    if (alert.kind !== "board" || messageId === undefined || scene.pins === 0) return;
    if (on ? alert.pinned !== undefined : alert.pinned !== true) return;
    scene.pins -= 1;
    const done = await sender.pin(channelId, messageId, on);
    if (done !== "again") await ledger.move(post, { alert: { ...alert, pinned: on && done === "done" } });
  }

  /** Posted anew, but not a second time within a day: whoever deletes it twice does not want it. Its people are told: somebody may have counted on it. */
  async #deleted(to: Subscribed, now: Millis): Promise<void> {
    const { log } = this.#parts;
    const { guildId, id, board } = to.destination;
    if (board?.again !== true || now - board.since >= ANEW) return this.#anew(to, now, true);
    log.warn(
      { channel: id, guild: guildId },
      "A message that is kept up to date was deleted twice; it is kept no more",
    );
    const boardOff = { at: now, since: board.since };
    await patiently(() => this.#parts.subscriptions.setDestination(guildId, id, { board: undefined, boardOff }));
  }

  async #anew(to: Subscribed, now: Millis, again = false): Promise<void> {
    // Another message even where the clock stands: of the same instant it would be the one that has ended.
    const since = Math.max(now, (to.destination.board?.since ?? now) + 1);
    await this.#set(to, { since, ...(again ? { again } : {}) });
  }

  async #set({ destination: { guildId, id } }: Subscribed, board: { since: Millis; again?: true }) {
    await patiently(() => this.#parts.subscriptions.setDestination(guildId, id, { board }));
  }

  #isDue(to: Subscribed, scene: Scene): boolean {
    const said = this.#said.get(to.destination.id);
    if (said === undefined || said.reader !== readerOf(to)) return true;
    const rested = this.#parts.clock.machine() - said.machine >= APART;
    if ((rested && Math.abs(scene.now - said.at) >= REFRESH) || scene.now >= said.until) return true;
    return listsOf(heardOf(to.subscriptions), scene.known).some((list, i) => list !== said.lists[i]);
  }

  #note(to: Subscribed, { now, known, turns }: Scene): void {
    const places = followed(to);
    const key = places.join();
    const until = turns.get(key) ?? nextTurn(known, places, now) ?? Infinity;
    turns.set(key, until);
    const lists = listsOf(heardOf(to.subscriptions), known);
    const machine = this.#parts.clock.machine();
    this.#said.set(to.destination.id, { at: now, machine, lists, until, reader: readerOf(to) });
  }
}

function listsOf({ curfews, strikes, orgs }: Heard, known: Known): readonly unknown[] {
  return [
    known.areasById,
    ...(curfews ? [known.curfews, known.withdrawn, known.coverage] : []),
    ...(strikes === undefined ? [] : [known.strikes, known.gaps]),
    ...(orgs ? [known.orgs] : []),
  ];
}

const readers = new WeakMap<Subscribed, string>();

/** Asked of each board each minute; a channel is the same object until something of it changes. */
function readerOf(to: Subscribed): string {
  const known = readers.get(to) ?? JSON.stringify([followed(to), heardOf(to.subscriptions), to.destination.language]);
  readers.set(to, known);
  return known;
}

const isEnded = (edit: Entry | undefined) =>
  edit !== undefined && edit.delivery.alert.kind === "board" && edit.delivery.alert.ended !== undefined;

/** It could not be renewed, for a reason that stays: it is tried again later. */
function isStuck(edit: Entry | undefined, now: Millis): boolean {
  if (edit === undefined || edit.delivery.state === "sent" || edit.delivery.state === "skipped") return false;
  return edit.delivery.untold === true || Math.abs(now - edit.delivery.plannedAt) < AGAIN;
}
