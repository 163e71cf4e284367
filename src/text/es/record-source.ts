// Words of taking back one source of a record, in Spanish: seen by members of the team only.
export const recordSource = {
  title: "Retirar una fuente",
  field: {
    source: { label: "Qué fuente", description: "Queda en el registro, tachada, y ya no cuenta" },
    reason: { label: "Por qué", description: "AP retiró su nota" },
    who: { label: "Quién lo dice, si alguien lo dice", description: "AP. Vacío: lo decimos nosotros" },
    link: { label: "Dónde lo dice (https)", description: "https://apnews.com/article/123" },
  },
  last: "Es la única fuente que le queda a este registro. Retira el registro mismo: /registrar retirar.",
  gone: "Ese registro se retiró entretanto.",
  noSource: "Elige la fuente que se retira: ya no está en el registro, o ya se retiró.",
  turns: (what: string, before: string, after: string) => `${what}: ${before} -> ${after}`,
  label: "Hasta dónde está verificado",
  noFigure: "Ninguna cifra depende solo de ella: las cifras quedan como están.",
  sameCount: (count: string) => `El conteo de Vigía no cambia: ${count}`,
  recorded: (what: string) => `Registrado, la fuente queda tachada: ${what}`,
  recordedBare: "Registrado, la fuente queda tachada.",
};
