// Does what a step says, through the same doors as a reader at the page: type, press, pick, submit. Must never reach around them into the bot.
import type { APIMessage } from "discord-api-types/v10";
import { ComponentType as C } from "discord-api-types/v10";
import type { Outcome, ShownMessage, TypedCommand } from "../contract.ts";
import { Refused } from "../play/refused.ts";
import { editRecord } from "./data-copy.ts";
import type { House } from "./house.ts";
import type { Deed } from "./scenario.ts";
import { textOf } from "./sights.ts";
import { typedLine } from "./typed-line.ts";

const HOME = "redaccion";

export class Cast {
  readonly #house: House;
  /** Each answer as it read when it came: a card that is confirmed becomes another text. */
  readonly answers: { by: string; text: string }[] = [];
  readonly #last = new Map<string, ShownMessage>();
  readonly #forms = new Map<string, string>();

  constructor(house: House) {
    this.#house = house;
  }

  /** Throws Refused, with a sentence, for what cannot be done or was not answered as it should be. */
  async perform(deed: Deed): Promise<void> {
    const { rehearsal, dataDir } = this.#house;
    const { clock } = rehearsal;
    if ("types" in deed) return this.#type(deed);
    if ("presses" in deed) return this.#press(deed);
    if ("picks" in deed) return this.#pick(deed);
    if ("submits" in deed) return this.#submit(deed);
    if ("clock" in deed) return this.#ahead(deed.clock) ? clock.jump({ to: deed.clock }) : undefined;
    if ("outage" in deed) return this.#ahead(deed.outage) ? clock.outage({ to: deed.outage }) : undefined;
    if ("bot" in deed) return this.#switch(deed.bot);
    if ("data" in deed) return editRecord(dataDir, deed.data, deed.record, deed.becomes);
    if ("fault" in deed) return void rehearsal.orderFault(deed.fault);
    return rehearsal.change(deed.world);
  }

  /** Somebody at the page may have moved the clock further: a script never turns it back. */
  #ahead(to: string): boolean {
    return Date.parse(to) > this.#house.rehearsal.clock.now();
  }

  async #switch(to: "off" | "on" | "killed"): Promise<void> {
    await { off: this.#house.off, on: this.#house.on, killed: this.#house.kill }[to]();
  }

  async #type({ who, types, in: where = HOME, unanswered }: Extract<Deed, { types: string }>): Promise<void> {
    const { rehearsal } = this.#house;
    const { options, ...line } = typedLine(types);
    const id = (value: string) => (value.startsWith("#") ? rehearsal.channel(value).id : value);
    const typed: TypedCommand = {
      readerId: rehearsal.reader(who).id,
      channelId: rehearsal.channel(where).id,
      ...line,
      options: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, id(value)])),
    };
    const outcome = await rehearsal.type(typed);
    if (unanswered && outcome.kind === "failed") return;
    if (unanswered) throw new Refused(`${who} was answered, and should not have been: ${types}`);
    this.#note(who, types, outcome);
  }

  async #press({ who, presses }: Extract<Deed, { presses: string }>): Promise<void> {
    const { message, readerId } = this.#lastOf(who);
    const button = partsOf(message).find((part) => part.type === C.Button && "label" in part && part.label === presses);
    if (button === undefined || !("custom_id" in button))
      throw new Refused(`${who}'s last answer has no button “${presses}”.`);
    const press = { readerId, messageId: message.id, customId: button.custom_id };
    this.#note(who, presses, await this.#house.rehearsal.press(press));
  }

  async #pick({ who, picks }: Extract<Deed, { picks: string }>): Promise<void> {
    const { message, readerId } = this.#lastOf(who);
    for (const part of partsOf(message)) {
      if (part.type !== C.StringSelect) continue;
      const option = part.options.find((one) => one.label.includes(picks));
      if (option === undefined) continue;
      const select = { readerId, messageId: message.id, customId: part.custom_id, values: [option.value] };
      return this.#note(who, picks, await this.#house.rehearsal.select(select));
    }
    throw new Refused(`${who}'s last answer has no entry “${picks}” in a menu.`);
  }

  async #submit({ who, submits }: Extract<Deed, { submits: unknown }>): Promise<void> {
    const interactionId = this.#forms.get(who);
    if (interactionId === undefined) throw new Refused(`${who} has no form open.`);
    const readerId = this.#house.rehearsal.reader(who).id;
    this.#note(who, "form", await this.#house.rehearsal.submit({ readerId, interactionId, values: submits }));
  }

  #lastOf(who: string): { message: APIMessage; readerId: string } {
    const shown = this.#last.get(who);
    if (shown === undefined) throw new Refused(`${who} has no answer to press anything on.`);
    return { message: shown.message, readerId: this.#house.rehearsal.reader(who).id };
  }

  #note(by: string, did: string, outcome: Outcome): void {
    if (outcome.kind === "failed") throw new Refused(`${by} was not answered (${did}): ${outcome.why}`);
    if (outcome.kind === "modal") this.#forms.set(by, outcome.interactionId);
    if (outcome.kind !== "message" && outcome.kind !== "update") return;
    this.#last.set(by, outcome.shown);
    this.answers.push({ by, text: textOf(outcome.shown) });
  }
}

function partsOf(message: APIMessage) {
  return (message.components ?? []).flatMap((row) => (row.type === C.ActionRow ? row.components : []));
}
