// Words of Share and Copy, in Spanish.
export const share = {
  share: "Compartir",
  copy: "Copiar",
  back: "Volver a la lista",
  otherLanguage: "In English",
  remembered: "Desde ahora Vigía te responde en español, en todas partes. «In English» lo cambia de nuevo.",
  by: (name: string | undefined, moment: string) =>
    `Compartido por ${name ?? "alguien de este servidor"}, según lo que se sabía el ${moment}`,
  asKnown: (moment: string) => `Según lo que se sabía el ${moment}, en el registro de Vigía.`,
  moreSources: (count: number) =>
    `${count === 1 ? "Hay 1 fuente" : `Hay ${count} fuentes`} más en el registro de Vigía.`,

  posted: (channel: string) => `Compartido en ${channel}.`,
  already: (channel: string) => `Esto ya se compartió en ${channel}; no se publicó dos veces.`,
  waiting: (channel: string) =>
    `Discord todavía no lo acepta. Aparecerá en ${channel} en los próximos 15 minutos o no aparecerá; si no aparece, pregunta y comparte otra vez.`,
  onlyServer: "Se comparte en los canales de un servidor; en un mensaje directo no hay con quién compartir.",
  mayNot: (channel: string, permission: string) =>
    `No puedes escribir en ${channel}, así que no lo hago por ti: allí te falta el permiso «${permission}». No se publicó nada.`,
  missing: (channel: string, list: string) =>
    `No puedo publicar en ${channel}. Pide que me permitan allí: ${list}. (Ajustes del canal, Permisos, añadir Vigía.) Luego pulsa Compartir otra vez.`,
  cannotSee: (channel: string) => `No puedo ver ${channel}: allí me falta el permiso «Ver canal». No se publicó nada.`,
  changed:
    "No se compartió: esto cambió desde que preguntaste. Abajo está lo que vale ahora; léelo y pulsa allí Compartir.",
  notPosted: (channel: string, why: string) => `No se compartió en ${channel}: ${why}`,
  why: {
    forbidden: "Discord no me deja publicar allí. Revisa mis permisos: Ver canal, Enviar mensajes, Insertar enlaces.",
    "no-such-channel": "ese canal ya no existe o no puedo verlo.",
    "channel-closed": "el canal no recibe mensajes; puede ser un hilo cerrado o bloqueado.",
    "refused-form": "Discord rechazó el mensaje. Es una falla mía y quedó anotada.",
    "blocked-by-moderation": "la moderación automática del servidor lo quitó.",
    "no-history": "quizás ya está allí, y sin «Leer el historial de mensajes» no puedo mirar.",
    "answer-changed": "cambió justo en ese momento. Pregunta otra vez y comparte lo que leas.",
    expired: "Discord no lo aceptó en 15 minutos. Pregunta otra vez, para no compartir nada viejo.",
    other: "algo falló aquí y quedó anotado. Inténtalo otra vez.",
  },
};
