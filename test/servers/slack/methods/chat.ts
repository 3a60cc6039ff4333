import { asText, codePoints, isJson, type Json } from '../../shared/values.ts';
import { readContent } from '../content.ts';
import { broken, SlackError } from '../errors.ts';
import { changeAsApp, messageJson, postAsApp, removeAsApp } from '../messages.ts';
import type { Conversation, StoredMessage } from '../types.ts';
import { conversationOf, memberOf, type World } from '../world.ts';
import type { Method } from './method.ts';

const TEXT = 'channel text blocks attachments markdown_text parse link_names as_user metadata';

/** The methods that post, change and remove messages. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage': {
    args: `${TEXT} thread_ts reply_broadcast unfurl_links unfurl_media mrkdwn icon_emoji icon_url username`,
    run({ world, args }) {
      const place = conversationOf(world, args.channel);
      const { text = '', blocks } = readContent(world, args, 'chat.postMessage');
      const message = postAsApp(world, place, {
        text,
        ...(blocks ? { blocks } : {}),
        thread_ts: readThread(world, place, args),
        ...readMetadata(world, args),
      });
      return { channel: place.id, ts: message.ts, message: messageJson(world, message) };
    },
  },
  'chat.update': {
    args: `${TEXT} ts reply_broadcast file_ids`,
    run({ world, args }) {
      const place = conversationOf(world, args.channel);
      const message = ownMessage(world, place, args.ts, 'cant_update_message');
      const { text, blocks } = readContent(world, args, 'chat.update');
      if (codePoints(text ?? '') > 4000)
        throw broken(world.recorder, 'msg_too_long', 'chat.update: text over 4 000');
      if (message.blocks && !blocks)
        world.recorder.violate('update_keeps_blocks', 'chat.update without blocks leaves the old ones');
      changeAsApp(world, place, message, { text, blocks, ...readMetadata(world, args) });
      return { channel: place.id, ts: message.ts, text: message.text, message: messageJson(world, message) };
    },
  },
  'chat.postEphemeral': {
    args: `${TEXT} user thread_ts icon_emoji icon_url username`,
    run({ world, args }) {
      const place = conversationOf(world, args.channel);
      const member = memberOf(world, args.user);
      const { text = '', blocks } = readContent(world, args, 'chat.postEphemeral');
      const message = postAsApp(world, place, {
        text,
        ...(blocks ? { blocks } : {}),
        thread_ts: readThread(world, place, args),
        ephemeralFor: member.id,
      });
      return { message_ts: message.ts };
    },
  },
  'chat.delete': {
    args: 'channel ts as_user',
    run({ world, args }) {
      const place = conversationOf(world, args.channel);
      const message = ownMessage(world, place, args.ts, 'cant_delete_message');
      removeAsApp(place, message);
      return { channel: place.id, ts: message.ts };
    },
  },
  'reactions.add': {
    args: 'channel timestamp name',
    run({ world, args }) {
      const place = conversationOf(world, args.channel);
      const message = place.messages.find((one) => one.ts === args.timestamp);
      const name = asText(args.name);
      if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name))
        throw broken(world.recorder, 'invalid_name', `reactions.add: "${name}" is no emoji name`);
      if (!message) throw new SlackError('message_not_found');
      if (message.reactions.some((one) => one.name === name && one.user === 'app'))
        throw new SlackError('already_reacted');
      message.reactions.push({ name, user: 'app' });
      place.lines.push(`app reacts to ${message.ts}: :${name}:`);
      return {};
    },
  },
};

/** Reads `thread_ts`, which must be the ts of a message that is itself no reply. */
export function readThread(world: World, place: Conversation, args: Json): string | undefined {
  if (!args.thread_ts) return undefined;
  const ts = String(args.thread_ts);
  const parent = place.messages.find((message) => message.ts === ts);
  if (!parent) world.recorder.violate('thread_unknown', `no message ${ts} in ${place.id}`);
  else if (parent.thread_ts && parent.thread_ts !== ts)
    world.recorder.violate('thread_of_reply', `${ts} is a reply, thread_ts must name its parent`);
  return ts;
}

function ownMessage(world: World, place: Conversation, ts: unknown, error: string): StoredMessage {
  const message = place.messages.find((one) => one.ts === String(ts));
  if (!message || message.ephemeralFor) throw new SlackError('message_not_found');
  if (!message.bot) throw broken(world.recorder, error, `message ${message.ts} is not the app's`);
  return message;
}

function readMetadata(world: World, args: Json): { metadata?: Json } {
  if (args.metadata === undefined) return {};
  const { metadata } = args;
  if (!isJson(metadata) || !asText(metadata.event_type) || !isJson(metadata.event_payload))
    throw broken(world.recorder, 'invalid_metadata_format', 'metadata needs event_type and event_payload');
  if (JSON.stringify(metadata).length > 8192)
    throw broken(world.recorder, 'metadata_too_large', 'metadata over 8 KB');
  return { metadata };
}
