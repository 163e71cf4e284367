// Handovers and people who left, as rows of the `subs` namespace: keys begin with the guild, so that a guild can be forgotten. It must never decide who is told:
// that is domain/duty.ts.
import { type Duties, Handover, isActive, Left, NO_DUTIES } from "../domain/duty.ts";
import { newSubject } from "../domain/id.ts";
import type { Millis } from "../domain/time.ts";
import { oneByOne } from "../engines/one-by-one.ts";
import type { Store as Rows } from "../engines/store.ts";
import { KeptRows } from "./kept-rows.ts";

const handoverKey = ({ guildId, id }: Pick<Handover, "guildId" | "id">) => `${guildId}-hand-${id}`;
const leftKey = (guildId: string, person: string) => `${guildId}-left-${person}`;

export type Untold = { is: "handover" | "over"; handover: Handover } | { is: "left" | "back"; left: Left };

export class StoredDuties {
  readonly #handovers: KeptRows<Handover>;
  readonly #left: KeptRows<Left>;
  readonly #listeners = new Set<() => void>();
  readonly #inTurn = oneByOne();

  private constructor(rows: Rows) {
    this.#handovers = new KeptRows(rows, Handover, "row");
    this.#left = new KeptRows(rows, Left, "row");
  }

  /** Throws with the row's key on one that no longer fits its schema. */
  static async open(rows: Rows): Promise<StoredDuties> {
    const all = new StoredDuties(rows);
    for await (const row of rows.scan()) {
      if (row.key.includes("-hand-")) all.#handovers.found(row);
      else if (row.key.includes("-left-")) all.#left.found(row);
    }
    return all;
  }

  /** Everything that was ever handed over in a guild, and who left it. */
  of(guildId: string): Duties {
    if (this.#handovers.size + this.#left.size === 0) return NO_DUTIES;
    const own = <Value extends { guildId: string }>(kept: KeptRows<Value>) =>
      kept.values().filter((one) => one.guildId === guildId);
    return { handovers: own(this.#handovers), left: own(this.#left) };
  }

  find(guildId: string, id: string): Handover | undefined {
    return this.#handovers.get(handoverKey({ guildId, id }));
  }

  /** What people are still to be told of by `now`, in all guilds: each with what is written once they have their rows. */
  untold(now: Millis): readonly Untold[] {
    return [
      ...this.#handovers.values().flatMap((value): Untold[] => {
        if (value.at > now) return [];
        const begun: Untold[] = value.told === undefined ? [{ is: "handover", handover: value }] : [];
        return value.overTold !== undefined || isActive(value, now)
          ? begun
          : [...begun, { is: "over", handover: value }];
      }),
      ...this.#left.values().flatMap((value): Untold[] => {
        if (value.backAt === undefined) return value.told === undefined ? [{ is: "left", left: value }] : [];
        return value.backTold === undefined ? [{ is: "back", left: value }] : [];
      }),
    ];
  }

  /** A person has one handover at a time: an older one that still holds ends with this. @returns it, and what it replaced. */
  handOver(
    wanted: Omit<Handover, "v" | "id" | "endedAt" | "told" | "overTold">,
  ): Promise<{ made: Handover; replaced: Handover[] }> {
    return this.#inTurn(async () => {
      const replaced: Handover[] = [];
      for (const [key, value] of this.#handovers.entries()) {
        if (value.guildId !== wanted.guildId || value.from !== wanted.from || !isActive(value, wanted.at)) continue;
        const ended = { ...value, endedAt: wanted.at };
        await this.#put(this.#handovers, key, ended);
        replaced.push(ended);
      }
      const made = Handover.parse({ ...wanted, v: 1, id: newSubject("hand") });
      await this.#put(this.#handovers, handoverKey(made), made);
      return { made, replaced };
    });
  }

  /** Before its time. @returns it as it ended; undefined where it does not hold any more. */
  end(guildId: string, id: string, at: Millis): Promise<Handover | undefined> {
    return this.#inTurn(async () => {
      const key = handoverKey({ guildId, id });
      const kept = this.#handovers.get(key);
      if (kept === undefined || !isActive(kept, at)) return undefined;
      const ended = { ...kept, endedAt: at };
      await this.#put(this.#handovers, key, ended);
      return ended;
    });
  }

  /** Those concerned have their rows. */
  told(one: Untold): Promise<void> {
    return this.#inTurn(async () => {
      if ("handover" in one) {
        const key = handoverKey(one.handover);
        const kept = this.#handovers.get(key);
        const told = one.is === "over" ? { overTold: true as const } : { told: true as const };
        if (kept !== undefined) await this.#put(this.#handovers, key, { ...kept, ...told }, one.is === "over");
        return;
      }
      const key = leftKey(one.left.guildId, one.left.person);
      const kept = this.#left.get(key);
      const told = one.is === "back" ? { backTold: true as const } : { told: true as const };
      if (kept !== undefined) await this.#put(this.#left, key, { ...kept, ...told }, false);
    });
  }

  /** Discord says whether they are a member. @returns what that changed. */
  seen(guildId: string, person: string, isMember: boolean, at: Millis): Promise<"left" | "back" | undefined> {
    return this.#inTurn(async () => {
      const key = leftKey(guildId, person);
      const kept = this.#left.get(key);
      const isAway = kept !== undefined && kept.backAt === undefined;
      if (isMember !== isAway) return undefined;
      const value: Left = isMember && kept !== undefined ? { ...kept, backAt: at } : { v: 1, guildId, person, at };
      await this.#put(this.#left, key, value);
      return isMember ? "back" : "left";
    });
  }

  /** Its rows went with everything else of the guild. */
  forgotten(guildId: string): void {
    for (const kept of [this.#handovers, this.#left])
      for (const [key] of kept.entries()) if (key.startsWith(`${guildId}-`)) kept.drop(key);
  }

  /** Who is told is perhaps another now. */
  onChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async #put<Value>(kept: KeptRows<Value>, key: string, value: Value, concerns = true): Promise<void> {
    await kept.put(key, value);
    if (concerns) for (const listener of this.#listeners) listener();
  }
}
