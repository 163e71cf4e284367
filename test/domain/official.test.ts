// Which addresses are an authority's own: by the host's own suffix, never by what stands anywhere else in it.
import { describe, expect, it } from "vitest";
import { isOfficial } from "../../src/domain/official.ts";

const OFFICIAL = [
  "https://www.presidencia.gob.ec/decreto-329.pdf",
  "https://minka.presidencia.gob.ec/portal/x?y=1#z",
  "https://www.gob.mx/",
  "https://PRESIDENCIA.GOB.EC/x",
  "https://presidencia.gob.ec./x",
  "https://presidencia.gob.ec:8443/x",
  "https://www.southcom.mil/Media/",
  "https://www.state.gov/x",
  "https://www.primature.gouv.ht/x",
  "https://www.gouvernement.gouv.fr/x",
  "https://www.presidencia.gov.co/x",
  "https://www.presidencia.go.cr/x",
  "https://www.gub.uy/x",
  "https://www.fcdo.gov.uk/x",
];
const OTHERS = [
  "https://gob.ec.evil.com/x",
  "https://presidencia.gob.ec.evil.com/x",
  "https://evil.com/presidencia.gob.ec",
  "https://evil.com/?at=.gob.ec",
  "https://presidencia-gob.ec/x",
  "https://evilgob.ec/x",
  "https://gob.ec@evil.com/x",
  "https://presidencia.gob.ec@evil.com/",
  "https://user:pass@presidencia.gob.ec/",
  "http://www.presidencia.gob.ec/x",
  // Anybody may buy these.
  "https://presidencia.gob.tk/x",
  "https://presidencia.gob.ws/x",
  "https://foo.go.it/x",
  "https://gov.com/x",
  "https://mil.example.org/x",
  "https://state.gov.example.org/x",
  "https://gov/x",
  "https://www.primicias.ec/x",
  "https://xn--gb-lka.ec/x",
  "https://gob。evil。ec/x",
  "not an address",
  "",
];

describe("an authority's own address", () => {
  it.each(OFFICIAL)("%s", (url) => expect(isOfficial(url)).toBe(true));
  it.each(OTHERS)("is none: %s", (url) => expect(isOfficial(url)).toBe(false));
});
