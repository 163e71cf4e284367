// How /record is named and described, in Spanish.
export const record = {
  name: "registrar",
  description: "Añadir al registro (solo miembros del equipo)",
  subcommands: {
    strike: {
      name: "ataque",
      description: "Registrar un ataque a una embarcación",
      options: {
        organisation: { name: "organización", description: "Grupo que se nombró, de nuestra lista; puede faltar" },
        link: { name: "enlace", description: "Enlace https a la fuente; puede faltar" },
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
    change: {
      name: "corregir",
      description: "Cambiar un registro: por la autoridad, por una fuente o porque lo teníamos mal",
      options: { what: { name: "qué", description: "Fecha, lugar, cifra o nombre; elige de la lista" } },
    },
    withdraw: {
      name: "retirar",
      description: "Retirar un registro: no usar más",
      options: {
        what: { name: "qué", description: "Fecha, lugar, cifra o nombre; elige de la lista" },
        reason: { name: "motivo", description: "Por qué, como se leerá" },
        link: { name: "enlace", description: "Enlace https a la fuente, si la hay" },
      },
    },
    history: {
      name: "historial",
      description: "Todas las versiones de un registro: quién, cuándo, qué, por qué",
      options: {
        what: { name: "qué", description: "Fecha, lugar, cifra o nombre; elige de la lista" },
        "as-known-at": {
          name: "según-se-sabía",
          description: "Como se sabía entonces: ayer 18:00, 2026-03-16 10:00",
        },
      },
    },
  },
};
