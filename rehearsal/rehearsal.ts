// Builds a rehearsal from its parts and gives tests and main one object to hold. Must never bind anything but 127.0.0.1.
import { randomBytes } from "node:crypto";
import { Bus } from "./bus.ts";
import { ClockSocket } from "./clock-socket.ts";
import type { CommandView, FaultOrder, Outcome, PendingFault, Snapshot, TypedCommand } from "./contract.ts";
import { Gateway, HEARTBEAT, type GatewayVisit } from "./gateway/gateway.ts";
import { APART } from "./gateway/session-starts.ts";
import { HOST, listen, makeServer } from "./http-server.ts";
import { type OpeningDeed, watchOpening } from "./opening.ts";
import { autocomplete, commandsFor, type, useOnMessage, useOnUser, type AskedSuggestions } from "./play/commands.ts";
import { beginAndEnd } from "./play/events.ts";
import { takenIn } from "./play/permissions.ts";
import { letRest } from "./play/threads.ts";
import { isGuildChannel } from "./world/channels.ts";
import { press, select, type Press } from "./play/components.ts";
import { Interactions } from "./play/interactions.ts";
import { submit, type Submission } from "./play/modal.ts";
import { BRISK } from "./rest/limits.ts";
import { FaultOrders } from "./rest/fault-orders.ts";
import { Rates, type RateMode } from "./rest/rates.ts";
import { directorOf, type Director } from "./director.ts";
import type { Exchange, RequestRecord, ScenarioDesk, Stage } from "./stage.ts";
import { isoTime, machineNow, WorldClock, type Leap } from "./world-clock.ts";
import { CommandBook } from "./world/commands.ts";
import { World } from "./world/guild.ts";
import { MessageBook } from "./world/message-book.ts";
import { APPLICATION_ID, GUILD_ID } from "./world/seed.ts";
import { Snowflakes } from "./world/snowflake.ts";

export interface RehearsalOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** ISO 8601 with an offset: world time at the start. */
  startAt: string;
  /** The bot token that is accepted; "rehearsal" when left out. */
  token?: string;
  /** Folder of the built page. */
  pageDir?: string;
  /** Rate limits as Discord's, the default; for tests that wait them out, or that post weeks of alerts in seconds, see rest/rates.ts. */
  rates?: RateMode;
  /** Machine milliseconds as nonces, rates and 429s count them; the machine's own when left out. For tests that move it by hand. */
  machine?: () => number;
  /** Machine milliseconds between heartbeats; 41,250 when left out. Shorter ones let a test notice a silent gateway in time. */
  heartbeat?: number;
  /** Machine milliseconds for a bot's first answer; 3,000, Discord's, when left out. Longer where a test asks for words and not for speed. */
  firstAnswer?: number;
  /** What readers type once the bot is there and has registered these commands. */
  opening?: OpeningDeed[];
  /** Told how the opening went, one outcome a command. */
  onOpening?: (outcome: Outcome, typed: TypedCommand) => void;
  /** Sees every REST exchange with its answer, faults included: tests check both against Discord's own description. */
  onExchange?: (exchange: Exchange) => void;
  /** Told just before an interaction is put onto the gateway: where a measurement begins. */
  onDispatch?: () => void;
}

/** Minutes, or a time in ISO 8601. */
type ClockLeap = { by: number } | { to: string };

interface RehearsalClock {
  now(): number;
  readonly rate: number;
  jump(leap: ClockLeap): Promise<void>;
  outage(leap: ClockLeap): Promise<void>;
  setRate(rate: number): void;
  pause(): void;
  /** World times of the ticks sent so far, and of those no bot answered in time. */
  readonly ticks: readonly number[];
  readonly unanswered: readonly number[];
}

export interface Rehearsal extends Director {
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly clock: RehearsalClock;
  readonly requests: readonly RequestRecord[];
  readonly unknownRoutes: readonly string[];
  readonly botOnline: boolean;
  /** Gateway sessions opened and resumed, with the address they came in over. */
  readonly gatewayVisits: readonly GatewayVisit[];
  /** Ordered faults that no request has met yet. */
  readonly faultsPending: number;
  type(typed: TypedCommand): Promise<Outcome>;
  autocomplete(asked: AskedSuggestions): Promise<Outcome>;
  useOnMessage(use: { readerId: string; messageId: string; name: string }): Promise<Outcome>;
  useOnUser(use: { readerId: string; channelId: string; userId: string; name: string }): Promise<Outcome>;
  press(pressed: Press): Promise<Outcome>;
  select(picked: Press & { values: string[] }): Promise<Outcome>;
  submit(sent: Submission): Promise<Outcome>;
  /** Orders a fault, as the page does. */
  orderFault(order: FaultOrder): PendingFault;
  /** Takes an ordered fault back; false when there is none of that id. */
  cancelFault(id: string): boolean;
  /** Puts a script beside the page. Returns what to call when its view has changed. */
  openScenario(desk: ScenarioDesk): () => void;
  readonly scenario: ScenarioDesk | undefined;
  state(): Snapshot;
  commands(readerId: string, channelId?: string): CommandView[];
  close(): Promise<void>;
}

/** Starts listening on loopback. Throws a sentence when the port is taken or the time cannot be read. */
export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const startAt = Date.parse(options.startAt);
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/u.test(options.startAt) || Number.isNaN(startAt))
    throw new Error(`"${options.startAt}" is not a time like 2026-03-15T22:58:00-05:00.`);
  const bound = { port: 0 };
  const stage = makeStage(options, startAt, () => `${HOST}:${bound.port}`);
  const clockSocket = new ClockSocket(stage.clock);
  watchTime(stage);
  watchClock(stage);
  const rehearsal = makeRehearsal(stage, clockSocket, bound);
  const server = makeServer({ stage, rehearsal, clockSocket, pageDir: options.pageDir, port: () => bound.port });
  rehearsal.close = async () => {
    stage.clock.close();
    stage.interactions.close();
    stage.gateway.close();
    stage.faults.close();
    clockSocket.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  try {
    bound.port = await listen(server, options.port ?? 0);
  } catch (fault) {
    stage.clock.close();
    throw fault;
  }
  if (options.opening) watchOpening(stage, rehearsal, options.opening, options.onOpening ?? (() => {}));
  return rehearsal;
}

function makeStage(options: RehearsalOptions, startAt: number, host: () => string): Stage {
  const token = options.token ?? "rehearsal";
  const bus = new Bus();
  const clock = new WorldClock(startAt);
  const ids = new Snowflakes(() => clock.now());
  const world = new World(ids, () => clock.now());
  const interactions = new Interactions(ids, options.firstAnswer);
  const gatewayUrl = () => `ws://${host()}/gateway`;
  const online = (is: boolean) => bus.emit({ type: "bot", online: is });
  const stage: Stage = {
    token,
    origin: () => `http://${host()}`,
    gatewayUrl,
    clock,
    ids,
    world,
    book: new MessageBook(bus, options.machine),
    commands: new CommandBook(ids, () => bus.emit({ type: "commands" })),
    interactions,
    gateway: new Gateway({
      token: () => stage.token,
      world,
      guildIds: () => world.botGuilds().map((guild) => guild.id),
      // An address of its own, so that a client which resumes at the first one is found out.
      resumeUrl: () => `${gatewayUrl()}/resume`,
      online,
      resetToken: () => {
        stage.token = randomBytes(24).toString("base64url");
      },
      heartbeat: options.heartbeat ?? HEARTBEAT,
      apart: { discord: APART, brisk: APART / BRISK, roomy: 0 }[options.rates ?? "discord"],
    }),
    bus,
    faults: new FaultOrders(
      () => bus.emit({ type: "world" }),
      (token) => interactions.byToken(token)?.channelId,
      options.machine,
    ),
    rates: new Rates(options.rates ?? "discord", options.machine ?? machineNow),
    unknownRoutes: [],
    requests: [],
    onExchange: options.onExchange ?? (() => {}),
    scenario: undefined,
    onDispatch: options.onDispatch ?? (() => {}),
  };
  return stage;
}

/** Threads that rest and events that begin and end do so as time passes, even while no bot is told of minutes. */
function watchTime(stage: Stage): void {
  stage.clock.onNews(() => {
    letRest(stage);
    beginAndEnd(stage);
  });
}

/** While minutes are played the page is told ten times a second at most. */
function watchClock({ clock, bus }: Stage): void {
  let last = 0;
  clock.onNews((news) => {
    if (news === "minute" && machineNow() - last < 100) return;
    last = machineNow();
    bus.emit({ type: "clock", now: isoTime(clock.now()), rate: clock.rate, running: clock.running });
  });
}

function makeRehearsal(stage: Stage, clockSocket: ClockSocket, bound: { port: number }) {
  return {
    ...directorOf(stage),
    get url() {
      return stage.origin();
    },
    get port() {
      return bound.port;
    },
    get botOnline() {
      return stage.gateway.online;
    },
    get faultsPending() {
      return stage.faults.pending;
    },
    gatewayVisits: stage.gateway.visits,
    token: stage.token,
    applicationId: APPLICATION_ID,
    guildId: GUILD_ID,
    clock: clockOf(stage.clock, clockSocket),
    requests: stage.requests,
    unknownRoutes: stage.unknownRoutes,
    type: (typed: TypedCommand) => type(stage, typed),
    autocomplete: (asked: AskedSuggestions) => autocomplete(stage, asked),
    useOnMessage: (use: { readerId: string; messageId: string; name: string }) => useOnMessage(stage, use),
    useOnUser: (use: { readerId: string; channelId: string; userId: string; name: string }) => useOnUser(stage, use),
    press: (pressed: Press) => press(stage, pressed),
    select: (picked: Press & { values: string[] }) => select(stage, picked),
    submit: (sent: Submission) => submit(stage, sent),
    orderFault: (order: FaultOrder) => stage.faults.orderNamed(order),
    cancelFault: (id: string) => stage.faults.cancel(id),
    openScenario: (desk: ScenarioDesk) => {
      stage.scenario = desk;
      return () => stage.bus.emit({ type: "world" });
    },
    get scenario() {
      return stage.scenario;
    },
    state: () => ({ ...snapshot(stage), ...(stage.scenario ? { scenario: stage.scenario.view() } : {}) }),
    commands: (readerId: string, channelId?: string) => commandsFor(stage, readerId, channelId),
    close: () => Promise.resolve(),
  };
}

function clockOf(clock: WorldClock, socket: ClockSocket): RehearsalClock {
  const read = (leap: ClockLeap): Leap => ("to" in leap ? { to: Date.parse(leap.to) } : leap);
  return {
    now: () => clock.now(),
    get rate() {
      return clock.rate;
    },
    jump: (leap) => clock.jump(read(leap)),
    outage: (leap) => clock.outage(read(leap)),
    setRate: (rate) => clock.setRate(rate),
    pause: () => clock.setRate(0),
    ticks: socket.ticks,
    unanswered: socket.unanswered,
  };
}

function snapshot({ clock, gateway, world, book, faults }: Stage): Snapshot {
  const channels = world.shownChannels();
  const guilds = [...world.guilds.values()];
  const taken = [...world.channels.values()]
    .filter(isGuildChannel)
    .flatMap((one) => (takenIn(one).length > 0 ? [[one.id, takenIn(one)] as const] : []));
  return {
    now: isoTime(clock.now()),
    rate: clock.rate,
    running: clock.running,
    botOnline: gateway.online,
    gatewaySilent: gateway.silent,
    guilds: guilds.map(({ id, name, botIsHere }) => ({ id, name, botIsHere })),
    channels,
    readers: world.readers(),
    roles: guilds.flatMap(({ id: guildId, roles }) =>
      roles.map(({ id, name, color, managed }) => ({ id, guildId, name, color, managed })),
    ),
    messages: { ...Object.fromEntries(channels.map(({ id }) => [id, []])), ...book.all() },
    events: guilds.flatMap((guild) => [...guild.events.values()]),
    faults: faults.list(),
    taken: Object.fromEntries(taken),
    closedToDms: [...world.closedToDms],
  };
}
