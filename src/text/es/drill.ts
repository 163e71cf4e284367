// Words of a drill, in Spanish. Its first words must never read as a curfew on a lock screen.
export const drill = {
  first: "SIMULACRO. Es solo una prueba para ver si los avisos llegan aquí. SIMULACRO",
  askedBy: (name: string | undefined, moment: string) =>
    `Lo pidió ${name ?? "alguien de este servidor"}, ${moment}. Fue un simulacro. SIMULACRO`,
  field: { comes: "Qué llega aquí", mention: "Mención", sound: "Sonido" },
  nothing: "Todavía nada: este canal no tiene avisos. Con «/alertas suscribir» empiezan.",
  works: (role: string) => `Se mencionaría a ${role}. Un simulacro no menciona a nadie.`,
  fails: (role: string) =>
    `NO se llamaría a ${role}: Discord no deja que Vigía mencione este rol. Permite que cualquiera lo mencione (Ajustes del servidor, Roles) o dale a Vigía aquí «Mencionar todos los roles».`,
  noRole: "No hay ningún rol: los avisos no mencionan a nadie.",
  silent:
    "Llegó sin sonido: ahora las horas de silencio o una pausa retienen los avisos aquí. Los cambios de toques de queda llegan igual.",
  closed: (channel: string) => `${channel} está cerrado para Vigía: sus avisos esperan.`,

  posted: (channel: string, seconds: string) =>
    `El simulacro está en ${channel}, ${seconds} s después de que lo pediste.`,
  postedSilent: "Llegó sin sonido: ahora las horas de silencio o una pausa retienen los avisos allí.",
  look: (link: string) => `Míralo: ${link}`,
  waiting: (channel: string) =>
    `El simulacro para ${channel} todavía no está: Discord no lo aceptó en 5 segundos. Se intenta durante una hora; si no llega, los avisos tampoco llegarían. «/alertas estado» dice más.`,
  no: (channel: string, why: string) => `El simulacro NO llegó a ${channel}, y los avisos tampoco llegarían. ${why}`,
  lacks: (list: string) => `Allí falta: ${list}.`,
  tooSoon: (channel: string, seconds: number) =>
    `Hubo un simulacro en ${channel} hace menos de un minuto. Espera ${seconds} s y pídelo otra vez.`,
};
