// What the page's server hands over: the built page, emoji by code, nothing else of the disk.
import { createServer } from "node:http";
import type { Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePage } from "../../rehearsal/web/static-page.ts";

describe("the page's files", () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      void servePage(response, undefined, request.url ?? "/");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  it.each(["26aa", "31-20e3", "1f1ea-1f1e8", "1f441-fe0f-200d-1f5e8-fe0f"])("hold the emoji %s", async (code) => {
    const answer = await fetch(`${url}/emoji/${code}.svg`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=86400");
    expect(await answer.text()).toMatch(/^<svg /u);
  });

  it.each(["/emoji/ffff.svg", "/emoji/..%2fpackage.json", "/emoji/26aa.json", "/emoji/26AA.svg", "/emoji/26aa/x.svg"])(
    "hold nothing at %s",
    async (path) => {
      expect((await fetch(url + path)).status).toBe(404);
    },
  );

  it("say so where the page is not built", async () => {
    expect((await fetch(`${url}/`)).status).toBe(503);
  });
});
