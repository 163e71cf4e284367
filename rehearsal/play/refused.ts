// A "no" of the rehearsal itself to a reader: what Discord's own client would not have let them do. Must never carry anything but a sentence.
export class Refused extends Error {}
