// Arguments of buttons that do not fit into a custom id, in the store. Kept as long as somebody may press the button: over a year since it was written or
// pressed last. What was shown in a server stands under that server's id, so that it can be forgotten with it.
import { z } from "zod";
import { ARGS_FOR, ARGS_NOTED } from "../domain/ages.ts";
import { hash } from "../domain/id.ts";
import type { Millis } from "../domain/time.ts";
import type { Clock } from "../clock.ts";
import { expected, pages } from "../engines/pages.ts";
import { isFull } from "../engines/faults.ts";
import { patiently, promptly } from "../engines/patience.ts";
import type { Store } from "../engines/store.ts";
import type { LongArgs } from "./custom-id.ts";

/** `at`: the machine's wall time of its last use, to the month: a button stands in Discord, whose time is the real one. Rows from before have none. */
const Kept = z.strictObject({ v: z.literal(1), args: z.array(z.string()), at: z.int().optional() });
type Kept = z.infer<typeof Kept>;

/** Shares its namespace with others. */
const PREFIX = "args-";
const keyOf = (hashed: string) => `${PREFIX}${hashed}`;

/** A server's id before it, of at most 20 digits: together no longer than the longest hash that a custom id carries. */
const IN_GUILD = 43;
const ofGuild = (guildId: string) => `${guildId}-`;

export interface StoredArgs extends LongArgs {
  in(guildId: string): LongArgs;
  /** Whatever was kept for a server's buttons. Harmless when repeated. */
  forget(guildId: string): Promise<void>;
}

export function longArgs(
  rows: Pick<Store, "add" | "read" | "swap" | "scan" | "remove">,
  clock: Pick<Clock, "wall">,
): StoredArgs {
  /** A full disk is no reason to leave a question unanswered: the buttons below are kept as soon as there is room. */
  const unwritten = new Map<string, readonly string[]>();
  const later = (key: string, args: readonly string[], write: () => Promise<unknown>) => {
    unwritten.set(key, args);
    // Any other fault meets the next write too, which somebody hears of.
    void patiently(write).then(
      () => unwritten.delete(key),
      () => undefined,
    );
  };
  const unlessFull = async (write: () => Promise<unknown>): Promise<"written" | "full"> => {
    try {
      await promptly(write);
      return "written";
    } catch (error) {
      if (!isFull(error)) throw error;
      return "full";
    }
  };
  /** One that comes too late is no matter: somebody else has just noted it. */
  const used = async (key: string): Promise<Kept | undefined> => {
    const row = await rows.read(key);
    if (row === undefined) return undefined;
    const kept = Kept.parse(row.value);
    const at = clock.wall();
    if (at - (kept.at ?? -Infinity) > ARGS_NOTED)
      await unlessFull(() => rows.swap([{ key, expect: row.version, value: { ...kept, at } }]));
    return kept;
  };
  const within = (name: (hashed: string) => string): LongArgs => ({
    async keep(args) {
      const hashed = name(hash([...args]));
      const key = keyOf(hashed);
      if (unwritten.has(key) || (await used(key)) !== undefined) return hashed;
      const add = () => rows.add([{ key, value: { v: 1, args: [...args], at: clock.wall() } }]);
      if ((await unlessFull(add)) === "full") later(key, args, add);
      return hashed;
    },
    async find(hashed) {
      const key = keyOf(hashed);
      return unwritten.get(key) ?? (await used(key))?.args;
    },
  });
  return {
    ...within((hashed) => hashed),
    in: (guildId) => within((hashed) => `${ofGuild(guildId)}${hashed.slice(0, IN_GUILD)}`),
    async forget(guildId) {
      const own = keyOf(ofGuild(guildId));
      // Until a whole look finds none: one may have been pressed meanwhile.
      for (let found = true; found;) {
        found = false;
        for await (const page of pages(rows, PREFIX, PAGE)) {
          const gone = page.filter(({ key, value }) => key.startsWith(own) || names(value, guildId));
          if (gone.length === 0) continue;
          found = true;
          await rows.remove(gone.map(expected));
        }
      }
      for (const key of unwritten.keys()) if (key.startsWith(own)) unwritten.delete(key);
    },
  };
}

const PAGE = 500;

/** Those of an older Vigía stand under their hash alone: drafts name their server. */
const names = (value: unknown, guildId: string) => Kept.parse(value).args.some((arg) => arg.includes(guildId));

/** Lets go of what nobody pressed for over a year; what has no date is given today's. */
export async function* agedArgs(
  rows: Pick<Store, "scan" | "swap" | "remove">,
  wall: Millis,
  limit: number,
): AsyncGenerator<number, void> {
  for await (const page of pages(rows, PREFIX, limit)) {
    const read = page.map((row) => ({ ...row, kept: Kept.parse(row.value) }));
    const undated = read.filter(({ kept }) => kept.at === undefined);
    const old = read.filter(({ kept }) => kept.at !== undefined && kept.at < wall - ARGS_FOR);
    if (undated.length > 0)
      await rows.swap(
        undated.map(({ key, version, kept }) => ({ key, expect: version, value: { ...kept, at: wall } })),
      );
    yield old.length > 0 && (await rows.remove(old.map(expected))).ok ? old.length : 0;
  }
}
