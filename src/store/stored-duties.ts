// Handovers and people who left, as rows of the `subs` namespace: keys begin with the guild, so that a guild can be forgotten. It must never decide who is told:
// that is domain/duty.ts.
import { z } from "zod";
import { type Duties, Handover, isActive, Left, NO_DUTIES } from "../domain/duty.ts";
import { newSubject } from "../domain/id.ts";
import type { Millis } from "../domain/time.ts";
import type { Store as Rows } from "../engines/store.ts";

type Kept<Value> = Map<string, { value: Value; version: number }>;

const handoverKey = ({ guildId, id }: Pick<Handover, "guildId" | "id">) => `${guildId}-hand-${id}`;
const leftKey = (guildId: string, person: string) => `${guildId}-left-${person}`;

export type Untold = { is: "handover" | "over"; handover: Handover } | { is: "left" | "back"; left: Left };

export class StoredDuties {
  readonly #rows: Rows;
  readonly #handovers: Kept<Handover> = new Map();
  readonly #left: Kept<Left> = new Map();
  readonly #listeners = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Throws with the row's key on one that no longer fits its schema. */
  static async open(rows: Rows): Promise<StoredDuties> {
    const all = new StoredDuties(rows);
    for await (const { key, value, version } of rows.scan()) {
      if (key.includes("-hand-")) all.#handovers.set(key, { value: read(Handover, key, value), version });
      else if (key.includes("-left-")) all.#left.set(key, { value: read(Left, key, value), version });
    }
    return all;
  }

  /** Everything that was ever handed over in a guild, and who left it. */
  of(guildId: string): Duties {
    if (this.#handovers.size + this.#left.size === 0) return NO_DUTIES;
    const own = <Value extends { guildId: string }>(kept: Kept<Value>) =>
      [...kept.values()].flatMap(({ value }) => (value.guildId === guildId ? [value] : []));
    return { handovers: own(this.#handovers), left: own(this.#left) };
  }

  find(guildId: string, id: string): Handover | undefined {
    return this.#handovers.get(handoverKey({ guildId, id }))?.value;
  }

  /** What people are still to be told of by `now`, in all guilds: each with what is written once they have their rows. */
  untold(now: Millis): readonly Untold[] {
    return [
      ...[...this.#handovers.values()].flatMap(({ value }): Untold[] => {
        if (value.at > now) return [];
        const begun: Untold[] = value.told === undefined ? [{ is: "handover", handover: value }] : [];
        return value.overTold !== undefined || isActive(value, now)
          ? begun
          : [...begun, { is: "over", handover: value }];
      }),
      ...[...this.#left.values()].flatMap(({ value }): Untold[] => {
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
      for (const [key, { value, version }] of this.#handovers) {
        if (value.guildId !== wanted.guildId || value.from !== wanted.from || !isActive(value, wanted.at)) continue;
        const ended = { ...value, endedAt: wanted.at };
        await this.#put(this.#handovers, key, ended, version);
        replaced.push(ended);
      }
      const made = Handover.parse({ ...wanted, v: 1, id: newSubject("hand") });
      await this.#put(this.#handovers, handoverKey(made), made, undefined);
      return { made, replaced };
    });
  }

  /** Before its time. @returns it as it ended; undefined where it does not hold any more. */
  end(guildId: string, id: string, at: Millis): Promise<Handover | undefined> {
    return this.#inTurn(async () => {
      const key = handoverKey({ guildId, id });
      const kept = this.#handovers.get(key);
      if (kept === undefined || !isActive(kept.value, at)) return undefined;
      const ended = { ...kept.value, endedAt: at };
      await this.#put(this.#handovers, key, ended, kept.version);
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
        if (kept !== undefined)
          await this.#put(this.#handovers, key, { ...kept.value, ...told }, kept.version, one.is === "over");
        return;
      }
      const key = leftKey(one.left.guildId, one.left.person);
      const kept = this.#left.get(key);
      const told = one.is === "back" ? { backTold: true as const } : { told: true as const };
      if (kept !== undefined) await this.#put(this.#left, key, { ...kept.value, ...told }, kept.version, false);
    });
  }

  /** Discord says whether they are a member. @returns what that changed. */
  seen(guildId: string, person: string, isMember: boolean, at: Millis): Promise<"left" | "back" | undefined> {
    return this.#inTurn(async () => {
      const key = leftKey(guildId, person);
      const kept = this.#left.get(key);
      const isAway = kept !== undefined && kept.value.backAt === undefined;
      if (isMember !== isAway) return undefined;
      const value: Left =
        isMember && kept !== undefined ? { ...kept.value, backAt: at } : { v: 1, guildId, person, at };
      await this.#put(this.#left, key, value, kept?.version);
      return isMember ? "back" : "left";
    });
  }

  /** Its rows went with everything else of the guild. */
  forgotten(guildId: string): void {
    for (const kept of [this.#handovers, this.#left])
      for (const key of kept.keys()) if (key.startsWith(`${guildId}-`)) kept.delete(key);
  }

  /** Who is told is perhaps another now. */
  onChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async #put<Value>(
    kept: Kept<Value>,
    key: string,
    value: Value,
    version: number | undefined,
    concerns = true,
  ): Promise<void> {
    const written =
      version === undefined
        ? await this.#rows.addAll([{ key, value }])
        : await this.#rows.swap([{ key, expect: version, value }]);
    if (!written.ok) throw new Error(`The row ${key} was written by another hand; this process must stop.`);
    kept.set(key, { value, version: (version ?? 0) + 1 });
    if (concerns) for (const listener of this.#listeners) listener();
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(run);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

function read<T>(schema: z.ZodType<T>, key: string, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`The row ${key} in the store is broken: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
