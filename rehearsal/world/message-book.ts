// Every message of the rehearsal, by channel, with its files and nonces. Must never lose or reorder one: tests count what a channel shows here.
import type { APIAttachment, APIMessage } from "discord-api-types/v10";
import type { Bus } from "../bus.ts";
import type { ShownMessage } from "../contract.ts";
import { machineNow } from "../world-clock.ts";

/** "The past few minutes" of Discord, taken as three [U], in machine milliseconds. */
const NONCE_WINDOW = 3 * 60_000;

export interface StoredFile {
  bytes: Uint8Array;
  contentType: string;
}

export class MessageBook {
  readonly #channels = new Map<string, ShownMessage[]>();
  readonly #byId = new Map<string, ShownMessage>();
  readonly #files = new Map<string, StoredFile>();
  readonly #attachments = new Map<string, APIAttachment[]>();
  readonly #nonces = new Map<string, { message: APIMessage; at: number }>();
  /** When a message was pinned (ISO 8601). */
  readonly #pinned = new Map<string, string>();
  readonly #bus: Bus;
  readonly #machine: () => number;

  /** @param machine machine milliseconds */
  constructor(bus: Bus, machine: () => number = machineNow) {
    this.#bus = bus;
    this.#machine = machine;
  }

  list(channelId: string): ShownMessage[] {
    return this.#channels.get(channelId) ?? [];
  }

  all(): Record<string, ShownMessage[]> {
    return Object.fromEntries(this.#channels);
  }

  find(messageId: string): ShownMessage | undefined {
    return this.#byId.get(messageId);
  }

  add(shown: ShownMessage): void {
    const { channel_id: channelId } = shown.message;
    this.#channels.set(channelId, [...this.list(channelId), shown]);
    this.#byId.set(shown.message.id, shown);
    this.#tell(shown);
  }

  changed(shown: ShownMessage): void {
    this.#tell(shown);
  }

  remove(shown: ShownMessage): void {
    const { channel_id: channelId, id } = shown.message;
    this.#channels.set(
      channelId,
      this.list(channelId).filter((one) => one !== shown),
    );
    this.#byId.delete(id);
    this.setAttachments(id, []);
    this.#attachments.delete(id);
    this.#bus.emit({ type: "message-deleted", channelId, messageId: id });
  }

  dropChannel(channelId: string): void {
    for (const shown of this.list(channelId)) this.remove(shown);
    this.#channels.delete(channelId);
  }

  /** Ids of pinned messages with their times, in the order they were pinned. */
  pins(): [string, string][] {
    return [...this.#pinned];
  }

  setPinned(messageId: string, at: string | undefined): void {
    if (at === undefined) this.#pinned.delete(messageId);
    else this.#pinned.set(messageId, at);
  }

  keepFile(path: string, file: StoredFile): void {
    this.#files.set(path, file);
  }

  file(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  /** All files of a message, those drawn inside an embed too: Discord takes these out of `attachments`. */
  attachmentsOf(messageId: string): APIAttachment[] {
    return this.#attachments.get(messageId) ?? [];
  }

  /** What the message has no longer is not served any more either. */
  setAttachments(messageId: string, attachments: APIAttachment[]): void {
    for (const { id, url } of this.attachmentsOf(messageId))
      if (!attachments.some((one) => one.id === id)) this.#files.delete(new URL(url).pathname);
    this.#attachments.set(messageId, attachments);
  }

  /** The message an author posted with this nonce within the window, if any. Discord asks per author, not per channel. */
  byNonce(authorId: string, nonce: string): APIMessage | undefined {
    const known = this.#nonces.get(`${authorId} ${nonce}`);
    return known && this.#machine() - known.at <= NONCE_WINDOW ? known.message : undefined;
  }

  keepNonce(authorId: string, nonce: string, message: APIMessage): void {
    const now = this.#machine();
    // In the order of their posting: what is too old to count stands in front.
    for (const [key, { at }] of this.#nonces) {
      if (now - at <= NONCE_WINDOW) break;
      this.#nonces.delete(key);
    }
    this.#nonces.delete(`${authorId} ${nonce}`);
    this.#nonces.set(`${authorId} ${nonce}`, { message, at: now });
  }

  #tell(shown: ShownMessage): void {
    this.#bus.emit({ type: "message", channelId: shown.message.channel_id, shown });
  }
}
