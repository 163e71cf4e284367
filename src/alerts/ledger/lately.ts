// Which rows of the ledger concern a channel, a mark or a message, however old: for whoever asks why. Kept in memory, taken from the ledger's rows.
// It holds no row, only what leads to it: a mark or a message found here is compared with the row itself. Never a person's direct messages.
import type { Alert } from "../../domain/alert.ts";
import { type Delivery, DeliveryState, isEffect } from "../../domain/delivery.ts";
import type { Millis } from "../../domain/time.ts";
import { mark as markOf } from "../../domain/id.ts";
import { Columns } from "./columns.ts";

/** One row, as far as a list names it. */
export interface Glance {
  key: string;
  channelId: string;
  kind: Alert["kind"];
  /** World time at which it was due. */
  at: Millis;
  mark: string;
  state: DeliveryState;
  /** It posts nothing, it puts an older message right; `mark` is that message's. */
  edits: boolean;
}

const STATES = DeliveryState.options;
/** Set in a row's kind where it edits. */
const EDITS = 128;

export class Lately {
  #rows = new Columns();
  /** First 32 bits of the hash of each message's id, and the slot of its row. */
  #messages: { words: Uint32Array; slots: Int32Array; size: number } = noMessages();
  readonly #channels = new Map<string, number>();
  /** Guild and channel of each number. */
  readonly #places: { guildId: string; channelId: string }[] = [];
  readonly #kinds: Alert["kind"][] = [];
  /** Rows that tell of a channel, by that channel: few. */
  readonly #about = new Map<string, Set<string>>();

  /** What it takes, in bytes. */
  get bytes(): number {
    const { words, slots } = this.#messages;
    return this.#rows.bytes + words.byteLength + slots.byteLength;
  }

  /** Every row as it is planned and each time it moves. */
  note(key: string, delivery: Delivery): void {
    const { alert, dm, state } = delivery;
    if ("channel" in alert && !alert.kind.startsWith("seen.")) this.#tell(alert.channel, key);
    if (dm !== undefined) return;
    const slot = this.#rows.find(key) ?? this.#add(key, delivery);
    this.#rows.setState(slot, STATES.indexOf(state));
    const messages = [...messagesOf(delivery)];
    for (const id of messages.slice(this.#rows.said(slot))) this.#shows(slot, id);
    this.#rows.setSaid(slot, messages.length);
  }

  /** The row is no longer in the store. */
  forget(key: string): void {
    for (const [channel, keys] of this.#about) if (keys.delete(key) && keys.size === 0) this.#about.delete(channel);
    const slot = this.#rows.find(key);
    if (slot === undefined) return;
    this.#rows.remove(slot);
    if (this.#rows.isWorn) this.#anew();
  }

  /** A channel's rows, by due time, newest first. */
  of(guildId: string, channelId: string): Glance[] {
    const channel = this.#channels.get(nameOf(guildId, channelId));
    return channel === undefined ? [] : this.#where((slot) => this.#rows.channel(slot) === channel);
  }

  /** Of each channel of this server its newest notice, and the newest that was posted; without what puts older messages right, and what is no notice. */
  newest(guildId: string): ReadonlyMap<string, { newest: Glance; delivered?: Glance }> {
    const [sent, newest, delivered] = [STATES.indexOf("sent"), new Map<number, number>(), new Map<number, number>()];
    const isLater = (slot: number, than: number | undefined) =>
      than === undefined || this.#rows.due(slot) >= this.#rows.due(than);
    for (let slot = 0; slot < this.#rows.size; slot += 1) {
      if (!this.#isOf(guildId, slot) || this.#isNoNotice(this.#rows.kind(slot))) continue;
      const channel = this.#rows.channel(slot);
      if (isLater(slot, newest.get(channel))) newest.set(channel, slot);
      if (this.#rows.state(slot) === sent && isLater(slot, delivered.get(channel))) delivered.set(channel, slot);
    }
    return new Map(
      [...newest].map(([channel, slot]) => {
        const last = delivered.get(channel);
        const one = { newest: this.#glance(slot), ...(last === undefined ? {} : { delivered: this.#glance(last) }) };
        return [one.newest.channelId, one];
      }),
    );
  }

  /** How many rows of this server are kept. */
  count(guildId: string): number {
    let own = 0;
    for (let slot = 0; slot < this.#rows.size; slot += 1) if (this.#isOf(guildId, slot)) own += 1;
    return own;
  }

  /** Every row of this server under a mark, in any of its channels; edits of the messages that bear it among them. */
  marked(guildId: string, mark: string): Glance[] {
    const bits = bitsOf(mark);
    if (bits < 0) return [];
    return this.#where((slot) => this.#rows.mark(slot) === bits && this.#isOf(guildId, slot));
  }

  /** Rows of this server that may have posted or edited a message: whoever asks looks into the row. */
  showing(guildId: string, messageId: string): Glance[] {
    const word = wordOf(messageId);
    const { words, slots, size } = this.#messages;
    const found = new Set<number>();
    for (let i = 0; i < size; i += 1) {
      const slot = slots[i] ?? 0;
      if (words[i] === word && this.#isOf(guildId, slot)) found.add(slot);
    }
    return this.#glances([...found]);
  }

  /** Keys of rows that tell people that this channel is closed or open, or that something did not reach it; oldest first. */
  about(channelId: string): string[] {
    return [...(this.#about.get(channelId) ?? [])].sort();
  }

  #tell(channelId: string, key: string): void {
    this.#about.set(channelId, (this.#about.get(channelId) ?? new Set()).add(key));
  }

  #add(key: string, { alert, guildId, channelId, edits }: Delivery): number {
    const kind = numberOf(this.#kinds, alert.kind) + (edits === undefined ? 0 : EDITS);
    // An edit belongs to the message that it edits.
    const own = alert.kind === "guild.event" ? alert.entry : alert.id;
    const mark = edits?.mark === undefined ? markOf(own) : edits.mark.replace(/\..*$/, "");
    return this.#rows.add(key, { channel: this.#channel(guildId, channelId), kind, mark: bitsOf(mark) });
  }

  #channel(guildId: string, channelId: string): number {
    const name = nameOf(guildId, channelId);
    const known = this.#channels.get(name);
    if (known !== undefined) return known;
    const number = this.#places.push({ guildId, channelId }) - 1;
    this.#channels.set(name, number);
    return number;
  }

  #isOf(guildId: string, slot: number): boolean {
    return this.#places[this.#rows.channel(slot)]?.guildId === guildId;
  }

  /** It puts an older one right, or posts nothing in the channel. */
  #isNoNotice(number: number): boolean {
    const kind = this.#kinds[number & ~EDITS];
    return number >= EDITS || (kind !== undefined && (kind === "board" || isEffect({ alert: { kind } })));
  }

  #shows(slot: number, messageId: string): void {
    const { words, slots, size } = this.#messages;
    if (size >= words.length) {
      const room = Math.max(64, Math.ceil(size * 1.25));
      const wide = { words: new Uint32Array(room), slots: new Int32Array(room), size };
      wide.words.set(words);
      wide.slots.set(slots);
      this.#messages = wide;
    }
    this.#messages.words[size] = wordOf(messageId);
    this.#messages.slots[size] = slot;
    this.#messages.size = size + 1;
  }

  #where(wanted: (slot: number) => boolean): Glance[] {
    const found: number[] = [];
    for (let slot = 0; slot < this.#rows.size; slot += 1) if (wanted(slot)) found.push(slot);
    return this.#glances(found);
  }

  #glances(slots: readonly number[]): Glance[] {
    return slots.map((slot) => this.#glance(slot)).sort((a, b) => (a.key < b.key ? 1 : -1));
  }

  #glance(slot: number): Glance {
    const kind = this.#rows.kind(slot);
    return {
      key: this.#rows.key(slot),
      channelId: this.#places[this.#rows.channel(slot)]?.channelId ?? "",
      kind: this.#kinds[kind & ~EDITS] ?? "curfew.began",
      at: this.#rows.due(slot),
      mark: written(this.#rows.mark(slot)),
      state: STATES[this.#rows.state(slot)] ?? "planned",
      edits: kind >= EDITS,
    };
  }

  /** Without what was removed. */
  #anew(): void {
    const [old, messages] = [this.#rows, this.#messages];
    this.#rows = new Columns();
    this.#messages = noMessages();
    const moved = new Map<number, number>();
    for (let slot = 0; slot < old.size; slot += 1) {
      if (old.channel(slot) < 0) continue;
      const slim = { channel: old.channel(slot), kind: old.kind(slot), mark: old.mark(slot) };
      const now = this.#rows.add(old.key(slot), slim);
      this.#rows.setState(now, old.state(slot));
      this.#rows.setSaid(now, old.said(slot));
      moved.set(slot, now);
    }
    const kept = { words: new Uint32Array(messages.size), slots: new Int32Array(messages.size), size: 0 };
    for (let i = 0; i < messages.size; i += 1) {
      const now = moved.get(messages.slots[i] ?? -1);
      if (now === undefined) continue;
      kept.words[kept.size] = messages.words[i] ?? 0;
      kept.slots[kept.size] = now;
      kept.size += 1;
    }
    this.#messages = kept;
  }
}

const noMessages = () => ({ words: new Uint32Array(0), slots: new Int32Array(0), size: 0 });

const nameOf = (guildId: string, channelId: string) => `${guildId} ${channelId}`;

function messagesOf({ edits, parts }: Delivery): ReadonlySet<string> {
  return new Set([edits?.messageId, ...parts.map((part) => part.messageId)].flatMap((id) => id ?? []));
}

function numberOf<Name>(names: Name[], name: Name): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The 40 bits of a mark; -1 for what is none. */
function bitsOf(mark: string): number {
  let bits = 0;
  for (const letter of mark.replace("-", "")) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return -1;
    bits = bits * 32 + value;
  }
  return bits;
}

function written(bits: number): string {
  let text = "";
  let left = bits;
  for (let i = 0; i < 8; i += 1) {
    text = (LETTERS[left % 32] ?? "0") + text;
    left = Math.floor(left / 32);
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** FNV-1a, 32 bits. */
function wordOf(text: string): number {
  let word = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193);
  return word >>> 0;
}
