// The records that a question about strikes holds, newest first: a list of a hundred thousand is looked at where it is shown, and nowhere else.
import type { Cut, StrikeRecord } from "../../domain/count.ts";
import { hash } from "../../domain/id.ts";
import type { Strike } from "../../domain/strike.ts";
import { indexed } from "../../domain/strike-index.ts";
import { nearestPage } from "../paging.ts";

export interface Listed {
  length: number;
  /** Of those, operations on land. */
  land: number;
  slice: (from: number, to: number) => readonly Strike[];
}

export function listed(record: Pick<StrikeRecord, "strikes">, cut: Cut): Listed {
  const index = indexed(record.strikes);
  const sums = index.sums(cut);
  return {
    length: sums.listed,
    land: sums.behind("land"),
    slice: (from, to) => index.page(cut, from, to - from),
  };
}

/** Another list has another key: its length and its ends tell what was added or taken away, also of a hundred thousand. */
export function keyOf({ length, slice }: Listed): string {
  const ends = [...slice(0, 1), ...slice(length - 1, length)];
  return hash([length, ends[0]?.id ?? "", ends.at(-1)?.id ?? ""]).slice(0, 5);
}

export interface Page<One> {
  page: number;
  pages: number;
  shown: readonly One[];
}

/** Beyond the last page, the last one. */
export function pageOf<One>(
  all: { length: number; slice: (from: number, to: number) => readonly One[] },
  asked: number,
  size: number,
): Page<One> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = nearestPage(asked, pages);
  return { page, pages, shown: all.slice((page - 1) * size, page * size) };
}
