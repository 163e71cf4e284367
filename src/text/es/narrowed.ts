// The word to a channel that comes to hear less, in Spanish: what comes no more, what of it stands above, and that it all comes again.
export const narrowed = {
  all: (since: string) => `Ya no llega aquí ningún aviso, desde ${since}`,
  gone: (kinds: string, places: string | undefined, since: string) =>
    `Ya no llegan aquí ${kinds}${places === undefined ? "" : ` para ${places}`}, desde ${since}`,
  also: (kinds: string, places: string | undefined) =>
    `Tampoco ${kinds}${places === undefined ? "" : ` para ${places}`}`,
  line: (kinds: string, places: string | undefined) => (places === undefined ? kinds : `${kinds}: ${places}`),
  curfews: "avisos de toque de queda",
  of: (list: string) => `avisos de ${list}`,
  topics: {
    soon: "toques por venir",
    begins: "comienzos de toque",
    ends: "fines de toque",
    changes: "cambios de toque",
    strikes: "ataques militares",
    orgs: "organizaciones",
    trouble: "interrupciones de Vigía",
  },
  hour: (hour: string) => `${hour.startsWith("01") ? "la" : "las"} ${hour}`,
  moment: (moment: string) => `el ${moment}`,
  open: (places: string, until: string | undefined) =>
    `Lo que está arriba sobre ${places} (${until === undefined ? "sin fin conocido" : `hasta el ${until}`}) ya no se actualiza aquí: pregunta con «/toque-de-queda»`,
  by: (name: string | undefined) => `Lo cambió ${name ?? "alguien de este servidor"}.`,
  field: { gone: "Ya no llega", ask: "Desde ahora" },
  silence: "El silencio aquí ya no dice nada sobre eso: «/ataques» y «/organizaciones» responden como siempre.",
  back: (since: string) => `Estos avisos llegan aquí otra vez desde el ${since}`,
};
