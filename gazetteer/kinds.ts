// What a subdivision is called where all of a country are called the same. The others are regions: it must never guess a rank.

const KINDS = {
  state: "AT AU BR DE IN MX MY NG SD SS US VE",
  province: "AO AR CA CD CN CR CU DO ID KH MZ NL PA TR ZA",
  department: "BJ BO CO GT HN HT NI PY SV UY",
} as const;
export type Kind = keyof typeof KINDS | "region";

/** Those that are called otherwise: districts, territories, comarcas, cities. */
const REGIONS: ReadonlySet<string> = new Set(
  "US-DC AR-C CO-DC BR-DF VE-A VE-W MX-CMX PA-EM PA-KY PA-NB PA-NT AU-ACT AU-NT CA-NT CA-NU CA-YT CU-99 DO-01 MY-14 MY-15 MY-16 NG-FC CN-BJ CN-SH CN-TJ CN-CQ CN-GX CN-NX CN-XJ CN-XZ CN-NM IN-AN IN-CH IN-DH IN-DL IN-JK IN-LA IN-LD IN-PY CD-KN SS-AB".split(
    " ",
  ),
);

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  [KINDS.state, KINDS.province, KINDS.department].flatMap((list, i) =>
    list.split(" ").map((country) => [country, (["state", "province", "department"] as const)[i] ?? "region"] as const),
  ),
);

export function kindOf(id: string): Kind {
  return REGIONS.has(id) ? "region" : (KIND_OF.get(id.slice(0, 2)) ?? "region");
}
