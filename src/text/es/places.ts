// Words of places themselves, in Spanish: what a typed name was taken for, and what became of a place that a channel follows.
import type { places as english } from "../en/places.ts";

export const places: typeof english = {
  readAs: (typed, place, others) =>
    `«${typed}» se leyó como ${place}.${others.length === 0 ? "" : ` También se llaman así: ${others.join("; ")}; para preguntar por otro, elígelo de la lista de sugerencias.`}`,
  more: (count) => `${count} más`,

  split: (place, day, parts) => `Desde el ${day}, ${place} está dividido: ${parts.join(", ")}`,
  renamed: (place, day, to) => `Desde el ${day}, ${place} se llama ${to}`,
  merged: (place, day, into) => `Desde el ${day}, ${place} es parte de ${into}`,
  ended: (place, day) =>
    `Aquí ya no llegan avisos de ${place}: ya no existe desde el ${day}, y no consta que otro lugar lo reemplace`,
  gone: (place) => `Aquí ya no llegan avisos de ${place}: ya no está en nuestro registro`,
  hearsAll: "Este canal sigue recibiendo los avisos de todo ello",
  hearsNew: "Este canal sigue recibiendo sus avisos",
  hearsMore: (into) => `Este canal recibe ahora los avisos de todo ${into}`,
  hearsNothing: "Ese silencio no significa que no haya toque de queda",

  follows: "Lo que sigue este canal desde ahora",
  about: "Sobre el cambio",
  toChange: "Para cambiarlo",
  how: "«/alertas quitar» termina los avisos de este canal y «/alertas suscribir» los empieza de nuevo. Si está bien así, no hay que hacer nada.",
  howGone: "Con «/alertas quitar» y «/alertas suscribir» se elige aquí lo que sigue este canal.",
  subscribedAs: (names) => `(suscrito como ${names})`,
};
