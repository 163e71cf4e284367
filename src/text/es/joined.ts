// Words of the message with which Vigía comes into a server, in Spanish.
export const joined = {
  first:
    "👋 Vigía está aquí. Avisa, en los canales que elijas, de toques de queda y de ataques militares de EE. UU. No llega nada hasta que alguien suscriba un canal.",
  field: { now: "Qué puedes hacer ahora", who: "Quién puede configurarlo" },
  subscribe: "«Suscribir»: avisos para este canal. Para otro, escribe allí «/alertas suscribir».",
  drill: "«Simulacro»: un aviso de prueba en este canal, para ver si los avisos llegan.",
  here: "«¿Qué puedo ver aquí?»: qué puede preguntar cualquiera y qué se sabe ahora. Solo tú ves esa respuesta.",
  who: "Quien tiene Gestionar canales en el canal. Preguntar y leer puede cualquiera.",
  label: { subscribe: "Suscribir", drill: "Simulacro", here: "¿Qué puedo ver aquí?" },
  ask: "Qué puede preguntar cualquiera",
  commands: [
    "«/toque-de-queda»: ahora y esta noche. Con un lugar: «lugar: Guayaquil». Con una hora: «cuándo: esta noche»",
    "«/ataques»: ataques militares. «desde: marzo»",
    "«/organizaciones»: organizaciones en listas de gobiernos. «nombre: Los Lobos»",
  ],
  getting: "Qué recibe este servidor",
  none: "Ningún canal de este servidor recibe avisos todavía. El silencio aquí no dice nada sobre toques de queda.",
  channels: (list: string) => `Estos canales reciben avisos: ${list}. «/alertas lista» dice cuáles.`,
};
