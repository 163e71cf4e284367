// Gateway v10 over WebSocket: HELLO, IDENTIFY, heartbeats, RESUME with replay. Must never drop an event of a session that can still resume.
import { randomBytes } from "node:crypto";
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { RawData, WebSocket } from "ws";
import { z } from "zod";
import { machineNow } from "../world-clock.ts";
import type { World } from "../world/guild.ts";
import { guildCreate, ready, type Dispatch } from "./payloads.ts";
import { Session } from "./session.ts";

const HEARTBEAT = 41_250;
/** How long a cut session waits to be resumed, machine milliseconds. */
const RESUMABLE = 3 * 60_000;

const frame = z.object({ op: z.enum(Op), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.record(z.string(), z.unknown()),
  shard: z.tuple([z.int(), z.int()]).exactOptional(),
  compress: z.literal(false).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nullable() });

export interface GatewayOptions {
  token: string;
  world: World;
  url: () => string;
  /** Told when the first bot comes or the last one goes. */
  online: (online: boolean) => void;
}

/** Who hears an event: sessions with all these intents, of the shard that has the guild. */
export interface Audience {
  intent?: number;
  guildId?: string;
}

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Map<WebSocket, Session | undefined>();

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  get online(): boolean {
    return [...this.#sessions.values()].some((session) => session.attached);
  }

  /** A bot is there, or was a moment ago and may still resume. */
  get reachable(): boolean {
    this.#forgetOld();
    return this.#sessions.size > 0;
  }

  /** Takes a fresh connection. `version` and `encoding` come from its address. */
  accept(socket: WebSocket, query: URLSearchParams): void {
    if (query.get("v") !== "10") return socket.close(Close.InvalidAPIVersion, "Invalid API version");
    if (query.get("encoding") !== "json" || query.has("compress"))
      return socket.close(Close.DecodeError, "Only plain JSON is played here");
    this.#sockets.set(socket, undefined);
    let lastBeat = machineNow();
    const watch = setInterval(() => {
      if (machineNow() - lastBeat > HEARTBEAT * 1.5) socket.close(Close.SessionTimedOut, "No heartbeat");
    }, HEARTBEAT);
    socket.on("message", (data) => {
      const read = parse(data);
      if (read?.op === Op.Heartbeat) lastBeat = machineNow();
      if (read) this.#take(socket, read);
      else socket.close(Close.DecodeError, "Error while decoding payload");
    });
    socket.on("close", (code) => {
      clearInterval(watch);
      this.#detach(socket, code);
    });
    send(socket, { op: Op.Hello, d: { heartbeat_interval: HEARTBEAT }, s: null, t: null });
  }

  /** To every session that asked for it and has the guild in its shard; a cut session gets it when it resumes. No guild: shard 0. */
  dispatch(event: Dispatch, { intent = 0 }: Audience): void {
    this.#forgetOld();
    for (const session of this.#sessions.values()) if ((session.intents & intent) === intent) session.push(event);
  }

  /**
   * "cut": the sockets break and can resume. "reconnect": the bots are asked to reconnect. "forget": the sockets break and the sessions
   * are gone, so that a RESUME gets INVALID_SESSION.
   */
  cut(how: "cut" | "reconnect" | "forget"): void {
    for (const [socket, session] of this.#sockets) {
      if (how === "forget" && session) this.#sessions.delete(session.id);
      if (how === "reconnect") send(socket, { op: Op.Reconnect, d: null, s: null, t: null });
      else socket.terminate();
    }
  }

  close(): void {
    for (const socket of this.#sockets.keys()) socket.terminate();
    this.#sessions.clear();
  }

  #take(socket: WebSocket, { op, d }: z.infer<typeof frame>): void {
    const session = this.#sockets.get(socket);
    if (op === Op.Heartbeat) return send(socket, { op: Op.HeartbeatAck, d: null, s: null, t: null });
    if (op === Op.Identify || op === Op.Resume) {
      if (session) return socket.close(Close.AlreadyAuthenticated, "Already authenticated");
      return op === Op.Identify ? this.#identify(socket, d) : this.#resume(socket, d);
    }
    if (!session) return socket.close(Close.NotAuthenticated, "Not authenticated");
    // Presence, voice and member requests are legal and change nothing here.
    if ([Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers].includes(op)) return;
    socket.close(Close.UnknownOpcode, "Unknown opcode");
  }

  #identify(socket: WebSocket, d: unknown): void {
    const read = identify.safeParse(d);
    if (!read.success) return socket.close(Close.DecodeError, "Error while decoding payload");
    const { token, intents, shard } = read.data;
    if (token !== this.#options.token) return socket.close(Close.AuthenticationFailed, "Authentication failed");
    this.#forgetOld();
    const { world, url } = this.#options;
    const session = new Session(randomBytes(16).toString("hex"), intents, socket);
    this.#sessions.set(session.id, session);
    this.#sockets.set(socket, session);
    session.push(ready(world, session.id, url(), shard));
    if (world.botInGuild && intents & GatewayIntentBits.Guilds) session.push(guildCreate(world));
    this.#options.online(true);
  }

  #resume(socket: WebSocket, d: unknown): void {
    const read = resume.safeParse(d);
    if (!read.success) return socket.close(Close.DecodeError, "Error while decoding payload");
    const { token, session_id: id, seq } = read.data;
    if (token !== this.#options.token) return socket.close(Close.AuthenticationFailed, "Authentication failed");
    this.#forgetOld();
    const session = this.#sessions.get(id);
    if (!session || !session.canReplay(seq ?? 0))
      return send(socket, { op: Op.InvalidSession, d: false, s: null, t: null });
    if ((seq ?? 0) > session.seq) return socket.close(Close.InvalidSeq, "Invalid seq");
    this.#sockets.set(socket, session);
    session.resume(socket, seq ?? 0);
    this.#options.online(true);
  }

  /** A client that closes with 1000 or 1001 ends its session; any other end leaves it to be resumed. */
  #detach(socket: WebSocket, code: number): void {
    const session = this.#sockets.get(socket);
    this.#sockets.delete(socket);
    session?.detach(socket);
    if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    if (session && !this.online) this.#options.online(false);
  }

  #forgetOld(): void {
    for (const session of this.#sessions.values())
      if (session.detachedFor > RESUMABLE) this.#sessions.delete(session.id);
  }
}

function parse(data: RawData): z.infer<typeof frame> | undefined {
  try {
    return frame.parse(JSON.parse(textOf(data)));
  } catch {
    return undefined;
  }
}

export function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}
