// One rehearsal with one bot in it, and when its answers came. Must never look at what an answer says while it is being timed.
import { z } from "zod";
import type { Outcome } from "../rehearsal/contract.ts";
import { type Rehearsal, startRehearsal } from "../rehearsal/rehearsal.ts";
import type { Exchange } from "../rehearsal/stage.ts";
import type { Question } from "./cases.ts";
import { Answered } from "./known-answers.ts";

/** Monday noon in Ecuador; the clock stands still, so that the same question has the same answer all the time. */
const AT = "2026-11-23T12:00:00-05:00";
const READERS = { en: "Luis", es: "Ana" } as const;
const CHANNEL = "redaccion";
const Response = Answered.shape.first;

const POSTS = /^\/channels\/\d+\/messages$/;
const Limited = z.looseObject({ global: z.boolean().default(false) });

export const machine = () => performance.timeOrigin + performance.now();

interface Recorded {
  date: string;
  region: string;
  link: string;
}

export class Scene {
  readonly rehearsal: Rehearsal;
  /** Machine time, ms: when the last interaction was about to be dispatched, and when the last first answer had come in whole. */
  dispatched = 0;
  arrived = 0;
  /** First answers so far, and messages after them. */
  firsts = 0;
  followed = 0;
  /** Of messages taken in channels, when each had come, by the machine; of requests refused by 429, how many. */
  readonly posted: number[] = [];
  readonly refused = { global: 0, other: 0 };
  #post: unknown;
  #body: unknown;
  #rest: unknown[] = [];
  readonly #commands: Map<string, unknown>;
  #heard = (): void => undefined;

  private constructor(rehearsal: Rehearsal, commands: Map<string, unknown>) {
    this.rehearsal = rehearsal;
    this.#commands = commands;
  }

  static async open(startAt = AT): Promise<Scene> {
    const commands = new Map<string, unknown>();
    let scene: Scene | undefined;
    const rehearsal = await startRehearsal({
      startAt,
      onExchange: (exchange) => {
        const { method, path, body } = exchange.request;
        if (method === "PUT") commands.set(path, body);
        else scene?.hear(exchange);
      },
      onDispatch: () => {
        if (scene !== undefined) scene.dispatched = machine();
      },
    });
    rehearsal.clock.pause();
    scene = new Scene(rehearsal, commands);
    return scene;
  }

  /** The last first answer, and the messages after it. Read when nothing is timed. */
  get last(): Answered {
    return { first: Response.parse(this.#body), rest: this.#rest };
  }

  /** The message that was posted last, as it came. */
  get lastPost(): Record<string, unknown> {
    return z.record(z.string(), z.unknown()).parse(this.#post ?? {});
  }

  /** The lists of commands that the bot registered, with their routes. */
  get commands(): (readonly [route: string, body: unknown])[] {
    return [...this.#commands];
  }

  /** Asks as the reader of that language. The promise settles with the first answer. */
  ask({ language, name, options, focused }: Question): Promise<Outcome> {
    const { rehearsal } = this;
    const readerId = rehearsal.reader(READERS[language]).id;
    const typed = { readerId, channelId: rehearsal.channel(CHANNEL).id, name, options };
    return focused === undefined
      ? rehearsal.type(typed)
      : rehearsal.autocomplete({ ...typed, focused: focused.option, value: focused.typed });
  }

  /** Ana types /record strike and fills the form in. Resolves with the card's Confirm button as something that can be pressed. */
  async card({ date, region, link }: Recorded): Promise<() => Promise<Outcome>> {
    const { rehearsal } = this;
    const readerId = rehearsal.reader("Ana").id;
    const channelId = rehearsal.channel(CHANNEL).id;
    const form = await rehearsal.type({ readerId, channelId, name: "record", subcommand: "strike", options: {} });
    if (form.kind !== "modal") throw new Error(`/record strike opened no form: ${JSON.stringify(form)}`);
    const values = { statement: "SOUTHCOM says 3 were killed.", told: `${date}, announced`, region, killed: "3", link };
    const outcome = await rehearsal.submit({ readerId, interactionId: form.interactionId, values });
    if (outcome.kind !== "message") throw new Error(`/record strike was answered by: ${JSON.stringify(outcome)}`);
    const { id: messageId, components } = outcome.shown.message;
    const rows = z.array(z.object({ components: z.array(z.object({ custom_id: z.string() })) })).parse(components);
    const ids = rows.flatMap((row) => row.components.map((one) => one.custom_id));
    const customId = ids.find((id) => id.startsWith("1:record.confirm:")) ?? "";
    return () => rehearsal.press({ readerId, messageId, customId });
  }

  /** Until so many messages after first answers have come, counted from the beginning. */
  async followedUp(count: number): Promise<void> {
    while (this.followed < count) await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  /** Tens of thousands of answers would fill the stand-in's memory and make it slower, not the bots. */
  forget(): void {
    this.rehearsal.messages(this.rehearsal.channel(CHANNEL).id).splice(0);
  }

  private hear({ request, pattern, answer }: Exchange): void {
    if (request.status === 429) this.refused[Limited.parse(answer).global ? "global" : "other"] += 1;
    else if (request.method === "POST" && POSTS.test(request.path)) {
      this.posted.push(request.at);
      this.#post = request.body;
    } else if (pattern.endsWith("/callback")) {
      this.arrived = request.at;
      this.firsts += 1;
      this.#body = request.body;
      this.#rest = [];
    } else if (pattern.startsWith("/webhooks/")) {
      this.followed += 1;
      this.#rest.push(request.body);
    }
    this.#heard();
  }
}
