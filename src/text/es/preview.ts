// Words of what a channel's settings would have brought, and bring next, in Spanish.
import type { FineTopic } from "../../domain/topic.ts";

const NOTICES: Record<FineTopic, (count: number) => string> = {
  soon: (count) => `${count} antes de un toque`,
  begins: (count) => `${count} ${count === 1 ? "inicio" : "inicios"}`,
  ends: (count) => `${count} ${count === 1 ? "final" : "finales"}`,
  changes: (count) => `${count} ${count === 1 ? "cambio" : "cambios"} de toques de queda`,
  strikes: (count) => `${count} de ataques`,
  orgs: (count) => `${count} de organizaciones`,
  trouble: (count) => `${count} de problemas con estos avisos`,
};

export const preview = {
  would: (days: number, notices: number, loud: number) =>
    `En los últimos ${days} días: ${notices} ${notices === 1 ? "aviso" : "avisos"}, ${loud === 0 ? "ninguno con sonido" : loud === notices ? (notices === 1 ? "con sonido" : "todos con sonido") : `${loud} con sonido`}`,
  wouldNone: (days: number) => `En los últimos ${days} días: no habría llegado ningún aviso.`,
  of: (topic: FineTopic, count: number, loud: number) =>
    `${NOTICES[topic](count)}${loud === count ? "" : loud === 0 ? " (sin sonido)" : ` (${loud} con sonido)`}`,
  digests: (days: number, count: number) => `${count === 1 ? "1 resumen" : `${count} resúmenes`} en esos ${days} días.`,
  held: (count: number) =>
    `${count} de esos avisos ${count === 1 ? "cae" : "caen"} en las horas de silencio: una nota al final habría dicho qué sigue vigente.`,
  loudest: (count: number, day: string) => `La noche con más sonido: ${day}, ${count} con sonido.`,
  mentions: (list: readonly string[]) => `Menciones: ${list.join(", ")}.`,
  mention: (role: string, count: number) => `${role} ${count}×`,
  knownOnly: (from: string, to: string) =>
    `Vigía conoce todos los toques de estos lugares solo desde el ${from} hasta el ${to}: fuera de ese tiempo pudo haber más.`,
  knownNothing:
    "De esos días Vigía no conoce todos los toques de estos lugares: pudo haber más, y el silencio no dice nada sobre toques de queda.",
  asKnown: "Es lo que quedó registrado, no un pronóstico.",
  next: (moment: string, what: string) => `Próximo: ${moment}, ${what}.`,
  nextBefore: (kind: "began" | "ended", edge: string, places: string) =>
    `antes ${kind === "began" ? "del toque" : "del final"} de las ${edge} en ${places}`,
  nextAt: (kind: "began" | "ended", places: string) =>
    `${kind === "began" ? "cuando empieza el toque" : "cuando termina el toque"} en ${places}`,
  nextDigest: "el resumen",
  nothingPlanned:
    "No hay nada previsto: no se ha anunciado otro toque para estos lugares. Un cambio llega cuando se registra.",
  nothingKnown:
    "No hay nada previsto, y NO SE SABE qué rige ahora en estos lugares: el silencio no significa que no haya toque de queda.",
  notKnown: (places: string) =>
    `NO SE SABE qué toques de queda rigen ahora en ${places}: el silencio ahí no significa que no haya ninguno.`,
  comesWhenKnown: "Nada tiene hora fija: los avisos llegan cuando se registra algo.",
};
