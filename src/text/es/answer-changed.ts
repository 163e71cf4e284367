// Words of notices that an answer which somebody shared reads otherwise by now, in Spanish. What is quoted was said of another time: it stands in quotes.
export const answerChanged = {
  now: (moment: string, line: string) => `una respuesta compartida ahora dice: «${line}». Se compartió el ${moment}`,
  gone: (moment: string) => `lo que se compartió el ${moment} ya no consta en el registro de Vigía`,
  was: "Decía:",
  by: (name: string | undefined) => `Compartido por ${name ?? "alguien de este servidor"}`,
  putRight: (moment: string, word: string) => `Rectificado el ${moment}: ${word}. Decía:`,
};
