// An address that somebody typed or pasted as a source: https, public, and without anything that would lead elsewhere than it seems to. Opens nothing.
export type LinkFault =
  | "empty"
  /** No address at all, or one that no browser would open. */
  | "no-address"
  | "not-https"
  /** A user name or password before the site: it hides where the address leads, or gives a secret away. */
  | "user"
  /** A number, a bare name, a name of a local network. */
  | "not-public"
  | "signs"
  | "too-long"
  /** A file on Discord: its address stops working within a day. */
  | "expires";

export interface Link {
  is: "link";
  /** As a browser would ask for it: host in ASCII, path escaped. */
  url: string;
  /** Of other scripts in punycode: letters that look alike stay apart. */
  host: string;
}
export type ReadLink = Link | { is: "no"; why: LinkFault };

export const LONGEST_LINK = 1000;

const no = (why: LinkFault): ReadLink => ({ is: "no", why });

/** `<...>` around it, and a full stop, comma or closing bracket behind it, are forgiven: they come with what is pasted. */
export function readLink(text: string): ReadLink {
  const typed = bare(text);
  if (typed === "") return no("empty");
  if (/[\s\p{C}\p{Z}\\<>"]/u.test(typed)) return no(/^https?:/i.test(typed) ? "signs" : "no-address");
  if (/^http:/i.test(typed)) return no("not-https");
  if (!/^https:\/\//i.test(typed) || !URL.canParse(typed)) return no("no-address");
  const url = new URL(typed);
  if (url.username !== "" || url.password !== "") return no("user");
  url.hostname = url.hostname.replace(/\.$/, "");
  if (!isPublic(url.hostname)) return no("not-public");
  if (isFileOnDiscord(url)) return no("expires");
  return url.href.length > LONGEST_LINK ? no("too-long") : { is: "link", url: url.href, host: url.hostname };
}

/** Every address in a pasted text that could stand as a source, each once, in order. */
export function linksIn(text: string): Link[] {
  const found = (text.match(ADDRESS) ?? []).map(readLink).filter((one) => one.is === "link");
  return found.filter(({ url }, i) => found.findIndex((other) => other.url === url) === i);
}

/** An address within an address (archives) is part of it; after a comma a new one begins. */
const ADDRESS = /https:\/\/(?:(?![,;|]https?:\/\/)[^\s\p{C}\p{Z}<>"“”«»\\])+/giu;

/** Around a pasted address: blanks, and signs that cannot be seen. */
const AROUND = /^[\s\p{C}\p{Z}]+|[\s\p{C}\p{Z}]+$/gu;
const PAIRS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

function bare(text: string): string {
  let left = text.replaceAll(AROUND, "");
  const within = /^<(.*)>$/su.exec(left)?.[1];
  if (within !== undefined) return within.replaceAll(AROUND, "");
  for (;;) {
    const last = left.at(-1) ?? "";
    const opening = PAIRS[last];
    const goes = opening === undefined ? /[.,;:!?'*_»”’]/u.test(last) : count(left, last) > count(left, opening);
    if (!goes) return left;
    left = left.slice(0, -1);
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** Endings that name no site of the public network (RFC 2606, RFC 6762, RFC 8375, ICANN's "internal"), as far as they do not serve as examples. */
const LOCAL = new Set(
  ["local", "localhost", "localdomain", "internal", "intranet", "private", "lan", "home", "corp"].concat([
    "invalid",
    "test",
    "onion",
    "arpa",
    "alt",
  ]),
);
/** Of addresses in figures the last label is a figure, and those of the newer kind stand in brackets: neither passes. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const ENDING = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

function isPublic(host: string): boolean {
  const labels = host.split(".");
  const ending = labels.at(-1) ?? "";
  return (
    host.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    ENDING.test(ending) &&
    !LOCAL.has(ending)
  );
}

/** Their addresses carry a signature that ends (Discord's API reference, "Signed Attachment CDN URLs"); without it they open nothing. */
function isFileOnDiscord({ hostname, pathname }: URL): boolean {
  if (!/(?:^|\.)discordapp\.(?:com|net)$/.test(hostname)) return false;
  return /^\/(?:ephemeral-)?attachments\//.test(pathname) || hostname.startsWith("images-ext-");
}
