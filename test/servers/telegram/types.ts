import type { Json } from '../shared/values.ts';

/** A person or bot as Telegram describes it in messages. */
export interface TelegramUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

/** A formatted part of a text; offset and length count UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: TelegramUser;
}

/** A button of an inline keyboard. */
export interface InlineButton extends Json {
  text: string;
  callback_data?: string;
  url?: string;
}

/** The keyboard under a message, or the one that replaces the phone's. */
export interface ReplyMarkup extends Json {
  inline_keyboard?: InlineButton[][];
  keyboard?: ({ text: string } | string)[][];
}

/** A stored file as messages refer to it. */
export interface FileRef {
  file_id: string;
  file_unique_id: string;
  file_size: number;
}

/** A message in a private chat, in either direction. */
export interface Message {
  message_id: number;
  date: number;
  edit_date?: number;
  from: TelegramUser;
  chat: { id: number; type: 'private'; first_name: string; username?: string };
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: (FileRef & { width: number; height: number })[];
  document?: FileRef & { file_name: string; mime_type: string };
  voice?: FileRef & { duration: number; mime_type: string };
  forward_origin?: { type: 'hidden_user'; date: number; sender_user_name: string };
  media_group_id?: string;
  reply_to_message?: Message;
  reply_markup?: ReplyMarkup;
}

/** A message of the bot as the person sees it at one moment. */
export interface SeenMessage {
  message_id: number;
  /** The text, or the caption of a photo or document. */
  text: string;
  entities: Entity[];
  /** The labels of the keyboard, row by row. */
  buttons: string[][];
  /** True when this is a changed version of an earlier message. */
  edited: boolean;
  /** The photo or document that came with it. */
  file?: StoredFile;
  raw: Message;
}

/** A file that the server keeps. */
export interface StoredFile {
  name: string;
  mime: string;
  bytes: Buffer;
  /** The size the server claims, which tests may set without making such a file. */
  size: number;
  path: string;
}

/** What a person saw after pressing a button. */
export interface CallbackAnswer {
  text?: string;
  show_alert?: boolean;
}

/** A button press that waits for `answerCallbackQuery`. */
export interface Callback {
  id: string;
  data: string;
  from: TelegramUser;
  at: number;
  answered: boolean;
  answer(what: CallbackAnswer): void;
}
