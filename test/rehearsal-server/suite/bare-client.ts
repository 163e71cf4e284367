// A bare discord.js client that puts on the suite's play. Must never use anything of Vigía's own: it is the witness that the stand-in serves others too.
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Locale,
  MessageFlags,
  ModalBuilder,
  RequestMethod,
  Routes,
  Status,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ChatInputCommandInteraction,
  type Interaction,
  type RESTPutAPIApplicationCommandsJSONBody,
  type SendableChannels,
} from "discord.js";
import type { Rehearsal } from "../../../rehearsal/rehearsal.ts";
import {
  LATE,
  type Abilities,
  type ClientUnderTest,
  type How,
  type Play,
  type Posted,
  type StandInClient,
} from "./client.ts";

const words = (en: string, es: string, description = "d") => ({
  name: en,
  name_localizations: { "es-ES": es, "es-419": es },
  description,
  description_localizations: { "es-ES": "e", "es-419": "e" },
});

const EVERYWHERE: RESTPutAPIApplicationCommandsJSONBody = [
  { ...words("curfew", "toque-de-queda"), options: [{ ...words("place", "lugar"), type: 3, autocomplete: true }] },
  { ...words("strikes", "ataques"), options: [{ ...words("min-killed", "mínimo-muertos"), type: 4, min_value: 0 }] },
  {
    ...words("alerts", "alertas"),
    default_member_permissions: "16",
    options: [{ ...words("subscribe", "suscribir"), type: 1, options: [{ ...words("channel", "canal"), type: 7 }] }],
  },
  {
    name: "Why?",
    name_localizations: { "es-ES": "¿Por qué?", "es-419": "¿Por qué?" },
    type: ApplicationCommandType.Message,
  },
];
const HOME: RESTPutAPIApplicationCommandsJSONBody = [
  {
    ...words("record", "registrar"),
    default_member_permissions: "32",
    options: [
      { ...words("strike", "ataque"), type: 1, options: [{ ...words("link", "enlace"), type: 3, required: true }] },
    ],
  },
];

const NEEDED = ["ViewChannel", "SendMessages", "EmbedLinks", "ReadMessageHistory"] as const;

class BareClient implements StandInClient {
  readonly #rehearsal: Rehearsal;
  readonly #play: Play;
  readonly #token: string;
  readonly #client: Client;
  readonly #gone: string[] = [];
  #second = Promise.resolve(0);

  constructor(rehearsal: Rehearsal, play: Play, token = rehearsal.token) {
    this.#rehearsal = rehearsal;
    this.#play = play;
    this.#token = token;
    this.#client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${rehearsal.url}/api` } });
    this.#client.on(Events.Error, () => {});
    this.#client.on(Events.ChannelDelete, ({ id }) => void this.#gone.push(id));
    this.#client.on(Events.GuildDelete, ({ id }) => void this.#gone.push(id));
    this.#client.on(Events.InteractionCreate, (interaction) => {
      // An answer that came too late is thrown; the client goes on.
      this.#answer(interaction).catch((fault: unknown) => void this.#play.heard.push(LATE, String(fault)));
    });
  }

  async start(): Promise<void> {
    const ready = new Promise((resolve) => this.#client.once(Events.ClientReady, resolve));
    try {
      await this.#client.login(this.#token);
    } catch (fault) {
      await this.#client.destroy();
      throw fault;
    }
    await ready;
    const { applicationId, guildId } = this.#rehearsal;
    await this.#client.rest.put(Routes.applicationCommands(applicationId), { body: EVERYWHERE });
    await this.#client.rest.put(Routes.applicationGuildCommands(applicationId, guildId), { body: HOME });
  }

  stop = (): Promise<void> => this.#client.destroy();
  isConnected = (): boolean =>
    this.#client.isReady() && this.#client.ws.shards.every((shard) => shard.status === Status.Ready);
  gone = (): string[] => this.#gone;

  post(channelId: string, content: string, { nonce, silent, mark }: How): Promise<Posted> {
    const flags = silent ? { flags: MessageFlags.SuppressNotifications as const } : {};
    const embeds = mark === undefined ? {} : { embeds: [{ title: "t", footer: { text: mark } }] };
    return posted(async () =>
      (await this.#channel(channelId)).send({ content, nonce, enforceNonce: true, ...flags, ...embeds }),
    );
  }

  async find(channelId: string, mark: string, since: number): Promise<string | undefined> {
    const channel = await this.#channel(channelId);
    for (let after = String((BigInt(since) - 1_420_070_400_000n) << 22n); ;) {
      const page = await channel.messages.fetch({ after, limit: 100, cache: false });
      const found = page.find((message) => message.embeds.some((embed) => embed.footer?.text === mark));
      if (found || page.size < 100) return found?.id;
      after = page.firstKey() ?? after;
    }
  }

  async missing(channelId: string): Promise<readonly string[] | "no such channel"> {
    try {
      const channel = await this.#client.channels.fetch(channelId, { force: true });
      if (!channel || channel.isDMBased() || !this.#client.user) return [];
      return channel.permissionsFor(this.#client.user)?.missing([...NEEDED]) ?? [...NEEDED];
    } catch (fault) {
      if (fault instanceof DiscordAPIError) return fault.code === 10003 ? "no such channel" : ["ViewChannel"];
      throw fault;
    }
  }

  async serverTime(): Promise<number | undefined> {
    const answer = await this.#client.rest.queueRequest({ method: RequestMethod.Get, fullRoute: Routes.user() });
    return Date.parse(answer.headers.get("date") ?? "");
  }

  readonly can: Abilities = {
    guilds: () => this.#client.guilds.cache.size,
    listed: async () => {
      const all = await this.#client.application?.commands.fetch({ withLocalizations: true });
      return [...(all?.values() ?? [])].map(({ id, name, nameLocalizations }) => ({
        id,
        name,
        spanish: nameLocalizations?.[Locale.SpanishLATAM] ?? undefined,
      }));
    },
    edit: (channelId, messageId, content) =>
      posted(async () => (await this.#channel(channelId)).messages.edit(messageId, content)),
    remove: (channelId, messageId) =>
      posted(async () => {
        await (await this.#channel(channelId)).messages.delete(messageId);
        return { id: messageId };
      }),
    reply: (channelId, messageId, content) =>
      posted(async () =>
        (await this.#channel(channelId)).send({
          content,
          reply: { messageReference: messageId, failIfNotExists: false },
        }),
      ),
    dm: (readerId, content) => posted(() => this.#client.users.send(readerId, content)),
    upload: (channelId, { name, bytes, description }) =>
      posted(async () => {
        const file = new AttachmentBuilder(Buffer.from(bytes), { name, description });
        return (await this.#channel(channelId)).send({
          files: [file],
          embeds: [{ image: { url: `attachment://${name}` } }],
        });
      }),
    second: () => this.#second,
    form: () => {},
    onMessage: () => {},
  };

  async #channel(channelId: string): Promise<SendableChannels> {
    const channel = await this.#client.channels.fetch(channelId);
    if (!channel?.isSendable()) throw new Error(`Nobody can write in ${channelId}.`);
    return channel;
  }

  async #answer(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused();
      const found = this.#play.suggestions.filter((one) => one.startsWith(typed));
      await interaction.respond(found.map((name) => ({ name, value: name })));
    }
    if (interaction.isChatInputCommand()) await this.#command(interaction);
    if (interaction.isButton()) await interaction.update({ content: "page 2" });
    if (interaction.isStringSelectMenu()) await interaction.reply(`picked ${interaction.values.join()}`);
    if (interaction.isModalSubmit()) await interaction.reply(`form=${interaction.fields.getTextInputValue("what")}`);
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(`why=${interaction.targetMessage.content}`);
  }

  async #command(interaction: ChatInputCommandInteraction): Promise<void> {
    const { options, commandName } = interaction;
    const language = interaction.locale.slice(0, 2);
    const privately = (content: string) => interaction.reply({ content, flags: MessageFlags.Ephemeral });
    if (commandName === "strikes") await privately(`min-killed=${options.getInteger("min-killed") ?? ""}`);
    if (commandName === "alerts") await privately(`channel=${options.getChannel("channel")?.id ?? ""}`);
    if (commandName === "record") await privately("noted");
    if (commandName !== "curfew") return;
    const place = options.getString("place") ?? "";
    this.#play.heard.push(place);
    await (this.#scene(place)?.(interaction) ?? privately(`place=${place} lang=${language}`));
  }

  #scene(place: string): ((interaction: ChatInputCommandInteraction) => Promise<unknown>) | undefined {
    const slow = async (interaction: ChatInputCommandInteraction, flags: MessageFlags.Ephemeral | undefined) => {
      await interaction.deferReply(flags ? { flags } : {});
      await this.#play.held;
      await interaction.editReply("done");
    };
    const scenes: Record<string, (interaction: ChatInputCommandInteraction) => Promise<unknown>> = {
      public: (interaction) => interaction.reply("for all"),
      many: async (interaction) => {
        await interaction.reply({ content: "one", flags: MessageFlags.Ephemeral });
        for (const content of ["two", "three"]) await interaction.followUp({ content, flags: MessageFlags.Ephemeral });
      },
      slow: (interaction) => slow(interaction, MessageFlags.Ephemeral),
      "slow-public": (interaction) => slow(interaction, undefined),
      never: async (interaction) => {
        await this.#play.held;
        await interaction.reply("too late");
      },
      buttons: (interaction) =>
        interaction.reply({ content: "page 1", components: rows(), flags: MessageFlags.Ephemeral }),
      form: (interaction) => interaction.showModal(form()),
      twice: async (interaction) => {
        await interaction.reply("once");
        this.#second = this.#client.rest
          .post(Routes.interactionCallback(interaction.id, interaction.token), {
            body: { type: 4, data: { content: "twice" } },
            auth: false,
          })
          .then(
            () => 0,
            (fault: unknown) => (fault instanceof DiscordAPIError ? Number(fault.code) : 0),
          );
        await this.#second;
        this.#play.heard.push("refused");
      },
    };
    return Object.hasOwn(scenes, place) ? scenes[place] : undefined;
  }
}

function rows() {
  const button = new ButtonBuilder().setCustomId("older").setLabel("Older").setStyle(ButtonStyle.Secondary);
  const menu = new StringSelectMenuBuilder().setCustomId("pick").addOptions({ label: "Guayas", value: "EC-G" });
  return [
    new ActionRowBuilder<ButtonBuilder>().addComponents(button),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
  ];
}

function form(): ModalBuilder {
  const input = new TextInputBuilder().setCustomId("what").setStyle(TextInputStyle.Short);
  return new ModalBuilder()
    .setCustomId("form")
    .setTitle("Form")
    .addLabelComponents((label) => label.setLabel("What").setTextInputComponent(input));
}

const WHY: Record<number, "gone" | "forbidden" | "closed" | "form"> = {
  10003: "gone",
  10008: "gone",
  50001: "forbidden",
  50013: "forbidden",
  50007: "closed",
  50035: "form",
  50006: "form",
};

async function posted(send: () => Promise<{ id: string }>): Promise<Posted> {
  try {
    return { is: "sent", id: (await send()).id };
  } catch (fault) {
    if (!(fault instanceof DiscordAPIError)) return { is: "unsure" };
    const why = WHY[Number(fault.code)];
    if (!why) throw fault;
    return { is: "no", why };
  }
}

export const bareClient: ClientUnderTest = {
  make: (rehearsal, play, token) => new BareClient(rehearsal, play, token),
  cannot: {},
};
