// One HTTP server on loopback for everything: REST, gateway, clock, page. Must never listen on another address.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { addressOf } from "./address.ts";
import type { ClockSocket } from "./clock-socket.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { serveRest } from "./rest/endpoint.ts";
import type { Stage } from "./stage.ts";
import { serveEvents } from "./web/events.ts";
import { strangerReason } from "./web/host-check.ts";
import { servePageApi } from "./web/page-api.ts";
import { send, sendJson, sendText } from "./web/reply.ts";
import { servePage } from "./web/static-page.ts";

export const HOST = "127.0.0.1";
/** What a browser may show by itself; any other file is handed over as bytes. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** Where a socket may be opened. */
const UPGRADES = new Set(["/gateway", "/gateway/resume", "/clock"]);

export interface Parts {
  stage: Stage;
  rehearsal: Rehearsal;
  clockSocket: ClockSocket;
  pageDir: string | undefined;
  port: () => number;
}

/** Another program listens there already. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is in use. Another rehearsal may be running: end it, or take another port.`);
    this.port = port;
  }
}

/** Listens; rejects with PortTaken when the port is taken. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (fault: NodeJS.ErrnoException) => {
      reject(fault.code === "EADDRINUSE" ? new PortTaken(port) : fault);
    });
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

export function makeServer(parts: Parts): Server {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((fault: unknown) => {
      // Who hung up before all of the request was here waits for no answer.
      if (!request.complete && request.destroyed) {
        response.destroy();
        return;
      }
      console.error(`The rehearsal failed at ${request.method} ${request.url}:`, fault);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: "500: Internal Server Error", code: 0 });
    });
  });
  server.on("upgrade", (request, socket, head) => upgrade(parts, sockets, request, socket, head));
  return server;
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { stage, rehearsal, pageDir } = parts;
  const url = addressOf(request, stage.origin());
  if (!url) return sendText(response, 400, "An address here begins with a slash.");
  const path = url.pathname;
  if (path.startsWith("/api/")) return serveRest(stage, request, response, url);
  const stranger = strangerReason(request, parts.port());
  if (stranger !== undefined) return sendJson(response, 403, { error: stranger });
  if (path === "/rehearsal/events") return serveEvents(request, response, stage.bus);
  if (path.startsWith("/rehearsal/")) return servePageApi(request, response, rehearsal, url);
  if (request.method !== "GET") return sendText(response, 405, "This address is only for reading.");
  if (path === "/clock") return sendJson(response, 200, { now: stage.clock.now(), rate: stage.clock.rate });
  if (path.startsWith("/attachments/")) return attachment(stage, response, path);
  await servePage(response, pageDir, path);
}

function attachment(stage: Stage, response: ServerResponse, path: string): void {
  const file = stage.book.file(path);
  if (!file) return sendText(response, 404, "There is nothing at this address.");
  send(response, 200, SHOWN.has(file.contentType) ? file.contentType : "application/octet-stream", file.bytes);
}

function upgrade(parts: Parts, sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { stage, clockSocket } = parts;
  // Nobody else listens to a socket that asks to be upgraded: a reset of it would end the process.
  socket.on("error", () => socket.destroy());
  const url = addressOf(request, stage.origin());
  const stranger = strangerReason(request, parts.port());
  const path = url?.pathname.replace(/\/$/u, "") ?? "";
  if (stranger !== undefined || !url || !UPGRADES.has(path)) {
    socket.end(`HTTP/1.1 ${stranger === undefined ? "404 Not Found" : "403 Forbidden"}\r\nConnection: close\r\n\r\n`);
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => {
    client.on("error", () => client.terminate());
    if (path === "/clock") clockSocket.accept(client);
    else stage.gateway.accept(client, url.searchParams, path);
  });
}
