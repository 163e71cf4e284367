// How /curfew is named and described, in English.
export const curfew = {
  name: "curfew",
  description: "Curfew now, tonight or at a time you name, with hours, exemptions and sources",
  options: {
    place: { name: "place", description: "Country, province, canton or parish; up to five, with commas" },
    at: { name: "at", description: "Time there: 23:30, 11pm, tonight, Fri 20 Mar 23:30, 22:30-01:15" },
  },
};
