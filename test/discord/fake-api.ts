// A bare HTTP server that answers as told: for the answers that a well-behaved Discord, and the rehearsal, never give. Loopback only.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Reaction = (response: ServerResponse, request: IncomingMessage) => void;

export interface FakeApi {
  apiUrl: string;
  requests: { method: string; url: string; body: string }[];
  /** What every request meets from now on. */
  react: (reaction: Reaction) => void;
  close: () => Promise<void>;
}

export async function fakeApi(): Promise<FakeApi> {
  let reaction: Reaction = (response) => void response.writeHead(500).end();
  const requests: FakeApi["requests"] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({ method: request.method ?? "", url: request.url ?? "", body: Buffer.concat(chunks).toString() });
      reaction(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    apiUrl: `http://127.0.0.1:${address.port}/api`,
    requests,
    react: (next) => (reaction = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reaction =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

export const html =
  (status: number, headers: Record<string, string> = {}): Reaction =>
  (response) =>
    void response
      .writeHead(status, { "content-type": "text/html", ...headers })
      .end("<html><title>error</title></html>");
