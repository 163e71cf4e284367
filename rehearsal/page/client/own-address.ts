// Which addresses the page may load: those of the server it came from. Everything else stays words.

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The address as this page may load it: Discord's stand-in may name itself by another of its loopback names. */
export function ownAddress(url: string): string | undefined {
  if (!URL.canParse(url, location.href)) return undefined;
  const found = new URL(url, location.href);
  if (found.origin === location.origin) return found.href;
  const sameServer = loopback.has(found.hostname) && loopback.has(location.hostname) && found.port === location.port;
  return sameServer ? found.pathname + found.search : undefined;
}

/** Only the web's own addresses may become links. */
export const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//iu.test(url) ? url : undefined;
