import type { Matcher } from '../shared/feed.ts';
import { copy } from '../shared/values.ts';
import { entitiesInText } from './text.ts';
import type { CallbackAnswer, InlineButton, Message, SeenMessage } from './types.ts';
import { type Chat, newId, newMessage, seenMessage, storeFile, type World } from './world.ts';

/** A button described by its label, part of its label, its callback data, a pattern, or a predicate. */
export type ButtonMatcher = string | RegExp | ((button: InlineButton, message: Message) => boolean);

/** A button press: the data it sent, and the answer of the bot once it comes. */
export interface Press {
  data: string;
  answered: Promise<CallbackAnswer>;
}

/** Things a photo or document may have beside its bytes. */
export interface FileOptions {
  caption?: string;
  mediaGroupId?: string;
  /** A size to claim instead of the real one. */
  size?: number;
}

/** A person on Telegram whose hands are the test's. */
export interface TelegramPerson {
  id: number;
  say(text: string, options?: { replyTo?: number }): Message;
  /** Sends a command as a tap on it would: `/start abc` also stands for a deep link. */
  command(text: string): Message;
  /** Presses the newest button that fits, or the key of the reply keyboard. */
  press(button: ButtonMatcher): Press;
  photo(bytes: Uint8Array, options?: FileOptions): Message;
  document(bytes: Uint8Array, options: FileOptions & { name: string; mime: string }): Message;
  /** Speaks into the phone. */
  voice(bytes: Uint8Array, options?: FileOptions): Message;
  /** Passes on a text of somebody who hides their account. */
  forward(text: string, author?: string): Message;
  edit(messageId: number, text: string): void;
  block(): void;
  unblock(): void;
  /** The bot's messages as they are now, oldest first. */
  readonly messages: SeenMessage[];
  waitFor(matcher: Matcher<SeenMessage>, options?: { timeout?: number }): Promise<SeenMessage>;
  silence(ms: number): Promise<void>;
  /** Everything both sides said, a line each. */
  transcript(): string;
}

const ANSWER_WITHIN_MS = 10_000;

/** Gives a test the hands and eyes of the person in this chat. */
export function createPerson(world: World, chat: Chat): TelegramPerson {
  const { person, feed, lines } = chat;
  const key = String(person.id);

  const act = (line: string) => {
    feed.mark();
    chat.started = true;
    lines.push(`${person.first_name}: ${line}`);
  };
  const post = (content: Partial<Message>): Message => {
    const message = { ...newMessage(world, chat, person), ...content };
    chat.messages.push(message);
    world.queue.push('message', copy(message), key);
    return message;
  };
  const texts = (text: string, kind: 'entities' | 'caption_entities') => {
    const entities = entitiesInText(text);
    return entities.length > 0 ? { [kind]: entities } : {};
  };
  const say: TelegramPerson['say'] = (text, { replyTo } = {}) => {
    act(text);
    const target = chat.messages.find((message) => message.message_id === replyTo);
    if (replyTo !== undefined && !target) throw new Error(`no message ${replyTo} to reply to`);
    return post({
      text,
      ...texts(text, 'entities'),
      ...(target ? { reply_to_message: copy(target) } : {}),
    });
  };
  const extras = ({ caption, mediaGroupId }: FileOptions): Partial<Message> => ({
    ...(caption ? { caption, ...texts(caption, 'caption_entities') } : {}),
    ...(mediaGroupId ? { media_group_id: mediaGroupId } : {}),
  });
  const setMember = (status: 'kicked' | 'member') => {
    feed.mark();
    const before = chat.blocked ? 'kicked' : 'member';
    chat.blocked = status === 'kicked';
    lines.push(`${person.first_name} ${chat.blocked ? 'blocks' : 'unblocks'} the bot`);
    const member = (what: string) => ({
      user: world.bot,
      status: what,
      ...(what === 'kicked' ? { until_date: 0 } : {}),
    });
    world.queue.push(
      'my_chat_member',
      {
        chat: newMessage(world, chat, person).chat,
        from: person,
        date: Math.floor(Date.now() / 1000),
        old_chat_member: member(before),
        new_chat_member: member(status),
      },
      key,
    );
  };

  return {
    id: person.id,
    say,
    command(text) {
      if (!/^\/[a-z0-9_]{1,32}(@\w+)?(\s|$)/i.test(text)) throw new Error(`not a command: ${text}`);
      return say(text);
    },
    press(wanted) {
      const found = findButton(chat, wanted);
      if (found) return pressInline(world, chat, found, () => act(`presses [${found.button.text}]`));
      const label = chat.replyKeyboard.flat().find((text) => fitsLabel(wanted, text));
      if (label === undefined) throw new Error(`no button like ${String(wanted)}\n${lines.join('\n')}`);
      say(label);
      return { data: label, answered: Promise.resolve({}) };
    },
    photo(bytes, options = {}) {
      act(`sends a photo ${options.caption ?? ''}`);
      const file = { name: 'photo.jpg', mime: 'image/jpeg', bytes };
      const small = { ...storeFile(world, file, 'photos'), width: 90, height: 67 };
      const large = {
        ...storeFile(world, { ...file, size: options.size }, 'photos'),
        width: 1280,
        height: 960,
      };
      return post({ photo: [small, large], ...extras(options) });
    },
    document(bytes, options) {
      act(`sends ${options.name} ${options.caption ?? ''}`);
      const { name, mime, size } = options;
      const ref = storeFile(world, { name, mime, bytes, size }, 'documents');
      return post({ document: { ...ref, file_name: name, mime_type: mime }, ...extras(options) });
    },
    voice(bytes, options = {}) {
      act(`speaks ${options.caption ?? ''}`);
      const file = { name: 'voice.oga', mime: 'audio/ogg', bytes, size: options.size };
      const ref = storeFile(world, file, 'voice');
      return post({ voice: { ...ref, duration: 3, mime_type: 'audio/ogg' }, ...extras(options) });
    },
    forward(text, author = 'Camat') {
      act(`forwards ${text}`);
      const date = Math.floor(Date.now() / 1000) - 60;
      const forward_origin = { type: 'hidden_user' as const, date, sender_user_name: author };
      return post({ text, ...texts(text, 'entities'), forward_origin });
    },
    edit(messageId, text) {
      const message = chat.messages.find((one) => one.message_id === messageId);
      if (message?.from.id !== person.id) throw new Error(`no own message ${messageId} to edit`);
      act(`edits ${messageId}: ${text}`);
      const isText = message.text !== undefined;
      const kind = isText ? 'entities' : 'caption_entities';
      delete message[kind];
      Object.assign(message, { [isText ? 'text' : 'caption']: text, ...texts(text, kind) });
      message.edit_date = Math.floor(Date.now() / 1000);
      world.queue.push('edited_message', copy(message), key);
    },
    block: () => setMember('kicked'),
    unblock: () => setMember('member'),
    get messages() {
      return chat.messages
        .filter((message) => message.from.id === world.bot.id)
        .map((message) => seenMessage(world, message));
    },
    waitFor: feed.waitFor,
    silence: feed.silence,
    transcript: () => lines.join('\n'),
  };
}

function pressInline(
  world: World,
  chat: Chat,
  { button, message }: { button: InlineButton; message: Message },
  act: () => void,
): Press {
  const data = button.callback_data;
  if (data === undefined)
    throw new Error(`[${button.text}] is no callback button: ${JSON.stringify(button)}`);
  act();
  const id = newId();
  const answered = new Promise<CallbackAnswer>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`[${button.text}] was not answered\n${chat.lines.join('\n')}`)),
      ANSWER_WITHIN_MS,
    );
    timer.unref();
    const answer = (what: CallbackAnswer) => {
      clearTimeout(timer);
      resolve(what);
    };
    world.callbacks.set(id, { id, data, from: chat.person, at: Date.now(), answered: false, answer });
  });
  // Tests that do not look at the answer find it in unansweredCallbacks().
  answered.catch(() => undefined);
  world.queue.push(
    'callback_query',
    { id, from: chat.person, message: copy(message), chat_instance: String(chat.person.id * 7), data },
    String(chat.person.id),
  );
  return { data, answered };
}

/** Looks through the newest messages first, and for an exact label before a part of one. */
function findButton(
  chat: Chat,
  wanted: ButtonMatcher,
): { button: InlineButton; message: Message } | undefined {
  for (const message of chat.messages.toReversed()) {
    const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
    const button =
      typeof wanted === 'function'
        ? buttons.find((one) => wanted(one, message))
        : (buttons.find((one) => one.text === wanted || one.callback_data === wanted) ??
          buttons.find((one) => fitsLabel(wanted, one.text)));
    if (button) return { button, message };
  }
  return undefined;
}

function fitsLabel(wanted: ButtonMatcher, label: string): boolean {
  if (typeof wanted === 'function') return wanted({ text: label }, {} as Message);
  return typeof wanted === 'string' ? label.includes(wanted) : wanted.test(label);
}
