// One interaction's answer on its way: at once, or deferred first and then put in its place. Knows Discord's protocol and nothing of commands.
// Must never answer more publicly than was asked for, nor say a thing twice.
import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType as Type,
  MessageFlags,
} from "discord-api-types/v10";
import type { Answer } from "../command.ts";
import type { Answers, Spot } from "./answers.ts";
import { type Components, Labels } from "./labels.ts";
import { made, replacing, type Body } from "./payload.ts";

/** Bodies carry their own privacy (the Ephemeral flag). At least one. */
export interface Shown {
  to: Answer["to"];
  bodies: readonly [Body, ...Body[]];
}
/** Below the message whose button was pressed, its rows as they are to stand; and what only who pressed reads. */
export interface NewLabel {
  to: "button";
  messageId: string;
  components: () => { components: Components };
  told: Body;
}
/** A form is the whole answer. */
export type Ready = Shown | NewLabel | { to: "modal"; modal: APIModalInteractionResponseCallbackData };

export class Reply {
  readonly #answers: Answers;
  readonly #spot: Spot;
  readonly #labels: Labels;
  readonly #onMessage: boolean;
  #stage: "open" | "deferred" | "answered" = "open";

  /** @param onMessage of buttons and menus, and of forms they opened: there the message they belong to is what can be edited. */
  constructor(answers: Answers, spot: Spot, onMessage: boolean, labels = new Labels()) {
    this.#answers = answers;
    this.#labels = labels;
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
    if (ready.to === "button") return this.#label(ready);
    const {
      to,
      bodies: [first, ...rest],
    } = ready;
    await this.#open(to, first);
    for (const body of rest) await this.#followUp(body);
  }

  async #label({ messageId, components, told }: NewLabel): Promise<void> {
    const edit = () => this.#answers.rows(this.#spot, components());
    const first = () => this.#answers.first(this.#spot, { type: Type.UpdateMessage, data: inPlace(components()) });
    await this.#labels.say(messageId, this.#stage === "open" ? first : edit, edit);
    this.#stage = "answered";
    await this.#followUp(told);
  }

  /** One more private message, wherever things stand: for what went wrong on the way. */
  async add(body: Body): Promise<void> {
    await (this.#stage === "answered" ? this.#followUp(body) : this.#open("asker", body));
  }

  #followUp(body: Body): Promise<void> {
    const { json, files } = made(body);
    return this.#answers.followUp(this.#spot, json, files);
  }

  async #open(to: Answer["to"], body: Body): Promise<void> {
    if (this.#stage === "open") await this.#first(to, body);
    else await this.#afterDefer(to, body);
    this.#stage = "answered";
  }

  #first(to: Answer["to"], body: Body): Promise<void> {
    const { json: data, files } = to === "update" ? replacing(body) : made(body);
    const type = to === "update" ? Type.UpdateMessage : Type.ChannelMessageWithSource;
    return this.#answers.first(this.#spot, { type, data }, files);
  }

  async #afterDefer(to: Answer["to"], body: Body): Promise<void> {
    const inPlace = this.#onMessage ? to === "update" : to === "asker";
    if (inPlace) {
      const { json, files } = replacing(body);
      return this.#answers.edit(this.#spot, json, files);
    }
    /** A deferred answer keeps the privacy it was deferred with: for all to see it must be a new message, in place of the waiting one. */
    if (!this.#onMessage) {
      await this.#answers.remove(this.#spot);
      this.#stage = "answered";
    }
    return this.#followUp(body);
  }
}

/** What an update leaves out stays as it is, though Discord's types ask for a whole message; rows were checked for no more than what is changed in them. */
function inPlace(rows: { components: Components }): object {
  return rows;
}
