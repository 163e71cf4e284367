// Part of a namespace, page by page: the rows whose keys begin alike. It only reads, and holds no more than one page.
import type { Expected } from "./rows.ts";
import type { Store } from "./store.ts";

type ReadRow = Store extends { scan: (after?: string) => AsyncIterable<infer Row> } ? Row : never;

/** At most `limit` rows each, in the order of their keys. */
export async function* pages(
  rows: Pick<Store, "scan">,
  prefix: string,
  limit: number,
): AsyncGenerator<readonly ReadRow[], void> {
  let page: ReadRow[] = [];
  for await (const row of rows.scan(prefix)) {
    if (!row.key.startsWith(prefix)) break;
    page.push(row);
    if (page.length < limit) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** For `remove`: only while it is as it was read. */
export const expected = ({ key, version }: ReadRow): Expected => ({ key, expect: version });
