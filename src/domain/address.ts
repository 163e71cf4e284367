// Whether two addresses lead to the same page: tracking parts, www, http or https, a slash at the end and the place within the page tell nothing apart.
import { untracked } from "./source.ts";

/** For comparing only, never shown. What is no address is compared as it stands. */
export function addressKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, port, pathname, search } = new URL(untracked(url));
  return `${hostname.replace(/^(?:www|m|amp)\./, "")}${port === "" ? "" : `:${port}`}${pathname.replace(/\/+$/, "")}${search}`;
}
