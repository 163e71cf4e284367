// Words for whoever asks while Vigía's own clock cannot be believed, in Spanish.
export const clock = {
  wrong: (span: string, ahead: boolean) =>
    `El reloj de Vigía está ${span} ${ahead ? "adelantado" : "atrasado"} respecto al de Discord y no puede decir qué rige ahora: volverá a responder y a registrar cuando su reloj esté en hora. Esto no significa que no haya toque de queda.`,
  unsure:
    "Vigía no sabe si su reloj está en hora porque Discord no lo confirma: volverá a responder y a registrar en cuanto Discord lo haga. Esto no significa que no haya toque de queda.",
};
