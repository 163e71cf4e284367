// A tiny stand-in for the rehearsal's server: serves the built page under its policy, a state, and answers that the tests can foresee.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { CommandView, Outcome, PageEvent, Snapshot } from "../../rehearsal/contract.ts";
import { servePage } from "../../rehearsal/web/static-page.ts";
import { files } from "./everything.ts";
import { obey } from "./fake-world.ts";
import { alerts, ana, commands, message, shown } from "./snapshot.ts";

export interface Asked {
  path: string;
  body: Record<string, unknown>;
}

export interface FakeServer {
  url: string;
  /** Every question the page posted, in order. */
  asked: Asked[];
  push: (event: PageEvent) => void;
  /** Closes every event stream, as a restart would. */
  cut: () => void;
  close: () => Promise<void>;
}

const kinds: Record<string, string> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};
/** The form the page is given: a label with a text, one with a menu, and an old row. */
const form: Extract<Outcome, { kind: "modal" }>["modal"] = {
  custom_id: "1:share",
  title: "Compartir en el canal",
  components: [
    {
      type: 18,
      label: "Nota",
      description: "Se firma con tu nombre",
      component: { type: 4, custom_id: "note", style: 2, required: true, max_length: 200 },
    },
    {
      type: 18,
      label: "Motivo",
      component: {
        type: 3,
        custom_id: "why",
        options: [
          { label: "Novedad", value: "news" },
          { label: "Corrección", value: "fix" },
        ],
      },
    },
    { type: 1, components: [{ type: 4, custom_id: "link", style: 1, label: "Enlace", required: false }] },
  ],
};

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function said(content: string): Outcome {
  const answer = shown(message(content), { ephemeralFor: ana, invoker: { readerId: ana, text: "/toque-de-queda" } });
  return {
    kind: "message",
    messageId: answer.message.id,
    channelId: alerts,
    ephemeral: true,
    deferred: false,
    shown: answer,
  };
}

function suggestions(body: Record<string, unknown>): Outcome {
  const names = ["Guayas", "Guayaquil", "Los Ríos"].filter((name) =>
    name.toLowerCase().startsWith(text(body["value"]).toLowerCase()),
  );
  return { kind: "choices", choices: names.map((name) => ({ name, value: `id:${name}` })) };
}

function pressed(body: Record<string, unknown>): Outcome {
  if (body["customId"] === "1:form") return { kind: "modal", interactionId: "90000000000000001", modal: form };
  if (body["customId"] === "1:fail") return { kind: "failed", why: "Nobody answered within three seconds." };
  return said(`Pressed ${text(body["customId"])}`);
}

function answer({ path, body }: Asked): Outcome | object {
  switch (path) {
    case "/rehearsal/type":
      return said(`Typed ${text(body["name"])} ${JSON.stringify(body["options"])}`);
    case "/rehearsal/autocomplete":
      return suggestions(body);
    case "/rehearsal/press":
      return pressed(body);
    case "/rehearsal/select":
      return said(`Chose ${text(body["values"])}`);
    case "/rehearsal/submit":
      return said(`Submitted ${text(body["values"])}`);
    default:
      return {};
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let whole = "";
  for await (const chunk of request) whole += String(chunk);
  const parsed: unknown = JSON.parse(whole);
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
}

function send(response: ServerResponse, kind: string, body: string | Buffer): void {
  response.writeHead(200, {
    "content-type": kind,
    "content-security-policy": "default-src 'self'; img-src 'self' data:",
  });
  response.end(body);
}

const json = (response: ServerResponse, body: unknown): void =>
  send(response, "application/json", JSON.stringify(body));

async function file(response: ServerResponse, pageDir: string, path: string): Promise<void> {
  const name = path === "/" ? "index.html" : path.slice(1);
  if (!/^[\w.-]+$/u.test(name)) {
    response.writeHead(404).end();
    return;
  }
  send(response, kinds[name.split(".").at(-1) ?? ""] ?? "text/plain", await readFile(join(pageDir, name)));
}

/** What a test can foresee otherwise than usual. */
interface Planned {
  commands?: CommandView[];
  /** Answers a question in place of the usual answer; undefined leaves it to that one. A string is a refusal. */
  answer?: (asked: Asked) => Outcome | Promise<Outcome> | string | undefined;
}

/** Starts on a free port of loopback. `state` is asked for each time the page loads it. */
export async function startFakeServer(
  pageDir: string,
  state: () => Snapshot,
  planned: Planned = {},
): Promise<FakeServer> {
  const asked: Asked[] = [];
  const streams = new Set<ServerResponse>();
  const push = (event: PageEvent): void => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path } = new URL(request.url ?? "/", "http://loopback");
    if (request.method === "POST") {
      const one = { path, body: await readBody(request) };
      asked.push(one);
      const own = await planned.answer?.(one);
      if (typeof own === "string") {
        response.writeHead(400, { "content-type": "application/json" });
        response.end(JSON.stringify({ error: own }));
        return;
      }
      const changed = obey(path, one.body, state());
      json(response, own ?? answer(one));
      if (changed) push({ type: "world" });
    } else if (path === "/rehearsal/state") json(response, state());
    else if (path === "/rehearsal/commands") json(response, planned.commands ?? commands);
    else if (path.startsWith("/emoji/")) await servePage(response, undefined, path);
    else if (path.startsWith("/rehearsal/files/")) {
      const kept = files[decodeURIComponent(path.split("/").at(-1) ?? "")];
      if (kept === undefined) response.writeHead(404).end();
      else send(response, kept.type, kept.text);
    } else if (path === "/rehearsal/events") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("retry: 100\n\n");
      streams.add(response);
      response.on("close", () => streams.delete(response));
    } else await file(response, pageDir, path);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    push,
    cut: () => {
      for (const stream of streams) stream.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
