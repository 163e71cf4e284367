// How /orgs is named and described, in Spanish.
export const orgs = {
  name: "organizaciones",
  description: "Organizaciones en listas de gobiernos: nombres, designaciones y fuentes",
  options: {
    name: { name: "nombre", description: "Nombre, sigla u otro nombre" },
    "designated-by": { name: "designada-por", description: "País o autoridad: eeuu, ofac, Ecuador, Canadá" },
  },
};
