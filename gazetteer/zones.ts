// Which clock each country and subdivision has: the table of tzdata 2025b (zone.tab, public domain), with the zone that most people live in first
// where a country has several. It must never let one of several clocks pass for the only one: those places name the clock in `CLOCKS`.

/** The zone of each country (ISO 3166-1), "CODE zone". */
const COUNTRIES =
  "AD Europe/Andorra; AE Asia/Dubai; AF Asia/Kabul; AG America/Antigua; AI America/Anguilla; AL Europe/Tirane; " +
  "AM Asia/Yerevan; AO Africa/Luanda; AQ Antarctica/McMurdo; AR America/Argentina/Buenos_Aires; " +
  "AS Pacific/Pago_Pago; AT Europe/Vienna; AU Australia/Sydney; AW America/Aruba; AX Europe/Mariehamn; " +
  "AZ Asia/Baku; BA Europe/Sarajevo; BB America/Barbados; BD Asia/Dhaka; BE Europe/Brussels; " +
  "BF Africa/Ouagadougou; BG Europe/Sofia; BH Asia/Bahrain; BI Africa/Bujumbura; BJ Africa/Porto-Novo; " +
  "BL America/St_Barthelemy; BM Atlantic/Bermuda; BN Asia/Brunei; BO America/La_Paz; BQ America/Kralendijk; " +
  "BR America/Sao_Paulo; BS America/Nassau; BT Asia/Thimphu; BV Europe/Oslo; BW Africa/Gaborone; " +
  "BY Europe/Minsk; BZ America/Belize; CA America/Toronto; CC Indian/Cocos; CD Africa/Kinshasa; " +
  "CF Africa/Bangui; CG Africa/Brazzaville; CH Europe/Zurich; CI Africa/Abidjan; CK Pacific/Rarotonga; " +
  "CL America/Santiago; CM Africa/Douala; CN Asia/Shanghai; CO America/Bogota; CR America/Costa_Rica; " +
  "CU America/Havana; CV Atlantic/Cape_Verde; CW America/Curacao; CX Indian/Christmas; CY Asia/Nicosia; " +
  "CZ Europe/Prague; DE Europe/Berlin; DJ Africa/Djibouti; DK Europe/Copenhagen; DM America/Dominica; " +
  "DO America/Santo_Domingo; DZ Africa/Algiers; EE Europe/Tallinn; EG Africa/Cairo; EH Africa/El_Aaiun; " +
  "ER Africa/Asmara; ES Europe/Madrid; ET Africa/Addis_Ababa; FI Europe/Helsinki; FJ Pacific/Fiji; " +
  "FK Atlantic/Stanley; FM Pacific/Pohnpei; FO Atlantic/Faroe; FR Europe/Paris; GA Africa/Libreville; " +
  "GB Europe/London; GD America/Grenada; GE Asia/Tbilisi; GF America/Cayenne; GG Europe/Guernsey; " +
  "GH Africa/Accra; GI Europe/Gibraltar; GL America/Nuuk; GM Africa/Banjul; GN Africa/Conakry; " +
  "GP America/Guadeloupe; GQ Africa/Malabo; GR Europe/Athens; GS Atlantic/South_Georgia; GT America/Guatemala; " +
  "GU Pacific/Guam; GW Africa/Bissau; GY America/Guyana; HT America/Port-au-Prince; HK Asia/Hong_Kong; HM Indian/Kerguelen; " +
  "HN America/Tegucigalpa; HR Europe/Zagreb; HU Europe/Budapest; ID Asia/Jakarta; IE Europe/Dublin; " +
  "IL Asia/Jerusalem; IM Europe/Isle_of_Man; IN Asia/Kolkata; IO Indian/Chagos; IQ Asia/Baghdad; " +
  "IR Asia/Tehran; IS Atlantic/Reykjavik; IT Europe/Rome; JE Europe/Jersey; JM America/Jamaica; JO Asia/Amman; " +
  "JP Asia/Tokyo; KE Africa/Nairobi; KG Asia/Bishkek; KH Asia/Phnom_Penh; KI Pacific/Tarawa; KM Indian/Comoro; " +
  "KN America/St_Kitts; KP Asia/Pyongyang; KR Asia/Seoul; KW Asia/Kuwait; KY America/Cayman; KZ Asia/Almaty; " +
  "LA Asia/Vientiane; LB Asia/Beirut; LC America/St_Lucia; LI Europe/Vaduz; LK Asia/Colombo; " +
  "LR Africa/Monrovia; LS Africa/Maseru; LT Europe/Vilnius; LU Europe/Luxembourg; LV Europe/Riga; " +
  "LY Africa/Tripoli; MA Africa/Casablanca; MC Europe/Monaco; MD Europe/Chisinau; ME Europe/Podgorica; " +
  "MF America/Marigot; MG Indian/Antananarivo; MH Pacific/Majuro; MK Europe/Skopje; ML Africa/Bamako; " +
  "MM Asia/Yangon; MN Asia/Ulaanbaatar; MO Asia/Macau; MP Pacific/Saipan; MQ America/Martinique; " +
  "MR Africa/Nouakchott; MS America/Montserrat; MT Europe/Malta; MU Indian/Mauritius; MV Indian/Maldives; " +
  "MW Africa/Blantyre; MX America/Mexico_City; MY Asia/Kuala_Lumpur; MZ Africa/Maputo; NA Africa/Windhoek; " +
  "NC Pacific/Noumea; NE Africa/Niamey; NF Pacific/Norfolk; NG Africa/Lagos; NI America/Managua; " +
  "NL Europe/Amsterdam; NO Europe/Oslo; NP Asia/Kathmandu; NR Pacific/Nauru; NU Pacific/Niue; " +
  "NZ Pacific/Auckland; OM Asia/Muscat; PA America/Panama; PE America/Lima; PF Pacific/Tahiti; " +
  "PG Pacific/Port_Moresby; PH Asia/Manila; PK Asia/Karachi; PL Europe/Warsaw; PM America/Miquelon; " +
  "PN Pacific/Pitcairn; PR America/Puerto_Rico; PS Asia/Hebron; PT Europe/Lisbon; PW Pacific/Palau; " +
  "PY America/Asuncion; QA Asia/Qatar; RE Indian/Reunion; RO Europe/Bucharest; RS Europe/Belgrade; " +
  "RU Europe/Moscow; RW Africa/Kigali; SA Asia/Riyadh; SB Pacific/Guadalcanal; SC Indian/Mahe; " +
  "SD Africa/Khartoum; SE Europe/Stockholm; SG Asia/Singapore; SH Atlantic/St_Helena; SI Europe/Ljubljana; " +
  "SJ Arctic/Longyearbyen; SK Europe/Bratislava; SL Africa/Freetown; SM Europe/San_Marino; SN Africa/Dakar; " +
  "SO Africa/Mogadishu; SR America/Paramaribo; SS Africa/Juba; ST Africa/Sao_Tome; SV America/El_Salvador; " +
  "SX America/Lower_Princes; SY Asia/Damascus; SZ Africa/Mbabane; TC America/Grand_Turk; TD Africa/Ndjamena; " +
  "TF Indian/Kerguelen; TG Africa/Lome; TH Asia/Bangkok; TJ Asia/Dushanbe; TK Pacific/Fakaofo; TL Asia/Dili; " +
  "TM Asia/Ashgabat; TN Africa/Tunis; TO Pacific/Tongatapu; TR Europe/Istanbul; TT America/Port_of_Spain; " +
  "TV Pacific/Funafuti; TW Asia/Taipei; TZ Africa/Dar_es_Salaam; UA Europe/Kyiv; UG Africa/Kampala; " +
  "UM Pacific/Midway; US America/New_York; UY America/Montevideo; UZ Asia/Tashkent; VA Europe/Vatican; " +
  "VC America/St_Vincent; VE America/Caracas; VG America/Tortola; VI America/St_Thomas; VN Asia/Ho_Chi_Minh; " +
  "VU Pacific/Efate; WF Pacific/Wallis; WS Pacific/Apia; YE Asia/Aden; YT Indian/Mayotte; " +
  "ZA Africa/Johannesburg; ZM Africa/Lusaka; ZW Africa/Harare; ";

/** Subdivisions that keep another clock than their country, "ZONE CODE CODE ...". */
const SUBDIVISIONS = [
  "America/Indiana/Indianapolis US-IN",
  "America/Detroit US-MI",
  "America/Chicago US-AL US-AR US-IL US-IA US-KS US-LA US-MN US-MS US-MO US-NE US-ND US-OK US-SD US-TN US-TX US-WI",
  "America/Denver US-CO US-MT US-NM US-UT US-WY",
  "America/Boise US-ID",
  "America/Phoenix US-AZ",
  "America/Los_Angeles US-CA US-NV US-OR US-WA",
  "America/Anchorage US-AK",
  "Pacific/Honolulu US-HI",
  "America/St_Johns CA-NL",
  "America/Moncton CA-NB",
  "America/Halifax CA-NS CA-PE",
  "America/Winnipeg CA-MB",
  "America/Regina CA-SK",
  "America/Edmonton CA-AB CA-NT",
  "America/Vancouver CA-BC",
  "America/Whitehorse CA-YT",
  "America/Iqaluit CA-NU",
  "America/Tijuana MX-BCN",
  "America/Mazatlan MX-BCS MX-SIN MX-NAY",
  "America/Hermosillo MX-SON",
  "America/Chihuahua MX-CHH",
  "America/Monterrey MX-COA MX-NLE MX-TAM",
  "America/Cancun MX-ROO",
  "America/Rio_Branco BR-AC",
  "America/Manaus BR-AM",
  "America/Cuiaba BR-MT",
  "America/Campo_Grande BR-MS",
  "America/Porto_Velho BR-RO",
  "America/Boa_Vista BR-RR",
  // Aysén has kept Magallanes' clock since March 2025; its own zone of tzdata 2025b is not in every runtime yet.
  "America/Punta_Arenas CL-MA CL-AI",
  "Europe/Kaliningrad RU-KGD",
  "Europe/Samara RU-SAM RU-UD",
  "Europe/Astrakhan RU-AST",
  "Europe/Saratov RU-SAR",
  "Europe/Ulyanovsk RU-ULY",
  "Asia/Yekaterinburg RU-BA RU-CHE RU-KGN RU-KHM RU-ORE RU-PER RU-SVE RU-TYU RU-YAN",
  "Asia/Omsk RU-OMS",
  "Asia/Novosibirsk RU-NVS",
  "Asia/Barnaul RU-ALT RU-AL",
  "Asia/Tomsk RU-TOM",
  "Asia/Novokuznetsk RU-KEM",
  "Asia/Krasnoyarsk RU-KYA RU-KK RU-TY",
  "Asia/Irkutsk RU-IRK RU-BU",
  "Asia/Chita RU-ZAB",
  "Asia/Yakutsk RU-AMU RU-SA",
  "Asia/Vladivostok RU-KHA RU-PRI RU-YEV",
  "Asia/Magadan RU-MAG",
  "Asia/Sakhalin RU-SAK",
  "Asia/Kamchatka RU-KAM",
  "Asia/Anadyr RU-CHU",
  "Europe/Simferopol UA-40 UA-43",
  "Australia/Brisbane AU-QLD",
  "Australia/Adelaide AU-SA",
  "Australia/Darwin AU-NT",
  "Australia/Perth AU-WA",
  "Australia/Hobart AU-TAS",
  "Australia/Melbourne AU-VIC",
  "Pacific/Chatham NZ-CIT",
  "Asia/Makassar ID-BA ID-NB ID-NT ID-KS ID-KI ID-KU ID-SA ID-ST ID-SG ID-SR ID-SN ID-GO",
  "Asia/Jayapura ID-MA ID-MU ID-PA ID-PB ID-PD ID-PE ID-PS ID-PT",
  "Asia/Hovd MN-043 MN-046 MN-057 MN-065 MN-071",
  "Africa/Lubumbashi CD-BU CD-HK CD-HL CD-HU CD-IT CD-KC CD-KE CD-KS CD-LO CD-LU CD-MA CD-NK CD-SA CD-SK CD-TA CD-TO CD-TU",
  "Pacific/Bougainville PG-NSB",
  "Pacific/Kanton KI-P",
  "Pacific/Kiritimati KI-L",
  "Pacific/Kosrae FM-KSA",
  "Pacific/Chuuk FM-TRK FM-YAP",
  "Atlantic/Canary ES-CN",
  "Atlantic/Azores PT-20",
  "Pacific/Wake UM-79",
] as const;

/** Where people inside live by several clocks: whose clock the zone is. Elsewhere it is the place's own: "California time". */
export const CLOCKS: Readonly<Record<string, { en: string; es: string }>> = {
  US: { en: "New York", es: "Nueva York" },
  CA: { en: "Toronto", es: "Toronto" },
  MX: { en: "Mexico City", es: "Ciudad de México" },
  BR: { en: "São Paulo", es: "São Paulo" },
  CL: { en: "Santiago", es: "Santiago" },
  RU: { en: "Moscow", es: "Moscú" },
  AU: { en: "Sydney", es: "Sídney" },
  NZ: { en: "Auckland", es: "Auckland" },
  ID: { en: "Jakarta", es: "Yakarta" },
  MN: { en: "Ulaanbaatar", es: "Ulán Bator" },
  CD: { en: "Kinshasa", es: "Kinsasa" },
  PG: { en: "Port Moresby", es: "Puerto Moresby" },
  KI: { en: "Tarawa", es: "Tarawa" },
  FM: { en: "Pohnpei", es: "Pohnpei" },
  GL: { en: "Nuuk", es: "Nuuk" },
  ES: { en: "Madrid", es: "Madrid" },
  PT: { en: "Lisbon", es: "Lisboa" },
  AQ: { en: "McMurdo", es: "McMurdo" },
  PF: { en: "Tahiti", es: "Tahití" },
  TF: { en: "Kerguelen", es: "Kerguelen" },
  UM: { en: "Midway", es: "Midway" },
  "US-AK": { en: "Anchorage", es: "Anchorage" },
  "US-AZ": { en: "Phoenix", es: "Phoenix" },
  "US-FL": { en: "New York", es: "Nueva York" },
  "US-ID": { en: "Boise", es: "Boise" },
  "US-IN": { en: "Indianapolis", es: "Indianápolis" },
  "US-KS": { en: "Chicago", es: "Chicago" },
  "US-KY": { en: "New York", es: "Nueva York" },
  "US-MI": { en: "Detroit", es: "Detroit" },
  "US-ND": { en: "Chicago", es: "Chicago" },
  "US-NE": { en: "Chicago", es: "Chicago" },
  "US-NV": { en: "Los Angeles", es: "Los Ángeles" },
  "US-OR": { en: "Los Angeles", es: "Los Ángeles" },
  "US-SD": { en: "Chicago", es: "Chicago" },
  "US-TN": { en: "Chicago", es: "Chicago" },
  "US-TX": { en: "Chicago", es: "Chicago" },
  "CA-BC": { en: "Vancouver", es: "Vancouver" },
  "CA-NL": { en: "St. John’s", es: "San Juan de Terranova" },
  "CA-NU": { en: "Iqaluit", es: "Iqaluit" },
  "CA-SK": { en: "Regina", es: "Regina" },
  "MX-CHH": { en: "Chihuahua city", es: "la ciudad de Chihuahua" },
  "MX-COA": { en: "Monterrey", es: "Monterrey" },
  "MX-NAY": { en: "Mazatlán", es: "Mazatlán" },
  "MX-NLE": { en: "Monterrey", es: "Monterrey" },
  "MX-TAM": { en: "Monterrey", es: "Monterrey" },
  "BR-AM": { en: "Manaus", es: "Manaos" },
  "RU-SA": { en: "Yakutsk", es: "Yakutsk" },
};

const zones = new Map(
  COUNTRIES.split(";").flatMap((pair) => {
    const [id, zone] = pair.trim().split(" ");
    return id === undefined || zone === undefined ? [] : [[id, zone] as const];
  }),
);
for (const line of SUBDIVISIONS) {
  const [zone = "", ...ids] = line.split(" ");
  for (const id of ids) zones.set(id, zone);
}

/** Undefined for a subdivision that keeps its country's. */
export function zoneOf(id: string): string | undefined {
  return zones.get(id);
}

/** Every id that the tables name: a test compares them with the list of places. */
export const ZONED: readonly string[] = [...zones.keys(), ...Object.keys(CLOCKS)];
