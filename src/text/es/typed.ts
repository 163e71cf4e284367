// Words for what somebody typed or pasted and cannot be taken, in Spanish. Each says what to do instead.
export const typed = {
  tooLong: (length: number, max: number) =>
    `Ese texto tiene ${length} caracteres y caben ${max}. No se cortó nada; acórtalo, por favor.`,
  link: {
    empty: "Falta un enlace. Pega uno que empiece con https://, por ejemplo https://apnews.com/article/123.",
    "no-address":
      "Ese no es un enlace que pueda leer. Debe empezar con https://, por ejemplo https://apnews.com/article/123.",
    "not-https": "Ese enlace empieza con http://. Da el que empieza con https://.",
    user: "Ese enlace lleva un usuario o una contraseña antes del sitio. Dalo sin ellos, por ejemplo https://apnews.com/article/123.",
    "not-public": "Ese enlace no nombra un sitio público. Da uno como https://apnews.com/article/123.",
    signs: "Ese enlace tiene espacios o signos que no van en una dirección. Cópialo otra vez, desde https://.",
    "too-long":
      "Ese enlace tiene más de 1.000 caracteres. Da uno más corto a la misma página, que empiece con https://.",
    expires:
      "Los enlaces a archivos de Discord dejan de funcionar en un día. Da la página donde se publicó, que empiece con https://.",
  },
};
