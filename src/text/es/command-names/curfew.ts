// How /curfew is named and described, in Spanish.
export const curfew = {
  name: "toque-de-queda",
  description: "Toque de queda ahora, esta noche o a la hora que indiques, con horario, exentos y fuentes",
  options: {
    place: { name: "lugar", description: "País, provincia, cantón o parroquia; hasta cinco, con comas" },
    at: { name: "cuándo", description: "Hora de allí: 23h30, esta noche, viernes 11 de la noche, 22:30-01:15" },
  },
};
