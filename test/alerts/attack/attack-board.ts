// Whether the one message that is kept up to date stands in a channel once, and says what is so: read as a reader does who looks at nothing else. It must never ask
// the program, its rows or its rules, and imports nothing of src/ but types.
import * as m from "./attack-model.ts";
import type { Oracle } from "./attack-oracle.ts";
import type { Shown } from "./attack-scene.ts";
import type { Book, World } from "./attack-world.ts";

/** An edit may wait so long: three minutes lie between two of an old message, and several edits may be due. */
const PATIENCE = 12;

const isBoard = ({ was }: Shown) => was.content.startsWith("📌");
/** What stands there now; undefined: it says that it is kept no more. */
function keptOf({ is }: Shown): string | undefined {
  return /^📌 (?:As of|Al) [^:]*\d\d:\d\d[^:]*: (.*)/s.exec(is.content)?.[1];
}

export class Boards {
  readonly #world: World;
  readonly #oracle: Oracle;
  readonly #shown: readonly Shown[];
  /** Since when each says something that is not so. */
  readonly #wrong = new Map<Book, number>();
  constructor(world: World, oracle: Oracle, shown: readonly Shown[]) {
    this.#world = world;
    this.#oracle = oracle;
    this.#shown = shown;
  }

  /** `isOver`: all has settled, and nothing may be on its way. */
  judge(isOver = false) {
    for (const book of this.#world.books) {
      const fault = this.#faultOf(book);
      if (fault === undefined) this.#wrong.delete(book);
      else this.#wrong.set(book, this.#wrong.get(book) ?? this.#world.minute);
      const since = this.#wrong.get(book);
      if (fault !== undefined && since !== undefined && (isOver || this.#world.minute - since > PATIENCE))
        this.#oracle.fault(`(11) since ${this.#world.clocks.wall(since)} ${fault}`, book.id);
    }
  }

  #faultOf(book: Book): string | undefined {
    const { minute, troubled, clocks } = this.#world;
    const snapshot = m.asOf(book.snapshots, minute);
    if (snapshot === undefined || !snapshot.isReached || minute < troubled) return undefined;
    const kept = this.#shown.filter((one) => one.channel === book.id && isBoard(one) && keptOf(one) !== undefined);
    if (snapshot.subs.length === 0 || snapshot.board === undefined)
      return kept.length === 0 ? undefined : `the board is not wanted: ${kept[0]?.is.content}`;
    const [first] = kept;
    if (first === undefined) return "there is no board";
    if (kept.length > 1) return `there are ${kept.length} boards`;
    if (!m.CURFEWS.some((topic) => m.hearsOf(snapshot.subs, topic))) return undefined;
    const text = keptOf(first) ?? "";
    const claim = m.claimOf(text);
    const is = this.#world.is(minute);
    if (claim === undefined || claim === "changed" || claim.is !== is)
      return `it is ${is}, the board: ${first.is.content}`;
    const until = clocks.wall(this.#world.endOf(minute)).slice(3);
    return is === "curfew" && claim.until !== until ? `until ${until}, the board: ${first.is.content}` : undefined;
  }
}
