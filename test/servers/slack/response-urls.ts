import type { Json } from '../shared/values.ts';
import { readContent } from './content.ts';
import { broken } from './errors.ts';
import { changeAsApp, postAsApp, removeAsApp } from './messages.ts';
import { readThread } from './methods/chat.ts';
import type { Conversation } from './types.ts';
import type { World } from './world.ts';

const MOST_USES = 5;
const LIFETIME_MS = 30 * 60_000;
const FIELDS = [
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
  'metadata',
  'mrkdwn',
];

/** Carries out what the app posts to a `response_url`. */
export function useResponseUrl(world: World, id: string, args: Json): void {
  const place = world.responseUrls.get(id);
  if (!place) throw broken(world.recorder, 'response_url', 'unknown address');
  place.uses += 1;
  if (place.uses > MOST_USES)
    throw broken(world.recorder, 'used_url', 'response_url used more than five times');
  if (Date.now() - place.at > LIFETIME_MS)
    throw broken(world.recorder, 'expired_url', 'response_url after 30 minutes');
  for (const key of Object.keys(args))
    if (!FIELDS.includes(key))
      world.recorder.violate('unknown_argument', `response_url has no field "${key}"`);
  const { conversation } = place;
  const original = conversation.messages.find((message) => message.ts === place.messageTs);
  if (args.delete_original === true) {
    if (original) removeAsApp(conversation, original);
  } else if (args.replace_original === true && original) {
    const { text, blocks } = readContent(world, args, 'response_url');
    changeAsApp(world, conversation, original, { text, blocks: blocks ?? [] });
  } else answerAction(world, conversation, place.userId, args, 'response_url');
}

/** Posts an answer that came with an acknowledgement or by `response_url`: for one person unless told otherwise. */
export function answerAction(
  world: World,
  conversation: Conversation,
  userId: string,
  args: Json,
  what: string,
): void {
  const { text = '', blocks } = readContent(world, args, what);
  postAsApp(world, conversation, {
    text,
    ...(blocks ? { blocks } : {}),
    thread_ts: readThread(world, conversation, args),
    ...(args.response_type === 'in_channel' ? {} : { ephemeralFor: userId }),
  });
}
