// Discord's numbers for components, options and flags, by name. It takes only types from discord-api-types: its values would be bundled whole.
import type {
  ButtonStyle,
  ComponentType,
  MessageType,
  SeparatorSpacingSize,
  TextInputStyle,
} from "discord-api-types/v10";

// Each is written as the enum's own member type, so that a wrong number does not compile.
interface Kinds {
  row: ComponentType.ActionRow;
  button: ComponentType.Button;
  stringSelect: ComponentType.StringSelect;
  textInput: ComponentType.TextInput;
  userSelect: ComponentType.UserSelect;
  roleSelect: ComponentType.RoleSelect;
  mentionableSelect: ComponentType.MentionableSelect;
  channelSelect: ComponentType.ChannelSelect;
  section: ComponentType.Section;
  text: ComponentType.TextDisplay;
  thumbnail: ComponentType.Thumbnail;
  gallery: ComponentType.MediaGallery;
  file: ComponentType.File;
  separator: ComponentType.Separator;
  container: ComponentType.Container;
  label: ComponentType.Label;
  fileUpload: ComponentType.FileUpload;
  radioGroup: ComponentType.RadioGroup;
  checkboxGroup: ComponentType.CheckboxGroup;
  checkbox: ComponentType.Checkbox;
}

export const Kind: Readonly<Kinds> = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
};

interface Looks {
  primary: ButtonStyle.Primary;
  secondary: ButtonStyle.Secondary;
  success: ButtonStyle.Success;
  danger: ButtonStyle.Danger;
  link: ButtonStyle.Link;
  premium: ButtonStyle.Premium;
}

export const ButtonLook: Readonly<Looks> = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 };

/** A text input of several lines. */
export const paragraph: TextInputStyle.Paragraph = 2;

/** A separator with much room. */
export const wideSeparator: SeparatorSpacingSize.Large = 2;

/** Bits of `message.flags`. */
export const Flag = {
  crossposted: 1 << 0,
  isCrosspost: 1 << 1,
  suppressEmbeds: 1 << 2,
  sourceDeleted: 1 << 3,
  loading: 1 << 7,
  layout: 1 << 15,
} as const;

/** Bit of `attachment.flags`: hidden until it is pressed. */
export const spoilerFile = 1 << 3;

interface MessageKinds {
  plain: MessageType.Default;
  pinned: MessageType.ChannelPinnedMessage;
  followed: MessageType.ChannelFollowAdd;
  threadCreated: MessageType.ThreadCreated;
  reply: MessageType.Reply;
  slash: MessageType.ChatInputCommand;
  threadStarter: MessageType.ThreadStarterMessage;
  contextMenu: MessageType.ContextMenuCommand;
}

/** Types of messages that are more, or less, than words of their author. */
export const MessageKind: Readonly<MessageKinds> = {
  plain: 0,
  pinned: 6,
  followed: 12,
  threadCreated: 18,
  reply: 19,
  slash: 20,
  threadStarter: 21,
  contextMenu: 23,
};

/** Discord's numbers for the kinds of channels, as a channel select may name them. */
export const channelTypes = { text: [0], dm: [1], announcement: [5], thread: [10, 11, 12], forum: [15] } as const;

/** Types of a command's option; the contract has them as plain numbers. */
export const OptionKind = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;
