// Loaded into the program before its first line (`node --import`): tells each write and each request as it is passed, and kills the program where it was
// ordered to. Wraps from outside, by two names only: SqliteFile.prepare and discord.js' makeRequest. Must never change what the program reads or writes.
import { writeSync } from "node:fs";
import { DefaultRestOptions } from "discord.js";
import { SqliteFile } from "../src/engines/sqlite-file.ts";
import { CHANNEL, deathOf, ORDER, Order, type Passed, type When } from "./points.ts";
import { requestName, Transaction } from "./names.ts";

const order = Order.parse(JSON.parse(process.env[ORDER] ?? '{"ahead":0,"passed":{},"targets":[]}'));
const passed = new Map(Object.entries(order.passed));
const done = new Set(order.every?.done);
let count = 0;

/** The line is written at once, past every buffer: a killed program has none. */
function tell(line: Passed): void {
  writeSync(CHANNEL, `${JSON.stringify(line)}\n`);
}

function die(point: string, when: When, rows?: Passed["rows"]): void {
  tell({ point, dies: when, ...(rows === undefined ? {} : { rows }) });
  process.kill(process.pid, "SIGKILL");
  // Nothing of ours runs on, however late the signal is.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** A point begins: whether to die there, and when. */
function meet(name: string, kinds: readonly When[]): When | undefined {
  count += 1;
  const nth = (passed.get(name) ?? 0) + 1;
  passed.set(name, nth);
  const every = order.every?.of.some((one) => `${name}$`.startsWith(one))
    ? kinds.find((when) => when !== "during" && !done.has(deathOf(name, when)))
    : undefined;
  const target = order.targets.find((one) => one.name === name && one.nth === nth);
  const any = order.any?.nth === count ? order.any : undefined;
  const wanted = every ?? target?.when ?? any?.when;
  if (wanted === undefined) return undefined;
  return kinds.includes(wanted) ? wanted : "after";
}

const WRITE: readonly When[] = ["before", "after"];
const REQUEST: readonly When[] = ["before", "during", "after"];

// oxlint-disable-next-line typescript/unbound-method -- called below with the file that it belongs to
const prepare = SqliteFile.prototype.prepare;
const transaction = new Transaction();
SqliteFile.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (/^SELECT/i.test(sql))
    return {
      ...statement,
      first: (...given) => transaction.read(statement.first(...given)),
      all: (...given) => {
        const rows = statement.all(...given);
        for (const row of rows) transaction.read(row);
        return rows;
      },
    };
  const marks = [/^SAVEPOINT/i, /^ROLLBACK TO/i, /^RELEASE/i].findIndex((one) => one.test(sql));
  if (marks !== -1)
    return {
      ...statement,
      run: (...given) => {
        if (marks === 0) transaction.mark();
        if (marks === 1) transaction.undo();
        return statement.run(...given);
      },
    };
  if (/^BEGIN/i.test(sql) || /^ROLLBACK/i.test(sql))
    return {
      ...statement,
      run: (...given) => {
        transaction.begin();
        return statement.run(...given);
      },
    };
  if (!/^COMMIT/i.test(sql))
    return {
      ...statement,
      run: (...given) => {
        const changed = statement.run(...given);
        transaction.wrote(sql, given, changed);
        return changed;
      },
    };
  return {
    ...statement,
    run: (...given) => {
      // Writes of one moment are one COMMIT: whoever has to die at one of them dies with all of them.
      const writes = transaction.end().map((write) => ({ ...write, when: meet(write.name, WRITE) }));
      for (const { name, when } of writes) if (when === "before") die(name, when);
      const changed = statement.run(...given);
      const dying = writes.find(({ when }) => when !== undefined);
      for (const one of writes)
        if (one !== dying) tell({ point: one.name, ...(one.rows.length === 0 ? {} : { rows: one.rows }) });
      if (dying?.when !== undefined) die(dying.name, dying.when, dying.rows);
      return changed;
    },
  };
};

const makeRequest = DefaultRestOptions.makeRequest;
const watched: typeof makeRequest = async (url, init) => {
  const name = requestName(init.method ?? "GET", url);
  const when = meet(name, REQUEST);
  if (when === "before") die(name, when);
  if (when === "during") setTimeout(() => die(name, when), count % 4);
  const answer = await makeRequest(url, init);
  if (when === "after") die(name, when);
  tell({ point: name });
  return answer;
};

// Readonly in its type alone: src/discord/rest.ts and discord.js' own client read it here when they ask.
Reflect.set(DefaultRestOptions, "makeRequest", watched);

if (order.ahead > 0) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + order.ahead;
}
