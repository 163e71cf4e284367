// A store on SQLite whose disk is full when the test says so: SQLite itself refuses the next page (PRAGMA max_page_count), as it does where no byte is left.
import { engineOver, type Engine } from "../../src/engines/open.ts";
import { sqliteOver } from "../../src/engines/sqlite.ts";
import { openFile } from "../../src/engines/sqlite-open.ts";

export interface Disk {
  engine: Engine;
  /** Not one page more than there is; what is free inside the file is filled first. */
  fill(): Promise<void>;
  free(): Promise<void>;
}

export async function smallDisk(file: string): Promise<Disk> {
  const opened = openFile(file, "world");
  const engine = await engineOver(sqliteOver(opened));
  const rows = engine.namespace("subs");
  let stuffed = 0;
  const stuff = async (size: number) => {
    try {
      for (;;) await rows.add([{ key: `~${(stuffed += 1)}`, value: "x".repeat(size) }]);
    } catch {
      // Full, as it was to be.
    }
  };
  return {
    engine,
    async fill() {
      opened.db.pragma(`max_page_count=${opened.db.pragma("page_count")}`);
      for (const size of [2000, 200, 20, 1]) await stuff(size);
    },
    async free() {
      opened.db.pragma("max_page_count=1000000");
      for (; stuffed > 0; stuffed -= 1) await rows.keyv.delete(`~${stuffed}`);
    },
  };
}
