// Everything that can be wrong with a store when it is opened: the reason, the sentence, and the file as it was before.
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { StoreFault } from "../../src/engines/faults.ts";
import { openEngine } from "../../src/engines/open.ts";
import { SqliteFile } from "../../src/engines/sqlite-file.ts";
import { linesOf, scratch } from "./scratch.ts";

const temporary = scratch();
afterAll(() => temporary.remove());

const world = { stamp: "world" } as const;
const rehearsed = { stamp: "rehearsed" } as const;

async function refusal(url: string, options: typeof world | typeof rehearsed = world): Promise<[string, string]> {
  try {
    const engine = await openEngine(url, options);
    await engine.close();
  } catch (fault) {
    if (fault instanceof StoreFault) return [fault.reason, fault.message];
    throw fault;
  }
  return ["opened", ""];
}

/** The refusal of a file, having seen that nothing in its folder changed. */
async function harmlessRefusal(
  file: string,
  options: typeof world | typeof rehearsed = world,
): Promise<[string, string]> {
  const before = temporary.snapshot();
  const answer = await refusal(`sqlite:${file}`, options);
  expect(temporary.snapshot()).toEqual(before);
  return answer;
}

async function storeWith(options: typeof world | typeof rehearsed): Promise<string> {
  const file = temporary.file();
  const engine = await openEngine(`sqlite:${file}`, options);
  await engine.namespace("facts").add([{ key: "a", value: 1 }]);
  await engine.close();
  return file;
}

describe("a store in use", () => {
  const sentence = (file: string): string =>
    `another Vigía already uses ${file}; stop it first or set STORE_URL to another file`;

  it("is refused to a second process, which says so at once", async () => {
    const file = temporary.file();
    const open = await temporary.program("child-opener");
    const tell = async (): Promise<unknown> => {
      for await (const line of linesOf(open([`sqlite:${file}`]))) return JSON.parse(line);
      return undefined;
    };
    const engine = await openEngine(`sqlite:${file}`, world);
    await engine.namespace("facts").add([{ key: "a", value: 1 }]);
    const answer = await tell();
    console.log("the second process:", answer);
    expect(answer).toMatchObject({ opened: false, reason: "locked", message: sentence(file) });

    // To look at a file that this process holds, and close it, would drop the lock: then the child would get in.
    expect(await refusal(`sqlite:${file}`)).toEqual(["locked", sentence(file)]);
    const link = join(dirname(file), "other-name.sqlite");
    symlinkSync(file, link);
    expect(await refusal(`sqlite:${link}`)).toEqual(["locked", sentence(link)]);
    expect(await tell()).toMatchObject({ opened: false, reason: "locked" });

    await engine.namespace("facts").add([{ key: "b", value: 1 }]);
    await engine.close();
    expect(await tell()).toMatchObject({ opened: true });
  });
});

describe("a file that is not ours", () => {
  it("is refused when it is no database", async () => {
    for (const content of ["x", "name,date\n".repeat(500), "\0".repeat(4096)]) {
      const file = temporary.file("notes.csv");
      writeFileSync(file, content);
      expect(await harmlessRefusal(file)).toEqual([
        "foreign",
        `${file} is not an SQLite database, not a store of Vigía; set STORE_URL to another file`,
      ]);
    }
  });

  it("is refused when it is another program's database", async () => {
    const file = temporary.file("other.sqlite");
    const other = new SqliteFile(file);
    other.exec("CREATE TABLE rows (namespace, key, value, version); CREATE TABLE lease (id, epoch)");
    other.close();
    const sentence = `${file} is the database of another program, not a store of Vigía; set STORE_URL to another file`;
    expect(await harmlessRefusal(file)).toEqual(["foreign", sentence]);
  });

  it("is refused when it is a folder or a device", async () => {
    const folder = temporary.file("folder");
    mkdirSync(folder);
    expect(await harmlessRefusal(folder)).toEqual([
      "foreign",
      `${folder} is a folder, not a store of Vigía; set STORE_URL to another file`,
    ]);
    expect(await refusal("sqlite:/dev/null")).toMatchObject({ 0: "foreign" });
  });

  it("is taken when it is empty, as a file that someone made beforehand", async () => {
    const file = temporary.file();
    writeFileSync(file, "");
    expect(await refusal(`sqlite:${file}`)).toEqual(["opened", ""]);
    expect(await refusal(`sqlite:${file}`)).toEqual(["opened", ""]);
  });
});

describe("a store of another time", () => {
  it("is refused when a newer version wrote it", async () => {
    const file = await storeWith(world);
    const bytes = readFileSync(file);
    bytes.writeInt32BE(2, 60);
    writeFileSync(file, bytes);
    const [reason, sentence] = await harmlessRefusal(file);
    expect(reason).toBe("newer");
    expect(sentence).toMatch(/^this store was written by a newer Vigía \(format 2, this one knows 1\): update Vigía/);
  });

  it("is refused in the real world when a rehearsal wrote it, and the reverse", async () => {
    const made = await storeWith(rehearsed);
    expect(await harmlessRefusal(made, world)).toEqual([
      "stamp",
      `${made} was written in a rehearsal, under CLOCK, and is not used for the real world; set STORE_URL to another file`,
    ]);
    expect(await refusal(`sqlite:${made}`, rehearsed)).toEqual(["opened", ""]);
    const real = await storeWith(world);
    expect(await harmlessRefusal(real, rehearsed)).toEqual([
      "stamp",
      `${real} holds what happened in the real world and is not used in a rehearsal; unset CLOCK or set STORE_URL to another file`,
    ]);
    expect(await refusal(`sqlite:${real}`, world)).toEqual(["opened", ""]);
  });

  it("is not even tidied up by the refusal after its writer was killed", async () => {
    const file = temporary.file();
    const write = await temporary.program("child-writer");
    const child = write([`sqlite:${file}`, "0"]);
    let told = 0;
    for await (const _ of linesOf(child)) {
      told += 1;
      if (told === 30) child.kill("SIGKILL");
    }
    expect(Object.keys(temporary.snapshot())).toContain(`${file}-wal`);
    expect(await harmlessRefusal(file, rehearsed)).toMatchObject({ 0: "stamp" });
    expect(await refusal(`sqlite:${file}`, world)).toEqual(["opened", ""]);
  });
});

describe("a place that cannot be used", () => {
  it("is named: a folder that is missing, or a file in the middle of the path", async () => {
    const file = temporary.file();
    expect(await harmlessRefusal(join(file, "store.sqlite"))).toEqual([
      "unreadable",
      `the store ${join(file, "store.sqlite")} cannot be used: there is no folder ${file}; make it first`,
    ]);
    writeFileSync(file, "a file");
    expect(await harmlessRefusal(join(file, "store.sqlite"))).toMatchObject({ 0: "unreadable" });
  });

  it.skipIf(process.getuid?.() === 0)("is named: a file or a folder without the right to write", async () => {
    const file = await storeWith(world);
    chmodSync(file, 0o400);
    expect(await harmlessRefusal(file)).toEqual([
      "unreadable",
      `the store ${file} cannot be used: this user may not read and write ${file}`,
    ]);
    const fresh = temporary.file();
    chmodSync(dirname(fresh), 0o500);
    expect(await harmlessRefusal(fresh)).toMatchObject({ 0: "unreadable" });
  });

  it("is named: a store that lost its second half", async () => {
    const file = await storeWith(world);
    writeFileSync(file, readFileSync(file).subarray(0, 4096 + 100));
    const [reason, sentence] = await harmlessRefusal(file);
    expect(reason).toBe("unreadable");
    expect(sentence).toMatch(/it is damaged; put a backup in its place or set STORE_URL to another file$/);
  });
});

describe("an address", () => {
  it("of postgres is refused until that engine is built, and its password is not repeated", async () => {
    for (const url of ["postgres://vigia:secret@db/vigia", "postgresql://vigia:secret@db/vigia"]) {
      const [reason, sentence] = await refusal(url);
      expect(reason).toBe("url");
      expect(sentence).toMatch(/not built yet in this version: use sqlite/);
      expect(sentence).not.toContain("secret");
    }
  });

  it("that names no store is refused with the two that do", async () => {
    for (const url of [
      "",
      "sqlite:",
      "sqlite::memory:",
      "sqlite://host/a",
      "redis://u:secret@h",
      "./vigia.sqlite",
      "memory:x",
    ]) {
      const [reason, sentence] = await refusal(url);
      expect([url, reason]).toEqual([url, "url"]);
      expect(sentence).toBe(
        "STORE_URL names no store: write sqlite: and a path, as in sqlite:./vigia.sqlite, or memory:",
      );
    }
  });
});
