// Words that every answer shares, in Spanish.
const KINDS = {
  country: ["país", "países"],
  state: ["estado", "estados"],
  province: ["provincia", "provincias"],
  department: ["departamento", "departamentos"],
  region: ["región", "regiones"],
  canton: ["cantón", "cantones"],
  parish: ["parroquia", "parroquias"],
} as const;

export const common = {
  languageName: { en: "en inglés", es: "en español" },
  notStated: "no indicado",
  sources: "Fuentes",
  source: "Fuente",
  newestSource: (day: string) => `Fuente más reciente ${day}`,
  noDatedSource: "Vigía no tiene ninguna fuente con fecha sobre esto",
  undated: "sin fecha",
  disputed: "Las fuentes no coinciden",
  notes: "Notas",
  confidence: { high: "alta", medium: "media", low: "baja" },
  placeTime: (place: string) => `hora de ${place}`,
  and: (list: readonly string[]) => list.join(", "),
  page: (page: number, count: number) => `Página ${page} de ${count}`,
  first: "Inicio",
  previous: "Anterior",
  next: "Siguiente",
  last: "Fin",
  newer: "Recientes",
  older: "Antiguos",
  listChanged: "⚠️ La lista cambió desde la página anterior; las páginas pueden haberse corrido.",
  several: (typed: string, choices: readonly string[]) =>
    `«${typed}» puede ser varias cosas: ${choices.join("; ")}. Elige una.`,
  areaKind: {
    country: "país",
    state: "estado",
    province: "provincia",
    department: "departamento",
    region: "región",
    canton: "cantón",
    parish: "parroquia",
  },
  places: (count: number, kind: keyof typeof KINDS | undefined) => {
    const [one, several] = kind === undefined ? ["lugar", "lugares"] : KINDS[kind];
    return `${count} ${count === 1 ? one : several}`;
  },
  in: (places: string) => `en ${places}`,
  brokenButton: "Este botón es de una versión anterior y ya no funciona. Escribe el comando otra vez.",
  formLate: "El formulario no se pudo abrir a tiempo. No se cambió nada. Inténtalo otra vez.",
  noRoom:
    "No queda espacio en el disco de Vigía. No se guardó ni se cambió nada; copia lo que escribiste e inténtalo otra vez cuando haya espacio. Quien administra Vigía tiene que liberar espacio.",
  failed: "Algo falló aquí y quedó anotado. No se cambió nada. Inténtalo otra vez.",
};
