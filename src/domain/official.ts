// Whether an address is an authority's own, by its host alone. What is not on these lists is not official: then a second person is asked, which harms nobody.

/** Whole top-level domains that governments alone can have. */
const EVERYWHERE = new Set(["gov", "mil"]);

/**
 * Second levels that a country's registry keeps for its authorities. A country is listed by name: elsewhere anybody may buy `gob.xx`, and a bought
 * name would lift a curfew.
 */
const KEPT: Readonly<Record<string, string>> = {
  gob: "ar bo cl cu do ec es gt hn mx ni pa pe sv ve",
  gub: "uy",
  gov: "ag ar au bb bd bo br bs bz cl cn co cy dm eg gd gh gr gy hk ie il in it jm kn ky lc lt lv my ng nl pe ph pk pl pt py ru sg sr tr tt tw ua uk vc za zm zw",
  govt: "nz",
  gouv: "bf bi bj cd cg ci cm dj fr ga gn ht km mc mg ml ne rw sn td tg",
  go: "cr id jp ke kr th tz ug",
  gv: "at",
  gc: "ca",
  mil: "ar bo br cl co do ec gt hn ni pe ph uy ve",
};
const SUFFIXES = new Set(
  Object.entries(KEPT).flatMap(([second, countries]) => countries.split(" ").map((country) => `${second}.${country}`)),
);

/** Also the suffix itself: `www.gob.ec` and `gob.mx` are their governments' own doors. */
export function isOfficial(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== "https:" || username !== "" || password !== "") return false;
  const labels = hostname.toLowerCase().replace(/\.$/, "").split(".");
  const last = labels.at(-1) ?? "";
  if (EVERYWHERE.has(last)) return labels.length > 1;
  return SUFFIXES.has(labels.slice(-2).join("."));
}
