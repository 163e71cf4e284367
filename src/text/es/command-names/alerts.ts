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
        preset: { name: "plantilla", description: "Choferes, redacción, dirección; si no dices nada, se te pregunta" },
        place: { name: "lugar", description: "Lugares, separados por comas; si no dices nada: todo el país" },
        "before-start": {
          name: "antes-de-empezar",
          description:
            "Cuánto antes de que empiece un toque: «2h, 30m», «90» (minutos), «ninguno»; si no dices nada: 2 h",
        },
        "before-end": {
          name: "antes-de-terminar",
          description: "Cuánto antes de que termine un toque: «30m»; si no dices nada: ningún aviso antes del final",
        },
        me: { name: "a-mi", description: "Solo a mí, por mensaje directo" },
      },
    },
    edit: {
      name: "editar",
      description: "Ver y cambiar lo que recibe un canal (este, si no indicas otro)",
      options: {
        channel: { name: "canal", description: "El canal cuyos avisos quieres cambiar" },
        set: {
          name: "grupo",
          description: "Cuál de varios grupos: «ataques» o un lugar; si no dices nada, se te pregunta",
        },
        me: { name: "a-mi", description: "Tus propios mensajes directos" },
      },
    },
    list: { name: "lista", description: "Canales de este servidor que reciben avisos", options: {} },
    remove: {
      name: "quitar",
      description: "Dejar de avisar en un canal (este, si no indicas otro)",
      options: {
        channel: { name: "canal", description: "El canal que ya no recibirá avisos" },
        set: {
          name: "grupo",
          description: "Cuál de varios grupos: «ataques» o un lugar; si no dices nada, se te pregunta",
        },
        me: { name: "a-mi", description: "Tus propios mensajes directos" },
      },
    },
    test: {
      name: "probar",
      description: "Enviar un simulacro a un canal (este, si no indicas otro) y decir si llega",
      options: {
        channel: { name: "canal", description: "El canal que se prueba" },
        me: { name: "a-mi", description: "Tus propios mensajes directos" },
      },
    },
    pause: {
      name: "pausar",
      description: "Sin avisos en un canal por un tiempo; los cambios y las correcciones siguen llegando",
      options: {
        channel: { name: "canal", description: "El canal que se pone en pausa (este, si no nombras otro)" },
        until: { name: "hasta", description: "«8h», «3 días», «mañana 6am»; sin nada: hasta que alguien los reanude" },
        me: { name: "a-mi", description: "Tus propios mensajes directos" },
      },
    },
    resume: {
      name: "reanudar",
      description: "Termina una pausa: lo que quedó en espera y sigue vigente llega en una nota",
      options: {
        channel: { name: "canal", description: "El canal que se reanuda (este, si no nombras otro)" },
        me: { name: "a-mi", description: "Tus propios mensajes directos" },
      },
    },
    why: {
      name: "motivo",
      description: "Por qué llegó un aviso, se atrasó o no llegó; sin marca: los últimos diez de este canal",
      options: {
        mark: { name: "marca", description: "Al pie de un aviso: #7K3Q-9M2D" },
        me: { name: "a-mi", description: "Tus propios mensajes directos" },
      },
    },
    status: {
      name: "estado",
      description: "Cómo van los avisos de cada canal: lo último entregado, en espera, en pausa",
      options: { me: { name: "a-mi", description: "Tus propios mensajes directos" } },
    },
    handover: {
      name: "entregar",
      description: "Que otra persona quede a cargo de tus avisos, por un tiempo o de forma definitiva",
      options: {
        to: { name: "a", description: "Quien queda a cargo; tú: recuperas lo que entregaste" },
        until: {
          name: "hasta",
          description: "Cuándo vuelve a ti: «1 semana», «viernes 18h00», «20 de marzo»; si no: de forma definitiva",
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
