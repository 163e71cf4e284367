// The wire between discord.js and the stand-in, of which every request is two points: before it leaves, and when Discord has done it and nobody has read
// the answer. Each life has an address of its own that leads nowhere, so that a request of the dead is known and never leaves.
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import type { Life } from "./life.ts";

type MakeRequest = RESTOptions["makeRequest"];

interface Line {
  life: Life;
  to: string;
  leaves: () => void;
  under: Set<Promise<unknown>>;
}

/** By host: `life-3.invalid`. */
const lines = new Map<string, Line>();
let count = 0;

/** Until it is called back: every request of this process whose address is one of ours goes through here. */
export function tapWire(): () => void {
  const real: MakeRequest = DefaultRestOptions.makeRequest;
  const tapped: MakeRequest = async (url, init) => {
    const { host, pathname } = new URL(url);
    const line = lines.get(host);
    if (line === undefined) return real(url, init);
    const words = `${init.method ?? "GET"} ${pathname.replace(/^\/api\/v10/, "").replaceAll(/\d{17,}/g, "...")}`;
    await line.life.point(`before ${words}`);
    line.leaves();
    const asked = real(url.replace(`http://${host}`, line.to), init).catch((error: unknown) => ({ error }));
    line.under.add(asked);
    const answer = await asked;
    line.under.delete(asked);
    await line.life.point(`unread ${words}`);
    if ("error" in answer) throw answer.error;
    return answer;
  };
  Reflect.set(DefaultRestOptions, "makeRequest", tapped);
  return () => void Reflect.set(DefaultRestOptions, "makeRequest", real);
}

interface Wire {
  /** The address of the API for one life. */
  apiUrl: string;
  /** When Discord has done what has left already: otherwise it would do it after whatever comes next. */
  arrived: () => Promise<void>;
  close: () => void;
}

/** @param leaves told of each request that leaves. */
export function lineTo(to: string, life: Life, leaves: () => void): Wire {
  const host = `life-${(count += 1)}.invalid`;
  const line: Line = { life, to, leaves, under: new Set() };
  lines.set(host, line);
  return {
    apiUrl: `http://${host}/api`,
    arrived: async () => void (await Promise.all(line.under)),
    close: () => void lines.delete(host),
  };
}
