// How the entries under Apps on a message are named, in English: at most 32 characters.
export const apps = {
  "record-strike": "Record strike",
  "record-history": "History",
  "alerts-why": "Why?",
};
