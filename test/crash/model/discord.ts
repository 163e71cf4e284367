// Discord as the model has it: what stands in each channel, nonces for three minutes, a history that can be closed, and answers as they were ordered. It
// notes every breach of what the courier promises at the moment of the request; it must never look into the program.
import type { Manner, Outcome, Search, Sender } from "../../../src/alerts/courier/sender.ts";
import type { Message } from "../../../src/views/message.ts";
import { someSender } from "../../alerts/stand-ins.ts";
import type { Life } from "../life.ts";

const NONCES_KNOWN = 180_000;

/** What the next request of a kind meets. `lost`: nobody knows how it ended. */
export type Ordered =
  | { is: "again"; afterMs?: number }
  | { is: "never"; closes: boolean }
  | { is: "lost"; done: boolean }
  | { is: "fine" };

export interface Post {
  id: string;
  channel: string;
  /** `a3/2`: the second part of the third alert. */
  text: string;
  mark: string;
  deleted: boolean;
}

export class TinyDiscord {
  readonly posts: Post[] = [];
  readonly breaches: string[] = [];
  /** Of the next posts, edits and looks, each kind on its own. */
  readonly ordered: Record<"post" | "edit" | "look", Ordered[]> = { post: [], edit: [], look: [] };
  /** Alerts that were refused for good, or that nobody can look for. */
  readonly forbidden = new Set<string>();
  readonly unreadable = new Set<string>();
  requests = 0;
  readonly #nonces = new Map<string, { post: Post; at: number }>();
  readonly #notBefore = new Map<string, number>();
  readonly #now: () => number;
  readonly #mayPost: (text: string, nonce: string) => Promise<string | undefined>;

  /** @param mayPost what forbids this very post at this moment, in words */
  constructor(now: () => number, mayPost: (text: string, nonce: string) => Promise<string | undefined>) {
    this.#now = now;
    this.#mayPost = mayPost;
  }

  /** As one life of the program sees it. */
  sender(life: Life): Sender {
    const request = async <T extends Outcome | Search>(
      what: string | undefined,
      does: () => Promise<T>,
    ): Promise<T> => {
      await life.point("before a request");
      this.requests += 1;
      const answer = await does();
      await life.point("before its answer is read");
      // Who was never told to wait need not.
      if ("afterMs" in answer && what !== undefined) this.#notBefore.set(what, this.#now() + answer.afterMs);
      return answer;
    };
    return someSender({
      post: (channel, message, how) => request(alertOf(message.content), () => this.#post(channel, message, how)),
      edit: (_channel, id, message) => request(undefined, async () => this.#edit(id, message)),
      find: (channel, mark) => request(undefined, async () => this.#find(channel, mark)),
    });
  }

  /** Of those who were asked to wait, only these remember it. */
  forgetWaits(but: ReadonlySet<string>): void {
    for (const name of this.#notBefore.keys()) if (!but.has(name)) this.#notBefore.delete(name);
  }

  async #post(channel: string, message: Message, { nonce }: Manner): Promise<Outcome> {
    const { content: text } = message;
    const breach = await this.#mayPost(text, nonce);
    if (breach !== undefined) this.breaches.push(`${text} in ${channel}: ${breach}`);
    if (this.#now() < (this.#notBefore.get(alertOf(text)) ?? 0))
      this.breaches.push(`${text} in ${channel}: asked to wait`);
    const order = this.ordered.post.shift() ?? { is: "fine" };
    if (order.is === "again") return this.#again(order);
    if (order.is === "never") {
      this.forbidden.add(`${channel} ${alertOf(text)}`);
      return { is: "never", why: order.closes ? "forbidden" : "refused-form", closes: order.closes };
    }
    if (order.is === "lost" && !order.done) return { is: "unsure", why: "connection-lost" };
    const post = this.#create(channel, message, nonce);
    return order.is === "lost" ? { is: "unsure", why: "timed-out" } : { is: "sent", messageId: post.id };
  }

  #create(channel: string, { content: text, embed }: Message, nonce: string): Post {
    const twin = this.#nonces.get(nonce);
    if (twin !== undefined && this.#now() - twin.at <= NONCES_KNOWN) return twin.post;
    const post = { id: String(this.posts.length + 1), channel, text, mark: embed?.footer ?? "", deleted: false };
    this.posts.push(post);
    this.#nonces.set(nonce, { post, at: this.#now() });
    return post;
  }

  #edit(id: string, { content }: Message): Outcome {
    const order = this.ordered.edit.shift() ?? { is: "fine" };
    if (order.is === "again") return this.#again(order);
    const found = this.posts.find((one) => one.id === id && !one.deleted);
    if (found === undefined) return { is: "never", why: "message-deleted", closes: false };
    if (order.is === "lost" && !order.done) return { is: "unsure", why: "connection-lost" };
    found.text = content;
    return order.is === "lost" ? { is: "unsure", why: "timed-out" } : { is: "sent", messageId: id };
  }

  #again({ afterMs }: { afterMs?: number }): Outcome {
    return afterMs === undefined ? { is: "again", why: "discord-down" } : { is: "again", why: "rate-limited", afterMs };
  }

  #find(channel: string, mark: string): Search {
    const order = this.ordered.look.shift() ?? { is: "fine" };
    if (order.is !== "fine") return { is: "cannot", why: "discord-down" };
    const alert = mark.slice(0, 10);
    if (this.unreadable.has(channel)) {
      this.forbidden.add(`${channel} ${alert}`);
      return { is: "cannot", why: "no-history" };
    }
    const found = this.posts.find((one) => one.channel === channel && one.mark === mark && !one.deleted);
    return found === undefined ? { is: "absent" } : { is: "found", messageId: found.id };
  }
}

/** `a3` of `a3/2`. */
export const alertOf = (text: string): string => text.split("/")[0] ?? text;
