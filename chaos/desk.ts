// The people of a run: they type, press and fill in, and do it again when nobody answered, as people do; and the world's clock, which stops at each instant
// at which something is owed. Must never reach around Discord into the program.
import type { APIMessage } from "discord-api-types/v10";
import { ComponentType as C } from "discord-api-types/v10";
import type { FaultOrder, Outcome, ShownMessage, TypedCommand } from "../rehearsal/contract.ts";
import type { Rehearsal } from "../rehearsal/rehearsal.ts";
import { editRecord } from "../rehearsal/scenarios/data-copy.ts";
import { textOf } from "../rehearsal/scenarios/sights.ts";
import { typedLine } from "../rehearsal/scenarios/typed-line.ts";
import { type Counted, counted, type Seen, standsAll } from "./count.ts";
import type { Life } from "./life.ts";
import { passTime } from "./machine-time.ts";
import type { Owed } from "./scenario.ts";

/** People give up after so many tries: then the run has failed, and says where. */
const TRIES = 40;
const HOME = "redaccion";

export class Desk {
  readonly rehearsal: Rehearsal;
  readonly #life: Life;
  readonly #shows: readonly Owed[];
  readonly #dataDir: string;
  readonly #last = new Map<string, ShownMessage>();
  readonly #forms = new Map<string, string>();
  /** By name; those of other servers are `server/channel`. */
  readonly #channels = new Map<string, string>();

  constructor(parts: { rehearsal: Rehearsal; life: Life; shows: readonly Owed[]; dataDir: string }) {
    this.rehearsal = parts.rehearsal;
    this.#life = parts.life;
    this.#shows = parts.shows;
    this.#dataDir = parts.dataDir;
    for (const { id, name, kind } of this.rehearsal.state().channels)
      if (kind === "text" || kind === "announcement") this.#channels.set(name, id);
  }

  /** Another server with one channel, whose people look after it. */
  addServer(name: string, channel: string, members: readonly string[]): void {
    const ids = members.map((one) => this.rehearsal.reader(one).id);
    const { id } = this.rehearsal.addGuild({
      name,
      channels: [{ name: channel }],
      members: ids,
      ownerId: ids[0] ?? "",
    });
    this.#channels.set(`${name}/${channel}`, this.rehearsal.channel(channel, id).id);
  }

  /** Every minute up to this time is played. */
  async to(iso: string): Promise<void> {
    await this.#up("the program to be there before the clock goes on");
    await this.rehearsal.clock.jump({ to: iso });
  }

  /** The clock is moved: time passes and nobody is told until it has, whether the program is off or hears it at once. Nothing is owed in between. */
  async skip(iso: string): Promise<void> {
    await this.rehearsal.clock.outage({ to: iso });
  }

  /** Waits until so many of the messages owed stand in their channels; goes on when they do not come: the count says so. */
  async sees(count: number): Promise<void> {
    const owed = this.#shows.slice(0, count);
    await this.#life.until(() => standsAll(owed, (channel) => this.shown(channel), false) && this.#life.idle);
  }

  /** All that is owed, as it must read at the end. */
  async seesAll(): Promise<void> {
    await this.#life.until(() => standsAll(this.#shows, (channel) => this.shown(channel), true) && this.#life.idle);
  }

  /** The program is there and keeps something for later: nothing is shown of that. */
  async holds(): Promise<void> {
    await this.#life.until(() => this.#life.holds);
  }

  async type(who: string, line: string, where = HOME): Promise<void> {
    const { options, ...rest } = typedLine(line);
    const id = (value: string) => (value.startsWith("#") ? this.channel(value.slice(1)) : value);
    const typed: TypedCommand = {
      readerId: this.rehearsal.reader(who).id,
      channelId: this.channel(where),
      ...rest,
      options: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, id(value)])),
    };
    await this.#answered(who, line, () => this.rehearsal.type(typed));
  }

  async press(who: string, label: string): Promise<void> {
    const message = this.lastOf(who);
    await this.pressOn(who, label, message);
  }

  async pressOn(who: string, label: string, message: APIMessage): Promise<void> {
    const button = partsOf(message).find(
      (part) => part.type === C.Button && "label" in part && (part.label ?? "").startsWith(label),
    );
    if (button === undefined || !("custom_id" in button))
      throw new Error(`${who} sees no button “${label}” on: ${message.content}`);
    const pressed = { readerId: this.rehearsal.reader(who).id, messageId: message.id, customId: button.custom_id };
    await this.#answered(who, label, () => this.rehearsal.press(pressed));
  }

  /** An entry of the card's menu; it opens a form. */
  async pick(who: string, label: string): Promise<void> {
    const message = this.lastOf(who);
    for (const part of partsOf(message)) {
      if (part.type !== C.StringSelect) continue;
      const value = part.options.find((option) => option.label.startsWith(label))?.value;
      if (value === undefined) continue;
      const picked = { messageId: message.id, customId: part.custom_id, values: [value] };
      const readerId = this.rehearsal.reader(who).id;
      return this.#answered(who, label, () => this.rehearsal.select({ readerId, ...picked }));
    }
    throw new Error(`${who} sees no entry “${label}” on: ${message.content}`);
  }

  async submit(who: string, values: Record<string, string | string[]>): Promise<void> {
    const interactionId = this.#forms.get(who);
    if (interactionId === undefined) throw new Error(`${who} has no form open.`);
    await this.#answered(who, "the form", () =>
      this.rehearsal.submit({ readerId: this.rehearsal.reader(who).id, interactionId, values }),
    );
  }

  /** What this person was answered last, in words. */
  answer(who: string): string {
    const shown = this.#last.get(who);
    return shown === undefined ? "" : textOf(shown);
  }

  lastOf(who: string): APIMessage {
    const shown = this.#last.get(who);
    if (shown === undefined) throw new Error(`${who} has no answer to press anything on.`);
    return shown.message;
  }

  /** The newest message of a channel that holds these words. */
  find(channel: string, words: string): APIMessage {
    const all = this.rehearsal.messages(this.channel(channel)).map(({ message }) => message);
    const found = all.findLast(({ content }) => content.includes(words));
    if (found === undefined) throw new Error(`#${channel} shows no “${words}”.`);
    return found;
  }

  /** What this person is told directly is counted, too: `@name`. */
  addDirect(name: string): void {
    this.#channels.set(`@${name}`, this.rehearsal.openDm(this.rehearsal.reader(name).id).id);
  }

  /** Somebody takes away the leave to write in a channel, or gives it back. */
  leave(channel: string, is: "taken" | "given-back"): void {
    const change = is === "taken" ? "permission-taken" : "permission-given-back";
    this.rehearsal.change({ change, channelId: this.channel(channel), permission: "SendMessages" });
  }

  fault(order: Omit<FaultOrder, "channelId"> & { in?: string }): string {
    const { in: channel, ...rest } = order;
    return this.rehearsal.orderFault({
      ...rest,
      ...(channel === undefined ? {} : { channelId: this.channel(channel) }),
    }).id;
  }

  /** Waits until the program has asked Discord for something like this. */
  async asked(fits: (request: Rehearsal["requests"][number]) => boolean): Promise<void> {
    await this.#life.until(() => this.rehearsal.requests.some(fits));
  }

  off(): Promise<void> {
    return this.#life.off();
  }

  /** Pulled out of the wall, and away for so many minutes of machine time. */
  pulled(minutes: number): Promise<void> {
    return this.#life.kill(minutes * 60_000);
  }

  async on(): Promise<void> {
    this.#life.on();
    await this.#up("the program to start again");
  }

  editRecord(file: string, record: string, becomes: Record<string, unknown>): Promise<void> {
    return editRecord(this.#dataDir, file, record, becomes);
  }

  channel(name: string): string {
    const id = this.#channels.get(name);
    if (id === undefined) throw new Error(`There is no channel ${name}.`);
    return id;
  }

  /** What everybody sees in a channel, oldest first. */
  shown(channel: string): Seen[] {
    const all = this.rehearsal.messages(this.channel(channel)).filter((one) => one.ephemeralFor === undefined);
    return all.map((one) => ({
      id: one.message.id,
      text: textOf(one),
      at: Date.parse(one.message.timestamp),
      answers: one.message.message_reference?.message_id,
    }));
  }

  /** `long`: the run has taken five minutes of machine time; what was planned in them may rightly say that it is late. */
  count(long: boolean): Counted {
    return counted(this.#shows, (channel) => this.shown(channel), [...this.#channels.keys()], long);
  }

  /** Once more from the start, long after every nonce was forgotten: what it posts now is one too many. */
  async onceMore(): Promise<void> {
    await this.#up("the program to be there at the end");
    await this.#life.kill(0);
    passTime(200_000);
    this.#life.on();
    await this.#life.until(() => this.#life.idle);
  }

  async #up(what: string): Promise<void> {
    const reader = this.rehearsal.reader("Ana").id;
    if (!(await this.#life.until(() => this.#life.isUp && this.rehearsal.commands(reader).length > 0)))
      throw new Error(`Waited in vain for ${what}.`);
  }

  /** Until somebody answers: a program that dies meanwhile is asked again when it is back. */
  async #answered(who: string, did: string, act: () => Promise<Outcome>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      await this.#up(`an answer to ${who} (${did})`);
      const outcome = await this.#life.whileAlive(act());
      if (outcome === undefined || outcome.kind === "failed") continue;
      if (outcome.kind === "modal") this.#forms.set(who, outcome.interactionId);
      if (outcome.kind === "message" || outcome.kind === "update") this.#last.set(who, outcome.shown);
      return;
    }
    throw new Error(`Nobody answered ${who} (${did}) in ${TRIES} tries.`);
  }
}

function partsOf(message: APIMessage) {
  return (message.components ?? []).flatMap((row) => (row.type === C.ActionRow ? row.components : []));
}
