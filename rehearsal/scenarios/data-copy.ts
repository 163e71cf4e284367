// Edits a record of a data set in its file, as somebody of the team would with an editor. Must never touch anything but the folder it is given.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refused } from "../play/refused.ts";

const DataFile = z.record(z.string(), z.unknown());
const Records = z.array(z.looseObject({ id: z.string() }));

/** @param becomes the keys that change; null takes a key away */
export async function editRecord(
  dir: string,
  file: string,
  record: string,
  becomes: Record<string, unknown>,
): Promise<void> {
  const path = join(dir, file);
  const lists = DataFile.parse(JSON.parse(await readFile(path, "utf8")));
  let found = false;
  const edited = Object.entries(lists).map(([name, list]) => {
    const records = Records.safeParse(list);
    if (!records.success || !records.data.some(({ id }) => id === record)) return [name, list];
    found = true;
    return [name, records.data.map((one) => (one.id === record ? changed(one, becomes) : one))];
  });
  if (!found) throw new Refused(`${file} has no record "${record}".`);
  await writeFile(path, `${JSON.stringify(Object.fromEntries(edited), null, 2)}\n`);
}

function changed(record: Record<string, unknown>, becomes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...record, ...becomes }).filter(([, value]) => value !== null));
}
