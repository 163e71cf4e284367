// Words for what somebody typed or pasted and cannot be taken, in English. Each says what to do instead.
export const typed = {
  tooLong: (length: number, max: number) =>
    `That text has ${length} characters and ${max} fit. Nothing was cut; please shorten it.`,
  link: {
    empty: "A link is missing. Paste one that starts with https://, for example https://apnews.com/article/123.",
    "no-address":
      "That is no link that I can read. It must start with https://, for example https://apnews.com/article/123.",
    "not-https": "That link starts with http://. Please give the one that starts with https://.",
    user: "That link holds a user name or password before the site. Please give it without, for example https://apnews.com/article/123.",
    "not-public": "That link names no public site. Please give one like https://apnews.com/article/123.",
    signs:
      "That link holds blanks or signs that belong into no address. Please copy it once more, starting with https://.",
    "too-long":
      "That link is longer than 1,000 characters. Please give a shorter one to the same page, starting with https://.",
    expires:
      "Links to files on Discord stop working within a day. Please give the page where it was published, starting with https://.",
  },
};
