// Words of a curfew in a server's list of events, and of the thread below a notice, in Spanish.
import type { event as english } from "../en/event.ts";

export const event: typeof english = {
  name: (hours, places, clock) =>
    hours === "" ? `Toque de queda: ${places}` : `Toque de queda ${hours} ${clock}: ${places}`,
  differ: (places) => `Toque de queda, horas distintas: ${places}`,
  notAllDay: (hours, clock) => `Solo por horas: ${hours} ${clock}.`,
  once: (window, clock) => `${window} ${clock}.`,
  first: (window) => `Primera noche: ${window}.`,
  groups: (clock) => `Solo por horas, y no las mismas en todas partes ${clock}:`,
  moreHours: "Otros lugares tienen otras horas: «/toque-de-queda» las tiene todas.",
  late: "Había empezado antes de entrar en esta lista: Discord no acepta un comienzo pasado.",
  places: (list) => `Lugares: ${list}.`,
  partial: "La lista de lugares no está completa: puede haber otros.",
  exempt: "Quién puede circular y quién no: «/toque-de-queda».",
  newest: (source) => `Fuente más reciente: ${source}.`,
  footer: (mark) => `Es información, no un permiso para circular. Vigía mantiene al día esta entrada. #${mark}`,
};
