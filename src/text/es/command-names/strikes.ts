// How /strikes is named and described, in Spanish.
export const strikes = {
  name: "ataques",
  description: "Ataques militares de EE. UU. a embarcaciones: lista, conteos y fuentes",
  options: {
    since: { name: "desde", description: "Desde este día, mes o año: 2026-03-01, marzo, 2026" },
    until: { name: "hasta", description: "Hasta este día, mes o año: 2026-02-23" },
    region: { name: "región", description: "Caribe, Pacífico oriental o no revelada" },
    organisation: { name: "organización", description: "Grupo que nombró el anuncio" },
    "min-killed": { name: "mínimo-muertos", description: "Al menos este número de muertos, según lo anunciado" },
  },
};
