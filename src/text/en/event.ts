// Words of a curfew in a server's list of events, and of the thread below a notice, in English. Plain text: Discord shows no markdown in a title or a place.
export const event = {
  /** `clock`: whoever reads the list elsewhere sees its own times beside these. */
  name: (hours: string, places: string, clock: string) =>
    hours === "" ? `Curfew: ${places}` : `Curfew ${hours} ${clock}: ${places}`,
  differ: (places: string) => `Curfew, hours differ: ${places}`,
  /** `hours`: `daily 23:00-05:00 until Tue 31 Mar 05:00`. The list shows one span from the first night to the last. */
  notAllDay: (hours: string, clock: string) => `NOT all day: ${hours} ${clock}.`,
  once: (window: string, clock: string) => `${window} ${clock}.`,
  first: (window: string) => `First night: ${window}.`,
  groups: (clock: string) => `NOT all day, and not the same everywhere ${clock}:`,
  moreHours: "Other places, other hours: “/curfew” has them all.",
  late: "It had begun before it came into this list: Discord takes no begin in the past.",
  places: (list: string) => `Places: ${list}.`,
  partial: "The list of places is not complete: others may be under it too.",
  exempt: "Who may be out and who may not: “/curfew”.",
  newest: (source: string) => `Newest source: ${source}.`,
  footer: (mark: string) => `Information, not permission to travel. Vigía keeps this entry up to date. #${mark}`,
};
