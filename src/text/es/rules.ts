// Words of a decree's nights, hours and places as they stand in a form, in Spanish. What is printed with them is read again: src/text/rules/ must know each.
export const rules = {
  weekday: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
  days: (first: string, last: string) => `${first} a ${last}`,
  allDay: "todo el día",
  later: (days: number) => (days === 1 ? "1 día después" : `${days} días después`),
  except: "excepto",
  others: "y otros (no se conocen todos)",
  none: "sin toque",
  usual: "como siempre",
  from: (what: string) => `desde ${what}`,
  until: (what: string) => `hasta ${what}`,
  line: (numbers: readonly number[]) =>
    numbers.length === 1 ? `línea ${numbers.join()}` : `líneas ${numbers.join(", ")}`,
  further: (first: string) => `${first} hasta nuevo aviso`,
  confirmed: (day: string) => `confirmado hasta el ${day}`,
  endsBy: (day: string) => `fin a lo sumo el ${day}`,
  court: "corte",
};
