import { createHash } from 'node:crypto';
import type { BlockAction, App as BoltApp, ButtonAction } from '@slack/bolt';
import type { App } from '../../src/app/app.ts';
import type { Sender } from '../../src/core/inbound.ts';
import type { Message, Reply } from '../../src/core/message.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import { commandIn, type MessageEvent, messagesIn, reactionIn } from './inbound.ts';
import { answersIn, FORM, type ViewValue } from './modal.ts';

/** How one inbound message can be answered besides in the conversation. */
export interface Ways {
  triggerId: string | null;
  /** The message whose button was pressed. */
  pressed: string | null;
  /** Shows a short notice to the sender only. */
  whisper: ((text: string) => Promise<unknown>) | null;
}

const NO_WAYS: Ways = { triggerId: null, pressed: null, whisper: null };

/** A short name for what a form holds. */
const fingerprint = (values: unknown) =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);

/** What listening needs. */
export interface Ears {
  app: Pick<App, 'handle' | 'replied' | 'waiting'>;
  /** Shows a message as a person's Home. */
  publish(user: string, message: Message): Promise<void>;
  from(user: string): Sender;
  /** Remembers the direct conversation with a person. */
  knows(user: string, channel: string): void;
  /** Sends an answer, in the order of the person's messages, after what was said is committed. */
  later(key: string, address: string, reply: Reply, ways: Ways): void;
  /** What is said in a public place about where the answer is. */
  texts: Texts;
}

/** Ties events, buttons, forms and commands to the app; each is acknowledged after its commit. */
export function listen(bolt: BoltApp, { app, publish, from, knows, later, texts }: Ears): void {
  const home = async (user: string) => publish(user, await app.waiting(from(user)));
  bolt.event('message', async ({ event }) => {
    const message = event as MessageEvent;
    for (const inbound of messagesIn(message, from)) {
      knows(inbound.from.id, message.channel);
      const reply = await app.handle(inbound);
      later(inbound.key, inbound.from.address, reply, NO_WAYS);
    }
  });
  bolt.event('reaction_added', async ({ event }) => {
    if (event.item.type !== 'message') return;
    const { channel, ts } = event.item;
    const key = `slack:${channel}:${ts}:${event.user}:${event.reaction}:${event.event_ts}`;
    const inbound = { key, from: from(event.user), event: reactionIn(event.reaction, ts) };
    later(key, event.user, await app.handle(inbound), NO_WAYS);
  });
  bolt.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await home(event.user);
  });
  bolt.action<BlockAction<ButtonAction>>(/.*/, async ({ body, action, ack, respond: whisper }) => {
    const pressed: string | null = body.message?.ts ?? null;
    const key = `slack:${body.user.id}:${action.action_ts}:${action.action_id}`;
    const event = { kind: 'choice' as const, action: action.value ?? '', messageId: pressed };
    if (body.channel?.id.startsWith('D')) knows(body.user.id, body.channel.id);
    const reply = await app.handle({ key, from: from(body.user.id), event });
    await ack();
    const quietly = (text: string) => whisper({ text, response_type: 'ephemeral', replace_original: false });
    const ways = { triggerId: body.trigger_id, pressed, whisper: body.response_url ? quietly : null };
    later(key, body.user.id, reply, ways);
    // What was pressed may not wait any more.
    if (body.view?.type === 'home') await home(body.user.id);
  });
  bolt.view(FORM, async ({ body, view, ack }) => {
    const values = view.state.values as unknown as Record<string, Record<string, ViewValue>>;
    const event = { kind: 'form' as const, token: view.private_metadata, answers: answersIn(values) };
    // A form that came back with problems keeps its hash, so what was typed belongs to the key.
    const key = `slack:${view.id}:${view.hash}:${fingerprint(view.state.values)}`;
    const reply = await app.handle({ key, from: from(body.user.id), event });
    if (reply.formErrors) {
      await ack({ response_action: 'errors', errors: reply.formErrors });
      return app.replied(key, []);
    }
    await ack();
    later(key, body.user.id, reply, NO_WAYS);
  });
  bolt.command(/.*/, async ({ command, ack }) => {
    const key = `slack:${command.user_id}:${command.trigger_id}`;
    const reply = await app.handle({ key, from: from(command.user_id), event: commandIn(command.text) });
    const elsewhere = command.channel_name !== 'directmessage' && reply.messages.length > 0;
    await (elsewhere ? ack({ response_type: 'ephemeral', text: texts.draft.answeredPrivately() }) : ack());
    const ways = { ...NO_WAYS, triggerId: command.trigger_id };
    later(key, command.user_id, reply, ways);
  });
}
