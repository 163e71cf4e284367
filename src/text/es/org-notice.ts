// Words of notices about organisations, in Spanish. A listing is told as a government's act; nothing here says what an organisation is.
const isMale = (who: string) => /^(Departamento|Gobierno|Ministerio|Presidente)\b/.test(who);
const de = (who: string) => (isMale(who) ? `del ${who}` : `de ${who}`);
const por = (who: string) => (isMale(who) ? `por el ${who}` : `por ${who}`);

export const orgNotice = {
  word: {
    new: "NUEVA en el registro de Vigía",
    listed: "NUEVA designación",
    delisted: "SALIÓ de una lista",
    willLeave: "SALDRÁ de una lista",
    corrected: "CORREGIDO",
    changed: "CAMBIO EN EL REGISTRO",
    withdrawn: "RETIRADO, no usar",
  },
  put: (who: string, day: string) => `incluida en la lista ${de(who)}, ${day}`,
  willPut: (who: string, fromDay: string) => `estará en la lista ${de(who)} ${fromDay}`,
  off: (who: string, day: string) => `fuera de la lista ${de(who)}, ${day}`,
  willOff: (who: string, day: string) => `saldrá de la lista ${de(who)} el ${day}`,
  corrected: (who: string, now: string, was: string) => `designación ${por(who)}: ${now} (antes: ${was})`,
  onSince: (day: string) => `en la lista desde: ${day}`,
  notOff: (since: string) => `no salió de la lista, está en ella desde: ${since}`,
  offAt: (day: string) => `fuera de la lista: ${day}`,
  gone: (who: string, day: string) => `Vigía ya no dice que esté en la lista ${de(who)} (antes: ${day})`,
  and: (parts: readonly string[]) => parts.join("; "),
  withdrawn: (who: string) => `${who}: todo lo que Vigía dijo de sus designaciones`,
  again: (lists: string) => `ya no está retirado: ${lists}`,
  reason: (reason: string) => `Motivo: ${reason}`,
  stateField: "Todas las listas que conocemos",
};
