// The program on its own feet: each fault of its surroundings is one clear sentence and exit code 1, and signals end it cleanly.
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Rehearsal } from "../../rehearsal/rehearsal.ts";
import { built, program } from "./program.ts";
import { startWatched } from "../rehearsal-server/watched.ts";

let folder: string;
let discord: Rehearsal;

beforeAll(async () => {
  built();
  folder = await mkdtemp(join(tmpdir(), "vigia-main-"));
  discord = await startWatched({ startAt: "2026-03-15T22:55:00-05:00" });
}, 120_000);
afterAll(async () => {
  await discord.close();
  await rm(folder, { recursive: true, force: true });
});

const rehearsed = (store: string) => ({
  DISCORD_TOKEN: "rehearsal",
  DISCORD_API_URL: `${discord.url}/api`,
  CLOCK: `${discord.url}/clock`,
  STORE_URL: store,
});
const file = (name: string) => `sqlite:${join(folder, name)}`;

describe("the program", () => {
  it.each([
    ["no token", {}, /^DISCORD_TOKEN is not set\..*\n$/],
    ["a token with a space", { DISCORD_TOKEN: "abc def" }, /^DISCORD_TOKEN must not contain spaces\n$/],
    ["an unknown kind of store", { DISCORD_TOKEN: "x", STORE_URL: "mysql://somewhere" }, /^STORE_URL must be sqlite:/],
    [
      "a store that forgets, with a real token",
      { DISCORD_TOKEN: "x", STORE_URL: "memory:" },
      /^STORE_URL=memory: forgets everything/,
    ],
    [
      "a clock on the real Discord",
      { DISCORD_TOKEN: "x", CLOCK: "2026-03-15T22:58:00-05:00@60" },
      /^CLOCK is for rehearsals only/,
    ],
    ["a clock that cannot be read", { DISCORD_TOKEN: "x", CLOCK: "yesterday" }, /^CLOCK must be an instant/],
    [
      "another Discord than Discord or this machine",
      { DISCORD_TOKEN: "x", DISCORD_API_URL: "https://example.org/api" },
      /^DISCORD_API_URL must be/,
    ],
    [
      "guilds that are no ids",
      { DISCORD_TOKEN: "x", HOME_GUILD_IDS: "Redacción" },
      /^HOME_GUILD_IDS must be Discord ids/,
    ],
    ["an area that is none", { DISCORD_TOKEN: "x", DEFAULT_AREA: "Ecuador" }, /^DEFAULT_AREA not an area id/],
    [
      "a review channel outside every server of the team",
      { DISCORD_TOKEN: "x", REVIEW_CHANNEL_ID: "900000000000000001" },
      /^REVIEW_CHANNEL_ID needs HOME_GUILD_IDS/,
    ],
    [
      "a review channel that is no id",
      { DISCORD_TOKEN: "x", REVIEW_CHANNEL_ID: "#mesa" },
      /^REVIEW_CHANNEL_ID must be/,
    ],
    [
      "no time at all",
      { DISCORD_TOKEN: "x", FRESHNESS_HOURS: "0" },
      /^FRESHNESS_HOURS must be a whole number of hours/,
    ],
    [
      "more than a week",
      { DISCORD_TOKEN: "x", FRESHNESS_HOURS: "169" },
      /^FRESHNESS_HOURS must be a whole number of hours/,
    ],
    [
      "a language that it does not speak",
      { DISCORD_TOKEN: "x", DEFAULT_LANGUAGE: "qu" },
      /^DEFAULT_LANGUAGE must be en or es/,
    ],
    [
      "a home guild without a token, in a rehearsal",
      { HOME_GUILD_IDS: "900000000000000001" },
      /^HOME_GUILD_IDS is set but DISCORD_TOKEN is not/,
    ],
  ])("names %s in a sentence and ends with 1", async (what, env, sentence) => {
    const { ended } = program(env, what.includes("rehearsal") ? ["--or-rehearse"] : []);
    const { code, stderr } = await ended;
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it("says in one line that the token was refused, without showing it", async () => {
    const { ended } = program({ ...rehearsed(file("token.sqlite")), DISCORD_TOKEN: "not-the-token-of-this-bot" });
    const { code, stderr, stdout } = await ended;
    expect(stderr).toMatch(/^.*DISCORD_TOKEN.*\n$/);
    expect(stderr + stdout).not.toContain("not-the-token-of-this-bot");
    expect(code).toBe(1);
  });

  it("names a default area that is not in the data", async () => {
    const { code, stderr } = await program({ ...rehearsed(file("area.sqlite")), DEFAULT_AREA: "XX" }).ended;
    expect(stderr).toMatch(/^DEFAULT_AREA XX is no place in the data: .*\n$/);
    expect(code).toBe(1);
  });

  it("says at once that another Vigía uses the store, and ends cleanly when told to", async () => {
    const first = program(rehearsed(file("shared.sqlite")));
    await first.said("Vigía is up");
    const second = await program(rehearsed(file("shared.sqlite"))).ended;
    expect(second.stderr).toMatch(
      /^another Vigía already uses .*shared\.sqlite; stop it first or set STORE_URL to another file\n$/,
    );
    expect(second.code).toBe(1);
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
  });

  it("refuses a file that is not a store, and a store of a rehearsal in the real world", async () => {
    await writeFile(join(folder, "notes.txt"), "These are notes, not a database. ".repeat(40));
    const foreign = await program(rehearsed(file("notes.txt"))).ended;
    expect(foreign.stderr).toMatch(/notes\.txt is .*not a store of Vigía/);
    expect(foreign.code).toBe(1);
    await cp(join(folder, "shared.sqlite"), join(folder, "copy.sqlite"));
    const { CLOCK: _, ...world } = rehearsed(file("copy.sqlite"));
    const stamped = await program(world).ended;
    expect(stamped.stderr).toMatch(/rehears/);
    expect(stamped.code).toBe(1);
  });
});
