import { REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answersOver, isOver, type Answers } from "../../src/discord/answers.ts";
import { fakeApi, json, type FakeApi, type Reaction } from "./fake-api.ts";
import { APP } from "./fixtures.ts";

const SPOT = { id: "310000000000000001", token: "interaction-token", applicationId: APP };
const BODY = { content: "x", embeds: [], components: [], allowed_mentions: { parse: [] } };
const dropped: Reaction = (response) => void response.socket?.destroy();
const refused = (code: number) => json(400, { code, message: "no" });

describe("answers to an interaction", () => {
  let api: FakeApi;
  let answers: Answers;
  let authorised: boolean;
  /** One reaction for each request, in order; the last one stays. */
  const meet = (...reactions: Reaction[]) =>
    api.react((response, request) => {
      authorised ||= request.headers.authorization !== undefined;
      const next = reactions.length > 1 ? reactions.shift() : reactions[0];
      next?.(response, request);
    });

  beforeEach(async () => {
    api = await fakeApi();
    authorised = false;
    answers = answersOver(new REST({ api: api.apiUrl, retries: 0, timeout: 20_000 }).setToken("the bot's own"));
  });
  afterEach(() => api.close());

  it("go where Discord wants them, without the bot's own token", async () => {
    meet(json(200, {}));
    await answers.first(SPOT, { type: 4, data: BODY });
    await answers.edit(SPOT, BODY);
    await answers.followUp(SPOT, BODY);
    await answers.remove(SPOT);
    const hook = `/api/v10/webhooks/${APP}/interaction-token`;
    expect(api.requests.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`)).toEqual([
      "POST /api/v10/interactions/310000000000000001/interaction-token/callback",
      `PATCH ${hook}/messages/@original`,
      `POST ${hook}`,
      `DELETE ${hook}/messages/@original`,
    ]);
    expect(authorised).toBe(false);
  });

  it("are tried once more where they may not have arrived; “already” then means that they had", async () => {
    meet(dropped, refused(40060));
    await expect(answers.first(SPOT, { type: 6 })).resolves.toBeUndefined();
    meet(json(503, {}), json(200, {}));
    await expect(answers.edit(SPOT, BODY)).resolves.toBeUndefined();
    expect(api.requests).toHaveLength(4);
  });

  it("go as multipart where files come beside them, also when tried again, and as plain JSON where none do", async () => {
    const files = [{ name: "a.csv", data: Buffer.from("1;2"), contentType: "text/csv; charset=utf-8" }];
    meet(dropped, json(200, {}));
    await answers.first(SPOT, { type: 4, data: { ...BODY, attachments: [{ id: 0, filename: "a.csv" }] } }, files);
    await answers.edit(SPOT, BODY, files);
    await answers.followUp(SPOT, BODY, files);
    await answers.followUp(SPOT, BODY, []);
    const [, , , , plain] = api.requests;
    for (const { body } of api.requests.slice(0, 4)) {
      expect(body).toMatch(
        /name="files\[0\]"; filename="a\.csv"\r\nContent-Type: text\/csv; charset=utf-8\r\n\r\n1;2\r\n/,
      );
      expect(body).toContain('name="payload_json"');
    }
    expect(JSON.parse(plain?.body ?? "")).toMatchObject({ content: "x" });
  });

  it("fail when the second try is refused for another reason", async () => {
    meet(dropped, refused(10062));
    const fault: unknown = await answers.first(SPOT, { type: 6 }).catch((error: unknown) => error);
    expect(isOver(fault)).toBe(true);
  });

  it("are not tried again when Discord has refused them, nor when a second one would be seen twice", async () => {
    meet(refused(40060));
    await expect(answers.first(SPOT, { type: 6 })).rejects.toMatchObject({ code: 40060 });
    meet(json(503, {}));
    await expect(answers.followUp(SPOT, BODY)).rejects.toThrow();
    expect(api.requests).toHaveLength(2);
  });
});
