// The bot's permissions that can be taken away in a channel and given back, by Discord's names; server, page and contract read this one list.
// Must never import anything: the page is built from it too.
export const BOT_PERMISSIONS = [
  "ViewChannel",
  "SendMessages",
  "SendMessagesInThreads",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "MentionEveryone",
  "CreatePublicThreads",
  "ManageThreads",
  "PinMessages",
] as const;
export type BotPermission = (typeof BOT_PERMISSIONS)[number];
