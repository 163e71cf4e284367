// Gateway v10 over WebSocket: HELLO, IDENTIFY, heartbeats, RESUME with replay, shards. Must never drop an event of a session that can still resume.
// Guesses: a cut session can be resumed for three minutes; a day's IDENTIFYs used up ends every session with 4004. ETF and zstd are not played.
import { randomBytes } from "node:crypto";
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { RawData, WebSocket } from "ws";
import { z } from "zod";
import type { World } from "../world/guild.ts";
import { Connection } from "./connection.ts";
import { fault, identify, resume } from "./identify.ts";
import { guildCreates, ready, type Dispatch } from "./payloads.ts";
import { SessionStarts } from "./session-starts.ts";
import { Session } from "./session.ts";

export const HEARTBEAT = 41_250;
/** How long a cut session waits to be resumed, machine milliseconds. */
const RESUMABLE = 3 * 60_000;
/** Documented: bytes of one event from a client. */
const LONGEST = 4_096;
const VISITS = 1_000;

const frame = z.object({ op: z.int(), d: z.unknown().optional() });
/** What a client may send; any other number is 4001, not an undecodable payload. */
const FromClient = z
  .enum(Op)
  .extract(["Heartbeat", "Identify", "Resume", "PresenceUpdate", "VoiceStateUpdate", "RequestGuildMembers"]);

export interface GatewayOptions {
  token: () => string;
  world: World;
  /** Ids of the guilds the bot is in. */
  guildIds: () => string[];
  /** Where a session is resumed. */
  resumeUrl: () => string;
  /** Told when the first bot comes or the last one goes. */
  online: (online: boolean) => void;
  /** The day's IDENTIFYs are used up: the token must not be accepted any more. */
  resetToken: () => void;
  /** Machine milliseconds. */
  heartbeat: number;
  /** Machine milliseconds between two IDENTIFYs of one rate-limit key. */
  apart: number;
}

/** Who hears an event: sessions with all these intents, of the shard that has the guild. */
export interface Audience {
  intent?: number;
  guildId?: string;
}

/**
 * "cut": the sockets break and can resume. "reconnect": the bots are asked to reconnect. "forget": the sockets break and the sessions
 * are gone, so that a RESUME gets INVALID_SESSION. "invalid-session" says so at once; "invalid-session-resumable" lets them resume.
 */
export type GatewayCut = "cut" | "reconnect" | "forget" | "invalid-session" | "invalid-session-resumable";

/** A session opened or resumed, and over which address. */
export interface GatewayVisit {
  path: string;
  how: "identify" | "resume";
}

export class Gateway {
  readonly #options: GatewayOptions;
  readonly starts: SessionStarts;
  readonly visits: GatewayVisit[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  #silent = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.starts = new SessionStarts(options.apart);
  }

  get online(): boolean {
    return [...this.#sessions.values()].some((session) => session.attached);
  }

  get silent(): boolean {
    return this.#silent;
  }

  /** A bot is there, or was a moment ago and may still resume. */
  get reachable(): boolean {
    this.#forgetOld();
    return this.#sessions.size > 0;
  }

  /** Takes a fresh connection. `version`, `encoding` and `compress` come from its address. */
  accept(socket: WebSocket, query: URLSearchParams, path = "/gateway"): void {
    if (query.get("v") !== "10") return socket.close(Close.InvalidAPIVersion, "Invalid API version");
    const compress = query.get("compress");
    if (query.get("encoding") !== "json" || (compress !== null && compress !== "zlib-stream"))
      return socket.close(Close.DecodeError, "Only JSON, plain or as a zlib stream, is played here");
    const { heartbeat } = this.#options;
    const streamed = compress !== null;
    const connection = new Connection({ socket, path, streamed, heartbeat, silent: this.#silent });
    this.#connections.add(connection);
    socket.on("message", (data) => {
      const read = parse(data);
      if (!connection.takes()) return;
      if (read) this.#take(connection, read);
      else connection.close(Close.DecodeError, "Error while decoding payload");
    });
    socket.on("close", (code) => this.#detach(connection, code));
  }

  /** To every session that asked for it and has the guild in its shard; a cut session gets it when it resumes. No guild: shard 0. */
  dispatch(event: Dispatch, { intent = 0, guildId }: Audience): void {
    this.#forgetOld();
    for (const session of this.#sessions.values()) if (session.hears(intent, guildId)) session.push(event);
  }

  cut(how: GatewayCut): void {
    for (const connection of this.#connections) {
      if ((how === "forget" || how === "invalid-session") && connection.session) this.#end(connection);
      if (how === "invalid-session-resumable") this.#loosen(connection);
      if (how === "reconnect") connection.say({ op: Op.Reconnect, d: null });
      else if (how === "cut" || how === "forget") connection.terminate();
      else connection.say({ op: Op.InvalidSession, d: how === "invalid-session-resumable" });
    }
  }

  /**
   * Keeps the sockets, acknowledges no heartbeat and says nothing, not even HELLO to who comes anew. What is dispatched meanwhile is kept: a
   * client that waits hears it when the silence ends, one that came back by then has it replayed.
   */
  silence(on: boolean): void {
    this.#silent = on;
    for (const connection of this.#connections) connection.silence(on);
  }

  /** Asks every bot for a heartbeat out of turn. */
  askForHeartbeat(): void {
    for (const connection of this.#connections) connection.askForBeat();
  }

  close(): void {
    for (const connection of this.#connections) connection.terminate();
    this.#sessions.clear();
  }

  #take(connection: Connection, { op: number, d }: z.infer<typeof frame>): void {
    const { session } = connection;
    const op = FromClient.safeParse(number).data;
    if (op === Op.Heartbeat) return connection.beat();
    if (op === Op.Identify || op === Op.Resume) {
      if (session) return connection.close(Close.AlreadyAuthenticated, "Already authenticated");
      return op === Op.Identify ? this.#identify(connection, d) : this.#resume(connection, d);
    }
    if (op === undefined) return connection.close(Close.UnknownOpcode, "Unknown opcode");
    // Presence, voice and member requests are legal and change nothing here.
    if (!session) connection.close(Close.NotAuthenticated, "Not authenticated");
  }

  #identify(connection: Connection, d: unknown): void {
    const read = identify.safeParse(d);
    if (!read.success) return connection.close(Close.DecodeError, "Error while decoding payload");
    const { intents, shard } = read.data;
    const { world, token, resumeUrl, guildIds, online } = this.#options;
    if (read.data.token !== token()) return connection.close(Close.AuthenticationFailed, "Authentication failed");
    const wrong = fault(read.data, guildIds());
    if (wrong) return connection.close(...wrong);
    const start = this.starts.take(shard?.[0] ?? 0);
    if (start === "spent") return this.#expel();
    if (start === "too-soon") return connection.say({ op: Op.InvalidSession, d: false });
    this.#forgetOld();
    const session = new Session(randomBytes(16).toString("hex"), read.data, connection);
    this.#attach(connection, session, "identify");
    connection.wire.deflated = read.data.compress === true;
    session.push(ready(world, session.id, resumeUrl(), shard));
    for (const event of guildCreates(world, intents, shard)) session.push(event);
    online(true);
  }

  #resume(connection: Connection, d: unknown): void {
    const read = resume.safeParse(d);
    if (!read.success) return connection.close(Close.DecodeError, "Error while decoding payload");
    const { token, session_id: id, seq } = read.data;
    if (token !== this.#options.token()) return connection.close(Close.AuthenticationFailed, "Authentication failed");
    this.#forgetOld();
    const session = this.#sessions.get(id);
    if (session && (seq ?? 0) > session.seq) return connection.close(Close.InvalidSeq, "Invalid seq");
    if (!session || !session.canReplay(seq ?? 0)) return connection.say({ op: Op.InvalidSession, d: false });
    this.#attach(connection, session, "resume");
    session.resume(connection, seq ?? 0);
    this.#options.online(true);
  }

  #attach(connection: Connection, session: Session, how: GatewayVisit["how"]): void {
    connection.session = session;
    this.#sessions.set(session.id, session);
    this.visits.push({ path: connection.path, how });
    if (this.visits.length > VISITS) this.visits.shift();
  }

  /** The socket stays, and may identify anew. */
  #end(connection: Connection): void {
    if (connection.session) this.#sessions.delete(connection.session.id);
    connection.session = undefined;
    if (!this.online) this.#options.online(false);
  }

  /** The socket and its session both stay, apart: discord.js sends its RESUME over the very socket that told it to. */
  #loosen(connection: Connection): void {
    connection.session?.detach(connection);
    connection.session = undefined;
    if (!this.online) this.#options.online(false);
  }

  #expel(): void {
    this.#options.resetToken();
    for (const connection of this.#connections) connection.close(Close.AuthenticationFailed, "Authentication failed");
    this.#sessions.clear();
    this.#options.online(false);
  }

  /** A client that closes with 1000 or 1001 ends its session; any other end leaves it to be resumed. */
  #detach(connection: Connection, code: number): void {
    const { session } = connection;
    this.#connections.delete(connection);
    session?.detach(connection);
    if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    if (session && !this.online) this.#options.online(false);
  }

  #forgetOld(): void {
    for (const session of this.#sessions.values())
      if (session.detachedFor > RESUMABLE) this.#sessions.delete(session.id);
  }
}

function parse(data: RawData): z.infer<typeof frame> | undefined {
  const text = textOf(data);
  if (Buffer.byteLength(text) > LONGEST) return undefined;
  try {
    return frame.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
