// How /record is named and described, in Spanish.
export const record = {
  name: "registrar",
  description: "Añadir al registro (solo miembros del equipo)",
  subcommands: {
    strike: {
      name: "ataque",
      description: "Registrar un ataque a una embarcación",
      options: {
        date: { name: "fecha", description: "Día del ataque o del anuncio: 2026-03-17, hoy, ayer" },
        region: { name: "región", description: "Caribe, Pacífico oriental o no revelada" },
        killed: { name: "muertos", description: "3, 3-4, al menos 3, o: no indicado" },
        link: { name: "enlace", description: "Enlace https a la fuente" },
      },
    },
    total: {
      name: "total",
      description: "Registrar un total que citan otros",
      options: {},
    },
    org: {
      name: "organización",
      description: "Registrar una organización, o que fue designada, retirada, renombrada o integrada",
      options: {
        name: {
          name: "nombre",
          description: "Su nombre; varias por comas si las designa un mismo acto; un nombre nuevo: una nueva",
        },
        what: { name: "qué", description: "Qué pasó con ella; sin nada: se te pregunta" },
      },
    },
    curfew: {
      name: "toque-de-queda",
      description: "Registrar un toque de queda declarado: un formulario con noches, horas y lugares",
      options: {
        place: { name: "lugar", description: "Hasta cinco lugares, con comas; sin nada: se escriben después" },
      },
    },
    checked: {
      name: "revisado",
      description: "Has revisado: no hay más toques de queda que los registrados",
      options: {
        place: { name: "lugar", description: "Dónde has revisado; sin nada: todo el país" },
        since: { name: "desde", description: "Desde cuándo has revisado: ayer 18:00, 09:30; sin nada: ahora" },
      },
    },
    export: {
      name: "exportar",
      description: "Lo que se mostró en un canal, o todo lo registrado, en CSV y JSON",
      options: {
        what: { name: "qué", description: "Qué exportar" },
        channel: { name: "canal", description: "Los mensajes de qué canal; sin nada: este" },
        since: {
          name: "desde",
          description: "Primer día: 2026-03-01, marzo; sin nada: hace 30 días, o todo lo registrado",
        },
        until: { name: "hasta", description: "Último día; sin nada: hoy" },
      },
    },
  },
};
