// Words of /record export, in Spanish.
export const proof = {
  what: { messages: "lo que se mostró en un canal", facts: "todo lo registrado" },
  badWhat: "Elige qué exportar: mensajes o registros.",
  tooMuch:
    "Eso es más de lo que Discord acepta en archivos por respuesta. Pide un período más corto con desde y hasta.",
  messages: (count: number, channel: string, since: string, until: string) =>
    count === 0
      ? `Nada se mostró ni estaba previsto en ${channel} del ${since} al ${until}.`
      : `Lo que se mostró en ${channel} del ${since} al ${until}: ${count} ${count === 1 ? "fila" : "filas"}, en CSV y JSON.`,
  aboutMessages:
    "Cada mensaje y cada edición palabra por palabra, cuándo correspondía y cuándo apareció, con qué fuentes, quién lo registró y quién lo confirmó; también lo que no se publicó y por qué. Horas en UTC.",
  facts: (count: number, since: string, until: string) =>
    count === 0
      ? `Nada se registró del ${since} al ${until}.`
      : `Todo lo registrado del ${since} al ${until}: ${count} ${count === 1 ? "versión" : "versiones"}, en CSV y JSON.`,
  aboutFacts:
    "Cada versión con quién la registró, cuándo, por qué y con qué fuentes. Cada id se puede volver a calcular: SHA-256 del JSON canónico (RFC 8785) de kind, subject, prev y content. Horas en UTC.",
};
