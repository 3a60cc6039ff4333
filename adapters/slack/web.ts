import { webApi } from '@slack/bolt';
import type { Fetched, Sent } from '../../src/core/adapter.ts';
import type { FormView, Message } from '../../src/core/message.ts';
import { download } from '../download.ts';
import type { Channel, Page as SendPage } from '../outgoing.ts';
import { bytesOf } from '../picture.ts';
import { renderModal } from './modal.ts';
import { type Page, renderPages } from './render.ts';
import { sentFrom } from './sent.ts';

/** Milliseconds after which a file is given up. */
const SLOW_MS = 60_000;

/** Why Slack refused a call, in its own word. */
const reasonOf = (error: unknown) => (error as { data?: { error?: string } }).data?.error ?? 'unknown';

/** What we ask of Slack's Web API. */
export interface SlackWeb extends Channel {
  client: webApi.WebClient;
  /** Opens a form while its trigger is valid; says whether it did. */
  openForm(form: FormView, triggerId: string): Promise<{ ok: true } | { ok: false; reason: string }>;
  /** Shows a message as a person's Home; says whether it did. */
  publish(user: string, message: Message): Promise<{ ok: true } | { ok: false; reason: string }>;
  /** Remembers the direct conversation with a person. */
  knows(user: string, channel: string): void;
  emailOf(user: string): Promise<string | null>;
  download(ref: string): Promise<Fetched>;
}

/** Makes the calls to the Web API of one workspace. */
export function createSlackWeb(
  token: string,
  clientOptions: webApi.WebClientOptions,
  evidenceDir: string,
): SlackWeb {
  const client = new webApi.WebClient(token, clientOptions);
  const slow = new webApi.WebClient(token, { ...clientOptions, timeout: SLOW_MS });
  const conversations = new Map<string, string>();

  async function pages(address: string, thread: string | null, message: Message): Promise<SendPage[]> {
    const channel = await conversationWith(address);
    const sends = renderPages(message).map(
      (page): SendPage =>
        async () => {
          const { ts } = await client.chat.postMessage({
            channel,
            ...page,
            unfurl_links: false,
            unfurl_media: false,
            ...(thread && { thread_ts: thread }),
          });
          return ts ?? '';
        },
    );
    const files = message.files.map(
      (file): SendPage =>
        async () => {
          const bytes = Buffer.from(await bytesOf(file, evidenceDir));
          const upload = { channel_id: channel, file: bytes, filename: file.name };
          await slow.filesUploadV2(thread ? { ...upload, thread_ts: thread } : upload);
          return '';
        },
    );
    return [...sends, ...files];
  }

  async function change(address: string, ts: string, message: Message): Promise<Sent> {
    const [page, ...more]: Page[] = renderPages(message);
    if (!page) return { ok: true, messageIds: [ts] };
    // What does not fit into the place of one message is sent as new ones.
    if (more.length > 0) return { ok: false, kind: 'gone', reason: 'too long for one message' };
    try {
      await client.chat.update({ channel: await conversationWith(address), ts, ...page });
      return { ok: true, messageIds: [ts] };
    } catch (error) {
      return sentFrom(error);
    }
  }

  /** The direct conversation with a person; messages are found again by its id. */
  async function conversationWith(user: string): Promise<string> {
    const known = conversations.get(user);
    if (known) return known;
    const { channel } = await client.conversations.open({ users: user });
    const id = channel?.id ?? user;
    conversations.set(user, id);
    return id;
  }

  return {
    client,
    pages,
    change,
    sentFrom,
    knows: (user, channel) => void conversations.set(user, channel),
    async openForm(form, trigger_id) {
      try {
        await client.views.open({ trigger_id, view: renderModal(form) });
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: reasonOf(error) };
      }
    },
    async publish(user_id, message) {
      try {
        const blocks = renderPages(message).flatMap((page) => page.blocks);
        await client.views.publish({ user_id, view: { type: 'home', blocks } });
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: reasonOf(error) };
      }
    },
    async emailOf(user) {
      const { user: found } = await client.users.info({ user });
      return found?.profile?.email ?? null;
    },
    download: (ref) => download(() => requestFile(ref), sentFrom),
  };

  async function requestFile(ref: string): Promise<Response | null> {
    const { file } = await client.files.info({ file: ref });
    const url = file?.url_private_download ?? file?.url_private;
    if (!url) return null;
    return fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(SLOW_MS),
    });
  }
}
