// Words for whoever asks while Vigía's own clock cannot be believed, in English.
export const clock = {
  wrong: (span: string, ahead: boolean) =>
    `Vigía's clock is ${span} ${ahead ? "ahead of" : "behind"} Discord's, so it cannot say what holds now: it answers and records again when its clock is put right. This does not mean that there is no curfew.`,
  unsure:
    "Vigía cannot tell whether its clock is right, because Discord does not confirm it: it answers and records again as soon as Discord does. This does not mean that there is no curfew.",
};
