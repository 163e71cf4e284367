// How /alerts is named and described, in Spanish.
export const alerts = {
  name: "alertas",
  description: "Qué avisos reciben los canales de este servidor, y cuándo",
  subcommands: {
    subscribe: {
      name: "suscribir",
      description: "Publicar avisos de toques de queda y ataques en un canal (este, si no indicas otro)",
      options: { channel: { name: "canal", description: "El canal que recibe los avisos" } },
    },
    list: { name: "lista", description: "Canales de este servidor que reciben avisos", options: {} },
    remove: {
      name: "quitar",
      description: "Dejar de avisar en un canal (este, si no indicas otro)",
      options: { channel: { name: "canal", description: "El canal que ya no recibirá avisos" } },
    },
  },
};
