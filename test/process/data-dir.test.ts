// DATA_DIR: a folder that is no data set is named in a sentence, and one that is one is read instead of what ships.
import { cp, mkdtemp, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigFault, DATA_FILES, readConfig } from "../../src/config.ts";
import { importers } from "../../src/importers/index.ts";

const SHIPPED = join(import.meta.dirname, "..", "..", "data");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vigia-data-"));
  await cp(SHIPPED, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const fault = (DATA_DIR: string) => {
  try {
    readConfig({ DATA_DIR });
  } catch (error) {
    if (error instanceof ConfigFault) return error.message;
    throw error;
  }
  return "none";
};

describe("DATA_DIR", () => {
  it("left out or empty is the data that ships", () => {
    expect(readConfig({}).DATA_DIR).toBeUndefined();
    expect(readConfig({ DATA_DIR: " " }).DATA_DIR).toBeUndefined();
  });

  it("may be relative to where the program is started", () => {
    expect(readConfig({ DATA_DIR: relative(process.cwd(), folder) }).DATA_DIR).toBe(folder);
  });

  it("that is no folder, or lacks a file, is named in one sentence", async () => {
    expect(fault(join(folder, "nowhere"))).toBe(
      `DATA_DIR must be a folder with the data files, and ${join(folder, "nowhere")} is no folder`,
    );
    expect(fault(join(folder, "areas.json"))).toMatch(/areas\.json is no folder$/);
    const text = await readFile(join(folder, "orgs.json"));
    await unlink(join(folder, "orgs.json"));
    expect(fault(folder)).toBe(
      `DATA_DIR must be a folder with the data files, and ${folder} lacks orgs.json: copy the data folder that ships and edit the copy`,
    );
    await writeFile(join(folder, "orgs.json"), text);
    expect(fault(folder)).toBe("none");
  });

  it("asks for exactly the files that the importer reads", async () => {
    for (const name of DATA_FILES) {
      const text = await readFile(join(folder, name));
      await unlink(join(folder, name));
      await expect(Promise.all(importers(folder).map((one) => one.read()))).rejects.toThrow(
        `data/${name} cannot be read`,
      );
      await writeFile(join(folder, name), text);
    }
  });
});
