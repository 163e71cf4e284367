// Who may know whom. A line that breaks the law says what to do instead.
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, type SourceFile, sources } from "./sources.ts";

const files = sources("src", "commands", "rehearsal").filter((file) => !file.path.startsWith("rehearsal/page/client/"));
const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
/** Where an import leads: a path from the root, or the package's name. */
const target = (file: SourceFile, from: string) =>
  from.startsWith(".") ? posix.join(posix.dirname(file.path), from) : from;
const broken = (list: SourceFile[], forbidden: (target: string, file: SourceFile, typeOnly: boolean) => boolean) =>
  list.flatMap((file) =>
    file.imports
      .filter((one) => forbidden(target(file, one.from), file, one.typeOnly))
      .map((one) => `${file.path} imports ${one.from}`),
  );

describe("the import law", () => {
  it("keeps the domain pure: zod and temporal-polyfill only, node:crypto in id.ts alone", () => {
    const allowed = (to: string, file: SourceFile) =>
      to.startsWith("src/domain/") ||
      to === "zod" ||
      to === "temporal-polyfill" ||
      (to === "node:crypto" && file.path === "src/domain/id.ts");
    expect(broken(inFolder("src/domain"), (to, file) => !allowed(to, file))).toEqual([]);
  });

  it("keeps views away from the store, the engines and Discord: hand them data", () => {
    expect(
      broken(
        inFolder("src/views"),
        (to) =>
          /^src\/(store|engines|discord|alerts|importers)\//.test(to) || to === "discord.js" || to.startsWith("node:"),
      ),
    ).toEqual([]);
  });

  it("keeps words away from everything but the domain", () => {
    expect(
      broken(inFolder("src/text"), (to) => !/^src\/(text|domain)\//.test(to) && to !== "temporal-polyfill"),
    ).toEqual([]);
  });

  it("keeps alerts away from Discord: they get a Sender", () => {
    expect(broken(inFolder("src/alerts"), (to) => to.startsWith("src/discord/") || to === "discord.js")).toEqual([]);
  });

  it("lets commands meet no interaction, no engine, no file and no network", () => {
    expect(
      broken(
        inFolder("commands"),
        (to) => /^src\/(discord|engines|alerts|importers)\//.test(to) || to === "discord.js" || to.startsWith("node:"),
      ),
    ).toEqual([]);
  });

  it("lets only src/discord import discord.js and its parts", () => {
    const outside = files.filter((file) => !file.path.startsWith("src/discord/"));
    expect(
      broken(
        outside,
        (to, file) =>
          to === "discord.js" ||
          to.startsWith("@discordjs/") ||
          (to.startsWith("discord-api-types") && !file.path.startsWith("rehearsal/")),
      ),
    ).toEqual([]);
  });

  it("lets the rehearsal import nothing of the program but types, and the program nothing of the rehearsal but its launch", () => {
    expect(broken(inFolder("rehearsal"), (to, _file, typeOnly) => /^(src|commands)\//.test(to) && !typeOnly)).toEqual(
      [],
    );
    expect(
      broken(
        [...inFolder("src"), ...inFolder("commands")],
        (to, file) => to.startsWith("rehearsal/") && file.path !== "src/main.ts",
      ),
    ).toEqual([]);
  });

  it("reads the computer's clock in clock.ts only: take a Clock instead", () => {
    const program = [...inFolder("src"), ...inFolder("commands")].filter((file) => file.path !== "src/clock.ts");
    expect(
      program
        .filter((file) => /\bDate\s*\.\s*now\b|\bnew\s+Date\b|\bTemporal\s*\.\s*Now\b/.test(codeOf(file.text)))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it("sets timers in the clocks only: use clock.after", () => {
    // The end of a turn of the event loop is no time: there group.ts writes what was asked for in it.
    const program = [...inFolder("src"), ...inFolder("commands")].filter(
      (file) => !/^src\/(clock(-remote)?|engines\/group)\.ts$/.test(file.path),
    );
    expect(
      program.filter((file) => /\bset(Timeout|Interval|Immediate)\b/.test(codeOf(file.text))).map((file) => file.path),
    ).toEqual([]);
  });

  it("reads the environment in config.ts only", () => {
    const program = [...inFolder("src"), ...inFolder("commands")].filter((file) => file.path !== "src/config.ts");
    expect(program.filter((file) => /\bprocess\s*\.\s*env\b/.test(codeOf(file.text))).map((file) => file.path)).toEqual(
      [],
    );
  });

  it("lets the oracle of everything at once know nothing of what it judges", () => {
    const oracle = sources("test/alerts/attack").filter((file) =>
      /attack-(model|clock|world|oracle|end|board)\.ts$/.test(file.path),
    );
    const judged = (to: string) => !/^test\/alerts\/attack\/attack-(model|clock|world|oracle|end|board)\.ts$/.test(to);
    expect(oracle).toHaveLength(6);
    expect(broken(oracle, (to, _file, typeOnly) => judged(to) && !typeOnly)).toEqual([]);
    expect(broken(oracle, (to) => to.startsWith("src/alerts/") || to.startsWith("src/road"))).toEqual([]);
  });

  it("starts each file by saying what it is", () => {
    expect(files.filter((file) => !file.text.startsWith("//")).map((file) => file.path)).toEqual([]);
  });
});
