// How /orgs is named and described, in English.
export const orgs = {
  name: "orgs",
  description: "Organisations on government lists: names, listings, sources",
  options: {
    name: { name: "name", description: "Name, acronym or other name" },
    "designated-by": { name: "designated-by", description: "Country or authority: us, ofac, Ecuador, Canada" },
  },
};
