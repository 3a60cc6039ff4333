import type { Matcher } from '../shared/feed.ts';
import { asJson, type Json } from '../shared/values.ts';
import { typedText } from './block-kit/mrkdwn.ts';
import { addFile } from './files.ts';
import type { ElementMatcher } from './find-element.ts';
import type { FormValue } from './form.ts';
import { click, closeModal, type FormValues, fill, submit } from './interactions.ts';
import { addMessage, changedEvent, messageEvent, messageJson, seenMessage } from './messages.ts';
import { answerAction } from './response-urls.ts';
import type { Member, SeenMessage, SeenView, StoredMessage } from './types.ts';
import { type SubmitResult, seenView, viewJson } from './views.ts';
import { APP, newResponseUrl, newTrigger, newTs, TEAM, type World } from './world.ts';

/** A person on Slack whose hands are the test's. */
export interface SlackPerson {
  id: string;
  /** The id of the direct conversation with the app. */
  channel: string;
  /** Writes to the app and gives the message's ts. */
  dm(text: string, options?: { threadTs?: string }): string;
  /** Runs a slash command; resolves once it is acknowledged. */
  slash(command: string, text?: string): Promise<void>;
  /** Uses a button, select or picker; resolves once it is acknowledged. */
  click(
    element: ElementMatcher,
    options?: { value?: FormValue; on?: 'modal' | 'message' | 'home' },
  ): Promise<void>;
  /** The visible modal. */
  readonly modal: SeenView | undefined;
  fill(values: FormValues): Promise<void>;
  /** Fills what is given and submits the modal. */
  submit(values?: FormValues): Promise<SubmitResult>;
  closeModal(): Promise<void>;
  react(messageTs: string, emoji: string): void;
  openHome(): void;
  /** What the app last published on Home. */
  readonly home: SeenView | undefined;
  /** Sends files with a comment and gives the message's ts. */
  upload(files: UploadInput | UploadInput[], options?: { comment?: string; threadTs?: string }): string;
  edit(ts: string, text: string): void;
  /** Slack adds the preview of a link to a message: a change that nobody made. */
  unfurl(ts: string): void;
  /** The app's messages as they are now, oldest first. */
  readonly messages: SeenMessage[];
  waitFor(matcher: Matcher<SeenMessage>, options?: { timeout?: number }): Promise<SeenMessage>;
  waitForModal(matcher: Matcher<SeenView>, options?: { timeout?: number }): Promise<SeenView>;
  waitForHome(matcher: Matcher<SeenView>, options?: { timeout?: number }): Promise<SeenView>;
  silence(ms: number): Promise<void>;
  /** Everything both sides said and did, a line each. */
  transcript(): string;
}

/** A file that a person sends. */
export interface UploadInput {
  name: string;
  bytes: Uint8Array;
  mime?: string;
}

/** Gives a test the hands and eyes of this person. */
export function createPerson(world: World, member: Member): SlackPerson {
  const { dm } = member;
  const mark = () => {
    for (const feed of [dm.feed, member.modalFeed, member.homeFeed]) feed.mark();
  };
  const note = (line: string) => {
    mark();
    dm.lines.push(`${member.name}: ${line}`);
  };
  const announce = (message: StoredMessage, more: Json = {}) => {
    world.transport.emit({ ...messageEvent(world, dm, message), ...more });
    return message.ts;
  };
  const find = (ts: string): StoredMessage => {
    const message = dm.messages.find((one) => one.ts === ts);
    if (!message) throw new Error(`no message ${ts}`);
    return message;
  };
  const runCommand = async (command: string, text: string) => {
    const ack = await world.transport.interact('slash_commands', {
      token: 'verification-token',
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: dm.id,
      channel_name: 'directmessage',
      user_id: member.id,
      user_name: member.name,
      command,
      text,
      api_app_id: APP.id,
      is_enterprise_install: 'false',
      response_url: newResponseUrl(world, { conversation: dm, userId: member.id }),
      trigger_id: newTrigger(world, member.id),
    });
    if (!ack.ok) {
      world.recorder.violate('ack_error', `${command}: ${ack.reason} ${ack.status ?? ''}`.trim());
      throw new Error(`Slack shows an error: ${command} was not acknowledged (${ack.reason})`);
    }
    const answer = typeof ack.body === 'string' && ack.body !== '' ? { text: ack.body } : asJson(ack.body);
    if (Object.keys(answer).length > 0) answerAction(world, dm, member.id, answer, `answer to ${command}`);
  };

  return {
    id: member.id,
    channel: dm.id,
    dm(text, { threadTs } = {}) {
      note(`${text}${threadTs ? ` (in thread ${threadTs})` : ''}`);
      const blocks = [
        {
          type: 'rich_text',
          block_id: newTs(),
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
        },
      ];
      const message = addMessage(dm, member.id, false, {
        text: typedText(text),
        blocks,
        thread_ts: threadTs,
      });
      return announce(message, { client_msg_id: `client-${message.ts}` });
    },
    async slash(command, text = '') {
      if (!/^\/[a-z0-9_-]{1,31}$/.test(command)) throw new Error(`not a command: ${command}`);
      note(`${command} ${text}`);
      await runCommand(command, text);
    },
    async click(element, options) {
      mark();
      await click(world, member, element, options);
    },
    get modal() {
      const view = member.modals.at(-1);
      return view && seenView(view);
    },
    async fill(values) {
      note(`fills ${Object.keys(values).join(', ')}`);
      await fill(world, member, values);
    },
    async submit(values = {}) {
      note(`fills ${Object.keys(values).join(', ')}`);
      await fill(world, member, values);
      return submit(world, member);
    },
    async closeModal() {
      mark();
      await closeModal(world, member);
    },
    react(messageTs, emoji) {
      note(`reacts to ${messageTs}: :${emoji}:`);
      const message = find(messageTs);
      message.reactions.push({ name: emoji, user: member.id });
      world.transport.emit({
        type: 'reaction_added',
        user: member.id,
        reaction: emoji,
        item: { type: 'message', channel: dm.id, ts: messageTs },
        item_user: message.user,
        event_ts: newTs(),
      });
    },
    openHome() {
      note('opens Home');
      world.transport.emit({
        type: 'app_home_opened',
        user: member.id,
        channel: dm.id,
        tab: 'home',
        ...(member.home ? { view: viewJson(member.home) } : {}),
        event_ts: newTs(),
      });
    },
    get home() {
      return member.home && seenView(member.home);
    },
    upload(given, { comment = '', threadTs } = {}) {
      const files = [given].flat().map((file) => addFile(world, { ...file, user: member.id }));
      note(`sends ${files.map((file) => file.name).join(', ')} ${comment}`);
      const content = { text: typedText(comment), files, thread_ts: threadTs };
      return announce(addMessage(dm, member.id, false, content), {
        subtype: 'file_share',
        upload: false,
        display_as_bot: false,
      });
    },
    edit(ts, text) {
      const message = find(ts);
      if (message.bot) throw new Error(`message ${ts} is the app's`);
      note(`edits ${ts}: ${text}`);
      const before = messageJson(world, message);
      message.text = typedText(text);
      delete message.blocks;
      message.edited = true;
      world.transport.emit(changedEvent(world, dm, message, before));
    },
    unfurl(ts) {
      const message = find(ts);
      const before = messageJson(world, message);
      world.transport.emit(changedEvent(world, dm, message, before));
    },
    get messages() {
      return dm.messages.filter((message) => message.bot).map((message) => seenMessage(world, message));
    },
    waitFor: dm.feed.waitFor,
    waitForModal: member.modalFeed.waitFor,
    waitForHome: member.homeFeed.waitFor,
    silence: dm.feed.silence,
    transcript: () => dm.lines.join('\n'),
  };
}
