// How /curfew is named and described, in English.
export const curfew = {
  name: "curfew",
  description: "Curfew now, tonight or at a time you name, with hours, exemptions and sources",
  options: {
    place: { name: "place", description: "Country, province, canton or parish" },
    at: { name: "at", description: "Date and time there: 2026-03-20 23:30" },
  },
};
