import { asText, type Json } from '../../shared/values.ts';
import { broken, SlackError } from '../errors.ts';
import { messageJson } from '../messages.ts';
import type { Conversation } from '../types.ts';
import { conversationOf, memberOf } from '../world.ts';
import type { Method } from './method.ts';
import { readPage } from './page.ts';

/** The methods about conversations. */
export const conversationMethods: Record<string, Method> = {
  'conversations.open': {
    args: 'channel users return_im prevent_creation',
    run({ world, args }) {
      const users = asText(args.users).split(',').filter(Boolean);
      if (users.length > 1)
        throw broken(world.recorder, 'method_not_supported', 'this test server has no group conversations');
      const place = users[0] ? memberOf(world, users[0]).dm : conversationOf(world, args.channel);
      const full = args.return_im === true || args.return_im === 'true';
      return { channel: full ? conversationJson(place) : { id: place.id } };
    },
  },
  'conversations.info': {
    args: 'channel include_locale include_num_members',
    run: ({ world, args }) => ({ channel: conversationJson(conversationOf(world, args.channel)) }),
  },
  'conversations.replies': {
    args: 'channel ts cursor limit inclusive latest oldest include_all_metadata',
    run({ world, args }) {
      const place = conversationOf(world, args.channel);
      const ts = asText(args.ts);
      const parent = place.messages.find((message) => message.ts === ts && !message.ephemeralFor);
      if (!parent) throw new SlackError('thread_not_found');
      const replies = place.messages.filter(
        (one) => one.thread_ts === ts && one !== parent && !one.ephemeralFor,
      );
      const { items, ...rest } = readPage(world, args, [parent, ...replies], 1000);
      return { messages: items.map((message) => messageJson(world, message)), ...rest };
    },
  },
};

function conversationJson(place: Conversation): Json {
  const im = place.kind === 'im';
  return {
    id: place.id,
    is_im: im,
    is_channel: !im,
    is_private: im,
    is_archived: false,
    ...(im ? { user: place.userId, is_open: true } : { name: place.name, is_member: true }),
  };
}
