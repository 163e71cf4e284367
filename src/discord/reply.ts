// One interaction's answer on its way: at once, or deferred first and then put in its place. Knows Discord's protocol and nothing of commands.
// Must never answer more publicly than was asked for, nor say a thing twice.
import { InteractionResponseType as Type, MessageFlags } from "discord-api-types/v10";
import type { Answer } from "../command.ts";
import type { Answers, Spot } from "./answers.ts";
import type { Body } from "./payload.ts";

/** Bodies carry their own privacy (the Ephemeral flag). At least one. */
export interface Ready {
  to: Answer["to"];
  bodies: readonly [Body, ...Body[]];
}

export class Reply {
  readonly #answers: Answers;
  readonly #spot: Spot;
  readonly #toCommand: boolean;
  #stage: "open" | "deferred" | "answered" = "open";

  /** @param toCommand false for buttons and menus: there the message they belong to is what can be edited. */
  constructor(answers: Answers, spot: Spot, toCommand: boolean) {
    this.#answers = answers;
    this.#spot = spot;
    this.#toCommand = toCommand;
  }

  /** Tells Discord to wait. Privately: whether the answer is for all is not known yet, and private cannot be taken back by mistake. */
  async defer(): Promise<void> {
    await this.#answers.first(
      this.#spot,
      this.#toCommand
        ? { type: Type.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } }
        : { type: Type.DeferredMessageUpdate },
    );
    this.#stage = "deferred";
  }

  /** Sends all of it, in order. */
  async say({ to, bodies: [first, ...rest] }: Ready): Promise<void> {
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
    const inPlace = this.#toCommand ? to === "asker" : to === "update";
    if (inPlace) return this.#answers.edit(this.#spot, withoutFlags(body));
    /** A deferred answer keeps the privacy it was deferred with: for all to see it must be a new message, in place of the waiting one. */
    if (this.#toCommand) {
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
