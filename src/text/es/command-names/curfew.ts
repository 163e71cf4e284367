// How /curfew is named and described, in Spanish.
export const curfew = {
  name: "toque-de-queda",
  description: "Toque de queda ahora, esta noche o a la hora que indiques, con horario, exentos y fuentes",
  options: {
    place: { name: "lugar", description: "País, provincia, cantón o parroquia" },
    at: { name: "cuándo", description: "Fecha y hora de allí: 2026-03-20 23:30" },
  },
};
