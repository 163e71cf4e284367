// How /alerts is named and described, in Spanish.
export const alerts = {
  name: "alertas",
  description: "Qué avisos reciben los canales de este servidor, y cuándo",
  subcommands: {
    subscribe: {
      name: "suscribir",
      description: "Publicar avisos de toques de queda y ataques en un canal (este, si no indicas otro)",
      options: {
        channel: { name: "canal", description: "El canal que recibe los avisos" },
        "before-start": {
          name: "antes-de-empezar",
          description:
            "Cuánto antes de que empiece un toque: «2h, 30m», «90» (minutos), «ninguno»; si no dices nada: 2 h",
        },
        "before-end": {
          name: "antes-de-terminar",
          description: "Cuánto antes de que termine un toque: «30m»; si no dices nada: ningún aviso antes del final",
        },
      },
    },
    list: { name: "lista", description: "Canales de este servidor que reciben avisos", options: {} },
    remove: {
      name: "quitar",
      description: "Dejar de avisar en un canal (este, si no indicas otro)",
      options: { channel: { name: "canal", description: "El canal que ya no recibirá avisos" } },
    },
    why: {
      name: "motivo",
      description: "Por qué llegó un aviso, se atrasó o no llegó; sin marca: los últimos diez de este canal",
      options: {
        mark: { name: "marca", description: "Al pie de un aviso: #7K3Q-9M2D" },
      },
    },
    status: {
      name: "estado",
      description: "Cómo van los avisos de cada canal: lo último entregado, en espera, en pausa",
      options: {},
    },
    handover: {
      name: "entregar",
      description: "Que otra persona quede a cargo de tus avisos, por un tiempo o de forma definitiva",
      options: {
        to: { name: "a", description: "Quien queda a cargo; tú: recuperas lo que entregaste" },
        until: {
          name: "hasta",
          description: "Cuándo vuelve a ti: «viernes 18h00», «20 de marzo»; si no dices nada: de forma definitiva",
        },
        from: {
          name: "de",
          description: "De quién son los avisos; si no dices nada: tuyos. Requiere Gestionar servidor",
        },
      },
    },
    forget: {
      name: "olvidar",
      description: "Borrar todo lo que se guarda de este servidor (pregunta antes)",
      options: {},
    },
  },
};
