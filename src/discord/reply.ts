// One interaction's answer on its way: at once, or deferred first and then put in its place. Knows Discord's protocol and nothing of commands.
// Must never answer more publicly than was asked for, nor say a thing twice.
import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType as Type,
  MessageFlags,
} from "discord-api-types/v10";
import type { Answer } from "../command.ts";
import type { Answers, Spot } from "./answers.ts";
import type { Body } from "./payload.ts";

/** Bodies carry their own privacy (the Ephemeral flag). At least one. */
export interface Shown {
  to: Answer["to"];
  bodies: readonly [Body, ...Body[]];
}
/** A form is the whole answer. */
export type Ready = Shown | { to: "modal"; modal: APIModalInteractionResponseCallbackData };

export class Reply {
  readonly #answers: Answers;
  readonly #spot: Spot;
  readonly #onMessage: boolean;
  #stage: "open" | "deferred" | "answered" = "open";

  /** @param onMessage of buttons and menus, and of forms they opened: there the message they belong to is what can be edited. */
  constructor(answers: Answers, spot: Spot, onMessage: boolean) {
    this.#answers = answers;
    this.#spot = spot;
    this.#onMessage = onMessage;
  }

  /** Tells Discord to wait. Privately: whether the answer is for all is not known yet, and private cannot be taken back by mistake. */
  async defer(): Promise<void> {
    await this.#answers.first(
      this.#spot,
      this.#onMessage
        ? { type: Type.DeferredMessageUpdate }
        : { type: Type.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    );
    this.#stage = "deferred";
  }

  /** Discord takes a form only as the first answer: once it was told to wait, none can be shown any more. */
  get canShowForm(): boolean {
    return this.#stage === "open";
  }

  /** Sends all of it, in order. */
  async say(ready: Ready): Promise<void> {
    if (ready.to === "modal") {
      await this.#answers.first(this.#spot, { type: Type.Modal, data: ready.modal });
      this.#stage = "answered";
      return;
    }
    const {
      to,
      bodies: [first, ...rest],
    } = ready;
    await this.#open(to, first);
    for (const body of rest) await this.#answers.followUp(this.#spot, body);
  }

  /** One more private message, wherever things stand: for what went wrong on the way. */
  async add(body: Body): Promise<void> {
    await (this.#stage === "answered" ? this.#answers.followUp(this.#spot, body) : this.#open("asker", body));
  }

  async #open(to: Answer["to"], body: Body): Promise<void> {
    if (this.#stage === "open") await this.#answers.first(this.#spot, firstAnswer(to, body));
    else await this.#afterDefer(to, body);
    this.#stage = "answered";
  }

  async #afterDefer(to: Answer["to"], body: Body): Promise<void> {
    const inPlace = this.#onMessage ? to === "update" : to === "asker";
    if (inPlace) return this.#answers.edit(this.#spot, withoutFlags(body));
    /** A deferred answer keeps the privacy it was deferred with: for all to see it must be a new message, in place of the waiting one. */
    if (!this.#onMessage) {
      await this.#answers.remove(this.#spot);
      this.#stage = "answered";
    }
    return this.#answers.followUp(this.#spot, body);
  }
}

function firstAnswer(to: Answer["to"], body: Body) {
  return to === "update"
    ? { type: Type.UpdateMessage as const, data: withoutFlags(body) }
    : { type: Type.ChannelMessageWithSource as const, data: body };
}

/** An edit can change neither privacy nor sound: Discord refuses the flags. */
function withoutFlags({ flags: _flags, ...body }: Body): Body {
  return body;
}
