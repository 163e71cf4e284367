// Judges what stands in channels against what was so (attack-world.ts), as a reader who reads each message and believes the newest. It must never ask the
// program, its rows or its rules, and imports nothing of src/ but types: what both get wrong would be right.
import * as m from "./attack-model.ts";
import type { Shown } from "./attack-scene.ts";
import type { Book, World } from "./attack-world.ts";

const BOTH = ["begins", "ends", "changes"];

export class Oracle {
  readonly faults: string[] = [];
  readonly #world: World;
  readonly #shown: readonly Shown[];
  constructor(world: World, shown: readonly Shown[]) {
    this.#world = world;
    this.#shown = shown;
  }

  fault(what: string, channel?: string) {
    const story = this.#shown
      .filter((one) => channel === undefined || one.channel === channel)
      .slice(-8)
      .map(
        (one) =>
          `${this.#world.clocks.wall(this.#world.clocks.minuteOf(one.at))} ${one.channel.slice(-2)} ${one.was.content}`,
      );
    this.faults.push(
      `${this.#world.clocks.wall(this.#world.minute)} ${what}${channel === undefined ? "" : ` in ${channel.slice(-1)}`}\n    ${story.join("\n    ")}`,
    );
  }

  /** What came since it was last read. */
  read() {
    for (const book of this.#world.books) {
      const own = this.#shown.filter(({ channel }) => channel === book.id);
      for (const one of own.slice(book.read)) this.#readOne(book, one, own);
      book.read = own.length;
    }
  }

  #readOne(book: Book, one: Shown, own: readonly Shown[]) {
    const { content } = one.was;
    if (own.some((other) => other !== one && other.nonce === one.nonce))
      this.fault(`(2) posted twice: ${content}`, book.id);
    this.#held(book, content);
    for (const line of m.linesOf(one.was)) this.#believe(book, line, content);
    for (const blow of this.#world.blows) this.#news(book, blow, one, own);
  }

  #held(book: Book, content: string) {
    const { minute, troubled, doubted } = this.#world;
    const snapshot = m.asOf(book.snapshots, minute);
    const { clocks } = this.#world;
    const isQuiet = m.isQuietAt(snapshot, minute, clocks) && m.isQuietAt(snapshot, minute - 1, clocks);
    // What may stand already is not held.
    const isDoubted = minute < Math.max(troubled, doubted + 40);
    if (
      isQuiet &&
      // That nobody knows any more whether what runs was changed comes at once.
      (/^(NEW ·|NUEVO ·|⏰|🔔|🛠️)/.test(content) || (/^🔴 (CURFEW|TOQUE)/.test(content) && m.isBegin(content))) &&
      !isDoubted &&
      snapshot?.isReached === true
    )
      this.fault(`(4) not held: ${content}`, book.id);
  }

  #believe(book: Book, line: string, content: string) {
    const { minute, force, recorded } = this.#world;
    const claim = m.claimOf(line);
    if (claim === undefined) return;
    book.claimed = minute;
    if (claim === "changed") {
      if (book.claim !== undefined) book.claim = { ...book.claim, until: undefined };
      return;
    }
    const before = book.claim;
    if (
      before?.is === "curfew" &&
      claim.is === "curfew" &&
      before.until === claim.until &&
      before.until !== undefined &&
      [before.text, line].every(m.isBegin)
    )
      this.fault(`(2) began twice: ${line}`, book.id);
    book.claim = claim;
    if (claim.is !== "curfew" || force[minute] !== true || !line.startsWith("🔴") || m.isUnchecked(line)) return;
    const begin = Math.max(this.#world.begin(minute), recorded);
    const subscribed = book.since(({ subs }) => m.hearsOf(subs, "begins"));
    if (minute - begin > 7 && !m.saysLate(content) && subscribed < begin)
      this.fault(`(5) late, and does not say so: ${content}`, book.id);
  }

  #news(book: Book, blow: m.Blow, one: Shown, own: readonly Shown[]) {
    const { content } = one.was;
    const isNew = (shown: Shown) =>
      (/^(NEW|NUEVO) ·/.test(shown.was.content) || m.HELD.test(shown.was.content)) &&
      m.isAbout(blow, m.wholeOf(shown.was));
    if (!isNew(one)) return;
    const others = own.slice(0, own.indexOf(one)).filter(isNew);
    if (others.length > 0) this.fault(`(2) ${blow.id} told twice as new: ${content}`, book.id);
    const owed = book.owed.get(blow.id);
    if (owed === undefined) this.fault(`(6) ${blow.id} told to whom it is not owed: ${content}`, book.id);
    else if (this.#world.minute - owed.at > 7 && !m.saysLate(content))
      this.fault(`(5) ${blow.id} late, and does not say so: ${content}`, book.id);
  }

  /** Whether what a reader believes is so. */
  judge() {
    const { minute, troubled } = this.#world;
    for (const book of this.#world.books) {
      const snapshot = m.asOf(book.snapshots, minute);
      if (snapshot === undefined || !snapshot.isReached || minute < troubled) continue;
      const hears = (topic: string) => (one: m.Snapshot) => m.hearsOf(one.subs, topic);
      const since = Math.max(...BOTH.map((topic) => book.since(hears(topic))));
      if (since <= minute) this.#judgeBelief(book, snapshot, since);
    }
  }

  #judgeBelief(book: Book, snapshot: m.Snapshot, since: number) {
    const { minute, force, recorded } = this.#world;
    const { claim } = book;
    if (force[minute] !== true) {
      if (claim?.is === "curfew" && book.claimed >= since)
        this.fault(`(1) no curfew runs, believed: ${claim.text}`, book.id);
      return this.#judgeKnowing(book, since);
    }
    const end = force.indexOf(false, minute);
    if (
      claim?.is === "curfew" &&
      claim.until !== undefined &&
      book.claimed >= since &&
      claim.until !== this.#world.clocks.wall(end).slice(3)
    )
      this.fault(`(1) until ${this.#world.clocks.wall(end)}, believed: ${claim.text}`, book.id);
    if (m.isQuietAt(snapshot, minute, this.#world.clocks)) return;
    const begin = Math.max(this.#world.begin(minute), recorded);
    if (begin > since && claim?.is !== "curfew")
      this.fault(
        `(1) a curfew runs since ${this.#world.clocks.wall(begin)}, believed: ${claim?.text ?? "nothing"}`,
        book.id,
      );
  }

  /** No curfew runs, or nobody knows: a lapse is told after two hours at the latest, and what is known again at once. */
  #judgeKnowing(book: Book, since: number) {
    const { minute, clocks } = this.#world;
    const { claim } = book;
    const from = this.#world.sinceWhen(minute);
    if (claim === undefined || from < since || book.claimed < since) return;
    const wasQuiet = Array.from({ length: minute - from + 1 }, (_, i) => from + i).some((at) =>
      this.#world.isQuiet(book, at),
    );
    if (wasQuiet) return;
    if (this.#world.is(minute) === "dark") {
      if (minute - from > 130 && claim.is === "none" && !m.saysDark(claim))
        this.fault(`(9) not known since ${clocks.wall(from)}, believed: ${claim.text}`, book.id);
    } else if (minute - from > 10 && claim.is === "dark" && claim.text.startsWith("❔"))
      this.fault(`(9) known since ${clocks.wall(from)}, believed: ${claim.text}`, book.id);
  }
}
