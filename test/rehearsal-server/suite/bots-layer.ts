// The bot's own Discord layer (src/discord), with a tiny list of commands, putting on the suite's play. Must never reach past that layer to Discord.
import type { Rehearsal } from "../../../rehearsal/rehearsal.ts";
import { action, answer, type Command } from "../../../src/command.ts";
import { connect, type Gateway } from "../../../src/discord/client.ts";
import { sender } from "../../../src/discord/sender.ts";
import type { Sender } from "../../../src/alerts/courier/sender.ts";
import type { Message } from "../../../src/views/message.ts";
import { contexts, heldArgs } from "../../discord/fixtures.ts";
import { rememberingLog } from "../../support.ts";
import {
  LATE,
  type Abilities,
  type ClientUnderTest,
  type How,
  type Play,
  type Posted,
  type StandInClient,
} from "./client.ts";

/** The layer waits 1.5 s before it defers: thirty times faster here. The 14 minutes after that are as far away as ever. */
const FASTER = 30;

class BotsLayer implements StandInClient {
  readonly #rehearsal: Rehearsal;
  readonly #play: Play;
  readonly #token: string;
  readonly #gone: string[] = [];
  readonly #longArgs = heldArgs();
  readonly #remembered = rememberingLog();
  readonly #sender: Sender;
  #gateway: Gateway | undefined;
  readonly can: Partial<Abilities> = {};

  constructor(rehearsal: Rehearsal, play: Play, token = rehearsal.token) {
    this.#rehearsal = rehearsal;
    this.#play = play;
    this.#token = token;
    this.#sender = sender({ ...this.#settings(), longArgs: this.#longArgs });
  }

  async start(): Promise<void> {
    const { guildId } = this.#rehearsal;
    this.#gateway = await connect({
      ...this.#settings(),
      commands: commandsOf(this.#play),
      homeGuilds: [guildId],
      longArgs: this.#longArgs,
      context: await contexts([guildId]),
      clock: { after: (ms, run) => this.#after(ms, run) },
      lost: () => {},
      gone: (what) => void this.#gone.push("channelId" in what ? what.channelId : what.guildId),
    });
    await this.#gateway.registered;
  }

  async stop(): Promise<void> {
    await this.#gateway?.close();
  }

  isConnected = (): boolean => this.#gateway?.state() === "connected";
  gone = (): string[] => this.#gone;

  async post(channelId: string, content: string, { nonce, silent = false, mark }: How): Promise<Posted> {
    const embed = mark === undefined ? {} : { embed: { tone: "info" as const, title: "t", footer: mark } };
    const outcome = await this.#sender.post(channelId, { content, ...embed }, { nonce, silent });
    if (outcome.is === "sent") return { is: "sent", id: outcome.messageId };
    if (outcome.is === "again") return { is: "wait", ms: outcome.afterMs ?? 0 };
    if (outcome.is === "unsure") return { is: "unsure" };
    const why = WHY[outcome.why];
    if (!why) throw new Error(`A post ended with "${outcome.why}".`);
    return { is: "no", why };
  }

  async find(channelId: string, mark: string, since: number): Promise<string | undefined> {
    const search = await this.#sender.find(channelId, mark, since);
    if (search.is === "cannot") throw new Error(`The channel could not be searched: ${search.why}.`);
    return search.is === "found" ? search.messageId : undefined;
  }

  missing = (channelId: string): Promise<readonly string[] | "no such channel"> =>
    this.#sender.missingPermissions(channelId);
  serverTime = (): Promise<number | undefined> => this.#sender.serverTime();

  #settings() {
    const { log } = this.#remembered;
    return {
      token: this.#token,
      apiUrl: `${this.#rehearsal.url}/api`,
      log: {
        ...log,
        warn: (fields: object, text: string) => {
          if (text.startsWith("An answer came too late")) this.#play.heard.push(LATE, JSON.stringify(fields));
          log.warn(fields, text);
        },
      },
    };
  }

  /** While the play says `never`, the layer's patience never ends: nobody defers. */
  #after(ms: number, run: () => void): () => void {
    if (this.#play.heard.at(-1) === "never") return () => {};
    const timer = setTimeout(run, ms / FASTER);
    return () => clearTimeout(timer);
  }
}

const WHY: Partial<Record<string, "gone" | "forbidden" | "closed" | "form">> = {
  "no-such-channel": "gone",
  forbidden: "forbidden",
  "channel-closed": "closed",
  "refused-form": "form",
};

const say = (content: string, to: "asker" | "channel" | "update" = "asker") => answer({ content }, to);

const PAGE_ONE: Message = {
  content: "page 1",
  rows: [
    { buttons: [{ label: "Older", press: { action: { name: "curfew.older", args: [] } } }] },
    {
      menu: {
        action: { name: "curfew.pick", args: [] },
        placeholder: "Pick",
        options: [{ label: "Guayas", value: "EC-G" }],
      },
    },
  ],
};

function commandsOf(play: Play): readonly Command[] {
  const complete = (typed: string) =>
    play.suggestions.filter((one) => one.startsWith(typed)).map((name) => ({ name, value: name }));
  const scene = async (place: string, language: string) => {
    play.heard.push(place);
    if (place.startsWith("slow") || place === "never") await play.held;
    if (place === "public") return say("for all", "channel");
    if (place === "many") return answer(["one", "two", "three"].map((content) => ({ content })));
    if (place === "slow") return say("done");
    if (place === "slow-public") return say("done", "channel");
    if (place === "buttons") return answer(PAGE_ONE);
    return say(`place=${place} lang=${language}`);
  };
  return [
    {
      name: "curfew",
      where: "everywhere",
      action: action({
        options: { place: { kind: "text", complete } },
        run: ({ place }, { language }) => scene(place ?? "", language),
      }),
      buttons: { "curfew.older": () => say("page 2", "update") },
      menus: { "curfew.pick": (_, [picked]) => say(`picked ${picked ?? ""}`, "channel") },
    },
    {
      name: "strikes",
      where: "everywhere",
      action: action({
        options: { "min-killed": { kind: "integer", min: 0 } },
        run: (typed) => say(`min-killed=${typed["min-killed"] ?? ""}`),
      }),
    },
    {
      name: "alerts",
      where: "everywhere",
      needs: "manage-channels",
      subcommands: {
        subscribe: action({
          options: { channel: { kind: "channel" } },
          run: ({ channel }) => say(`channel=${channel ?? ""}`),
        }),
      },
    },
    {
      name: "record",
      where: "home",
      needs: "record",
      subcommands: {
        strike: action({ options: { link: { kind: "text", required: true } }, run: () => say("noted") }),
      },
    },
  ];
}

export const botsLayer: ClientUnderTest = {
  make: (rehearsal, play, token) => new BotsLayer(rehearsal, play, token),
  cannot: {
    guilds: "nothing outside discord.js' own client reads its cache, and a count of servers is asked for nowhere",
    listed: "the whole list is put at every start; reading it back would be one more way to be wrong",
    edit: "alerts are not edited yet: the sender posts and looks, nothing else",
    remove: "nothing that was said is taken away, but a deferred answer",
    reply: "alerts do not answer alerts yet",
    dm: "owners are not written to yet",
    upload: "nothing is drawn yet",
    second: "an answer is given once by construction: there is no second first answer to be refused",
    form: "no command of the contract opens a form yet",
    onMessage: "no command of the contract sits on a message yet",
  },
};
