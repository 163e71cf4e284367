// What the stand-in needs for one alert to many channels: guilds to post in, and waiting until all of it has come. Must never count a refused message as taken.
import type { Scene } from "./scene.ts";

/** A guild has no more channels than this. */
const MOST = 500;
/** Without another message for so long there will be none, ms. */
const PATIENCE = 30_000;

/** Guilds of their own with so many channels together. `owner`: whoever may subscribe them. */
export function spread({ rehearsal }: Scene, channels: number) {
  const count = Math.max(2, Math.ceil(channels / MOST));
  const guilds = Array.from({ length: count }, (_, i) => {
    const size = Math.floor((channels * (i + 1)) / count) - Math.floor((channels * i) / count);
    const names = Array.from({ length: size }, (_none, n) => ({ name: `alerts-${i + 1}-${n + 1}` }));
    const { id: guildId } = rehearsal.addGuild({ name: `Bench ${i + 1}`, channels: names });
    return { guildId, channels: rehearsal.state().channels.flatMap((one) => (one.guildId === guildId ? one.id : [])) };
  });
  return { owner: rehearsal.reader("Ana").id, guilds };
}

export class Until {
  readonly #scene: Scene;
  readonly #posts: number;
  #seen = 0;
  #since = performance.now();

  constructor(scene: Scene, posts: number) {
    this.#scene = scene;
    this.#posts = posts;
  }

  /** Whether so many messages were taken. Throws when no more come. */
  there(): boolean {
    const { length } = this.#scene.posted;
    const now = performance.now();
    if (length > this.#seen) [this.#seen, this.#since] = [length, now];
    if (length < this.#posts && now - this.#since > PATIENCE)
      throw new Error(`Only ${length} of ${this.#posts} messages were posted.`);
    return length >= this.#posts;
  }
}

export function postsIn({ posted, refused, lastPost }: Scene) {
  return { posted, ...refused, body: lastPost };
}
