// How the entries under Apps on a message are named, in Spanish: at most 32 characters.
export const apps = {
  "record-strike": "Registrar ataque",
  "record-history": "Historial",
  "alerts-why": "¿Por qué?",
};
